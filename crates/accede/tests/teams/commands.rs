//! On the command line, where the owner of the machine may all of it, and what holds holds.

use serde_json::Value;

use crate::common::Accede;
use crate::common::door::Server;
use crate::people::{Somebody, let_in};

/// Italy with Anna, who administrates, and Bruno, who reads.
fn italy() -> (Accede, Server, String) {
    let accede = Accede::without_acts();
    accede.ok("team add italy --name Italy");
    let server = Server::start(&accede, true);
    let_in(&accede, &server, "italy", "Anna", "administrator");
    let (_, bruno) = let_in(&accede, &server, "italy", "Bruno", "reader");
    (accede, server, bruno)
}

/// What differs from run to run.
fn plain(text: &str) -> String {
    let words = text.split_inclusive(char::is_whitespace).map(|word| {
        let bare = word.trim_end();
        match uuid(bare) {
            true => word.replace(bare, "ID"),
            false => word.to_owned(),
        }
    });
    words.collect()
}

fn uuid(word: &str) -> bool {
    word.len() == 36 && word.chars().filter(|c| *c == '-').count() == 4
}

#[test]
fn a_team_is_founded_named_filled_and_emptied() {
    let (accede, _server, _) = italy();
    accede.ok("team rename italy --name Italie");
    accede.ok("team invite italy carla@mfa.example --role editor");
    let shown = accede.ok("team show italy");
    insta::assert_snapshot!(plain(&shown), @r"
    Italie (italy)

    name   e-mail             role           since
    -----  -----------------  -------------  -----------------------
    Anna   anna@mfa.example   administrator  2026-11-21 12:00:00 UTC
    Bruno  bruno@mfa.example  reader         2026-11-21 12:00:00 UTC

    invited            as      until                    id
    -----------------  ------  -----------------------  ------------------------------------
    carla@mfa.example  editor  2026-11-28 12:00:00 UTC  ID
    ");
    insta::assert_snapshot!(accede.ok("team list"), @r"
    team    name    members  administrators
    ------  ------  -------  --------------
    italy   Italie        2               1
    office  Office        0               0
    ");
    insta::assert_snapshot!(accede.ok("team list --csv"), @r"
    team,name,members,administrators
    italy,Italie,2,1
    office,Office,0,0
    ");
    accede.ok("team withdraw italy carla@mfa.example");
    let shown = accede.json("team show italy");
    assert_eq!(shown["invitations"].as_array().unwrap().len(), 0);
    assert_eq!(shown["members"][0]["name"], "Anna");
    assert_eq!(shown["members"][0]["role"], "administrator");
    accede.ok("team role italy bruno@mfa.example editor");
    assert_eq!(
        accede.json("team show italy")["members"][1]["role"],
        "editor"
    );
    accede.ok("team remove italy Bruno");
    assert_eq!(accede.json("team show italy")["members"][1], Value::Null);
    // Each of it is on record, in the name of who did it.
    let known = accede.json("user export Bruno");
    let seats = known["ledger"].as_array().unwrap();
    let seats: Vec<_> = seats
        .iter()
        .filter(|one| one["body"]["seat"].is_object())
        .collect();
    assert_eq!(seats.len(), 3, "{known}");
    assert!(
        seats[1..].iter().all(|one| one["author"] == "A. Tester"),
        "{known}"
    );
    accede.ok("verify");
}

#[test]
fn what_leaves_a_team_to_nobody_is_refused() {
    let (accede, _server, _) = italy();
    let last = ["would have no administrator"];
    accede.fails("team remove italy anna@mfa.example", 2, &last);
    accede.fails("team role italy anna@mfa.example reader", 2, &last);
    accede.fails("user erase anna@mfa.example --yes", 2, &last);
    accede.ok("team role italy bruno@mfa.example administrator");
    accede.ok("team remove italy anna@mfa.example");
    accede.ok("team invite italy carla@mfa.example --role editor");
    accede.ok("team remove italy bruno@mfa.example");
    // Nobody is in it, and who was invited as an editor does not come into a team nobody leads.
    let shown = accede.json("team show italy");
    assert_eq!(shown["members"].as_array().unwrap().len(), 0);
    assert_eq!(shown["invitations"].as_array().unwrap().len(), 0);
    accede.fails(
        "team invite italy dora@mfa.example --role reader",
        2,
        &["first becomes"],
    );
}

#[test]
fn what_is_not_understood_is_told() {
    let (accede, _server, _) = italy();
    for (line, says) in [
        ("team add italy --name Again", "there already"),
        ("team add Italy --name Italy", "lower-case"),
        ("team show france", "no such team"),
        ("team rename france --name France", "no such team"),
        (
            "team invite france x@y.example --role administrator",
            "no such team",
        ),
        ("team invite italy nobody --role reader", "e-mail"),
        ("team invite italy x@y.example --role king", "contributor"),
        (
            "team invite italy BRUNO@mfa.example --role editor",
            "already",
        ),
        (
            "team invite italy x@y.example --role reader --address ftp://x",
            "https://",
        ),
        ("team withdraw italy x@y.example", "waits"),
        ("team role italy zoe@mfa.example reader", "nobody here"),
        ("--as italy team list", "--as"),
        ("--known 2026-01-01 team list", "--known"),
        ("user erase bruno@mfa.example", "--yes"),
        (
            "token make anna@mfa.example --team office --name x",
            "not in `office`",
        ),
        (
            "token make anna@mfa.example --team italy --name x --days 400",
            "366",
        ),
        (
            "token make anna@mfa.example --team italy --name x --may all",
            "export",
        ),
        (
            "token revoke 01a202e8-c47d-721a-ae74-d6bbb945e0ed",
            "no such thing",
        ),
    ] {
        accede.fails(line, 2, &[says]);
    }
    let marked = ["team", "add", "two", "--name", "RESTREINT UE/EU RESTRICTED"];
    accede.run(marked).fails(2, &["marking"]);
    assert_eq!(
        accede.json("team list")["teams"].as_array().unwrap().len(),
        2
    );
}

#[test]
fn links_begin_where_the_pages_stand() {
    let (accede, server, _) = italy();
    let line = "team invite italy dora@mfa.example --role editor";
    let path = accede.ok(line);
    assert!(
        path.starts_with("/join/") && path.contains("path alone"),
        "{path}"
    );
    let whole = accede.ok(&format!("{line} --address https://Accede.example/"));
    assert!(whole.starts_with("https://accede.example/join/"), "{whole}");
    assert!(!whole.contains("path alone"), "{whole}");
    // Both hold, for the one address, once.
    let dora = Somebody::called("Dora");
    let link = path.lines().next().unwrap();
    dora.joins(&server, link);
    assert_eq!(server.send(link, "", &dora.fields()).status(), 404);
    let reset = accede.json("user reset dora@mfa.example");
    assert!(reset["link"].as_str().unwrap().starts_with("/reset/"));
}

#[test]
fn a_person_is_listed_given_out_and_erased() {
    let (accede, server, bruno) = italy();
    server.get("/ledger", &bruno).says("is reader in italy");
    insta::assert_snapshot!(accede.ok("user list"), @r"
    name   e-mail             joined                   teams
    -----  -----------------  -----------------------  --------------------
    Anna   anna@mfa.example   2026-11-21 12:00:00 UTC  italy: administrator
    Bruno  bruno@mfa.example  2026-11-21 12:00:00 UTC  italy: reader
    ");
    insta::assert_snapshot!(plain(&accede.ok("user show Bruno")), @r"
    name      Bruno
    e-mail    bruno@mfa.example
    id        ID
    language  en
    joined    2026-11-21 12:00:00 UTC
    teams     italy: reader
    ");
    let known = accede.json("user export bruno@mfa.example");
    assert_eq!(known["cabinet"]["person"]["called"][0]["name"], "Bruno");
    assert_eq!(known["cabinet"]["sessions"].as_array().unwrap().len(), 1);
    assert_eq!(known["ledger"].as_array().unwrap().len(), 2);
    assert!(!known.to_string().contains("argon2"));
    accede.ok("user sign-out bruno@mfa.example");
    server.get("/ledger", &bruno).says_nothing_of("italy");
    let id = known["cabinet"]["person"]["id"].as_str().unwrap();
    accede.ok("user erase bruno@mfa.example --yes");
    accede.fails("user show bruno@mfa.example", 2, &["nobody here"]);
    assert_eq!(
        accede.json("user list")["users"].as_array().unwrap().len(),
        1
    );
    let shown = accede.json("team show italy");
    assert_eq!(shown["members"].as_array().unwrap().len(), 1);
    // His seats ended in the ledger, under a number that fits nobody.
    let again = accede.run(["user", "export", id]);
    again.fails(2, &["nobody here"]);
    accede.ok("verify");
}

#[test]
fn a_token_is_made_shown_once_used_and_dies_with_the_seat() {
    let (accede, server, _) = italy();
    let made = accede
        .json("token make bruno@mfa.example --team italy --name report --may read,export");
    let secret = made["secret"].as_str().unwrap();
    let listed = accede.ok("token list --team italy");
    assert!(
        listed.contains("report") && !listed.contains(secret),
        "{listed}"
    );
    insta::assert_snapshot!(plain(&listed), @r"
    token   of     team   may           until                    last used  id
    ------  -----  -----  ------------  -----------------------  ---------  ------------------------------------
    report  Bruno  italy  read, export  2027-02-19 12:00:00 UTC  never      ID
    ");
    let bearer = format!("Bearer {secret}");
    let asks = || server.ask("/ledger.json", &[("Authorization", &bearer)], None);
    asks().says("italy");
    accede.ok("team remove italy bruno@mfa.example");
    // The server follows the ledger; what is over is told as a token that does not hold.
    let over = (0..50).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(200));
        asks().status() == 401
    });
    assert!(over, "a token dies with the seat");
    let id = made["token"]["id"].as_str().unwrap();
    accede.ok(&format!("token revoke {id}"));
    assert_eq!(accede.ok("token list").trim(), "there is no token");
}
