//! The map of who stands where: every State as its area, or as a dot that can be touched where the
//! area is too small; disputed boundaries dotted; what has no standing left grey.
//!
//! Per map only classes, titles and links are written; the shapes are those of the globe, drawn
//! once. What the map departs from its source in, and why: `docs/decisions/0010`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use treaty::ParticipantId;
use words::Words;
use world::view::{ParticipantStatus, Standing, StatusView};

use crate::drawn::{Drawing, Picture};
use crate::globe::{Dot, GLOBE, Globe, Place, REGIONS, TOUCH, UNITS, WIDTH};
use crate::key::{self, Entry, STANDINGS};
use crate::legend;
use crate::style;
use crate::svg::{N, escaped};
use crate::text;

/// Radius of a dot, in pixels at full size.
const RADIUS: f64 = 3.3;

/// Units as pixels: 1 / [`UNITS`].
const SHRUNK: &str = "scale(.33333)";

/// Where everybody stood on a day.
///
/// Each participant is an `<a>`, or a `<g>` where there is no address, with `data-iso3` and the class
/// of its standing (`st-party`, …). A patterned standing is also the `fill` of its shapes:
/// `url(#ID-signatory)` of areas, `url(#ID-dot-signatory)` of dots; a script that changes the class
/// changes them too.
///
/// The links are not tab stops. Two hundred stops in the order of codes help nobody across a map;
/// the table beside it and the search box lead to the same pages in few steps. They stay links to a
/// pointer and to a screen reader's list of links.
pub fn status(drawing: &Drawing<'_>, view: &StatusView) -> Picture {
    let globe = &*GLOBE;
    let words = drawing.words;
    let map = Map {
        drawing,
        globe,
        view,
        titles: Titles::of(words, view),
    };
    let mut body = String::with_capacity(80 * 1024);
    map.ground(&mut body);
    map.states(&mut body);
    let height = map.legend(&mut body);
    Picture {
        id: drawing.id.to_owned(),
        lang: words.lang(),
        width: 960,
        height,
        title: said(words, "map-title", view),
        desc: map.desc(),
        body,
        notes: map.notes(),
    }
}

/// A text about the treaty and the day.
pub(crate) fn said(words: &Words, key: &str, view: &StatusView) -> String {
    let on = words.date(view.on);
    words.text_with(
        key,
        &[("short", view.short.as_str().into()), ("on", on.into())],
    )
}

/// What a part is called: name and standing. The sentence is asked for once a standing, not once a
/// State.
pub(crate) struct Titles(Vec<(Standing, String, String)>);

impl Titles {
    pub(crate) fn of(words: &Words, view: &StatusView) -> Titles {
        let parts = STANDINGS.map(|standing| {
            let one = legend::one(words, &view.called, standing);
            let name = "\u{1}";
            let said = words.text_with(
                "map-part",
                &[("name", name.into()), ("standing", one.into())],
            );
            let (before, after) = said.split_once(name).unwrap_or(("", &said));
            (standing, escaped(before), escaped(after))
        });
        Titles(parts.into())
    }

    pub(crate) fn write(&self, out: &mut String, who: &ParticipantStatus) {
        let found = self
            .0
            .iter()
            .find(|(standing, ..)| *standing == who.standing);
        let (_, before, after) = found.expect("every standing is said");
        out.push_str(before);
        out.push_str(&escaped(&text::directed(&who.name)));
        out.push_str(after);
    }
}

/// Opens a participant's group, with `more` attributes: what is in it is about it alone. `true`
/// where it is a link.
pub(crate) fn open(
    out: &mut String,
    drawing: &Drawing<'_>,
    titles: &Titles,
    who: &ParticipantStatus,
    more: &str,
) -> bool {
    let address = drawing.links.state(who.iso3);
    let element = if address.is_some() { "a" } else { "g" };
    // Said two hundred times a map, so without the formatting machinery.
    out.extend(["<", element, " class=\"st-", style::class(who.standing)]);
    out.extend(["\" data-iso3=\"", who.iso3.as_str(), "\"", more]);
    if let Some(address) = &address {
        out.extend([" href=\"", &escaped(address), "\" tabindex=\"-1\""]);
    }
    out.push_str("><title>");
    titles.write(out, who);
    out.push_str("</title>");
    address.is_some()
}

