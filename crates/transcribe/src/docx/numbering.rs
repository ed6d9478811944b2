//! Numbers as a reader sees them, counted as Word counts (ISO/IEC 29500-1, 17.9).

use std::collections::{BTreeMap, BTreeSet};

use super::styles::Place;
use super::xml::{At, Tree};
use crate::label::Form;

/// Levels of a numbering.
const LEVELS: usize = 9;

/// A number of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbered {
    /// As a reader sees it; none where the numbering shows none.
    pub(super) label: Option<String>,
    /// From 0.
    pub(super) level: usize,
    /// Whether it is a number of the document rather than a letter or a dot of a list.
    pub(super) is_number: bool,
}

/// The numberings of a document, and how far they have counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: BTreeMap<String, Pattern>,
    numbers: BTreeMap<String, Number>,
    counted: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// The numbers whose own beginning was used already.
    begun: BTreeSet<(String, usize)>,
}

#[derive(Debug, Default)]
struct Pattern {
    levels: BTreeMap<usize, Level>,
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    form: Shown,
    text: String,
    style: Option<String>,
    /// After which level it begins anew; none after any above.
    restart: Option<usize>,
    is_legal: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    As(Form),
    Bullet,
    Nothing,
}

#[derive(Debug, Default)]
struct Number {
    pattern: String,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

impl Numbering {
    pub(super) fn of(tree: Option<&Tree>) -> Numbering {
        let mut numbering = Numbering::default();
        let Some(tree) = tree else { return numbering };
        for child in tree.root().children() {
            match child.name() {
                "abstractNum" => {
                    let id = child.attribute("abstractNumId").unwrap_or_default();
                    let levels = levels(child);
                    numbering.patterns.insert(id.to_owned(), Pattern { levels });
                }
                "num" => {
                    let id = child.attribute("numId").unwrap_or_default();
                    numbering.numbers.insert(id.to_owned(), Number::of(child));
                }
                _ => {}
            }
        }
        numbering
    }

    /// The number of the next paragraph at a place. `style` is the style that says the place, where a style does.
    pub(super) fn next(&mut self, place: &Place, style: Option<&str>) -> Option<Numbered> {
        let id = place.number.as_deref().filter(|id| *id != "0")?;
        let number = self.numbers.get(id)?;
        let pattern = self.patterns.get(&number.pattern)?;
        let of_style = || {
            let mut levels = pattern.levels.iter();
            let level = levels.find(|(_, level)| level.style.as_deref() == style);
            style.and(level).map(|(at, _)| *at)
        };
        let at = place.level.or_else(of_style).unwrap_or(0).min(LEVELS - 1);
        let level = |at: usize| number.levels.get(&at).or_else(|| pattern.levels.get(&at));
        let this = level(at)?;
        let counted = self
            .counted
            .entry(number.pattern.clone())
            .or_insert([None; LEVELS]);
        let own = number
            .starts
            .get(&at)
            .filter(|_| self.begun.insert((id.to_owned(), at)));
        let next = match (own, counted[at]) {
            (Some(start), _) => *start,
            (None, Some(before)) => before.saturating_add(1),
            (None, None) => this.start,
        };
        counted[at] = Some(next);
        for (below, count) in counted.iter_mut().enumerate().skip(at + 1) {
            let restart = level(below).and_then(|level| level.restart);
            // Level n, from 1, begins anew after level `restart`, or any above it; 0 never does.
            let begins = restart.is_none_or(|after| at < after);
            if begins {
                *count = None;
            }
        }
        let counted = *counted;
        let is_number = matches!(this.form, Shown::As(Form::Number | Form::TwoDigits))
            && (at == 0 || this.text.contains("%1"));
        Some(Numbered {
            label: shown(this, &counted, level),
            level: at,
            is_number,
        })
    }
}

/// The text of a level with its numbers.
fn shown<'l>(
    level: &Level,
    counted: &[Option<u32>; LEVELS],
    other: impl Fn(usize) -> Option<&'l Level>,
) -> Option<String> {
    match level.form {
        Shown::Nothing => return None,
        Shown::Bullet => return Some(dot(&level.text)),
        Shown::As(_) => {}
    }
    let mut label = String::new();
    let mut text = level.text.chars().peekable();
    while let Some(c) = text.next() {
        let digit = text.peek().and_then(|next| next.to_digit(10));
        let (true, Some(digit)) = (c == '%', digit) else {
            label.push(c);
            continue;
        };
        text.next();
        let Some(at) = usize::try_from(digit)
            .ok()
            .and_then(|digit| digit.checked_sub(1))
            .filter(|at| *at < LEVELS)
        else {
            continue;
        };
        let above = other(at);
        let number = counted[at].or(above.map(|above| above.start)).unwrap_or(1);
        let form = match above.map(|above| above.form) {
            _ if level.is_legal => Form::Number,
            Some(Shown::As(form)) => form,
            Some(Shown::Nothing | Shown::Bullet) => continue,
            None => Form::Number,
        };
        label.push_str(&form.shown(number));
    }
    crate::clean::line(&label)
}

