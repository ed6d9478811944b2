//! Reports: what the demonstration's says, with the entries behind it, and that the version for anyone knows of
//! nothing that is not for anyone.

#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod common;
#[path = "common/told.rs"]
mod told;

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::Path;

use common::Accede;
use serde_json::Value;
use told::PARAGRAPH_2;

const PROGRESS: &str = "report progress --treaty ctbt --from 2021-09-23 --to 2023-09-22";

fn loaded() -> Accede {
    let accede = Accede::new();
    accede.ok("demo load");
    accede
}

/// The paragraphs of a report.
fn paragraphs(accede: &Accede, line: &str) -> Vec<Value> {
    accede.json(line)["paragraphs"].as_array().unwrap().clone()
}

fn paragraph<'p>(all: &'p [Value], key: &str) -> &'p Value {
    let found = all.iter().find(|one| one["key"] == key);
    found.unwrap_or_else(|| panic!("no paragraph {key} in {all:?}"))
}

fn entries(one: &Value) -> BTreeSet<String> {
    let all = one["entries"].as_array().unwrap().iter();
    all.map(ToString::to_string).collect()
}

/// The entries of the approaches of a paragraph of the co-presidents' report, as its place says.
fn recorded(accede: &Accede, place: &str) -> BTreeSet<String> {
    let told = accede.json("approach list --treaty ctbt");
    let all = told["approaches"].as_array().unwrap().iter();
    let own = all.filter(|one| one["source"]["place"] == place);
    own.map(|one| one["entry"].to_string()).collect()
}

#[test]
fn every_fact_of_the_activities_is_told_with_its_records() {
    let accede = loaded();
    let told = paragraphs(&accede, PROGRESS);
    let mut behind = BTreeSet::new();
    for fact in PARAGRAPH_2 {
        let one = paragraph(&told, fact.key);
        let text = one["text"].as_str().unwrap();
        for says in fact.says {
            assert!(
                text.contains(says),
                "{}: `{says}` is not in: {text}",
                fact.key
            );
        }
        let own = recorded(&accede, fact.rests_on);
        let used: BTreeSet<_> = own.intersection(&entries(one)).cloned().collect();
        assert!(!used.is_empty(), "{}: {one}", fact.key);
        behind.extend(used);
    }
    let all = accede.json("approach list --treaty ctbt");
    let all = all["approaches"].as_array().unwrap().iter();
    let all: BTreeSet<_> = all.map(|one| one["entry"].to_string()).collect();
    assert_eq!(behind, all, "each record stands behind a paragraph");
}

#[test]
fn the_status_is_told_with_the_acts_and_the_offices() {
    let accede = loaded();
    let told = paragraphs(&accede, PROGRESS);
    let one = paragraph(&told, "status");
    let text = one["text"].as_str().unwrap();
    for says in [
        "23 September 2021",
        "Italy and South Africa held the office of co-president and co-coordinator",
        "Dominica and Somalia signed the Treaty",
        "Eight States ratified",
        "Dominica, Equatorial Guinea, Gambia, Sao Tome and Principe, Solomon Islands, Sri Lanka, Timor-Leste and Tuvalu",
        "187 States had signed the Treaty, of which 178 had also ratified it",
    ] {
        assert!(text.contains(says), "`{says}` is not in: {text}");
    }
    let acts = accede.json("changes ctbt --from 2021-09-23 --to 2023-09-22");
    for act in acts["acts"].as_array().unwrap() {
        let entry = act["source"]["entry"].to_string();
        assert!(entries(one).contains(&entry), "{act}");
    }
    let lacking = paragraph(&told, "force")["text"].as_str().unwrap();
    for says in [
        "all 44 States of Annex 2",
        "eight of them",
        "China, Egypt, the Islamic Republic of Iran, Israel and the United States of America have signed",
        "The Democratic People’s Republic of Korea, India and Pakistan have not signed",
    ] {
        assert!(lacking.contains(says), "`{says}` is not in: {lacking}");
    }
    let next = paragraph(&told, "handover")["text"].as_str().unwrap();
    assert!(next.contains("Norway and Panama"), "{next}");
    let open = paragraph(&told, "pledges")["text"].as_str().unwrap();
    assert!(
        open.contains("Norway and Panama, the next co-presidents"),
        "{open}"
    );
}

