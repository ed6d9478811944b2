//! A report is asked for, looked at and taken away, in every way of reading; where scripts run, it is made anew as
//! the form is changed, and on paper it is a document.

use serde_json::json;

use crate::in_place::as_served;
use crate::reader::{Reader, at, button, field, journey};

/// The report that the page shows, in few words.
fn shown(reader: &Reader) -> String {
    let text = reader.driver().looks(
        "return document.querySelector('article.paper')?.innerText.replace(/\\s+/g, ' ') ?? ''",
        &[],
    );
    text.as_str().unwrap_or_default().to_owned()
}

#[track_caller]
fn shows(reader: &Reader, text: &str) {
    reader.waits(&format!("the report says “{text}”"), || {
        shown(reader).contains(text)
    });
}

/// Presses the button; where scripts run the report is there without.
fn made(reader: &Reader) {
    if !reader.way().script {
        reader.uses(&button("Make it"));
    }
}

#[test]
fn from_the_form_to_the_report_and_its_files() {
    journey("from_the_form_to_the_report_and_its_files", |reader| {
        reader.opens("/reports?lang=en");
        reader.sees("Progress report");
        reader.chooses(&field("Kind"), "Status");
        reader.chooses(&field("Treaty"), "CCM");
        if reader.way().script {
            // A status has no first day.
            assert!(reader.looks_for(&field("First day")).is_none());
        }
        reader.dates(&field("Last day"), "2024-09-10");
        reader.uses(&button("Make it"));
        reader.arrives("/reports/status?");
        shows(reader, "Convention on Cluster Munitions (CCM)");
        shows(reader, "10 September 2024");
        // Nothing of this loads a page, where scripts run.
        reader.driver().looks("window.stays = true", &[]);
        reader.chooses(&field("Language"), "Français");
        made(reader);
        shows(reader, "10 septembre 2024");
        reader.sees("Made for anyone, from the public record alone.");
        reader.chooses(&field("Kind"), "Progress report");
        reader.chooses(&field("Treaty"), "CTBT");
        reader.dates(&field("First day"), "2021-09-23");
        reader.dates(&field("Last day"), "2023-09-22");
        made(reader);
        shows(reader, "du 23 septembre 2021 au 22 septembre 2023");
        shows(reader, "l’Afrique du Sud et l’Italie");
        let stays = reader.driver().looks("return window.stays === true", &[]);
        assert_eq!(stays, reader.way().script, "{:?}", reader.way());
        // The files are of what is shown.
        for (form, kind) in [
            ("docx", "wordprocessingml"),
            ("html", "text/html"),
            ("md", "text/markdown"),
            ("json", "application/json"),
        ] {
            let link = reader.finds(&at(&format!(
                "//a[contains(@href, '/reports/progress.{form}?')]"
            )));
            let got = reader.driver().awaits(
                "const done = arguments[1]; fetch(arguments[0].href).then(answer => \
                 done([answer.status, answer.headers.get('content-type'), \
                 answer.headers.get('content-disposition') ?? '']))",
                &[link.handed()],
            );
            assert_eq!(got[0], 200, "{form}");
            assert!(got[1].as_str().unwrap().contains(kind), "{form}: {got}");
            let name = "accede-progress-ctbt-2021-09-23-2023-09-22-fr.";
            assert!(
                form == "json" || got[2].as_str().unwrap().contains(name),
                "{got}"
            );
        }
    });
}

