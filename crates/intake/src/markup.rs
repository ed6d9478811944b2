//! Text with the markup taken out, and the note marks it held.
//!
//! Marks stand as elements in HTML (`<SUP>`), as elements or *escaped* in XML
//! (`United States of America<superscript>7</superscript>` inside the text).

/// Text without markup, and the marks of the notes that hung on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Marked {
    pub(crate) text: String,
    pub(crate) notes: Vec<String>,
}

/// The longest thing in angle brackets that is taken for a tag.
const LONGEST_TAG: usize = 2_000;

/// Takes tags out of a text, keeps the marks in superscripts apart, resolves entities that were
/// escaped twice, and leaves line ends where the markup had paragraphs.
pub(crate) fn unmark(text: &str) -> Marked {
    let mut out = Marked::default();
    let mut mark = None::<String>;
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        push(&mut out, &mut mark, &rest[..open]);
        match tag(&rest[open..]) {
            Some((name, closing, length)) => {
                match (name.as_str(), closing) {
                    ("superscript" | "sup", false) => mark = Some(String::new()),
                    ("superscript" | "sup", true) => {
                        out.notes
                            .extend(mark.take().iter().flat_map(|ids| note_ids(ids)));
                    }
                    ("br" | "p" | "div" | "para", _) => out.text.push('\n'),
                    _ => {}
                }
                rest = &rest[open + length..];
            }
            None => {
                push(&mut out, &mut mark, "<");
                rest = &rest[open + 1..];
            }
        }
    }
    push(&mut out, &mut mark, rest);
    out.notes
        .extend(mark.take().iter().flat_map(|ids| note_ids(ids)));
    out
}

fn push(out: &mut Marked, mark: &mut Option<String>, text: &str) {
    let text = resolve(text);
    match mark {
        Some(ids) => ids.push_str(&text),
        None => out.text.push_str(&text),
    }
}

/// The name of the tag a text begins with, whether it closes, and its length in bytes.
fn tag(text: &str) -> Option<(String, bool, usize)> {
    let inner = text.strip_prefix('<')?;
    let (inner, closing) = match inner.strip_prefix('/') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let name: String = inner
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = text.bytes().take(LONGEST_TAG).position(|b| b == b'>')?;
    Some((name.to_ascii_lowercase(), closing, end + 1))
}

/// Entities that survived the first reading because they were escaped twice.
fn resolve(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), |text| text.into_owned())
}

/// The marks in a superscript: `12`, `1,12`, `10, 11`.
pub(crate) fn note_ids(text: &str) -> Vec<String> {
    text.split(|c: char| c == ',' || c == ';' || c.is_whitespace())
        .filter(|id| !id.is_empty())
        .map(str::to_owned)
        .collect()
}

/// One blank for every run of blanks, tabs, line ends and no-break spaces.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each line as one line, empty lines dropped: the form in which texts are kept.
pub(crate) fn paragraphs(text: &str) -> String {
    text.lines()
        .map(one_line)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, plain: &str, notes: &[&str]) {
        let marked = unmark(text);
        assert_eq!(
            (one_line(&marked.text).as_str(), marked.notes),
            (plain, notes.iter().map(|s| (*s).to_owned()).collect())
        );
    }

    #[test]
    fn marks_of_any_number_and_length_leave_the_name_alone() {
        check(
            "United States of America<superscript>7</superscript>",
            "United States of America",
            &["7"],
        );
        check(
            "Netherlands (Kingdom of the)<superscript>12</superscript>",
            "Netherlands (Kingdom of the)",
            &["12"],
        );
        check(
            "Ukraine <superscript>1,12</superscript> ",
            "Ukraine",
            &["1", "12"],
        );
        check("Serbia<sup>10, 11</sup>", "Serbia", &["10", "11"]);
        check("France<superscript></superscript>", "France", &[]);
    }

    #[test]
    fn other_markup_is_dropped_and_what_only_looks_like_it_stays() {
        check(
            "<i>Dublin,</i>&nbsp;30 May <b>2008</b>",
            "Dublin, 30 May 2008",
            &[],
        );
        check(
            "fewer than < 3 States & more",
            "fewer than < 3 States & more",
            &[],
        );
        check("a<superscript>3", "a", &["3"]);
    }
}
