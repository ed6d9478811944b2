#![doc = include_str!("../README.md")]

pub mod acts;
pub mod answers;
pub mod clock;
pub mod contacts;
pub mod http;
pub mod peers;
pub mod program;
pub mod record;
