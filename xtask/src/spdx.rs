//! Licence expressions (SPDX), as far as manifests use them.

use std::iter::Peekable;
use std::vec::IntoIter;

/// A licence expression.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    /// One licence, an exception (`WITH …`) included in its name.
    One(String),
    /// All of them apply.
    All(Vec<Expression>),
    /// The licensee chooses.
    Any(Vec<Expression>),
}

impl Expression {
    /// Reads an expression. `/` counts as `OR`, as old manifests have it.
    ///
    /// # Errors
    ///
    /// A sentence on what cannot be read.
    pub(crate) fn parse(text: &str) -> Result<Expression, String> {
        let spaced = text
            .replace('/', " OR ")
            .replace('(', " ( ")
            .replace(')', " ) ");
        let words: Vec<String> = spaced.split_whitespace().map(str::to_owned).collect();
        let mut words = words.into_iter().peekable();
        let whole =
            any(&mut words).ok_or_else(|| format!("`{text}` is no licence expression"))?;
        match words.next() {
            None => Ok(whole),
            Some(rest) => Err(format!(
                "`{text}` is no licence expression: `{rest}` does not fit"
            )),
        }
    }

    /// Whether a licensee who accepts `allowed` alone may use what it covers.
    pub(crate) fn is_met_by(&self, allowed: &dyn Fn(&str) -> bool) -> bool {
        match self {
            Expression::One(licence) => allowed(licence),
            Expression::All(parts) => parts.iter().all(|part| part.is_met_by(allowed)),
            Expression::Any(parts) => parts.iter().any(|part| part.is_met_by(allowed)),
        }
    }
}

type Words = Peekable<IntoIter<String>>;

fn any(words: &mut Words) -> Option<Expression> {
    joined(words, "OR", all, Expression::Any)
}

fn all(words: &mut Words) -> Option<Expression> {
    joined(words, "AND", one, Expression::All)
}

fn joined(
    words: &mut Words,
    by: &str,
    part: fn(&mut Words) -> Option<Expression>,
    join: fn(Vec<Expression>) -> Expression,
) -> Option<Expression> {
    let first = part(words)?;
    let mut parts = vec![first];
    while words.next_if(|word| word == by).is_some() {
        parts.push(part(words)?);
    }
    if parts.len() == 1 {
        parts.pop()
    } else {
        Some(join(parts))
    }
}

fn one(words: &mut Words) -> Option<Expression> {
    let word = words.next()?;
    if word == "(" {
        let inner = any(words)?;
        return (words.next()? == ")").then_some(inner);
    }
    if matches!(word.as_str(), ")" | "OR" | "AND" | "WITH") {
        return None;
    }
    if words.next_if(|next| next == "WITH").is_some() {
        return Some(Expression::One(format!("{word} WITH {}", words.next()?)));
    }
    Some(Expression::One(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, allowed: &[&str], expected: bool) {
        let expression = Expression::parse(text).unwrap();
        assert_eq!(
            expression.is_met_by(&|licence| allowed.contains(&licence)),
            expected,
            "{text}"
        );
    }

    #[test]
    fn of_several_licences_one_that_is_allowed_is_enough() {
        check("MIT OR GPL-2.0-only", &["MIT"], true);
        check("Unlicense/MIT", &["MIT"], true);
        check("GPL-2.0-only OR GPL-3.0-only", &["MIT"], false);
    }

    #[test]
    fn licences_that_apply_together_must_all_be_allowed() {
        check("(MIT OR Apache-2.0) AND Unicode-3.0", &["MIT"], false);
        check(
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            &["MIT", "Unicode-3.0"],
            true,
        );
        // AND binds closer than OR (SPDX, annex D).
        check("MIT OR ISC AND Zlib", &["MIT"], true);
    }

    #[test]
    fn an_exception_belongs_to_its_licence() {
        check("Apache-2.0 WITH LLVM-exception", &["Apache-2.0"], false);
        check("Apache-2.0 WITH LLVM-exception OR MIT", &["MIT"], true);
    }

    #[test]
    fn what_is_no_expression_is_said_to_be_none() {
        for text in [
            "",
            "MIT OR",
            "(MIT",
            "MIT Apache-2.0",
            "AND MIT",
            "Apache-2.0 WITH",
        ] {
            assert!(Expression::parse(text).is_err(), "{text}");
        }
    }
}
