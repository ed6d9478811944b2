//! Files are brought on a page, looked at with what is proposed of them, and confirmed or thrown away.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "common/house.rs"]
#[allow(dead_code, reason = "each test file uses its own part")]
mod house;

use house::{Answer, House, Someone};
use people::Role;

const TRAY: &str = "/library/tray";

const STATEMENT: &str = "Eleventh Meeting of the States Parties to the Convention on Cluster Munitions
Geneva, 11 September 2023

Statement by Ambassador Leonardo Bencini, Permanent Representative of Italy to the Conference on Disarmament

General exchange of views

Mr. President,

Italy aligns itself with the statement of the European Union. We call for the universalization of the Convention \
on Cluster Munitions. The zanzibarite plan.
";

fn house() -> House {
    accede::isolated::start(std::path::Path::new(env!("CARGO_BIN_EXE_accede")));
    House::with(&["italy", "austria"])
}

/// The addresses of the files that a tray shows.
fn files(page: &Answer) -> Vec<String> {
    let parts = page.text.split("href=\"/library/tray/").skip(1);
    parts
        .map(|part| format!("{TRAY}/{}", part.split('"').next().unwrap()))
        .collect()
}

/// Everything that a form of a page says, as a browser would send it.
fn fields(page: &Answer) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for input in page.text.split("<input ").skip(1) {
        let tag = input.split('>').next().unwrap();
        let of = |name: &str| {
            let from = tag.split(&format!("{name}=\"")).nth(1)?;
            Some(from.split('"').next().unwrap().replace("&#38;", "&"))
        };
        let (Some(name), Some(value)) = (of("name"), of("value")) else {
            continue;
        };
        let unchecked = tag.contains("checkbox") && !tag.ends_with(" checked");
        if !unchecked && name != "form" && name != "q" {
            all.push((name, value));
        }
    }
    for select in page.text.split("<select ").skip(1) {
        let select = select.split("</select>").next().unwrap();
        let name = select.split("name=\"").nth(1).unwrap();
        let chosen = select
            .split("<option ")
            .find(|option| option.split('>').next().unwrap().ends_with(" selected"));
        if let Some(chosen) = chosen {
            let value = chosen.split("value=\"").nth(1).unwrap();
            all.push((
                name.split('"').next().unwrap().to_owned(),
                value.split('"').next().unwrap().to_owned(),
            ));
        }
    }
    all
}

fn sent(
    house: &House,
    who: &Someone,
    path: &str,
    fields: &[(String, String)],
    more: &[(&str, &str)],
) -> Answer {
    let kept = fields
        .iter()
        .filter(|(name, _)| more.iter().all(|(other, _)| other != name))
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let all: Vec<_> = kept.chain(more.iter().copied()).collect();
    house.send(who, path, &all)
}

#[test]
fn a_file_is_brought_proposed_and_confirmed() {
    let house = house();
    let eve = house.person("Eve", &[("italy", Role::Editor)]);
    let cem = house.person("Cem", &[("austria", Role::Editor)]);
    let before = house.page(Some(&cem), "/library.json?q=zanzibarite").text;
    assert!(
        house
            .page(Some(&eve), TRAY)
            .text
            .contains("Nothing waits here")
    );
    let link = "href=\"/library/tray\"";
    assert!(house.page(Some(&eve), "/library").text.contains(link));
    assert!(!house.page(None, "/library").text.contains(link));
    let brought = house.send_files(
        &eve,
        TRAY,
        &[("tray", "own")],
        &[
            ("../note.txt", STATEMENT.as_bytes()),
            ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ],
    );
    assert_eq!((brought.status, brought.location.as_str()), (303, TRAY));
    let page = house.page(Some(&eve), TRAY);
    let [note, cut] = files(&page).try_into().unwrap();
    assert!(page.text.contains(">note.txt<"), "{}", page.text);
    assert!(page.text.contains("could not be read"));
    let form = house.page(Some(&eve), &note);
    assert!(form.text.contains("Said outright"), "{}", form.text);
    assert!(form.text.contains("<q dir=\"auto\">11 September 2023</q>"));
    let proposed = fields(&form);
    for (name, value) in [
        ("name", "ita-ccm-msp-11-general-exchange"),
        ("kind", "statement"),
        ("title", "General exchange of views"),
        ("on", "2023-09-11"),
        ("treaty", "ccm"),
        ("meeting", "ccm-msp-11"),
        ("by", "ITA"),
        ("speaker", "Ambassador Leonardo Bencini"),
        ("theme", "general_exchange"),
    ] {
        let found = proposed.iter().find(|(one, _)| one == name);
        assert_eq!(
            found.map(|(_, value)| value.as_str()),
            Some(value),
            "{name}"
        );
    }
    // To anybody else nothing of it is there.
    for other in [Some(&cem), None] {
        let shown = house.page(other, &note);
        assert!(!shown.text.contains("Bencini") && shown.status != 200);
    }
    assert_eq!(
        house.page(Some(&cem), "/library.json?q=zanzibarite").text,
        before
    );
    let dropped = sent(&house, &cem, &note, &[], &[("do", "drop")]);
    assert_eq!(dropped.status, 404);
    // What is wrong is said, with all that was written.
    let more = [("seen-by", "italy"), ("do", "record")];
    let wrong = sent(
        &house,
        &eve,
        &note,
        &proposed,
        &[("name", "A b"), more[0], more[1]],
    );
    assert_eq!(wrong.status, 422);
    assert!(wrong.text.contains("is no name of a document"));
    assert!(wrong.text.contains("General exchange of views"));
    // Who outside would read it, is told before.
    let kept = sent(
        &house,
        &eve,
        &note,
        &proposed,
        &[("title", "On the way"), more[0], more[1]],
    );
    assert_eq!(kept.status, 303, "{}", kept.text);
    assert_eq!(kept.location, "/library/ita-ccm-msp-11-general-exchange");
    let shown = house.page(Some(&eve), &format!("{}.json", kept.location));
    assert!(shown.text.contains("On the way"), "{}", shown.text);
    assert_eq!(house.page(Some(&cem), &kept.location).status, 404);
    assert_eq!(
        house.page(Some(&cem), "/library.json?q=zanzibarite").text,
        before
    );
    assert!(house.files.path().join("documents/sha256").is_dir());
    // It has left the tray; the other is thrown away.
    assert_eq!(files(&house.page(Some(&eve), TRAY)).concat(), cut);
    assert_eq!(house.page(Some(&eve), &note).status, 404);
    let gone = sent(&house, &eve, &cut, &[], &[("do", "drop")]);
    assert_eq!((gone.status, gone.location.as_str()), (303, TRAY));
    assert!(files(&house.page(Some(&eve), TRAY)).is_empty());
}

