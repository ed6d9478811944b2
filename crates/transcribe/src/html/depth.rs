//! Refuses pages nested so deep that to parse them would take too long, before they are parsed.

/// Elements that have no end.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
];

/// How far back an end looks for its beginning: beyond, it ends nothing, as with tags that were never opened.
const LOOK_BACK: usize = 24;

/// Whether more tags are open at once than may be. A parser asks for each tag about those that are open, so that
/// deep nesting makes its work grow with the square of the length.
pub(super) fn is_deeper(text: &str, most: u32) -> bool {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let mut open: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end..]);
            continue;
        }
        let (closes, after) = match rest.strip_prefix('/') {
            Some(after) => (true, after),
            None => (false, rest),
        };
        let length = after.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = after[..length].to_ascii_lowercase();
        rest = &after[length..];
        if name.is_empty() || VOID.contains(&name.as_str()) {
            continue;
        }
        if closes {
            let near = &open[open.len().saturating_sub(LOOK_BACK)..];
            if let Some(back) = near.iter().rev().position(|other| *other == name) {
                open.truncate(open.len() - back - 1);
            }
            continue;
        }
        if matches!(
            name.as_str(),
            "script" | "style" | "textarea" | "title" | "xmp"
        ) {
            rest = behind(rest, &name);
            continue;
        }
        // These end their like, as browsers have it.
        let ends_its_like = matches!(
            name.as_str(),
            "p" | "li" | "dt" | "dd" | "td" | "th" | "tr" | "option"
        );
        if ends_its_like && open.last() == Some(&name) {
            open.pop();
        }
        open.push(name);
        if open.len() > most {
            return true;
        }
    }
    false
}

/// What follows the end of an element whose content is no tags.
fn behind<'a>(rest: &'a str, name: &str) -> &'a str {
    let mut from = 0;
    while let Some(at) = rest[from..].find("</") {
        let after = &rest[from + at + 2..];
        let is_end = after
            .get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name));
        if is_end {
            return after;
        }
        from += at + 2;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_open_at_once_counts() {
        let flat = "<p>a<br><li>b<b>c</b>".repeat(1_000);
        assert!(!is_deeper(&flat.replace("<li>", "</p>"), 20));
        assert!(!is_deeper(&"<tr><td>a<td>b</tr>".repeat(1_000), 20));
        let script = format!("<script>{}</SCRIPT><p>a", "'<div>'".repeat(1_000));
        assert!(!is_deeper(&script, 20));
        assert!(is_deeper(&"<div>".repeat(21), 20));
        assert!(!is_deeper(&"<div>".repeat(20), 20));
        assert!(is_deeper(&"<b></i>".repeat(21), 20));
    }
}
