//! The form as data: groups of fields, each with its label, what stands in it and what is wrong with it.
//! One template draws them all, for the form, its short sister and the page that browsers keep.

use std::borrow::Cow;

use ledger::Tlp;
use ledger::body::ApproachState;
use ledger::body::vocabulary::{
    ActedAs, ApproachKind, Channel, Level, Obstacle, Outcome, Support, Theme,
};
use words::{List, Words};
use world::World;

use super::names::{BY, NEXT, PAPER, SideNames, TO};
use super::read::{self, Slip};
use crate::coded::Coded;
use crate::door::form::Fields;

/// A field.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) id: String,
    pub(super) label: String,
    /// How it is filled in.
    pub(super) note: Option<Cow<'static, str>>,
    pub(super) how: How,
    pub(super) value: String,
    /// What is wrong with it.
    pub(super) slip: Option<String>,
    /// It was filled from the text that somebody gave.
    pub(super) from_text: bool,
}

/// In which way something is filled in.
pub(super) enum How {
    /// In a line; with what is offered under this id.
    Line(Option<&'static str>),
    /// A day, of which a part may be known.
    Day,
    /// In a box.
    Box,
    /// One of these.
    One(Vec<Choice>),
    /// Any of these.
    Any(Vec<Choice>),
    /// Carried along unseen.
    Hidden,
}

/// Something that can be chosen.
pub(super) struct Choice {
    pub(super) code: String,
    pub(super) text: String,
    pub(super) chosen: bool,
}

/// Fields that belong together.
pub(super) struct Group {
    pub(super) title: String,
    pub(super) open: bool,
    pub(super) fields: Vec<Field>,
}

/// What is offered to whoever types.
pub(super) struct Offered {
    pub(super) states: Vec<String>,
    /// Forums, by their codes and words.
    pub(super) forums: Vec<(&'static str, String)>,
    pub(super) meetings: Vec<String>,
}

/// The form.
pub(super) struct Sheet {
    /// What is asked first.
    pub(super) first: Vec<Field>,
    pub(super) groups: Vec<Group>,
    pub(super) offered: Offered,
}

/// What the form is made of.
pub(super) struct Making<'a> {
    pub(super) world: &'a World,
    pub(super) words: &'static Words,
    pub(super) fields: &'a Fields,
    pub(super) slips: &'a [Slip],
    /// Fields that were filled from a text.
    pub(super) from_text: &'a [&'static str],
    /// Who may see it: what can be chosen. Nothing: that is not asked.
    pub(super) circles: &'a [(String, String)],
}

/// Forums that have a word; any other may be written.
const FORUMS: [&str; 12] = [
    "unga_first_committee",
    "unga_high_level_week",
    "unsc",
    "cd",
    "npt_prepcom",
    "npt_revcon",
    "artxiv_conference",
    "ctbto_prepcom",
    "msp",
    "revcon",
    "intersessional",
    "coordination_committee",
];

