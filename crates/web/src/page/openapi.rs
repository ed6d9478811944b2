//! `/openapi.json`: the addresses for programs.

use axum::response::Response;

use crate::api::document::{DOCUMENT, READ_ONLY};
use crate::ask::Form;
use crate::asked::Question;
use crate::problem::Problem;

/// `GET /openapi.json`.
pub(crate) async fn show(Question(asked): Question) -> Result<Response, Problem> {
    asked.only(&[])?;
    match asked.form {
        // An edition takes nothing: it is files.
        Form::Json if asked.is_published() => asked.json(&*READ_ONLY),
        Form::Json => asked.json(&*DOCUMENT),
        Form::Html
        | Form::Csv
        | Form::Svg
        | Form::Png
        | Form::Atom
        | Form::Ics
        | Form::Paper(_) => Err(asked.no_form()),
    }
}
