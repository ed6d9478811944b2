//! What a report is asked about, as its address says it: read once, for the page and for each of its files.

use jiff::ToSpan;
use jiff::civil::Date;
use report::compose::How;
use report::figure::Figure;
use report::paper::NoteForm;
use treaty::{Lang, ParticipantId, TreatyId};
use words::Words;
use world::view::{ReportAsk, ReportKind, ReportOf, ReportRefused, ReportSpan};

use super::form::takes_plan;
use super::reader::{self, Reader};
use crate::asked::Asked;
use crate::problem::{Expected, Problem};

/// The parameters of every kind.
pub(super) const PARAMS: [&str; 15] = [
    "treaty",
    "state",
    "plan",
    "from",
    "to",
    "for",
    "in",
    "notes",
    "pictures",
    "before",
    "venue",
    "symbol",
    "distribution",
    "date",
    "agenda",
];

/// Where what the sentences rest on is printed, in addresses.
pub(crate) const NOTES: &[&str] = &["none", "foot", "end"];

/// The pictures that may go with it, in addresses. A test holds them to [`Figure::ALL`].
pub(crate) const FIGURES: &[&str] = &["map", "curve"];

/// How long a line above the title is at most.
const LONGEST: usize = 200;

/// How many lines stand before whom it comes at most.
pub(super) const BEFORE: usize = 3;

