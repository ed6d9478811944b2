//! A message: its subject, its sender's name, its day, its words; what is attached is named.

use mail_parser::{HeaderValue, Message, MessageParser, MimeHeaders, PartType};

use crate::builder::Builder;
use crate::clean::{self, Raw};
use crate::error::{Bound, ReadError};
use crate::html;
use crate::limits::Limits;
use crate::said;
use crate::text::{Attachment, Format, Kind, Remark, Text};
use crate::txt;

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Text, ReadError> {
    let damaged = |what: &str| ReadError::Damaged {
        format: Format::Eml,
        what: what.to_owned(),
    };
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or_else(|| damaged("it begins as an e-mail and is none"))?;
    let parts = u32::try_from(message.parts.len()).unwrap_or(u32::MAX);
    if parts > limits.parts {
        let most = limits.parts;
        return Err(ReadError::TooLarge(Bound::Parts { most }));
    }
    if is_locked(&message) {
        return Err(ReadError::Locked(Format::Eml));
    }
    let mut builder = Builder::new(Format::Eml, limits);
    told(&mut builder, &message);
    if message.parts.iter().any(|part| part.is_encoding_problem) {
        builder.remark(Remark::Undecoded);
    }
    if let Some(subject) = message.subject() {
        builder.block(Kind::Title, None, Raw::of(subject), None);
    }
    body(&mut builder, &message, limits)?;
    attached(&mut builder, &message);
    Ok(builder.finish())
}

/// Whether its words are encrypted, by OpenPGP or S/MIME.
fn is_locked(message: &Message<'_>) -> bool {
    let Some(kind) = message.content_type() else {
        return false;
    };
    let sub = kind.subtype().unwrap_or_default().to_ascii_lowercase();
    let is_enveloped = kind
        .attribute("smime-type")
        .is_none_or(|sort| !sort.eq_ignore_ascii_case("signed-data"));
    (kind.ctype().eq_ignore_ascii_case("multipart") && sub == "encrypted")
        || (matches!(sub.as_str(), "pkcs7-mime" | "x-pkcs7-mime") && is_enveloped)
}

fn told(builder: &mut Builder<'_>, message: &Message<'_>) {
    let said = builder.said();
    said.title = message.subject().and_then(clean::line);
    let sender = message.from().and_then(|from| from.first());
    said.author = sender
        .and_then(|sender| sender.name())
        .and_then(clean::line)
        // Some programs put the address in the place of the name.
        .filter(|name| !name.contains('@'));
    said.day = message
        .date()
        .and_then(|date| said::calendar(date.year, u16::from(date.month), u16::from(date.day)));
    said.language = match message.header("Content-Language") {
        Some(HeaderValue::Text(tag)) => said::language(tag),
        Some(HeaderValue::TextList(tags)) => tags.first().and_then(|tag| said::language(tag)),
        _ => None,
    };
    let program = message
        .header("X-Mailer")
        .or_else(|| message.header("User-Agent"));
    said.program = program.and_then(HeaderValue::as_text).and_then(clean::line);
}

/// The words: those with structure, where there are such.
fn body(
    builder: &mut Builder<'_>,
    message: &Message<'_>,
    limits: &Limits,
) -> Result<(), ReadError> {
    let part = |at: &u32| {
        let at = usize::try_from(*at).ok()?;
        message.parts.get(at)
    };
    let page = message.html_body.iter().filter_map(part);
    let mut page = page.filter_map(|part| {
        if let PartType::Html(text) = &part.body {
            Some(text)
        } else {
            None
        }
    });
    if let Some(text) = page.next() {
        let page = html::parsed(text, limits)?;
        html::told(builder, &page);
        return Ok(());
    }
    for part in message.text_body.iter().filter_map(part) {
        if let PartType::Text(text) = &part.body {
            let is_flowed = part.content_type().is_some_and(|kind| {
                let form = kind.attribute("format");
                form.is_some_and(|form| form.eq_ignore_ascii_case("flowed"))
            });
            plain(builder, text, is_flowed);
        }
    }
    Ok(())
}

/// Plain words: what is quoted stands after `>`; a signature stays.
fn plain(builder: &mut Builder<'_>, text: &str, is_flowed: bool) {
    let mut own = String::new();
    let mut quoted: Option<Raw> = None;
    for line in text.lines() {
        let quote = line.trim_start();
        if let Some(inner) = quote.strip_prefix('>') {
            if !own.trim().is_empty() {
                txt::blocks(builder, &std::mem::take(&mut own));
            }
            let inner = inner.trim_start_matches(['>', ' ']);
            if inner.is_empty() {
                end(builder, &mut quoted);
                continue;
            }
            let raw = quoted.get_or_insert_default();
            raw.push(" ");
            raw.push(inner);
            continue;
        }
        end(builder, &mut quoted);
        // The mark of a signature (RFC 3676, 4.3) is no word.
        if matches!(line, "-- " | "--") {
            own.push_str("\n\n");
            continue;
        }
        // A line that ends with a blank goes on (RFC 3676, 4.2).
        let goes_on = is_flowed && line.ends_with(' ');
        own.push_str(line);
        own.push(if goes_on { ' ' } else { '\n' });
    }
    end(builder, &mut quoted);
    txt::blocks(builder, &own);
}

fn end(builder: &mut Builder<'_>, quoted: &mut Option<Raw>) {
    if let Some(raw) = quoted.take() {
        builder.block(Kind::Quotation, None, raw, None);
    }
}

/// Names what is attached.
fn attached(builder: &mut Builder<'_>, message: &Message<'_>) {
    for part in message.attachments() {
        let is_message = matches!(part.body, PartType::Message(_));
        let media = match part.content_type() {
            Some(kind) => Some(format!(
                "{}/{}",
                kind.ctype().to_ascii_lowercase(),
                kind.subtype().unwrap_or_default().to_ascii_lowercase()
            )),
            None => is_message.then(|| "message/rfc822".to_owned()),
        };
        builder.attachment(Attachment {
            name: part.attachment_name().and_then(said::name),
            media: media.as_deref().and_then(clean::line),
            len: u64::try_from(part.len()).unwrap_or(u64::MAX),
        });
    }
}

#[cfg(test)]
mod tests;
