//! Column headings: they are the legend, and they differ from treaty to treaty.
//!
//! A heading such as `Approval(AA), Acceptance(A), Accession(a), Ratification` says what each
//! suffix in its column means, and what a date without a suffix means. No column is ever addressed
//! by its number, and no suffix is read by another heading's legend. Case matters: `a` is not `A`.

use std::collections::BTreeMap;

use treaty::Kind;

use crate::markup::one_line;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Column {
    /// The names of participants.
    Participant,
    /// Dates of acts, with the legend of their suffixes.
    Acts(Legend),
}

/// What the suffixes in a column mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Legend {
    /// What a date without a suffix is. `None`: every label of the heading has a suffix.
    pub bare: Option<Kind>,
    /// What each suffix is.
    pub suffixes: BTreeMap<String, Kind>,
}

impl Legend {
    /// What a date with this suffix, or none, is.
    pub fn kind(&self, suffix: Option<&str>) -> Option<Kind> {
        match suffix {
            None => self.bare,
            Some(suffix) => self.suffixes.get(suffix).copied(),
        }
    }

    /// Every kind of act the column can hold.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> + '_ {
        self.bare.into_iter().chain(self.suffixes.values().copied())
    }
}

/// A part of a heading that has no meaning here, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unclear {
    pub(crate) why: String,
}

/// Reads a heading, its note marks already taken out.
pub(crate) fn classify(heading: &str) -> Result<Column, Unclear> {
    let heading = one_line(heading);
    if matches!(
        heading.to_lowercase().as_str(),
        "participant" | "participants" | "participant(s)"
    ) {
        return Ok(Column::Participant);
    }
    let mut legend = Legend::default();
    for label in labels(&heading) {
        let (words, suffix) = split_suffix(label);
        let kind = kind_of(words).ok_or_else(|| Unclear {
            why: format!("`{words}` is no act known here"),
        })?;
        match suffix {
            Some(suffix) => {
                if legend
                    .suffixes
                    .insert(suffix.to_owned(), kind)
                    .is_some_and(|was| was != kind)
                {
                    return Err(Unclear {
                        why: format!("the suffix `{suffix}` has two meanings"),
                    });
                }
            }
            None if legend.bare.is_some_and(|was| was != kind) => {
                return Err(Unclear {
                    why: format!("`{words}` is a second label without a suffix"),
                });
            }
            None => legend.bare = Some(kind),
        }
    }
    if legend.bare.is_none() && legend.suffixes.is_empty() {
        return Err(Unclear {
            why: "it is empty".to_owned(),
        });
    }
    Ok(Column::Acts(legend))
}

