//! The Earth as a map 960 wide: read from `facts/geometry`, projected once, kept as text that is
//! set into every map. What a map says of a State is not known here.
//!
//! Coordinates in the texts are whole thirds of a pixel; see [`UNITS`].

mod dots;

pub(crate) use dots::TOUCH;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use treaty::ParticipantId;

use crate::equal_earth::project;

/// Width of the map in pixels.
pub(crate) const WIDTH: f64 = 960.0;

/// Units of the texts in a pixel.
pub(crate) const UNITS: f64 = 3.0;

/// The meridian in the middle. The map is cut open opposite, in the Bering Strait, where no State
/// but Antarctica's ice is cut.
const MIDDLE: f64 = 11.0;

/// The regions of the United Nations' M49 list, as the geometry names them.
pub(crate) const REGIONS: [&str; 5] = ["africa", "americas", "asia", "europe", "oceania"];

/// Where a State lies.
#[derive(Debug, Default)]
pub(crate) struct Place {
    /// The path of its area, if it is large enough to have one.
    pub(crate) area: Option<String>,
    /// Its dot, if it is small.
    pub(crate) dot: Option<Dot>,
    /// One of [`REGIONS`].
    pub(crate) region: &'static str,
}

/// The dot of a small State.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dot {
    /// Where the dot is.
    pub(crate) at: (i32, i32),
    /// Where the State is, if the dot had to be moved.
    pub(crate) home: Option<(i32, i32)>,
}

/// The map without its statements.
#[derive(Debug)]
pub(crate) struct Globe {
    /// Every State, by code.
    pub(crate) places: BTreeMap<ParticipantId, Place>,
    /// The path of the areas of which no standing is told.
    pub(crate) apart: String,
    /// The path of the disputed boundaries and lines.
    pub(crate) disputed: String,
    /// The path of the edge of the map.
    pub(crate) edge: String,
    /// The path of the meridians and parallels.
    pub(crate) net: String,
    /// Height in pixels.
    pub(crate) height: u32,
}

/// The globe, read at first use.
pub(crate) static GLOBE: LazyLock<Globe> = LazyLock::new(read);

const AREAS: &str = include_str!("../../../../facts/geometry/areas.txt");
const DOTS: &str = include_str!("../../../../facts/geometry/dots.txt");
const LINES: &str = include_str!("../../../../facts/geometry/lines.txt");
const PLACES: &str = include_str!("../../../../facts/geometry/regions.txt");

fn read() -> Globe {
    let mut places: BTreeMap<ParticipantId, Place> = rows(PLACES)
        .map(|(code, region)| {
            let region = REGIONS.into_iter().find(|known| *known == region);
            let region = region.expect("the regions are the five");
            let place = Place {
                region,
                ..Place::default()
            };
            (known(code).expect("a State has a code"), place)
        })
        .collect();
    let mut apart = String::new();
    for (key, rings) in rows(AREAS) {
        let path = path(rings, true);
        match known(key).and_then(|code| places.get_mut(&code)) {
            Some(place) => place.area = Some(path),
            None => apart.push_str(&path),
        }
    }
    let homes: Vec<_> = rows(DOTS)
        .map(|(code, point)| {
            let points = degrees(point);
            let (lon, lat) = points.first().copied().expect("a dot has a place");
            (known(code).expect("a dot is a State"), place(lon, lat))
        })
        .collect();
    for (code, dot) in dots::spread(&homes) {
        places.entry(code).or_default().dot = Some(dot);
    }
    Globe {
        places,
        apart,
        disputed: rows(LINES).map(|(_, lines)| path(lines, false)).collect(),
        edge: edge(),
        net: net(),
        height: height(),
    }
}

fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines()
        .map(|row| row.split_once(':').expect("a row is a key and what it is"))
}

/// The code of a participant; names of areas without one are in small letters.
fn known(key: &str) -> Option<ParticipantId> {
    key.parse().ok()
}

/// Hundredths of a degree, the first point as it is and then steps, in degrees.
fn degrees(text: &str) -> Vec<(f64, f64)> {
    let mut numbers = text.split(' ').map(|number| {
        number
            .parse::<i32>()
            .expect("the geometry is whole numbers")
    });
    let (mut lon, mut lat) = (0, 0);
    let mut points = Vec::new();
    while let (Some(east), Some(north)) = (numbers.next(), numbers.next()) {
        lon += east;
        lat += north;
        points.push((f64::from(lon) / 100.0, f64::from(lat) / 100.0));
    }
    points
}

/// Where a place falls on the map, in pixels.
fn place(lon: f64, lat: f64) -> (f64, f64) {
    let (half, _) = project(180.0, 0.0);
    let (_, pole) = project(0.0, 90.0);
    let scale = WIDTH / 2.0 / half;
    let (x, y) = project(lon - MIDDLE, lat);
    (WIDTH / 2.0 + scale * x, scale * (pole - y))
}

fn height() -> u32 {
    let (_, south) = place(MIDDLE, -90.0);
    (0..2000)
        .find(|height| f64::from(*height) >= south)
        .expect("the map is less high than wide")
}

/// Pixels in units.
#[expect(clippy::cast_possible_truncation, reason = "a map is 2,880 units wide")]
fn units((x, y): (f64, f64)) -> (i32, i32) {
    ((x * UNITS).round() as i32, (y * UNITS).round() as i32)
}

/// Rings or lines as the text of a path.
fn path(text: &str, closed: bool) -> String {
    text.split(';')
        .map(|ring| {
            let points = degrees(ring);
            drawn(points.into_iter().map(|(lon, lat)| place(lon, lat)), closed)
        })
        .collect()
}

/// Points in pixels as the text of a path, in steps; a step that is none is left out.
fn drawn(points: impl Iterator<Item = (f64, f64)>, closed: bool) -> String {
    let mut out = String::new();
    let mut last = None;
    for now in points.map(units) {
        let (x, y) = now;
        match last {
            None => write!(out, "M{x} {y}l"),
            Some(last) if last == now => Ok(()),
            Some((from_x, from_y)) => {
                step(&mut out, x - from_x);
                step(&mut out, y - from_y);
                Ok(())
            }
        }
        .expect("a string takes all");
        last = Some(now);
    }
    if closed {
        out.push('z');
    }
    out
}

/// A number behind another: the sign parts them as well as a blank.
fn step(out: &mut String, by: i32) {
    if by >= 0 && !out.ends_with('l') {
        out.push(' ');
    }
    write!(out, "{by}").expect("a string takes all");
}

/// Degrees from south to north along a meridian.
fn upwards() -> impl DoubleEndedIterator<Item = f64> {
    (-18..=18).map(|five| f64::from(five) * 5.0)
}

fn edge() -> String {
    let east = upwards().map(|lat| place(MIDDLE + 180.0, lat));
    let west = upwards().rev().map(|lat| place(MIDDLE - 180.0, lat));
    drawn(east.chain(west), true)
}

/// Meridians and parallels, each thirty degrees.
fn net() -> String {
    let mut out = String::new();
    for lon in (-5..=6).map(|thirty| f64::from(thirty) * 30.0) {
        out.push_str(&drawn(upwards().map(|lat| place(lon, lat)), false));
    }
    for lat in (-2..=2).map(|thirty| f64::from(thirty) * 30.0) {
        let ends = [MIDDLE - 180.0, MIDDLE + 180.0];
        out.push_str(&drawn(ends.into_iter().map(|lon| place(lon, lat)), false));
    }
    out
}

#[cfg(test)]
mod tests;
