//! The tables of campaigns, as CSV.

use ledger::body::CampaignAim;
use treaty::PartialDate;

use crate::sheet::{Sheet, Tabular, cell, word};
use crate::view::{
    CampaignCalendarView, CampaignContactsView, CampaignRolesView, CampaignView, CampaignsView,
    ContactView, PlannedView,
};

/// The aim in one word: `consents:130`, `group:AU`, `these:FJI KIR`.
fn aim(aim: &CampaignAim) -> String {
    match aim {
        CampaignAim::EntryIntoForce => "entry_into_force".to_owned(),
        CampaignAim::Consents(n) => format!("consents:{n}"),
        CampaignAim::Everybody => "everybody".to_owned(),
        CampaignAim::Group(group) => format!("group:{group}"),
        CampaignAim::These(these) => format!("these:{}", joined(these.iter(), " ")),
    }
}

fn joined(values: impl Iterator<Item = impl ToString>, between: &str) -> String {
    let values: Vec<_> = values.map(|value| value.to_string()).collect();
    values.join(between)
}

fn day(contact: Option<&ContactView>) -> Option<PartialDate> {
    contact.and_then(|contact| contact.on)
}

fn by(contact: Option<&ContactView>) -> String {
    contact
        .map(|contact| contact.by.join("; "))
        .unwrap_or_default()
}

impl Tabular for CampaignsView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "campaign", "on", "known", "title", "treaty", "aim", "from", "until", "targets",
            "reached", "missing", "distance", "entry",
        ]);
        for one in &self.campaigns {
            sheet.row(vec![
                one.campaign.clone(),
                self.on.to_string(),
                self.known.to_string(),
                one.title.clone(),
                one.treaty.to_string(),
                aim(&one.aim),
                cell(one.from),
                cell(one.until),
                one.goal.targets.to_string(),
                one.goal.reached.to_string(),
                one.goal.missing.to_string(),
                cell(one.goal.distance),
                cell(one.entry),
            ]);
        }
        sheet
    }
}

impl Tabular for CampaignView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "campaign",
            "on",
            "known",
            "iso3",
            "name",
            "column",
            "standing",
            "signed",
            "consented",
            "stage",
            "stage_on",
            "step",
            "evidence",
            "stage_entry",
            "contacts",
            "last_contact",
            "last_by",
            "last_entry",
            "planned",
            "planned_by",
            "next_steps",
            "next_due",
            "pledges",
            "obstacles",
            "support_asked",
            "overdue",
        ]);
        for row in &self.states {
            let stage = row.stage.as_ref();
            let last = row.last.as_ref();
            let obstacles = row.obstacles.iter().flat_map(|named| &named.obstacles);
            sheet.row(vec![
                self.campaign.campaign.clone(),
                self.on.to_string(),
                self.known.to_string(),
                row.iso3.to_string(),
                row.name.clone(),
                word(&row.column),
                word(&row.standing),
                cell(row.signed),
                cell(row.consented),
                cell(stage.map(|stage| stage.stage)),
                cell(stage.map(|stage| stage.on)),
                cell(stage.and_then(|stage| stage.step)),
                cell(stage.and_then(|stage| stage.evidence.as_ref())),
                cell(stage.map(|stage| stage.entry)),
                row.contacts.to_string(),
                cell(day(last)),
                by(last),
                cell(last.map(|last| last.entry)),
                cell(day(row.planned.as_ref())),
                by(row.planned.as_ref()),
                joined(row.steps.iter().map(|step| &step.what), "; "),
                cell(row.due()),
                joined(row.pledges.iter().map(|pledge| &pledge.what), "; "),
                joined(obstacles, " "),
                joined(row.support.iter(), " "),
                row.overdue.to_string(),
            ]);
        }
        sheet
    }
}

impl Tabular for CampaignContactsView {
    /// A row for each State; `uncontacted` says whether no contact is on record since the day.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "campaign",
            "on",
            "known",
            "from",
            "to",
            "since",
            "iso3",
            "name",
            "pairing",
            "standing",
            "contacts",
            "first_contact",
            "last_contact",
            "acts",
            "act_days",
            "attributions",
            "uncontacted",
        ]);
        for pair in &self.pairs {
            let since = self.uncontacted.iter().any(|one| one.iso3 == pair.iso3);
            let credited = pair.attributions.iter();
            sheet.row(vec![
                self.campaign.campaign.clone(),
                self.on.to_string(),
                self.known.to_string(),
                self.from.to_string(),
                self.to.to_string(),
                self.since.to_string(),
                pair.iso3.to_string(),
                pair.name.clone(),
                word(&pair.pairing),
                word(&pair.standing),
                pair.contacts.to_string(),
                cell(day(pair.first.as_ref())),
                cell(day(pair.last.as_ref())),
                joined(pair.acts.iter().map(|act| act.act.word()), " "),
                joined(pair.acts.iter().map(|act| act.on), " "),
                joined(credited.map(|one| one.confidence), " "),
                since.to_string(),
            ]);
        }
        sheet
    }
}

impl Tabular for PlannedView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "campaign", "on", "known", "meeting", "forum", "day", "by", "to", "kind", "passed",
            "entry",
        ]);
        for at in &self.by_meeting {
            for contact in &at.contacts {
                sheet.row(vec![
                    self.campaign.campaign.clone(),
                    self.on.to_string(),
                    self.known.to_string(),
                    cell(at.meeting.as_ref()),
                    cell(at.forum.as_ref()),
                    cell(contact.on),
                    contact.by.join("; "),
                    contact.to.join("; "),
                    contact.kind.to_string(),
                    contact.passed.to_string(),
                    contact.entry.to_string(),
                ]);
            }
        }
        sheet
    }
}

impl Tabular for CampaignRolesView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "treaty",
            "on",
            "known",
            "kind",
            "role",
            "iso3",
            "name",
            "person",
            "from",
            "until",
            "held",
            "ends_soon",
            "entry",
        ]);
        for role in &self.roles {
            sheet.row(vec![
                self.campaign.treaty.to_string(),
                self.on.to_string(),
                self.known.to_string(),
                cell(role.kind),
                role.role.clone(),
                role.iso3.to_string(),
                role.name.clone(),
                cell(role.person.as_ref()),
                cell(role.from),
                cell(role.until),
                word(&role.held),
                role.ends_soon.to_string(),
                role.entry.to_string(),
            ]);
        }
        sheet
    }
}

impl Tabular for CampaignCalendarView {
    /// What is open from before first, then by day.
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "campaign", "on", "known", "day", "until", "what", "states", "title", "owner",
            "overdue", "entry",
        ]);
        for item in self.overdue.iter().chain(&self.items) {
            sheet.row(vec![
                self.campaign.campaign.clone(),
                self.on.to_string(),
                self.known.to_string(),
                item.day.to_string(),
                cell(item.until),
                word(&item.what),
                joined(item.states.iter().map(|state| state.iso3), " "),
                joined(std::iter::once(&item.title).chain(&item.number), " "),
                cell(item.owner.as_ref()),
                item.overdue.to_string(),
                item.entry.to_string(),
            ]);
        }
        sheet
    }
}
