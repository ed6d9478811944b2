//! One tile for each State, all of one size, by regional group: the equal of the map for those to
//! whom a code says more than a shape, and on a screen too narrow for a map.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use treaty::ParticipantId;
use words::Words;
use world::view::{ParticipantStatus, Standing, StatusView};

use crate::drawn::{Drawing, Picture};
use crate::key::{self, Entry};
use crate::legend;
use crate::map::{self, Titles};
use crate::style;
use crate::svg::{N, escaped};
use crate::text;

/// How tiles are laid out.
#[derive(Debug, Clone, Copy)]
struct Layout {
    width: f64,
    columns: usize,
    tile: (f64, f64),
    gap: f64,
}

/// 24 to a row.
const WIDE: Layout = Layout {
    width: 960.0,
    columns: 24,
    tile: (37.6, 34.0),
    gap: 2.5,
};

/// For a place of 320 to 400 pixels: each tile is at least 24 wide and high, its text 10, shown
/// 320 wide.
const NARROW: Layout = Layout {
    width: 344.0,
    columns: 8,
    tile: (39.8, 36.0),
    gap: 3.6,
};

/// Band of a standing's pattern at the left of a tile.
const BAND: f64 = 7.5;

/// Where everybody stood on a day, 960 wide.
///
/// Of `groups` (as `World::groups` gives them) the United Nations' regional groups are used, in
/// their order; who is in none stands last. Each participant is a link with `data-iso3` and the
/// class of its standing, as on the map, and for the same reason no tab stop.
pub fn status(
    drawing: &Drawing<'_>,
    view: &StatusView,
    groups: &[(String, Vec<ParticipantId>)],
) -> Picture {
    drawn(drawing, view, groups, WIDE)
}

/// The same for a narrow place, 344 wide.
pub fn narrow(
    drawing: &Drawing<'_>,
    view: &StatusView,
    groups: &[(String, Vec<ParticipantId>)],
) -> Picture {
    drawn(drawing, view, groups, NARROW)
}

/// A group with a heading and those of the view who are in it, by code.
struct Block<'a> {
    name: String,
    members: Vec<&'a ParticipantStatus>,
}

fn blocks<'a>(
    words: &Words,
    view: &'a StatusView,
    groups: &[(String, Vec<ParticipantId>)],
) -> Vec<Block<'a>> {
    let mut left: Vec<&ParticipantStatus> = view.participants.iter().collect();
    left.sort_by_key(|who| who.iso3);
    let mut out = Vec::new();
    for (group, members) in groups.iter().filter(|(group, _)| group.starts_with("un-")) {
        let members: BTreeSet<_> = members.iter().collect();
        let (inside, outside) = left
            .into_iter()
            .partition(|who| members.contains(&who.iso3));
        left = outside;
        let name = words.text(&format!("group-{group}")).into_owned();
        out.push(Block {
            name,
            members: inside,
        });
    }
    out.push(Block {
        name: words.text("tiles-no-group").into_owned(),
        members: left,
    });
    out.retain(|block| !block.members.is_empty());
    out
}

fn drawn(
    drawing: &Drawing<'_>,
    view: &StatusView,
    groups: &[(String, Vec<ParticipantId>)],
    layout: Layout,
) -> Picture {
    let words = drawing.words;
    let blocks = blocks(words, view, groups);
    let titles = Titles::of(words, view);
    let mut body = style::defs(drawing.id);
    write!(body, "<g class=\"tiles\" data-band=\"{BAND}\">").expect("a string takes all");
    let mut y = 0.0;
    for block in &blocks {
        y = heading(&mut body, words, block, layout, y);
        for (at, who) in block.members.iter().enumerate() {
            let (column, row) = (at % layout.columns, at / layout.columns);
            let x = column as f64 * (layout.tile.0 + layout.gap);
            let y = y + row as f64 * (layout.tile.1 + layout.gap);
            let tile = format!(" transform=\"translate({} {})\"", N(x), N(y));
            let is_link = map::open(&mut body, drawing, &titles, who, &tile);
            inside(&mut body, drawing, who, layout);
            map::close(&mut body, is_link);
        }
        let rows = block.members.len().div_ceil(layout.columns) as f64;
        y += rows * (layout.tile.1 + layout.gap) + 6.0;
    }
    body.push_str("</g>");
    let (legend, height) = key::set("t-key", &entries(drawing, view), layout.width, y + 10.0);
    body.push_str(&legend);
    Picture {
        id: drawing.id.to_owned(),
        lang: words.lang(),
        width: key::whole(layout.width),
        height: key::whole(y + 10.0 + height),
        title: map::said(words, "tiles-title", view),
        desc: desc(words, view, &blocks),
        body,
        notes: vec![words.text("tiles-note").into_owned()],
    }
}

