//! `/treaties/{id}/map`, `tiles`, `curve`, `groups`: a picture at its full size, with the table
//! behind it; and `/treaties/{id}/tenures`, from which a picture can be redrawn for any day.

use askama::Template;
use axum::response::Response;
use picture::{NoLinks, Picture};
use serde::Serialize;
use world::sheet::Tabular;
use world::view::{CurvePoint, GroupStanding, ParticipantStatus};

use crate::ask::Form;
use crate::asked::{Asked, Question};
use crate::drawn::address;
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::plate::Pair;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "picture.html")]
struct PicturePage<'v> {
    p: Frame,
    treaty: &'v treaty::TreatyId,
    short: &'v str,
    path: String,
    here: &'static str,
    drawn: Shown,
    behind: Behind<'v>,
}

/// The pictures of a treaty, in the order of the switch: the word of the address and the text.
pub(crate) const PAGES: [(&str, &str); 4] = [
    ("map", "view-map"),
    ("tiles", "view-tiles"),
    ("curve", "view-curve"),
    ("groups", "view-groups"),
];

/// The picture: one drawing, or one for each kind of place.
enum Shown {
    One(Picture),
    Two(Pair),
}

/// The table behind a picture.
enum Behind<'v> {
    Standings(&'v [ParticipantStatus]),
    Steps(Vec<&'v CurvePoint>),
    Groups(&'v [GroupStanding]),
}

impl PicturePage<'_> {
    fn title(&self) -> &str {
        match &self.drawn {
            Shown::One(picture) => &picture.title,
            Shown::Two(pair) => &pair.wide.title,
        }
    }
}

/// What is drawn of a standing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Map,
    Tiles,
}

/// `GET /treaties/ctbt/map?on=2023-09-22`.
pub(crate) async fn map(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    standing(&asked, &treaty, Kind::Map).await
}

/// `GET /treaties/ctbt/tiles?on=2023-09-22`.
pub(crate) async fn tiles(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    standing(&asked, &treaty, Kind::Tiles).await
}

async fn standing(asked: &Asked, treaty: &str, kind: Kind) -> Result<Response, Problem> {
    asked.only(&[])?;
    let law = asked.treaty(treaty)?;
    let view = asked
        .world
        .status(&law.id, asked.on, asked.lang)
        .ok_or(Problem::NoSuchPage)?;
    let draw = |drawing: &picture::Drawing<'_>| match kind {
        Kind::Map => asked.map(drawing, &view),
        Kind::Tiles => asked.tiles(drawing, &view),
    };
    let here = match kind {
        Kind::Map => "map",
        Kind::Tiles => "tiles",
    };
    let file = || draw(&asked.apart(here));
    let page = || {
        let title = match kind {
            Kind::Map => "picture-map-title",
            Kind::Tiles => "picture-tiles-title",
        };
        let mut p = frame(asked, law, title, vec!["swap.js"]);
        p.called.clone_from(&view.called);
        let leads = p.leads(Some(&law.id));
        let drawn = match kind {
            Kind::Map => Shown::One(draw(&leads.drawing(here))),
            Kind::Tiles => {
                Shown::Two(asked.both_tiles(&leads.drawing(here), &leads.drawing("few"), &view))
            }
        };
        let behind = Behind::Standings(&view.participants);
        asked.page(&picture_page(p, law, here, drawn, behind))
    };
    asked.in_its_form(&view, file, page).await
}

/// `GET /treaties/ctbt/curve?on=2023-09-22`.
pub(crate) async fn curve(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let law = asked.treaty(&treaty)?;
    let told = asked.told(law).ok_or(Problem::NoSuchPage)?;
    let file = || asked.curve(&asked.apart("curve"), &told, picture::curve::WIDE);
    let page = || {
        let p = frame(
            &asked,
            law,
            "picture-curve-title",
            vec!["swap.js", "day.js"],
        );
        let leads = p.leads(Some(&law.id));
        let drawn = asked.curves(&leads.drawing("curve"), &leads.drawing("slim"), &told);
        let steps = told.view.points.iter().rev().collect();
        let (drawn, behind) = (Shown::Two(drawn), Behind::Steps(steps));
        asked.page(&picture_page(p, law, "curve", drawn, behind))
    };
    asked.in_its_form(&told.view, file, page).await
}

