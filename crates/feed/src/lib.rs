#![doc = include_str!("../README.md")]

pub mod atom;
pub mod calendar;
pub mod campaign;
pub mod say;
mod text;
