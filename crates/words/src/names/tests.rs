//! Names in sentences, held to the table and to the participants on record.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use fluent_bundle::FluentValue;
use proptest::prelude::*;
use serde::Deserialize;
use treaty::{Lang, ParticipantId};

use super::*;
use crate::{Arg, FORMS, Words};

const PARTICIPANTS: &str = include_str!("../../../../facts/participants.csv");
const NAMES: &str = include_str!("../../../../facts/names.csv");

#[derive(Deserialize)]
struct Participant {
    code: ParticipantId,
    name_en: String,
    name_fr: String,
}

#[derive(Deserialize)]
struct OtherName {
    name: String,
    code: ParticipantId,
}

fn rows<T: for<'d> Deserialize<'d>>(table: &str) -> Vec<T> {
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    rows.deserialize().map(Result::unwrap).collect()
}

fn participants() -> Vec<Participant> {
    rows(PARTICIPANTS)
}

fn id(code: &str) -> ParticipantId {
    code.parse().unwrap()
}

/// States by code, under the names the record has in a language.
fn named(lang: Lang, codes: &str) -> Vec<(ParticipantId, String)> {
    let all = participants();
    let of = |code: &str| all.iter().find(|one| one.code == id(code)).unwrap();
    let name = |one: &Participant| match lang == Lang::Fr && !one.name_fr.is_empty() {
        true => one.name_fr.clone(),
        false => one.name_en.clone(),
    };
    codes
        .split(' ')
        .map(|code| (id(code), name(of(code))))
        .collect()
}

fn said(lang: Lang, codes: &str, case: Case) -> String {
    let states = named(lang, codes);
    let states: Vec<_> = states
        .iter()
        .map(|(code, name)| (*code, name.as_str()))
        .collect();
    Words::for_lang(lang).states(&states, case)
}

#[test]
fn every_participant_has_a_row_that_knows_its_names() {
    let all = participants();
    let codes: BTreeSet<_> = all.iter().map(|one| one.code).collect();
    assert_eq!(codes, ROWS.keys().copied().collect());
    assert_eq!(rows::<Row>(TABLE).len(), ROWS.len(), "no code twice");
    for one in &all {
        let row = &ROWS[&one.code];
        assert!(row.knows(&one.name_en), "{}: {}", one.code, one.name_en);
        assert!(
            one.name_fr.is_empty() || row.knows(&one.name_fr),
            "{}: {}",
            one.code,
            one.name_fr
        );
    }
}

#[test]
fn a_name_that_differs_from_the_record_is_another_name_of_the_same_or_says_why() {
    #[derive(Deserialize)]
    struct Noted {
        source: String,
        note: String,
    }
    let noted: BTreeMap<_, Noted> = rows::<Row>(TABLE)
        .iter()
        .map(|row| row.code)
        .zip(rows::<Noted>(TABLE))
        .collect();
    let others: Vec<OtherName> = rows(NAMES);
    for one in participants() {
        let row = &ROWS[&one.code];
        let noted = &noted[&one.code];
        assert!(!noted.source.is_empty(), "{}", one.code);
        let listed = |name: &str, record: &str| name == typographic(record);
        let english = english::listed(row);
        let is_other = others
            .iter()
            .any(|other| other.code == one.code && listed(english, &other.name));
        assert!(
            listed(english, &one.name_en) || is_other || !noted.note.is_empty(),
            "{}: {english}",
            one.code
        );
        let french = french::listed(row);
        assert!(
            listed(french, &one.name_fr) || !noted.note.is_empty(),
            "{}: {french}",
            one.code
        );
        let irregular = [
            &row.fr_of,
            &row.fr_in,
            &row.also,
            &row.en_list,
            &row.fr_list,
        ];
        assert!(
            irregular.iter().all(|given| given.is_empty()) || !noted.note.is_empty(),
            "{} is irregular and does not say why",
            one.code
        );
    }
}

