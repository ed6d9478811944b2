//! Letters as words and lines.

use super::columns;
use super::letters::{self, Letter};

/// Before and behind what is raised, as the sign of a note is: noncharacters, which no text may contain.
pub(super) const RAISED: char = '\u{FDD1}';
pub(super) const RAISED_END: char = '\u{FDD2}';

/// From this part of its size on, a gap parts words.
const BLANK: f64 = 0.17;

/// From here on, it is wider than any blank of a line that is justified.
const WIDE: f64 = 1.3;

/// Behind what may be the label of a paragraph, this is more than the blank between words.
const BEHIND_LABEL: f64 = 0.45;

/// From here on, it parts cells.
const CELL: f64 = 1.8;

/// The lines of a page, by the regions that are read one after another.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) height: f64,
    pub(super) regions: Vec<Vec<Line>>,
}

/// A line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its words; wide gaps are two blanks.
    pub(super) text: String,
    /// Its words, by the cells that gaps part it into.
    pub(super) cells: Vec<String>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) is_bold: bool,
    /// Whether it is read from the right.
    pub(super) is_rtl: bool,
}

/// Letters that were drawn one after another, side by side.
#[derive(Debug, Clone)]
pub(super) struct Chunk {
    pub(super) letters: Vec<Letter>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
}

impl Page {
    pub(super) fn of(page: letters::Page) -> Page {
        let regions = columns::split(chunks(page.letters));
        let regions = regions
            .into_iter()
            .map(|chunks| rows(chunks).into_iter().filter_map(line).collect());
        Page {
            height: page.height,
            regions: regions.collect(),
        }
    }
}

/// Letters as chunks.
fn chunks(letters: Vec<Letter>) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    for letter in letters {
        let goes_on = chunks.last().is_some_and(|chunk| {
            let (size, gap) = (chunk.size, letter.left - chunk.right);
            let back = chunk.left - letter.right;
            let is_beside = (-0.5 * size..=size).contains(&gap)
                || (letter.text.chars().any(is_rtl) && (-0.5 * size..=size).contains(&back));
            is_beside
                && (letter.base - chunk.base).abs() <= 0.05 * size + 0.1
                && (letter.size - size).abs() <= 0.06 * size
        });
        match chunks.last_mut().filter(|_| goes_on) {
            Some(chunk) => {
                chunk.left = chunk.left.min(letter.left);
                chunk.right = chunk.right.max(letter.right);
                chunk.letters.push(letter);
            }
            None => chunks.push(Chunk {
                left: letter.left,
                right: letter.right,
                base: letter.base,
                size: letter.size,
                letters: vec![letter],
            }),
        }
    }
    chunks.retain(|chunk| chunk.letters.iter().any(|l| !l.text.trim().is_empty()));
    chunks
}

/// Chunks that stand on one line, from the top.
pub(super) fn rows(mut chunks: Vec<Chunk>) -> Vec<Vec<Chunk>> {
    chunks.sort_by(|a, b| a.base.total_cmp(&b.base).then(a.left.total_cmp(&b.left)));
    let mut rows: Vec<(f64, f64, Vec<Chunk>)> = Vec::new();
    for chunk in chunks {
        match rows.last_mut() {
            Some((base, size, row))
                if (chunk.base - *base).abs() <= 0.45 * chunk.size.max(*size) =>
            {
                // The line is where its largest letters stand: signs of notes are raised.
                if chunk.size > *size * 1.1 {
                    *base = chunk.base;
                    *size = chunk.size;
                }
                row.push(chunk);
            }
            Some(_) | None => rows.push((chunk.base, chunk.size, vec![chunk])),
        }
    }
    rows.into_iter().map(|(_, _, row)| row).collect()
}

