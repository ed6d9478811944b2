#![doc = include_str!("../README.md")]

pub mod curve;
mod drawn;
pub mod notes;
pub mod scale;
pub mod style;
pub mod svg;
pub mod text;

pub use drawn::{Drawing, Links, NoLinks, Picture};
