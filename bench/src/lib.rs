#![doc = include_str!("../README.md")]

pub mod acts;
pub mod answers;
pub mod clock;
pub mod contacts;
pub mod http;
pub mod judged;
pub mod peers;
pub mod program;
pub mod quality;
pub mod record;
pub mod searches;
