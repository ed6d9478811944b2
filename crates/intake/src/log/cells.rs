//! Several values in a cell: `; ` between them, a backslash before a semicolon, a backslash, or a blank at either
//! end that is part of a value.

/// Values as one cell; empty where all are.
pub(super) fn join<'v>(values: impl IntoIterator<Item = Option<&'v str>>) -> String {
    let all: Vec<String> = values
        .into_iter()
        .map(|value| escaped(value.unwrap_or_default()))
        .collect();
    if all.iter().all(String::is_empty) {
        return String::new();
    }
    all.join("; ")
}

/// The values of a cell, empty ones too.
pub(super) fn split(cell: &str) -> Vec<String> {
    if cell.trim().is_empty() {
        return Vec::new();
    }
    let (mut all, mut value, mut solid) = (Vec::new(), String::new(), 0);
    let mut signs = cell.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => {
                value.push(signs.next().unwrap_or('\\'));
                solid = value.len();
            }
            ';' => {
                value.truncate(solid);
                all.push(std::mem::take(&mut value));
                solid = 0;
            }
            _ if sign.is_whitespace() => {
                // Blanks before a value, and after it, are not part of it.
                if !value.is_empty() {
                    value.push(sign);
                }
            }
            _ => {
                value.push(sign);
                solid = value.len();
            }
        }
    }
    value.truncate(solid);
    all.push(value);
    all
}

fn escaped(value: &str) -> String {
    let inner = value.trim();
    let from = value.len() - value.trim_start().len();
    let to = from + inner.len();
    let mut written = String::with_capacity(value.len());
    for (at, sign) in value.char_indices() {
        let outer = sign.is_whitespace() && (at < from || at >= to);
        if outer || matches!(sign, ';' | '\\') {
            written.push('\\');
        }
        written.push(sign);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn people_write_several_values_as_they_like() {
        assert_eq!(split("ITA;ZAF ; NPL"), ["ITA", "ZAF", "NPL"]);
        assert_eq!(split("; ISU"), ["", "ISU"]);
        assert_eq!(split("  "), [] as [&str; 0]);
        assert_eq!(join([None, Some("a; b")]), "; a\\; b");
        assert_eq!(join([None, None]), "");
    }

    proptest! {
        #[test]
        fn what_is_joined_is_split_again(values in prop::collection::vec("\\PC{1,12}|[ ;\\\\\n]{1,5}", 1..5)) {
            let cell = join(values.iter().map(|value| Some(value.as_str())));
            prop_assert_eq!(split(&cell), values);
        }
    }
}
