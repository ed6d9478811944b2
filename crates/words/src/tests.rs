//! The catalogues are held to each other and to the code.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use jiff::civil::date;
use treaty::{Kind, Lang, Step, StepRule};

use super::*;
use crate::catalogue::COMPILED;

/// The keys of a language, each with the values its text asks for.
fn keys(code: &str) -> BTreeMap<String, BTreeSet<String>> {
    let (_, files) = COMPILED.iter().find(|(folder, _)| *folder == code).unwrap();
    let mut keys = BTreeMap::new();
    for (file, text) in *files {
        let resource = fluent_syntax::parser::parse(*text)
            .unwrap_or_else(|(_, errors)| panic!("{code}/{file}: {errors:?}"));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut wanted = BTreeSet::new();
                let value = message
                    .value
                    .unwrap_or_else(|| panic!("{} has no text", message.id.name));
                collect(&value, &mut wanted);
                let before = keys.insert(message.id.name.to_owned(), wanted);
                assert!(
                    before.is_none(),
                    "{code}: `{}` is there twice",
                    message.id.name
                );
            }
        }
    }
    keys
}

fn collect(pattern: &Pattern<&str>, wanted: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => collect_inline(inline, wanted),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, wanted);
                    variants
                        .iter()
                        .for_each(|variant| collect(&variant.value, wanted));
                }
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, wanted: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            wanted.insert(id.name.to_owned());
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::FunctionReference { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. }
        | InlineExpression::Placeable { .. } => {
            panic!("texts here use plain values only: {inline:?}")
        }
    }
}

#[test]
fn every_folder_is_a_language_and_says_the_same_keys_with_the_same_values() {
    let english = keys("en");
    let mut complete = Vec::new();
    for (code, _) in COMPILED {
        assert!(
            code.parse::<Lang>().is_ok(),
            "`{code}` is no language of the interface"
        );
        let own = keys(code);
        for (key, wanted) in &own {
            let there = english
                .get(key)
                .unwrap_or_else(|| panic!("{code}: `{key}` is not in English"));
            assert!(
                wanted.is_subset(there),
                "{code}: `{key}` asks for {wanted:?}, English for {there:?}"
            );
        }
        if own.len() == english.len() {
            complete.push(*code);
        } else if *code == "fr" {
            let lacking: Vec<_> = english
                .keys()
                .filter(|key| !own.contains_key(*key))
                .collect();
            panic!("French lacks {lacking:?}");
        }
    }
    assert_eq!(complete, ["en", "fr"]);
}

/// What a message says, once for each of its forms; a value stands there as `x`.
fn said(pattern: &Pattern<&str>, all: &mut Vec<String>) {
    let mut whole = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => whole.push_str(value),
            PatternElement::Placeable { expression } => {
                whole.push('x');
                if let Expression::Select { variants, .. } = expression {
                    variants.iter().for_each(|one| said(&one.value, all));
                }
            }
        }
    }
    all.push(whole);
}

#[test]
fn no_french_line_begins_with_a_sign_that_belongs_to_the_word_before() {
    let (_, files) = COMPILED.iter().find(|(folder, _)| *folder == "fr").unwrap();
    let (mut all, mut signs) = (Vec::new(), 0);
    for (_, text) in *files {
        let resource = fluent_syntax::parser::parse(*text).unwrap();
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                said(&message.value.unwrap(), &mut all);
            }
        }
    }
    for text in &all {
        signs += text.matches([':', ';', '?', '!']).count();
        let before = [" :", " ;", " ?", " !", " »", "« "];
        let loose = before.into_iter().find(|sign| text.contains(sign));
        assert_eq!(loose, None, "needs a blank that no line breaks at: {text}");
    }
    assert!(signs > 400, "the search for signs finds too few: {signs}");
    let words = Words::for_lang(Lang::Fr);
    assert_eq!(words.colon(), "\u{a0}: ");
    assert_eq!(words.semicolon(), "\u{202f}; ");
}

#[test]
fn every_kind_of_act_has_its_name() {
    for lang in Lang::ALL {
        for kind in Kind::ALL {
            assert!(
                keys(lang.code()).contains_key(kind_key(*kind)),
                "{kind} in {lang}"
            );
        }
    }
}

#[test]
fn every_step_has_its_sentence_with_exactly_the_inputs_the_law_gives_it() {
    for code in ["en", "fr"] {
        let keys = keys(code);
        for rule in StepRule::ALL {
            let key = format!("step-{}", rule.key());
            let wanted = keys
                .get(&key)
                .unwrap_or_else(|| panic!("{code} lacks {key}"));
            let given: BTreeSet<String> = rule
                .sentence()
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split_once('}').map(|(name, _)| name.to_owned()))
                .collect();
            assert_eq!(wanted, &given, "{code}: {key}");
        }
    }
}

#[test]
fn dates_are_written_in_full() {
    let (en, fr) = (Words::for_lang(Lang::En), Words::for_lang(Lang::Fr));
    assert_eq!(en.date(date(2020, 10, 24)), "24 October 2020");
    assert_eq!(fr.date(date(2020, 10, 24)), "24 octobre 2020");
    assert_eq!(en.date(date(2010, 8, 1)), "1 August 2010");
    assert_eq!(fr.date(date(2010, 8, 1)), "1er août 2010");
    assert_eq!(en.partial_date("2015-03".parse().unwrap()), "March 2015");
    assert_eq!(fr.partial_date("2015-03".parse().unwrap()), "mars 2015");
    assert_eq!(fr.partial_date("2015".parse().unwrap()), "2015");
    // No catalogue yet: said in English.
    assert_eq!(
        Words::for_lang(Lang::Ru).date(date(2020, 10, 24)),
        "24 October 2020"
    );
}

