//! A report as a file.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use ledger::body::Team;
use report::paper::Paper;
use report::{Form, docx, html, markdown};
use treaty::Lang;

use super::asking::Asking;
use crate::problem::Problem;
use crate::queue::Queue;
use crate::{App, Printer};

/// Dots to the inch of pictures in a document.
const DPI: u32 = 300;

/// The bytes of a paper in a form. Drawing takes a while: it is for threads that may wait.
///
/// # Errors
///
/// [`Problem::NoSuchForm`], where no printer was given and a PDF is asked for.
pub(super) fn bytes(
    paper: &Paper,
    form: Form,
    printer: Option<&Printer>,
) -> Result<Vec<u8>, Problem> {
    let written = match form {
        Form::Html => return Ok(html::page(paper).into_bytes()),
        Form::Md => return Ok(markdown::write(paper).into_bytes()),
        Form::Docx => {
            let dots = |svg: &str, millimetres| Ok(raster::print(svg, millimetres, DPI)?);
            docx::write(paper, &dots).map_err(|cause| crate::door::chain(&cause))
        }
        Form::Pdf => {
            let none = Problem::NoSuchForm { form: form.word() };
            printer.ok_or(none)?(paper)
        }
    };
    written.map_err(|cause| {
        tracing::error!(%cause, %form, "a report could not be written");
        Problem::Ours
    })
}

/// Where one waits for a report in this form: Word's and the PDF take long, the others little more than the page.
pub(super) fn queue(app: &App, form: Form) -> &Queue {
    match form {
        Form::Docx | Form::Pdf => &app.papers,
        Form::Html | Form::Md => &app.writing,
    }
}

/// The answer with the file, under a name that says what it is.
pub(super) fn answer(asking: &Asking, form: Form, bytes: Vec<u8>) -> Response {
    named(&name(asking), asking.lang, form, bytes)
}

/// The answer with a file of this name, which needs no escaping.
pub(super) fn named(name: &str, lang: Lang, form: Form, bytes: Vec<u8>) -> Response {
    let name = format!("attachment; filename=\"{name}.{form}\"");
    let headers = [
        (header::CONTENT_TYPE, form.media_type()),
        (header::CONTENT_DISPOSITION, name.as_str()),
        (header::CONTENT_LANGUAGE, lang.code()),
    ];
    (headers, bytes).into_response()
}

/// `accede-progress-ctbt-2021-09-23-2023-09-22-en`: ids, codes and days, which need no escaping.
fn name(asking: &Asking) -> String {
    let ask = &asking.ask;
    let mut parts = vec!["accede".to_owned(), ask.kind.word().to_owned()];
    parts.push(ask.treaty.to_string());
    // A list of every State would be no name.
    if let [only] = ask.of.as_slice() {
        parts.push(only.to_string());
    }
    // What is no name of ours in a record would need escaping.
    let plan = ask.plan.as_ref().filter(|plan| Team::is_id(plan));
    parts.extend(plan.cloned());
    parts.extend(ask.from.map(|from| from.to_string()));
    parts.push(ask.to.to_string());
    parts.push(asking.lang.code().to_owned());
    parts.join("-")
}
