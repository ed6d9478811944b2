//! Reading our own section of an XML export back: every act, whole.

use treaty::{Act, Confidence, Note, Source};

use crate::acts::{ActRow, Doubt, Sourced};
use crate::acts_xml::NAMESPACE;
use crate::error::{Position, ReadError, What};
use crate::xml_tree::At;

/// Reads our sections, one for each treaty; `None` where a document has none.
pub(crate) fn exported(file: &str, root: At<'_>) -> Result<Option<Vec<ActRow>>, ReadError> {
    let is_ours = |at: &At<'_>| {
        at.name() == "acts"
            && at
                .element()
                .attributes
                .iter()
                .any(|(_, value)| value == NAMESPACE)
    };
    let sections: Vec<At<'_>> = root.below().filter(is_ours).collect();
    if sections.is_empty() {
        return Ok(None);
    }
    let acts = sections
        .into_iter()
        .flat_map(At::children)
        .filter(|at| at.name() == "act")
        .map(|at| {
            let sourced = Reading { file, at }.act()?;
            Ok(ActRow {
                line: u64::try_from(at.element().line).unwrap_or(u64::MAX),
                sourced,
            })
        });
    acts.collect::<Result<_, _>>().map(Some)
}

struct Reading<'x> {
    file: &'x str,
    at: At<'x>,
}

impl Reading<'_> {
    fn act(&self) -> Result<Sourced, ReadError> {
        let act = Act {
            treaty: self.required("treaty")?,
            by: self.required("by")?,
            kind: self.required("kind")?,
            on: self.required("on")?,
            done_by: self.parsed("done-by")?,
            depositary: self.text("depositary")?,
            effect: self.parsed("effect")?,
            notes: self.notes()?,
            text: self
                .at
                .children()
                .find(|at| at.name() == "text")
                .map(|at| self.own(&at.text()))
                .transpose()?,
            towards: self.parsed("towards")?,
        };
        let holder = self.at.children().find(|at| at.name() == "source");
        let holder = holder.ok_or_else(|| self.fail("an act without a source", ""))?;
        let source = Reading {
            file: self.file,
            at: holder,
        }
        .source()?;
        Ok(Sourced {
            act,
            source,
            entry: self.parsed("entry")?,
            recorded: self.parsed("recorded")?,
            doubt: self.doubt()?,
        })
    }

    fn notes(&self) -> Result<Vec<Note>, ReadError> {
        let notes = self.at.children().filter(|at| at.name() == "note");
        notes
            .map(|at| {
                let id = self.own(at.attribute("id").unwrap_or_default())?;
                Ok(Note {
                    id,
                    text: self.own(&at.text())?,
                })
            })
            .collect()
    }

    fn doubt(&self) -> Result<Option<Doubt>, ReadError> {
        let counts: Option<bool> = self.parsed("counts")?;
        Ok(self.text("doubt")?.map(|why| Doubt {
            why,
            counts: counts.unwrap_or(true),
        }))
    }

    fn source(&self) -> Result<Source, ReadError> {
        let confidence = match self.at.attribute("confidence") {
            None => None,
            Some("low") => Some(Confidence::Low),
            Some("medium") => Some(Confidence::Medium),
            Some("high") => Some(Confidence::High),
            Some(other) => return Err(self.fail("a confidence is low, medium or high", other)),
        };
        Ok(Source {
            title: self.text("title")?.unwrap_or_default(),
            url: self.text("url")?,
            retrieved: self.parsed("retrieved")?,
            as_at: self.parsed("as-at")?,
            sha256: self.text("sha256")?,
            place: self.text("place")?,
            confidence,
        })
    }

    fn text(&self, key: &str) -> Result<Option<String>, ReadError> {
        self.at
            .attribute(key)
            .map(|value| self.own(value))
            .transpose()
    }

    fn own(&self, text: &str) -> Result<String, ReadError> {
        from_own(text).ok_or_else(|| self.fail("a backslash that escapes nothing", text))
    }

    fn required<T>(&self, key: &str) -> Result<T, ReadError>
    where
        T: std::str::FromStr,
        T::Err: std::fmt::Display,
    {
        self.parsed(key)?
            .ok_or_else(|| self.fail(&format!("an act without `{key}`"), ""))
    }

    fn parsed<T>(&self, key: &str) -> Result<Option<T>, ReadError>
    where
        T: std::str::FromStr,
        T::Err: std::fmt::Display,
    {
        self.at
            .attribute(key)
            .map(|value| {
                value
                    .parse()
                    .map_err(|error: T::Err| self.fail(&error.to_string(), value))
            })
            .transpose()
    }

    fn fail(&self, what: &str, value: &str) -> ReadError {
        let what = What::Malformed {
            what: what.to_owned(),
            value: value.to_owned(),
        };
        ReadError::at(
            self.file,
            what,
            Position {
                line: self.at.element().line,
                column: 1,
            },
        )
    }
}

/// Undoes the writer's escapes of what XML cannot carry.
fn from_own(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('\\') {
            out.push('\\');
            rest = after;
        } else {
            let (number, after) = rest.strip_prefix("u{")?.split_once('}')?;
            out.push(char::from_u32(u32::from_str_radix(number, 16).ok()?)?);
            rest = after;
        }
    }
    out.push_str(rest);
    Some(out)
}
