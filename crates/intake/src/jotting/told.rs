//! What else a line tells: the day, the place, what came of it, what stands in the way, what help was named.

use jiff::civil::Date;
use ledger::body::ApproachState;
use ledger::body::vocabulary::{ApproachKind, Channel, Outcome, Support};
use treaty::PartialDate;

use super::dates::{When, around};
use super::event::{Event, Told};
use super::marks::What;
use super::reader::Reader;
use super::text::Ends;
use super::words::Meaning;
use super::{Field, Why};

/// Words before a date that make it a day by which, not on which.
const BY_WHEN: [&str; 10] = [
    "by", "before", "until", "till", "ici", "avant", "since", "depuis", "after", "apres",
];

/// Words before a place.
const AT: [&str; 4] = ["in", "at", "a", "en"];

/// Outcomes that a sentence in the future does not tell as reached.
const REACHED: [Outcome; 11] = [
    Outcome::ProcessOpened,
    Outcome::InCabinet,
    Outcome::InParliament,
    Outcome::LawPassed,
    Outcome::InstrumentSigned,
    Outcome::Signed,
    Outcome::Ratified,
    Outcome::Acceded,
    Outcome::WithdrawalAnnounced,
    Outcome::WithdrawalNotified,
    Outcome::WithdrawalEffective,
];

/// Why a date is open, and what it could be.
pub(super) fn open_date(when: When, today: Date) -> (Why, Vec<String>) {
    let text = |dates: &[Date]| dates.iter().map(ToString::to_string).collect();
    match when {
        When::NoYear { day, month } => {
            let dates = around(day, month, today).into_iter();
            (Why::NoYear, dates.map(|date| date.to_string()).collect())
        }
        When::Either(one, two) => (Why::DayOrMonth, text(&[one, two])),
        When::ShortYear(date) => (Why::ShortYear, text(&[date])),
        When::Vague => (Why::Vague, Vec::new()),
        When::NoSuchDay => (Why::NoSuchDay, Vec::new()),
        When::On(date) => (Why::OtherDate, vec![date.to_string()]),
        When::Over(from, to) => (Why::OtherDate, vec![from.to_string(), to.to_string()]),
    }
}

impl Reader<'_, '_> {
    /// Reads the day of the contact; gives the day from which days to come are counted, where one is known.
    pub(super) fn find_day(&mut self, event: Option<Event>) -> Option<PartialDate> {
        let mut base = Some(PartialDate::Day(self.asked.today));
        let mut told = false;
        for mark in 0..self.marks.len() {
            let What::Date(when) = self.marks[mark].what else {
                continue;
            };
            if self.is_step_mark(mark) || self.used[mark] {
                continue;
            }
            if told || !self.is_of_the_event(mark, event) {
                let (why, dates) = open_date(when, self.asked.today);
                let same = self.sketch.on.is_some_and(|on| When::On(on) == when);
                if same {
                    self.take(
                        mark,
                        Field::On,
                        self.sketch.on.map_or_else(String::new, |on| on.to_string()),
                    );
                } else {
                    let dates = dates.into_iter().map(|date| (Field::On, date)).collect();
                    let known = matches!(when, When::On(_) | When::Over(..));
                    self.doubt(mark, if known { Why::OtherDate } else { why }, dates);
                }
                continue;
            }
            told = true;
            base = match when {
                When::On(on) => {
                    self.sketch.on = Some(on);
                    self.take(mark, Field::On, on);
                    Some(on)
                }
                When::Over(from, to) => {
                    (self.sketch.on, self.sketch.until) = (Some(from), Some(to));
                    self.take(mark, Field::On, from);
                    self.take(mark, Field::Until, to);
                    Some(to)
                }
                When::NoYear { .. }
                | When::Either(..)
                | When::ShortYear(_)
                | When::Vague
                | When::NoSuchDay => {
                    let (why, dates) = open_date(when, self.asked.today);
                    let dates = dates.into_iter().map(|date| (Field::On, date)).collect();
                    self.doubt(mark, why, dates);
                    None
                }
            };
        }
        base
    }

    /// Whether a date is that of the contact: not one by which, and not told with what came of it.
    fn is_of_the_event(&self, mark: usize, event: Option<Event>) -> bool {
        let words = self.marks[mark].words.clone();
        let before = words.start.checked_sub(1);
        let led = before.is_some_and(|at| {
            BY_WHEN.contains(&self.folded(at))
                || (["of", "de", "fin", "end"].contains(&self.folded(at))
                    && at > 1
                    && [at - 1, at - 2]
                        .iter()
                        .any(|at| BY_WHEN.contains(&self.folded(*at))))
        });
        if led && words.start > 0 && self.words[words.start].ends != Ends::Sentence {
            return false;
        }
        let piece = self.piece_of(words.start);
        let of_event = event
            .is_some_and(|event| self.piece_of(self.marks[event.mark].words.start) == piece);
        let came =
            |one| matches!(one, Meaning::Outcome(_) | Meaning::Obstacle(_)).then_some(());
        let marks = self.marks_in(self.pieces[piece].words.clone());
        let told = marks
            .into_iter()
            .any(|mark| self.meaning(mark, came).is_some());
        of_event || words.start == 0 || !told
    }

