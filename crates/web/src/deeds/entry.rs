//! `POST /ledger.json`: a program records an entry in its person's name.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ledger::EntryRef;
use schemars::{JsonSchema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Value, json};

use super::{By, Kept, LARGEST, Wanted, Wish};
use crate::App;
use crate::api;
use crate::asked::Question;
use crate::door::at_work;
use crate::problem::Problem;

/// What was recorded.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Recorded")]
struct Told {
    /// What the entry is called: a number, or an id where it is not public.
    entry: EntryRef,
    /// Where it is to be read.
    address: String,
}

/// Takes an entry as JSON, by a token that was made for recording.
pub(super) async fn take(
    State(app): State<App>,
    by: Option<Extension<By>>,
    Question(asked): Question,
    headers: HeaderMap,
    sent: Result<Bytes, BytesRejection>,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    // Not by a cookie: another site could have a browser send one along.
    let by = by.map(|found| found.0).filter(|by| by.token.is_some());
    let by = by.ok_or(Problem::NeedsToken)?;
    if !is_json(&headers) {
        return Err(Problem::NotJson);
    }
    let wanted = read(sent)?;
    let Kept { entry, before } = at_work(&app, move |door| {
        door.record(&by, &Wish::Entry(Box::new(wanted)))
    })
    .await??;
    let address = format!("/ledger/{entry}");
    let told = Told {
        entry,
        address: address.clone(),
    };
    let place = [(header::LOCATION, address)];
    let status = if before {
        StatusCode::OK
    } else {
        StatusCode::CREATED
    };
    Ok((status, place, asked.json(&told)?).into_response())
}

/// Whether a request says that its body is JSON, in UTF-8 as JSON is (RFC 8259, 8.1).
fn is_json(headers: &HeaderMap) -> bool {
    let said = headers.get(header::CONTENT_TYPE);
    let said = said.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = said.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/json")
}

fn read(sent: Result<Bytes, BytesRejection>) -> Result<Wanted, Problem> {
    let bytes = sent.map_err(|cause| {
        if cause.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Problem::BodyTooLarge { most: LARGEST }
        } else {
            Problem::CutShort
        }
    })?;
    serde_json::from_slice(&bytes).map_err(|cause| Problem::NotRecorded {
        why: crate::asked::short(&cause.to_string()),
    })
}

/// The operation, for the document.
pub(crate) fn operation(generator: &mut SchemaGenerator) -> Value {
    let wanted = api::of::<Wanted>(generator).to_value();
    let told = api::of::<Told>(generator).to_value();
    let problem = |what: &str| {
        json!({
            "description": what,
            "headers": {"Api-Version": {"$ref": "#/components/headers/Api-Version"}},
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        })
    };
    let kept = |what: &str| {
        json!({
            "description": what,
            "headers": {
                "Api-Version": {"$ref": "#/components/headers/Api-Version"},
                "Location": {"$ref": "#/components/headers/Location"},
            },
            "content": {"application/json": {"schema": told}},
        })
    };
    json!({
        "operationId": "ledger-record",
        "tags": [api::Part::Record.tag()],
        "summary": "Record an entry in the name of the token's person.",
        "description": "An approach, a campaign, a stage, a pledge, an attribution, a role, a meeting, a roll call or a report that is kept; or the correction of one, a retraction or a dispute of any entry. Whether the person may is asked of the policy, as on the pages.",
        "security": [{"token": []}],
        "parameters": api::params::COMMON.iter()
            .map(|param| json!({"$ref": format!("#/components/parameters/{}", param.name)}))
            .collect::<Vec<_>>(),
        "requestBody": {
            "required": true,
            "content": {"application/json": {"schema": wanted}},
        },
        "responses": {
            "200": kept("It was on record under this key before; nothing was recorded now."),
            "201": kept("It is on record."),
            "400": {"$ref": "#/components/responses/Unreadable"},
            "401": problem("There is no token, or it does not hold."),
            "403": problem("The person may not, or the token was not made for it."),
            "404": {"$ref": "#/components/responses/Missing"},
            "409": problem("The person recorded something else under this key before."),
            "413": problem("It is too large."),
            "414": {"$ref": "#/components/responses/TooLong"},
            "415": problem("It is not JSON."),
            "422": problem("It is not recorded, and why: the form is wrong, or the clerk refused it."),
            "503": problem("The ledger could not be written."),
        },
    })
}
