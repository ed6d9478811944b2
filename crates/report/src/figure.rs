//! Pictures that go with a report: drawn from the world the report is made from, in its language.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use picture::curve::{self, CurveFrame, Goal};
use picture::{Drawing, NoLinks, map, notes};
use treaty::TreatyId;
use words::Words;
use world::World;

use crate::paper::Picture;

/// What may be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// Where everybody stood at the end of a day, on a map. Its notes carry the disclaimer on boundaries.
    Map,
    /// How many had signed and consented, day by day, up to a day.
    Curve,
}

/// A word that names no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is none of: {}", Figure::ALL.map(Figure::word).join(", "))]
pub struct UnknownFigure {
    /// What was given.
    pub word: String,
}

impl Figure {
    /// All of them, in the order in which they stand in a document.
    pub const ALL: [Figure; 2] = [Figure::Map, Figure::Curve];

    /// Its word on the command line and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Figure::Map => "map",
            Figure::Curve => "curve",
        }
    }

    /// Draws it, of a treaty at the end of a day. `None`: the treaty is not on record.
    pub fn draw(
        self,
        world: &World,
        treaty: &TreatyId,
        on: Date,
        words: &Words,
    ) -> Option<Picture> {
        // The figure has the key as its name, so the drawing within has another.
        let key = format!("report-{self}");
        let id = format!("{key}-drawing");
        let drawing = Drawing {
            words,
            links: &NoLinks,
            id: &id,
        };
        let drawn = match self {
            Figure::Map => {
                let mut view = world.status(treaty, on, words.lang())?;
                view.short = short(words, treaty, &view.short);
                map::status(&drawing, &view)
            }
            Figure::Curve => line(&drawing, world, treaty, on)?,
        };
        let drawn = noted(drawn, world, treaty, on, words);
        let printed = drawn.printed();
        Some(Picture {
            key,
            inline: drawn.inline(),
            caption: drawn.title,
            describes: drawn.desc,
            svg: printed.svg,
            notes: drawn.notes,
            width: printed.width,
            height: printed.height,
        })
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Figure {
    type Err = UnknownFigure;

    fn from_str(word: &str) -> Result<Figure, UnknownFigure> {
        let found = Figure::ALL.into_iter().find(|one| one.word() == word);
        found.ok_or_else(|| UnknownFigure {
            word: word.to_owned(),
        })
    }
}

fn line(
    drawing: &Drawing<'_>,
    world: &World,
    treaty: &TreatyId,
    on: Date,
) -> Option<picture::Picture> {
    let law = world.treaty(treaty.as_str())?;
    let view = world.curve(treaty)?;
    let first = view.points.first().map(|point| point.on);
    let opened = law.opened.as_ref().map(|occasion| occasion.on);
    let from = first.into_iter().chain(opened).min().unwrap_or(on);
    let aims = world.aims(treaty, on).unwrap_or_default();
    let goals: Vec<_> = aims
        .iter()
        .map(|aim| Goal::of(drawing.words, aim))
        .collect();
    let short = short(drawing.words, treaty, &law.short);
    let frame = CurveFrame {
        in_force: law.in_force.as_ref().map(|force| force.on),
        goals: &goals,
        ..CurveFrame::new(&short, from.min(on), on, on)
    };
    Some(curve::one(drawing, &view, &frame))
}

/// The short name of a treaty as papers in this language have it.
pub(crate) fn short(words: &Words, treaty: &TreatyId, otherwise: &str) -> String {
    let found = words.find(&format!("report-short-{treaty}"));
    found.map_or_else(|| otherwise.to_owned(), Cow::into_owned)
}

/// With its day and its sources under it; for what it was made from, the paper says so itself.
fn noted(
    mut drawn: picture::Picture,
    world: &World,
    treaty: &TreatyId,
    on: Date,
    words: &Words,
) -> picture::Picture {
    let sources = world.status_sources(treaty, on).unwrap_or_default();
    let mut lines = notes::of(words, on, None, &notes::most_named(sources), None);
    lines.append(&mut drawn.notes);
    drawn.notes = lines;
    drawn
}
