//! What a symbol is made of.

use super::canon::{Segment, Tail, is_number, roman};

/// The parts of a symbol. What could not be taken apart is in [`Parts::unknown`], never dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Whose document it is: `A`, `S`, `CCM`, `CTBT-Art.XIV`.
    pub organ: String,
    /// Bodies below the organ, as they are written: `C.1`, `MSP.7`, `CONF.IX`, `PC-59`.
    pub bodies: Vec<String>,
    /// The session or year.
    pub session: Option<Session>,
    /// What kind of paper it is; `None` where the symbol does not say.
    pub paper: Option<Paper>,
    /// Its number.
    pub number: Option<u32>,
    /// Which part of a resolution: `B`, `A-C`, `Section II`.
    pub part: Option<String>,
    /// What it changes of the paper before, in the order of the symbol.
    pub modifiers: Vec<Modifier>,
    /// What was not understood, as it is written.
    pub unknown: Vec<String>,
}

/// When a paper was issued, by the count of its organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Session {
    /// A regular session.
    Regular(u16),
    /// A special session: `S-9`.
    Special(u16),
    /// An emergency special session: `ES-10`.
    Emergency(u16),
    /// A year.
    Year(u16),
}

/// What kind of paper a symbol says it is of. The letters and what they mean: United Nations Editorial Manual, "Document symbols".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// `RES`: a resolution.
    Resolution,
    /// `DEC`: a decision.
    Decision,
    /// `PRST`: a statement of the President of the Security Council.
    PresidentialStatement,
    /// `L.`: limited distribution, mostly drafts of resolutions and reports.
    Draft,
    /// `WP.`: a working paper.
    WorkingPaper,
    /// `CRP.`: a conference room paper.
    ConferenceRoomPaper,
    /// `PV.`: a verbatim record of a meeting.
    VerbatimRecord,
    /// `SR.`: a summary record of a meeting.
    SummaryRecord,
    /// `INF`: information, lists of participants among them.
    Information,
    /// `R.`: restricted distribution.
    Restricted,
    /// `MISC.`: miscellaneous.
    Miscellaneous,
    /// `NGO`: of a non-governmental organisation.
    NonGovernmental,
    /// A number alone: a report, a letter, an agenda; the symbol does not say which.
    Document,
}

/// What a document changes of another, or which piece of it it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Modifier {
    /// What it does.
    pub kind: ModifierKind,
    /// Which one, where it has a number.
    pub number: Option<u32>,
}

/// What a modifier does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ModifierKind {
    /// `Add.`: adds text.
    Addendum,
    /// `Amend.`: alters, by decision, part of a text that was adopted.
    Amendment,
    /// `Corr.`: mends mistakes.
    Corrigendum,
    /// `Rev.`: replaces the text.
    Revision,
    /// `Summary`: a shorter version.
    Summary,
    /// `(Part II)`: a part that is issued by itself.
    Part,
    /// `(Resumption 1)`: the record of a meeting that was resumed.
    Resumption,
    /// `(Annex)`: an annex that is issued by itself.
    Annex,
}

/// A modifier between strokes.
pub(super) fn modifier(main: &str) -> Option<Modifier> {
    let (word, of) = main.split_once('.').unwrap_or((main, ""));
    let kind = match word {
        "Add" => ModifierKind::Addendum,
        "Amend" => ModifierKind::Amendment,
        "Corr" => ModifierKind::Corrigendum,
        "Rev" => ModifierKind::Revision,
        "Summary" => ModifierKind::Summary,
        _ => return None,
    };
    Some(Modifier {
        kind,
        number: of.parse().ok(),
    })
}

/// Takes a canonical symbol apart.
pub(super) fn take_apart(text: &str) -> Parts {
    let mut parts = Parts {
        organ: String::new(),
        bodies: Vec::new(),
        session: None,
        paper: None,
        number: None,
        part: None,
        modifiers: Vec::new(),
        unknown: Vec::new(),
    };
    let segments: Vec<&str> = text.split('/').collect();
    let lettered = |at: usize| {
        segments[..at]
            .iter()
            .any(|one| matches!(*one, "RES" | "DEC"))
    };
    let read = |at: usize| Segment::read(segments[at], lettered(at));
    let changes = |at: usize| {
        segments
            .get(at)
            .is_none_or(|_| read(at).is_some_and(|one| modifier(&one.main).is_some()))
    };
    for (at, segment) in segments.iter().enumerate() {
        let Some(read) = read(at) else {
            parts.unknown.push((*segment).to_owned());
            continue;
        };
        let understood = if at == 0 {
            parts.organ(&read)
        } else {
            parts.take(&read, changes(at + 1))
        };
        if understood {
            parts.tails(&read.tails);
        } else {
            parts.unknown.push((*segment).to_owned());
        }
    }
    parts
}