#[test]
fn a_report_is_made_anew_in_place_and_what_cannot_be_is_told_by_the_field() {
    let test = "a_report_is_made_anew_in_place_and_what_cannot_be_is_told_by_the_field";
    let Some(reader) = Reader::start(test) else {
        return;
    };
    reader.opens("/reports/progress?treaty=ctbt&from=2021-09-23&to=2023-09-22&lang=en");
    reader.driver().looks("window.stays = true", &[]);
    let told = || {
        let said = "return document.querySelector('body > [role=status]').textContent";
        let said = reader.driver().looks(said, &[]);
        said.as_str().unwrap_or_default().to_owned()
    };
    reader.chooses(&field("Sources"), "after the text");
    reader.arrives("notes=end");
    reader.waits("it is told", || told().starts_with("The report has"));
    assert!(shown(&reader).contains("Sources"));
    as_served(&reader);
    // The field keeps the focus, and says what is wrong.
    reader.dates(&field("Last day"), "2020-09-22");
    reader.sees("The first day comes after the last.");
    reader.waits("it is told", || {
        told().starts_with("There is no report yet.")
    });
    assert_eq!(shown(&reader), "");
    let focus =
        "const e = document.activeElement; return [e.id, e.getAttribute('aria-invalid')]";
    assert_eq!(reader.driver().looks(focus, &[]), json!(["r-to", "true"]));
    reader.dates(&field("Last day"), "2023-09-22");
    reader.waits("the report is there again", || {
        shown(&reader).contains("Progress report")
    });
    assert_eq!(reader.driver().looks(focus, &[]), json!(["r-to", null]));
    assert_eq!(
        reader.driver().looks("return window.stays === true", &[]),
        true
    );
    // What somebody opened to look behind a paragraph stays open.
    reader.uses(&at("(//details[@class='rests noprint'])[1]/summary"));
    reader.chooses(&field("Sources"), "at the foot of pages");
    reader.arrives("notes=foot");
    let open = "return document.querySelectorAll('#r-preview details[open]').length";
    reader.waits("it stays open", || reader.driver().looks(open, &[]) == 1);
    // Going back leaves the page: no step of the form is one of the history.
    reader.heard_no_complaint();
}

#[test]
fn a_report_on_a_plan_says_which_and_the_choice_goes_with_the_treaty() {
    journey(
        "a_report_on_a_plan_says_which_and_the_choice_goes_with_the_treaty",
        |reader| {
            reader.opens("/reports/plan?treaty=ccm&lang=en");
            shows(reader, "Lausanne Action Plan");
            reader.chooses(&field("Action plan"), "Dubrovnik Action Plan");
            made(reader);
            reader.arrives("plan=dubrovnik");
            shows(reader, "The plan was adopted on 11 September 2015.");
            // Of another treaty it is another's plan: the last that is on record.
            reader.chooses(&field("Treaty"), "APMBC");
            if reader.way().script {
                reader.waits("its own plans are offered", || {
                    let plan =
                        "return document.getElementById('r-plan').selectedOptions[0].label";
                    let chosen = reader.driver().looks(plan, &[]);
                    chosen
                        .as_str()
                        .is_some_and(|label| !label.contains("Dubrovnik"))
                        && shown(reader).contains("Mine Ban")
                });
            }
            reader.chooses(&field("Kind"), "Obligations");
            if reader.way().script {
                assert!(reader.looks_for(&field("Action plan")).is_none());
            }
        },
    );
}

/// A printer is given the document and nothing of the page around it.
#[test]
fn on_paper_a_report_is_a_document() {
    let Some(reader) = Reader::start("on_paper_a_report_is_a_document") else {
        return;
    };
    reader.opens("/reports/progress?treaty=ctbt&from=2021-09-23&to=2023-09-22&lang=en");
    let media = json!({"media": "print"});
    reader
        .driver()
        .chromium("Emulation.setEmulatedMedia", &media);
    let seen = reader.text();
    let seen = seen.trim_start();
    assert!(
        seen.starts_with("Progress report Comprehensive Nuclear-Test-Ban Treaty (CTBT)"),
        "{seen}"
    );
    for gone in [
        "Make it",
        "Preview",
        "Sign in",
        "Take it away",
        "Permanent link",
        "entries\n",
    ] {
        assert!(!seen.contains(gone), "{gone}");
    }
    assert!(
        seen.contains("Made from the public record as known at"),
        "{seen}"
    );
    reader
        .driver()
        .chromium("Emulation.setEmulatedMedia", &json!({"media": ""}));
}
