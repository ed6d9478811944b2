//! What happens to every request: the form is cut off the address, the world is chosen, a page
//! the reader already has is not made again, problems become pages, and the headers that keep a
//! page from doing harm are set.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use treaty::Lang;
use words::Words;
use world::{Viewer, World};

use crate::App;
use crate::access;
use crate::ask::{Form, Params, decode};
use crate::asked::{self, Asked};
use crate::deeds::{self, By};
use crate::door::{self, Visitor};
use crate::page::problem::problem_page;
use crate::problem::Problem;
use crate::queue;
use crate::road::Way;

/// Answers a request.
pub(crate) async fn answer(State(app): State<App>, request: Request, next: Next) -> Response {
    let (path, form) = Form::cut(request.uri().path());
    let (path, form) = (path.to_owned(), form);
    let form = if deeds::is_by_program(&request, &path) {
        Form::Json
    } else {
        form
    };
    let uri = request.uri().clone();
    let at_door = app.door.is_some() && (door::is_at(&path) || deeds::is_at(&path));
    let method = request.method().clone();
    let by_programs = app.door.is_some() && deeds::is_of_programs(&path);
    let told = |mut response: Response| {
        if by_programs {
            let allowed = HeaderValue::from_static(deeds::METHODS);
            response.headers_mut().insert(header::ALLOW, allowed);
        }
        guarded(response, &uri)
    };
    if method == Method::OPTIONS && !at_door {
        return told(access::options(&uri));
    }
    // What may be done at the door, its routes say.
    let records = app.door.is_some() && deeds::is_by_program(&request, &path);
    if !at_door && !records && !matches!(method, Method::GET | Method::HEAD) {
        let lang = spoken(&request);
        return told(show_problem(&app, &Problem::OnlyGet, lang, form, &uri));
    }
    if path.starts_with("/static/") || path == "/favicon.ico" {
        let response = next.run(request).await;
        let problem = response.extensions().get::<Problem>().cloned();
        let response = match problem {
            Some(problem) => show_problem(&app, &problem, Lang::En, form, &uri),
            None => response,
        };
        return guarded(response, &uri);
    }
    let lang = spoken(&request);
    let anyone = viewer(&request) == Viewer::public() && !at_door;
    let way = *request.extensions().get::<Way>().unwrap_or(&Way::OURS);
    if at_door && !way.may_carry_secrets(&app.road) {
        return refused(&app, &Problem::Plain, &request);
    }
    let response = match answer_page(&app, request, next, path, form).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    };
    let allowed = allowed(&response);
    if let Some(allowed) = allowed.clone().filter(|_| method == Method::OPTIONS) {
        let answer = (StatusCode::NO_CONTENT, [(header::ALLOW, allowed)]);
        return own(guarded(answer.into_response(), &uri));
    }
    let problem = problem_of(&response);
    note(problem.as_ref(), &uri);
    let mut response = match problem {
        // Whoever asks for the database or for a file as it was brought has no use for a page instead.
        Some(problem) if uri.path().ends_with(".sqlite") || access::is_original(uri.path()) => {
            show_problem(&app, &problem, lang, Form::Json, &uri)
        }
        Some(problem) => show_problem(&app, &problem, lang, form, &uri),
        None => response,
    };
    if let Some(allowed) = allowed {
        response.headers_mut().insert(header::ALLOW, allowed);
    }
    let response = guarded(response, &uri);
    if anyone { response } else { own(response) }
}

/// Tells whoever runs the instance of what was refused for who asked: an attempt, or a mistake in setting
/// it up. Of the address the first part alone: the rest may be a secret.
fn note(problem: Option<&Problem>, uri: &Uri) {
    let of_note = problem.filter(|problem| {
        matches!(
            problem,
            Problem::BadToken
                | Problem::NeedsToken
                | Problem::MayNot { .. }
                | Problem::Forged
                | Problem::Plain
                | Problem::Misdirected
        )
    });
    if let Some(problem) = of_note {
        let place = uri.path().split('/').nth(1).unwrap_or_default();
        tracing::warn!(what = problem.slug(), place, "a request was refused");
    }
}

