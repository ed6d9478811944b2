//! The steps of a reckoning, as sentences.

use treaty::because::article_in_words;
use treaty::{Kind, PartialDate, Step};

use crate::{Arg, Words};

/// The key of a step's sentence.
pub(crate) fn key(step: &Step) -> String {
    format!("step-{}", step.rule.key())
}

/// Says a step: dates in full, acts and participants by name, the article before it.
pub(crate) fn say(words: &Words, step: &Step, name: &dyn Fn(&str) -> Option<String>) -> String {
    let mut args: Vec<(&str, Arg<'_>)> = step
        .inputs
        .iter()
        .map(|(input, value)| (*input, input_in_words(words, input, value, name)))
        .collect();
    if let Some(day) = step.day {
        args.push(("day", words.date(day).into()));
    }
    let key = key(step);
    if !words.has(&key) {
        // A step newer than the catalogues says itself in English.
        return step.to_string();
    }
    let sentence = words.text_with(&key, &args);
    match &step.article {
        Some(article) => {
            // What is no number, such as `Part V, plan`, is a heading and no article.
            let under = match article_in_words(article) == *article {
                true => "step-under-heading",
                false => "step-under-article",
            };
            words.text_with(
                under,
                &[("article", article.into()), ("sentence", sentence.into())],
            )
        }
        None => sentence,
    }
}

fn input_in_words<'a>(
    words: &'a Words,
    input: &str,
    value: &'a str,
    name: &dyn Fn(&str) -> Option<String>,
) -> Arg<'a> {
    if let Ok(n) = value.parse::<i64>()
        && !matches!(
            input,
            "date" | "from" | "until" | "covers" | "article" | "printed"
        )
    {
        return Arg::Number(n);
    }
    if input == "act"
        && let Ok(kind) = value.parse::<Kind>()
    {
        return words.kind(kind).into();
    }
    if input == "month_day"
        && let Some(text) = month_and_day(words, value)
    {
        return text.into();
    }
    if let Ok(date) = value.parse::<PartialDate>() {
        return words.partial_date(date).into();
    }
    match name(value) {
        Some(name) => name.into(),
        None => value.into(),
    }
}

/// `04-30` as `30 April`.
fn month_and_day(words: &Words, value: &str) -> Option<String> {
    let (month, day) = value.split_once('-')?;
    let (month, day): (u8, i64) = (month.parse().ok()?, day.parse().ok()?);
    let month = words.find(&format!("month-{month}"))?.into_owned();
    Some(words.text_with(
        "date-yearly",
        &[("day", Arg::Number(day)), ("month", month.into())],
    ))
}
