//! The event a line tells: what kind it was, who approached, and whom.

use std::ops::Range;

use ledger::body::Side;
use ledger::body::vocabulary::ApproachKind;
use treaty::ParticipantId;

use super::marks::What;
use super::reader::{Reader, is_small};
use super::sides::{Named, Who, inherit};
use super::words::Meaning;
use super::{Field, Why};

/// How an event was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// As done.
    Did,
    /// As to come.
    ToDo,
    /// By a noun.
    Named,
}

/// The event of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event {
    pub(super) mark: usize,
    pub(super) kind: ApproachKind,
    pub(super) told: Told,
}

/// Which side somebody is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    By,
    To,
}

/// Words after which those approached stand, and after which those who approached do.
const TO: [&str; 11] = [
    "to", "with", "avec", "a", "au", "aux", "aupres", "for", "pour", "chez", "on",
];
const BY: [&str; 4] = ["by", "par", "from", "entre"];

/// Words after which a name is a place.
const AT: [&str; 10] = [
    "in", "at", "to", "en", "a", "au", "aux", "dans", "near", "before",
];

impl Reader<'_, '_> {
    /// What may be the event of a mark.
    fn event_of(&self, mark: usize) -> Option<Event> {
        let of = |told: Told| {
            move |one: Meaning| {
                let kind = match (told, one) {
                    (Told::Did, Meaning::Did(kind))
                    | (Told::ToDo, Meaning::ToDo(kind))
                    | (Told::Named, Meaning::Kind(kind)) => kind,
                    (Told::Did | Told::ToDo | Told::Named, _) => return None,
                };
                Some((kind, told))
            }
        };
        let all = [Told::Did, Told::ToDo, Told::Named];
        let (kind, told) = all
            .into_iter()
            .find_map(|told| self.meaning(mark, of(told)))?;
        Some(Event { mark, kind, told })
    }

    pub(super) fn tells_an_event(&self, mark: usize) -> bool {
        self.event_of(mark).is_some()
    }

    /// The event: what somebody did or will do before what is only named.
    pub(super) fn find_event(&mut self) -> Option<Event> {
        let all: Vec<_> = (0..self.marks.len())
            .filter(|mark| !self.is_step_mark(*mark))
            .filter_map(|mark| self.event_of(mark))
            .filter(|event| !self.is_help(event.mark))
            .collect();
        let acted = all.iter().find(|event| {
            event.told != Told::Named && !self.denied(event.mark) && self.fits_an_event(event)
        });
        let named = || {
            all.iter()
                .find(|event| event.told == Told::Named && !self.denied(event.mark))
        };
        let event = acted.or_else(named).copied()?;
        self.take(event.mark, Field::Kind, event.kind);
        self.sketch.kind = Some(event.kind);
        for other in all.iter().filter(|other| other.mark != event.mark) {
            let candidate = vec![(Field::Kind, other.kind.to_string())];
            if other.kind == event.kind {
                self.used[other.mark] = true;
                self.claim(self.marks[other.mark].words.clone());
            } else if self.denied(other.mark) {
                self.doubt(other.mark, Why::NotSaidToBe, candidate);
            } else if !self.has_other_meaning(other.mark) {
                self.doubt(other.mark, Why::SecondKind, candidate);
            }
        }
        Some(event)
    }

    /// `voted` and the like tell of those approached as often; they are an event with a side before them alone.
    fn fits_an_event(&self, event: &Event) -> bool {
        let piece = self.piece_of(self.marks[event.mark].words.start);
        let outcome = |one| matches!(one, Meaning::Outcome(_)).then_some(());
        // `Hosted by`: somebody else did.
        let passive = ["by", "par"].contains(&self.folded(self.marks[event.mark].words.end));
        self.meaning(event.mark, outcome).is_none() && !self.is_step[piece] && !passive
    }

    fn has_other_meaning(&self, mark: usize) -> bool {
        let other =
            |one| matches!(one, Meaning::Support(_) | Meaning::Outcome(_)).then_some(());
        self.meaning(mark, other).is_some()
    }

    /// Whether a phrase that is a kind and help too stands where help is asked for or offered.
    fn is_help(&self, mark: usize) -> bool {
        let help = |one| matches!(one, Meaning::Support(_)).then_some(());
        self.meaning(mark, help).is_some() && self.help_cue(mark).is_some()
    }