/// The answer to a request that is refused before it is looked at.
pub(crate) fn refused(app: &App, problem: &Problem, request: &Request) -> Response {
    let uri = request.uri();
    let (_, form) = Form::cut(uri.path());
    let lang = spoken(request);
    note(Some(problem), uri);
    let mut response = guarded(show_problem(app, problem, lang, form, uri), uri);
    if matches!(problem, Problem::BadToken) {
        // RFC 6750, 3.
        let told = HeaderValue::from_static("Bearer error=\"invalid_token\"");
        response
            .headers_mut()
            .insert(header::WWW_AUTHENTICATE, told);
    }
    own(response)
}

/// What went wrong, as a handler says, or what stands before it: that reads what was sent.
fn problem_of(response: &Response) -> Option<Problem> {
    let said = response.extensions().get::<Problem>().cloned();
    said.or_else(|| {
        let kind = response.headers().get(header::CONTENT_TYPE);
        let bare = kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
        Problem::of_a_body(response.status()).filter(|_| bare)
    })
}

/// What an address takes, where it was asked for something else.
fn allowed(response: &Response) -> Option<HeaderValue> {
    let told = response.headers().get(header::ALLOW)?.to_str().ok()?;
    let told = told.split(',').map(str::trim).filter(|one| !one.is_empty());
    let told: Vec<&str> = told.chain(["OPTIONS"]).collect();
    HeaderValue::from_str(&told.join(", ")).ok()
}

/// The language of whoever asks: as asked for, as he said once, as his browser says.
fn spoken(request: &Request) -> Lang {
    let own = request.extensions().get::<Visitor>();
    let own = own.and_then(Visitor::language);
    match Params::read(request.uri()) {
        Ok(params) if matches!(params.one("lang"), Ok(None)) => {
            own.unwrap_or_else(|| asked::language(request.uri(), request.headers()))
        }
        Ok(_) | Err(_) => asked::language(request.uri(), request.headers()),
    }
}

/// What is for its reader alone: no cache between may keep it, nor may the reader's own, which others
/// at the same machine could open.
fn own(mut response: Response<Body>) -> Response<Body> {
    let headers = response.headers_mut();
    headers.remove(header::ETAG);
    access::close(headers);
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    // With `no-referrer` a browser does not say where a form was sent from (Fetch standard, 3.2), and
    // what no page of ours sent is refused. Other sites are told nothing by this either.
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    response
}

async fn answer_page(
    app: &App,
    mut request: Request,
    next: Next,
    path: String,
    form: Form,
) -> Result<Response, Problem> {
    // What is no text names nothing: no name may be found in what is left of it.
    if decode(&path.replace('+', "%2B")).is_none() {
        return Err(Problem::BadEncoding);
    }
    if let Some(by) = request.extensions().get::<By>() {
        deeds::may_take_out(by, &path)?;
    }
    let params = Params::read(request.uri())?;
    let known = asked::known(&params)?;
    let viewer = viewer(&request);
    let anyone = viewer == Viewer::public();
    let world = world(app, viewer, known).await?;
    let mut asked = Asked::new(
        world,
        app.worlds.today(),
        path,
        form,
        params,
        request.headers(),
    )?;
    asked = asked.with_tables(app.tables.clone());
    if app.published {
        asked = asked.published();
    }
    if let Some(door) = &app.door {
        let issuer = door.issuer().map(|issuer| issuer.name().to_owned());
        asked = asked.vouched_by(issuer);
        asked = asked.with_passkeys(door::passkeys_at(app, request.headers()));
        asked = asked.at_door(request.extensions().get::<Visitor>().cloned());
    }
    let tag = asked.tag();
    if anyone && has_it(request.headers(), &tag) {
        return Ok(unchanged(&tag, request.uri()));
    }
    let query = request
        .uri()
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    let bare: Uri = format!("{}{query}", asked.path())
        .parse()
        .ok()
        .ok_or(Problem::BadEncoding)?;
    *request.uri_mut() = bare;
    request.extensions_mut().insert(Arc::new(asked));
    let mut response = next.run(request).await;
    if response.status().is_success()
        && let Ok(tag) = HeaderValue::from_str(&tag)
    {
        let headers = response.headers_mut();
        headers.insert(header::ETAG, tag);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    }
    Ok(response)
}