pub(crate) fn close(out: &mut String, is_link: bool) {
    out.push_str(if is_link { "</a>" } else { "</g>" });
}

/// ` fill="url(#…)"` for a standing with a pattern.
pub(crate) fn pattern(id: &str, kind: &str, standing: Standing) -> String {
    match standing {
        Standing::Party | Standing::None => String::new(),
        Standing::Contracting | Standing::Signatory | Standing::Withdrawn => {
            format!(" fill=\"url(#{id}-{kind}{})\"", style::class(standing))
        }
    }
}

/// The patterns of dots: one stroke of the area's pattern, fitted to the dot.
fn dot_patterns(out: &mut String, id: &str) {
    out.push_str("<defs>");
    for (class, stroke) in [
        ("contracting", "M0 .5H1"),
        ("signatory", "M.1 .9L.9 .1"),
        ("withdrawn", "M.5 0V1"),
    ] {
        write!(
            out,
            "<pattern id=\"{id}-dot-{class}\" width=\"1\" height=\"1\" \
             patternContentUnits=\"objectBoundingBox\">\
             <path class=\"pt-ground\" d=\"M0 0H1V1H0z\"/>\
             <path class=\"pt-{class} m-stroke\" d=\"{stroke}\"/></pattern>"
        )
        .expect("a string takes all");
    }
    out.push_str("</defs>");
}

struct Map<'a> {
    drawing: &'a Drawing<'a>,
    globe: &'static Globe,
    view: &'a StatusView,
    titles: Titles,
}

