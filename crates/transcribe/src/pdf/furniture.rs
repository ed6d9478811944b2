//! What is printed on every page: running heads and feet, numbers of pages.

use std::collections::BTreeMap;

use super::lines::{Line, Page};

/// How many lines at the head and at the foot of a page are looked at.
const EDGE: usize = 3;

/// What is larger than the text by this much is a heading.
const LARGE: f64 = 1.05;

/// How much of a page its head and its foot take.
const MARGIN: f64 = 0.15;

/// The pages without what is printed on all of them. `body` is the size of most letters: what is larger is a heading.
pub(super) fn left_out(mut pages: Vec<Page>, body: f64) -> Vec<Page> {
    let count = pages.len();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for page in &pages {
        let mut keys: Vec<String> = edges(page)
            .into_iter()
            .flatten()
            .filter(|(_, _, line)| line.size <= body * LARGE)
            .map(|(_, _, line)| key(&line.text))
            .collect();
        keys.sort();
        keys.dedup();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    // Chapters have heads of their own: some pages are enough, where there are many.
    let enough = if count <= 3 {
        2
    } else {
        (count * 3 / 10).clamp(3, 6)
    };
    for page in &mut pages {
        let is_furniture = |line: &Line| {
            if line.size > body * LARGE {
                return false;
            }
            let times = seen.get(&key(&line.text)).copied().unwrap_or(0);
            let is_edge = line.base < page.height * 0.1 || line.base > page.height * 0.9;
            (count > 1 && times >= enough) || (is_edge && is_number(&line.text))
        };
        // From the edge inwards, up to the first line that is the page's own.
        let gone: Vec<(usize, usize)> = edges(page)
            .into_iter()
            .flat_map(|edge| {
                let edge = edge.into_iter();
                edge.take_while(|(_, _, line)| is_furniture(line))
            })
            .map(|(region, at, _)| (region, at))
            .collect();
        for (at, region) in page.regions.iter_mut().enumerate() {
            let mut place = 0;
            region.retain(|_| {
                let is_gone = gone.contains(&(at, place));
                place += 1;
                !is_gone
            });
        }
    }
    pages
}

/// A line, and where it stands: its region, and its place there.
type Placed<'p> = (usize, usize, &'p Line);

/// The lines in the head and in the foot of a page, each from its edge.
fn edges(page: &Page) -> [Vec<Placed<'_>>; 2] {
    let lines = page.regions.iter().enumerate().flat_map(|(region, lines)| {
        let placed = lines.iter().enumerate();
        placed.map(move |(at, line)| (region, at, line))
    });
    let mut lines: Vec<Placed<'_>> = lines.collect();
    lines.sort_by(|a, b| a.2.base.total_cmp(&b.2.base));
    let head = lines.iter().take(EDGE);
    let head = head.filter(|(_, _, line)| line.base < page.height * MARGIN);
    let foot = lines.iter().rev().take(EDGE);
    let foot = foot.filter(|(_, _, line)| line.base > page.height * (1.0 - MARGIN));
    [head.copied().collect(), foot.copied().collect()]
}

/// A line as it is on every page: whatever its numbers.
fn key(text: &str) -> String {
    let mut key = String::new();
    for c in text.chars() {
        if c.is_numeric() {
            if !key.ends_with('#') {
                key.push('#');
            }
        } else if !c.is_whitespace() {
            key.extend(c.to_lowercase());
        }
    }
    key
}

/// Whether a line is the number of a page and nothing else.
fn is_number(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || "-–—|[]".contains(c));
    let bare = bare.to_lowercase();
    let bare = bare.strip_prefix("page ").unwrap_or(&bare);
    let mut parts = bare
        .split(['/', ' '])
        .filter(|part| !matches!(*part, "" | "of" | "de" | "sur" | "von" | "из"));
    let is_part = |part: &str| {
        let is_digits = part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_roman = part.len() <= 5 && part.bytes().all(|byte| b"ivx".contains(&byte));
        is_digits || is_roman
    };
    !bare.is_empty() && bare.split(['/', ' ']).count() <= 3 && parts.all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_known() {
        for text in [
            "12",
            "- 12 -",
            "– 3 –",
            "Page 3 of 12",
            "3/12",
            "iv",
            "12 de 40",
        ] {
            assert!(is_number(text), "{text}");
        }
        for text in ["12 States", "1997 2001 2005 2009", "", "1.", "civil"] {
            assert!(!is_number(text), "{text}");
        }
    }
}
