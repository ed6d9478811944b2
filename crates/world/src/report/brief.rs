//! The brief on States, and the note for a meeting with one: the same sentences, in the order in which a desk reads them
//! and in that in which a delegation needs them.

use treaty::ParticipantId;

use super::{Frame, Made};
use crate::view::{
    BriefPart, BriefView, Passage, PassageForm, ReportPart, Said, Sentence, Standing,
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

impl Frame<'_> {
    /// The brief on each State that was named; where nothing is known of something, it says so.
    pub(super) fn brief(&self) -> Made {
        self.by_state(|view, parts| {
            for section in &view.parts {
                let silence = section.silence.iter().cloned().map(|one| vec![one]);
                let lines = section.lines.iter().map(|line| line.sentences.clone());
                let said = lines.chain(silence).collect();
                parts.push((section.part.word(), heading(section.part), said));
            }
            parts.push((
                "messengers",
                "brief-messengers",
                self.messengers(view, usize::MAX),
            ));
            parts.push(("across", "brief-across", across(view)));
        })
    }

    /// The note for a meeting with each: what the meeting is about, what may be said, what was raised and promised;
    /// then what lies behind. Where nothing is known, nothing is said.
    pub(super) fn bilateral(&self) -> Made {
        self.by_state(|view, parts| {
            for part in IN_THE_ROOM {
                let lines = view.part(part).into_iter().flat_map(|one| &one.lines);
                let said = lines.map(|line| line.sentences.clone()).collect();
                parts.push((part.word(), heading(part), said));
                if part == BriefPart::Obstacles {
                    let others = self.messengers(view, IN_TOUCH);
                    parts.push(("messengers", "brief-messengers", others));
                }
            }
            parts.push(("across", "brief-across", across(view)));
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
        let named = |key| self.say(key).states("states", self.named([state]));
        let opening = named(opening(view));
        let opening = match view {
            Some(view) => opening.by_all(view.status.sources.iter().map(|one| one.entry)),
            None => opening.by(self.entry(self.under.file)),
        };
        parts.push(ReportPart {
            key: code.clone(),
            heading: named("report-part-state"),
            level: 1,
            of: of.clone(),
            begins_page: true,
            passages: vec![Passage {
                key: format!("{code}-opening"),
                form: PassageForm::Numbered,
                sentences: vec![opening.into()],
            }],
        });
        for (word, heading, said) in told.into_iter().filter(|(_, _, said)| !said.is_empty()) {
            let passages = said.into_iter().zip(0..).map(|(said, at)| Passage {
                key: format!("{code}-{word}-{at}"),
                form: PassageForm::Bullet,
                sentences: said.into_iter().map(Into::into).collect(),
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

    fn messengers(&self, view: &BriefView, most: usize) -> Vec<Vec<Sentence>> {
        let first = view.messengers.iter().take(most);
        let said = first.map(|one| {
            let named =
                Sentence::new("report-messenger").states("states", self.named([one.iso3]));
            std::iter::once(named)
                .chain(one.why.iter().cloned())
                .collect()
        });
        said.collect()
    }
}

/// A part before it is one: its word, its heading, its lines.
type Told = (&'static str, &'static str, Vec<Vec<Sentence>>);

/// Where the State stands, and so what there is to speak of.
fn opening(view: Option<&BriefView>) -> &'static str {
    match view.map(|view| view.status.standing) {
        Some(Standing::Party | Standing::Contracting) => "report-opening-in",
        Some(Standing::Signatory) => "report-opening-signatory",
        Some(Standing::Withdrawn) => "report-opening-left",
        Some(Standing::None) => "report-opening-outside",
        None => "report-opening-not-open",
    }
}

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