impl Making<'_> {
    fn t(&self, key: &str) -> String {
        self.words.text(key).into_owned()
    }

    /// The whole form.
    pub(super) fn whole(&self) -> Sheet {
        let mut groups = vec![
            self.group("rec-group-who", self.who_exactly()),
            self.group("rec-group-where", self.place()),
            self.group("rec-group-said", self.said()),
            self.group("rec-group-came", self.came()),
            self.group("rec-group-next", self.later_steps()),
            self.group("rec-group-papers", self.papers()),
        ];
        if !self.circles.is_empty() {
            groups.push(self.seen_by());
        }
        Sheet {
            first: self.first(),
            groups,
            offered: self.offered(),
        }
    }

    /// What came of it, alone.
    pub(super) fn outcome(&self) -> Sheet {
        let mut first = vec![
            self.one::<ApproachState>("state", "rec-state", false),
            self.day("day", 0, self.t("rec-day")),
            self.one::<Outcome>("outcome", "rec-outcome", true),
            self.field("answer", 0, self.t("rec-answer"), How::Box),
        ];
        first.extend(self.step(0, None));
        let mut more = self.came();
        more.extend(self.later_steps());
        Sheet {
            first,
            groups: vec![self.group("rec-group-came", more)],
            offered: Offered {
                states: Vec::new(),
                forums: Vec::new(),
                meetings: Vec::new(),
            },
        }
    }

    fn offered(&self) -> Offered {
        let lang = self.words.lang();
        let all = self.world.participants().into_iter();
        let mut states: Vec<_> = all.map(|one| one.names.get(lang).to_owned()).collect();
        states.sort();
        let forum = |code| {
            let word = self.words.code(List::Forum, &code);
            (code, word.into_owned())
        };
        let treaty = self.world.treaty(self.fields.get("treaty"));
        let mut meetings = Vec::new();
        if let Some(law) = treaty {
            let view = self
                .world
                .meetings(Some(&law.id), jiff::civil::Date::MIN, lang);
            let all = view.past.iter().chain(&view.coming);
            meetings.extend(all.map(|met| match &met.number {
                Some(number) => format!("{} {number}", met.kind),
                None => met.kind.clone(),
            }));
        }
        Offered {
            states,
            forums: FORUMS.into_iter().map(forum).collect(),
            meetings,
        }
    }

    fn first(&self) -> Vec<Field> {
        let mut fields = vec![
            self.treaty(),
            self.line(TO.who, 0, self.t("rec-to"), Some("states")),
            self.level(TO.level, 0, self.t("rec-to-level")),
            self.one::<ApproachKind>("kind", "rec-kind", true),
            self.one::<ApproachState>("state", "rec-state", false),
            self.day("day", 0, self.t("rec-day")),
            self.line(BY.who, 0, self.t("rec-by"), Some("states")),
            self.level(BY.level, 0, self.t("rec-by-level")),
            self.one::<Channel>("channel", "rec-channel", true),
            self.one::<Outcome>("outcome", "rec-outcome", true),
        ];
        fields.extend(self.step(0, None));
        fields
    }

    fn who_exactly(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        let to = self.t("rec-whom");
        let by = self.t("rec-who");
        for (names, called) in [(&TO, to), (&BY, by)] {
            // One row more than there is, so that somebody can be added.
            for at in 0..=self.rows(&names.all()).max(1) {
                fields.extend(self.side(names, at, &called));
            }
        }
        fields.push(self.one::<ActedAs>("acted-as", "rec-acted-as", true));
        let short = |law: &treaty::Law| (law.id.to_string(), law.short.clone());
        let treaties = self.world.treaties().into_iter().map(short);
        let first = self.fields.get("treaty");
        let others = treaties.filter(|(id, _)| id != first);
        fields.push(self.any("more-treaty", "rec-more-treaty", others));
        fields
    }

    fn rows(&self, names: &[&str]) -> usize {
        read::rows(self.fields, names).min(read::ROWS)
    }

    fn side(&self, names: &SideNames, at: usize, called: &str) -> Vec<Field> {
        let label = |key: &str| {
            let what = self.t(key);
            let n = at + 1;
            format!("{called} {n}{}{what}", self.words.colon())
        };
        let mut fields = Vec::new();
        if at > 0 {
            fields.push(self.line(names.who, at, label("rec-side-state"), Some("states")));
        }
        fields.push(self.line(names.of, at, label("rec-side-of"), None));
        fields.push(self.line(names.person, at, label("rec-side-person"), None));
        fields.push(self.line(names.capacity, at, label("rec-side-capacity"), None));
        if at > 0 {
            fields.push(self.level(names.level, at, label("rec-side-level")));
        }
        fields
    }

    fn place(&self) -> Vec<Field> {
        vec![
            self.line("place", 0, self.t("rec-place"), None),
            self.line("forum", 0, self.t("rec-forum"), Some("forums")),
            self.line("meeting", 0, self.t("rec-meeting"), Some("meetings")),
            self.day("until", 0, self.t("rec-until")),
        ]
    }

    fn said(&self) -> Vec<Field> {
        vec![
            self.codes::<Theme>("theme", "rec-theme"),
            self.field("points", 0, self.t("rec-points"), How::Box),
            self.field("answer", 0, self.t("rec-answer"), How::Box),
        ]
    }

    fn came(&self) -> Vec<Field> {
        vec![
            self.codes::<Outcome>("more-outcome", "rec-more-outcome"),
            self.codes::<Obstacle>("obstacle", "rec-obstacle"),
            self.codes::<Support>("asked", "rec-asked"),
            self.codes::<Support>("offered", "rec-offered"),
        ]
    }

    /// The steps after the first, and room for one more.
    fn later_steps(&self) -> Vec<Field> {
        let last = self.rows(&NEXT).max(1);
        let steps = (1..=last).flat_map(|at| self.step(at, Some(at + 1)));
        steps.collect()
    }

    fn step(&self, at: usize, n: Option<usize>) -> Vec<Field> {
        let [what, owner, by, done] = NEXT;
        let label = |key: &str| match n {
            Some(n) => format!("{} ({n})", self.t(key)),
            None => self.t(key),
        };
        vec![
            self.line(what, at, label("rec-next-what"), None),
            self.day(by, at, label("rec-next-by")),
            self.line(owner, at, label("rec-next-owner"), None),
            self.field(done, at, String::new(), How::Hidden),
        ]
    }

    fn papers(&self) -> Vec<Field> {
        let [title, url, sha256] = PAPER;
        let mut fields = Vec::new();
        for at in 0..=self.rows(&PAPER) {
            let n = at + 1;
            let label = |key: &str| format!("{} ({n})", self.t(key));
            fields.push(self.line(title, at, label("rec-paper-title"), None));
            fields.push(self.line(url, at, label("rec-paper-url"), None));
            fields.push(self.field(sha256, at, String::new(), How::Hidden));
        }
        fields.push(self.field("note", 0, self.t("rec-note"), How::Box));
        fields
    }

    fn seen_by(&self) -> Group {
        let chosen: Vec<_> = self.fields.all("seen-by").collect();
        let called = self
            .circles
            .iter()
            .filter(|(id, _)| chosen.contains(&id.as_str()));
        let called: Vec<_> = called.map(|(_, name)| name.as_str()).collect();
        let called = called.join(", ");
        let title = self
            .words
            .text_with("rec-group-seen", &[("what", (&called).into())]);
        let label = |code: &Tlp| Choice {
            code: code.as_str().to_owned(),
            text: format!("TLP:{}", code.as_str()),
            chosen: self.fields.get("label") == code.as_str(),
        };
        let mut labels = vec![self.none("label")];
        labels.extend(Tlp::ALL.iter().map(label));
        let fields = vec![
            self.any("seen-by", "rec-seen-by", self.circles.iter().cloned()),
            self.field("label", 0, self.t("rec-label"), How::One(labels)),
        ];
        let wrong = fields.iter().any(|field| field.slip.is_some());
        Group {
            title,
            open: wrong || chosen.len() != 1 || !self.fields.get("label").is_empty(),
            fields,
        }
    }

    fn group(&self, key: &str, fields: Vec<Field>) -> Group {
        let says = |field: &Field| {
            let any = match &field.how {
                How::Any(choices) => choices.iter().any(|choice| choice.chosen),
                How::Line(_) | How::Day | How::Box | How::One(_) => !field.value.is_empty(),
                How::Hidden => false,
            };
            any || field.slip.is_some()
        };
        Group {
            title: self.t(key),
            open: fields.iter().any(says),
            fields,
        }
    }
}

