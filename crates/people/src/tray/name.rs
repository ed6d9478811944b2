//! What a file is called.

/// The most characters of a name.
const LONGEST: usize = 200;

/// The last part of a path, without controls and what turns the direction of text: so that a name is no path, and
/// says what it ends with.
pub(super) fn plain(given: &str) -> String {
    let last = given
        .rsplit(['/', '\\'])
        .map(str::trim)
        .find(|part| !part.is_empty());
    let kept: String = last
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control() && !turns(*c))
        .collect();
    let kept = kept.trim().trim_start_matches('.');
    let name = match kept.chars().count() > LONGEST {
        false => kept.to_owned(),
        // The end says what kind of file it is.
        true => kept
            .chars()
            .skip(kept.chars().count() - LONGEST)
            .collect::<String>(),
    };
    if name.trim().is_empty() {
        "document".to_owned()
    } else {
        name
    }
}

/// Marks that turn the direction of what follows, or are drawn as nothing.
fn turns(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_path_and_does_not_deceive() {
        for (given, kept) in [
            ("note.pdf", "note.pdf"),
            ("/etc/passwd", "passwd"),
            ("..\\..\\boot.ini", "boot.ini"),
            ("../..", "document"),
            (".htaccess", "htaccess"),
            (
                "Déclaration de l’Italie.docx",
                "Déclaration de l’Italie.docx",
            ),
            ("exe.\u{202e}fdp", "exe.fdp"),
            ("a\0b\r\nc.txt", "abc.txt"),
            ("folder/", "folder"),
            ("", "document"),
            (" \u{200b} ", "document"),
        ] {
            assert_eq!(plain(given), kept, "{given:?}");
        }
        let long = format!("{}.pdf", "é".repeat(500));
        assert_eq!(plain(&long).chars().count(), LONGEST);
        assert!(plain(&long).ends_with(".pdf"));
    }
}
