//! What the clerk looks at in reports that are kept: that they can be made, and that nobody is shown by them what
//! he may not see.

use std::collections::BTreeSet;

use ledger::body::{Report, ReportChange, ReportParagraph, Team};
use ledger::{Audience, Body};
use report::figure::Figure;
use world::view::ReportAsk;

use super::Refused;

/// A report holds sentences of the record as those have it for whom it is made: whoever sees it must see all that
/// they do.
pub(super) fn for_whom_it_is(body: &Body, audience: &Audience) -> Result<(), Refused> {
    if let Body::Correction(correction) = body {
        return for_whom_it_is(&correction.body, audience);
    }
    let Body::Report(kept) = body else {
        return Ok(());
    };
    if kept.may_be_seen_by(audience) {
        return Ok(());
    }
    Err(Refused::MadeForOthers {
        audience: audience.clone(),
        made_for: kept.made_for.clone(),
    })
}

/// It has a name for its address and a title, asks what can be asked, and names each passage and each paragraph
/// once.
pub(super) fn whole(kept: &Report) -> Result<(), Refused> {
    if !Team::is_id(&kept.report) {
        return Err(Refused::NoReportId(kept.report.clone()));
    }
    if kept.title.trim().is_empty() {
        return Err(Refused::Incomplete("what the report is called"));
    }
    let ask = ReportAsk::try_from(kept).map_err(|cause| Refused::Report(cause.to_string()))?;
    ask.check()
        .map_err(|cause| Refused::Report(cause.to_string()))?;
    for word in &kept.pictures {
        let figure: Result<Figure, _> = word.parse();
        figure.map_err(|cause| Refused::Report(cause.to_string()))?;
    }
    let mut keys = BTreeSet::new();
    let passages = kept.changes.iter().map(|one| one.passage.as_str());
    let own = kept.own.iter().map(|one| one.key.as_str());
    if let Some(twice) = passages.chain(own).find(|key| !keys.insert(*key)) {
        return Err(Refused::Report(format!("`{twice}` stands in it twice")));
    }
    kept.changes.iter().try_for_each(change)?;
    kept.own.iter().try_for_each(own_paragraph)
}

fn change(one: &ReportChange) -> Result<(), Refused> {
    let says = one.text.as_ref().is_none_or(|text| !text.trim().is_empty());
    if one.passage.is_empty() || one.was.is_empty() {
        return Err(Refused::Incomplete("what stood in the place of a change"));
    }
    says.then_some(()).ok_or(Refused::Incomplete(
        "what stands in the place of a passage; to leave it out, leave the text out",
    ))
}

fn own_paragraph(one: &ReportParagraph) -> Result<(), Refused> {
    let number = one.key.strip_prefix("own-").map(str::parse::<u32>);
    if !matches!(number, Some(Ok(_))) {
        return Err(Refused::Report(format!(
            "`{}` is no key of a paragraph of one's own: `own-` and a number",
            one.key
        )));
    }
    if one.text.trim().is_empty() {
        return Err(Refused::Incomplete("what a paragraph of one's own says"));
    }
    Ok(())
}

/// Its texts.
pub(super) fn texts(kept: &Report) -> impl Iterator<Item = &String> {
    let head = &kept.masthead;
    let lines = [&head.venue, &head.symbol, &head.distribution, &head.agenda];
    let changes = kept
        .changes
        .iter()
        .flat_map(|one| one.text.iter().chain(&one.was).chain([&one.passage]));
    let own = kept.own.iter().map(|one| &one.text);
    let above = head.before.iter().chain(lines.into_iter().flatten());
    std::iter::once(&kept.title)
        .chain(above)
        .chain(changes)
        .chain(own)
}