/// A dot as a reader sees it. The fonts of symbols keep theirs at places of private use; Word's second dot is an `o`.
fn dot(text: &str) -> String {
    let first = text.chars().next().unwrap_or('•');
    match first {
        'o' => "◦".to_owned(),
        '\u{F0A7}' | '§' => "▪".to_owned(),
        '\u{E000}'..='\u{F8FF}' | '·' => "•".to_owned(),
        _ => crate::clean::line(text).unwrap_or_else(|| "•".to_owned()),
    }
}

impl Number {
    fn of(number: At<'_>) -> Number {
        let mut made = Number {
            pattern: number.value("abstractNumId").unwrap_or_default().to_owned(),
            ..Number::default()
        };
        for other in number.children().filter(|at| at.name() == "lvlOverride") {
            let Some(at) = level_of(other) else { continue };
            let start = other.value("startOverride");
            if let Some(start) = start.and_then(|start| start.parse().ok()) {
                made.starts.insert(at, start);
            }
            if let Some(level) = other.child("lvl") {
                made.levels.insert(at, Level::of(level));
            }
        }
        made
    }
}

impl Level {
    fn of(level: At<'_>) -> Level {
        let number = |name| level.value(name).and_then(|value| value.parse().ok());
        Level {
            start: number("start").unwrap_or(1),
            form: form(level.value("numFmt")),
            text: level.value("lvlText").unwrap_or_default().to_owned(),
            style: level.value("pStyle").map(str::to_owned),
            restart: level
                .value("lvlRestart")
                .and_then(|after| after.parse().ok()),
            is_legal: level.is_on("isLgl"),
        }
    }
}

fn levels(pattern: At<'_>) -> BTreeMap<usize, Level> {
    let levels = pattern.children().filter(|child| child.name() == "lvl");
    levels
        .filter_map(|level| Some((level_of(level)?, Level::of(level))))
        .collect()
}

fn level_of(at: At<'_>) -> Option<usize> {
    let level = at.attribute("ilvl")?.parse().ok()?;
    (level < LEVELS).then_some(level)
}

/// How numbers are shown. Counts of other scripts are shown as digits.
fn form(name: Option<&str>) -> Shown {
    match name {
        Some("bullet") => Shown::Bullet,
        Some("none") => Shown::Nothing,
        Some("lowerLetter") => Shown::As(Form::Letter),
        Some("upperLetter") => Shown::As(Form::Capital),
        Some("lowerRoman") => Shown::As(Form::Roman),
        Some("upperRoman") => Shown::As(Form::RomanCapital),
        Some("decimalZero") => Shown::As(Form::TwoDigits),
        Some(_) | None => Shown::As(Form::Number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    fn labels(xml: &str, places: &[(&str, usize)]) -> Vec<String> {
        let tree = Tree::read(xml.as_bytes(), &Limits::USUAL).unwrap();
        let mut numbering = Numbering::of(Some(&tree));
        let mut label = |(number, level): &(&str, usize)| {
            let place = Place {
                number: Some((*number).to_owned()),
                level: Some(*level),
            };
            let numbered = numbering.next(&place, None).unwrap();
            numbered.label.unwrap_or_else(|| "-".to_owned())
        };
        places.iter().map(&mut label).collect()
    }

    const LIST: &str = "<w:numbering><w:abstractNum w:abstractNumId='0'>\
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl>\
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2'/><w:isLgl/></w:lvl>\
        <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%3)'/></w:lvl>\
        <w:lvl w:ilvl='3'><w:lvlRestart w:val='0'/><w:start w:val='5'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%4)'/></w:lvl>\
        <w:lvl w:ilvl='4'><w:numFmt w:val='bullet'/><w:lvlText w:val='\u{F0B7}'/></w:lvl>\
        </w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
        <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='4'/></w:lvlOverride></w:num></w:numbering>";

    #[test]
    fn levels_count_and_begin_anew_as_in_word() {
        let told = labels(
            LIST,
            &[
                ("1", 0),
                ("1", 1),
                ("1", 1),
                ("1", 2),
                ("1", 3),
                ("1", 2),
                ("1", 0),
                ("1", 1),
                ("1", 2),
                ("1", 3),
                ("1", 4),
            ],
        );
        assert_eq!(
            told,
            [
                "I.", "1.1", "1.2", "(a)", "5)", "(b)", "II.", "2.1", "(a)", "6)", "•"
            ]
        );
    }

    #[test]
    fn a_number_of_its_own_begins_where_it_says_and_goes_on() {
        let told = labels(LIST, &[("1", 0), ("2", 0), ("2", 0), ("1", 0), ("2", 1)]);
        assert_eq!(told, ["I.", "IV.", "V.", "VI.", "6.1"]);
    }
}