/// `GET /treaties/ctbt/groups?on=2023-09-22`.
pub(crate) async fn groups(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let law = asked.treaty(&treaty)?;
    let view = asked
        .world
        .groups_under(&law.id, asked.on)
        .ok_or(Problem::NoSuchPage)?;
    let status = asked.world.status_in_brief(&law.id, asked.on, asked.lang);
    let status = status.ok_or(Problem::NoSuchPage)?;
    let rows: Vec<_> = view.groups.iter().collect();
    let bars =
        |drawing: &picture::Drawing<'_>, width, leads: &dyn Fn(&str) -> Option<String>| {
            asked.bars(drawing, &rows, &status, width, leads)
        };
    let file = || bars(&asked.apart("groups"), picture::curve::WIDE, &|_| None);
    let page = || {
        let p = frame(&asked, law, "picture-groups-title", vec!["swap.js"]);
        let leads = p.leads(Some(&law.id));
        let group = |name: &str| {
            let kept = p.kept_and("group", name);
            (!p.published).then(|| format!("/treaties/{}{kept}#who", law.id))
        };
        let drawn = Shown::Two(Pair {
            wide: bars(&leads.drawing("groups"), picture::curve::WIDE, &group),
            narrow: bars(&leads.drawing("slim"), picture::curve::NARROW, &group),
        });
        let behind = Behind::Groups(&view.groups);
        asked.page(&picture_page(p, law, "groups", drawn, behind))
    };
    asked.in_its_form(&view, file, page).await
}

/// `GET /treaties/ctbt/tenures.json`: who stood where from which day on.
pub(crate) async fn tenures(
    Path(treaty): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let law = asked.treaty(&treaty)?;
    let view = asked
        .world
        .tenures(&law.id, asked.lang)
        .ok_or(Problem::NoSuchPage)?;
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Html
        | Form::Csv
        | Form::Svg
        | Form::Png
        | Form::Atom
        | Form::Ics
        | Form::Paper(_) => Err(asked.no_form()),
    }
}

/// The frame of a picture's page.
fn frame(asked: &Asked, law: &treaty::Law, title: &str, scripts: Vec<&'static str>) -> Frame {
    let short = [("short", (&law.short).into())];
    let title = asked.words.text_with(title, &short);
    let mut p = asked.frame(Nav::Treaties, title).with_csv();
    p.scripts = scripts;
    p
}

fn picture_page<'v>(
    p: Frame,
    law: &'v treaty::Law,
    here: &'static str,
    drawn: Shown,
    behind: Behind<'v>,
) -> PicturePage<'v> {
    PicturePage {
        p,
        treaty: &law.id,
        short: &law.short,
        path: address(&law.id, here),
        here,
        drawn,
        behind,
    }
}

impl Asked {
    /// A picture in the form asked for: what it is drawn from, as a file, or on its page.
    pub(crate) async fn in_its_form<V: Serialize + Tabular>(
        &self,
        view: &V,
        file: impl Fn() -> Picture,
        page: impl FnOnce() -> Result<Response, Problem>,
    ) -> Result<Response, Problem> {
        match self.form {
            Form::Json => self.json(view),
            Form::Csv => Ok(self.csv(&view.sheet())),
            Form::Svg => Ok(self.svg(&file())),
            Form::Png => self.png(&file()).await,
            Form::Atom | Form::Ics | Form::Paper(_) => Err(self.no_form()),
            Form::Html => page(),
        }
    }

    /// What a drawing for a file of its own is given: its parts lead nowhere.
    pub(crate) fn apart<'d>(&self, id: &'d str) -> picture::Drawing<'d> {
        picture::Drawing {
            words: self.words,
            links: &NoLinks,
            id,
        }
    }
}
