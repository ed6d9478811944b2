#![doc = include_str!("../README.md")]

mod bond;
mod called;
mod changes;
mod curve;
mod deadline;
mod duty;
mod duty_facts;
mod explain;
mod field;
mod finding;
mod finding_act;
mod finding_duty;
mod fold;
mod force;
mod kinds;
mod ledger_view;
mod matrix;
mod names;
mod participant;
mod reconcile;
mod record;
mod say;
pub mod sheet;
mod status;
mod tenure;
mod trace;
mod uncertain;
pub mod view;
pub mod world;

pub use view::Cited;
pub use world::{Viewer, World};
