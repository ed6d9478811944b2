//! Lines as paragraphs: by the space between them, their indents, their ends, and what they begin with.

use std::collections::BTreeMap;

use super::furniture;
use super::lines::{Line, Page, RAISED, RAISED_END};
use super::notes::{self, is_sign};
use crate::builder::Builder;
use crate::clean::Raw;
use crate::join::Vocabulary;
use crate::label;
use crate::text::Kind;

/// The longest heading, in letters and in lines.
const LONGEST_HEADING: usize = 250;
const HEADING_LINES: u32 = 4;

/// Print larger than that of the text by this much may be a heading.
const LARGE: f64 = 1.1;

/// A space between lines larger than the usual by this much parts paragraphs.
const SPACE: f64 = 1.22;

/// What a document is printed in.
struct Print {
    /// The size of most letters.
    body: f64,
    /// From the foot of a line to that of the next, measured by the size, where nothing parts them.
    leading: f64,
    /// Whether bold letters stand out.
    has_bold: bool,
}

/// A paragraph while it is gathered.
#[derive(Debug)]
struct Paragraph {
    text: String,
    page: u32,
    lines: u32,
    size: f64,
    is_bold: bool,
    is_row: bool,
    /// The left edge of its last line, and whether that line is full.
    left: f64,
    right: f64,
    base: f64,
    is_full: bool,
}

/// Puts the lines of all pages into a text.
pub(super) fn write(builder: &mut Builder<'_>, pages: Vec<Page>) {
    let body = Print::of(&pages).body;
    let pages = furniture::left_out(pages, body);
    let print = Print::of(&pages);
    let mut heard = Vocabulary::default();
    for line in pages.iter().flat_map(|page| page.regions.iter().flatten()) {
        heard.hear(&line.text);
    }
    let mut all: Vec<Paragraph> = Vec::new();
    for (page, number) in pages.into_iter().zip(1_u32..) {
        let mut regions = page.regions;
        let mut signs: BTreeMap<String, u32> = BTreeMap::new();
        for region in &mut regions {
            for note in notes::taken(region, print.body, &heard) {
                let words = Raw::of(&unraised(&note.text));
                let at = builder.note(note.label.clone(), words);
                if let (Some(label), Some(at)) = (note.label, at) {
                    signs.entry(label).or_insert(at);
                }
            }
        }
        for region in regions {
            gather(&mut all, &region, number, &print, &heard, &signs);
        }
    }
    let levels = Levels::of(&all, &print);
    for paragraph in all {
        if builder.is_full() {
            return;
        }
        put(builder, &paragraph, &levels);
    }
}

impl Print {
    fn of(pages: &[Page]) -> Print {
        let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
        let (mut letters, mut bold) = (0_usize, 0_usize);
        let mut leadings: Vec<f64> = Vec::new();
        for region in pages.iter().flat_map(|page| &page.regions) {
            for line in region {
                let count = line.text.chars().count();
                *sizes.entry(tenths(line.size)).or_default() += count;
                letters += count;
                bold += if line.is_bold { count } else { 0 };
            }
            for pair in region.windows(2) {
                if let [above, below] = pair
                    && (above.size - below.size).abs() < 0.06 * above.size
                {
                    leadings.push((below.base - above.base) / above.size);
                }
            }
        }
        leadings.retain(|leading| (0.8..=4.0).contains(leading));
        leadings.sort_by(f64::total_cmp);
        let most = sizes.iter().max_by_key(|(_, count)| **count);
        let body = most.map_or(100, |(size, _)| *size);
        Print {
            // Tenths of a point are far from the largest number that is whole.
            body: i32::try_from(body).map_or(10.0, f64::from) / 10.0,
            leading: leadings.get(leadings.len() / 4).copied().unwrap_or(1.2),
            has_bold: bold * 10 < letters * 4,
        }
    }
}

/// A size in tenths of a point.
fn tenths(size: f64) -> i64 {
    let tenths = (size * 10.0).round();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "letters are placed only where all their numbers are under ten million"
    )]
    let whole = tenths as i64;
    whole
}

