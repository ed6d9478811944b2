#![doc = include_str!("../README.md")]

pub mod view;
pub mod world;

pub use view::Cited;
pub use world::{Viewer, World};
