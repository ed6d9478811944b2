#![doc = include_str!("../README.md")]

pub mod bars;
pub mod curve;
mod drawn;
pub mod legend;
pub mod matrix;
pub mod multiples;
pub mod notes;
pub mod scale;
pub mod style;
pub mod svg;
pub mod text;
pub mod timeline;

pub use drawn::{Drawing, Links, NoLinks, Picture};