/// Single fields.
impl Making<'_> {
    fn field(&self, name: &'static str, at: usize, label: String, how: How) -> Field {
        let slips = self.slips.iter();
        let mut slips = slips.filter(|slip| slip.field == name && slip.at == at);
        Field {
            name,
            id: id_of(name, at),
            label,
            note: None,
            how,
            value: self.fields.nth(name, at).to_owned(),
            slip: slips.next().map(|slip| slip.told.clone()),
            from_text: at == 0
                && self.from_text.contains(&name)
                && !self.fields.nth(name, 0).is_empty(),
        }
    }

    fn line(
        &self,
        name: &'static str,
        at: usize,
        label: String,
        list: Option<&'static str>,
    ) -> Field {
        self.field(name, at, label, How::Line(list))
    }

    fn day(&self, name: &'static str, at: usize, label: String) -> Field {
        Field {
            note: Some(self.words.text("rec-day-how")),
            ..self.field(name, at, label, How::Day)
        }
    }

    fn level(&self, name: &'static str, at: usize, label: String) -> Field {
        let choices = self.choices::<Level>(name, at);
        self.field(name, at, label, How::One(choices))
    }

    fn one<C: Coded>(&self, name: &'static str, key: &str, may_be_none: bool) -> Field {
        let mut choices = self.choices::<C>(name, 0);
        if !may_be_none {
            choices.remove(0);
        }
        self.field(name, 0, self.t(key), How::One(choices))
    }

    /// Every word of a list, and none of them.
    fn choices<C: Coded>(&self, name: &str, at: usize) -> Vec<Choice> {
        let value = self.fields.nth(name, at);
        let one = |code: &C| {
            let (written, text) = (code.to_string(), code.said(self.words));
            Choice {
                chosen: written == value,
                code: written,
                text: text.into_owned(),
            }
        };
        let mut choices = vec![self.none(name)];
        choices.extend(C::EVERY.iter().map(one));
        choices
    }

    fn none(&self, name: &str) -> Choice {
        let key = if name == "label" {
            "release-no-label"
        } else {
            "rec-not-said"
        };
        Choice {
            code: String::new(),
            text: self.t(key),
            chosen: false,
        }
    }

    fn codes<C: Coded>(&self, name: &'static str, key: &str) -> Field {
        let all = C::EVERY.iter();
        let all = all.map(|code| (code.to_string(), code.said(self.words).into_owned()));
        self.any(name, key, all)
    }

    fn any(
        &self,
        name: &'static str,
        key: &str,
        all: impl Iterator<Item = (String, String)>,
    ) -> Field {
        let choices = all.map(|(code, text)| Choice {
            chosen: self.fields.all(name).any(|given| given == code),
            code,
            text,
        });
        let choices = choices.collect();
        self.field(name, 0, self.t(key), How::Any(choices))
    }

    fn treaty(&self) -> Field {
        let given = self.fields.get("treaty");
        let meant = self.world.treaty(given).map(|law| law.id.to_string());
        let mut choices = vec![self.none("treaty")];
        choices.extend(self.world.treaties().into_iter().map(|law| Choice {
            code: law.id.to_string(),
            text: law.short.clone(),
            chosen: meant.as_deref() == Some(law.id.as_str()),
        }));
        self.field("treaty", 0, self.t("rec-treaty"), How::One(choices))
    }
}

/// The id of a field in the page: where the summary of what is wrong leads.
pub(super) fn id_of(name: &str, at: usize) -> String {
    match at {
        0 => format!("f-{name}"),
        at => format!("f-{name}-{}", at + 1),
    }
}