/// What is asked for.
pub(super) struct Asking {
    /// What the world is asked.
    pub(super) ask: ReportAsk,
    /// For whom.
    pub(super) reader: Reader,
    /// In which language the report is.
    pub(super) lang: Lang,
    /// Which pictures go with it.
    pub(super) figures: Vec<Figure>,
    /// What stands around it, but for the pictures.
    pub(super) how: How,
    /// What was given and is not taken by this kind: parameter, and what is told.
    pub(super) aside: Vec<(&'static str, Problem)>,
    /// What cannot be taken as it was given, by parameter. As long as there is any, there is no report.
    pub(super) slips: Vec<(&'static str, Problem)>,
}

/// Reads the question. What is wrong with a field is kept with the field.
///
/// # Errors
///
/// [`Problem::UnknownParameter`]
pub(super) fn read(
    asked: &Asked,
    kind: ReportKind,
    readers: &[Reader],
) -> Result<Asking, Problem> {
    asked.only(&PARAMS)?;
    let mut reading = Reading {
        asked,
        aside: Vec::new(),
        slips: Vec::new(),
    };
    let to = reading.or("to", asked.day("to"), None).unwrap_or(asked.on);
    let ask = ReportAsk {
        kind,
        treaty: reading.treaty(),
        of: reading.states(kind.of()),
        from: reading.first_day(kind.span(), to),
        to,
        plan: reading.plan(kind),
    };
    if let Err(cause) = ask.check()
        && reading.slips.is_empty()
    {
        reading.slip(field_of(cause), Problem::NoReport { cause });
    }
    let reader = reading.reader(readers);
    let lang = reading.language();
    let figures = reading.figures();
    let mut how = reading.how();
    how.team = reader.called(lang);
    how.reader = (!reader.is_public()).then(|| reader.code.clone());
    Ok(Asking {
        ask,
        reader,
        lang,
        figures,
        how,
        aside: reading.aside,
        slips: reading.slips,
    })
}

/// The field at which a refusal stands.
pub(super) fn field_of(cause: ReportRefused) -> &'static str {
    match cause {
        ReportRefused::NoTreaty => "treaty",
        ReportRefused::NoPlan | ReportRefused::TakesNoPlan => "plan",
        ReportRefused::NoFirstDay | ReportRefused::OneDay => "from",
        ReportRefused::Disordered => "to",
        ReportRefused::NoState | ReportRefused::AllStates => "state",
    }
}

/// The first day of the year that ends with `to`: the period, where none is given.
fn year_to(to: Date) -> Date {
    let before = to.checked_sub(1.year()).and_then(Date::tomorrow);
    before.unwrap_or(to)
}

/// The treaty of a report that names none: that of the newest campaign, else the first.
pub(super) fn treaty(asked: &Asked) -> Option<TreatyId> {
    let campaigns = asked.world.campaigns(asked.on, asked.lang).campaigns;
    let of_campaign = campaigns.into_iter().map(|campaign| campaign.treaty);
    let treaties = asked.world.treaties().into_iter();
    of_campaign.chain(treaties.map(|law| law.id.clone())).next()
}

struct Reading<'a> {
    asked: &'a Asked,
    aside: Vec<(&'static str, Problem)>,
    slips: Vec<(&'static str, Problem)>,
}

impl<'a> Reading<'a> {
    fn slip(&mut self, field: &'static str, problem: Problem) {
        self.slips.push((field, problem));
    }

    fn or<T>(&mut self, field: &'static str, found: Result<T, Problem>, otherwise: T) -> T {
        match found {
            Ok(found) => found,
            Err(problem) => {
                self.slip(field, problem);
                otherwise
            }
        }
    }

    fn one(&mut self, name: &'static str) -> Option<&'a str> {
        match self.asked.params.one(name) {
            Ok(given) => given,
            Err(problem) => {
                self.slips.push((name, problem));
                None
            }
        }
    }

    /// A treaty that cannot be found has no report; the id stands for it until it is named otherwise.
    fn treaty(&mut self) -> TreatyId {
        let asked = self.asked;
        let found = match asked.params.one("treaty") {
            Ok(Some(given)) => asked.named_treaty(given).map(|law| law.id.clone()),
            Ok(None) => treaty(asked).ok_or(Problem::NoReport {
                cause: ReportRefused::NoTreaty,
            }),
            Err(problem) => Err(problem),
        };
        let none = "no-treaty".parse().expect("letters and a hyphen are an id");
        self.or("treaty", found, none)
    }

    fn states(&mut self, takes: ReportOf) -> Vec<ParticipantId> {
        let given: Vec<_> = self.asked.params.all("state").collect();
        match takes {
            ReportOf::All if given.is_empty() => Vec::new(),
            ReportOf::All => {
                let cause = ReportRefused::AllStates;
                self.aside.push(("state", Problem::NoReport { cause }));
                Vec::new()
            }
            ReportOf::SomeOrAll | ReportOf::Some => {
                let found = self.asked.named_states(&given);
                self.or("state", found, Vec::new())
            }
        }
    }

    /// The action plan by its name. Whether there is one of that name, the world of those says for whom it is.
    fn plan(&mut self, kind: ReportKind) -> Option<String> {
        if takes_plan(&kind) {
            return self.one("plan").map(str::to_owned);
        }
        if self.asked.params.all("plan").next().is_some() {
            let cause = ReportRefused::TakesNoPlan;
            self.aside.push(("plan", Problem::NoReport { cause }));
        }
        None
    }

    fn first_day(&mut self, span: ReportSpan, to: Date) -> Option<Date> {
        let given = self.asked.day("from");
        match span {
            ReportSpan::Day if matches!(given, Ok(None)) => None,
            ReportSpan::Day => {
                let cause = ReportRefused::OneDay;
                self.aside.push(("from", Problem::NoReport { cause }));
                None
            }
            ReportSpan::DayOrPeriod => self.or("from", given, None),
            ReportSpan::Period => {
                let given = self.or("from", given, None);
                Some(given.unwrap_or_else(|| year_to(to)))
            }
        }
    }

    /// For whom: anyone, where nothing is said and where what is said names nobody.
    fn reader(&mut self, readers: &[Reader]) -> Reader {
        let anyone = readers.first().expect("there is always anyone").clone();
        match self.asked.params.one("for") {
            Ok(None) => anyone,
            Ok(Some(given)) => {
                let found = reader::chosen(readers, given).cloned();
                self.or("for", found, anyone)
            }
            Err(problem) => {
                self.slip("for", problem);
                anyone
            }
        }
    }

    fn language(&mut self) -> Lang {
        let own = self.asked.words.text_lang();
        let Some(given) = self.one("in") else {
            return own;
        };
        let found = given.parse().ok();
        let found = found.filter(|lang| Words::written().contains(lang));
        let found = found.ok_or_else(|| Problem::bad("in", given, Expected::PaperLanguage));
        self.or("in", found, own)
    }

    /// The pictures, each once, in the order in which they stand in a document.
    fn figures(&mut self) -> Vec<Figure> {
        let given = self.asked.params.all("pictures");
        let given = given.flat_map(|words| words.split(',')).map(str::trim);
        let bad = |word: &str| Problem::bad("pictures", word, Expected::Code(FIGURES));
        let named = given.map(|word| word.parse::<Figure>().map_err(|_none| bad(word)));
        let named: Result<Vec<_>, _> = named.collect();
        let named = self.or("pictures", named, Vec::new());
        let all = Figure::ALL.into_iter();
        all.filter(|figure| named.contains(figure)).collect()
    }

    fn how(&mut self) -> How {
        let notes = match self.one("notes") {
            None | Some("none") => Ok(NoteForm::None),
            Some("foot") => Ok(NoteForm::Foot),
            Some("end") => Ok(NoteForm::End),
            Some(other) => Err(Problem::bad("notes", other, Expected::Code(NOTES))),
        };
        let date = self.asked.day("date");
        How {
            body: self.lines(),
            venue: self.words("venue"),
            symbol: self.words("symbol"),
            distribution: self.words("distribution"),
            date: self.or("date", date, None),
            agenda: self.words("agenda"),
            notes: self.or("notes", notes, NoteForm::None),
            pictures: Vec::new(),
            team: None,
            reader: None,
        }
    }

    fn words(&mut self, name: &'static str) -> Option<String> {
        let given = self.one(name)?.trim().to_owned();
        let found = line(name, given);
        self.or(name, found, None)
    }

    fn lines(&mut self) -> Vec<String> {
        let given: Vec<_> = self.asked.params.all("before").collect();
        let lines = given
            .iter()
            .map(|one| line("before", one.trim().to_owned()));
        let lines: Result<Vec<_>, _> = lines.collect();
        let lines = lines.map(|lines| lines.into_iter().flatten().collect());
        let lines = lines.and_then(|lines: Vec<_>| {
            let fits = lines.len() <= BEFORE;
            fits.then_some(lines)
                .ok_or_else(|| Problem::bad("before", "", Expected::Words))
        });
        self.or("before", lines, Vec::new())
    }
}

/// A line above the title, if it is none too long.
fn line(name: &'static str, given: String) -> Result<Option<String>, Problem> {
    if given.chars().count() > LONGEST {
        return Err(Problem::bad(name, &given, Expected::Words));
    }
    Ok(Some(given).filter(|given| !given.is_empty()))
}

/// Where what the sentences rest on is printed, as an address says it.
fn notes(form: NoteForm) -> &'static str {
    match form {
        NoteForm::None => "none",
        NoteForm::Foot => "foot",
        NoteForm::End => "end",
    }
}

impl Asking {
    /// The same question in full, so that its address answers the same on another day and to another
    /// browser.
    pub(super) fn pairs(&self) -> Vec<(String, String)> {
        let codes: Vec<_> = self.ask.of.iter().map(ParticipantId::as_str).collect();
        let day = |day: Option<Date>| day.map(|day| day.to_string());
        let reader = (!self.reader.is_public()).then(|| self.reader.code.clone());
        let figures: Vec<_> = self.figures.iter().map(|one| one.word()).collect();
        let noted = self.how.notes != NoteForm::None;
        let told = [
            ("treaty", Some(self.ask.treaty.to_string())),
            ("state", (!codes.is_empty()).then(|| codes.join(","))),
            ("plan", self.ask.plan.clone()),
            ("from", day(self.ask.from)),
            ("to", day(Some(self.ask.to))),
            ("for", reader),
            ("in", Some(self.lang.code().to_owned())),
            ("notes", noted.then(|| notes(self.how.notes).to_owned())),
            ("pictures", (!figures.is_empty()).then(|| figures.join(","))),
            ("venue", self.how.venue.clone()),
            ("symbol", self.how.symbol.clone()),
            ("distribution", self.how.distribution.clone()),
            ("date", day(self.how.date)),
            ("agenda", self.how.agenda.clone()),
        ];
        let before = self
            .how
            .body
            .iter()
            .map(|line| ("before", Some(line.clone())));
        let all = told.into_iter().chain(before);
        all.filter_map(|(name, value)| Some((name.to_owned(), value?)))
            .collect()
    }

    /// The same, where nothing is wrong with it and nothing was given that it does not take: whoever reads a
    /// file is told nothing by a field.
    ///
    /// # Errors
    ///
    /// What is wrong first.
    pub(super) fn strictly(&self) -> Result<&Asking, Problem> {
        match self.slips.iter().chain(&self.aside).next() {
            Some((_, problem)) => Err(problem.clone()),
            None => Ok(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_has_its_word_in_addresses() {
        assert_eq!(FIGURES, Figure::ALL.map(Figure::word));
    }

    #[test]
    fn a_year_ends_with_its_last_day_and_begins_on_the_day_after_the_last_one() {
        for (to, from) in [
            ("2023-09-22", "2022-09-23"),
            ("2024-02-29", "2023-03-01"),
            ("2024-12-31", "2024-01-01"),
        ] {
            let to: Date = to.parse().unwrap();
            assert_eq!(year_to(to).to_string(), from);
        }
    }
}
