//! Footnotes and endnotes, by the ids their marks name.

use std::collections::BTreeMap;

use super::xml::{At, Tree};
use crate::label::Form;

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Where {
    Foot,
    End,
}

/// The notes of a document.
pub(super) struct Notes {
    foot: Option<Tree>,
    end: Option<Tree>,
    foot_form: Form,
    end_form: Form,
}

impl Notes {
    pub(super) fn of(foot: Option<Tree>, end: Option<Tree>, settings: Option<&Tree>) -> Notes {
        let form = |name: &str| {
            let form = settings?.root().path(&[name, "numFmt"])?.attribute("val")?;
            Some(match form {
                "lowerLetter" => Form::Letter,
                "upperLetter" => Form::Capital,
                "lowerRoman" => Form::Roman,
                "upperRoman" => Form::RomanCapital,
                _ => Form::Number,
            })
        };
        Notes {
            foot,
            end,
            // What Word does where nothing is said (ISO/IEC 29500-1, 17.11.17 and 17.11.18).
            foot_form: form("footnotePr").unwrap_or(Form::Number),
            end_form: form("endnotePr").unwrap_or(Form::Roman),
        }
    }

    /// The notes by their ids; the lines that part them from the text are none.
    pub(super) fn all(&self, place: Where) -> BTreeMap<&str, At<'_>> {
        let tree = match place {
            Where::Foot => &self.foot,
            Where::End => &self.end,
        };
        let children = tree.iter().flat_map(|tree| tree.root().children());
        let notes = children.filter(|note| {
            !matches!(
                note.attribute("type"),
                Some("separator" | "continuationSeparator" | "continuationNotice")
            )
        });
        notes
            .filter_map(|note| Some((note.attribute("id")?, note)))
            .collect()
    }

    /// The sign of the note that is the so-manieth of its sort, from 1.
    pub(super) fn sign(&self, place: Where, count: u32) -> String {
        match place {
            Where::Foot => self.foot_form.shown(count),
            Where::End => self.end_form.shown(count),
        }
    }
}
