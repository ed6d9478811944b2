//! The pages: one file each, with its struct, its data and its handler.

pub(crate) mod about;
pub(crate) mod acts;
pub(crate) mod api;
pub(crate) mod approach;
pub(crate) mod approaches;
pub(crate) mod brief;
pub(crate) mod calendar;
pub(crate) mod campaigns;
pub(crate) mod changes;
pub(crate) mod compare;
pub(crate) mod count;
pub(crate) mod curves;
pub(crate) mod data;
pub(crate) mod due;
pub(crate) mod duties;
pub(crate) mod duty_tables;
pub(crate) mod edition;
pub(crate) mod entry;
pub(crate) mod explain;
pub(crate) mod feed;
pub(crate) mod findings;
pub(crate) mod force;
pub(crate) mod home;
pub(crate) mod ics;
pub(crate) mod ledger;
pub(crate) mod library;
pub(crate) mod matrix;
pub(crate) mod meeting;
pub(crate) mod meetings;
pub(crate) mod members;
pub(crate) mod moved;
pub(crate) mod openapi;
pub(crate) mod participation;
pub(crate) mod pictures;
pub(crate) mod plans;
pub(crate) mod problem;
pub(crate) mod reconcile;
pub(crate) mod reports;
pub(crate) mod search;
pub(crate) mod state;
pub(crate) mod states;
pub(crate) mod timeline;
pub(crate) mod treaties;
pub(crate) mod treaty;
pub(crate) mod uncertain;

use crate::problem::Problem;

/// Any address that is none.
pub(crate) async fn nowhere() -> Problem {
    Problem::NoSuchPage
}

/// Any method but GET and HEAD.
pub(crate) async fn only_get() -> Problem {
    Problem::OnlyGet
}