    /// Finds the sides of the event and puts them into the sketch.
    pub(super) fn find_sides(&mut self, event: Option<Event>) {
        let (mut by, mut to) = match event {
            Some(event) => self.around(event),
            None => (Vec::new(), self.of_no_event()),
        };
        if event.is_none() {
            let ours = |one: &Named| match one.who {
                Some((_, Who::We)) => true,
                Some((_, Who::Is(id))) => Some(id) == self.asked.us,
                Some((_, Who::Body(_))) | None => false,
            };
            (by, to) = to.into_iter().partition(ours);
        }
        // `Nepal DPR meeting`: who is named before a noun alone was met, where it is not us.
        if event.is_some_and(|event| event.told == Told::Named) && to.is_empty() {
            let named: Vec<_> = by.iter().filter_map(|one| one.who).collect();
            let we = |who: &(usize, Who)| match who.1 {
                Who::We => true,
                Who::Is(id) => Some(id) == self.asked.us,
                Who::Body(_) => false,
            };
            let others = named.iter().filter(|who| !we(who)).count();
            if others == 1 {
                let ours = |one: &Named| one.who.is_none_or(|who| we(&who));
                let all_are_theirs = named.len() == 1;
                (by, to) = by.into_iter().partition(|one| !all_are_theirs && ours(one));
            } else if others > 1 {
                for (mark, who) in named {
                    let code = self.code(who);
                    let both = vec![(Field::By, code.clone()), (Field::To, code)];
                    self.doubt(mark, Why::PartNotSaid, both);
                }
                by.clear();
            }
        }
        self.settle(&mut by, &mut to, event);
    }

    /// Puts the sides into the sketch: who approached without a name is us; who alone is named was approached.
    fn settle(&mut self, by: &mut [Named], to: &mut Vec<Named>, event: Option<Event>) {
        inherit(to);
        inherit(by);
        let names_one = |all: &[Named]| all.iter().any(|one| one.who.is_some());
        if !names_one(to)
            && let Some(mark) = self.alone(by)
            && let What::Participant(id) = self.marks[mark].what
        {
            let who = Some((mark, Who::Is(id)));
            match to.iter_mut().find(|one| one.who.is_none()) {
                Some(one) => one.who = who,
                None => to.push(Named { who, level: None }),
            }
            inherit(to);
        }
        // `DPR of Nepal called`: somebody else did, and nobody else is named, so it was us.
        let theirs = names_one(by)
            && by.iter().all(
                |one| matches!(one.who, Some((_, Who::Is(id))) if Some(id) != self.asked.us),
            );
        if to.is_empty() && theirs && event.is_some_and(|event| event.told == Told::Did) {
            self.sketch.to.extend(self.asked.us.map(us));
        }
        let told = event.is_some() || !to.is_empty();
        for one in by.iter() {
            let side = self.side(*one, Role::By);
            if side != Side::default() && !self.sketch.by.contains(&side) {
                self.sketch.by.push(side);
            }
        }
        if by.is_empty() && told {
            self.sketch.by.extend(self.asked.us.map(us));
        }
        for one in to.iter() {
            let side = self.side(*one, Role::To);
            if side != Side::default() && !self.sketch.to.contains(&side) {
                self.sketch.to.push(side);
            }
        }
    }

    fn code(&self, who: Who) -> String {
        match who {
            Who::We => self.asked.us.map(|us| us.to_string()).unwrap_or_default(),
            Who::Is(id) => id.to_string(),
            Who::Body(body) => body.to_string(),
        }
    }

    /// A side, with its marks taken.
    fn side(&mut self, one: Named, role: Role) -> Side {
        let field = match role {
            Role::By => Field::By,
            Role::To => Field::To,
        };
        let mut side = Side::default();
        match one.who {
            Some((mark, Who::We)) => {
                side.participant = self.asked.us;
                self.used[mark] = true;
                self.claim(self.marks[mark].words.clone());
            }
            Some((mark, Who::Is(id))) => {
                side.participant = Some(id);
                self.take(mark, field, id);
            }
            Some((mark, Who::Body(body))) => {
                let name = self.marks[mark].at.of(self.text).to_owned();
                self.take(mark, field, &name);
                side.name = Some(name);
                if role == Role::By {
                    self.sketch.acted_as = Some(body);
                }
            }
            None if role == Role::By => side.participant = self.asked.us,
            None => {}
        }
        if let Some((mark, level)) = one.level {
            side.capacity = Some(self.marks[mark].at.of(self.text).to_owned());
            side.level = Some(level);
            self.take(mark, field, level);
        }
        side
    }

    /// The one participant that is named in no part, where there is but one.
    fn alone(&self, by: &[Named]) -> Option<usize> {
        let mut found: Option<(usize, ParticipantId)> = None;
        for (at, mark) in self.marks.iter().enumerate() {
            let What::Participant(id) = mark.what else {
                continue;
            };
            let taken = by
                .iter()
                .any(|one| matches!(one.who, Some((_, Who::Is(by))) if by == id));
            let led = mark.words.start.checked_sub(1).is_some_and(|word| {
                BY.contains(&self.folded(word))
                    || (is_small(&self.words[word])
                        && word > 0
                        && BY.contains(&self.folded(word - 1)))
            });
            if taken || led || self.used[at] || Some(id) == self.asked.us {
                continue;
            }
            match found {
                Some((_, other)) if other != id => return None,
                Some(_) => {}
                None => found = Some((at, id)),
            }
        }
        found.map(|(at, _)| at)
    }

