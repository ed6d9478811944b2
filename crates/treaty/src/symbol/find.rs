//! Symbols in running text. Dates, fractions, addresses and `and/or` are none.

use std::ops::Range;

use super::fold;
use super::{LONGEST_SYMBOL, Paper, Parts, Session, Symbol};

/// Every symbol of a text with its place, in order.
pub(super) fn all(text: &str) -> Vec<(Range<usize>, Symbol)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(run) = next_run(text, at) {
        at = run.end;
        if run.len() > 8 * LONGEST_SYMBOL || !stands_free(text, &run) {
            continue;
        }
        if let Some((range, symbol)) = in_run(text, &run) {
            at = range.end;
            found.push((range, symbol));
        }
    }
    found
}

/// The next stretch of characters that symbols are made of, with a stroke in it.
fn next_run(text: &str, from: usize) -> Option<Range<usize>> {
    let mut start = None;
    let mut stroke = false;
    for (at, c) in text[from..].char_indices() {
        let at = from + at;
        match fold::in_symbols(c) {
            Some(one) => {
                // It begins with a letter of an organ.
                if start.is_none() && one.is_ascii_alphanumeric() {
                    start = Some(at);
                }
                stroke |= start.is_some() && one == '/';
            }
            None if fold::is_unseen(c) => {}
            None => {
                if let Some(start) = start.take().filter(|_| stroke) {
                    return Some(start..at);
                }
                stroke = false;
            }
        }
    }
    start.filter(|_| stroke).map(|start| start..text.len())
}

