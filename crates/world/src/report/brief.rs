//! The brief on States, and the note for a meeting with one: the same sentences, in the order in which a desk reads them
//! and in that in which a delegation needs them.

use treaty::{PartialDate, ParticipantId};

use super::{Frame, Made, asked};
use crate::view::{
    Asks, BriefPart, BriefSection, BriefView, Passage, PassageForm, ReportPart, ReportSentence,
    Said, Sentence, Standing,
};

/// The parts of a note for a meeting, behind what to say: what was raised, promised and stands in the way, then what lies
/// behind.
const IN_THE_ROOM: [BriefPart; 8] = [
    BriefPart::Points,
    BriefPart::Approaches,
    BriefPart::Pledges,
    BriefPart::Obstacles,
    BriefPart::Votes,
    BriefPart::Said,
    BriefPart::Obligations,
    BriefPart::Stage,
];

/// How many of those who might speak to it a note names.
const IN_TOUCH: usize = 5;

/// What says that entry into force waits for a State.
const NEEDED: &str = "next-why-needed";

/// The points that a report says in its opening.
const OPENING: [&str; 5] = [
    "brief-point-in",
    "brief-point-signed",
    "brief-point-left",
    "brief-point-outside",
    NEEDED,
];

/// Lines that stand under the name of a State on its page, and the sentences that name it.
const IN_FULL: [(&str, &str); 9] = [
    (NEEDED, "report-full-needed"),
    ("next-why-counts", "report-full-counts"),
    ("next-why-neighbours", "report-full-neighbours"),
    ("next-why-neighbours-all", "report-full-neighbours-all"),
    ("next-why-group", "report-full-group"),
    ("next-why-joined", "report-full-joined"),
    ("brief-point-said", "report-full-said"),
    ("brief-point-asked", "report-full-asked"),
    ("brief-point-asked-offered", "report-full-asked-offered"),
];

/// The part on other treaties.
const ACROSS: &str = "across";

