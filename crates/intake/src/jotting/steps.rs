//! What is to be done next: `send model legislation by May`, `Italy to call in June`, `Next: …`.

use std::ops::Range;

use ledger::body::NextStep;
use treaty::PartialDate;

use super::Field;
use super::dates::{When, next_after};
use super::marks::What;
use super::reader::{Reader, is_small};
use super::told::open_date;
use super::words::Meaning;

/// Words that may stand before the verb of a step and say nothing of its owner.
const LEAD: [&str; 24] = [
    "and", "then", "to", "will", "please", "also", "et", "puis", "must", "should", "need",
    "needs", "il", "faut", "a", "shall", "but", "mais", "we", "nous", "i", "je", "de", "let",
];

/// Words between an owner and the verb.
const OWNS: [&str; 8] = [
    "to", "will", "shall", "must", "should", "devra", "doit", "va",
];

/// Verbs of steps that hand nothing over.
const ASKS: [&str; 16] = [
    "ask",
    "await",
    "confirm",
    "verify",
    "check",
    "remind",
    "demander",
    "demandera",
    "verifier",
    "confirmer",
    "rappeler",
    "relancer",
    "find",
    "trouver",
    "chercher",
    "revert",
];

/// Words that lead to the day by which something is done.
const UNTIL: [&str; 30] = [
    "by", "before", "until", "till", "no", "later", "than", "the", "end", "of", "mid", "early",
    "late", "on", "in", "d", "ici", "avant", "le", "la", "fin", "mi", "debut", "au", "plus",
    "tard", "en", "jusqu", "due", "pour",
];

/// A piece that tells a step.
struct Step {
    /// From its verb to the end of the last piece of it.
    what: Range<usize>,
    owner: Option<Range<usize>>,
    /// The number of its first piece.
    piece: usize,
}

impl Reader<'_, '_> {
    /// Finds the pieces that tell what is to be done next, before anything else is read in them.
    pub(super) fn find_steps(&mut self) -> Vec<(Range<usize>, Option<Range<usize>>)> {
        let mut steps: Vec<Step> = Vec::new();
        let mut at = 0;
        while at < self.pieces.len() {
            let step = self.after_heading(at).or_else(|| self.step(at));
            match step {
                Some(mut step) => {
                    if let Some(mark) = self.heading(at) {
                        self.claim(self.marks[mark].words.clone());
                        self.used[mark] = true;
                    }
                    let to = self.ends_at(at, step.piece);
                    step.what.end = self.pieces[to].words.end;
                    for piece in at..=to {
                        self.is_step[piece] = true;
                    }
                    at = to + 1;
                    steps.push(step);
                }
                None => at += 1,
            }
        }
        steps
            .into_iter()
            .map(|step| (step.what, step.owner))
            .collect()
    }

    /// The piece with which a step ends: lists of help and days go on after a comma.
    fn ends_at(&self, first: usize, from: usize) -> usize {
        let mut last = from.max(first);
        while let Some(piece) = self.pieces.get(last + 1) {
            let goes_on = !piece.begins
                && self.step(last + 1).is_none()
                && self.only(last + 1, |reader, mark| {
                    let help = |one| matches!(one, Meaning::Support(_)).then_some(());
                    matches!(reader.marks[mark].what, What::Date(_))
                        || reader.meaning(mark, help).is_some()
                });
            if !goes_on {
                break;
            }
            last += 1;
        }
        last
    }

    /// Whether a piece holds marks of some sort and small words, and nothing else.
    pub(super) fn only(&self, piece: usize, fits: impl Fn(&Self, usize) -> bool) -> bool {
        let words = self.pieces[piece].words.clone();
        let mut some = false;
        words.into_iter().all(|word| match self.mark_at(word) {
            Some(mark) if fits(self, mark) => {
                some = true;
                true
            }
            Some(_) => false,
            None => is_small(&self.words[word]) || UNTIL.contains(&self.folded(word)),
        }) && some
    }

