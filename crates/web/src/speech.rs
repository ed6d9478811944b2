//! Statements by the occasion on which they were made, as ministries list them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;
use treaty::{PartialDate, ParticipantId, TreatyId};
use world::view::{MeetingView, MeetingsView, SourceRef, StatementView};

use crate::frame::Frame;
use crate::part::is_web;
use crate::said::InEnglish;

/// What was said at one meeting.
pub(crate) struct Occasion<'v> {
    /// The meeting, where it is on record.
    pub(crate) meeting: Option<&'v MeetingView>,
    /// The meeting as the source names it.
    pub(crate) title: &'v str,
    /// The treaty.
    pub(crate) treaty: &'v TreatyId,
    /// The day of the statements, for a meeting that is not on record.
    pub(crate) date: PartialDate,
    /// Who spoke at all of them, where it was one.
    pub(crate) speaker: Option<&'v str>,
    /// Where all of them are from, where that is one document.
    pub(crate) source: Option<&'v SourceRef>,
    /// What was said.
    pub(crate) speeches: Vec<&'v StatementView>,
}

/// The statements by occasion, in their own order.
pub(crate) fn occasions<'v>(
    statements: &'v [StatementView],
    meetings: &'v MeetingsView,
) -> Vec<Occasion<'v>> {
    let meetings: BTreeMap<&str, &MeetingView> = meetings
        .coming
        .iter()
        .chain(&meetings.past)
        .map(|meeting| (meeting.id.as_str(), meeting))
        .collect();
    let mut occasions: Vec<Occasion<'v>> = Vec::new();
    for said in statements {
        let meeting = said
            .meeting
            .as_deref()
            .and_then(|id| meetings.get(id).copied());
        let same = |occasion: &&mut Occasion<'_>| {
            occasion.treaty == &said.treaty
                && match (occasion.meeting, meeting) {
                    (Some(a), Some(b)) => a.id == b.id,
                    (None, None) => occasion.title == said.meeting_title,
                    (Some(_), None) | (None, Some(_)) => false,
                }
        };
        if let Some(occasion) = occasions.iter_mut().find(same) {
            occasion.speeches.push(said);
            continue;
        }
        occasions.push(Occasion {
            meeting,
            title: &said.meeting_title,
            treaty: &said.treaty,
            date: said.date,
            speaker: None,
            source: None,
            speeches: vec![said],
        });
    }
    for occasion in &mut occasions {
        // As spoken: the list is newest first, a meeting is told from its first day.
        occasion
            .speeches
            .sort_by_key(|said| (said.date, said.entry));
        occasion.speaker = one_speaker(&occasion.speeches);
        occasion.source = one_source(&occasion.speeches);
    }
    occasions
}

fn one_source<'v>(speeches: &[&'v StatementView]) -> Option<&'v SourceRef> {
    let first = &speeches.first()?.source;
    let document = |source: &SourceRef| (source.title.clone(), source.url.clone());
    let alike = |said: &&StatementView| document(&said.source) == document(first);
    speeches.iter().all(alike).then_some(first)
}

fn one_speaker<'v>(speeches: &[&'v StatementView]) -> Option<&'v str> {
    let first = speeches.first()?.speaker.as_deref()?;
    let alike = |said: &&StatementView| said.speaker.as_deref() == Some(first);
    speeches.iter().all(alike).then_some(first)
}

/// Statements by the participant in whose name they were made.
pub(crate) fn by_participant(
    statements: &[StatementView],
) -> Vec<(ParticipantId, &str, Vec<&StatementView>)> {
    let mut found: BTreeMap<(&str, ParticipantId), Vec<&StatementView>> = BTreeMap::new();
    for said in statements {
        found.entry((&said.name, said.iso3)).or_default().push(said);
    }
    found
        .into_iter()
        .map(|((name, id), mut said)| {
            said.sort_by_key(|said| (said.date, said.entry));
            (id, name, said)
        })
        .collect()
}

/// What a statement was about, and a link to its text where that is known.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% if let Some(url) = url %}<a href="{{ url }}" rel="noreferrer">{% endif %}{% match title %}{% when Some with (title) %}<span{{ en }}>{{ title }}</span>{% when None %}{{ untitled }}{% endmatch %}{% if url.is_some() %}</a>{% endif %}"#
)]
pub(crate) struct Speech<'s> {
    url: Option<&'s str>,
    title: Option<&'s str>,
    untitled: Cow<'s, str>,
    en: InEnglish,
}

impl HtmlSafe for Speech<'_> {}

impl Frame {
    /// What a statement was about.
    pub(crate) fn speech<'s>(&'s self, said: &'s StatementView) -> Speech<'s> {
        Speech {
            url: said.url.as_deref().filter(|url| is_web(url)),
            title: said.title.as_deref(),
            untitled: self.t("statement-untitled"),
            en: self.en(),
        }
    }
}
