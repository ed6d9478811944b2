#![doc = include_str!("../README.md")]

pub mod clerk;
mod cli;
pub mod clock;
pub mod failure;
pub mod files;
pub mod home;
pub mod objection;
pub mod record;
//IMP pub mod register;
pub mod render;
pub mod settings;
//SERVE pub mod standing;
pub mod trial;

pub use cli::run;
