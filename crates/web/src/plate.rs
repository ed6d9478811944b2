//! A picture on a page: what it shows, under it when and how that is known and where it is from,
//! and the ways to take it away. And where the parts of a picture on a page lead.

use std::borrow::Cow;

use askama::Template;
use askama::filters::HtmlSafe;
use axum::response::Response;
use jiff::civil::Date;
use picture::{Drawing, Links, Picture};
use treaty::{ParticipantId, TreatyId};

use crate::ask::Form;
use crate::asked::Asked;
use crate::frame::{Frame, query};
use crate::keys;
use crate::problem::Problem;

/// A picture with everything that stands under it.
#[derive(Template)]
#[template(path = "part/picture.html")]
pub(crate) struct Plate<'f> {
    p: &'f Frame,
    picture: &'f Picture,
    /// The same drawn for a narrow place, where there is one; the page shows one of them.
    narrow: Option<&'f Picture>,
    /// The picture's own page.
    path: &'f str,
    /// Whether this is that page.
    large: bool,
    forms: &'static [Form],
}

impl HtmlSafe for Plate<'_> {}

impl Plate<'_> {
    /// The lines that stand under the picture: on its own page all; elsewhere the day and what is
    /// said of this picture alone, such as the disclaimer of a map.
    fn said(&self) -> impl Iterator<Item = &str> {
        let (large, terms) = (self.large, self.terms_at());
        let lines = self.picture.notes.iter().enumerate();
        lines
            .filter(move |(n, _)| large || !terms.contains(n))
            .map(|(_, line)| line.as_str())
    }

    /// The sources and the terms, which pictures of one page have in common.
    fn terms(&self) -> impl Iterator<Item = &str> {
        let lines = self.picture.notes.get(self.terms_at());
        lines.unwrap_or_default().iter().map(String::as_str)
    }

    /// Which lines these are: all after the day, up to the terms.
    fn terms_at(&self) -> std::ops::Range<usize> {
        let terms = self.p.t("picture-note-terms");
        let last = self.picture.notes.iter().position(|line| *line == terms);
        1..last.map_or(1, |last| last + 1)
    }
}

/// The forms in which a picture and what it is drawn from are to be had.
const FORMS: [Form; 4] = [Form::Svg, Form::Png, Form::Csv, Form::Json];

impl Frame {
    /// A picture that has a page of its own at `path`.
    pub(crate) fn plate<'f>(&'f self, picture: &'f Picture, path: &'f str) -> Plate<'f> {
        Plate {
            p: self,
            picture,
            narrow: None,
            path,
            large: self.path == path,
            forms: &FORMS,
        }
    }

    /// The same with a second drawing for narrow places.
    pub(crate) fn plate_pair<'f>(&'f self, drawn: &'f Pair, path: &'f str) -> Plate<'f> {
        Plate {
            narrow: Some(&drawn.narrow),
            ..self.plate(&drawn.wide, path)
        }
    }

    /// The data or the picture of another page, in a form; of this page, its own parameters go along.
    pub(crate) fn data_of(&self, path: &str, form: &str) -> String {
        if path == self.path {
            return self.data(form);
        }
        format!("{path}.{form}{}", self.kept())
    }

    /// Another page with the two times fixed.
    pub(crate) fn permanent_of(&self, path: &str) -> String {
        if path == self.path {
            return self.permanent();
        }
        let pairs = [
            ("on", Cow::Owned(self.on.to_string())),
            ("known", Cow::Owned(self.known().to_string())),
            ("lang", Cow::Borrowed(self.w.lang().code())),
        ];
        format!("{path}{}", query(&pairs))
    }

    /// What links carry on to what does not depend on the day.
    pub(crate) fn kept_but_day(&self) -> String {
        let mut pairs = self.common();
        pairs.retain(|(name, _)| *name != "on");
        query(&pairs)
    }

    /// The first day on which anything happened under any treaty, for the slider.
    pub(crate) fn first_day(&self) -> Date {
        let treaties = self.world.treaties().into_iter();
        let firsts =
            treaties.filter_map(|law| self.world.curve(&law.id)?.points.first().copied());
        firsts.map(|point| point.on).min().unwrap_or(self.today)
    }

    /// The letters of the standings, in their order, for scripts.
    pub(crate) fn letters(&self) -> String {
        let letters = keys::STANDINGS.map(|standing| self.letter(standing).into_owned());
        letters.join(" ")
    }

    /// This page on another day.
    pub(crate) fn on_day(&self, day: Date) -> String {
        let mut pairs = self.common();
        pairs.retain(|(name, _)| *name != "on");
        pairs.insert(0, ("on", Cow::Owned(day.to_string())));
        pairs.extend(self.own());
        format!("{}{}", self.path, query(&pairs))
    }

    /// What a form is called.
    pub(crate) fn form_name(&self, form: &Form) -> &'static str {
        match form {
            Form::Html => "HTML",
            Form::Json => "JSON",
            Form::Csv => "CSV",
            Form::Svg => "SVG",
            Form::Png => "PNG",
            Form::Atom => "Atom",
            Form::Ics => "iCalendar",
            Form::Paper(report::Form::Docx) => "Word",
            Form::Paper(report::Form::Pdf) => "PDF",
            Form::Paper(report::Form::Html) => "HTML",
            Form::Paper(report::Form::Md) => "Markdown",
        }
    }

    /// Where the parts of a picture under a treaty lead.
    pub(crate) fn leads<'f>(&'f self, treaty: Option<&'f TreatyId>) -> Leads<'f> {
        Leads { p: self, treaty }
    }
}

