//! DOCX: the words of a document of Word, as a reader of its final form sees them.

mod body;
mod notes;
mod numbering;
mod package;
mod styles;
mod xml;

use self::body::Body;
use self::notes::Notes;
use self::numbering::Numbering;
use self::package::Package;
use self::styles::Styles;
use crate::builder::Builder;
use crate::clean;
use crate::error::ReadError;
use crate::limits::Limits;
use crate::said;
use crate::text::{Attachment, Format, Remark, Text};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Text, ReadError> {
    let mut package = Package::open(bytes, limits)?;
    let mut builder = Builder::new(Format::Docx, limits);
    let main = package.main()?;
    let parts = package.related(&main)?;
    remarked(&mut builder, &mut package, &main)?;
    told(&mut builder, &mut package)?;
    let styles = Styles::of(package.tree(parts.get("styles"))?.as_ref());
    builder.said().language = builder.said().language.take().or_else(|| styles.language());
    let numbering = Numbering::of(package.tree(parts.get("numbering"))?.as_ref());
    let settings = package.tree(parts.get("settings"))?;
    let notes = Notes::of(
        package.tree(parts.get("footnotes"))?,
        package.tree(parts.get("endnotes"))?,
        settings.as_ref(),
    );
    let Some(document) = package.tree(Some(&main))? else {
        return Err(package::damaged("the part with its words is missing"));
    };
    if document.is_cut() {
        builder.remark(Remark::Damaged);
    }
    let mut body = Body::new(&mut builder, &styles, numbering, &notes);
    if let Some(root) = document.root().child("body") {
        body.told(root);
    }
    let text = builder.finish();
    if document.is_cut() && text.blocks.is_empty() {
        return Err(package::damaged("its words break off before they begin"));
    }
    Ok(text)
}

/// What is said of a package by what lies in it.
fn remarked(
    builder: &mut Builder<'_>,
    package: &mut Package<'_>,
    main: &str,
) -> Result<(), ReadError> {
    for (name, len) in package.names() {
        let lower = name.to_ascii_lowercase();
        if lower.ends_with("vbaproject.bin") || lower.contains("/activex/") {
            builder.remark(Remark::Active);
        }
        if lower.contains("/embeddings/") {
            builder.attachment(Attachment {
                name: said::name(&name),
                media: None,
                len,
            });
        }
        if lower.ends_with("/comments.xml") {
            builder.remark(Remark::Hidden);
        }
    }
    if package.points_elsewhere(main)? {
        builder.remark(Remark::Elsewhere);
    }
    Ok(())
}

/// Takes over what the document says of itself.
fn told(builder: &mut Builder<'_>, package: &mut Package<'_>) -> Result<(), ReadError> {
    if let Some(core) = package.tree(Some("docProps/core.xml"))? {
        let text = |name: &str| core.root().child(name).map(|at| at.text());
        let said = builder.said();
        said.title = text("title").as_deref().and_then(clean::line);
        said.author = text("creator").as_deref().and_then(clean::line);
        said.language = text("language").as_deref().and_then(said::language);
        said.day = text("created").as_deref().and_then(said::day);
    }
    if let Some(app) = package.tree(Some("docProps/app.xml"))? {
        let program = app.root().child("Application").map(|at| at.text());
        builder.said().program = program.as_deref().and_then(clean::line);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
