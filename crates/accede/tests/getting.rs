//! `accede get`: what stands at an address, the same as a server gives it; and what cannot be had.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;

use std::fs;

use common::Accede;
use common::server::Server;

#[test]
fn what_is_got_is_what_a_server_gives() {
    let accede = Accede::new();
    let server = Server::start(&accede);
    for address in [
        "/treaties/ctbt?on=2023-09-22",
        "/treaties/ctbt.json?on=2023-09-22",
        "/treaties/ccm/acts.csv",
        "/treaties/ccm/curve.svg?on=2023-09-22&lang=fr",
        "/openapi.json",
    ] {
        let got = accede.run(["get", address]).ok();
        let (status, served) = server.get(address);
        assert_eq!(status, 200, "{address}");
        assert!(got.len() > 500, "{address}");
        // A page prints the host it was reached at under its permanent link.
        let host = format!("{}/", server.address);
        let served = served.replace(&host, "/");
        // Without a server there is no way in.
        let way_in = |line: &&str| line.starts_with("<p class=\"me noprint\">");
        let served = match served.lines().find(way_in) {
            Some(line) => served.replacen(line, "", 1),
            None => served,
        };
        assert_eq!(got, served, "{address}");
    }
}

#[test]
fn pictures_feeds_and_calendars_go_to_files() {
    let accede = Accede::new();
    for (address, name, begins) in [
        ("/treaties/ccm/map.png", "map.png", b"\x89PNG".as_slice()),
        ("/states/ITA/timeline.svg", "line.svg", b"<svg"),
        ("/treaties/ccm/feed.atom", "feed.atom", b"<?xml"),
        (
            "/states/ITA/calendar.ics",
            "calendar.ics",
            b"BEGIN:VCALENDAR",
        ),
        ("/data/accede.sqlite", "accede.sqlite", b"SQLite format 3\0"),
    ] {
        let file = accede.file(name, "what was there before");
        let run = accede.run(["get", address, "--out", name]);
        assert_eq!(run.ok(), "", "nothing goes to standard output");
        let bytes = fs::read(file).unwrap();
        assert!(bytes.starts_with(begins), "{address}");
        assert_eq!(accede.run(["get", address]).0.stdout, bytes, "{address}");
    }
}

#[test]
fn the_options_of_every_command_go_along() {
    let accede = Accede::new();
    let french = accede.run(["--lang", "fr", "get", "/states/ITA.json"]).ok();
    assert_eq!(french, accede.run(["get", "/states/ITA.json?lang=fr"]).ok());
    assert!(french.contains("\"Italie\""));
    let known = "2026-11-21T12:00:00Z";
    let then = accede.run(["--known", known, "get", "/about?lang=en"]).ok();
    let same = accede
        .run(["get", "/about?lang=en&known=2026-11-21T12:00:00Z"])
        .ok();
    assert_eq!(then, same);
    let twice = accede.run(["get", "/about?lang=fr", "--lang", "fr"]);
    twice.fails(2, &["`lang` already"]);
    let option = accede.run(["get", "/treaties/ctbt", "--json"]);
    option.fails(2, &["/treaties/ctbt.json"]);
}

#[test]
fn a_name_leads_to_its_address_and_letters_need_no_encoding() {
    let accede = Accede::new();
    let run = accede.run(["get", "/states/Côte d’Ivoire.json"]);
    assert!(run.ok().contains("\"iso3\":\"CIV\""));
    assert!(run.stderr().contains("this stands at /states/CIV.json"));
}

#[test]
fn what_is_not_there_is_told_with_what_is_near() {
    let accede = Accede::new();
    let long = format!("/{}", "a".repeat(70_000));
    for (address, says) in [
        ("/treaties/ctpt", ["ctpt", "/treaties/ctbt"].as_slice()),
        ("/states/Itly.json", &["Itly", "/states/ITA"]),
        (
            "/treatys",
            &["Nothing stands at this address", "perhaps /treaties"],
        ),
        ("/treaties/ccm/maps.svg", &["perhaps /treaties/ccm/map.svg"]),
        ("/treaties/ccm.png", &["png", "/treaties/ccm.csv"]),
        (
            "/treaties/ccm/counts/partys",
            &["/treaties/ccm/counts/parties"],
        ),
        ("/treaties/ccm?om=2020-01-01", &["“om”", "?on=2020-01-01"]),
        (
            "/treaties/ccm?on=2020-02-31",
            &["2020-02-31", "on=2020-02-29"],
        ),
        ("/treaties/ccm?lang=xx", &["“xx”"]),
        ("/treaties/%ff", &["UTF-8"]),
        ("/treaties/%00", &["UTF-8"]),
        ("/treaties/%", &["UTF-8"]),
        ("/../../etc/passwd", &["Nothing stands"]),
        ("/treaties/../../etc/passwd", &["help:"]),
        ("/ledger/999999.json", &["999999"]),
        ("/about?known=1990-01-01", &["help:"]),
        ("/static/none.css", &["Nothing stands"]),
        ("/edition", &["Nothing stands"]),
        ("treaties/ccm", &["slash", "perhaps /treaties/ccm"]),
        ("", &["slash"]),
        ("?on=2020-01-01", &["slash"]),
        (
            "https://a.example/treaties/ccm?on=2020-01-01",
            &["host", "/treaties/ccm?on=2020-01-01"],
        ),
        ("//a.example/treaties", &["host", "/treaties"]),
        ("file:///etc/passwd", &["host"]),
        (long.as_str(), &["too long"]),
    ] {
        let run = accede.run(["get", address, "--out", "got"]);
        run.fails(2, says);
        assert!(
            !accede.folder().join("got").exists(),
            "{address} wrote a file"
        );
    }
}

#[test]
fn a_file_that_cannot_be_written_is_trouble_and_stays() {
    let accede = Accede::new();
    let run = accede.run(["get", "/about", "--out", "none/about.html"]);
    run.fails(4, &["could not be written", "help:"]);
    let folder = accede.folder().join("folder");
    fs::create_dir(&folder).unwrap();
    accede
        .run(["get", "/about", "--out", "folder"])
        .fails(4, &["folder"]);
    assert!(folder.is_dir());
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_wrong_usage() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let accede = Accede::new();
    accede
        .run([OsStr::new("get"), OsStr::from_bytes(b"/states/\xff")])
        .fails(2, &["UTF-8"]);
}
