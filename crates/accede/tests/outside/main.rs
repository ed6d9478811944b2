//! The server as the outside meets it: through proxies, over sockets, with whatever is sent to it.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

#[path = "../common/mod.rs"]
mod common;
mod proxied;
mod serving;
mod swept;
