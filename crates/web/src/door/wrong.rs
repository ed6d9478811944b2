//! What is wrong with a form, told beside the field it is about.

use axum::http::StatusCode;
use axum::response::Response;

use crate::problem::Problem;

/// What is wrong, and with which field. At most one thing: what is refused first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wrong(Option<(&'static str, String)>);

impl Wrong {
    /// Something about a field; about `form` where it is about no field alone.
    pub(crate) fn with(field: &'static str, told: impl Into<String>) -> Wrong {
        Wrong(Some((field, told.into())))
    }

    /// What is wrong with a field.
    pub(crate) fn of(&self, field: &str) -> Option<&str> {
        let told = self.0.as_ref().filter(|(about, _)| *about == field);
        told.map(|(_, told)| told.as_str())
    }

    /// The page, with the status of an answer to a form that is right or not.
    pub(crate) fn told_on(&self, page: Result<Response, Problem>) -> Result<Response, Problem> {
        let mut page = page?;
        if self.0.is_some() {
            *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        }
        Ok(page)
    }
}
