//! The news as rows.

use super::{Sheet, Tabular, cell, word};
use crate::view::NewsView;

impl Tabular for NewsView {
    fn sheet(&self) -> Sheet {
        let mut sheet = Sheet::new(&[
            "id",
            "what",
            "updated",
            "published",
            "date",
            "until",
            "treaty",
            "iso3",
            "name",
            "act",
            "in_force",
            "article",
            "covers",
            "due",
            "meeting",
            "kind",
            "number",
            "place",
            "text",
            "counts",
            "disputed",
            "touched",
            "why",
            "entry",
            "source",
            "url",
        ]);
        for one in &self.items {
            let touched = one.touched.as_ref();
            sheet.row(vec![
                one.id.clone(),
                word(&one.what),
                one.updated.to_string(),
                one.published.to_string(),
                one.date.to_string(),
                cell(one.until),
                one.treaty.to_string(),
                cell(one.iso3),
                cell(one.name.as_ref()),
                cell(one.act),
                cell(one.in_force),
                cell(one.article.as_ref()),
                cell(one.covers),
                cell(one.due),
                cell(one.meeting.as_ref()),
                cell(one.kind.as_ref()),
                cell(one.number.as_ref()),
                cell(one.place.as_ref()),
                cell(one.text.as_ref()),
                one.counts.to_string(),
                cell(one.disputed.as_ref()),
                touched.map(|touch| word(&touch.how)).unwrap_or_default(),
                touched.map(|touch| touch.why.clone()).unwrap_or_default(),
                one.entry.to_string(),
                one.source.title.clone(),
                cell(one.source.url.as_ref()),
            ]);
        }
        sheet
    }
}