    /// Reads everything else of the vocabulary.
    pub(super) fn find_rest(&mut self) {
        for mark in 0..self.marks.len() {
            if self.used[mark] || self.is_step_mark(mark) {
                continue;
            }
            let What::Said(meanings) = self.marks[mark].what else {
                continue;
            };
            for one in meanings {
                if !self.used[mark] {
                    self.take_one(mark, *one);
                }
            }
        }
        self.other_place();
        self.unplaced();
    }

    fn take_one(&mut self, mark: usize, one: Meaning) {
        match one {
            Meaning::Channel(channel) => self.take_channel(mark, channel),
            Meaning::City(city) => self.take_city(mark, city),
            Meaning::Forum(forum) if self.sketch.forum.is_none() => {
                self.sketch.forum = Some(forum.to_owned());
                self.take(mark, Field::Forum, forum);
            }
            Meaning::Forum(forum) => {
                let candidate = vec![(Field::Forum, forum.to_owned())];
                self.doubt(mark, Why::SecondPlace, candidate);
            }
            Meaning::Theme(theme) => {
                if !self.sketch.themes.contains(&theme) {
                    self.sketch.themes.push(theme);
                }
                self.take(mark, Field::Themes, theme);
            }
            Meaning::Outcome(outcome) => self.take_outcome(mark, outcome),
            Meaning::Obstacle(obstacle) => {
                let candidate = vec![(Field::Obstacles, obstacle.to_string())];
                if self.denied(mark) {
                    return self.doubt(mark, Why::NotSaidToBe, candidate);
                }
                if !self.sketch.obstacles.contains(&obstacle) {
                    self.sketch.obstacles.push(obstacle);
                }
                self.take(mark, Field::Obstacles, obstacle);
            }
            Meaning::Support(support) => self.take_support(mark, support),
            Meaning::ActedAs(acted) if self.sketch.acted_as.is_none() => {
                self.sketch.acted_as = Some(acted);
                self.take(mark, Field::ActedAs, acted);
            }
            Meaning::Kind(_)
            | Meaning::Did(_)
            | Meaning::ToDo(_)
            | Meaning::Level(_)
            | Meaning::ActedAs(_)
            | Meaning::Body(_)
            | Meaning::State(_)
            | Meaning::Step
            | Meaning::PerhapsStep
            | Meaning::Heading
            | Meaning::Asking
            | Meaning::Offering
            | Meaning::Nothing => {}
        }
    }

    fn take_channel(&mut self, mark: usize, channel: Channel) {
        let margins = channel == Channel::MarginsOf;
        match self.sketch.channel {
            Some(other) if other == channel => self.take(mark, Field::Channel, channel),
            // The margins of a meeting in a city: the city is the place.
            Some(Channel::Vienna | Channel::Geneva | Channel::NewYork | Channel::TheHague)
            | None
                if margins || self.sketch.channel.is_none() =>
            {
                self.sketch.channel = Some(channel);
                self.take(mark, Field::Channel, channel);
            }
            Some(_) | None => {
                let candidate = vec![(Field::Channel, channel.to_string())];
                self.doubt(mark, Why::SecondPlace, candidate);
            }
        }
    }

    fn take_city(&mut self, mark: usize, city: Channel) {
        let name = self.marks[mark].at.of(self.text).to_owned();
        if self.sketch.place.is_some() {
            return self.doubt(mark, Why::SecondPlace, vec![(Field::Place, name)]);
        }
        if self.sketch.channel.is_none() {
            self.sketch.channel = Some(city);
            self.take(mark, Field::Channel, city);
        }
        self.take(mark, Field::Place, &name);
        self.sketch.place = Some(name);
    }

    fn take_outcome(&mut self, mark: usize, outcome: Outcome) {
        let candidate = vec![(Field::Outcomes, outcome.to_string())];
        if self.denied(mark) || (REACHED.contains(&outcome) && self.only_may(mark)) {
            return self.doubt(mark, Why::NotSaidToBe, candidate);
        }
        if self.is_of_another(mark) {
            return self.doubt(mark, Why::OfWhom, candidate);
        }
        if !self.sketch.outcomes.contains(&outcome) {
            self.sketch.outcomes.push(outcome);
        }
        self.take(mark, Field::Outcomes, outcome);
    }

