//! The pages of one's own account.

mod overview;

use axum::Router;
use axum::routing::get;

use crate::App;

/// The addresses of the account.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/account", get(overview::show))
}
