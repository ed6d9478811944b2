//! A paper to try the forms on: everything that a paper can hold, in two languages. Its words are made up
//! for it; its facts are those of `facts/` (the CTBT on 22 September 2023).

use jiff::civil::date;
use ledger::EntryRef;
use report::paper::{
    Annex, Block, Cell, Colophon, Column, Heading, Masthead, NoteForm, Origin, Paper,
    Paragraph, ParagraphForm, Picture, Stated, Table,
};
use treaty::{Confidence, Lang};
use world::view::{HeadView, SourceRef};

/// Takes the text of the language.
type Say = fn(&'static str, &'static str) -> String;

/// The paper in English or French, with its notes at this place.
pub(crate) fn paper(lang: Lang, notes: NoteForm) -> Paper {
    let say: Say = match lang {
        Lang::Fr => |_, french| french.to_owned(),
        Lang::En | Lang::Ar | Lang::Es | Lang::Ru | Lang::Zh => |english, _| english.to_owned(),
    };
    Paper {
        lang,
        masthead: masthead(say),
        title: vec![
            say(
                "Progress towards the entry into force",
                "Progrès vers l’entrée en vigueur",
            ),
            say(
                "From September 2021 to September 2023",
                "De septembre 2021 à septembre 2023",
            ),
        ],
        blocks: body(say),
        annexes: vec![annex(say)],
        notes,
        sources: sources(),
        colophon: Colophon {
            text: vec![say(
                "Made from the public record as it was known on 22 November 2026.",
                "Établi à partir du registre public tel qu’il était connu le 22 novembre 2026.",
            )],
            head: HeadView {
                entries: 4182,
                link: "5f0c".repeat(16),
            },
            asks: Some("/reports/progress?treaty=ctbt&on=2023-09-22".to_owned()),
        },
    }
}

fn masthead(say: Say) -> Masthead {
    Masthead {
        body: vec![
            say(
                "Conference on Facilitating the Entry into Force",
                "Conférence visant à faciliter",
            ),
            say(
                "of the Comprehensive Nuclear-Test-Ban Treaty",
                "l’entrée en vigueur du Traité d’interdiction complète des essais nucléaires",
            ),
        ],
        venue: Some(say(
            "New York, 22 September 2023",
            "New York, 22\u{a0}septembre 2023",
        )),
        symbol: Some("CTBT-Art.XIV/2023/0".to_owned()),
        distribution: Some(say("Distr.: General", "Distr.\u{a0}: générale")),
        date: Some(date(2023, 9, 22)),
        original: Some(say("Original: English", "Original\u{a0}: anglais")),
        agenda: Some(say(
            "A paper made for a test",
            "Document établi pour un essai",
        )),
        restricted: None,
    }
}

fn body(say: Say) -> Vec<Block> {
    vec![
        heading("status", 1, say("Status of the Treaty", "État du Traité")),
        paragraph(
            "totals",
            ParagraphForm::Numbered,
            vec![
                stated(
                    say(
                        "On 22 September 2023 the Treaty had 187 signatures and 178 ratifications.",
                        "Au 22\u{a0}septembre 2023, le Traité comptait 187\u{a0}signatures et 178\u{a0}ratifications.",
                    ),
                    &[1, 2],
                ),
                stated(
                    say("It was not in force.", "Il n’était pas en vigueur."),
                    &[],
                ),
            ],
        ),
        paragraph(
            "since",
            ParagraphForm::Numbered,
            vec![stated(
                say("Since September 2021:", "Depuis septembre 2021\u{a0}:"),
                &[],
            )],
        ),
        paragraph(
            "signed",
            ParagraphForm::Sub,
            vec![stated(
                say(
                    "Dominica and Somalia signed the Treaty;",
                    "la Dominique et la Somalie ont signé le Traité\u{a0};",
                ),
                &[3, 4],
            )],
        ),
        paragraph(
            "signed-when",
            ParagraphForm::Bullet,
            vec![stated(
                say(
                    "the second of them on 8 September 2023;",
                    "la seconde le 8\u{a0}septembre 2023\u{a0};",
                ),
                &[4],
            )],
        ),
        paragraph(
            "ratified",
            ParagraphForm::Sub,
            vec![stated(
                say("eight States ratified it.", "huit États l’ont ratifié."),
                &[5],
            )],
        ),
        heading("ahead", 2, say("What lies ahead", "Ce qui reste à faire")),
        paragraph(
            "plain",
            ParagraphForm::Plain,
            vec![stated(
                say(
                    "The annex lists them. Of all this the author says:",
                    "L’annexe en donne la liste. L’auteur en dit\u{a0}:",
                ),
                &[],
            )],
        ),
        paragraph(
            "quotation",
            ParagraphForm::Quotation,
            vec![stated(
                say(
                    "“Each of them is a step.”",
                    "«\u{a0}Chacun d’eux est un pas.\u{a0}»",
                ),
                &[],
            )],
        ),
        picture(say),
        paragraph(
            "bullet",
            ParagraphForm::Bullet,
            vec![stated(say("A point by itself.", "Un point à part."), &[])],
        ),
    ]
}

