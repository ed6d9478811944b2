//! `/campaigns/{campaign}/roles/{seq}/edit`: an office is put right, or its term ended. Both are
//! corrections, for those who see the entry.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use ledger::Body;
use ledger::body::Role;
use ledger::body::vocabulary::RoleKind;
use world::view::{CampaignRolesView, CampaignSummary, OfficeView};

use super::{all_of, offices, said};
use crate::App;
use crate::deeds::mend::{Stands, no_such, standing};
use crate::deeds::record::{once_more, record};
use crate::deeds::written::{Choice, Slip, choices, day, document, forwards};
use crate::deeds::{By, Wanted};
use crate::door::form::{Fields, Sent};
use crate::door::inside::{Inside, Stop};
use crate::frame::{Frame, Nav};
use crate::path::Path;
use crate::problem::Problem;

#[derive(Template)]
#[template(path = "campaign/office_edit.html")]
struct EditPage<'v> {
    p: Frame,
    c: &'v CampaignSummary,
    office: &'v OfficeView,
    told: Option<String>,
    form: String,
    /// What the office says, field by field.
    stands: Fields,
    sent: &'v Fields,
    mark: &'v str,
    kinds: Vec<Choice>,
}

impl EditPage<'_> {
    /// What was written where the office is put right, else what it says.
    fn was(&self, field: &str) -> &str {
        if self.sent.get("what") == "right" {
            self.sent.get(field)
        } else {
            self.stands.get(field)
        }
    }

    /// What was written where it is ended; else nothing.
    fn ended(&self, field: &str) -> &str {
        if self.sent.get("what") == "end" {
            self.sent.get(field)
        } else {
            ""
        }
    }
}

/// An office that the visitor may put right.
struct Ours {
    view: CampaignRolesView,
    office: OfficeView,
    by: By,
    stands: Stands,
    role: Role,
}

/// `GET /campaigns/{campaign}/roles/{seq}/edit`.
pub(in crate::deeds) async fn show(
    Path((campaign, seq)): Path<(String, String)>,
    inside: Inside,
) -> Result<Response, Stop> {
    inside.asked.only(&[])?;
    let ours = ours(&inside, &campaign, &seq)?;
    Ok(page(&inside, &ours, &Fields::default(), None)?)
}

/// `POST /campaigns/{campaign}/roles/{seq}/edit`.
pub(in crate::deeds) async fn take(
    State(app): State<App>,
    Path((campaign, seq)): Path<(String, String)>,
    inside: Inside,
    headers: HeaderMap,
    sent: Sent,
) -> Result<Response, Stop> {
    let fields = inside.fields(&headers, sent)?;
    let ours = ours(&inside, &campaign, &seq)?;
    let words = inside.asked.words;
    let told = match wanted(&ours, &fields) {
        Err(slip) => slip.told(words),
        Ok(wanted) => match record(&app, &ours.by, wanted).await? {
            Ok(_) => return Ok(inside.on(&all_of(&ours.view))),
            Err(not) => not.on_form(words)?,
        },
    };
    once_more(page(&inside, &ours, &fields, Some(told)))
}

/// The office of this name in a campaign, if it is there for the visitor and he may correct it.
fn ours(inside: &Inside, campaign: &str, seq: &str) -> Result<Ours, Problem> {
    let asked = &inside.asked;
    let view = offices(asked, campaign)?;
    let name = asked.entry_name(seq)?;
    let office = view.roles.iter().find(|one| one.entry == name).cloned();
    let office = office.ok_or_else(|| no_such(asked, seq))?;
    let by = By::visitor(&inside.visitor);
    let stands = standing(asked, &by, name)?;
    let Body::Role(role) = &stands.body else {
        return Err(no_such(asked, seq));
    };
    Ok(Ours {
        role: role.clone(),
        view,
        office,
        by,
        stands,
    })
}

/// What was sent.
fn wanted(ours: &Ours, fields: &Fields) -> Result<Wanted, Slip> {
    let right = match fields.get("what") {
        "end" => ended(&ours.role, fields)?,
        "right" => said(fields, ours.role.clone())?,
        _ => return Err("campaign-record-nothing".into()),
    };
    let wanted = ours.stands.put_right(Body::Role(right), fields)?;
    Ok(wanted.resting_on(document(fields)?))
}

fn ended(office: &Role, fields: &Fields) -> Result<Role, Slip> {
    let until = day(fields, "until")?.ok_or("office-no-end")?;
    forwards(office.from, Some(until))?;
    Ok(Role {
        until: Some(until),
        ..office.clone()
    })
}

/// The fields as an office says them.
fn fill(inside: &Inside, office: &Role) -> Fields {
    let mut fields = Fields::default();
    fields.set("role", [office.role.clone()]);
    fields.set("kind", office.kind.map(|kind| kind.to_string()));
    fields.set("person", office.person.clone());
    fields.set("from", office.from.map(|day| day.to_string()));
    fields.set("until", office.until.map(|day| day.to_string()));
    fields.set("note", office.note.clone());
    fields.set("why", [inside.asked.words.text("rec-why-corrected")]);
    fields
}

fn page(
    inside: &Inside,
    ours: &Ours,
    sent: &Fields,
    told: Option<String>,
) -> Result<Response, Problem> {
    let asked = &inside.asked;
    let title = asked.words.text_with(
        "office-edit-title",
        &[("what", ours.office.name.as_str().into())],
    );
    let mut p = asked.frame(Nav::Campaigns, title).undated();
    (p.has_json, p.has_permanent) = (false, false);
    asked.page(&EditPage {
        c: &ours.view.campaign,
        office: &ours.office,
        told,
        form: inside.visitor.key.csrf(),
        stands: fill(inside, &ours.role),
        sent,
        mark: &ours.stands.mark,
        kinds: choices::<RoleKind>(&p),
        p,
    })
}