impl Frame<'_> {
    /// The brief on each State that was named; where nothing is known of something, it says so.
    pub(super) fn brief(&self) -> Made {
        self.by_state(|view, parts| {
            for section in &view.parts {
                let silence = section.silence.iter().cloned().map(|one| vec![one]);
                let lines = self.lines(view.iso3, section).into_iter();
                let said = lines.chain(silence).collect();
                parts.push((section.part.word(), heading(section.part), said));
            }
            parts.push((
                "messengers",
                "brief-messengers",
                self.messengers(view, usize::MAX),
            ));
            parts.push((ACROSS, "brief-across", across(view)));
        })
    }

    /// The note for a meeting with each: what the meeting is about, what may be said, what was raised and promised;
    /// then what lies behind. Where nothing is known, nothing is said.
    pub(super) fn bilateral(&self) -> Made {
        self.by_state(|view, parts| {
            for part in IN_THE_ROOM {
                let told = view.part(part);
                let said = told
                    .map(|one| self.lines(view.iso3, one))
                    .unwrap_or_default();
                parts.push((part.word(), heading(part), said));
                if part == BriefPart::Obstacles {
                    let others = self.messengers(view, IN_TOUCH);
                    parts.push(("messengers", "brief-messengers", others));
                }
            }
            parts.push((ACROSS, "brief-across", across(view)));
        })
    }

    fn by_state(&self, tell: impl Fn(&BriefView, &mut Vec<Told>)) -> Made {
        let mut parts = Vec::new();
        for state in self.in_order(self.ask.of.iter().copied()) {
            let view = self
                .world
                .brief(state, &self.under.law.id, self.to, self.lang);
            let mut told = Vec::new();
            if let Some(view) = &view {
                tell(view, &mut told);
            }
            self.state(state, view.as_ref(), told, &mut parts);
        }
        Made {
            parts,
            ..Made::default()
        }
    }

    /// The parts on one State, the first with its name, on a page of its own.
    fn state(
        &self,
        state: ParticipantId,
        view: Option<&BriefView>,
        told: Vec<Told>,
        parts: &mut Vec<ReportPart>,
    ) {
        let code = state.as_str().to_ascii_lowercase();
        let of = self.named([state]).pop();
        parts.push(ReportPart {
            key: code.clone(),
            heading: Sentence::new("report-part-state").states("states", self.named([state])),
            level: 1,
            of: of.clone(),
            begins_page: true,
            passages: vec![Passage {
                key: format!("{code}-opening"),
                form: PassageForm::Numbered,
                sentences: self.stands(state, view),
            }],
        });
        for (word, heading, said) in told.into_iter().filter(|(_, _, said)| !said.is_empty()) {
            let asks = if word == ACROSS {
                Asks::Across {
                    of: state,
                    on: self.to,
                }
            } else {
                Asks::Brief {
                    of: state,
                    on: self.to,
                }
            };
            let passages = said.into_iter().zip(0..).map(|(said, at)| Passage {
                key: format!("{code}-{word}-{at}"),
                form: PassageForm::Bullet,
                sentences: said
                    .into_iter()
                    .map(|says| asked(says, asks.clone()))
                    .collect(),
            });
            parts.push(ReportPart {
                key: format!("{code}-{word}"),
                heading: Sentence::new(heading),
                level: 2,
                of: of.clone(),
                begins_page: false,
                passages: passages.collect(),
            });
        }
    }

    /// Where the State stands, and so what there is to speak of; and whether entry into force waits for it.
    fn stands(&self, state: ParticipantId, view: Option<&BriefView>) -> Vec<ReportSentence> {
        let Some(view) = view else {
            let says = self.say("report-opening-not-open");
            let says = says.states("states", self.named([state]));
            return vec![says.by(self.entry(self.under.file)).into()];
        };
        let status = &view.status;
        let (undated, dated, day) = match status.standing {
            Standing::Party | Standing::Contracting => (
                "report-opening-in",
                "report-opening-in-since",
                status.consented,
            ),
            Standing::Signatory => (
                "report-opening-signatory",
                "report-opening-signatory-since",
                status.signed,
            ),
            Standing::Withdrawn => (
                "report-opening-left",
                "report-opening-left-since",
                status.left.map(PartialDate::Day),
            ),
            Standing::None => ("report-opening-outside", "report-opening-outside", None),
        };
        let says = match day {
            Some(day) => self.say(dated).day("day", day),
            None => self.say(undated),
        };
        let says = says
            .states("states", self.named([state]))
            .by_all(status.sources.iter().map(|one| one.entry));
        let stands = asked(
            says,
            Asks::Participation {
                of: state,
                on: self.to,
            },
        );
        let points = view.part(BriefPart::Points).into_iter();
        let points = points
            .flat_map(|part| &part.lines)
            .flat_map(|line| &line.sentences);
        let waits = points.filter(|says| says.says == NEEDED);
        let waits =
            waits.map(|says| asked(self.in_full(says, state), Asks::Force { on: self.to }));
        std::iter::once(stands).chain(waits).collect()
    }

    /// The lines of a part, in full sentences; without what the opening says.
    fn lines(&self, state: ParticipantId, section: &BriefSection) -> Vec<Vec<Sentence>> {
        let lines = section.lines.iter().map(|line| {
            let said = line.sentences.iter();
            let said = said.filter(|says| !OPENING.contains(&says.says));
            said.map(|says| self.in_full(says, state)).collect()
        });
        lines.filter(|said: &Vec<_>| !said.is_empty()).collect()
    }

    /// A line of a brief, which stands under a State's name, as a sentence that names the State.
    fn in_full(&self, says: &Sentence, state: ParticipantId) -> Sentence {
        let Some((_, full)) = IN_FULL.iter().find(|(short, _)| *short == says.says) else {
            return says.clone();
        };
        let mut full = self
            .say(full)
            .states("states", self.named([state]))
            .by_all(says.entries.iter().copied());
        for (name, said) in &says.of {
            full = full.with(name, said.clone());
        }
        full
    }

    /// Who might speak to it, and why they: each in a line.
    fn messengers(&self, view: &BriefView, most: usize) -> Vec<Vec<Sentence>> {
        let first = view.messengers.iter().take(most);
        let said = first.map(|one| {
            let (groups, others): (Vec<_>, Vec<_>) = one
                .why
                .iter()
                .partition(|says| says.says == "next-who-group");
            let others = others.into_iter().map(|says| (says.says, says.clone()));
            let groups = common(&groups).into_iter().map(|says| (says.says, says));
            let said = others.chain(groups).zip(0..).map(|((key, says), at)| {
                let (first, next) = because(key);
                let mut full = Sentence::new(if at == 0 { first } else { next })
                    .states("states", self.named([view.iso3]))
                    .states("who", self.named([one.iso3]))
                    .by_all(says.entries);
                for (name, said) in says.of {
                    full = full.with(name, said);
                }
                full
            });
            said.collect()
        });
        said.filter(|said: &Vec<_>| !said.is_empty()).collect()
    }
}