#[test]
fn who_was_approached_and_who_acted_stand_side_by_side_and_nobody_is_credited() {
    let accede = loaded();
    let told = paragraphs(&accede, PROGRESS);
    let join = paragraph(&told, "join");
    let text = join["text"].as_str().unwrap();
    for says in [
        "Five States were approached by both Italy and South Africa: Nepal, Sao Tome and Principe, Somalia, Sri Lanka \
         and Tonga.",
        "made together, the record does not say",
        "Of the 13 States approached by name, four ratified",
        "Equatorial Guinea, Sao Tome and Principe, Solomon Islands and Sri Lanka.",
        "One signed it: Somalia.",
        "Which came first, the approach or the act, the record does not say.",
        "Dominica, the Gambia, Timor-Leste and Tuvalu acted as well; no approach on record names them.",
        "credits no act to an approach",
    ] {
        assert!(text.contains(says), "`{says}` is not in: {text}");
    }
    // The ten approaches to the five, and those to the three others that acted, are behind it.
    let behind = entries(join);
    let all = accede.json("approach list --treaty ctbt");
    let to = |state: &str| -> BTreeSet<String> {
        let all = all["approaches"].as_array().unwrap().iter();
        let own = all.filter(|one| {
            one["to"]
                .as_array()
                .unwrap()
                .iter()
                .any(|side| side["iso3"] == state)
        });
        own.map(|one| one["entry"].to_string()).collect()
    };
    for state in ["NPL", "STP", "SOM", "LKA", "TON", "GNQ", "SLB"] {
        assert!(to(state).is_subset(&behind), "{state}");
    }
    // What a person records as credited is told as that.
    let changes = accede.json("changes ctbt --from 2021-09-23 --to 2023-09-22");
    let acts = changes["acts"].as_array().unwrap();
    let act = acts
        .iter()
        .find(|one| one["iso3"] == "LKA" && one["act"] == "ratification")
        .unwrap();
    let approach = to("LKA").into_iter().next().unwrap();
    accede.ok(&format!(
        "attribution add {} {} probable --because both-said-so --seen-by public",
        approach.trim_matches('"'),
        act["source"]["entry"].to_string().trim_matches('"'),
    ));
    let told = paragraphs(&accede, PROGRESS);
    let text = paragraph(&told, "join")["text"].as_str().unwrap();
    assert!(
        text.contains("on record as probable that an approach of"),
        "{text}"
    );
    assert!(
        text.contains("contributed to the ratification of Sri Lanka"),
        "{text}"
    );
    assert!(!text.contains("credits no act"), "{text}");
}

#[test]
fn the_french_report_has_the_same_names_and_figures() {
    let accede = loaded();
    let english = paragraphs(&accede, PROGRESS);
    let french = paragraphs(&accede, &format!("{PROGRESS} --lang fr"));
    assert_eq!(english.len(), french.len());
    for (ours, theirs) in english.iter().zip(&french) {
        assert_eq!(
            (&ours["key"], &ours["entries"]),
            (&theirs["key"], &theirs["entries"])
        );
        assert_ne!(ours["text"], theirs["text"], "nothing is left in English");
    }
    for (key, says) in [
        ("status", "187 États avaient signé le Traité, dont 178"),
        ("status", "la Dominique et la Somalie ont signé le Traité"),
        (
            "status",
            "Huit États ont ratifié le Traité\u{a0}: Dominique, Gambie, Guinée équatoriale, Îles Salomon, \
             Sao Tomé-et-Principe, Sri Lanka, Timor-Leste et Tuvalu.",
        ),
        ("force", "les 44 États de l’annexe 2"),
        (
            "force",
            "La Chine, l’Égypte, les États-Unis d’Amérique, la République islamique d’Iran et Israël",
        ),
        (
            "approaches-ita",
            "neuf États\u{a0}: Îles Salomon, Népal, Papouasie-Nouvelle-Guinée, République arabe syrienne, \
             Sao Tomé-et-Principe, Somalie, Sri Lanka, Tonga et Yémen",
        ),
        (
            "approaches-zaf",
            "Vice-Ministre des relations internationales",
        ),
        (
            "join",
            "Cinq États ont été approchés à la fois par l’Afrique du Sud et l’Italie\u{a0}: Népal",
        ),
        (
            "join",
            "Des 13 États nommément approchés, quatre ont ratifié",
        ),
        (
            "join",
            "La Dominique, la Gambie, le Timor-Leste et les Tuvalu",
        ),
        ("language-ita", "Le 9 mai 2022"),
        ("statements-ita", "organisée par l’Irlande"),
        ("handover", "à la Norvège et au Panama"),
    ] {
        let text = paragraph(&french, key)["text"].as_str().unwrap();
        assert!(text.contains(says), "{key}: `{says}` is not in: {text}");
    }
}

