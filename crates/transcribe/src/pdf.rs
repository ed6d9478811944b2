//! PDF: what is drawn on its pages, put in order again.
//!
//! A page of PDF says where which letter is drawn, and not what is a word, a line or a paragraph. `letters` takes the
//! letters of a page, `lines` puts them into words and lines, `columns` into the order of reading, `furniture` leaves
//! out what is printed on every page, `paragraphs` joins lines, `notes` takes what stands at the foot.

mod columns;
mod furniture;
mod head;
mod letters;
mod lines;
mod notes;
mod paragraphs;

use hayro_interpret::InterpreterCache;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use self::letters::Page;
use crate::builder::Builder;
use crate::error::{Bound, ReadError};
use crate::limits::Limits;
use crate::text::{Format, Pages, Remark, Text};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Text, ReadError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(refused)?;
    let count = pdf.pages().len();
    let pages = u32::try_from(count).unwrap_or(u32::MAX);
    if pages > limits.pages {
        return Err(ReadError::TooLarge(Bound::Pages {
            is: u64::from(pages),
            most: limits.pages,
        }));
    }
    if pages == 0 {
        return Err(damaged("it has no pages"));
    }
    let mut builder = Builder::new(Format::Pdf, limits);
    builder.pages(pages);
    head::told(&mut builder, &pdf);
    let cache = InterpreterCache::new();
    let mut read = Vec::with_capacity(count);
    let mut characters = 0_u64;
    for page in pdf.pages().iter() {
        let page = Page::of(page, &pdf, &cache, limits);
        characters = characters.saturating_add(page.count());
        read.push(page);
        if characters > limits.characters {
            break;
        }
    }
    remarked(&mut builder, &read);
    let lines: Vec<lines::Page> = read.into_iter().map(lines::Page::of).collect();
    paragraphs::write(&mut builder, lines);
    Ok(builder.finish())
}

fn damaged(what: &str) -> ReadError {
    ReadError::Damaged {
        format: Format::Pdf,
        what: what.to_owned(),
    }
}

fn refused(error: LoadPdfError) -> ReadError {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            ReadError::Locked(Format::Pdf)
        }
        LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => {
            damaged("it is encrypted in a way that is not known here")
        }
        LoadPdfError::Decryption(
            DecryptionError::MissingIDEntry | DecryptionError::InvalidEncryption,
        ) => damaged("what it says of its encryption is broken"),
        LoadPdfError::Invalid => damaged("its pages are not found"),
    }
}

/// What a reader must know of the pages.
fn remarked(builder: &mut Builder<'_>, pages: &[Page]) {
    let those = |is: fn(&Page) -> bool| {
        let numbers = (1_u32..).zip(pages);
        ranges(
            numbers
                .filter(|(_, page)| is(page))
                .map(|(number, _)| number),
        )
    };
    let remarks = [
        (those(Page::is_scanned), Remark::Scanned as fn(_) -> _),
        (those(Page::is_recognised), Remark::Recognised),
        (those(Page::has_unnamed), Remark::Unnamed),
    ];
    for (pages, remark) in remarks {
        if !pages.is_empty() {
            builder.remark(remark(pages));
        }
    }
    if pages.iter().any(Page::is_cut) {
        builder.remark(Remark::Cut);
    }
}

/// Numbers as ranges.
fn ranges(numbers: impl Iterator<Item = u32>) -> Vec<Pages> {
    let mut ranges: Vec<Pages> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some(last) if last.to.checked_add(1) == Some(number) => last.to = number,
            Some(_) | None => ranges.push(Pages {
                from: number,
                to: number,
            }),
        }
    }
    ranges
}

#[cfg(test)]
mod tests;
