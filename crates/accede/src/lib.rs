#![doc = include_str!("../README.md")]

pub mod bringing;
pub mod bundle;
pub mod clerk;
mod cli;
pub mod clock;
pub mod demo;
pub mod door;
pub mod edition;
pub mod extract;
pub mod failure;
pub mod files;
pub mod home;
pub mod isolated;
pub mod keyring;
pub mod ministry;
pub mod objection;
pub mod printing;
pub mod proposing;
pub mod reader;
pub mod record;
pub mod register;
pub mod render;
pub mod seats;
pub mod settings;
pub mod stacks;
pub mod standing;
pub mod still;
pub mod trial;

pub use cli::run;
