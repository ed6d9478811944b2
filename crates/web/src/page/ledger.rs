//! `/ledger`: the record, newest first.

use askama::Template;
use axum::extract::Extension;
use axum::response::Response;
use ledger::EntryRef;
use world::view::LedgerView;

use crate::ask::Form;
use crate::asked::Question;
use crate::door::Names;
use crate::frame::{Frame, Nav};
use crate::paging::Part;
use crate::problem::{Expected, Problem};

/// How many entries a page shows.
const PAGE: usize = 100;

#[derive(Template)]
#[template(path = "ledger.html")]
struct LedgerPage<'v> {
    p: Frame,
    view: &'v LedgerView,
    before: Option<EntryRef>,
}

impl LedgerPage<'_> {
    /// The next page shows those before the last of this one.
    fn older(&self, last: &EntryRef) -> String {
        self.p.with_own("before", &last.to_string())
    }
}

/// `GET /ledger?before=4000`.
pub(crate) async fn show(
    names: Option<Extension<Names>>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&["before", "limit"])?;
    let before = asked.params.one("before")?.map(|given| {
        given
            .parse::<EntryRef>()
            .ok()
            .ok_or_else(|| Problem::bad("before", given, Expected::Number))
    });
    let before = before.transpose()?;
    let limit = asked.limit()?;
    // The file of an edition has the whole; its page leads on to pages of a hundred.
    let most = if asked.is_published() && asked.form == Form::Json {
        usize::MAX
    } else {
        PAGE
    };
    let view = asked.world.ledger(before, limit.unwrap_or(most));
    if limit.is_some() {
        let next = view.next.and(view.entries.last()).map(|last| last.seq);
        asked.tell(Part {
            total: usize::try_from(view.head.entries).unwrap_or(usize::MAX),
            limit,
            after: None,
            rows: view.entries.len(),
            next: next.map(|next| asked.part_at("before", Some(next), limit)),
            previous: None,
        });
    }
    match asked.form {
        Form::Json => asked.json(&view),
        Form::Csv | Form::Svg | Form::Png | Form::Atom | Form::Ics | Form::Paper(_) => {
            Err(asked.no_form())
        }
        Form::Html => {
            let mut p = asked
                .frame(Nav::Ledger, asked.words.text("ledger-heading"))
                .undated();
            let authors = view.entries.iter().map(|entry| &entry.author);
            p.names = Names::of(names.as_deref(), authors).await?;
            asked.page(&LedgerPage {
                p,
                view: &view,
                before,
            })
        }
    }
}
