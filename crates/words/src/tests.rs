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

/// The values behind what a text asks for: each language takes those in its own form.
fn values(wanted: &BTreeSet<String>) -> BTreeSet<&str> {
    let value = |wanted: &'_ String| -> usize {
        let form = FORMS.iter().find(|form| wanted.ends_with(**form));
        wanted.len() - form.map_or(0, |form| form.len())
    };
    wanted.iter().map(|one| &one[..value(one)]).collect()
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
            let (wanted, there) = (values(wanted), values(there));
            assert!(
                wanted.is_subset(&there),
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

#[test]
fn a_list_has_no_comma_before_its_last() {
    let (en, fr) = (Words::for_lang(Lang::En), Words::for_lang(Lang::Fr));
    assert_eq!(en.joined::<&str>(&[]), "");
    assert_eq!(en.joined(&["Nepal"]), "Nepal");
    assert_eq!(
        en.joined(&["Antigua and Barbuda", "Trinidad and Tobago"]),
        "Antigua and Barbuda and Trinidad and Tobago"
    );
    assert_eq!(en.joined(&["a", "b", "c"]), "a, b and c");
    assert_eq!(fr.joined(&["a", "b", "c"]), "a, b et c");
    assert_eq!(fr.joined_or(&["a", "b", "c"]), "a, b ou c");
    let forty: Vec<String> = (1..=40).map(|n| n.to_string()).collect();
    let said = en.joined(&forty);
    assert_eq!(said.matches(", ").count(), 38);
    assert!(said.ends_with("39 and 40"), "{said}");
}

#[test]
fn numbers_under_ten_are_said_in_words() {
    let (en, fr) = (Words::for_lang(Lang::En), Words::for_lang(Lang::Fr));
    let said = |words: &Words| [1, 8, 9, 10, 11, 12_345].map(|n| words.count_word(n));
    assert_eq!(said(en), ["one", "eight", "nine", "10", "11", "12,345"]);
    assert_eq!(
        said(fr),
        ["un", "huit", "neuf", "10", "11", "12\u{202f}345"]
    );
    for (n, english, french) in [
        (0, "zero", "zéro"),
        (17, "seventeen", "dix-sept"),
        (21, "twenty-one", "vingt et un"),
        (70, "seventy", "soixante-dix"),
        (71, "seventy-one", "soixante et onze"),
        (79, "seventy-nine", "soixante-dix-neuf"),
        (80, "eighty", "quatre-vingts"),
        (81, "eighty-one", "quatre-vingt-un"),
        (91, "ninety-one", "quatre-vingt-onze"),
        (100, "one hundred", "cent"),
        (
            187,
            "one hundred and eighty-seven",
            "cent quatre-vingt-sept",
        ),
        (200, "two hundred", "deux cents"),
        (450, "four hundred and fifty", "quatre cent cinquante"),
        (1000, "1000", "1000"),
    ] {
        assert_eq!(
            (en.in_words(n), fr.in_words(n)),
            (english.to_owned(), french.to_owned())
        );
    }
    assert_eq!(en.capital(&en.in_words(60)), "Sixty");
}

#[test]
fn places_in_a_series_are_said_in_words_and_in_figures() {
    use crate::Gender::{Feminine, Masculine};
    let (en, fr) = (Words::for_lang(Lang::En), Words::for_lang(Lang::Fr));
    for (n, words, figure, french, in_figures) in [
        (1, "first", "1st", "premier", "1er"),
        (2, "second", "2nd", "deuxième", "2e"),
        (3, "third", "3rd", "troisième", "3e"),
        (5, "fifth", "5th", "cinquième", "5e"),
        (9, "ninth", "9th", "neuvième", "9e"),
        (11, "eleventh", "11th", "onzième", "11e"),
        (12, "twelfth", "12th", "douzième", "12e"),
        (13, "thirteenth", "13th", "treizième", "13e"),
        (20, "twentieth", "20th", "vingtième", "20e"),
        (21, "twenty-first", "21st", "vingt et unième", "21e"),
        (63, "sixty-third", "63rd", "soixante-troisième", "63e"),
        (78, "seventy-eighth", "78th", "soixante-dix-huitième", "78e"),
        (80, "eightieth", "80th", "quatre-vingtième", "80e"),
        (
            99,
            "ninety-ninth",
            "99th",
            "quatre-vingt-dix-neuvième",
            "99e",
        ),
        (100, "one hundredth", "100th", "centième", "100e"),
        (
            112,
            "one hundred and twelfth",
            "112th",
            "cent douzième",
            "112e",
        ),
        (200, "two hundredth", "200th", "deux centième", "200e"),
    ] {
        assert_eq!(en.ordinal(n, Masculine), words);
        assert_eq!(en.ordinal_figure(n, Feminine), figure);
        assert_eq!(fr.ordinal(n, Masculine), french);
        assert_eq!(fr.ordinal_figure(n, Masculine), in_figures);
    }
    assert_eq!(fr.ordinal(1, Feminine), "première");
    assert_eq!(fr.ordinal_figure(1, Feminine), "1re");
}

#[test]
fn periods_are_written_as_far_as_they_are_known() {
    let (en, fr) = (Words::for_lang(Lang::En), Words::for_lang(Lang::Fr));
    for (from, to, english, french) in [
        (
            "2021-09-23",
            "2023-09-22",
            "from 23 September 2021 to 22 September 2023",
            "du 23 septembre 2021 au 22 septembre 2023",
        ),
        (
            "2021-09",
            "2023-09",
            "from September 2021 to September 2023",
            "de septembre 2021 à septembre 2023",
        ),
        (
            "2021-10",
            "2022-08-01",
            "from October 2021 to 1 August 2022",
            "d’octobre 2021 au 1er août 2022",
        ),
        ("2021", "2023", "from 2021 to 2023", "de 2021 à 2023"),
        (
            "2021-09-23",
            "2021-09-23",
            "on 23 September 2021",
            "le 23 septembre 2021",
        ),
        (
            "2021-09",
            "2021-09",
            "in September 2021",
            "en septembre 2021",
        ),
        ("2021", "2021", "in 2021", "en 2021"),
    ] {
        let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
        assert_eq!(en.period(from, to), english);
        assert_eq!(fr.period(from, to), french);
    }
}

#[test]
fn a_message_is_known_for_the_forms_it_asks_for() {
    let text = "# $no-message\nplain = { $n } of { $all }\nwith-forms = { $n ->\n    [one] { $states-of }\n   *[other] { $n-words } { $states }\n}\n";
    let mut forms = BTreeMap::new();
    crate::catalogue::gather(text, &mut forms);
    assert_eq!(forms.get("plain"), None);
    assert_eq!(forms["with-forms"], ["states-of", "n-words"]);
}
