//! Who is on a side: names with their levels, as they stand beside each other.

use ledger::body::vocabulary::{ActedAs, Level};
use treaty::ParticipantId;

use super::marks::What;
use super::reader::{Reader, is_small};
use super::words::Meaning;

/// Who is on a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    We,
    Is(ParticipantId),
    Body(ActedAs),
}

/// Somebody on a side, by the numbers of the marks that name them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Named {
    pub(super) who: Option<(usize, Who)>,
    pub(super) level: Option<(usize, Level)>,
}

impl Reader<'_, '_> {
    /// Adds what a mark names to a side; `false` where it names nobody.
    pub(super) fn join(&self, side: &mut Vec<Named>, mark: usize) -> bool {
        let level = |one| {
            if let Meaning::Level(level) = one {
                Some(level)
            } else {
                None
            }
        };
        let body = |one| {
            if let Meaning::Body(body) = one {
                Some(body)
            } else {
                None
            }
        };
        let who = match self.marks[mark].what {
            What::Participant(id) => Some(Who::Is(id)),
            What::We => Some(Who::We),
            What::Said(_) => self.meaning(mark, body).map(Who::Body),
            What::Date(_) | What::Perhaps(_) | What::Treaty(_) => None,
        };
        if self.used[mark] {
            return false;
        }
        let last = side.last_mut();
        if let Some(who) = who {
            match last {
                Some(one) if one.who.is_none() && self.is_of(one.level, mark) => {
                    one.who = Some((mark, who));
                }
                Some(_) | None => side.push(Named {
                    who: Some((mark, who)),
                    level: None,
                }),
            }
            return true;
        }
        let Some(level) = self.meaning(mark, level) else {
            return false;
        };
        match last {
            Some(one) if one.level.is_none() && self.touches(one.who, mark) => {
                one.level = Some((mark, level));
            }
            Some(_) | None => side.push(Named {
                who: None,
                level: Some((mark, level)),
            }),
        }
        true
    }

    /// Whether a name belongs to the level before it: `DPR of Nepal`, `DPR Nepal`; not `PR and Nepal`.
    fn is_of(&self, level: Option<(usize, Level)>, name: usize) -> bool {
        let Some((level, _)) = level else {
            return false;
        };
        let between = self.marks[level].words.end..self.marks[name].words.start;
        let apart = ["and", "et", "with", "avec", "or", "ou"];
        between
            .clone()
            .all(|at| !apart.contains(&self.folded(at)) && is_small(&self.words[at]))
    }

    /// Whether a level belongs to the name before it: `Nepal's DPR`, `our ambassador`.
    fn touches(&self, who: Option<(usize, Who)>, level: usize) -> bool {
        let Some((name, _)) = who else { return false };
        let start = self.marks[level].words.start;
        let mut between = self.marks[name].words.end..start;
        between.all(|at| self.folded(at) == "s")
            && self.words[start].ends == super::text::Ends::Nothing
    }
}

/// Those with a level and no name are of the name that follows, else of the one before: `PR and DPR of Nepal`.
pub(super) fn inherit(side: &mut [Named]) {
    let names: Vec<_> = side.iter().map(|one| one.who).collect();
    for (at, one) in side.iter_mut().enumerate() {
        if one.who.is_none() {
            let after = names[at..].iter().flatten().next();
            let before = names[..at].iter().rev().flatten().next();
            one.who = after.or(before).copied();
        }
    }
}