/// The world of the moment asked for. Folding one takes a while, so it is done beside the threads
/// that answer.
pub(crate) async fn world(
    app: &App,
    viewer: Viewer,
    known: Option<Timestamp>,
) -> Result<Arc<World>, Problem> {
    if let Some(world) = app.worlds.at_hand(&viewer, None) {
        // Links to the next part of a list name the moment that is now.
        if known.is_none_or(|known| world.known() == known) {
            return Ok(world);
        }
    }
    if let Some(world) = app.worlds.at_hand(&viewer, known) {
        return Ok(world);
    }
    let turns = match known {
        None => &app.folding,
        Some(_) => &app.folding_past,
    };
    let turn = turns.clone().acquire_owned().await;
    let worlds = app.worlds.clone();
    let folded = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        match known {
            None => Ok(worlds.now(&viewer)),
            Some(known) => worlds.at(&viewer, known),
        }
    });
    match folded.await {
        Ok(world) => Ok(world?),
        Err(cause) => {
            tracing::error!(%cause, "folding a past world did not finish");
            Err(Problem::Ours)
        }
    }
}

/// Who asks, as whatever stands before the pages found out; else anyone.
pub(crate) fn viewer(request: &Request) -> Viewer {
    let found = request.extensions().get::<Viewer>();
    found.cloned().unwrap_or_default()
}

/// Whether the reader's copy is this one (RFC 9110, 13.1.2; tags are weak).
pub(crate) fn has_it(headers: &HeaderMap, tag: &str) -> bool {
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|theirs| theirs.trim() == tag)
}

/// The answer to a reader whose copy is good; the same headers as the page would have had.
pub(crate) fn unchanged(tag: &str, uri: &Uri) -> Response {
    let headers = [
        (header::ETAG, tag),
        (header::CACHE_CONTROL, "no-cache"),
        (header::VARY, "accept-language"),
    ];
    guarded((StatusCode::NOT_MODIFIED, headers).into_response(), uri)
}

fn show_problem(app: &App, problem: &Problem, lang: Lang, form: Form, asked: &Uri) -> Response {
    let words = Words::for_lang(lang);
    let status = problem.status();
    let headers = |kind| {
        [
            (header::CONTENT_TYPE, kind),
            (header::CONTENT_LANGUAGE, words.text_lang().code()),
            (header::CACHE_CONTROL, "no-cache"),
        ]
    };
    let mut response = match (problem, form) {
        (Problem::Elsewhere { path }, _) => {
            let location = HeaderValue::from_str(path);
            let mut response = status.into_response();
            if let Ok(location) = location {
                response.headers_mut().insert(header::LOCATION, location);
            }
            response
        }
        (
            _,
            Form::Json
            | Form::Csv
            | Form::Svg
            | Form::Png
            | Form::Atom
            | Form::Ics
            | Form::Paper(_),
        ) => {
            let document = problem.document(words, asked);
            let text = serde_json::to_string(&document).unwrap_or_default();
            (status, headers("application/problem+json"), text).into_response()
        }
        (_, Form::Html) => {
            let world = app.worlds.now(&Viewer::public());
            let today = app.worlds.today();
            let page = problem_page(&world, today, words, problem, asked);
            (status, headers("text/html; charset=utf-8"), page).into_response()
        }
    };
    if status == StatusCode::METHOD_NOT_ALLOWED {
        let allowed = HeaderValue::from_static(access::METHODS);
        response.headers_mut().insert(header::ALLOW, allowed);
    }
    if matches!(problem, Problem::Busy) {
        let soon = HeaderValue::from_static(queue::RETRY_AFTER);
        response.headers_mut().insert(header::RETRY_AFTER, soon);
    }
    // For those who ask without a server.
    response.extensions_mut().insert(problem.clone());
    response
}

/// Sets the headers that keep an answer from doing harm, and those that let other sites read data.
pub(crate) fn guarded(mut response: Response<Body>, uri: &Uri) -> Response<Body> {
    let own = response.extensions().get::<access::Policy>();
    let policy = own.map_or_else(|| access::policy(uri), |own| own.text());
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, policy);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("permissions-policy"),
        access::PERMISSIONS,
    );
    access::open(headers, uri);
    response
}