fn gather(
    all: &mut Vec<Paragraph>,
    region: &[Line],
    page: u32,
    print: &Print,
    heard: &Vocabulary,
    signs: &BTreeMap<String, u32>,
) {
    let left = region.iter().map(|line| line.left).min_by(f64::total_cmp);
    let right = region.iter().map(|line| line.right).max_by(f64::total_cmp);
    let (Some(left), Some(right)) = (left, right) else {
        return;
    };
    let has_cells = |at: usize| region.get(at).is_some_and(|line| cells(line) > 1);
    let mut is_first = true;
    for (at, line) in region.iter().enumerate() {
        let is_row =
            has_cells(at) && (has_cells(at + 1) || at.checked_sub(1).is_some_and(has_cells));
        let short = if line.is_rtl {
            line.left - left
        } else {
            right - line.right
        };
        let is_full = short < 0.12 * (right - left).max(1.0);
        let text = if is_row {
            line.cells.join("\t")
        } else {
            line.text.clone()
        };
        let text = signed(&text, signs);
        let goes_on = match all.last() {
            Some(before) if is_row || before.is_row => false,
            Some(before) if is_first => continues(before, line),
            Some(before) => !begins(before, line, print),
            None => false,
        };
        is_first = false;
        if let Some(before) = all.last_mut().filter(|_| goes_on) {
            heard.join(&mut before.text, &text);
            before.lines += 1;
            before.left = line.left;
            before.right = line.right;
            before.base = line.base;
            before.is_full = is_full;
            continue;
        }
        all.push(Paragraph {
            text,
            page,
            lines: 1,
            size: line.size,
            is_bold: line.is_bold,
            is_row,
            left: line.left,
            right: line.right,
            base: line.base,
            is_full,
        });
    }
}

/// How many cells a line has; a label before the rest is none.
fn cells(line: &Line) -> usize {
    let has_label = label::split(&line.text).is_some();
    line.cells.len().saturating_sub(usize::from(has_label))
}

/// Whether the first line of a column or page goes on with the paragraph before.
fn continues(before: &Paragraph, line: &Line) -> bool {
    let is_like = (before.size - line.size).abs() < 0.06 * before.size
        && before.is_bold == line.is_bold
        && !before.is_bold;
    let first = line.text.chars().next();
    let is_small = first.is_some_and(char::is_lowercase);
    let is_open = !ends(&before.text);
    is_like && label::split(&line.text).is_none() && is_open && (is_small || before.is_full)
}

/// Whether a line begins a paragraph.
fn begins(before: &Paragraph, line: &Line, print: &Print) -> bool {
    let size = before.size;
    let space = line.base - before.base;
    if (line.size - size).abs() > 0.08 * size || line.is_bold != before.is_bold {
        // A bold word may be a whole line of a paragraph, where the line is full and the sentence open.
        let is_same_size = (line.size - size).abs() <= 0.08 * size;
        if !is_same_size || !before.is_full || ends(&before.text) {
            return true;
        }
    }
    if space < 0.0 || space > print.leading * size.max(line.size) * SPACE + 0.5 {
        return true;
    }
    let first = line.text.chars().find(|c| c.is_alphanumeric());
    let is_small = first.is_some_and(char::is_lowercase);
    if label::split(&line.text).is_some() && (!before.is_full || ends(&before.text)) {
        return true;
    }
    let indent = if line.is_rtl {
        before.right - line.right
    } else {
        line.left - before.left
    };
    // A second line may stand out or in; a later one begins something.
    let turns = if before.lines > 1 { indent.abs() } else { 0.0 };
    if turns > 0.8 * size && (ends(&before.text) || indent > 0.0) && !is_small {
        return true;
    }
    // The end of a paragraph seldom fills its line.
    !before.is_full
        && !is_small
        && (ends(&before.text) || before.lines == 1 || first.is_some_and(char::is_uppercase))
}

/// Whether a text ends as sentences and items do.
fn ends(text: &str) -> bool {
    let text = text.trim_end();
    let text = match text.strip_suffix(RAISED_END) {
        Some(raised) => raised.rsplit_once(RAISED).map_or(raised, |(text, _)| text),
        None => text,
    };
    text.trim_end()
        .trim_end_matches(['”', '"', '’', '»', ')'])
        .ends_with(['.', ':', ';', '?', '!', '…', '。', '؟', '：', '；'])
}