/// Read this by eye: every participant in every case.
fn table(lang: Lang) -> String {
    let words = Words::for_lang(lang);
    let all = participants();
    let codes: Vec<_> = all.iter().map(|one| one.code.to_string()).collect();
    let states = named(lang, &codes.join(" "));
    let states = words.in_order(states.iter().map(|(code, name)| (*code, name.as_str())));
    let mut table = String::new();
    for state in states {
        let forms = Case::ALL.map(|case| words.states(&[state], case));
        writeln!(table, "{} {}", state.0, forms.join(" | ")).unwrap();
    }
    table
}

#[test]
fn every_participant_in_every_case_in_english() {
    insta::assert_snapshot!(table(Lang::En));
}

#[test]
fn every_participant_in_every_case_in_french() {
    insta::assert_snapshot!(table(Lang::Fr));
}

#[test]
fn the_ratifications_of_2021_to_2023_read_as_the_report_has_them() {
    let codes = "DMA GNQ GMB TLS TUV STP SLB LKA";
    assert_eq!(
        said(Lang::En, codes, Case::Subject),
        "Dominica, Equatorial Guinea, the Gambia, Timor-Leste, Tuvalu, Sao Tome and Principe, \
         Solomon Islands and Sri Lanka"
    );
    assert_eq!(
        said(Lang::Fr, codes, Case::Subject),
        "la Dominique, la Guinée équatoriale, la Gambie, le Timor-Leste, les Tuvalu, Sao \
         Tomé-et-Principe, les Îles Salomon et Sri Lanka"
    );
    assert_eq!(
        said(Lang::En, "DMA GNQ GMB", Case::Subject),
        "Dominica, Equatorial Guinea and the Gambia"
    );
}

#[test]
fn a_preposition_is_said_once_in_english_and_before_each_name_in_french() {
    let codes = "GMB NPL TON";
    for (case, english, french) in [
        (
            Case::List,
            "Gambia, Nepal and Tonga",
            "Gambie, Népal et Tonga",
        ),
        (
            Case::Subject,
            "the Gambia, Nepal and Tonga",
            "la Gambie, le Népal et les Tonga",
        ),
        (
            Case::Of,
            "of the Gambia, Nepal and Tonga",
            "de la Gambie, du Népal et des Tonga",
        ),
        (
            Case::To,
            "to the Gambia, Nepal and Tonga",
            "à la Gambie, au Népal et aux Tonga",
        ),
        (
            Case::In,
            "in the Gambia, Nepal and Tonga",
            "en Gambie, au Népal et aux Tonga",
        ),
        (
            Case::By,
            "by the Gambia, Nepal and Tonga",
            "par la Gambie, le Népal et les Tonga",
        ),
        (
            Case::With,
            "with the Gambia, Nepal and Tonga",
            "avec la Gambie, le Népal et les Tonga",
        ),
    ] {
        assert_eq!(said(Lang::En, codes, case), english);
        assert_eq!(said(Lang::Fr, codes, case), french);
    }
    for case in Case::ALL {
        for lang in [Lang::En, Lang::Fr] {
            assert_eq!(Words::for_lang(lang).states(&[], case), "");
        }
    }
}

/// The representatives the Security Council invited in 1956 and 1966, as its decisions name them.
#[test]
fn french_names_states_as_the_security_council_does() {
    assert_eq!(
        said(Lang::Fr, "EGY ISR", Case::Of),
        "de l’Égypte et d’Israël"
    );
    assert_eq!(
        said(Lang::Fr, "COD PRT TZA BDI CAF COG", Case::Of),
        "de la République démocratique du Congo, du Portugal, de la République-Unie de Tanzanie, \
         du Burundi, de la République centrafricaine et du Congo"
    );
    assert_eq!(said(Lang::Fr, "CSK", Case::Of), "de la Tchécoslovaquie");
}

#[test]
fn the_united_kingdom_brings_no_comma_with_it() {
    assert_eq!(
        said(Lang::En, "ARE GBR USA", Case::By),
        "by the United Arab Emirates, the United Kingdom of Great Britain and Northern Ireland and \
         the United States of America"
    );
}