    /// Whether the piece of a mark names a participant that was not approached, and none that was.
    fn is_of_another(&self, mark: usize) -> bool {
        let piece = self.piece_of(self.marks[mark].words.start);
        let marks = self.marks_in(self.pieces[piece].words.clone()).into_iter();
        let named: Vec<_> = marks
            .filter_map(|mark| match self.marks[mark].what {
                What::Participant(id) | What::Perhaps(id) => Some(id),
                What::Date(_) | What::Treaty(_) | What::We | What::Said(_) => None,
            })
            .collect();
        let theirs = |id| {
            self.sketch
                .to
                .iter()
                .any(|side| side.participant == Some(id))
        };
        let by = |id| {
            self.sketch
                .by
                .iter()
                .any(|side| side.participant == Some(id))
        };
        let others = named.iter().any(|id| !theirs(*id) && !by(*id));
        others && !named.iter().any(|id| theirs(*id))
    }

    /// Whether help is asked for or offered, by the words before it in its sentence; and by which mark.
    pub(super) fn help_cue(&self, mark: usize) -> Option<(usize, Meaning)> {
        let start = self.marks[mark].words.start;
        let own = self.piece_of(start);
        let is = |one| matches!(one, Meaning::Asking | Meaning::Offering).then_some(one);
        let before = |words: std::ops::Range<usize>| {
            let marks = self.marks_in(words).into_iter().rev();
            marks
                .into_iter()
                .find_map(|mark| Some((mark, self.meaning(mark, is)?)))
        };
        let mut piece = own;
        let mut to = start;
        loop {
            let from = self.pieces[piece].words.start;
            if let Some(cue) = before(from..to) {
                return Some(cue);
            }
            // A list goes on after a comma: `asked for a model law, translation and a workshop`.
            let help = |reader: &Self, mark: usize| {
                let help = |one| matches!(one, Meaning::Support(_)).then_some(());
                reader.meaning(mark, help).is_some()
            };
            if self.pieces[piece].begins || !self.only(piece, help) {
                return None;
            }
            piece -= 1;
            to = self.pieces[piece].words.end;
        }
    }

    fn take_support(&mut self, mark: usize, support: Support) {
        let both = vec![
            (Field::Asked, support.to_string()),
            (Field::Offered, support.to_string()),
        ];
        let Some((cue, which)) = self.help_cue(mark) else {
            return self.doubt(mark, Why::AskedOrOffered, both);
        };
        let ours = self.we_before(cue);
        let asking = matches!(which, Meaning::Asking);
        // `We asked for`: of them, and not for us.
        if asking && ours {
            return self.doubt(mark, Why::AskedOrOffered, both);
        }
        if self.denied(mark) || self.denied(cue) {
            return self.doubt(mark, Why::NotSaidToBe, both);
        }
        self.claim(self.marks[cue].words.clone());
        self.used[cue] = true;
        let (help, field) = match asking {
            true => (&mut self.sketch.asked, Field::Asked),
            false => (&mut self.sketch.offered, Field::Offered),
        };
        if !help.contains(&support) {
            help.push(support);
        }
        self.take(mark, field, support);
        if asking && !self.sketch.outcomes.contains(&Outcome::AssistanceRequested) {
            self.sketch.outcomes.push(Outcome::AssistanceRequested);
            self.take(cue, Field::Outcomes, Outcome::AssistanceRequested);
        }
    }

    /// Whether `we` stands before a mark in its piece.
    fn we_before(&self, mark: usize) -> bool {
        let start = self.marks[mark].words.start;
        let piece = self.pieces[self.piece_of(start)].words.start;
        let own = self.marks[mark].words.clone();
        let avons = own.into_iter().any(|at| self.folded(at) == "avons");
        let marks = self.marks_in(piece..start).into_iter();
        avons
            || marks
                .into_iter()
                .any(|mark| matches!(self.marks[mark].what, What::We))
    }

