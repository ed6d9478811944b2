//! `/approaches`: who approached whom for a treaty, newest first, as far as whoever asks may see it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Extension;
use axum::response::Response;
use jiff::ToSpan;
use ledger::Audience;
use ledger::body::NextStep;
use people::Deed;
use treaty::{ParticipantId, TreatyId};
use world::sheet::Tabular;
use world::view::{ApproachCounts, ApproachView, ApproachesView, SideView};
use world::{ApproachFilter, FollowUp};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::coded::{Coded, codes};
use crate::deeds::By;
use crate::door::{Names, TeamNames};
use crate::frame::{Frame, Nav};
use crate::page::changes;
use crate::problem::{Expected, Problem};

/// How many rows the page shows at a time.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "approaches.html")]
struct ApproachesPage<'v> {
    p: Frame,
    view: &'v ApproachesView,
    /// Whether anything was asked for but the whole.
    narrowed: bool,
    /// Whether what is seldom asked for was.
    more: bool,
    treaty: Option<TreatyId>,
    treaties: Vec<(TreatyId, String)>,
    /// What was given for the fields in which one types.
    given: BTreeMap<&'static str, String>,
    /// The fields in which one chooses, the first of them always in sight.
    choices: Vec<Choice>,
    follow_up: Option<String>,
    teams: TeamNames,
    /// Whether who asks may record one.
    records: bool,
}

/// A field in which one chooses.
struct Choice {
    name: &'static str,
    /// Its text.
    key: &'static str,
    options: Vec<Offered>,
}

/// What may be chosen.
struct Offered {
    code: String,
    said: String,
    count: Option<u32>,
    chosen: bool,
}

impl ApproachesPage<'_> {
    fn given(&self, name: &str) -> &str {
        self.given.get(name).map_or("", String::as_str)
    }

    fn is_forum(&self, code: &str) -> bool {
        self.given("forum") == code
    }

    /// A forum that has no name here.
    fn other_forum(&self) -> Option<&str> {
        let given = self.given("forum");
        (!given.is_empty() && !words::FORA.contains(&given)).then_some(given)
    }

    fn counts(&self) -> &ApproachCounts {
        &self.view.counts
    }
}

/// What is asked for, and what was given to ask it.
struct Wanted {
    filter: ApproachFilter,
    given: BTreeMap<&'static str, String>,
    follow_up: Option<String>,
}

const OWN: [&str; 17] = [
    "treaty",
    "state",
    "who",
    "whom",
    "kind",
    "outcome",
    "obstacle",
    "stage",
    "level",
    "channel",
    "forum",
    "from",
    "to",
    "follow_up",
    "q",
    "limit",
    "after",
];

/// `GET /approaches?treaty=ctbt&whom=NPL&follow_up=open`.
pub(crate) async fn show(
    by: Option<Extension<By>>,
    names: Option<Extension<Names>>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&OWN)?;
    let wanted = wanted(&asked)?;
    let mut found = asked.world.approaches(&wanted.filter);
    asked.cut_page(&mut found.rows, PAGE)?;
    let view = asked.world.approaches_view(found, asked.lang);
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let audiences = view.approaches.iter().map(|one| &one.audience);
            let teams = TeamNames::of(names.as_deref(), audiences).await?;
            html(
                &asked,
                &view,
                wanted,
                teams,
                by.is_some_and(|by| records(&by)),
            )
        }
    }
}

/// Whether somebody may record an approach for one of his teams.
pub(crate) fn records(by: &By) -> bool {
    let mut teams = by.seats.0.keys();
    by.token.is_none()
        && teams.any(|team| {
            let audience = Audience::Teams(vec![team.as_str().to_owned()]);
            by.may(Deed::Write, &audience).is_ok()
        })
}

fn html(
    asked: &Asked,
    view: &ApproachesView,
    wanted: Wanted,
    teams: TeamNames,
    records: bool,
) -> Result<Response, Problem> {
    let filter = &wanted.filter;
    let title = match filter.follow_up {
        None => "approaches-title",
        Some(FollowUp::Open | FollowUp::Due(_)) => "approaches-follow-up-title",
    };
    let seldom = [
        filter.by.is_some(),
        filter.to.is_some(),
        filter.obstacle.is_some(),
        filter.level.is_some(),
        filter.channel.is_some(),
        filter.forum.is_some(),
        filter.from.is_some() || filter.until.is_some(),
    ];
    asked.page(&ApproachesPage {
        p: asked
            .frame(Nav::Approaches, asked.words.text(title))
            .with_csv(),
        narrowed: *filter != ApproachFilter::default(),
        more: seldom.contains(&true),
        treaty: filter.treaty.clone(),
        treaties: changes::treaties(asked),
        choices: choices(asked, filter, &view.counts),
        given: wanted.given,
        follow_up: wanted.follow_up,
        teams,
        records,
        view,
    })
}