#[test]
fn lists_are_in_the_alphabetical_order_of_their_language() {
    let order = |lang: Lang, codes: &str| {
        let states = named(lang, codes);
        let states = states.iter().map(|(code, name)| (*code, name.as_str()));
        Words::for_lang(lang).states(&Words::for_lang(lang).in_order(states), Case::List)
    };
    assert_eq!(
        order(Lang::Fr, "ZWE EGY DJI ECU CIV CRI HRV TCD GBR ARE ESP IRN"),
        "Costa Rica, Côte d’Ivoire, Croatie, Djibouti, Égypte, Émirats arabes unis, Équateur, \
         Espagne, Iran (République islamique d’), Royaume-Uni de Grande-Bretagne et d’Irlande du \
         Nord, Tchad et Zimbabwe"
    );
    // As the United Nations' own French list of its Members has them.
    assert_eq!(
        order(Lang::Fr, "TZA MDA PRK DOM LAO CAF KOR SYR"),
        "République arabe syrienne, République centrafricaine, République de Corée, République \
         démocratique populaire lao, République de Moldova, République dominicaine, République \
         populaire démocratique de Corée et République-Unie de Tanzanie"
    );
    assert_eq!(
        order(Lang::Fr, "SMR KNA LCA GNQ GNB GIN"),
        "Guinée, Guinée-Bissau, Guinée équatoriale, Sainte-Lucie, Saint-Kitts-et-Nevis et Saint-Marin"
    );
    assert_eq!(
        order(Lang::En, "TKM TUR TUV GMB CIV CRI BHS CZE NLD"),
        "Bahamas, Costa Rica, Côte d’Ivoire, Czechia, Gambia, Netherlands (Kingdom of the), \
         Türkiye, Turkmenistan and Tuvalu"
    );
}

#[test]
fn a_name_the_table_does_not_know_stands_as_it_is_given() {
    let (en, fr) = (Words::for_lang(Lang::En), Words::for_lang(Lang::Fr));
    let nobody = id("XAA");
    assert_eq!(en.state(nobody, "Atlantis", Case::Of), "of Atlantis");
    assert_eq!(fr.state(nobody, "Atlantis", Case::Of), "d’Atlantis");
    assert_eq!(fr.state(nobody, "Mu", Case::Of), "de Mu");
    assert_eq!(fr.state(nobody, "Mu", Case::In), "à Mu");
    assert_eq!(fr.state(nobody, "L'Autre", Case::With), "avec L’Autre");
    // A State under its former name is not given the article of its present one.
    assert_eq!(en.state(id("COD"), "Zaire", Case::Subject), "Zaire");
    assert_eq!(fr.state(id("COD"), "Zaïre", Case::Of), "de Zaïre");
    // Where the record has no name in French, the table has.
    let soviet = "Union of Soviet Socialist Republics";
    assert_eq!(
        fr.state(id("SUN"), soviet, Case::By),
        "par l’Union des Républiques socialistes soviétiques"
    );
    // Names in a language without texts stand in English sentences as they are.
    assert_eq!(
        Words::for_lang(Lang::Ru).state(id("GMB"), "Гамбия", Case::Of),
        "of Гамбия"
    );
}

