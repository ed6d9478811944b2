//! `/curves`: the curves of several treaties, laid over each other.

use std::collections::BTreeSet;

use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::Date;
use picture::curve::{self, Along, CurveFrame, CurveSeries, Tally};
use picture::{Drawing, Picture};
use schemars::JsonSchema;
use serde::Serialize;
use treaty::Law;
use world::sheet::{Sheet, Tabular};
use world::view::{CurveView, HeadView};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::keys;
use crate::plate::Pair;
use crate::problem::{Expected, Problem};

/// More lines than these are no longer told apart.
const MOST: usize = 6;

#[derive(Template)]
#[template(path = "curves.html")]
struct CurvesPage {
    p: Frame,
    choices: Vec<Choice>,
    along: Along,
    counted: Tally,
    drawn: Option<Pair>,
    /// Choices worth a look, where nothing was chosen.
    offered: Vec<(String, String)>,
    rows: Vec<Row>,
}

impl CurvesPage {
    fn by_years(&self) -> bool {
        self.along == Along::Years
    }
}

/// A treaty that can be chosen.
struct Choice {
    treaty: String,
    short: String,
    title: String,
    chosen: bool,
}

/// A treaty's row in the table: its count on the day, and after so many years.
struct Row {
    treaty: String,
    short: String,
    opened: Option<Date>,
    count: u32,
    after: Vec<Option<u32>>,
}

/// After how many years from its opening the table tells a treaty's count.
const YEARS: [u32; 5] = [1, 2, 5, 10, 20];

/// Several curves.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct CurvesView {
    /// The legal day.
    on: Date,
    /// The moment of knowledge.
    known: Timestamp,
    /// The head behind the answer.
    head: HeadView,
    /// The treaties asked for, in their order.
    treaties: Vec<OneCurve>,
}

/// One of several curves.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct OneCurve {
    /// Its short name.
    short: String,
    /// When it was opened for signature.
    opened: Option<Date>,
    #[serde(flatten)]
    curve: CurveView,
}

/// `GET /curves?treaties=apmbc,ccm&by=years&count=parties`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&["treaties", "by", "count"])?;
    let laws = chosen(&asked)?;
    let along = along(&asked)?;
    let counted = match asked.params.one("count")? {
        None => Tally::default(),
        Some(word) => {
            keys::tally(word).ok_or_else(|| Problem::bad("count", word, Expected::Tally))?
        }
    };
    let curves = laws.iter().map(|law| OneCurve {
        short: law.short.clone(),
        opened: law.opened.as_ref().map(|occasion| occasion.on),
        curve: asked.world.curve(&law.id).unwrap_or(CurveView {
            treaty: law.id.clone(),
            points: Vec::new(),
        }),
    });
    let view = CurvesView {
        on: asked.on,
        known: asked.world.known(),
        head: asked.world.head(),
        treaties: curves.collect(),
    };
    let file = || asked.laid(&asked.apart("curves"), &view, along, counted, curve::WIDE);
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&sheet(&view))),
        Form::Svg => Ok(asked.svg(&file())),
        Form::Png => asked.png(&file()).await,
        Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let title = asked.words.text("overlay-title");
            let mut p = asked.frame(Nav::Treaties, title).with_csv();
            p.scripts = vec!["swap.js"];
            let leads = p.leads(None);
            let drawn = (!laws.is_empty()).then(|| Pair {
                wide: asked.laid(&leads.drawing("curves"), &view, along, counted, curve::WIDE),
                narrow: asked.laid(
                    &leads.drawing("slim"),
                    &view,
                    along,
                    counted,
                    curve::NARROW,
                ),
            });
            asked.page(&CurvesPage {
                choices: choices(&asked, &laws),
                along,
                counted,
                drawn,
                offered: offered(&asked),
                rows: view
                    .treaties
                    .iter()
                    .map(|one| row(one, counted, asked.on))
                    .collect(),
                p,
            })
        }
    }
}

