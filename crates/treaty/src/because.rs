//! How a date came about: the rule, the article, the inputs, step by step.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::Kind;

/// The steps by which a value was reckoned, first to last. Empty never stands for "trust us".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Because(pub Vec<Step>);

/// One step: what was done, under which article, with what, giving which day.
///
/// Serialized as `{rule, article, day, inputs, text}`, where `text` is the English sentence
/// of [`Display`](fmt::Display); pages say it in the reader's language from the other fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What kind of step it is: the key of its sentence.
    pub rule: StepRule,
    /// The article it rests on, as `17(2)`.
    pub article: Option<String>,
    /// The day it gives.
    pub day: Option<Date>,
    /// What went in, by name; each [`StepRule`] says which names it uses.
    pub inputs: BTreeMap<&'static str, String>,
}

macro_rules! step_rules {
    ($($(#[$doc:meta])* $name:ident = $key:literal : $text:literal,)*) => {
        /// The kinds of step there are. `{name}` in a sentence stands for an input, `{day}` for
        /// the day the step gives.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum StepRule { $($(#[$doc])* $name,)* }

        impl StepRule {
            /// Every kind of step.
            pub const ALL: &'static [StepRule] = &[$(StepRule::$name,)*];

            /// The key of its sentence in message catalogues.
            pub fn key(self) -> &'static str {
                match self { $(StepRule::$name => $key,)* }
            }

            /// Its English sentence, with its inputs in braces.
            pub fn sentence(self) -> &'static str {
                match self { $(StepRule::$name => $text,)* }
            }
        }
    };
}

step_rules! {
    /// An act on record. Inputs: `act`, `date`, `by`.
    Recorded = "recorded": "on record: {act} by {by}, {date}",
    /// The treaty's own entry into force is on record. Inputs: `treaty`.
    InForceRecorded = "in-force-recorded": "on record: {treaty} entered into force on {day}",
    /// A condition is met. Inputs: `have`, `required`, `what`.
    ConditionMet = "condition-met": "{have} of {required} {what} deposited: the condition is met on {day}",
    /// A condition is not met. Inputs: `have`, `required`, `what`.
    ConditionOpen = "condition-open": "{have} of {required} {what} deposited: the condition is not met",
    /// A supposed deposit (what if). Inputs: `by`, `date`.
    Supposed = "supposed": "supposing that {by} deposits on {date}",
    /// Days were counted. Inputs: `n`, `from`.
    PlusDays = "plus-days": "{from} plus {n} days, the first day not counted, is {day}",
    /// Months were counted. Inputs: `n`, `from`, `short_month`.
    PlusMonths = "plus-months": "{from} plus {n} months is {day}",
    /// Years were counted. Inputs: `n`, `from`, `short_month`.
    PlusYears = "plus-years": "{from} plus {n} years is {day}",
    /// The first day of the n-th month. Inputs: `n`, `from`.
    FirstDayOfMonth = "first-day-of-month": "the first day of month {n} after the month of {from} is {day}",
    /// On the day itself. Inputs: `from`.
    SameDay = "same-day": "on the day itself, {day}",
    /// Not before a day. Inputs: `not_before`.
    NotBefore = "not-before": "but not before {not_before}: {day}",
    /// An original State: bound from the treaty's own entry into force. Inputs: `date`, `until`.
    Original = "original": "deposited by {until}: bound from the treaty's own entry into force, {day}",
    /// A late joiner: its own term runs. Inputs: `date`, `after`.
    Later = "later": "deposited after {after}: its own term runs from {date}",
    /// The day of the input is not known, yet every day it can be gives the same result.
    SameForEveryDay = "same-for-every-day": "the day in {date} is not known; every day of it gives {day}",
    /// The day of the input is not known and the result depends on it.
    DayUnknown = "day-unknown": "the day in {date} is not known, so the result lies between {earliest} and {latest}",
    /// The treaty is not in force, so the clause sleeps. Inputs: `treaty`.
    Dormant = "dormant": "{treaty} is not in force: the duty has not begun",
    /// The participant is not bound. Inputs: `by`.
    NotBound = "not-bound": "{by} is not bound: the duty does not apply",
    /// The clause applies to those in a situation, and whether it is in it is not on record. Inputs: `who`.
    SituationUnknown = "situation-unknown": "owed by {who}; whether that is so is not on record",
    /// The duty began for it on a day. Inputs: `by`.
    BoundFrom = "bound-from": "in force for {by} from {day}",
    /// An extension was granted. Inputs: `until`, `article`.
    Extended = "extended": "extended to {until}",
    /// The duty was fulfilled. Inputs: `date`.
    Fulfilled = "fulfilled": "fulfilled, {date}",
    /// A yearly duty. Inputs: `month_day`, `covers`.
    Yearly = "yearly": "every year on {month_day}, for {covers}: {day}",
    /// The record of fulfilment is not complete, so silence proves nothing.
    RecordIncomplete = "record-incomplete": "nothing on record, and the record is not complete: whether it was done is not known",
    /// A notice of withdrawal. Inputs: `date`.
    Noticed = "noticed": "notice of withdrawal received on {date}",
    /// An armed conflict holds a withdrawal back.
    HeldBack = "held-back": "held back by an armed conflict until it ends",
    /// A source prints the day. Inputs: `printed`.
    Printed = "printed": "the source prints {printed}",
    /// What the source prints and what the rule gives differ. Inputs: `printed`, `reckoned`.
    Differs = "differs": "the source prints {printed}; the rule gives {reckoned}",
    /// The treaty file says that something is presumed. Inputs: `what`.
    Presumed = "presumed": "presumed: {what}",
    /// All that is lacking is supposed (what if). Inputs: `date`.
    RestSupposed = "rest-supposed": "were all that is lacking deposited on {date}:",
    /// The treaty is not in force, so nobody is bound yet. Inputs: `treaty`.
    NotInForce = "not-in-force": "{treaty} is not in force: nobody is bound yet",
    /// The treaty would enter into force on a day (what if). Inputs: `treaty`.
    InForceSupposed = "in-force-supposed": "supposing that {treaty} enters into force on {day}",
    /// A common day had passed when the State was bound. Inputs: `bound_from`.
    PassedBeforeBound = "passed-before-bound": "{day} had passed when the State was bound, on {bound_from}; the article sets no other day for it",
    /// The duty runs from an event that a record must name. Inputs: `event`.
    AwaitsEvent = "awaits-event": "runs from: {event}",
    /// An event is on record. Inputs: `event`, `date`.
    EventOn = "event-on": "{event}: {date}",
    /// A duty without a date.
    Continuing = "continuing": "continuing: the text sets no day",
    /// A term ends past the last day of the calendar. Inputs: `from`.
    OffCalendar = "off-calendar": "a term begun on {from} runs past the end of the calendar",
    /// An extension as long as the rule allows. Inputs: `from`.
    ExtensionLimit = "extension-limit": "one extension from {from} can run to {day} at the latest",
    /// What was asked about has not happened, as far as the record goes. Inputs: `by`.
    NothingOnRecord = "nothing-on-record": "nothing of the kind is on record for {by}",
    /// No rule is known. Inputs: `what`.
    NoRule = "no-rule": "no rule is known for {what}",
    /// More than the rule language says. Inputs: `what`.
    RecordOnly = "record-only": "no rule reckons this; only the record says: {what}",
}