#[test]
fn whoever_would_read_it_outside_is_told_before_it_is_recorded() {
    let house = house();
    let eve = house.person("Eve", &[("italy", Role::Editor), ("austria", Role::Editor)]);
    let adam = house.person("Adam", &[("italy", Role::Editor)]);
    let brought = house.send_files(
        &eve,
        TRAY,
        &[("tray", "italy")],
        &[("note.txt", STATEMENT.as_bytes())],
    );
    assert_eq!(brought.status, 303, "{}", brought.text);
    // The tray of a team is there for whoever records for it.
    let [note] = files(&house.page(Some(&adam), TRAY)).try_into().unwrap();
    let proposed = fields(&house.page(Some(&adam), &note));
    let more = [("seen-by", "signed-in"), ("do", "record")];
    let warned = sent(&house, &adam, &note, &proposed, &more);
    assert_eq!(warned.status, 422);
    assert!(
        warned
            .text
            .contains("People outside your team would read it"),
        "{}",
        warned.text
    );
    let again = fields(&warned);
    assert!(again.iter().any(|(name, _)| name == "confirmed"));
    // What changed since is shown anew; what was shown is recorded.
    let other = sent(
        &house,
        &adam,
        &note,
        &again,
        &[("title", "Else"), more[0], more[1]],
    );
    assert_eq!(other.status, 422);
    let kept = sent(&house, &adam, &note, &again, &more);
    assert_eq!(kept.status, 303, "{}", kept.text);
}

#[test]
fn what_is_no_form_of_ours_brings_nothing() {
    let house = house();
    let eve = house.person("Eve", &[("italy", Role::Editor)]);
    let rea = house.person("Rea", &[("austria", Role::Reader)]);
    let note: &[(&str, &[u8])] = &[("note.txt", STATEMENT.as_bytes())];
    // A team for which one does not record.
    let other = house.send_files(&eve, TRAY, &[("tray", "austria")], note);
    assert_eq!(other.status, 404);
    let other = house.send_files(&rea, TRAY, &[("tray", "austria")], note);
    assert_eq!(other.status, 404);
    // No token, a file before the token, a body that was cut off, another kind of body.
    let csrf = eve.key.csrf();
    let part = |name: &str, value: &str| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let file = "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nHello.\r\n";
    for (body, status) in [
        (format!("{file}--edge--\r\n"), 403),
        (format!("{file}{}--edge--\r\n", part("form", &csrf)), 403),
        (format!("{}{file}--edge--\r\n", part("form", "forged")), 403),
        (
            format!("{}{}", part("form", &csrf), &file[..file.len() - 4]),
            408,
        ),
        ("nothing of the kind".to_owned(), 408),
    ] {
        let told = house.send_parts(&eve, TRAY, body.clone().into_bytes());
        assert_eq!(told.status, status, "{body}");
    }
    let none = house.send_files(&eve, TRAY, &[], &[("", b"")]);
    assert_eq!(none.status, 422);
    assert!(none.text.contains("Choose a file"));
    let empty = house.send_files(&eve, TRAY, &[], &[("empty.txt", b"")]);
    assert!(empty.text.contains("empty.txt is empty"), "{}", empty.text);
    let large = vec![b'a'; (64 << 20) + 1];
    let large = house.send_files(&eve, TRAY, &[], &[("large.txt", &large)]);
    assert!(large.text.contains("more than 64 MiB"), "{}", large.status);
    assert!(files(&house.page(Some(&eve), TRAY)).is_empty());
    let wrong = house.send(&eve, TRAY, &[]);
    assert_eq!(wrong.status, 415);
    assert_eq!(house.page(None, TRAY).status, 303);
    assert_eq!(house.page(Some(&eve), "/library/tray/none").status, 404);
}