impl Map<'_> {
    fn place(&self, id: ParticipantId) -> Option<&'static Place> {
        self.globe.places.get(&id)
    }

    fn ground(&self, out: &mut String) {
        let Globe { edge, net, .. } = self.globe;
        let id = self.drawing.id;
        out.push_str(&style::scaled_defs(id, 0.72 * UNITS));
        dot_patterns(out, id);
        write!(
            out,
            "<g transform=\"{SHRUNK}\"><path class=\"m-sea\" d=\"{edge}\"/>\
             <path class=\"m-net\" d=\"{net}\"/>"
        )
        .expect("a string takes all");
    }

    /// Areas without a standing, areas, disputed lines over them, dots over all.
    fn states(&self, out: &mut String) {
        let Globe { disputed, .. } = self.globe;
        let (mut areas, mut dots) = (String::with_capacity(64 * 1024), String::new());
        for who in &self.view.participants {
            let Some(place) = self.place(who.iso3) else {
                continue;
            };
            let out = if place.dot.is_some() {
                &mut dots
            } else {
                &mut areas
            };
            let is_link = open(out, self.drawing, &self.titles, who, "");
            self.shapes(out, place, who.standing);
            close(out, is_link);
        }
        out.push_str("<g class=\"m-land\">");
        self.apart(out);
        out.push_str(&areas);
        write!(
            out,
            "</g><path class=\"m-bed\" d=\"{disputed}\"/><path class=\"m-disputed\" d=\"{disputed}\"/>\
             <g class=\"m-land m-dots\">{dots}</g></g>"
        )
        .expect("a string takes all");
    }

    fn shapes(&self, out: &mut String, place: &Place, standing: Standing) {
        let id = self.drawing.id;
        if let Some(area) = &place.area {
            out.extend(["<path", &pattern(id, "", standing), " d=\"", area, "\"/>"]);
        }
        if let Some(Dot { at: (x, y), home }) = place.dot {
            if let Some((from_x, from_y)) = home {
                write!(
                    out,
                    "<path class=\"m-lead\" d=\"M{from_x} {from_y}L{x} {y}\"/>"
                )
                .expect("a string takes all");
            }
            write!(
                out,
                "<circle class=\"p-hit\" cx=\"{x}\" cy=\"{y}\" r=\"{}\"/>\
                 <circle{} cx=\"{x}\" cy=\"{y}\" r=\"{}\"/>",
                N(TOUCH * UNITS),
                pattern(id, "dot-", standing),
                N(RADIUS * UNITS)
            )
            .expect("a string takes all");
        }
    }

    /// What has no standing here: disputed, nobody's, or a State the treaty is not open to.
    fn apart(&self, out: &mut String) {
        let title = self.drawing.words.text("map-apart");
        write!(
            out,
            "<g class=\"m-apart\"><title>{}</title><path d=\"{}",
            escaped(&title),
            self.globe.apart
        )
        .expect("a string takes all");
        let told: BTreeSet<_> = self.view.participants.iter().map(|who| who.iso3).collect();
        for (id, place) in &self.globe.places {
            if let (false, Some(area)) = (told.contains(id), &place.area) {
                out.push_str(area);
            }
        }
        out.push_str("\"/></g>");
    }

    fn legend(&self, out: &mut String) -> u32 {
        let words = self.drawing.words;
        let id = self.drawing.id;
        // Shapes of the key stand in the map's units, so that they have the map's patterns.
        let units = |pixels: f64| N(pixels * UNITS);
        let mark = |shapes: &str| format!("<g transform=\"{SHRUNK}\">{shapes}</g>");
        let patch = |wide: f64| {
            let (near, far, low) = (units(0.5), units(wide), units(11.5));
            format!("d=\"M{near} {near}H{far}V{low}H{near}z\"")
        };
        let (near, far, middle) = (units(0.5), units(24.5), units(6.0));
        let mut entries: Vec<Entry> = key::rows(words, self.view)
            .into_iter()
            .map(|row| Entry {
                standing: Some(row.standing),
                mark: mark(&format!(
                    "<g class=\"m-mark st-{}\"><path{} {}/>\
                     <circle{} cx=\"{}\" cy=\"{middle}\" r=\"{}\"/></g>",
                    style::class(row.standing),
                    pattern(id, "", row.standing),
                    patch(15.5),
                    pattern(id, "dot-", row.standing),
                    units(21.5),
                    units(RADIUS),
                )),
                text: row.many,
                count: Some(words.number(row.count as u64)),
            })
            .collect();
        entries.push(Entry {
            standing: None,
            mark: mark(&format!(
                "<g class=\"m-land\"><path class=\"m-apart\" {}/></g>",
                patch(24.5)
            )),
            text: words.text("map-apart").into_owned(),
            count: None,
        });
        entries.push(Entry {
            standing: None,
            mark: mark(&format!(
                "<path class=\"m-disputed\" d=\"M{near} {middle}H{far}\"/>"
            )),
            text: words.text("map-disputed").into_owned(),
            count: None,
        });
        let top = f64::from(self.globe.height) + 14.0;
        let (elements, height) = key::set("m-key", &entries, WIDTH, top);
        out.push_str(&elements);
        key::whole(top + height)
    }

    /// The counts, for all and for each region.
    fn desc(&self) -> String {
        let words = self.drawing.words;
        let all = key::listed(words, &key::rows(words, self.view));
        let on = words.date(self.view.on);
        let mut sentences =
            vec![words.text_with("map-desc", &[("on", on.into()), ("list", all.into())])];
        let mut within: BTreeMap<&str, Vec<&ParticipantStatus>> = BTreeMap::new();
        for who in &self.view.participants {
            let region = self.place(who.iso3).map(|place| place.region);
            within
                .entry(region.unwrap_or_default())
                .or_default()
                .push(who);
        }
        for region in REGIONS {
            let Some(those) = within.get(region) else {
                continue;
            };
            let rows = key::rows_of(words, self.view, &mut those.iter().copied());
            let name = words.text(&format!("map-region-{region}")).into_owned();
            let list = key::listed(words, &rows);
            sentences.push(words.text_with(
                "map-desc-region",
                &[("region", name.into()), ("list", list.into())],
            ));
        }
        sentences.push(words.text("map-desc-more").into_owned());
        sentences.join(" ")
    }

    fn notes(&self) -> Vec<String> {
        let words = self.drawing.words;
        let mut notes = Vec::new();
        let undrawn: Vec<&str> = self
            .view
            .participants
            .iter()
            .filter(|who| who.standing != Standing::None && self.place(who.iso3).is_none())
            .map(|who| who.name.as_str())
            .collect();
        if !undrawn.is_empty() {
            let names = undrawn.join(&words.semicolon());
            notes.push(words.text_with("map-note-undrawn", &[("names", names.into())]));
        }
        for key in ["map-note-opinion", "map-note-drawing", "map-note-source"] {
            notes.push(words.text(key).into_owned());
        }
        notes
    }
}