/// A row as a line.
fn line(row: Vec<Chunk>) -> Option<Line> {
    let main = row
        .iter()
        .max_by(|a, b| (a.size * weight(a)).total_cmp(&(b.size * weight(b))))?;
    let (size, base) = (main.size, main.base);
    let mut letters: Vec<Letter> = row.into_iter().flat_map(|chunk| chunk.letters).collect();
    letters.sort_by(|a, b| a.left.total_cmp(&b.left));
    let (left, right) = (letters.first()?.left, letters.last()?.right);
    let seen = letters.iter().filter(|l| !l.text.trim().is_empty());
    let (mut all, mut bold, mut rtl) = (0_usize, 0_usize, 0_usize);
    for letter in seen {
        all += 1;
        bold += usize::from(letter.is_bold);
        rtl += usize::from(letter.text.chars().any(is_rtl));
    }
    let is_rtl = rtl * 2 > all;
    let pieces = pieces(&letters, size, base);
    let pieces = if is_rtl { turned(pieces) } else { pieces };
    let mut cells = vec![String::new()];
    let mut text = String::new();
    for piece in &pieces {
        if piece.starts_with(' ') && piece.len() > 2 {
            cells.push(String::new());
            text.push_str("  ");
            continue;
        }
        text.push_str(piece);
        if let Some(cell) = cells.last_mut() {
            cell.push_str(piece);
        }
    }
    cells.retain(|cell| !cell.trim().is_empty());
    (!text.trim().is_empty()).then(|| Line {
        text: text.trim().to_owned(),
        cells,
        left,
        right,
        base,
        size,
        is_bold: bold * 10 > all * 9,
        is_rtl,
    })
}

fn weight(chunk: &Chunk) -> f64 {
    // A line has far fewer letters than a number of this kind has places.
    u32::try_from(chunk.letters.len()).map_or(f64::MAX, f64::from)
}

/// Letters, from the left, with what parts them: one blank, two for a wide gap, three for that between cells.
fn pieces(letters: &[Letter], size: f64, base: f64) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<&Letter> = None;
    let mut is_raised = false;
    for letter in letters {
        let raised = letter.size < 0.82 * size && letter.base < base - 0.12 * size;
        let gap = before.map_or(0.0, |before| letter.left - before.right);
        let is_blank = letter.text.trim().is_empty();
        let is_label = before.is_some() && may_be_label(&pieces);
        let blank = if gap > CELL * size {
            "   "
        } else if gap > WIDE * size || (is_label && gap > BEHIND_LABEL * size) {
            "  "
        } else if gap > BLANK * size || is_blank {
            " "
        } else {
            ""
        };
        if raised != is_raised && !is_blank {
            let sign = if raised { RAISED } else { RAISED_END };
            part(&mut pieces, blank);
            // What parts words stands outside of what is raised.
            let before = pieces.len()
                - usize::from(
                    !raised && pieces.last().is_some_and(|last| last.starts_with(' ')),
                );
            pieces.insert(before, sign.to_string());
            is_raised = raised;
        } else {
            part(&mut pieces, blank);
        }
        // A gap is as wide as from word to word, whatever blanks are drawn in it.
        if !is_blank {
            pieces.push(letter.text.clone());
            before = Some(letter);
        }
    }
    if is_raised {
        pieces.push(RAISED_END.to_string());
    }
    pieces
}

/// Whether the first word of a line may be the number or letter of a paragraph.
fn may_be_label(pieces: &[String]) -> bool {
    let word = match pieces.split_last() {
        Some((last, word)) if last.starts_with(' ') => word,
        Some(_) | None => pieces,
    };
    word.len() <= 8
        && word.iter().all(|piece| !piece.starts_with(' '))
        && word.last().is_some_and(|last| last.ends_with(['.', ')']))
}

/// Adds a gap; of two that meet, the wider one is kept.
fn part(pieces: &mut Vec<String>, blank: &str) {
    if blank.is_empty() || pieces.is_empty() {
        return;
    }
    match pieces.last_mut().filter(|last| last.starts_with(' ')) {
        Some(last) if last.len() < blank.len() => blank.clone_into(last),
        Some(_) => {}
        None => pieces.push(blank.to_owned()),
    }
}

/// Letters that stand from the right, in the order of reading: numbers and words of other scripts keep theirs.
fn turned(pieces: Vec<String>) -> Vec<String> {
    let mut turned: Vec<String> = Vec::with_capacity(pieces.len());
    let mut run: Vec<String> = Vec::new();
    for piece in pieces.into_iter().rev() {
        let is_ltr = piece
            .chars()
            .any(|c| c.is_alphanumeric() && !is_rtl(c) || matches!(c, RAISED | RAISED_END));
        let joins = !run.is_empty() && matches!(piece.as_str(), "." | "," | "/" | "-" | ":");
        if is_ltr || joins {
            run.push(piece);
        } else {
            turned.extend(run.drain(..).rev());
            turned.push(piece);
        }
    }
    turned.extend(run.drain(..).rev());
    turned
}

/// Whether a letter is of a script that is read from the right.
pub(super) fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}
