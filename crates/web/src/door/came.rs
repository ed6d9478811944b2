//! Where a request came from.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::{HeaderMap, header};
use jiff::Timestamp;
use people::Visit;

use super::cookie;
use crate::road::Way;

/// Where a request came from, in what can be handed to another thread.
#[derive(Debug, Clone)]
pub(crate) struct Came {
    from: IpAddr,
    device: Option<String>,
    agent: String,
}

impl Came {
    /// Reads it off a request.
    pub(crate) fn of(request: &Request) -> Came {
        let way = request.extensions().get::<Way>();
        let headers = request.headers();
        Came {
            from: way.unwrap_or(&Way::OURS).from,
            device: cookie::read(headers, cookie::Name::Device),
            agent: agent(headers),
        }
    }

    /// As the desk takes it.
    pub(crate) fn visit(&self, now: Timestamp) -> Visit<'_> {
        Visit {
            now,
            from: self.from,
            device: self.device.as_deref(),
            agent: &self.agent,
        }
    }
}

fn agent(headers: &HeaderMap) -> String {
    let told = headers.get(header::USER_AGENT);
    let told = told
        .and_then(|agent| agent.to_str().ok())
        .unwrap_or_default();
    told.chars().take(300).collect()
}