    /// Who stands before and after an event, in its sentence.
    fn around(&self, event: Event) -> (Vec<Named>, Vec<Named>) {
        let words = self.marks[event.mark].words.clone();
        let piece = self.piece_of(words.start);
        let sentence = self.sentence_of(piece);
        let mut first = piece;
        while first > sentence.start && self.is_list(first - 1) && !self.is_step[first - 1] {
            first -= 1;
        }
        let (mut by, mut to) = (Vec::new(), Vec::new());
        let mut at = self.pieces[first].words.start;
        while at < words.start {
            let Some(mark) = self.mark_at(at) else {
                at += 1;
                continue;
            };
            let place = at > 0 && AT.contains(&self.folded(at - 1));
            let participant = matches!(self.marks[mark].what, What::Participant(_));
            if !(place && participant) {
                self.join(&mut by, mark);
            }
            at = self.marks[mark].words.end;
        }
        let until = self.pieces[sentence.end - 1].words.end;
        self.after(event, words.end..until, &mut by, &mut to);
        (by, to)
    }

    /// Who stands after an event: until a word that is none of theirs follows a name.
    fn after(
        &self,
        event: Event,
        words: Range<usize>,
        by: &mut Vec<Named>,
        to: &mut Vec<Named>,
    ) {
        let (mut role, mut some, mut at) = (Role::To, false, words.start);
        let named = event.told == Told::Named;
        if named && ["of", "de", "du", "des", "d"].contains(&self.folded(at)) {
            role = Role::By;
        }
        let own = self.piece_of(self.marks[event.mark].words.start);
        while at < words.end {
            let piece = self.piece_of(at);
            let begins = self.pieces[piece].words.start == at && piece != own;
            if self.is_step[piece] || (begins && !self.is_list(piece)) {
                return;
            }
            if let Some(mark) = self.mark_at(at) {
                let sides = if role == Role::By { &mut *by } else { &mut *to };
                if self.join(sides, mark) {
                    some = true;
                } else if some && self.ends_sides(mark) {
                    return;
                }
                at = self.marks[mark].words.end;
                continue;
            }
            let word = self.folded(at);
            if BY.contains(&word) {
                role = Role::By;
            } else if TO.contains(&word) {
                role = Role::To;
            } else if some && !is_small(&self.words[at]) {
                return;
            }
            at += 1;
        }
    }

    /// Whether a mark begins what was said, so that names after it are in no part.
    fn ends_sides(&self, mark: usize) -> bool {
        let ends = |one| {
            let told = matches!(
                one,
                Meaning::Outcome(_)
                    | Meaning::Obstacle(_)
                    | Meaning::Asking
                    | Meaning::Offering
                    | Meaning::Support(_)
                    | Meaning::Did(_)
                    | Meaning::ToDo(_)
            );
            told.then_some(())
        };
        self.meaning(mark, ends).is_some()
    }

    /// Whether a piece is nothing but names and levels, and words between them.
    fn is_list(&self, piece: usize) -> bool {
        self.only(piece, |reader, mark| match reader.marks[mark].what {
            What::Participant(_) | What::We => true,
            What::Said(_) => {
                let of =
                    |one| matches!(one, Meaning::Level(_) | Meaning::Body(_)).then_some(());
                reader.meaning(mark, of).is_some()
            }
            What::Date(_) | What::Perhaps(_) | What::Treaty(_) => false,
        })
    }

    /// Who is named where no event is: those of the first sentence that names one participant, and only one.
    fn of_no_event(&self) -> Vec<Named> {
        let participant = |mark: &usize| matches!(self.marks[*mark].what, What::Participant(_));
        let all: Vec<_> = (0..self.marks.len()).filter(participant).collect();
        let Some(first) = all.iter().find(|mark| !self.is_step_mark(**mark)) else {
            return Vec::new();
        };
        let sentence = self.sentence_of(self.piece_of(self.marks[*first].words.start));
        let mut named = Vec::new();
        for piece in sentence {
            for mark in self.marks_in(self.pieces[piece].words.clone()) {
                if !self.is_step[piece] {
                    self.join(&mut named, mark);
                }
            }
        }
        let theirs = named.iter().filter_map(|one: &Named| match one.who {
            Some((_, Who::Is(id))) if Some(id) != self.asked.us => Some(id),
            Some(_) | None => None,
        });
        let mut theirs: Vec<_> = theirs.collect();
        theirs.sort_unstable();
        theirs.dedup();
        if theirs.len() == 1 { named } else { Vec::new() }
    }
}

fn us(id: ParticipantId) -> Side {
    Side {
        participant: Some(id),
        ..Side::default()
    }
}
