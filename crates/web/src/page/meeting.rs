//! `/meetings/{id}`: one meeting: where the treaty stood, who joined since the one before, what
//! was said.

use askama::Template;
use axum::extract::Extension;
use axum::response::Response;
use jiff::civil::Date;
use treaty::ParticipantId;
use world::sheet::Tabular;
use world::view::{Change, Counts, MeetingPageView, MeetingView, StatementView};

use crate::ask::Form;
use crate::asked::Question;
use crate::deeds::{By, may_mend};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;
use crate::speech;

#[derive(Template)]
#[template(path = "meeting.html")]
struct MeetingPage<'v> {
    p: Frame,
    view: &'v MeetingPageView,
    meeting: &'v MeetingView,
    /// The counts at its end: text, data word, number.
    stood: Vec<(&'static str, &'static str, u32)>,
    /// The day the counts are of, where they are told.
    end: Option<Date>,
    joined: Vec<&'v Change>,
    other: Vec<&'v Change>,
    spoke: Vec<(ParticipantId, &'v str, Vec<&'v StatementView>)>,
    /// How many documents and statements of it are in the library.
    shelved: usize,
    /// Whether the reader may put it right.
    mends: bool,
}

/// `GET /meetings/ccm-msp-11`.
pub(crate) async fn show(
    by: Option<Extension<By>>,
    Path(id): Path<String>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    let Some(view) = asked.world.meeting(&id, asked.lang) else {
        return Err(asked.no_meeting(&id));
    };
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv => Ok(asked.csv(&view.sheet())),
        Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => Err(asked.no_form()),
        Form::Html => {
            let mut p = asked
                .frame(Nav::Calendar, String::new())
                .with_csv()
                .undated();
            let meeting = &view.meeting;
            p.title = format!("{}, {}", p.meeting_title(meeting), meeting.short);
            let last = meeting.end.unwrap_or(meeting.start);
            let (joined, other) = view.since.iter().partition(|change| consents(change));
            asked.page(&MeetingPage {
                p,
                meeting,
                stood: meeting.counts.map(stood).unwrap_or_default(),
                end: meeting.counts.and_then(|_| last.day()),
                joined,
                other,
                shelved: asked.world.shelved_for(&id),
                spoke: speech::by_participant(&view.statements),
                mends: asked
                    .world
                    .meeting_entry(&id)
                    .is_some_and(|entry| may_mend(&asked.world, by.as_deref(), entry)),
                view: &view,
            })
        }
    }
}

fn stood(counts: Counts) -> Vec<(&'static str, &'static str, u32)> {
    vec![
        ("count-signatures", "signatures", counts.signatures),
        ("count-consents", "consents", counts.consents),
        ("count-parties", "parties", counts.parties),
        (
            "count-signatories-only",
            "signatories_only",
            counts.signatories_only,
        ),
    ]
}

/// Whether it is an act by which one joins.
fn consents(change: &Change) -> bool {
    change.act.is_consent() && !change.further_deposit
}
