//! The members of a group under a treaty, in a published edition: the rows that were chosen, and the
//! way to the treaty's page, on which everything else stands once.

use askama::Template;
use axum::response::Response;
use world::view::{ParticipantStatus, StatusView};

use crate::asked::Asked;
use crate::frame::{Frame, Nav};
use crate::page::treaty::{Section, sections};
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "edition/members.html")]
struct MembersPage<'v> {
    p: Frame,
    view: &'v StatusView,
    sections: Vec<Section<'v>>,
    lede: String,
}

/// The page of `group`, of whose members `kept` leaves the rows.
pub(crate) fn page(
    asked: &Asked,
    view: &StatusView,
    group: &str,
    kept: &dyn Fn(&ParticipantStatus) -> bool,
) -> Result<Response, Problem> {
    let title = asked.words.text_with(
        "edition-members",
        &[
            ("group", asked.group_name(group).into()),
            ("short", (&view.short).into()),
        ],
    );
    let mut p = asked
        .frame(Nav::Treaties, title)
        .with_csv()
        .with_feed(format!("/treaties/{}/feed", view.treaty));
    p.called.clone_from(&view.called);
    let rows: Vec<_> = view.participants.iter().filter(|row| kept(row)).collect();
    let counted = [
        ("n", rows.len().into()),
        ("on", asked.words.date(asked.on).into()),
    ];
    let lede = asked.words.text_with("edition-members-count", &counted);
    asked.page(&MembersPage {
        p,
        view,
        lede,
        sections: sections(&rows),
    })
}
