//! `/treaties/{id}`: a treaty on a day.

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use picture::Picture;
use treaty::{Law, TreatyId};
use world::World;
use world::sheet::Tabular;
use world::view::{
    ActView, ForceView, GroupSort, LawView, ParticipantStatus, Reconciled, Standing, StatusView,
};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::condition;
use crate::drawn::Told;
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::page::force::{self, Tile};
use crate::page::members;
use crate::path::Path;
use crate::plate::Pair;
use crate::problem::{Expected, Problem};

/// How many acts the page shows before it sends to the page with all of them.
const LATEST: usize = 12;

#[derive(Template)]
#[template(path = "treaty.html")]
struct TreatyPage<'v> {
    p: Frame,
    treaty: &'v TreatyId,
    view: &'v StatusView,
    law: &'v LawView<'v>,
    force: Option<ForceView>,
    force_sentence: String,
    condition: Option<String>,
    board: Vec<Tile>,
    when: Date,
    open_reasons: bool,
    lede: String,
    sentence: String,
    figures: Vec<Figure>,
    shown: Shown,
    pictures: Pictures,
    tally: [(Standing, usize); 5],
    group: Option<String>,
    /// Whether the lists hold some alone: those of a group, or one State.
    narrowed: bool,
    group_names: Vec<&'v str>,
    rows: Vec<&'v ParticipantStatus>,
    sections: Vec<Section<'v>>,
    latest: &'v [ActView],
    on_record: usize,
    reconciled: Vec<Reconciled>,
    /// Whether the reader may see an approach for it.
    approached: bool,
    /// How many documents and statements under it are in the library.
    shelved: usize,
}

impl TreatyPage<'_> {
    /// What the key of the tiles says of a standing.
    fn in_key(&self, standing: &Standing) -> String {
        let args = [
            ("many", self.p.many(standing).into()),
            ("letter", self.p.letter(standing).into()),
        ];
        self.p.with("tiles-key", &args)
    }
}

/// As what the standing is shown: three ways of equal worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Map,
    Tiles,
    Table,
}

impl Shown {
    /// In the order of the switch, with the word of the address, the text and the key.
    const ALL: [(Shown, &'static str, &'static str, &'static str); 3] = [
        (Shown::Map, "map", "view-map", "1"),
        (Shown::Tiles, "tiles", "view-tiles", "2"),
        (Shown::Table, "table", "view-table", "3"),
    ];

    fn asked(asked: &Asked) -> Result<Shown, Problem> {
        let Some(word) = asked.params.one("view")? else {
            return Ok(Shown::Map);
        };
        Shown::ALL
            .into_iter()
            .find(|(_, own, _, _)| *own == word)
            .map(|(shown, ..)| shown)
            .ok_or_else(|| Problem::bad("view", word, Expected::View))
    }
}

/// Where everybody stands: drawn, or nothing where the table tells it.
enum Standings {
    Map(Picture),
    Tiles(Pair),
    Table,
}

/// The pictures of the page, drawn of everybody, whatever the lists are narrowed to.
struct Pictures {
    standing: Standings,
    curve: Option<Pair>,
    groups: Picture,
}

/// A count at the head of the page.
struct Figure {
    key: &'static str,
    word: &'static str,
    count: u32,
}

/// Everybody with the same standing.
pub(crate) struct Section<'v> {
    pub(crate) standing: Standing,
    pub(crate) rows: Vec<&'v ParticipantStatus>,
    /// Whether a day of entry into force is known for anyone of them.
    pub(crate) bound: bool,
}

/// `GET /treaties/ctbt?on=2023-09-22&group=un-african&view=tiles`.
pub(crate) async fn show(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["group", "state", "view"])?;
    let law = asked.treaty(&treaty)?;
    let shown = Shown::asked(&asked)?;
    let status = match asked.form {
        Form::Html => World::status_in_brief,
        Form::Json
        | Form::Csv
        | Form::Svg
        | Form::Png
        | Form::Atom
        | Form::Ics
        | Form::Paper(_) => World::status,
    };
    let mut view =
        status(&asked.world, &law.id, asked.on, asked.lang).ok_or(Problem::NoSuchPage)?;
    let group = asked.params.one("group")?.map(str::to_owned);
    let members = group.as_deref().map(|name| asked.group(name)).transpose()?;
    let state = asked.params.one("state")?;
    let state = state.map(|given| asked.named_state(given)).transpose()?;
    let narrowed = group.is_some() || state.is_some();
    let kept = |row: &ParticipantStatus| {
        members.as_ref().is_none_or(|of| of.contains(&row.iso3))
            && state.is_none_or(|id| row.iso3 == id)
    };
    match asked.form {
        Form::Json => {
            view.participants.retain(kept);
            asked.json(&view)
        }
        Form::Csv => {
            view.participants.retain(kept);
            Ok(asked.csv(&view.sheet()))
        }
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => match group.as_deref().filter(|_| asked.is_published()) {
            Some(group) => members::page(&asked, &view, group, &kept),
            None => html(&asked, law, &view, shown, group, narrowed, &kept),
        },
    }
}