impl Step {
    /// A step without article, day or inputs.
    pub fn new(rule: StepRule) -> Step {
        Step {
            rule,
            article: None,
            day: None,
            inputs: BTreeMap::new(),
        }
    }

    /// The article it rests on.
    pub fn article(mut self, article: impl Into<String>) -> Step {
        self.article = Some(article.into());
        self
    }

    /// The day it gives.
    pub fn day(mut self, day: Date) -> Step {
        self.day = Some(day);
        self
    }

    /// What went in, under its name.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Step {
        self.inputs.insert(name, value.to_string());
        self
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = self.rule.sentence().to_owned();
        if self.inputs.get("n").is_some_and(|n| n == "1") {
            for (many, one) in [("days", "day"), ("months", "month"), ("years", "year")] {
                text = text.replace(&format!("{{n}} {many}"), &format!("{{n}} {one}"));
            }
        }
        for (name, value) in &self.inputs {
            let kind = Kind::from_str(value).ok().filter(|_| *name == "act");
            let said = kind.map_or(value.as_str(), |kind| kind.noun());
            text = text.replace(&format!("{{{name}}}"), said);
        }
        if let Some(day) = self.day {
            text = text.replace("{day}", &day.to_string());
        }
        match &self.article {
            Some(article) => write!(f, "{}: {text}", article_in_words(article)),
            None => f.write_str(&text),
        }
    }
}

/// `Article 17(1)`; what is no number, such as `Part V, plan`, as it stands.
pub fn article_in_words(article: &str) -> String {
    let numbered = article.starts_with(|c: char| c.is_ascii_digit() || "IVXL".contains(c));
    if numbered {
        format!("Article {article}")
    } else {
        article.to_owned()
    }
}

/// [`Step`] as it is written.
#[derive(JsonSchema)]
#[schemars(rename = "Step")]
#[expect(dead_code, reason = "only its schema is asked for")]
struct Written {
    /// What kind of step it is: the key of its sentence.
    rule: String,
    /// The article it rests on, as `17(2)`.
    article: Option<String>,
    /// The day it gives.
    day: Option<Date>,
    /// What went in, by name.
    inputs: BTreeMap<String, String>,
    /// The step as an English sentence.
    text: String,
}

impl JsonSchema for Step {
    fn schema_name() -> Cow<'static, str> {
        Written::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Written::json_schema(generator)
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Step", 5)?;
        out.serialize_field("rule", self.rule.key())?;
        out.serialize_field("article", &self.article)?;
        out.serialize_field("day", &self.day)?;
        out.serialize_field("inputs", &self.inputs)?;
        out.serialize_field("text", &self.to_string())?;
        out.end()
    }
}

impl Because {
    /// Adds a step.
    pub fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    /// The steps.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl FromIterator<Step> for Because {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Because {
        Because(steps.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn steps_are_english_sentences() {
        let on = date(2026, 2, 20);
        let years = |n| {
            Step::new(StepRule::PlusYears)
                .article("13(1)")
                .with("n", n)
                .with("from", on)
                .day(on)
        };
        let said = [
            (
                Step::new(StepRule::Recorded)
                    .with("act", Kind::WithdrawalEffective)
                    .with("by", "Poland")
                    .with("date", on),
                "on record: effect of a withdrawal by Poland, 2026-02-20",
            ),
            (
                Step::new(StepRule::Continuing).article("Part V, plan"),
                "Part V, plan: continuing: the text sets no day",
            ),
            (
                Step::new(StepRule::Continuing).article("CBM"),
                "CBM: continuing: the text sets no day",
            ),
            (
                Step::new(StepRule::Continuing).article("XIV(1)"),
                "Article XIV(1): continuing: the text sets no day",
            ),
            (
                years(1),
                "Article 13(1): 2026-02-20 plus 1 year is 2026-02-20",
            ),
            (
                years(2),
                "Article 13(1): 2026-02-20 plus 2 years is 2026-02-20",
            ),
        ];
        for (step, text) in said {
            assert_eq!(step.to_string(), text);
        }
    }
}