/// The groups that two States are both in, of which a reason names one each, in one sentence.
fn common(groups: &[&Sentence]) -> Option<Sentence> {
    let mut named = groups.iter().filter_map(|says| says.of.get("group"));
    let says = Sentence::new("next-who-group").with("group", named.next()?.clone());
    let says = match named.next() {
        Some(second) => says.with("second", second.clone()).count("n", 2),
        None => says.with("second", Said::Text(String::new())).count("n", 1),
    };
    Some(says.by_all(groups.iter().flat_map(|says| says.entries.iter().copied())))
}

/// A reason in words, where it begins the line on a State and where it does not.
fn because(key: &str) -> (&'static str, &'static str) {
    match key {
        "next-who-moved" => ("report-messenger-moved", "report-messenger-moved-next"),
        "next-who-neighbour" => (
            "report-messenger-neighbour",
            "report-messenger-neighbour-next",
        ),
        "next-who-office" => ("report-messenger-office", "report-messenger-office-next"),
        _ => ("report-messenger-group", "report-messenger-group-next"),
    }
}

/// A part before it is one: its word, its heading, its lines.
type Told = (&'static str, &'static str, Vec<Vec<Sentence>>);

fn heading(part: BriefPart) -> &'static str {
    match part {
        BriefPart::Points => "brief-part-points",
        BriefPart::Acts => "brief-part-acts",
        BriefPart::Votes => "brief-part-votes",
        BriefPart::Said => "brief-part-said",
        BriefPart::Obligations => "brief-part-obligations",
        BriefPart::Stage => "brief-part-stage",
        BriefPart::Approaches => "brief-part-approaches",
        BriefPart::Obstacles => "brief-part-obstacles",
        BriefPart::Pledges => "brief-part-pledges",
        BriefPart::Venues => "brief-part-venues",
    }
}

/// Where it stands under the other treaties, by standing.
fn across(view: &BriefView) -> Vec<Vec<Sentence>> {
    let keys = [
        (Standing::Party, "report-across-party"),
        (Standing::Contracting, "report-across-contracting"),
        (Standing::Signatory, "report-across-signatory"),
        (Standing::Withdrawn, "report-across-withdrawn"),
        (Standing::None, "report-across-none"),
    ];
    let said = keys.into_iter().filter_map(|(standing, key)| {
        let here = view.across.iter().filter(|one| one.standing == standing);
        let names: Vec<_> = here.map(|one| one.short.clone()).collect();
        let says = Sentence::new(key).with("treaties", Said::Names(names.clone()));
        (!names.is_empty()).then(|| vec![says])
    });
    said.collect()
}