/// The treaties asked for: `treaties=ccm,apmbc`, or the parameter again and again.
fn chosen(asked: &Asked) -> Result<Vec<&Law>, Problem> {
    let mut seen = BTreeSet::new();
    let mut laws = Vec::new();
    let given = asked.params.all("treaties").flat_map(|all| all.split(','));
    for name in given.map(str::trim).filter(|name| !name.is_empty()) {
        let law = asked.world.treaty(name);
        let Some(law) = law else {
            return asked.treaty(name).map(|law| vec![law]);
        };
        if seen.insert(&law.id) {
            laws.push(law);
        }
    }
    match laws.get(MOST) {
        None => Ok(laws),
        Some(over) => Err(Problem::bad(
            "treaties",
            over.id.as_str(),
            Expected::Treaties,
        )),
    }
}

fn along(asked: &Asked) -> Result<Along, Problem> {
    match asked.params.one("by")? {
        None | Some("date") => Ok(Along::Date),
        Some("years") => Ok(Along::Years),
        Some(other) => Err(Problem::bad("by", other, Expected::Along)),
    }
}

impl Asked {
    /// The curves, over each other.
    fn laid(
        &self,
        drawing: &Drawing<'_>,
        view: &CurvesView,
        along: Along,
        tally: Tally,
        width: u32,
    ) -> Picture {
        let series: Vec<_> = view
            .treaties
            .iter()
            .map(|one| CurveSeries {
                treaty: &one.curve.treaty,
                short: &one.short,
                curve: &one.curve,
                opened: one.opened,
            })
            .collect();
        let firsts = view.treaties.iter().flat_map(|one| {
            let first = one.curve.points.first().map(|point| point.on);
            first.into_iter().chain(one.opened)
        });
        let to = self.today.max(self.on);
        let names: Vec<_> = view.treaties.iter().map(|one| one.short.as_str()).collect();
        let names = names.join(", ");
        let frame = CurveFrame {
            width,
            along,
            tally,
            ..CurveFrame::new(&names, firsts.min().unwrap_or(to), to, self.on)
        };
        self.noted_of_many(curve::several(drawing, &series, &frame))
    }
}

/// Treaties of one kind side by side, as far as they are on record.
fn offered(asked: &Asked) -> Vec<(String, String)> {
    const TOGETHER: [&[&str]; 2] = [
        &["apmbc", "ccm", "att", "tpnw"],
        &["npt", "bwc", "cwc", "ctbt"],
    ];
    let offer = |ids: &[&str]| {
        let laws: Option<Vec<_>> = ids.iter().map(|id| asked.world.treaty(id)).collect();
        let names: Vec<_> = laws?.iter().map(|law| law.short.clone()).collect();
        Some((ids.join(","), names.join(", ")))
    };
    TOGETHER.into_iter().filter_map(offer).collect()
}

fn choices(asked: &Asked, laws: &[&Law]) -> Vec<Choice> {
    let all = asked.world.treaties().into_iter().map(|law| Choice {
        treaty: law.id.to_string(),
        short: law.short.clone(),
        title: law.title.get(asked.lang).to_owned(),
        chosen: laws.iter().any(|chosen| chosen.id == law.id),
    });
    all.collect()
}

fn row(one: &OneCurve, counted: Tally, on: Date) -> Row {
    let count = |day: Date| {
        let upto = one.curve.points.partition_point(|point| point.on <= day);
        one.curve.points[..upto]
            .last()
            .map_or(0, |point| counted.of(&point.counts))
    };
    let after = |years: u32| {
        let span = jiff::Span::new().years(i64::from(years));
        let day = one.opened?.checked_add(span).ok()?;
        (day <= on).then(|| count(day))
    };
    Row {
        treaty: one.curve.treaty.to_string(),
        short: one.short.clone(),
        opened: one.opened,
        count: count(on),
        after: YEARS.into_iter().map(after).collect(),
    }
}

fn sheet(view: &CurvesView) -> Sheet {
    let mut sheets = view.treaties.iter().map(|one| one.curve.sheet());
    let mut all = sheets.next().unwrap_or_else(|| {
        let none = CurveView {
            treaty: "none".parse().expect("a treaty id"),
            points: Vec::new(),
        };
        none.sheet()
    });
    for row in sheets.flat_map(|sheet| sheet.rows().to_vec()) {
        all.row(row);
    }
    all
}