fn html(
    asked: &Asked,
    law: &Law,
    view: &StatusView,
    shown: Shown,
    group: Option<String>,
    narrowed: bool,
    kept: &dyn Fn(&ParticipantStatus) -> bool,
) -> Result<Response, Problem> {
    let law_view = asked
        .world
        .law_view_latest(&view.treaty, asked.lang, LATEST)
        .ok_or(Problem::NoSuchPage)?;
    let force = asked.world.force(&view.treaty, asked.on, &[], asked.lang);
    let told = asked.told(law);
    let mut p = asked
        .frame(Nav::Treaties, view.title.clone())
        .with_csv()
        .with_feed(format!("/treaties/{}/feed", view.treaty));
    p.called.clone_from(&view.called);
    p.scripts = vec!["swap.js", "day.js", "force.js"];
    p.days = told.iter().flat_map(|told| told.days(&p)).collect();
    let rows: Vec<_> = view.participants.iter().filter(|row| kept(row)).collect();
    asked.page(&TreatyPage {
        treaty: &view.treaty,
        lede: lede(&p, view),
        sentence: sentence(&p, view),
        figures: figures(view),
        condition: condition::in_words(&p, law),
        force_sentence: force
            .as_ref()
            .map(|view| force::sentence(&p, view))
            .unwrap_or_default(),
        board: force
            .as_ref()
            .map(|f| force::board(f, f))
            .unwrap_or_default(),
        when: asked.on,
        open_reasons: false,
        shown,
        pictures: pictures(asked, &p, view, told.as_ref(), shown)?,
        tally: keys::STANDINGS.map(|standing| {
            let rows = view.participants.iter();
            (
                standing,
                rows.filter(|row| row.standing == standing).count(),
            )
        }),
        narrowed,
        group_names: asked.world.group_names().collect(),
        group,
        sections: sections(&rows),
        rows,
        latest: &law_view.acts,
        on_record: asked.world.acts_on_record(&view.treaty).unwrap_or_default(),
        reconciled: asked.world.reconcile(Some(&view.treaty)).reconciled,
        approached: asked.world.is_approached_for(&view.treaty),
        shelved: asked.world.shelved_under(&view.treaty),
        p,
        view,
        law: &law_view,
        force,
    })
}

fn pictures(
    asked: &Asked,
    p: &Frame,
    view: &StatusView,
    told: Option<&Told>,
    shown: Shown,
) -> Result<Pictures, Problem> {
    let leads = p.leads(Some(&view.treaty));
    let groups = asked
        .world
        .groups_under(&view.treaty, asked.on)
        .ok_or(Problem::NoSuchPage)?;
    let regional = groups.groups.iter();
    let regional: Vec<_> = regional
        .filter(|row| row.sort == GroupSort::Regional)
        .collect();
    let group =
        |name: &str| (!p.published).then(|| format!("{}#who", p.with_own("group", name)));
    Ok(Pictures {
        standing: match shown {
            Shown::Map => Standings::Map(asked.map(&leads.drawing("map"), view)),
            Shown::Tiles => Standings::Tiles(asked.both_tiles(
                &leads.drawing("tiles"),
                &leads.drawing("few"),
                view,
            )),
            Shown::Table => Standings::Table,
        },
        curve: told
            .map(|told| asked.curves(&leads.drawing("curve"), &leads.drawing("slim"), told)),
        groups: asked.bars(
            &leads.drawing("groups"),
            &regional,
            view,
            picture::curve::NARROW,
            &group,
        ),
    })
}

fn lede(p: &Frame, view: &StatusView) -> String {
    let on = ("on", p.long(&view.on).into());
    let past = view.on < p.today;
    match (view.in_force, view.entered_into_force) {
        (true, Some(since)) => {
            let key = if past {
                "lede-was-in-force"
            } else {
                "lede-in-force"
            };
            p.with(key, &[on, ("since", p.long(&since).into())])
        }
        (true, None) => p.with("lede-in-force-unknown", &[on]),
        (false, _) if past => p.with("lede-was-not-in-force", &[on]),
        (false, _) => p.with("lede-not-in-force", &[on]),
    }
}

/// The sentence one writes into a statement.
fn sentence(p: &Frame, view: &StatusView) -> String {
    let counts = view.counts;
    let ratifying = view.called.get(&Standing::Contracting);
    let args = [
        ("on", p.long(&view.on).into()),
        ("short", (&view.short).into()),
        (
            "called",
            ratifying.map_or("", |term| term.many.as_str()).into(),
        ),
        ("parties", counts.parties.into()),
        ("consents", counts.consents.into()),
        ("signatures", counts.signatures.into()),
        ("signatories", counts.signatories_only.into()),
    ];
    p.with(
        match (view.in_force, ratifying) {
            (true, _) => "sentence-in-force",
            (false, None) => "sentence-not-in-force",
            (false, Some(_)) => "sentence-not-in-force-called",
        },
        &args,
    )
}

fn figures(view: &StatusView) -> Vec<Figure> {
    let counts = view.counts;
    let figure = |key, word, count| Figure { key, word, count };
    let mut figures = vec![
        figure("count-signatures", "signatures", counts.signatures),
        figure("count-consents", "consents", counts.consents),
        figure("count-parties", "parties", counts.parties),
        figure(
            "count-signatories-only",
            "signatories_only",
            counts.signatories_only,
        ),
    ];
    if counts.withdrawn > 0 {
        figures.push(figure("count-withdrawn", "withdrawn", counts.withdrawn));
    }
    figures
}

pub(crate) fn sections<'v>(rows: &[&'v ParticipantStatus]) -> Vec<Section<'v>> {
    let section = |standing: &Standing| {
        let rows = rows.iter().filter(|row| row.standing == *standing);
        Section {
            standing: *standing,
            bound: rows.clone().any(|row| row.in_force.is_some()),
            rows: rows.copied().collect(),
        }
    };
    keys::STANDINGS
        .iter()
        .map(section)
        .filter(|section| !section.rows.is_empty())
        .collect()
}