    /// A place that no list has: words in capitals right after the day, or after `in`.
    fn other_place(&mut self) {
        if self.sketch.place.is_some() {
            return;
        }
        let free = |at: usize| {
            let word = self.words.get(at)?;
            let capital = word.text.starts_with(char::is_uppercase);
            let letters = word.text.chars().all(char::is_alphabetic);
            (capital && letters && self.mark_at(at).is_none()).then_some(())
        };
        for at in 0..self.words.len() {
            let piece = self.piece_of(at);
            if self.is_step[piece] || free(at).is_none() || at == 0 {
                continue;
            }
            let run = (at..self.words.len())
                .take_while(|next| free(*next).is_some())
                .take_while(|next| *next == at || self.words[*next].ends == Ends::Nothing)
                .count();
            let end = at + run;
            let joined = self.words[at].ends == Ends::Nothing;
            let travels = matches!(self.sketch.kind, Some(ApproachKind::Visit))
                && ["to", "a"].contains(&self.folded(at - 1));
            let after_in = joined
                && (travels || AT.contains(&self.folded(at - 1)))
                && self.mark_at(at - 1).is_none();
            let after_day = self.mark_at(at - 1).is_some_and(|mark| {
                matches!(self.marks[mark].what, What::Date(_)) && self.used[mark]
            });
            // Right after the day, and alone: `12 Mar 2023 Kampala, …`.
            let alone = end == self.words.len() || self.words[end].ends != Ends::Nothing;
            if run <= 3 && (after_in || (after_day && alone)) {
                let place = self.span(at..end).of(self.text).to_owned();
                self.say(at..end, Field::Place, &place);
                self.sketch.place = Some(place);
                return;
            }
        }
    }

    /// Who is named in no part.
    fn unplaced(&mut self) {
        for mark in 0..self.marks.len() {
            if self.used[mark] || self.is_step_mark(mark) {
                continue;
            }
            let (id, why) = match self.marks[mark].what {
                What::Participant(id) => (id, Why::PartNotSaid),
                What::Perhaps(id) => (id, Why::PerhapsAName),
                What::Date(_) | What::Treaty(_) | What::We | What::Said(_) => continue,
            };
            let is = |sides: &[ledger::body::Side]| {
                sides.iter().any(|side| side.participant == Some(id))
            };
            if why == Why::PartNotSaid && is(&self.sketch.to) {
                self.take(mark, Field::To, id);
            } else if why == Why::PartNotSaid && is(&self.sketch.by) {
                self.take(mark, Field::By, id);
            } else {
                let both = vec![(Field::To, id.to_string()), (Field::By, id.to_string())];
                self.doubt(mark, why, both);
            }
        }
    }

    /// Adds the treaties that are named to those in question.
    pub(super) fn find_treaties(&mut self) {
        for mark in 0..self.marks.len() {
            let What::Treaty(id) = self.marks[mark].what.clone() else {
                continue;
            };
            if !self.sketch.treaties.contains(&id) {
                self.sketch.treaties.push(id.clone());
            }
            self.take(mark, Field::Treaty, id);
        }
    }

    /// Whether it took place: by what is said, the tense and the day.
    pub(super) fn find_state(&mut self, event: Option<Event>, day_open: bool) {
        let mut said: Option<(usize, ApproachState)> = None;
        for mark in 0..self.marks.len() {
            let state = |one| {
                if let Meaning::State(state) = one {
                    Some(state)
                } else {
                    None
                }
            };
            let Some(state) = self.meaning(mark, state).filter(|_| !self.used[mark]) else {
                continue;
            };
            if self.is_step_mark(mark) || self.denied(mark) {
                continue;
            }
            if said.is_none() && self.is_about_the_event(mark, event) {
                said = Some((mark, state));
            }
        }
        let today = PartialDate::Day(self.asked.today);
        let on = self.sketch.on;
        let to_come = on.is_some_and(|on| on.earliest() > today.latest());
        let past = on.is_some_and(|on| on.latest() <= today.latest());
        let tense = event.map(|event| event.told);
        let state = match (said, tense) {
            (Some((mark, state)), _) => {
                let odd = (state == ApproachState::Planned && past)
                    || (state == ApproachState::Done && to_come);
                if odd {
                    self.doubt(
                        mark,
                        Why::PastOrToCome,
                        vec![(Field::State, state.to_string())],
                    );
                    ApproachState::Draft
                } else {
                    self.take(mark, Field::State, state);
                    state
                }
            }
            (None, Some(Told::ToDo)) if past => ApproachState::Draft,
            (None, Some(Told::Did)) if to_come => ApproachState::Draft,
            (None, Some(Told::ToDo)) => ApproachState::Planned,
            (None, Some(Told::Did)) => ApproachState::Done,
            (None, Some(Told::Named) | None) if to_come => ApproachState::Planned,
            // `Did not meet Nepal`: nothing took place.
            (None, None) if self.says_not() => ApproachState::Draft,
            (None, Some(Told::Named) | None) if past && !day_open => ApproachState::Done,
            (None, Some(Told::Named) | None) => ApproachState::Draft,
        };
        self.sketch.state = state;
    }

    /// Whether `planned` is said of the contact: in its sentence, or where there is no other.
    fn is_about_the_event(&self, mark: usize, event: Option<Event>) -> bool {
        let piece = self.piece_of(self.marks[mark].words.start);
        event.is_none_or(|event| {
            let of = self.piece_of(self.marks[event.mark].words.start);
            self.sentence_of(of).contains(&piece)
        })
    }
}
