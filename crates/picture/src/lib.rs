#![doc = include_str!("../README.md")]

pub mod bars;
pub mod curve;
mod drawn;
mod equal_earth;
mod globe;
pub mod key;
pub mod legend;
pub mod map;
pub mod matrix;
pub mod multiples;
pub mod notes;
pub mod scale;
pub mod style;
pub mod svg;
pub mod text;
pub mod tiles;
pub mod timeline;

pub use drawn::{Drawing, Links, NoLinks, Picture, Printed};