fn wanted(asked: &Asked) -> Result<Wanted, Problem> {
    let mut given = BTreeMap::new();
    let mut typed = |name| {
        let text = asked.params.one(name)?;
        given.extend(text.map(|text| (name, text.to_owned())));
        Ok::<_, Problem>(text)
    };
    let mut state = |name| typed(name)?.map(|text| asked.named_state(text)).transpose();
    let (with, by, to) = (state("state")?, state("who")?, state("whom")?);
    let forum = typed("forum")?.map(str::to_owned);
    let text = typed("q")?.map(str::to_owned);
    let (from, until) = (asked.day("from")?, asked.day("to")?);
    if let Some((from, until)) = from.zip(until).filter(|(from, until)| from > until) {
        return Err(Problem::Backwards {
            from: from.to_string(),
            to: until.to_string(),
        });
    }
    for (name, day) in [("from", from), ("to", until)] {
        given.extend(day.map(|day| (name, day.to_string())));
    }
    // Whoever typed a name reads the name; a code is said by it too.
    for (name, id) in [("state", with), ("who", by), ("whom", to)] {
        given.extend(id.map(|id| (name, called(asked, id))));
    }
    let law = asked.params.one("treaty")?;
    let law = law.map(|given| asked.named_treaty(given)).transpose()?;
    let follow_up = asked.params.one("follow_up")?;
    Ok(Wanted {
        filter: ApproachFilter {
            treaty: law.map(|law| law.id.clone()),
            state: with,
            by,
            to,
            kind: code(asked, "kind", codes::KINDS)?,
            outcome: code(asked, "outcome", codes::OUTCOMES)?,
            obstacle: code(asked, "obstacle", codes::OBSTACLES)?,
            stage: code(asked, "stage", codes::STAGES)?,
            level: code(asked, "level", codes::LEVELS)?,
            channel: code(asked, "channel", codes::CHANNELS)?,
            forum,
            from,
            until,
            follow_up: follow_up.map(|word| left(asked, word)).transpose()?,
            text,
        },
        given,
        follow_up: follow_up.map(str::to_owned),
    })
}

/// What is still to be done, or was to be done before the day.
fn left(asked: &Asked, word: &str) -> Result<FollowUp, Problem> {
    match word {
        "open" => Ok(FollowUp::Open),
        "overdue" => Ok(FollowUp::Due(
            asked.on.checked_sub(1.day()).unwrap_or(asked.on),
        )),
        _ => Err(Problem::bad(
            "follow_up",
            word,
            Expected::Code(codes::FOLLOW_UPS),
        )),
    }
}

fn code<C: Coded>(
    asked: &Asked,
    name: &'static str,
    codes: &'static [&'static str],
) -> Result<Option<C>, Problem> {
    let Some(given) = asked.params.one(name)? else {
        return Ok(None);
    };
    let known = codes.contains(&given).then(|| given.parse().ok()).flatten();
    let known = known.ok_or_else(|| Problem::bad(name, given, Expected::Code(codes)))?;
    Ok(Some(known))
}

fn called(asked: &Asked, id: ParticipantId) -> String {
    let participant = asked.world.participant(id);
    participant.map_or_else(
        || id.to_string(),
        |one| one.names.get(asked.lang).to_owned(),
    )
}

fn choices(asked: &Asked, filter: &ApproachFilter, counts: &ApproachCounts) -> Vec<Choice> {
    fn choice<C: Coded>(
        asked: &Asked,
        (name, key): (&'static str, &'static str),
        chosen: Option<C>,
        counts: Option<&BTreeMap<C, u32>>,
    ) -> Choice {
        // Of what was chosen the others have no count here.
        let counts = counts.filter(|_| chosen.is_none());
        let options = C::EVERY.iter().map(|&code| Offered {
            code: code.to_string(),
            said: code.said(asked.words).into_owned(),
            count: counts.and_then(|counts| counts.get(&code).copied()),
            chosen: chosen == Some(code),
        });
        Choice {
            name,
            key,
            options: options.collect(),
        }
    }
    vec![
        choice(
            asked,
            ("kind", "approach-kind"),
            filter.kind,
            Some(&counts.kinds),
        ),
        choice(
            asked,
            ("outcome", "approach-outcome"),
            filter.outcome,
            Some(&counts.outcomes),
        ),
        choice(
            asked,
            ("stage", "approach-stage"),
            filter.stage,
            Some(&counts.stages),
        ),
        choice(
            asked,
            ("obstacle", "approach-obstacle"),
            filter.obstacle,
            None,
        ),
        choice(asked, ("level", "approach-level"), filter.level, None),
        choice(asked, ("channel", "approach-channel"), filter.channel, None),
    ]
}

/// What pages say of approaches.
impl Frame {
    /// Who is on a side, by what they are called in public: States, organisations; a person where nothing
    /// else is known.
    pub(crate) fn side(&self, sides: &[SideView]) -> String {
        let one = |side: &SideView| match (&side.name, &side.of, &side.person) {
            (Some(name), Some(of), _) => format!("{name} ({of})"),
            (Some(name), None, _) | (None, Some(name), _) | (None, None, Some(name)) => {
                name.clone()
            }
            (None, None, None) => side
                .capacity
                .clone()
                .unwrap_or_else(|| self.t("approach-nobody").into_owned()),
        };
        sides.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    /// At which levels, each once.
    pub(crate) fn levels(&self, sides: &[SideView]) -> String {
        let mut levels: Vec<_> = sides.iter().filter_map(|side| side.level).collect();
        levels.sort_unstable();
        levels.dedup();
        let levels: Vec<_> = levels.iter().map(|level| self.code(level)).collect();
        levels.join(", ")
    }

    /// What is to be done first of what is still to be done.
    pub(crate) fn first_open<'v>(&self, view: &'v ApproachView) -> Option<&'v NextStep> {
        let open = world::open_steps(&view.approach);
        open.min_by_key(|step| (step.by.is_none(), world::due(step)))
    }

    /// Whether something was to be done before the day of the page.
    pub(crate) fn is_late(&self, step: &NextStep) -> bool {
        step.done.is_none() && world::due(step).is_some_and(|due| due < self.on)
    }
}