impl Asked {
    /// A picture as a file of its own: shown by a browser, saved under a name that says what it is.
    pub(crate) fn svg(&self, picture: &Picture) -> Response {
        self.file("image/svg+xml; charset=utf-8", "inline", picture.file())
    }

    /// The same as pixels. Drawing them takes a while, so it is done beside the threads that answer.
    pub(crate) async fn png(&self, picture: &Picture) -> Result<Response, Problem> {
        let (svg, width) = (picture.file(), (picture.width * 2).clamp(1200, 2400));
        let drawn = tokio::task::spawn_blocking(move || raster::png(&svg, width)).await;
        match drawn {
            Ok(Ok(bytes)) => Ok(self.file("image/png", "inline", bytes)),
            Ok(Err(cause)) => {
                tracing::error!(%cause, path = self.path(), "a picture could not be drawn");
                Err(Problem::Ours)
            }
            Err(cause) => {
                tracing::error!(%cause, path = self.path(), "drawing a picture did not finish");
                Err(Problem::Ours)
            }
        }
    }
}

/// One picture, drawn for a wide and for a narrow place.
pub(crate) struct Pair {
    pub(crate) wide: Picture,
    pub(crate) narrow: Picture,
}

/// Where the parts of a picture lead on a page: the two times and the language go along.
pub(crate) struct Leads<'f> {
    p: &'f Frame,
    treaty: Option<&'f TreatyId>,
}

impl Links for Leads<'_> {
    fn state(&self, id: ParticipantId) -> Option<String> {
        let kept = self.p.kept();
        Some(match self.treaty {
            Some(treaty) => ["/states/", id.as_str(), "/", treaty.as_str(), kept].concat(),
            None => ["/states/", id.as_str(), kept].concat(),
        })
    }

    fn treaty(&self, id: &TreatyId) -> Option<String> {
        Some(format!("/treaties/{id}{}", self.p.kept()))
    }

    fn day(&self, day: Date) -> Option<String> {
        (!self.p.published).then(|| self.p.on_day(day))
    }

    fn meeting(&self, id: &str) -> Option<String> {
        Some(format!("/meetings/{id}{}", self.p.kept()))
    }
}

impl Leads<'_> {
    /// What a drawing is given.
    pub(crate) fn drawing<'d>(&'d self, id: &'d str) -> Drawing<'d> {
        Drawing {
            words: self.p.w,
            links: self,
            id,
        }
    }
}