/// The labels of a heading: parted by commas that stand outside brackets.
fn labels(heading: &str) -> Vec<&str> {
    let (mut labels, mut depth, mut start) = (Vec::new(), 0_u32, 0);
    for (at, c) in heading.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                labels.push(&heading[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    labels.push(&heading[start..]);
    labels
        .into_iter()
        .map(str::trim)
        .filter(|label| !label.is_empty())
        .collect()
}

/// Parts `Accession(a)` into its words and its suffix. `article 5(1)` has no suffix: suffixes are
/// one to three letters.
fn split_suffix(label: &str) -> (&str, Option<&str>) {
    let parted = label
        .strip_suffix(')')
        .and_then(|label| label.rsplit_once('('));
    match parted {
        Some((words, suffix))
            if (1..=3).contains(&suffix.trim().len())
                && suffix.trim().bytes().all(|b| b.is_ascii_alphabetic()) =>
        {
            (words.trim(), Some(suffix.trim()))
        }
        Some(_) | None => (label, None),
    }
}

/// The act a label names, in English or French.
fn kind_of(words: &str) -> Option<Kind> {
    let lower = words.to_lowercase();
    let lower = lower.trim();
    if lower.starts_with("provisional application")
        || lower.starts_with("notification of provisional application")
        || lower.starts_with("application provisoire")
    {
        return Some(Kind::ProvisionalApplication);
    }
    match without_article(lower) {
        "signature" | "signatures" => Some(Kind::Signature),
        "succession to signature" | "succession à la signature" => {
            Some(Kind::SuccessionToSignature)
        }
        "definitive signature"
        | "signature définitive"
        | "signature without reservation as to acceptance"
        | "signature without reservation as to ratification" => Some(Kind::DefinitiveSignature),
        "ratification" => Some(Kind::Ratification),
        "acceptance" | "acceptation" => Some(Kind::Acceptance),
        "approval" | "approbation" => Some(Kind::Approval),
        "accession" | "adhésion" => Some(Kind::Accession),
        "succession" => Some(Kind::Succession),
        "formal confirmation"
        | "act of formal confirmation"
        | "confirmation formelle"
        | "acte de confirmation formelle" => Some(Kind::FormalConfirmation),
        // Ways of consenting that a few treaties have beside, or instead of, the named forms:
        // each expresses consent to be bound (VCLT art. 11: "or by any other means if so agreed").
        "consent to be bound"
        | "consentement à être lié"
        | "notification"
        | "adoption"
        | "participation"
        | "simplified procedure"
        | "procédure simplifiée" => Some(Kind::ConsentToBeBound),
        "denunciation" | "withdrawal" | "dénonciation" | "retrait" => {
            Some(Kind::WithdrawalNotified)
        }
        _ => None,
    }
}

/// A label without the article it cites: `Ratification under article 5(1)`.
fn without_article(label: &str) -> &str {
    [
        " under article",
        " in accordance with",
        " pursuant to",
        " by virtue of",
        " in respect of",
    ]
    .iter()
    .filter_map(|words| label.find(words))
    .min()
    .map_or(label, |at| label[..at].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Kind::{
        Acceptance, Accession, Approval, ConsentToBeBound, DefinitiveSignature,
        FormalConfirmation, ProvisionalApplication, Ratification, Signature, Succession,
        SuccessionToSignature,
    };

    #[track_caller]
    fn check(heading: &str, bare: Option<Kind>, suffixes: &[(&str, Kind)]) {
        let expected = Legend {
            bare,
            suffixes: suffixes
                .iter()
                .map(|(s, k)| ((*s).to_owned(), *k))
                .collect(),
        };
        assert_eq!(classify(heading), Ok(Column::Acts(expected)), "{heading}");
    }

    /// The headings of docs/formats.md, by MTDSG number.
    #[test]
    fn the_headings_that_occur_are_read() {
        assert_eq!(classify(" Participant "), Ok(Column::Participant));
        let four = &[("AA", Approval), ("A", Acceptance), ("a", Accession)];
        // XXVI-1
        check(
            "Ratification, Accession(a), Succession(d)",
            Some(Ratification),
            &[("a", Accession), ("d", Succession)],
        );
        // XXVI-2
        check(
            "Approval(AA), Acceptance(A), Accession(a), Succession(d), Ratification",
            Some(Ratification),
            &[
                ("AA", Approval),
                ("A", Acceptance),
                ("a", Accession),
                ("d", Succession),
            ],
        );
        // XXVI-2-b
        check(
            "Succession(d), Consent to be bound(P)",
            None,
            &[("d", Succession), ("P", ConsentToBeBound)],
        );
        // XXVI-4
        check(
            "Signature, Succession to signature(d)",
            Some(Signature),
            &[("d", SuccessionToSignature)],
        );
        check(
            "Succession(d), Ratification",
            Some(Ratification),
            &[("d", Succession)],
        );
        // XXVI-6 and XXVI-8
        check(
            "Provisional application(n)",
            None,
            &[("n", ProvisionalApplication)],
        );
        check(
            "Provisional application under article 23(n)",
            None,
            &[("n", ProvisionalApplication)],
        );
        check(
            "Approval(AA), Acceptance(A), Accession(a), Ratification",
            Some(Ratification),
            four,
        );
        // XXVII-2-f
        check(
            "Provisional application under Article V",
            Some(ProvisionalApplication),
            &[],
        );
        // XXI-6, IV-15, XXI-6-a
        check(
            "Formal confirmation(c), Accession(a), Ratification",
            Some(Ratification),
            &[("c", FormalConfirmation), ("a", Accession)],
        );
        check(
            "Signature, Definitive signature(s)",
            Some(Signature),
            &[("s", DefinitiveSignature)],
        );
        check("Notification", Some(ConsentToBeBound), &[]);
        check("Approval(AA)", None, &[("AA", Approval)]);
        // The French documents.
        check(
            "Ratification, Adhésion(a), Acceptation(A)",
            Some(Ratification),
            &[("a", Accession), ("A", Acceptance)],
        );
    }

    #[test]
    fn an_unknown_heading_is_said_by_name() {
        let why = |heading| classify(heading).unwrap_err().why;
        assert_eq!(
            why("Signature, Endorsement(e)"),
            "`Endorsement` is no act known here"
        );
        assert_eq!(why(""), "it is empty");
        assert_eq!(
            why("Accession(a), Acceptance(a)"),
            "the suffix `a` has two meanings"
        );
        assert_eq!(
            why("Acceptance, Accession"),
            "`Accession` is a second label without a suffix"
        );
    }

    #[test]
    fn the_case_of_a_suffix_matters() {
        let Ok(Column::Acts(legend)) = classify("Acceptance(A), Accession(a), Ratification")
        else {
            panic!("a column of acts")
        };
        assert_eq!(legend.kind(Some("a")), Some(Accession));
        assert_eq!(legend.kind(Some("A")), Some(Acceptance));
        assert_eq!(legend.kind(Some("AA")), None);
        assert_eq!(legend.kind(None), Some(Ratification));
    }
}
