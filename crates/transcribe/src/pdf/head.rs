//! What a PDF says of itself, and what lies in it beside its pages.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, DateTime, Dict, Name, Stream, String as PdfString};

use crate::builder::Builder;
use crate::clean;
use crate::said;
use crate::text::{Attachment, Remark};

/// The most links and fields of all pages that are looked at for scripts.
const MOST_ANNOTATIONS: usize = 20_000;

/// How deep the tree of names is followed.
const DEEPEST: usize = 8;

pub(super) fn told(builder: &mut Builder<'_>, pdf: &Pdf) {
    let metadata = pdf.metadata();
    let line = |bytes: &Option<Vec<u8>>| {
        let text = letters(bytes.as_deref()?);
        clean::line(&text)
    };
    let said = builder.said();
    // Word calls a document that was never named after its template or its file.
    said.title = line(&metadata.title).filter(|title| !is_no_title(title));
    said.author = line(&metadata.author);
    said.program = line(&metadata.creator).or_else(|| line(&metadata.producer));
    said.day = metadata.creation_date.as_ref().and_then(day);
    let Some(catalog) = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()) else {
        return;
    };
    let language = catalog.get::<PdfString<'_>>(b"Lang");
    said.language = language.and_then(|tag| said::language(&letters(tag.as_bytes())));
    if acts(&catalog) || pages_act(pdf) {
        builder.remark(Remark::Active);
    }
    let names = catalog.get::<Dict<'_>>(b"Names");
    if let Some(files) = names.and_then(|names| names.get::<Dict<'_>>(b"EmbeddedFiles")) {
        attached(builder, &files, 0);
    }
}

/// A string of PDF: UTF-16 or UTF-8 with its mark, else the encoding of documents, which is nearly Latin 1
/// (ISO 32000-2, 7.9.2.2).
fn letters(bytes: &[u8]) -> String {
    if bytes.starts_with(b"\xFE\xFF")
        || bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xEF\xBB\xBF")
    {
        return crate::decode::decode(bytes, None).text;
    }
    encoding_rs::WINDOWS_1252
        .decode_without_bom_handling(bytes)
        .0
        .into_owned()
}

fn is_no_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let is_file = [
        ".doc", ".docx", ".odt", ".rtf", ".pdf", ".indd", ".tmp", ".wpd", ".qxd",
    ]
    .iter()
    .any(|ending| lower.ends_with(ending));
    is_file
        || matches!(
            lower.as_str(),
            "untitled" | "document" | "document1" | "title" | "slide 1"
        )
}

fn day(date: &DateTime) -> Option<String> {
    said::calendar(date.year, u16::from(date.month), u16::from(date.day))
}

/// Whether the document does something by itself, or when a page or field is touched.
fn acts(catalog: &Dict<'_>) -> bool {
    let opens = catalog
        .get::<Dict<'_>>(b"OpenAction")
        .is_some_and(|action| is_active(&action));
    let names = catalog.get::<Dict<'_>>(b"Names");
    let scripts = names.is_some_and(|names| names.contains_key(b"JavaScript"));
    let form = catalog.get::<Dict<'_>>(b"AcroForm");
    let fills = form.is_some_and(|form| form.contains_key(b"XFA"));
    opens || scripts || fills || catalog.contains_key(b"AA")
}

/// Whether an action runs something, or sends something.
fn is_active(action: &Dict<'_>) -> bool {
    let sort = action.get::<Name<'_>>(b"S");
    sort.is_some_and(|sort| {
        matches!(
            sort.as_str(),
            "JavaScript"
                | "Launch"
                | "SubmitForm"
                | "ImportData"
                | "Rendition"
                | "RichMediaExecute"
        )
    })
}

fn pages_act(pdf: &Pdf) -> bool {
    let mut left = MOST_ANNOTATIONS;
    for page in pdf.pages().iter() {
        if page.raw().contains_key(b"AA") {
            return true;
        }
        let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else {
            continue;
        };
        for annotation in annotations.iter::<Dict<'_>>() {
            if left == 0 {
                return false;
            }
            left -= 1;
            let action = annotation.get::<Dict<'_>>(b"A");
            if annotation.contains_key(b"AA") || action.is_some_and(|action| is_active(&action))
            {
                return true;
            }
        }
    }
    false
}

/// Names the files in a tree of names.
fn attached(builder: &mut Builder<'_>, node: &Dict<'_>, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    if let Some(kids) = node.get::<Array<'_>>(b"Kids") {
        for kid in kids.iter::<Dict<'_>>().take(1_000) {
            attached(builder, &kid, depth + 1);
        }
    }
    let Some(names) = node.get::<Array<'_>>(b"Names") else {
        return;
    };
    // Names and files take turns; what is no dictionary is skipped.
    for file in names.iter::<hayro_syntax::object::Object<'_>>().take(4_000) {
        let Some(file) = file.into_dict() else {
            continue;
        };
        let name = file
            .get::<PdfString<'_>>(b"UF")
            .or_else(|| file.get::<PdfString<'_>>(b"F"));
        let held = file.get::<Dict<'_>>(b"EF");
        let stream = held.and_then(|held| held.get::<Stream<'_>>(b"F"));
        let media = stream
            .as_ref()
            .and_then(|stream| stream.dict().get::<Name<'_>>(b"Subtype"));
        let len = stream.as_ref().and_then(|stream| {
            let params = stream.dict().get::<Dict<'_>>(b"Params");
            params.and_then(|params| params.get::<i32>(b"Size"))
        });
        builder.attachment(Attachment {
            name: name.and_then(|name| said::name(&letters(name.as_bytes()))),
            media: media.and_then(|media| clean::line(media.as_str())),
            len: len.and_then(|len| u64::try_from(len).ok()).unwrap_or(0),
        });
    }
}