fn annex(say: Say) -> Annex {
    Annex {
        title: Heading {
            key: "annex-1".to_owned(),
            level: 1,
            text: say(
                "Annex I. Ratifications, September 2021 to September 2023",
                "Annexe I. Ratifications, septembre 2021 à septembre 2023",
            ),
            begins_page: false,
        },
        blocks: vec![
            paragraph(
                "annex-lede",
                ParagraphForm::Numbered,
                vec![stated(say("By day:", "Par jour\u{a0}:"), &[])],
            ),
            table(say),
            narrow(say),
        ],
    }
}

fn table(say: Say) -> Block {
    let column = |head: String, width, numbers| Column {
        head,
        width,
        numbers,
    };
    let row = |at: usize, name: String, day: String, now: u32| {
        let texts = [at.to_string(), name, day, now.to_string()];
        texts
            .map(|text| Cell {
                text,
                entries: vec![],
            })
            .to_vec()
    };
    Block::Table(Table {
        key: "ratifications".to_owned(),
        caption: say("States that ratified", "États ayant ratifié"),
        columns: vec![
            column("N".to_owned(), 10, true),
            column(say("State", "État"), 40, false),
            column(say("Day", "Jour"), 30, false),
            column(say("Ratifications", "Ratifications"), 20, true),
        ],
        rows: vec![
            row(
                1,
                say("Gambia", "Gambie"),
                say("24 March 2022", "24\u{a0}mars 2022"),
                171,
            ),
            row(
                2,
                "Tuvalu".to_owned(),
                say("31 March 2022", "31\u{a0}mars 2022"),
                172,
            ),
            row(
                3,
                say("Dominica", "Dominique"),
                say("30 June 2022", "30\u{a0}juin 2022"),
                173,
            ),
            row(
                4,
                "Timor-Leste".to_owned(),
                say("1 August 2022", "1er\u{a0}août 2022"),
                174,
            ),
        ],
    })
}

fn narrow(say: Say) -> Block {
    let cell = |text: String| Cell {
        text,
        entries: vec![],
    };
    let column = |head: String, width, numbers| Column {
        head,
        width,
        numbers,
    };
    Block::Table(Table {
        key: "totals".to_owned(),
        caption: say("Totals", "Totaux"),
        columns: vec![
            column(say("Act", "Acte"), 70, false),
            column(say("States", "États"), 30, true),
        ],
        rows: vec![
            vec![
                cell(say("Signatures", "Signatures")),
                cell("187".to_owned()),
            ],
            vec![
                cell(say("Ratifications", "Ratifications")),
                cell("178".to_owned()),
            ],
        ],
    })
}

fn picture(say: Say) -> Block {
    Block::Picture(Picture {
        key: "bars".to_owned(),
        caption: say(
            "Signatures and ratifications",
            "Signatures et ratifications",
        ),
        describes: say(
            "Two bars: 187 signatures, 178 ratifications.",
            "Deux barres\u{a0}: 187\u{a0}signatures, 178\u{a0}ratifications.",
        ),
        svg: include_str!("bars.svg").to_owned(),
        inline: include_str!("bars.svg").to_owned(),
        notes: Vec::new(),
        width: 640,
        height: 160,
    })
}

fn heading(key: &str, level: u8, text: String) -> Block {
    Block::Heading(Heading {
        key: key.to_owned(),
        level,
        text,
        begins_page: false,
    })
}

fn paragraph(key: &str, form: ParagraphForm, sentences: Vec<Stated>) -> Block {
    Block::Paragraph(Paragraph {
        key: key.to_owned(),
        form,
        sentences,
    })
}

fn stated(text: String, entries: &[u64]) -> Stated {
    Stated {
        text,
        entries: entries.iter().map(|number| entry(*number)).collect(),
        asks: (!entries.is_empty()).then(|| "/treaties/ctbt?on=2023-09-22".to_owned()),
        origin: Origin::Record,
    }
}

fn entry(number: u64) -> EntryRef {
    number
        .to_string()
        .parse()
        .expect("a number is the name of an entry")
}

/// Entries 1 to 4 rest on two documents; of entry 5 no source is named.
fn sources() -> Vec<SourceRef> {
    let page = |number, place: Option<&str>| {
        SourceRef {
        entry: entry(number),
        title: "Multilateral Treaties Deposited with the Secretary-General, chapter XXVI-4".to_owned(),
        url: Some("https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XXVI-4&chapter=26".to_owned()),
        retrieved: Some(date(2026, 2, 3)),
        as_at: Some(date(2026, 2, 3)),
        place: place.map(str::to_owned),
        confidence: Some(Confidence::High),
    }
    };
    let mut minutes = page(4, None);
    minutes.title = "A note on paper".to_owned();
    minutes.url = None;
    minutes.retrieved = None;
    minutes.as_at = None;
    vec![
        page(1, None),
        page(2, None),
        page(3, Some("Dominica")),
        minutes,
    ]
}