#[test]
fn a_pattern_may_ask_for_every_form_that_is_documented() {
    let readme = include_str!("../../README.md");
    let words = Words::for_lang(Lang::En);
    let states = Arg::States(vec![(id("GMB"), "Gambia"), (id("NPL"), "Nepal")]);
    let args = [
        ("states", states),
        ("n", Arg::Count(12)),
        ("day", Arg::Date("2021-09-23".parse().unwrap())),
        (
            "time",
            Arg::Period("2021-09".parse().unwrap(), "2023-09".parse().unwrap()),
        ),
        (
            "venues",
            Arg::Clause("at the tenth Review Conference".to_owned()),
        ),
        ("treaty", Arg::Noun("report-treaty")),
    ];
    let forms: Vec<String> = ["states", "n", "day", "time", "venues", "treaty"]
        .iter()
        .flat_map(|name| FORMS.map(|form| format!("{name}{form}")))
        .collect();
    let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
    let mut asked = BTreeMap::new();
    for (name, value) in crate::arg::values(words, &forms, &args).iter() {
        assert!(
            readme.contains(&format!("`{{ ${name} }}`")),
            "{name} is not in the README"
        );
        let value = match value {
            FluentValue::String(text) => text.to_string(),
            FluentValue::Number(n) => n.as_string().into_owned(),
            other @ (FluentValue::Custom(_) | FluentValue::None | FluentValue::Error) => {
                panic!("{other:?}")
            }
        };
        asked.insert(name.to_owned(), value);
    }
    let documented: BTreeSet<_> = readme
        .split("`{ $")
        .skip(1)
        .filter_map(|rest| rest.split_once(" }`"))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(
        asked.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        documented
    );
    let said = |name: &str| asked[name].as_str();
    assert_eq!(said("states-start"), "The Gambia and Nepal");
    assert_eq!(said("states-n"), "2");
    assert_eq!(
        (said("n"), said("n-words"), said("n-start")),
        ("12", "12", "Twelve")
    );
    assert_eq!((said("n-nth"), said("n-nth-start")), ("twelfth", "Twelfth"));
    assert_eq!(said("day-start"), "On 23 September 2021");
    assert_eq!(said("time-start"), "From September 2021 to September 2023");
}

#[test]
fn a_verb_agrees_with_the_name_as_each_language_has_it() {
    let number = |lang, codes: &str| {
        let states = if codes.is_empty() {
            Vec::new()
        } else {
            named(lang, codes)
        };
        let states: Vec<_> = states
            .iter()
            .map(|(code, name)| (*code, name.as_str()))
            .collect();
        Words::for_lang(lang).number_of(&states)
    };
    for (codes, en, fr) in [
        ("TON", 1, 2),
        ("USA", 1, 2),
        ("ITA", 1, 1),
        ("LAO", 1, 1),
        ("ITA TON", 2, 2),
        ("", 0, 0),
    ] {
        assert_eq!(
            (number(Lang::En, codes), number(Lang::Fr, codes)),
            (en, fr),
            "{codes}"
        );
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_and_no_blank_is_doubled(
        picked in proptest::sample::subsequence(participants().iter().map(|one| one.code.to_string()).collect::<Vec<_>>(), 1..40),
        case in proptest::sample::select(Case::ALL.to_vec()),
        french in any::<bool>(),
    ) {
        let lang = if french { Lang::Fr } else { Lang::En };
        let text = said(lang, &picked.join(" "), case);
        prop_assert!(!text.contains("  ") && text.trim() == text, "{text:?}");
        prop_assert!(!text.contains(['\'', '{', '⟨']), "{text:?}");
        let words = Words::for_lang(lang);
        let mut rest = text.as_str();
        for (code, name) in named(lang, &picked.join(" ")) {
            let one = words.state(code, &name, case);
            let said_once = match french {
                true => french::before(case).unwrap_or_default(),
                false => english::before(case),
            };
            let one = one.strip_prefix(said_once).unwrap();
            let at = rest.find(one);
            prop_assert!(at.is_some(), "{one:?} is lost in {text:?}");
            rest = &rest[at.unwrap() + one.len()..];
        }
        prop_assert_eq!(rest, "");
    }

    #[test]
    fn the_order_does_not_depend_on_the_order_given(
        picked in proptest::sample::subsequence(participants().iter().map(|one| one.code.to_string()).collect::<Vec<_>>(), 1..40)
            .prop_shuffle(),
    ) {
        let words = Words::for_lang(Lang::Fr);
        let states = named(Lang::Fr, &picked.join(" "));
        let states: Vec<_> = states.iter().map(|(code, name)| (*code, name.as_str())).collect();
        let once = words.in_order(states.iter().copied());
        let again = words.in_order(states.iter().rev().copied());
        prop_assert_eq!(&once, &again);
        let keys: Vec<_> = once.iter().map(|(code, name)| words.order(*code, name)).collect();
        prop_assert!(keys.is_sorted());
    }
}
