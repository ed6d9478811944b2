//! How the outside reaches the pages: from options, then from the environment.

use std::net::SocketAddr;

use clap::Args;
use web::Road;

use crate::cli::warn;
use crate::failure::Failure;
use crate::settings::{HSTS, PLAIN, PROXIES, SECOND};

/// What one may say of it.
#[derive(Debug, Args)]
pub(super) struct RoadArgs {
    /// Proxies whose word on clients is believed: addresses and networks, as in 127.0.0.1,10.0.0.0/8
    #[arg(long, value_name = "LIST")]
    proxies: Option<String>,
    /// What browsers that came by https are told to reach so from now on: host, subdomains, off
    #[arg(long, value_name = "WHAT")]
    hsts: Option<String>,
    /// Let people sign in from other machines over HTTP that is not encrypted
    #[arg(long)]
    allow_plain_http: bool,
}

/// What was said of it.
pub(super) fn read(args: &RoadArgs) -> Result<Road, Failure> {
    let env = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let proxies = args.proxies.clone().or_else(|| env(PROXIES));
    let hsts = args.hsts.clone().or_else(|| env(HSTS));
    let plain = match env(PLAIN).as_deref() {
        None | Some("0") => false,
        Some("1") => true,
        Some(other) => {
            return Err(
                Failure::usage(format!("`{PLAIN}` is `{other}`")).hint("use `1`, or unset it")
            );
        }
    };
    let road = Road::default();
    Ok(Road {
        proxies: match proxies {
            None => road.proxies,
            Some(list) => list.parse().map_err(|error: web::ProxiesError| {
                Failure::usage("the list of proxies is not understood")
                    .because(error)
                    .hint("write addresses and networks with commas between, as in 127.0.0.1,10.0.0.0/8")
            })?,
        },
        hsts: match hsts {
            None => road.hsts,
            Some(word) => word.parse().map_err(|error: web::HstsError| {
                Failure::usage("it is not understood what browsers are to be told").because(error)
            })?,
        },
        plain: plain || args.allow_plain_http,
    })
}

/// Whether a password alone is too little to see what is for teams.
pub(super) fn two_proofs(given: Option<&str>) -> Result<bool, Failure> {
    let env = std::env::var(SECOND).ok().filter(|word| !word.is_empty());
    match given.or(env.as_deref()) {
        None | Some("required") => Ok(true),
        Some("optional") => Ok(false),
        Some(other) => Err(Failure::usage(format!(
            "it is not understood whether a second proof is asked for: `{other}`"
        ))
        .hint("use `required` or `optional`")),
    }
}

/// Tells whoever starts it what follows for signing in.
pub(super) fn warn_of(road: &Road, listens: SocketAddr) {
    if listens.ip().to_canonical().is_loopback() {
        return;
    }
    if road.plain {
        warn(
            "other machines can reach this one without encryption, and passwords are taken so: whoever is between reads them",
        );
    } else if road.proxies.is_empty() {
        warn(
            "nobody can sign in from another machine: that takes a proxy with TLS in front, named with --proxies (docs/operations.md)",
        );
    }
}