/// What is raised, as the place of the note it marks; what marks none stays as it is written.
fn signed(text: &str, signs: &BTreeMap<String, u32>) -> String {
    let mut signed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(RAISED) {
        let (raised, behind) = after.split_once(RAISED_END).unwrap_or((after, ""));
        signed.push_str(before);
        let parts: Vec<&str> = raised.split([',', ' ']).map(str::trim).collect();
        let places: Option<Vec<u32>> = parts
            .iter()
            .filter(|part| !part.is_empty())
            .map(|part| signs.get(*part).copied().filter(|_| is_sign(part)))
            .collect();
        match places.filter(|places| !places.is_empty()) {
            Some(places) => {
                for place in places {
                    signed.push(RAISED);
                    signed.push_str(&place.to_string());
                    signed.push(RAISED_END);
                }
            }
            None => signed.push_str(raised),
        }
        rest = behind;
    }
    signed.push_str(rest);
    signed
}

/// A text without the signs around what is raised.
fn unraised(text: &str) -> String {
    text.replace([RAISED, RAISED_END], "")
}

/// Which print is a heading of which level.
struct Levels {
    /// Sizes of headings in tenths of a point, the largest first.
    sizes: Vec<i64>,
    has_bold: bool,
    body: f64,
    /// The size of the title, where one paragraph of the first page alone has it.
    title: Option<i64>,
}

impl Levels {
    fn of(all: &[Paragraph], print: &Print) -> Levels {
        let mut sizes: Vec<i64> = all
            .iter()
            .filter(|paragraph| may_head(paragraph) && paragraph.size > print.body * LARGE)
            .map(|paragraph| tenths(paragraph.size))
            .collect();
        sizes.sort_by(|a, b| b.cmp(a));
        let largest = sizes.first().copied();
        let is_alone = sizes.get(1) != sizes.first();
        let title = largest.filter(|largest| {
            let first = all.iter().find(|of| tenths(of.size) == *largest);
            is_alone && first.is_some_and(|of| of.page == 1 && of.size > print.body * 1.3)
        });
        sizes.dedup();
        sizes.retain(|size| Some(*size) != title);
        Levels {
            sizes,
            has_bold: print.has_bold,
            body: print.body,
            title,
        }
    }

    fn kind(&self, paragraph: &Paragraph) -> Option<Kind> {
        if !may_head(paragraph) {
            return None;
        }
        let size = tenths(paragraph.size);
        if self.title == Some(size) {
            return Some(Kind::Title);
        }
        let level = |at: usize| u8::try_from(at + 1).unwrap_or(u8::MAX).min(6);
        if let Some(at) = self.sizes.iter().position(|other| *other == size) {
            return Some(Kind::Heading(level(at)));
        }
        let is_bold = self.has_bold && paragraph.is_bold && paragraph.size > self.body * 0.95;
        let is_open = !paragraph.text.trim_end().ends_with(['.', ';', ',']);
        (is_bold && is_open).then(|| Kind::Heading(level(self.sizes.len())))
    }
}

fn may_head(paragraph: &Paragraph) -> bool {
    !paragraph.is_row
        && paragraph.lines <= HEADING_LINES
        && paragraph.text.chars().count() <= LONGEST_HEADING
        && paragraph.text.chars().any(char::is_alphabetic)
}

fn put(builder: &mut Builder<'_>, paragraph: &Paragraph, levels: &Levels) {
    let page = Some(paragraph.page);
    let raw = marked(&paragraph.text);
    if paragraph.is_row {
        builder.block(Kind::Row, None, raw, page);
        return;
    }
    match levels.kind(paragraph) {
        Some(kind @ Kind::Heading(_)) => builder.heading(kind, raw, page),
        Some(kind) => builder.block(kind, None, raw, page),
        None => builder.written(raw, page),
    }
}

/// Words with the marks in them.
fn marked(text: &str) -> Raw {
    let mut raw = Raw::default();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(RAISED) {
        let (place, behind) = after.split_once(RAISED_END).unwrap_or((after, ""));
        push(&mut raw, before);
        if let Ok(note) = place.parse() {
            raw.mark(note);
        }
        rest = behind;
    }
    push(&mut raw, rest);
    raw
}

/// Words, with the cells of a row.
fn push(raw: &mut Raw, text: &str) {
    for (at, cell) in text.split('\t').enumerate() {
        if at > 0 {
            raw.cell();
        }
        raw.push(cell);
    }
}
