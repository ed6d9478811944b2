//! The list of approaches and one of them, with something in them: found, read, and without a barrier.

use std::cell::OnceCell;
use std::time::Duration;

use serde_json::{Value, json};

use crate::every_page;
use crate::reader::{Reader, button, field, journey, link, link_to};

/// What is recorded: what each approach says beside what all say.
const RECORDED: [&[&str]; 4] = [
    &[
        "--kind",
        "meeting-bilateral",
        "--to",
        "Nepal",
        "--on",
        "2023-03-12",
        "--channel",
        "vienna",
        "--place",
        "Vienna International Centre",
        "--level",
        "ambassadorial",
        "--their-level",
        "deputy",
        "--theme",
        "assistance-available",
        "--outcome",
        "in-parliament",
        "--obstacle",
        "translation",
        "--asked",
        "model-legislation",
        "--points",
        "The bill is in parliament.\nModel legislation would help.",
        "--answer",
        "L’examen est prévu en mai.",
        "--next",
        "Send model legislation",
        "--next-by",
        "2023-05",
        "--next-owner",
        "the desk",
        "--forum",
        "artxiv_conference",
        "--note",
        "To be followed.",
    ],
    &[
        "--kind",
        "letter",
        "--to",
        "Lao People's Democratic Republic",
        "--on",
        "2022-06",
        "--outcome",
        "acknowledged",
    ],
    &[
        "--kind",
        "workshop-regional",
        "--to",
        "Vanuatu",
        "--to",
        "org:Pacific Islands Forum",
        "--on",
        "2024",
        "--outcome",
        "positive-signal",
        "--outcome",
        "follow-up-agreed",
        "--next",
        "Ask for a date",
        "--next-by",
        "2027-03-01",
    ],
    &[
        "--kind",
        "demarche-joint",
        "--to",
        "Nepal",
        "--on",
        "2021-09-23",
    ],
];

/// Records them for anyone to see; gives the address of the first.
fn recorded(reader: &Reader) -> String {
    let mut first = None;
    for own in RECORDED {
        let all = [
            "--json",
            "approach",
            "add",
            "--treaty",
            "ctbt",
            "--by",
            "Italy",
            "--stage",
            "done",
            "--seen-by",
            "public",
            "--source",
            "invented for a test",
        ];
        let run = reader.accede().run(all.iter().chain(own.iter()));
        let told: Value = serde_json::from_str(&run.ok()).unwrap();
        let entry = &told["first"];
        let name = entry
            .as_str()
            .map_or_else(|| entry.to_string(), str::to_owned);
        first.get_or_insert(format!("/approaches/{name}"));
    }
    // The server reads on by itself, not at once.
    let here = "return document.body.innerText.includes('4 approaches.')";
    let read = (0..100).any(|_| {
        reader.opens("/approaches");
        let read = reader.driver().looks(here, &[]) == json!(true);
        if !read {
            std::thread::sleep(Duration::from_millis(100));
        }
        read
    });
    assert!(read, "the server does not read on");
    first.unwrap()
}

#[test]
fn approaches_are_narrowed_and_read_in_every_way() {
    let address = OnceCell::new();
    journey("approaches_are_narrowed_and_read_in_every_way", |reader| {
        let first = address.get_or_init(|| recorded(reader)).clone();
        reader.opens("/approaches");
        reader.sees("4 approaches.");
        reader.sees("Regional workshop");
        reader.fills(&field("Words"), "parliament");
        reader.uses(&button("Narrow the list"));
        reader.sees("One approach matches.");
        reader.uses(&link("Nepal"));
        reader.arrives(&first);
        reader.sees("Bilateral meeting: Italy – Nepal");
        reader.sees("Model legislation would help.");
        reader.sees("overdue");
        reader.opens("/approaches");
        reader.uses(&link("Open follow-ups"));
        reader.sees("Ask for a date");
        reader.opens("/states/NPL");
        reader.uses(&link_to("/approaches?state=NPL"));
        reader.sees("2 approaches match.");
    });
}

#[test]
fn no_barrier_and_no_scrolling_sideways_where_there_are_approaches() {
    let test = "no_barrier_and_no_scrolling_sideways_where_there_are_approaches";
    let Some(axe) = every_page::axe(test) else {
        return;
    };
    let Some(reader) = Reader::start(test) else {
        return;
    };
    let first = recorded(&reader);
    every_page::brings(&reader, &axe);
    let mut wrong = Vec::new();
    for (theme, width) in [
        ("light", 1280),
        ("dark", 1280),
        ("light", 360),
        ("dark", 320),
    ] {
        reader.window(width, 800);
        reader.prefers(&[("prefers-color-scheme", theme)]);
        for address in [
            "/approaches",
            "/approaches?follow_up=open&lang=fr",
            "/approaches?level=deputy",
            "/approaches?q=nothing&lang=fr",
            &first,
            &format!("{first}?lang=fr"),
            &format!("{first}?lang=ar"),
            "/states/NPL?lang=fr",
        ] {
            reader.opens(address);
            wrong.extend(every_page::barriers_here(&reader));
            let wide = reader.driver().looks(every_page::WIDER, &[]);
            if wide != json!([]) {
                wrong.push(format!("{address} at {width}: {wide:#}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
