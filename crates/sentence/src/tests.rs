//! Sentences as data, said.

use std::collections::BTreeMap;

use treaty::{Lang, ParticipantId};
use world::view::NamedState;

use super::*;

fn sentence(
    says: &'static str,
    of: impl IntoIterator<Item = (&'static str, Said)>,
) -> Sentence {
    Sentence {
        says,
        of: BTreeMap::from_iter(of),
        entries: Vec::new(),
    }
}

fn states(named: &[(&str, &str)]) -> Said {
    let named = named.iter().map(|(code, name)| NamedState {
        iso3: code.parse::<ParticipantId>().unwrap(),
        name: (*name).to_owned(),
    });
    Said::States(named.collect())
}

/// The values of a sentence as the pattern of another says them.
fn in_pattern(lang: Lang, name: &'static str, key: &'static str, said: &Said) -> String {
    let words = Words::for_lang(lang);
    words.text_with(key, &[(name, arg(words, said))])
}

#[test]
fn states_stand_in_the_order_of_the_language_with_their_articles() {
    let english = states(&[("GMB", "Gambia"), ("EGY", "Egypt"), ("DEU", "Germany")]);
    let french = states(&[("GMB", "Gambie"), ("EGY", "Égypte"), ("DEU", "Allemagne")]);
    assert_eq!(
        in_pattern(Lang::En, "date", "period-from-day", &english),
        "from Egypt, the Gambia and Germany"
    );
    assert_eq!(
        in_pattern(Lang::Fr, "date", "period-to-month", &french),
        "à l’Allemagne, l’Égypte et la Gambie"
    );
}

#[test]
fn numbers_days_and_periods_come_as_they_always_did() {
    let day: treaty::PartialDate = "2021-09-23".parse().unwrap();
    let said = |lang, said: &Said| in_pattern(lang, "date", "period-from-year", said);
    assert_eq!(said(Lang::En, &Said::Day(day)), "from 23 September 2021");
    assert_eq!(said(Lang::En, &Said::Number(12)), "from 12");
    let to = "2023-09-22".parse().unwrap();
    assert_eq!(
        said(Lang::En, &Said::Period { from: day, to }),
        "from from 23 September 2021 to 22 September 2023"
    );
    assert_eq!(
        said(
            Lang::En,
            &Said::Names(vec!["b".into(), "a".into(), "c".into()])
        ),
        "from b, a and c"
    );
}

#[test]
fn a_sentence_without_a_text_is_seen() {
    let nobody = sentence("no-such-sentence", [("n", Said::Number(1))]);
    assert_eq!(
        say(Words::for_lang(Lang::En), &nobody),
        "⟨no-such-sentence⟩"
    );
}

#[test]
fn points_have_the_decimal_mark_of_the_language() {
    assert_eq!(tenths(Words::for_lang(Lang::En), -114), "−11.4");
    assert_eq!(tenths(Words::for_lang(Lang::Fr), 114), "11,4");
}
