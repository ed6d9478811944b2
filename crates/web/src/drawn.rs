//! The pictures of a treaty, drawn from the world: the same for its page, for their own pages and
//! for the files one takes away.

use jiff::civil::Date;
use picture::bars::{self, BarsFrame, GroupRow};
use picture::curve::{self, CurveFrame, Goal};
use picture::{Drawing, Picture, notes};
use treaty::{Law, TreatyId};
use world::view::{CurveView, GroupStanding, MeetingView, Standing, StatusView};

use crate::asked::Asked;
use crate::frame::Frame;
use crate::plate::Pair;

impl Asked {
    /// The status of a day on the map.
    pub(crate) fn map(&self, drawing: &Drawing<'_>, view: &StatusView) -> Picture {
        let drawn = picture::map::status(drawing, view);
        self.noted(drawn, &self.sources(&view.treaty))
    }

    /// The same, a square for each State, by region; for a wide place.
    pub(crate) fn tiles(&self, drawing: &Drawing<'_>, view: &StatusView) -> Picture {
        let groups = self.world.groups(self.on);
        let drawn = picture::tiles::status(drawing, view, &groups);
        self.noted(drawn, &self.sources(&view.treaty))
    }

    /// The tiles for a wide and for a narrow place.
    pub(crate) fn both_tiles(
        &self,
        wide: &Drawing<'_>,
        narrow: &Drawing<'_>,
        view: &StatusView,
    ) -> Pair {
        let groups = self.world.groups(self.on);
        Pair {
            wide: self.tiles(wide, view),
            narrow: picture::tiles::narrow(narrow, view, &groups),
        }
    }

    /// How many stood where, by groups of States. `leads` gives the address of a group.
    pub(crate) fn bars(
        &self,
        drawing: &Drawing<'_>,
        groups: &[&GroupStanding],
        status: &StatusView,
        width: u32,
        leads: &dyn Fn(&str) -> Option<String>,
    ) -> Picture {
        let rows: Vec<_> = groups
            .iter()
            .map(|group| GroupRow {
                label: self.group_name(&group.group),
                address: leads(&group.group),
                counts: [
                    (Standing::Party, group.parties),
                    (Standing::Contracting, group.contracting),
                    (Standing::Signatory, group.signatories_only),
                    (Standing::Withdrawn, group.withdrawn),
                    (Standing::None, group.none),
                ]
                .into(),
            })
            .collect();
        let frame = BarsFrame {
            short: &status.short,
            called: &status.called,
            on: self.on,
            width,
        };
        self.noted(
            bars::groups(drawing, &rows, &frame),
            &self.sources(&status.treaty),
        )
    }

    /// The name of a group in the reader's language; one without a text goes by its own name.
    pub(crate) fn group_name(&self, name: &str) -> String {
        let slug = name
            .to_lowercase()
            .replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        let found = self.words.find(&format!("group-{slug}"));
        found.map_or_else(|| name.to_owned(), |text| text.into_owned())
    }

    /// A treaty's curve, up to today or the day asked for.
    pub(crate) fn curve(&self, drawing: &Drawing<'_>, told: &Told, width: u32) -> Picture {
        let frame = CurveFrame {
            in_force: told.in_force,
            goals: &told.goals,
            meetings: &told.meetings,
            width,
            ..CurveFrame::new(&told.short, told.from, told.to, self.on)
        };
        let sources: Vec<_> = told.sources.iter().map(String::as_str).collect();
        self.noted(curve::one(drawing, &told.view, &frame), &sources)
    }

    /// The curve for a wide and for a narrow place. Ids begin with `curve` and `slim`.
    pub(crate) fn curves(&self, wide: &Drawing<'_>, narrow: &Drawing<'_>, told: &Told) -> Pair {
        Pair {
            wide: self.curve(wide, told, curve::WIDE),
            narrow: self.curve(narrow, told, curve::NARROW),
        }
    }

    /// The documents behind a treaty's status on the day.
    fn sources(&self, treaty: &TreatyId) -> Vec<&str> {
        notes::most_named(
            self.world
                .status_sources(treaty, self.on)
                .unwrap_or_default(),
        )
    }

    /// What a treaty's curve is drawn from; its sources are those of the status of the day.
    pub(crate) fn told(&self, law: &Law) -> Option<Told> {
        let view = self.world.curve(&law.id)?;
        let to = self.today.max(self.on);
        let first = view.points.first().map(|point| point.on);
        let opened = law.opened.as_ref().map(|occasion| occasion.on);
        let told = self.world.meetings(Some(&law.id), self.on, self.lang);
        let mut meetings = told.past;
        meetings.extend(told.coming);
        meetings.sort_by_key(|meeting| meeting.start);
        let aims = self.world.aims(&law.id, self.on).unwrap_or_default();
        Some(Told {
            short: law.short.clone(),
            from: first.into_iter().chain(opened).min().unwrap_or(to),
            to,
            in_force: law.in_force.as_ref().map(|force| force.on),
            goals: aims.iter().map(|aim| Goal::of(self.words, aim)).collect(),
            meetings,
            sources: self
                .sources(&law.id)
                .into_iter()
                .map(str::to_owned)
                .collect(),
            view,
        })
    }

    /// The sources of what rests on many treaties: the entries name them.
    pub(crate) fn noted_of_many(&self, drawn: Picture) -> Picture {
        let sources = self.words.text("plate-sources-of-many");
        self.noted(drawn, &[&sources])
    }

    /// The lines under a picture: day, knowledge, sources, terms; then its own, such as the
    /// disclaimer of a map.
    pub(crate) fn noted(&self, mut drawn: Picture, sources: &[&str]) -> Picture {
        let head = self.world.head();
        // An edition says once what it rests on, so that a picture changes only with what it shows.
        let known = (!self.is_published()).then(|| (self.world.known(), &head));
        let mut lines = notes::of(self.words, self.on, known, sources, None);
        lines.append(&mut drawn.notes);
        drawn.notes = lines;
        drawn
    }
}

/// What a treaty's curve is drawn from.
pub(crate) struct Told {
    pub(crate) view: CurveView,
    short: String,
    from: Date,
    to: Date,
    in_force: Option<Date>,
    goals: Vec<Goal>,
    meetings: Vec<MeetingView>,
    pub(crate) sources: Vec<String>,
}

impl Told {
    /// The first days of the meetings, newest first, for the date control.
    pub(crate) fn days(&self, p: &Frame) -> Vec<(Date, String)> {
        let named = self.meetings.iter().rev().filter_map(|meeting| {
            let number = meeting.number.iter().map(|number| format!(" {number}"));
            let number: String = number.collect();
            let start = meeting.start.day()?;
            let kind = p.meeting_kind(&meeting.kind);
            Some((
                start,
                format!("{}{number}, {}", kind.plain(), p.long(&start)),
            ))
        });
        named.collect()
    }
}

/// The address of a picture of a treaty.
pub(crate) fn address(treaty: &TreatyId, picture: &str) -> String {
    format!("/treaties/{treaty}/{picture}")
}
