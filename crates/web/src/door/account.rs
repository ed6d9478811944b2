//! The pages of one's own account. One subject, one file.

mod agent;
mod app;
mod called;
mod data;
mod erase;
mod overview;
mod password;
mod qr;
mod sessions;
mod tokens;

use axum::Router;
use axum::routing::get;

use crate::App;
use crate::asked::Asked;
use crate::problem::Problem;

/// The addresses of the account.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/account", get(overview::show).post(overview::take))
        .route("/account/name", get(called::show).post(called::take))
        .route(
            "/account/password",
            get(password::show).post(password::take),
        )
        .route("/account/app", get(app::show).post(app::take))
        .route("/account/app/add", get(app::show_add).post(app::take_add))
        .route(
            "/account/sessions",
            get(sessions::show).post(sessions::take),
        )
        .route("/account/tokens", get(tokens::show).post(tokens::take))
        .route(
            "/account/tokens/new",
            get(tokens::show_new).post(tokens::take_new),
        )
        .route("/account/data", get(data::show))
        .route("/account/export", get(data::export))
        .route("/account/erase", get(erase::show).post(erase::take))
}

/// What was done last, which the page one came to tells: the key of its text.
fn done(asked: &Asked) -> Result<Option<&'static str>, Problem> {
    Ok(match asked.params.one("done")? {
        Some("called") => Some("account-done-called"),
        Some("language") => Some("account-done-language"),
        Some("password") => Some("account-done-password"),
        Some("app-removed") => Some("account-done-app-removed"),
        Some("ended") => Some("account-done-ended"),
        Some("others") => Some("account-done-others"),
        Some("revoked") => Some("account-done-revoked"),
        Some(_) | None => None,
    })
}