/// What only Italy's team may know.
const SECRETS: [&str; 5] = [
    "Kathmandu",
    "send the model law",
    "Winterthur",
    "cable of the team",
    "Bhutan",
];

#[test]
fn the_version_for_anyone_knows_of_nothing_that_is_for_a_team() {
    let accede = Accede::new();
    accede.ok("team add italy --name Italy");
    let add = |more: &[&str]| {
        let mut line = vec![
            "--as",
            "italy",
            "approach",
            "add",
            "--treaty",
            "ctbt",
            "--by",
            "ITA",
            "--seen-by",
            "italy",
            "--source",
            "cable of the team",
        ];
        line.extend(more);
        accede.run(line).ok();
    };
    add(&[
        "--to",
        "BTN",
        "--kind",
        "visit",
        "--stage",
        "done",
        "--on",
        "2022-03-01",
        "--place",
        "Kathmandu",
        "--next",
        "send the model law",
        "--channel",
        "capital_theirs",
    ]);
    add(&[
        "--to",
        "NPL",
        "--kind",
        "media",
        "--stage",
        "done",
        "--on",
        "2022-03-02",
        "--points",
        "Spoke in Winterthur.",
    ]);
    add(&[
        "--to",
        "YEM",
        "--kind",
        "visit",
        "--stage",
        "planned",
        "--on",
        "2022-03-03",
    ]);
    let line = |audience: &str, form: &str| {
        format!("{PROGRESS} --audience {audience} --format {form}")
    };
    for form in ["md", "html"] {
        let team = accede.ok(&line("italy", form));
        for secret in ["Kathmandu", "send the model law", "Winterthur", "Bhutan"] {
            assert!(team.contains(secret), "{secret}: {team}");
        }
        assert!(
            !team.contains("capitals of Yemen") && team.contains("Italy only"),
            "{team}"
        );
        for audience in ["public", "signed-in"] {
            let anyones = accede.ok(&line(audience, form));
            let activities = anyones.split("Annex I").next().unwrap();
            for secret in SECRETS {
                assert!(
                    !activities.contains(secret),
                    "{audience} {form} tells {secret}"
                );
            }
            assert!(
                !anyones.contains("Annex II"),
                "nothing is on record for anyone"
            );
        }
    }
    // Bhutan is outside the treaty and in the table of nobody.
    assert!(!accede.ok(&line("public", "md")).contains("Bhutan"));
    let notes = accede.ok(&format!("{} --notes end", line("italy", "md")));
    assert!(notes.contains("cable of the team"), "{notes}");
    let other = Accede::new();
    assert_eq!(
        paragraphs(&accede, PROGRESS),
        paragraphs(&other, PROGRESS),
        "the same as where the team recorded nothing"
    );
}

#[test]
fn a_report_is_the_same_each_time_and_goes_over_no_file() {
    let accede = loaded();
    for form in ["md", "html"] {
        let line =
            format!("{PROGRESS} --format {form} --notes foot --symbol CTBT-Art.XIV/2023/5");
        let once = accede.ok(&line);
        assert_eq!(once, accede.ok(&line));
        assert!(once.contains("CTBT-Art.XIV/2023/5"), "{once}");
        let out = accede.folder().join(format!("report.{form}"));
        let told = accede.ok(&format!("{line} --out {}", out.display()));
        assert!(told.contains("paragraphs"), "{told}");
        assert_eq!(std::fs::read_to_string(&out).unwrap(), once);
        accede.fails(
            &format!("{line} --out {}", out.display()),
            4,
            &["was not written", "not there yet"],
        );
        assert_eq!(std::fs::read_to_string(&out).unwrap(), once);
    }
    let status = accede.ok("report status --treaty ctbt --to 2023-09-22");
    for says in [
        "Status as of: 22 September 2023",
        "187 States had signed",
        "| Zimbabwe |",
    ] {
        assert!(status.contains(says), "{says}: {status}");
    }
}

#[test]
fn what_is_asked_wrongly_is_told() {
    let accede = Accede::new();
    for (line, says) in [
        (
            "report progress --treaty ctbt --from 2023-09-22 --to 2021-09-23",
            "before it begins",
        ),
        ("report progress --treaty ctbt --to 2021-09-23", "--from"),
        ("report status --treaty ctbt --from 2021-09-23", "one day"),
        ("report progress --treaty ctbtt --from 2021-09-23", "`ctbt`"),
        (
            "report weather --treaty ctbt --from 2021-09-23",
            "progress, activities, status",
        ),
        (
            "report status --treaty ctbt --audience atlantis",
            "no team here",
        ),
        (
            "report status --treaty ctbt --audience At!",
            "no id of a team",
        ),
        (
            "report status --treaty ctbt --format odt",
            "docx, pdf, html, md",
        ),
        (
            "report status --treaty ctbt --notes margin",
            "none, foot, end",
        ),
        ("--as italy report status --treaty ctbt", "--audience"),
    ] {
        accede.fails(line, 2, &[says]);
    }
}