impl Parts {
    fn organ(&mut self, segment: &Segment) -> bool {
        self.organ.clone_from(&segment.main);
        if let [Tail::Group(session)] = &segment.tails[..]
            && is_number(session)
        {
            // The General Conference of the IAEA: `GC(67)/RES/10`.
            self.session = session.parse().ok().map(Session::Regular);
        }
        // The Conference of the States Parties and the Executive Council of the OPCW: `C-25`, `EC-99`.
        let counted = segment
            .main
            .rsplit_once('-')
            .filter(|(_, of)| is_number(of));
        if let Some((_, of)) = counted {
            self.session = of.parse().ok().map(Session::Regular);
            return true;
        }
        !segment.main.bytes().any(|byte| byte.is_ascii_digit())
    }

    /// Whether a part was understood; `last` where only modifiers follow.
    fn take(&mut self, segment: &Segment, last: bool) -> bool {
        let main = segment.main.as_str();
        if let Some(modifier) = modifier(main) {
            self.modifiers.push(modifier);
            return true;
        }
        if self.number.is_some() || !self.modifiers.is_empty() {
            return false;
        }
        if let Some((paper, number)) = paper(main) {
            if number.is_some() || self.paper.is_none() {
                self.paper = Some(paper);
                self.number = number;
                return true;
            }
            return false;
        }
        if is_number(main) {
            return self.number_or_session(main, last);
        }
        if let Some(session) = session(main) {
            let first = self.session.is_none();
            self.session = self.session.or(Some(session));
            return first;
        }
        let is_body = main.starts_with(|c: char| c.is_ascii_uppercase())
            && !(last && self.session.is_some());
        if is_body {
            self.bodies.push(main.to_owned());
            let counted = main.rsplit_once('-').filter(|(_, of)| is_number(of));
            if let Some((_, of)) = counted.filter(|_| self.session.is_none()) {
                self.session = of.parse().ok().map(Session::Regular);
            }
        }
        is_body
    }

    fn number_or_session(&mut self, main: &str, last: bool) -> bool {
        if last {
            self.number = main.parse().ok();
            self.paper = self.paper.or(Some(Paper::Document));
            return self.number.is_some();
        }
        let counted = main.parse::<u16>().ok().filter(|_| self.session.is_none());
        self.session = match counted {
            Some(year @ 1945..=2199) if main.len() == 4 => Some(Session::Year(year)),
            Some(session @ 1..=999) => Some(Session::Regular(session)),
            Some(_) | None => return false,
        };
        true
    }

    fn tails(&mut self, tails: &[Tail]) {
        for tail in tails {
            match tail {
                Tail::Group(within) => self.group(within),
                Tail::Word(word) if word.starts_with("and ") || word.starts_with("para.") => {
                    self.unknown.push(word.clone());
                }
                Tail::Word(word) if self.part.is_none() => self.part = Some(word.clone()),
                Tail::Word(word) => self.unknown.push(word.clone()),
            }
        }
    }

    fn group(&mut self, within: &str) {
        let (word, of) = within.split_once(' ').unwrap_or((within, ""));
        let number = || of.parse().ok().or_else(|| roman(of).map(u32::from));
        let kind = match word {
            "Part" => Some(ModifierKind::Part),
            "Resumption" => Some(ModifierKind::Resumption),
            "Annex" if of.is_empty() => Some(ModifierKind::Annex),
            _ => None,
        };
        if let Some(kind) = kind {
            self.modifiers.push(Modifier {
                kind,
                number: number(),
            });
            return;
        }
        let year = || {
            within
                .parse()
                .ok()
                .filter(|year| (1945..=2199).contains(year))
        };
        let session = session(within)
            .or_else(|| year().map(Session::Year))
            .or_else(|| roman(within).map(Session::Regular));
        // The session of `GC(67)` was taken with the organ.
        let again = within.parse().ok().map(Session::Regular);
        if session.is_some() && self.session.is_none() {
            self.session = session;
        } else if again.is_none() || self.session != again {
            self.unknown.push(format!("({within})"));
        }
    }
}

/// A kind of paper, and its number where that stands with it.
fn paper(main: &str) -> Option<(Paper, Option<u32>)> {
    let (word, of) = match main.split_once('.') {
        Some((word, of)) => (word, Some(of)),
        None => (main, None),
    };
    let paper = match word {
        "RES" => Paper::Resolution,
        "DEC" => Paper::Decision,
        "PRST" => Paper::PresidentialStatement,
        "L" => Paper::Draft,
        "WP" => Paper::WorkingPaper,
        "CRP" => Paper::ConferenceRoomPaper,
        "PV" => Paper::VerbatimRecord,
        "SR" => Paper::SummaryRecord,
        "INF" => Paper::Information,
        "R" => Paper::Restricted,
        "MISC" => Paper::Miscellaneous,
        "NGO" => Paper::NonGovernmental,
        _ => return None,
    };
    match of {
        Some(of) if is_number(of) => Some((paper, of.parse().ok())),
        Some(_) => None,
        None => Some((paper, None)),
    }
}

/// `S-9`, `ES-10`, `ES-I`.
fn session(text: &str) -> Option<Session> {
    let (word, of) = text.split_once('-')?;
    let number = of
        .parse()
        .ok()
        .filter(|_| is_number(of))
        .or_else(|| roman(of))?;
    match word {
        "S" => Some(Session::Special(number)),
        "ES" => Some(Session::Emergency(number)),
        _ => None,
    }
}
