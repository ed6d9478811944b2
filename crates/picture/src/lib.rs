#![doc = include_str!("../README.md")]

mod drawn;
pub mod style;
pub mod svg;

pub use drawn::{Drawing, Links, NoLinks, Picture};
