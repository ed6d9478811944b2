//! The server as the outside meets it: through proxies, over sockets, with whatever is sent to it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../../../store/tests/common/cluster.rs"]
mod cluster;
#[path = "../common/mod.rs"]
mod common;
#[path = "../noninterference/dice.rs"]
mod dice;
mod fronted;
mod headers;
mod hole;
mod proxied;
mod replica;
mod routes;
mod sent;
mod serving;
mod silence;
mod site;
mod swept;
