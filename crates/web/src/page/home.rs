//! `/`: the field on a day.

use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use picture::curve::{self, CurveFrame, CurveSeries};
use picture::{Drawing, Picture, multiples};
use world::view::{CurveView, DutyStanding, FieldView, MeetingView, YearlyDeadline};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::frame::{Frame, Nav};
use crate::page::changes::a_year_before;
use crate::page::treaties::{self, Bars};
use crate::plate::Pair;
use crate::problem::Problem;

/// How many acts, meetings and deadlines stand on the first page; each list leads to all.
const FEW: usize = 6;

/// From when the small curves are drawn. Of the two older treaties they begin with what had come
/// together by then.
const FROM: Date = Date::constant(1960, 1, 1);

/// The width of the small curves where there is room for six beside each other.
const BROAD: u32 = 1088;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'v> {
    p: Frame,
    view: &'v FieldView,
    treaties: &'v [world::view::FieldTreaty],
    in_force: usize,
    acts: usize,
    deadlines: Vec<Deadline<'v>>,
    meetings: Vec<MeetingView>,
    /// The last meetings, where none is coming.
    held: Vec<MeetingView>,
    growth: Pair,
}

/// What falls due next: for one, or every year for many.
enum Deadline<'v> {
    Once(&'v DutyStanding),
    Yearly(&'v YearlyDeadline),
}

/// The deadlines of both kinds, by day.
fn deadlines(view: &FieldView) -> Vec<Deadline<'_>> {
    let once = view
        .next_duties
        .iter()
        .map(|duty| (duty.due, Deadline::Once(duty)));
    let yearly = view.next_yearly.iter();
    let yearly = yearly.map(|duty| (Some(duty.due), Deadline::Yearly(duty)));
    let mut all: Vec<_> = once.chain(yearly).collect();
    all.sort_by_key(|(due, _)| *due);
    all.into_iter().map(|(_, deadline)| deadline).collect()
}

impl Bars for HomePage<'_> {
    fn frame(&self) -> &Frame {
        &self.p
    }
}

/// `GET /?on=2020-10-24`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&[])?;
    let view = asked.world.field(asked.on, asked.lang);
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&treaties::table(&view.treaties))),
        Form::Svg => Ok(asked.svg(&asked.growth(&asked.apart("growth"), BROAD))),
        Form::Png => {
            let drawn = asked.growth(&asked.apart("growth"), BROAD);
            asked.png(&drawn).await
        }
        Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => html(&asked, &view),
    }
}

fn html(asked: &Asked, view: &FieldView) -> Result<Response, Problem> {
    let mut p = asked
        .frame(Nav::Home, asked.words.text("home-title"))
        .with_csv();
    p.scripts = vec!["swap.js", "years.js"];
    let from = a_year_before(asked.on);
    let changes = asked.world.changes(None, from, asked.on, asked.lang);
    let mut meetings = asked.world.meetings(None, asked.on, asked.lang);
    meetings.coming.truncate(FEW);
    meetings.past.truncate(FEW / 2);
    let mut deadlines = deadlines(view);
    deadlines.truncate(FEW);
    let leads = p.leads(None);
    asked.page(&HomePage {
        growth: Pair {
            wide: asked.growth(&leads.drawing("growth"), BROAD),
            narrow: asked.growth(&leads.drawing("slim"), curve::NARROW),
        },
        treaties: &view.treaties,
        in_force: view.treaties.iter().filter(|row| row.in_force).count(),
        acts: changes.acts.len(),
        deadlines,
        meetings: meetings.coming,
        held: meetings.past,
        view,
        p,
    })
}

impl HomePage<'_> {
    /// The latest few acts.
    fn latest(&self) -> &[world::view::Change] {
        let latest = &self.view.latest;
        latest.get(..FEW).unwrap_or(latest)
    }
}

impl Asked {
    /// How the consents to each treaty grew.
    fn growth(&self, drawing: &Drawing<'_>, width: u32) -> Picture {
        let laws = self.world.treaties();
        let curves: Vec<CurveView> = laws
            .iter()
            .filter_map(|law| self.world.curve(&law.id))
            .collect();
        let series: Vec<_> = laws
            .iter()
            .zip(&curves)
            .map(|(law, curve)| CurveSeries {
                treaty: &law.id,
                short: &law.short,
                curve,
                opened: law.opened.as_ref().map(|occasion| occasion.on),
            })
            .collect();
        let to = self.today.max(self.on);
        let what = self.words.text("home-growth");
        let frame = CurveFrame {
            width,
            ..CurveFrame::new(&what, FROM.min(self.on), to, self.on)
        };
        self.noted_of_many(multiples::curves(drawing, &series, &frame))
    }
}
