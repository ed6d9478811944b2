//! Several things in a row: one way for every list in a sentence.

use crate::Words;

impl Words {
    /// A list in a sentence: `Dominica, Equatorial Guinea and the Gambia`; nothing of nothing.
    ///
    /// There is no comma before the last of them, as the United Nations write lists, and none
    /// where one of them has an “and” of its own: `the United Arab Emirates, the United Kingdom
    /// of Great Britain and Northern Ireland and the United States of America`
    /// (A/AC.105/C.1/2025/CRP.16/Rev.1).
    pub fn joined<T: AsRef<str>>(&self, items: &[T]) -> String {
        self.in_a_row("list-and", items)
    }

    /// A choice in a sentence: `ratification, acceptance or approval`.
    pub fn joined_or<T: AsRef<str>>(&self, items: &[T]) -> String {
        self.in_a_row("list-or", items)
    }

    fn in_a_row<T: AsRef<str>>(&self, key: &str, items: &[T]) -> String {
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [rest @ .., last] => {
                let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
                let last = last.as_ref();
                self.text_with(
                    key,
                    &[("rest", rest.join(", ").into()), ("last", last.into())],
                )
            }
        }
    }
}
