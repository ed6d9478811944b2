//! Who may read what from where: pages stay with their own site, data may be read by any.

use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Extensions, StatusCode, Uri, Version};
use axum::response::{IntoResponse, Response};

use tower_http::compression::{DefaultPredicate, Predicate};

use crate::api;
use crate::ask::Form;

/// The methods every address knows.
pub(crate) const METHODS: &str = "GET, HEAD, OPTIONS";

/// Nothing but our own style sheet, scripts and forms; nothing may frame the pages.
const PAGES: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; \
                     img-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; \
                     frame-ancestors 'none'";

/// A picture or a document carries its style within itself, and can do nothing.
const ALONE: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; object-src 'none'; \
                        frame-ancestors 'none'; sandbox";

/// A file that a browser's own viewer shows. WebKit is reported to show no PDF in a sandbox, though Chromium 156 does;
/// viewers keep what a PDF runs to themselves, and the file loads nothing of the site.
const VIEWED: &str = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; form-action 'none'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// The policy of a file that strangers brought, as its handler says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Policy {
    /// It can do nothing.
    Alone,
    /// A browser's viewer shows it.
    Viewed,
}

impl Policy {
    /// What the header says.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Policy::Alone => ALONE,
            Policy::Viewed => VIEWED,
        }
    }
}

/// What a browser could do for a page and no page of ours asks for, except to ask for a passkey.
pub(crate) const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), \
     encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), \
     microphone=(), midi=(), payment=(), picture-in-picture=(), \
     publickey-credentials-create=(self), publickey-credentials-get=(self), \
     screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

/// The policy of an address.
pub(crate) fn policy(uri: &Uri) -> &'static str {
    match Form::cut(uri.path()).1 {
        Form::Svg | Form::Paper(_) => ALONE,
        Form::Html | Form::Json | Form::Csv | Form::Png | Form::Atom | Form::Ics => PAGES,
    }
}

/// Whether an address gives data, which scripts of any site may read; never with credentials, for
/// there are none.
fn is_data(uri: &Uri) -> bool {
    let (path, form) = Form::cut(uri.path());
    form != Form::Html || path.ends_with(".sqlite") || is_original(path)
}

/// Whether an address is that of a file as somebody brought it.
pub(crate) fn is_original(path: &str) -> bool {
    path.starts_with("/library/") && path.ends_with("/file")
}

/// Sets who may read an answer (Fetch standard, CORS protocol).
pub(crate) fn open(headers: &mut HeaderMap, uri: &Uri) {
    let mut set = |name: &'static str, value: &'static str| {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    };
    if !is_data(uri) {
        set("cross-origin-resource-policy", "same-origin");
        return;
    }
    set("cross-origin-resource-policy", "cross-origin");
    set("access-control-allow-origin", "*");
    set(
        "access-control-expose-headers",
        "ETag, Link, Api-Version, Content-Disposition",
    );
    set("api-version", api::MAJOR);
}

/// Takes back what [`open`] gave: an answer for its reader alone is for no other site.
pub(crate) fn close(headers: &mut HeaderMap) {
    headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    headers.remove(header::ACCESS_CONTROL_EXPOSE_HEADERS);
    headers.insert(
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    );
}

/// What is compressed: what is for anyone. A page for its reader alone carries the code of his forms
/// and repeats what was asked, and its length would tell of the code (BREACH; Gluck, Harris and Prado
/// 2013).
pub(crate) fn may_be_compressed() -> impl Predicate {
    let by_default = DefaultPredicate::new();
    by_default.and(
        |_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions| {
            let kept = headers.get(header::CACHE_CONTROL);
            kept.is_none_or(|kept| !kept.as_bytes().starts_with(b"private"))
        },
    )
}

/// The answer to `OPTIONS`: what may be done here; for data, to a browser that asks beforehand.
pub(crate) fn options(uri: &Uri) -> Response {
    let allowed = [(header::ALLOW, METHODS)];
    if !is_data(uri) {
        return (StatusCode::NO_CONTENT, allowed).into_response();
    }
    let beforehand = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, METHODS),
        (
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "Accept, Accept-Language, If-None-Match",
        ),
        (header::ACCESS_CONTROL_MAX_AGE, "86400"),
    ];
    (StatusCode::NO_CONTENT, allowed, beforehand).into_response()
}
