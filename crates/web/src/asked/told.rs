//! How a question is answered: as a page, as JSON, as a table, as a file.

use askama::Template;
use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use world::sheet::Sheet;

use super::Asked;
use crate::frame::{Frame, Nav};
use crate::paging::{self, InParts};
use crate::problem::Problem;
use crate::timeless;

impl Asked {
    /// The frame of a page, under `title`.
    pub(crate) fn frame(&self, nav: Nav, title: impl Into<String>) -> Frame {
        let mut frame = Frame::new(
            self.world.clone(),
            self.words,
            self.today,
            nav,
            title.into(),
        );
        frame.on = self.on;
        frame.path.clone_from(&self.path);
        // An edition is rendered for no host; pages print none.
        frame.host = self.host.clone().filter(|_| !self.published);
        frame.published = self.published;
        frame.door = self.door;
        frame.held_back = self.visitor.as_ref().is_some_and(|one| one.held_back);
        frame.visitor = self
            .visitor
            .as_ref()
            .map(|visitor| (visitor.person.name().to_owned(), visitor.key.csrf()));
        frame.issuer.clone_from(&self.issuer);
        frame.part = self.part().cloned();
        for (name, value) in self.params.iter() {
            match name {
                "on" => frame.on_asked = true,
                "known" => frame.known_asked = Some(value.to_owned()),
                "lang" => frame.lang_asked = true,
                _ => frame.own.push((name.to_owned(), value.to_owned())),
            }
        }
        frame.keep();
        frame
    }

    /// A page.
    pub(crate) fn page(&self, page: &impl Template) -> Result<Response, Problem> {
        match page.render() {
            Ok(text) => {
                let headers = [
                    (header::CONTENT_TYPE, "text/html; charset=utf-8"),
                    (header::CONTENT_LANGUAGE, self.words.text_lang().code()),
                ];
                Ok((headers, text).into_response())
            }
            Err(cause) => {
                tracing::error!(%cause, path = self.path, "a page could not be rendered");
                Err(Problem::Ours)
            }
        }
    }

    /// A view as JSON.
    pub(crate) fn json(&self, view: &impl Serialize) -> Result<Response, Problem> {
        let written = match self.part() {
            Some(page) => serde_json::to_vec(&InParts { view, page }),
            None => serde_json::to_vec(view),
        };
        match written {
            Ok(bytes) => {
                let bytes = if self.published {
                    timeless::json(bytes)
                } else {
                    bytes
                };
                let kind = [(header::CONTENT_TYPE, "application/json")];
                Ok(paging::link((kind, bytes).into_response(), self.part()))
            }
            Err(cause) => {
                tracing::error!(%cause, path = self.path, "a view could not be written");
                Err(Problem::Ours)
            }
        }
    }

    /// A view's table as CSV.
    pub(crate) fn csv(&self, sheet: &Sheet) -> Response {
        let kind = "text/csv; charset=utf-8; header=present";
        let bytes = if self.published {
            sheet.without("known").to_csv()
        } else {
            sheet.to_csv()
        };
        self.file(kind, "attachment", bytes)
    }

    /// A file, under a name made of its address and its day.
    pub(crate) fn file(
        &self,
        kind: &'static str,
        how: &str,
        bytes: impl Into<Body>,
    ) -> Response {
        let name: Vec<_> = self
            .path
            .split('/')
            .filter(|part| !part.is_empty())
            .collect();
        let name = format!("accede-{}-{}.{}", name.join("-"), self.on, self.form.word());
        let headers = [
            (header::CONTENT_TYPE, kind.to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("{how}; filename=\"{}\"", plain(&name)),
            ),
        ];
        paging::link((headers, bytes.into()).into_response(), self.part())
    }

    /// The refusal for a page that is not to be had in the form asked for.
    pub(crate) fn no_form(&self) -> Problem {
        Problem::NoSuchForm {
            form: self.form.word(),
        }
    }
}

/// A file name without anything a header could stumble over.
fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))
        .collect()
}