/// Whether no letter of another script and no sign of an address stands right before or after.
fn stands_free(text: &str, run: &Range<usize>) -> bool {
    // Scripts without blanks are written close to everything.
    let bound = |c: char| {
        (c.is_alphanumeric() && !matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'))
            || matches!(c, '@' | ':' | '_' | '%' | '=' | '&' | '#' | '~' | '\\')
    };
    let before = text[..run.start].chars().next_back();
    let after = text[run.end..].chars().next();
    // `Symbol:A/57/1` is common, `http:` never ends a word before one.
    let before_colon = before == Some(':') && !text[..run.start].ends_with("http:");
    (before_colon || !before.is_some_and(bound))
        && (after == Some(':') || !after.is_some_and(bound))
        && !text[run.clone()].contains("//www.")
}

fn in_run(text: &str, run: &Range<usize>) -> Option<(Range<usize>, Symbol)> {
    let trimmed = trimmed(text, run);
    if let Some(found) = longest(text, &trimmed) {
        return Some(found);
    }
    // `A/57/100-A/57/105`, `L.4–L.8`: up to the first dash after which nothing fits.
    let slice = &text[trimmed.clone()];
    let dashes = slice
        .char_indices()
        .filter(|(_, c)| fold::in_symbols(*c) == Some('-'));
    let cuts: Vec<usize> = dashes.map(|(at, _)| trimmed.start + at).take(4).collect();
    cuts.into_iter()
        .rev()
        .find_map(|cut| read(text, &(trimmed.start..cut)))
}

/// Without the signs of the sentence around it.
fn trimmed(text: &str, run: &Range<usize>) -> Range<usize> {
    let mut end = run.end;
    while let Some(c) = text[run.start..end].chars().next_back() {
        let within = &text[run.start..end];
        let one = fold::in_symbols(c);
        let unbalanced = |open: char, close: char| {
            let count = |of: char| {
                within
                    .chars()
                    .filter(|c| fold::in_symbols(*c) == Some(of))
                    .count()
            };
            count(close) > count(open)
        };
        let off = match one {
            Some('.' | '/' | '-' | '(' | '[') => true,
            Some(')') => unbalanced('(', ')'),
            Some(']') => unbalanced('[', ']'),
            Some(_) => false,
            None => true,
        };
        if !off {
            break;
        }
        end -= c.len_utf8();
    }
    run.start..end
}

/// The symbol of a stretch, with what may follow it after a blank: `(2016)`, `B`, `(Part II)/Corr.1`.
fn longest(text: &str, range: &Range<usize>) -> Option<(Range<usize>, Symbol)> {
    let (mut range, mut symbol) = read(text, range)?;
    for _ in 0..3 {
        let Some(end) = continued(text, range.end, &symbol.parts()) else {
            break;
        };
        let Some(longer) = read(text, &(range.start..end)) else {
            break;
        };
        (range, symbol) = longer;
    }
    Some((range, symbol))
}

/// Where a symbol would end if what follows the blank is part of it.
fn continued(text: &str, end: usize, parts: &Parts) -> Option<usize> {
    let rest = &text[end..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
    let after = &rest[blanks..];
    if blanks > 0
        && let Some(within) = after.strip_prefix('(')
    {
        let close = within.find(')').filter(|close| *close <= 24)?;
        let group = &within[..close];
        let fits = match parts.paper {
            Some(Paper::Resolution | Paper::Decision) if parts.session.is_none() => true,
            _ => group.starts_with("Part ") || group.starts_with("Resumption "),
        };
        return fits.then_some(end + blanks + close + 2);
    }
    if blanks == 0 && after.starts_with('/') {
        let until = |c: char| fold::in_symbols(c).is_none();
        let stop = after.find(until).unwrap_or(after.len());
        let run = end..end + stop;
        return Some(trimmed(text, &run).end).filter(|stop| *stop > end + 1);
    }
    let lettered = matches!(parts.paper, Some(Paper::Resolution | Paper::Decision))
        && parts.part.is_none()
        && blanks > 0;
    let mut next = after.chars();
    let letter = next
        .next()
        .filter(|c| lettered && c.is_ascii_uppercase() && *c != 'I')?;
    let follows = next.next();
    let ends = follows.is_none_or(|c| matches!(c, ',' | ';' | '.' | ')' | ']' | '/' | '\n'));
    // `A` before another word is mostly an article.
    let fits = ends || (letter != 'A' && follows.is_some_and(char::is_whitespace));
    fits.then_some(end + blanks + 1)
}

fn read(text: &str, range: &Range<usize>) -> Option<(Range<usize>, Symbol)> {
    let written = text.get(range.clone())?;
    let symbol: Symbol = written.parse().ok()?;
    (is_written_so(written) && is_certain(&symbol.parts())).then(|| (range.clone(), symbol))
}

/// Whether it is in capitals, but for the words that symbols write otherwise.
fn is_written_so(written: &str) -> bool {
    const WORDS: [&str; 9] = [
        "art",
        "add",
        "amend",
        "corr",
        "rev",
        "summary",
        "part",
        "resumption",
        "annex",
    ];
    let plain: String = written
        .chars()
        .filter(|c| !fold::is_unseen(*c))
        .map(|c| fold::in_symbols(c).unwrap_or(' '))
        .collect();
    plain
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.bytes().any(|byte| byte.is_ascii_lowercase()))
        .all(|word| WORDS.contains(&word.to_ascii_lowercase().as_str()))
}

/// Whether what looks like a symbol can hardly be anything else.
fn is_certain(parts: &Parts) -> bool {
    let Some(number) = parts.number.filter(|_| parts.unknown.is_empty()) else {
        return false;
    };
    let changed = parts.modifiers.iter().any(|one| one.number.is_some());
    let typed = parts.paper.is_some_and(|paper| paper != Paper::Document) || changed;
    match parts.organ.as_str() {
        "A" | "E" | "S" => {
            let counted = match parts.session {
                // Sessions are written in Arabic figures from the thirty-first on.
                Some(Session::Regular(session)) => session >= 31,
                Some(Session::Year(year)) => year >= 1978,
                Some(Session::Special(_) | Session::Emergency(_)) => true,
                None => false,
            };
            parts.bodies.iter().all(|body| is_principal_body(body))
                && (typed || counted || number >= 1000)
        }
        "CD" | "ENDC" | "DC" | "INFCIRC" | "GOV" => typed || number >= 100,
        organ if is_organ(organ) => {
            typed || parts.session.is_some() || !parts.bodies.is_empty()
        }
        organ => {
            typed
                && (2..=8).contains(&organ.len())
                && organ.bytes().all(|byte| byte.is_ascii_uppercase())
                && !matches!(parts.paper, Some(Paper::Restricted | Paper::Miscellaneous))
        }
    }
}

/// Bodies of the General Assembly, the Security Council and the Economic and Social Council.
fn is_principal_body(body: &str) -> bool {
    let name = body.split(['.', '-']).next().unwrap_or(body);
    matches!(
        name,
        "AC" | "BUR"
            | "C"
            | "CN"
            | "CONF"
            | "ECA"
            | "ECE"
            | "ECLAC"
            | "ESCAP"
            | "ESCWA"
            | "HRC"
            | "ICEF"
            | "PC"
            | "SC"
            | "SPC"
            | "SUB"
            | "WG"
    )
}

/// Organs whose symbols are met in disarmament: treaties' meetings, the Secretariat, agencies.
fn is_organ(organ: &str) -> bool {
    let name = organ.split('-').next().unwrap_or(organ);
    matches!(
        name,
        "APLC"
            | "ATT"
            | "BWC"
            | "C"
            | "CAT"
            | "CCM"
            | "CCPR"
            | "CCW"
            | "CEDAW"
            | "CERD"
            | "CRC"
            | "CRPD"
            | "CTBT"
            | "CWC"
            | "DP"
            | "EC"
            | "FCCC"
            | "GC"
            | "HRI"
            | "NPT"
            | "RC"
            | "ST"
            | "TD"
            | "TPNW"
            | "UNEP"
            | "UNIDIR"
    )
}
