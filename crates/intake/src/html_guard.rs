//! What is refused of an HTML file before it is parsed: too large, cut off, nested too deep.

use crate::bytes::LARGEST_PAGE;
use crate::error::{Position, ReadError, What};

/// How deep tags may be nested. Real pages stay under 60.
const DEEPEST: usize = 256;

/// Refuses what is no page, before it is parsed.
pub(crate) fn refuse(file: &str, text: &str) -> Result<(), ReadError> {
    if text.len() > LARGEST_PAGE {
        let what = What::TooLarge {
            size: text.len(),
            limit: LARGEST_PAGE,
        };
        return Err(ReadError::new(file, what));
    }
    truncated(file, text)?;
    deepest_refused(file, text)
}

/// Refuses a page that ends before its own end.
fn truncated(file: &str, text: &str) -> Result<(), ReadError> {
    let lower = text.to_ascii_lowercase();
    let tail = lower.trim_end();
    if lower.contains("<html") && !tail[floor(tail, 4096)..].contains("</html") {
        let what = What::Truncated("its end, `</html>`, is missing".to_owned());
        return Err(ReadError::at(file, what, Position::of(text, text.len())));
    }
    Ok(())
}

/// Refuses a page whose tags are nested so deep that parsing it would take too long.
fn deepest_refused(file: &str, text: &str) -> Result<(), ReadError> {
    if deepest(&text.to_ascii_lowercase()) > DEEPEST {
        let what = format!("its tags are nested more than {DEEPEST} deep");
        return Err(ReadError::new(file, What::Excessive(what)));
    }
    Ok(())
}

/// A character boundary at most `back` bytes before the end.
fn floor(text: &str, back: usize) -> usize {
    let mut at = text.len().saturating_sub(back);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// How many tags are open at once, at most. A tag that closes, closes those left open inside it;
/// a table's parts close their like, as browsers have it.
fn deepest(lower: &str) -> usize {
    const VOID: [&str; 14] = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr", "option",
    ];
    const LOOK_BACK: usize = 24;
    let (mut open, mut most) = (Vec::<&str>::new(), 0);
    let mut rest = lower;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let (closing, name_at) = match rest.strip_prefix('/') {
            Some(after) => (true, after),
            None => (false, rest),
        };
        let length = name_at
            .bytes()
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let name = &name_at[..length];
        if name.is_empty() || VOID.contains(&name) {
            continue;
        }
        if closing {
            let near = &open[open.len().saturating_sub(LOOK_BACK)..];
            if let Some(back) = near.iter().rev().position(|other| *other == name) {
                open.truncate(open.len() - back - 1);
            }
        } else {
            if matches!(name, "td" | "tr" | "li" | "p") && open.last() == Some(&name) {
                open.pop();
            }
            open.push(name);
            most = most.max(open.len());
        }
        if matches!(name, "script" | "style") && !closing {
            let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
            rest = &rest[end..];
        }
    }
    most
}
