//! From other pages to the report that whoever reads them may want of them.

use jiff::civil::Date;
use ledger::Audience;
use treaty::{PartialDate, ParticipantId, TreatyId};
use world::view::{
    CampaignSummary, MeetingPageView, MeetingView, PlanSummary, ReportKind, ReportOf,
};

use crate::frame::{Frame, query};

impl Frame {
    /// The status of a treaty on the day of the page.
    pub(crate) fn report_of_treaty(&self, treaty: &TreatyId) -> String {
        self.report(ReportKind::Status, treaty, &[("to", &self.on.to_string())])
    }

    /// What was done in a campaign's time, for those the campaign is for, where they are one team; up to the day of the page, while
    /// it goes on.
    pub(crate) fn report_of_campaign(&self, campaign: &CampaignSummary) -> String {
        let from = campaign.from.and_then(PartialDate::day);
        let until = campaign.until.and_then(PartialDate::day);
        let to = until.map_or(self.on, |until| until.min(self.on));
        let from = from.filter(|from| *from <= to);
        let reader = reader(campaign.audience.as_ref());
        self.report(
            ReportKind::Progress,
            &campaign.treaty,
            &[
                ("from", &said(from)),
                ("to", &to.to_string()),
                ("for", &reader),
            ],
        )
    }

    /// What was done since the meeting before, up to the last day of this one; nothing of one whose day is
    /// not known.
    pub(crate) fn report_of_meeting(&self, view: &MeetingPageView) -> Option<String> {
        let to = last_day(&view.meeting)?;
        let before = view.before.as_ref().and_then(last_day);
        let from = before.and_then(|day| day.tomorrow().ok());
        let from = said(from.filter(|from| *from <= to));
        Some(self.report(
            ReportKind::Progress,
            &view.meeting.treaty,
            &[("from", &from), ("to", &to.to_string())],
        ))
    }

    /// How far an action plan has come by the day of the page, for those its entry is for, where they are one
    /// team.
    pub(crate) fn report_of_plan(
        &self,
        plan: &PlanSummary,
        audience: Option<&Audience>,
    ) -> String {
        self.report(
            ReportKind::Plan,
            &plan.treaty,
            &[
                ("plan", &plan.plan),
                ("to", &self.on.to_string()),
                ("for", &reader(audience)),
            ],
        )
    }

    /// The reports about a State that is named, and their names.
    pub(crate) fn reports_on(
        &self,
        state: &ParticipantId,
        treaty: &TreatyId,
    ) -> Vec<(String, String)> {
        let kinds = ReportKind::ALL.into_iter();
        let kinds = kinds.filter(|kind| kind.of() == ReportOf::Some);
        let to = self.on.to_string();
        let about = [("state", state.as_str()), ("to", to.as_str())];
        kinds
            .map(|kind| (self.report(kind, treaty, &about), self.report_kind(&kind)))
            .collect()
    }

    /// The address of a report; what is blank is not asked. The day of the page is its last, and goes along
    /// no other way.
    fn report(&self, kind: ReportKind, treaty: &TreatyId, ask: &[(&str, &str)]) -> String {
        let mut pairs: Vec<_> = self.common();
        pairs.retain(|(name, _)| *name != "on");
        pairs.push(("treaty", treaty.as_str().into()));
        let asked = ask.iter().filter(|(_, value)| !value.is_empty());
        pairs.extend(asked.map(|(name, value)| (*name, (*value).into())));
        format!("/reports/{kind}{}", query(&pairs))
    }
}

/// Those an entry is for, as an address names them; blank: anyone, or more than one team.
fn reader(audience: Option<&Audience>) -> String {
    match audience {
        Some(audience @ Audience::SignedIn) => audience.to_string(),
        Some(Audience::Teams(teams)) if teams.len() == 1 => teams.concat(),
        Some(Audience::Teams(_) | Audience::Public) | None => String::new(),
    }
}

fn said(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn last_day(meeting: &MeetingView) -> Option<Date> {
    meeting.end.unwrap_or(meeting.start).day()
}