#[test]
fn numbers_are_grouped_from_five_digits_on() {
    assert_eq!(Words::for_lang(Lang::En).number(197), "197");
    assert_eq!(Words::for_lang(Lang::En).number(6123), "6123");
    assert_eq!(Words::for_lang(Lang::En).number(1_061_234), "1,061,234");
    assert_eq!(Words::for_lang(Lang::Fr).number(61_234), "61\u{202f}234");
}

#[test]
fn a_language_without_a_catalogue_speaks_english() {
    let words = Words::for_lang(Lang::Zh);
    assert_eq!((words.lang(), words.text_lang()), (Lang::Zh, Lang::En));
    assert_eq!(words.kind(Kind::Accession), "accession");
    assert_eq!(Words::for_lang(Lang::Fr).text_lang(), Lang::Fr);
}

#[test]
fn a_step_is_said_with_its_article_dates_and_names() {
    let step = Step::new(StepRule::PlusDays)
        .article("22(2)")
        .with("n", 90)
        .with("from", "2014-09-25")
        .day(date(2014, 12, 24));
    let nobody = |_: &str| None;
    assert_eq!(
        Words::for_lang(Lang::En).step(&step, &nobody),
        "Article 22(2): 25 September 2014 plus 90 days, the first day not counted, is 24 December 2014"
    );
    assert_eq!(
        Words::for_lang(Lang::Fr).step(&step, &nobody),
        "Article 22(2)\u{a0}: 25 septembre 2014 plus 90 jours, le premier non compté, donne le 24 décembre 2014"
    );
    let step = Step::new(StepRule::Recorded)
        .with("act", Kind::Accession)
        .with("by", "XAA")
        .with("date", "2015");
    let name = |code: &str| (code == "XAA").then(|| "Atlantis".to_owned());
    assert_eq!(
        Words::for_lang(Lang::Fr).step(&step, &name),
        "au registre\u{a0}: adhésion, Atlantis, 2015"
    );
}

#[test]
fn no_text_carries_marks_of_direction() {
    for words in [Words::for_lang(Lang::En), Words::for_lang(Lang::Fr)] {
        let text = words.text_with(
            "step-under-article",
            &[("article", "I".into()), ("sentence", "x".into())],
        );
        assert!(
            !text.contains(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']),
            "{text:?}"
        );
    }
}

#[test]
fn what_is_no_article_is_a_heading() {
    let nobody = |_: &str| None;
    let step = |article: &str| {
        let step = Step::new(StepRule::Continuing).article(article);
        Words::for_lang(Lang::En).step(&step, &nobody)
    };
    assert!(
        step("17(2)").starts_with("Article 17(2): "),
        "{}",
        step("17(2)")
    );
    assert!(
        step("Part V, plan").starts_with("Part V, plan: "),
        "{}",
        step("Part V, plan")
    );
}

#[test]
fn acts_and_standings_are_named_in_all_six_languages() {
    let standings = ["party", "contracting", "signatory", "withdrawn", "none"];
    let standings = standings.map(|standing| format!("standing-{standing}"));
    for lang in Lang::ALL {
        let words = Words::for_lang(lang);
        let acts = Kind::ALL.iter().map(|kind| kind_key(*kind).to_owned());
        for key in acts.chain(standings.clone()) {
            assert_eq!(words.term(&key).lang, lang, "{key}");
        }
    }
}

#[test]
fn terms_alone_do_not_make_an_interface() {
    let arabic = Words::for_lang(Lang::Ar);
    assert_eq!(arabic.term("act-accession").text, "انضمام");
    assert_eq!(arabic.kind(Kind::Accession), "accession");
    assert_eq!(arabic.text_lang(), Lang::En);
    assert_eq!(Words::written(), [Lang::En, Lang::Fr]);
    // What has no term is said in the language of the texts, and says so.
    assert_eq!(arabic.term("skip").lang, Lang::En);
}

#[test]
fn fora_and_ballots_are_named_and_what_nobody_knows_is_given_as_written() {
    for code in ["en", "fr"] {
        let keys = keys(code);
        let fora = FORA.map(|forum| format!("outreach-forum-{forum}"));
        let ballots = BALLOTS.map(|ballot| format!("outreach-ballot-{ballot}"));
        for key in fora.iter().chain(&ballots) {
            assert!(keys.contains_key(key), "{code} lacks {key}");
        }
        // Nothing is named that no list has.
        let named = |list: &str| keys.keys().filter(|key| key.starts_with(list)).count();
        assert_eq!(named("outreach-forum-"), FORA.len());
        assert_eq!(named("outreach-ballot-"), BALLOTS.len());
    }
    let french = Words::for_lang(Lang::Fr);
    assert_eq!(french.code(List::Forum, &"cd"), "Conférence du désarmement");
    assert_eq!(french.code(List::Forum, &"Wilton_Park"), "Wilton Park");
    assert_eq!(french.meaning(List::Forum, &"cd"), None);
    assert_eq!(
        french.meaning(List::Outcome, &"in_cabinet").as_deref(),
        Some("Le conseil des ministres en est saisi.")
    );
}