#[test]
fn a_report_is_a_word_document_where_its_file_is_called_so() {
    let accede = loaded();
    let out = accede.folder().join("report.docx");
    let made = format!("{PROGRESS} --notes foot --symbol CTBT-Art.XIV/2023/5");
    accede.ok(&format!("{made} --out {}", out.display()));
    let document = |path: &Path| {
        let file = fs::File::open(path).unwrap();
        let mut parts = zip::ZipArchive::new(file).unwrap();
        let mut text = String::new();
        let mut part = parts.by_name("word/document.xml").unwrap();
        part.read_to_string(&mut text).unwrap();
        text
    };
    let text = document(&out);
    for says in [
        "CTBT-Art.XIV/2023/5",
        "Dominica and Somalia signed the Treaty",
        "Annex I",
        "w:footnoteReference",
    ] {
        assert!(text.contains(says), "{says}");
    }
    // By its word under another name, and the same bytes.
    let other = accede.folder().join("report.bin");
    accede.ok(&format!("{made} --format docx --out {}", other.display()));
    assert_eq!(fs::read(&out).unwrap(), fs::read(&other).unwrap());
    accede.fails(
        &format!("{PROGRESS} --format docx"),
        2,
        &["no text for a terminal", "--out"],
    );
}

/// What is in it is checked in the room `press` and, from outside, by `.ci/pdf`.
#[test]
fn a_report_is_a_pdf_where_this_build_makes_them() {
    let accede = loaded();
    let out = accede.folder().join("report.pdf");
    let made = format!("{PROGRESS} --notes foot --out {}", out.display());
    if accede::printing::PDF {
        accede.ok(&made);
        assert!(fs::read(&out).unwrap().starts_with(b"%PDF-1.7"));
        accede.fails(
            &format!("{PROGRESS} --format pdf"),
            2,
            &["no text for a terminal", "--out"],
        );
    } else {
        accede.fails(&made, 2, &["made without PDF", "docx"]);
        assert!(!out.exists());
    }
}

#[test]
fn those_to_be_met_are_of_a_meeting_on_record_and_of_plans_that_are_seen() {
    let accede = loaded();
    let refused = |meeting: &str| {
        let line = format!("report brief --treaty ctbt --meeting {meeting}");
        let run = accede.run(line.split_whitespace());
        assert_eq!(run.status(), 2, "{line}");
        run.stderr()
    };
    let told = refused("ctbt-artxiv-1066");
    assert!(told.contains("no meeting"), "{told}");
    let told = refused("ctbt-artxiv-13");
    assert!(told.contains("no planned approach"), "{told}");
}

#[test]
fn briefs_on_those_whom_a_campaign_should_approach_next_are_one_document() {
    let accede = loaded();
    let next = accede.json("next --campaign ctbt --top 3");
    let rows = next["rows"].as_array().unwrap();
    let codes: Vec<_> = rows
        .iter()
        .map(|row| row["iso3"].as_str().unwrap().to_lowercase())
        .collect();
    assert_eq!(codes.len(), 3);
    let told = paragraphs(
        &accede,
        "report brief --treaty ctbt --campaign ctbt --top 3",
    );
    for code in codes {
        let of = told
            .iter()
            .any(|one| one["key"].as_str().unwrap().contains(&code));
        assert!(of, "{code} has a brief");
    }
    for (line, says) in [
        (
            "report brief --treaty ctbt --campaign nobody",
            "no campaign",
        ),
        (
            "report brief --treaty ccm --campaign ctbt",
            "campaign for `ctbt`",
        ),
        (
            "report progress --treaty ctbt --from 2021-01-01 --campaign ctbt",
            "all States",
        ),
        (
            "report brief --treaty ctbt --campaign ctbt --state NPL",
            "cannot be used with",
        ),
    ] {
        let refused = accede.run(line.split_whitespace());
        assert_eq!(refused.status(), 2, "{line}");
        assert!(
            refused.stderr().contains(says),
            "{line}: {}",
            refused.stderr()
        );
    }
}