/// The name of the group, and how many of it are among the participants.
fn heading(out: &mut String, words: &Words, block: &Block<'_>, layout: Layout, y: f64) -> f64 {
    let count = words.number(block.members.len() as u64);
    let room = layout.width - 40.0;
    let name = text::cut(&block.name, 13.0, true, room);
    write!(
        out,
        "<text class=\"t-name\" x=\"0\" y=\"{}\">{}<tspan class=\"t-count\" dx=\"6\">{}</tspan></text>",
        N(y + 15.0),
        escaped(&text::directed(&name)),
        escaped(&count),
    )
    .expect("a string takes all");
    y + 22.0
}

/// A party is filled; the others carry the pattern in a band, so that letters stand on plain
/// ground.
fn inside(out: &mut String, drawing: &Drawing<'_>, who: &ParticipantStatus, layout: Layout) {
    let (w, h) = (N(layout.tile.0), N(layout.tile.1));
    let (middle, ground) = match who.standing {
        Standing::Party | Standing::None => (layout.tile.0 / 2.0, ""),
        Standing::Contracting | Standing::Signatory | Standing::Withdrawn => {
            (f64::midpoint(layout.tile.0, BAND), " class=\"p-ground\"")
        }
    };
    write!(out, "<path{ground} d=\"M0 0H{w}V{h}H0z\"/>").expect("a string takes all");
    if !ground.is_empty() {
        let pattern = map::pattern(drawing.id, "", who.standing);
        write!(out, "<path{pattern} d=\"M0 0H{BAND}V{h}H0z\"/>").expect("a string takes all");
    }
    write!(
        out,
        "<text x=\"{m}\" y=\"15\">{}<tspan x=\"{m}\" y=\"28.5\">{}</tspan></text>",
        who.iso3,
        escaped(&legend::letter(drawing.words, who.standing)),
        m = N(middle),
    )
    .expect("a string takes all");
}

fn entries(drawing: &Drawing<'_>, view: &StatusView) -> Vec<Entry> {
    let words = drawing.words;
    key::rows(words, view)
        .into_iter()
        .map(|row| Entry {
            standing: Some(row.standing),
            mark: format!(
                "<path{} d=\"M.5 .5H24.5V11.5H.5z\"/>",
                style::shape(drawing.id, row.standing)
            ),
            text: words.text_with(
                "tiles-key",
                &[
                    ("many", row.many.into()),
                    ("letter", legend::letter(words, row.standing).into()),
                ],
            ),
            count: Some(words.number(row.count as u64)),
        })
        .collect()
}

/// The counts, for all and for each group.
fn desc(words: &Words, view: &StatusView, blocks: &[Block<'_>]) -> String {
    let on = words.date(view.on);
    let all = key::listed(words, &key::rows(words, view));
    let mut sentences =
        vec![words.text_with("tiles-desc", &[("on", on.into()), ("list", all.into())])];
    for block in blocks {
        let rows = key::rows_of(words, view, &mut block.members.iter().copied());
        let list = key::listed(words, &rows);
        sentences.push(words.text_with(
            "map-desc-region",
            &[
                ("region", block.name.as_str().into()),
                ("list", list.into()),
            ],
        ));
    }
    sentences.join(" ")
}
