//! Addresses that pages had before. What was linked or printed stays good.

use axum::http::Uri;

use crate::asked::Question;
use crate::path::Path;
use crate::problem::Problem;

/// `/treaties/ccm/duties` is `/treaties/ccm/obligations`.
pub(crate) async fn duties(
    Path(treaty): Path<String>,
    Question(asked): Question,
    uri: Uri,
) -> Problem {
    asked.moved(&["treaties", &treaty, "obligations"], &uri)
}

/// `/treaties/ccm/ITA` is `/states/ITA/ccm`.
pub(crate) async fn participation(
    Path((treaty, state)): Path<(String, String)>,
    Question(asked): Question,
    uri: Uri,
) -> Result<Problem, Problem> {
    // What is neither a State nor a page of the treaty is not sent on to be told so elsewhere.
    let law = asked.treaty(&treaty)?;
    let id = asked.named_state(&state)?;
    Ok(asked.moved(&["states", id.as_str(), law.id.as_str()], &uri))
}

/// `/treaties/ccm/ITA/3(2)` is `/states/ITA/ccm/3(2)`.
pub(crate) async fn explain(
    Path((treaty, state, article)): Path<(String, String, String)>,
    Question(asked): Question,
    uri: Uri,
) -> Result<Problem, Problem> {
    let law = asked.treaty(&treaty)?;
    let id = asked.named_state(&state)?;
    let parts = ["states", id.as_str(), law.id.as_str(), &article];
    Ok(asked.moved(&parts, &uri))
}
