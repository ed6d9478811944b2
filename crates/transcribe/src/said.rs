//! What a file says of itself, as far as it can be right.

/// A tag of BCP 47, if it is formed as one: a language of two or three letters, and subtags.
pub(crate) fn language(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    let mut subtags = tag.split('-');
    let language = subtags.next()?;
    let is_language = (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let are_subtags = subtags.clone().count() <= 4
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    // What programs write where nobody said a language.
    let is_known = !matches!(tag.to_ascii_lowercase().as_str(), "und" | "zxx" | "x-none");
    (is_language && are_subtags && is_known).then_some(tag)
}

/// The day with which a moment of ISO 8601 begins, if there is such a day.
pub(crate) fn day(moment: &str) -> Option<String> {
    let day = moment.trim().get(..10)?;
    let (year, rest) = day.split_at_checked(4)?;
    let (month, rest) = rest.strip_prefix('-')?.split_at_checked(2)?;
    let date = rest.strip_prefix('-')?;
    let number = |text: &str| {
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse().ok()).flatten()
    };
    calendar(number(year)?, number(month)?, number(date)?)
}

/// A day of the calendar, if there is one: files of programs without a clock say 1601, 1900 or 1970.
pub(crate) fn calendar(year: u16, month: u16, day: u16) -> Option<String> {
    let is_leap =
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let longest = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u16::from(is_leap),
        _ => return None,
    };
    let is_day = (1..=longest).contains(&day) && (1971..=9999).contains(&year);
    is_day.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// An address of the web, if it is one.
pub(crate) fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    let is_plain = text.chars().all(|c| !c.is_whitespace() && !c.is_control());
    (is_web && is_plain && text.len() <= 2000).then(|| text.to_owned())
}

/// The last part of a name of a file, without what controls anything.
pub(crate) fn name(text: &str) -> Option<String> {
    let last = text.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean = crate::clean::line(last)?;
    let clean: String = clean.chars().take(200).collect();
    (!matches!(clean.as_str(), "." | "..")).then_some(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_right_is_taken_over() {
        assert_eq!(language("en_GB").as_deref(), Some("en-GB"));
        assert_eq!(language("zh-Hant-TW").as_deref(), Some("zh-Hant-TW"));
        for wrong in ["english", "", "x-none", "e1", "en-"] {
            assert_eq!(language(wrong), None, "{wrong}");
        }
        assert_eq!(day("2017-05-02T10:00:00Z").as_deref(), Some("2017-05-02"));
        assert_eq!(day("2020-02-29").as_deref(), Some("2020-02-29"));
        for wrong in [
            "2021-02-29",
            "2017-5-2",
            "02/05/2017",
            "1601-01-01",
            "+017-05-02",
        ] {
            assert_eq!(day(wrong), None, "{wrong}");
        }
        assert_eq!(
            address(" https://a.example/x ").as_deref(),
            Some("https://a.example/x")
        );
        assert_eq!(address("javascript:alert(1)"), None);
        assert_eq!(name("../../etc/passwd").as_deref(), Some("passwd"));
        assert_eq!(
            name("C:\\x\\annex\u{202E}fdp.exe").as_deref(),
            Some("annexfdp.exe")
        );
        assert_eq!(name("a/.."), None);
    }
}