    /// A step after `Next:`; the heading is a piece, or begins one.
    fn after_heading(&self, at: usize) -> Option<Step> {
        let piece = self.pieces[at].words.clone();
        let mark = self.heading(at)?;
        let end = self.marks[mark].words.end;
        if end < piece.end {
            // `Next step send the kit`: the heading leads; `actions of the group` is none.
            return self.begins_step(end..piece.end).then_some(Step {
                what: end..piece.end,
                owner: None,
                piece: at,
            });
        }
        let next = self.pieces.get(at + 1)?.words.clone();
        // A heading has a colon after it.
        let colon = self
            .text
            .get(self.words[end - 1].at.to..self.words[next.start].at.from)?;
        colon.contains(':').then(|| {
            let told = self.step(at + 1);
            Step {
                what: told.as_ref().map_or(next.clone(), |step| step.what.clone()),
                owner: told.and_then(|step| step.owner),
                piece: at + 1,
            }
        })
    }

    /// The heading with which a piece begins.
    fn heading(&self, at: usize) -> Option<usize> {
        let mark = self.mark_at(self.pieces[at].words.start)?;
        let heading = |one| matches!(one, Meaning::Heading).then_some(());
        self.meaning(mark, heading).map(|()| mark)
    }

    fn begins_step(&self, words: Range<usize>) -> bool {
        let mark = self.mark_at(words.start);
        mark.is_some_and(|mark| self.is_verb(mark, true))
    }

    fn is_verb(&self, mark: usize, perhaps: bool) -> bool {
        let is = |one| match one {
            Meaning::Step => Some(()),
            Meaning::PerhapsStep | Meaning::ToDo(_) => perhaps.then_some(()),
            Meaning::Kind(_)
            | Meaning::Did(_)
            | Meaning::Level(_)
            | Meaning::Channel(_)
            | Meaning::City(_)
            | Meaning::Forum(_)
            | Meaning::Theme(_)
            | Meaning::Outcome(_)
            | Meaning::Obstacle(_)
            | Meaning::Support(_)
            | Meaning::ActedAs(_)
            | Meaning::Body(_)
            | Meaning::State(_)
            | Meaning::Heading
            | Meaning::Asking
            | Meaning::Offering
            | Meaning::Nothing => None,
        };
        self.meaning(mark, is).is_some()
    }

    /// The step that a piece tells.
    fn step(&self, at: usize) -> Option<Step> {
        let words = self.pieces[at].words.clone();
        let told_before = (0..at).any(|piece| {
            let marks = self.marks_in(self.pieces[piece].words.clone());
            marks.into_iter().any(|mark| self.tells_an_event(mark))
        });
        for mark in self.marks_in(words.clone()) {
            // `will meet` and `to brief` are phrases: the verb follows.
            let to_come = |one| matches!(one, Meaning::ToDo(_)).then_some(());
            let to_come = self.meaning(mark, to_come).is_some();
            let start = self.marks[mark].words.start;
            let leads = to_come && OWNS.contains(&self.folded(start));
            let verb = start + usize::from(leads);
            let before = words.start..verb;
            let lead = before.clone().all(|at| LEAD.contains(&self.folded(at)));
            let stops = self
                .marks_in(before.clone())
                .into_iter()
                .any(|mark| self.stops(mark));
            if stops {
                return None;
            }
            // `will send` and `to call` may be phrases of their own lists.
            let led = verb > words.start && OWNS.contains(&self.folded(verb - 1));
            let sure = self.is_verb(mark, false);
            let follows = self.folded(self.marks[mark].words.end);
            let noun = ["with", "avec", "from", "by", "of", "de", "du"].contains(&follows);
            let future = sure && self.words[verb].folded.ends_with("ra");
            let fits = if sure {
                lead || led || future
            } else {
                told_before && (to_come || (lead && !noun))
            };
            if self.is_verb(mark, true) && fits {
                let owner = (!lead).then(|| self.owner(words.start..verb)).flatten();
                return Some(Step {
                    what: verb..words.end,
                    owner,
                    piece: at,
                });
            }
        }
        None
    }

    /// Whether what stands before a verb makes it no step: something asked for, or what came of it.
    fn stops(&self, mark: usize) -> bool {
        let stops = |one| {
            matches!(one, Meaning::Asking | Meaning::Outcome(_) | Meaning::Did(_)).then_some(())
        };
        self.meaning(mark, stops).is_some()
    }

