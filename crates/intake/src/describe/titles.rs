//! The title of a document: what its head says besides whose, when and where.

use std::sync::LazyLock;

use transcribe::Kind;
use transcribe::Text;

use super::lexicon::Lexicon;
use super::reading::{Para, Reading};
use super::{Evidence, Proposal, address, days, meetings, themes};
use crate::jotting::{Ends, Span, Word};

/// Words of lines that are no title: letterheads, marks, what was said of the delivery.
static ELSE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "permanent mission;permanent representation;permanent delegation;mission permanente;misión permanente;united nations;\
         nations unies;naciones unidas;организация объединенных наций;объединенные нации;постоянное представительство;联合国;\
         常驻代表团;الأمم المتحدة;البعثة الدائمة;check against delivery;distr;dist;original;english only;delivered by;\
         seul le prononcé fait foi;cotejar con la declaración;submitted by;présenté par;presentado por;general assembly;\
         assemblée générale;asamblea general;conference on disarmament;conférence du désarmement;conferencia de desarme;\
         un geneva;please check against delivery;as delivered;page",
        (),
    )])
});

/// What a line of a head is.
fn is_other(para: &Para<'_>, line: &std::ops::Range<usize>, treaties: &[Span]) -> bool {
    let place = para.words_in(line);
    let within: &[Word<'_>] = &para.words[place.clone()];
    if within.is_empty() || address::is_address(&para.text[line.clone()]) {
        return true;
    }
    // What is spent on treaties, meetings and days.
    let mut spent = vec![false; within.len()];
    let mut spend = |from: usize, to: usize| {
        for at in from..to {
            if let Some(at) = at.checked_sub(place.start).filter(|at| *at < spent.len()) {
                spent[at] = true;
            }
        }
    };
    for span in treaties {
        let words = para.words_in(&(span.from..span.to));
        spend(words.start, words.end);
    }
    for phrase in meetings::phrases(&para.words) {
        spend(phrase.words.start, phrase.words.end);
    }
    for days in days::all(&para.words) {
        let before = days.words.start.checked_sub(1).map(|at| &para.words[at]);
        // `from September 2021 to September 2023` is what a title tells.
        let told = ["from", "to", "until", "de", "a", "au", "desde", "hasta"];
        if before.is_some_and(|word| told.contains(&word.folded.as_str())) {
            continue;
        }
        // The place beside the day, too.
        let comma = para.words[days.words.start].ends == Ends::Piece;
        let from = days.words.start.saturating_sub(if comma { 3 } else { 0 });
        let next = para.words.get(days.words.end);
        let last = place.end - place.end.min(days.words.end);
        let beside = next.is_some_and(|word| word.ends == Ends::Piece) && last <= 4;
        spend(from, days.words.end + if beside { last } else { 0 });
    }
    let small = [
        "of", "the", "to", "de", "la", "du", "a", "on", "and", "part", "des", "del",
    ];
    let left = within
        .iter()
        .zip(&spent)
        .filter(|(word, spent)| !**spent && !small.contains(&word.folded.as_str()));
    let left = left.count();
    let letters = within
        .iter()
        .any(|word| word.text.chars().any(char::is_alphabetic));
    !letters
        || left == 0
        || (left <= 2 && left * 4 <= within.len())
        || (ELSE.first(within).is_some_and(|hit| hit.from <= 1) && within.len() <= 14)
        || treaty::Symbol::find_all(&para.text[line.clone()])
            .first()
            .is_some_and(|(at, _)| at.len() * 2 >= line.len())
}

/// The titles that are offered. `spent` are lines that tell who speaks: block and line.
pub(super) fn titles(
    text: &Text,
    reading: &Reading<'_>,
    treaties: &[(usize, Span)],
    spent: &[(usize, usize)],
) -> Vec<Proposal<String>> {
    let mut found: Vec<Proposal<String>> = Vec::new();
    for para in &reading.head {
        let own: Vec<Span> = treaties
            .iter()
            .filter(|(block, _)| *block == para.block)
            .map(|(_, span)| *span)
            .collect();
        let mut from = None;
        let mut to = 0;
        let letterhead = |line: &std::ops::Range<usize>| {
            let words = &para.words[para.words_in(line)];
            ELSE.first(words).is_some_and(|hit| hit.from <= 1)
        };
        for (place, line) in para.lines.iter().enumerate() {
            // `UN - Geneva` below the name of a mission belongs to it.
            let below = place > 0
                && letterhead(&para.lines[place - 1])
                && para.words_in(line).len() <= 3;
            let taken =
                below || spent.contains(&(para.block, place)) || is_other(para, line, &own);
            match (taken, from) {
                (true, Some(_)) => break,
                (true, None) => {}
                (false, _) => {
                    from.get_or_insert(line.start);
                    to = line.end;
                }
            }
        }
        let Some(from) = from else { continue };
        let Some(title) = para.text.get(from..to) else {
            continue;
        };
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = &para.words[para.words_in(&(from..to))];
        let sure = para.kind == Kind::Title || themes::is_title(words);
        if title.chars().count() <= 400 {
            found.push(para.told(title, sure, Span { from, to }));
        }
    }
    let said = text
        .said
        .title
        .as_deref()
        .map(str::trim)
        .filter(|said| !said.is_empty());
    if let Some(said) = said
        && found.iter().all(|one| one.value != said)
    {
        found.push(Proposal {
            value: said.to_owned(),
            sure: false,
            from: Evidence::File,
        });
    }
    // One that stands alone is the title; of several only what the maker or the list of themes says.
    if let [only] = &mut found[..] {
        only.sure |= !matches!(only.from, Evidence::File);
    }
    let sure = found.iter().filter(|one| one.sure).count();
    if sure > 1 {
        found.iter_mut().for_each(|one| one.sure = false);
    }
    super::once(&mut found);
    found.sort_by_key(|one| !one.sure);
    found.truncate(5);
    found
}
