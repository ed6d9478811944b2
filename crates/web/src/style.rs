//! The one style sheet, under a name that changes with its content.

use std::sync::LazyLock;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::path::Path;
use crate::problem::Problem;

static SHEET: &str = include_str!("../static/accede.css");

/// The sheet's address: `/static/accede-<hash>.css`.
pub(crate) static ADDRESS: LazyLock<String> =
    LazyLock::new(|| format!("/static/accede-{:016x}.css", hash(SHEET.as_bytes())));

/// `GET /static/accede-<hash>.css`: may be kept for a year, since another content has another name.
pub(crate) async fn sheet(Path(file): Path<String>) -> Result<Response, Problem> {
    if ADDRESS.strip_prefix("/static/") != Some(file.as_str()) {
        return Err(Problem::NoSuchPage);
    }
    let headers = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, SHEET).into_response())
}

/// `GET /favicon.ico`: browsers ask; there is none.
pub(crate) async fn no_icon() -> Response {
    let headers = [(header::CACHE_CONTROL, "public, max-age=86400")];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// FNV-1a, 64 bits: tells contents apart, proves nothing.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