    /// Who is to do it: names and words in capitals before `to` or `will`; `we` is nobody in particular.
    fn owner(&self, before: Range<usize>) -> Option<Range<usize>> {
        let mut end = before.end;
        while end > before.start && OWNS.contains(&self.folded(end - 1)) {
            end -= 1;
        }
        let mut start = before.start;
        while start < end && LEAD.contains(&self.folded(start)) {
            start += 1;
        }
        let owner = start..end;
        let named = |at: usize| match self.mark_at(at).map(|mark| &self.marks[mark].what) {
            Some(What::We) | Some(What::Date(_)) => false,
            Some(What::Participant(_) | What::Perhaps(_) | What::Said(_) | What::Treaty(_)) => {
                true
            }
            None => {
                is_small(&self.words[at]) || self.words[at].text.starts_with(char::is_uppercase)
            }
        };
        let fits = !owner.is_empty() && owner.len() <= 6 && owner.clone().all(named);
        fits.then_some(owner)
    }

    /// Puts the steps into the sketch; days without year are those that come after `base`.
    pub(super) fn take_steps(
        &mut self,
        steps: Vec<(Range<usize>, Option<Range<usize>>)>,
        base: Option<PartialDate>,
    ) {
        for (what, owner) in steps {
            let (by, deadline) = self.deadline(what.clone(), base);
            let told = self.without(what.clone(), deadline);
            if told.is_empty() {
                continue;
            }
            let owner_text = owner
                .clone()
                .map(|owner| self.span(owner).of(self.text).to_owned());
            self.take_help(what.clone(), owner.clone());
            let whole = owner.map_or(what.start, |owner| owner.start)..what.end;
            for mark in self.marks_in(whole.clone()) {
                self.used[mark] = true;
            }
            let due = by.map(|by| format!(", by {by}")).unwrap_or_default();
            self.say(whole, Field::Next, format!("{told}{due}"));
            self.sketch.next.push(NextStep {
                what: told,
                owner: owner_text,
                by,
                done: None,
            });
        }
    }

    /// By when, and the words that say so.
    fn deadline(
        &mut self,
        what: Range<usize>,
        base: Option<PartialDate>,
    ) -> (Option<PartialDate>, Option<Range<usize>>) {
        let dates = self.marks_in(what.clone()).into_iter().find_map(|mark| {
            match self.marks[mark].what {
                What::Date(when) => Some((mark, when)),
                What::Participant(_)
                | What::Perhaps(_)
                | What::Treaty(_)
                | What::We
                | What::Said(_) => None,
            }
        });
        let Some((mark, when)) = dates else {
            return (None, None);
        };
        let words = self.marks[mark].words.clone();
        let mut from = words.start;
        while from > what.start && UNTIL.contains(&self.folded(from - 1)) {
            from -= 1;
        }
        let by = match when {
            When::On(on) => Some(on),
            When::Over(_, until) => Some(until),
            When::NoYear { day, month } => base.and_then(|base| next_after(day, month, base)),
            When::Either(..) | When::ShortYear(_) | When::Vague | When::NoSuchDay => None,
        };
        if by.is_none() {
            let (why, dates) = open_date(when, self.asked.today);
            let dates = dates.into_iter().map(|date| (Field::Next, date)).collect();
            self.doubt(mark, why, dates);
            // What is open stays in the words of the step.
            return (None, None);
        }
        (by, Some(from..words.end))
    }

    /// The text of some words without others, as it was written.
    fn without(&self, what: Range<usize>, less: Option<Range<usize>>) -> String {
        let of = |words: Range<usize>| {
            let text = if words.is_empty() {
                ""
            } else {
                self.span(words).of(self.text)
            };
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let parts = match less {
            Some(less) => [of(what.start..less.start), of(less.end..what.end)],
            None => [of(what), String::new()],
        };
        let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }

    /// Help that we hand over as a step was offered.
    fn take_help(&mut self, what: Range<usize>, owner: Option<Range<usize>>) {
        let theirs = owner.is_some_and(|owner| {
            let names = self.marks_in(owner).into_iter();
            names.into_iter().any(|mark| match self.marks[mark].what {
                What::Participant(id) => Some(id) != self.asked.us,
                What::Perhaps(_) => true,
                What::Date(_) | What::Treaty(_) | What::We | What::Said(_) => false,
            })
        });
        if theirs || ASKS.contains(&self.folded(what.start)) {
            return;
        }
        for mark in self.marks_in(what) {
            let help = |one| {
                if let Meaning::Support(help) = one {
                    Some(help)
                } else {
                    None
                }
            };
            if let Some(help) = self.meaning(mark, help)
                && !self.sketch.offered.contains(&help)
            {
                self.sketch.offered.push(help);
                self.take(mark, Field::Offered, help);
            }
        }
    }
}
