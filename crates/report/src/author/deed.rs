//! What authors do to a report that they keep, one thing at a time: from one version of it to the next.

use ledger::body::{Report, ReportChange, ReportForm, ReportParagraph};

use super::{author, in_one_line, key};
use crate::paper::{Block, Paper, Paragraph};

/// One thing that authors do to a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Put other words in the place of a passage, or into a paragraph of their own.
    Write {
        /// The key of the passage or paragraph.
        key: String,
        /// The words.
        text: String,
    },
    /// Leave a passage out, or take a paragraph of their own away.
    LeaveOut {
        /// Its key.
        key: String,
    },
    /// Take the wording of the record again.
    TakeBack {
        /// The key of the passage.
        key: String,
    },
    /// Keep their words beside what the record says by now.
    KeepMine {
        /// The key of the passage, or of the paragraph that has lost its place.
        key: String,
    },
    /// Add paragraphs of their own, where a line is empty between them.
    Add {
        /// The key of the heading or the passage they stand after.
        after: String,
        /// How they are set.
        form: ReportForm,
        /// The words.
        text: String,
    },
}

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotDone {
    /// There is nothing of this key.
    #[error("there is no passage `{0}` in the report")]
    NoPassage(String),
    /// A text without words.
    #[error("the text is empty: to leave a passage out, say so")]
    NoText,
}

/// The next version of a report after something was done to it, which is asked of the paper as it is made from the
/// record now. Nobody's words but those it names are touched.
///
/// # Errors
///
/// [`NotDone`]
pub fn apply(kept: &Report, composed: &Paper, deed: &Deed) -> Result<Report, NotDone> {
    let mut next = kept.clone();
    match deed {
        Deed::Write { key, text } => write(&mut next, composed, key, text)?,
        Deed::LeaveOut { key } => leave_out(&mut next, composed, key)?,
        Deed::TakeBack { key } => take_back(&mut next, key)?,
        Deed::KeepMine { key } => keep_mine(&mut next, composed, key)?,
        Deed::Add { after, form, text } => add(&mut next, composed, after, *form, text)?,
    }
    Ok(next)
}

fn no_passage(key: &str) -> NotDone {
    NotDone::NoPassage(key.to_owned())
}

fn one_line(text: &str) -> Result<String, NotDone> {
    let text = in_one_line(text);
    if text.is_empty() {
        return Err(NotDone::NoText);
    }
    Ok(text)
}

/// A passage as it is made from the record, and the part it stands in.
fn passage<'p>(composed: &'p Paper, key: &str) -> Option<(&'p Paragraph, Option<&'p str>)> {
    let mut part = None;
    for (block, begins) in blocks(composed) {
        part = begins.or(part);
        match block {
            Block::Heading(heading) => part = Some(heading.key.as_str()),
            Block::Paragraph(one) if one.key == key => return Some((one, part)),
            Block::Paragraph(_) | Block::Table(_) | Block::Picture(_) => {}
        }
    }
    None
}

/// All blocks, with the key of the annex where one begins.
fn blocks(paper: &Paper) -> impl Iterator<Item = (&Block, Option<&str>)> {
    let annexed = paper.annexes.iter().flat_map(|annex| {
        let begins =
            std::iter::once(Some(annex.title.key.as_str())).chain(std::iter::repeat(None));
        annex.blocks.iter().zip(begins)
    });
    paper
        .blocks
        .iter()
        .map(|block| (block, None))
        .chain(annexed)
}

fn sentences(one: &Paragraph) -> Vec<String> {
    one.sentences.iter().map(|said| said.text.clone()).collect()
}

/// Puts a change in its place among the others.
fn put(kept: &mut Report, change: ReportChange) {
    let mut all = kept.changes.iter_mut();
    match all.find(|one| one.passage == change.passage) {
        Some(one) => *one = change,
        None => kept.changes.push(change),
    }
}

fn write(kept: &mut Report, composed: &Paper, key: &str, text: &str) -> Result<(), NotDone> {
    let text = one_line(text)?;
    if let Some(own) = kept.own.iter_mut().find(|one| one.key == key) {
        own.text = text;
        return Ok(());
    }
    if let Some((one, part)) = passage(composed, key) {
        if text == in_one_line(&one.text()) {
            kept.changes.retain(|change| change.passage != key);
            return Ok(());
        }
        put(
            kept,
            ReportChange {
                passage: key.to_owned(),
                part: part.map(str::to_owned),
                text: Some(text),
                was: sentences(one),
            },
        );
        return Ok(());
    }
    // The record no longer tells it: the words go on standing for what it told.
    let mut all = kept.changes.iter_mut();
    let change = all.find(|one| one.passage == key);
    change.ok_or_else(|| no_passage(key))?.text = Some(text);
    Ok(())
}

fn leave_out(kept: &mut Report, composed: &Paper, key: &str) -> Result<(), NotDone> {
    if kept.own.iter().any(|one| one.key == key) {
        kept.own.retain(|one| one.key != key);
        return Ok(());
    }
    let Some((one, part)) = passage(composed, key) else {
        return take_back(kept, key);
    };
    put(
        kept,
        ReportChange {
            passage: key.to_owned(),
            part: part.map(str::to_owned),
            text: None,
            was: sentences(one),
        },
    );
    Ok(())
}

fn take_back(kept: &mut Report, key: &str) -> Result<(), NotDone> {
    kept.change(key).ok_or_else(|| no_passage(key))?;
    kept.changes.retain(|change| change.passage != key);
    Ok(())
}

fn keep_mine(kept: &mut Report, composed: &Paper, key: &str) -> Result<(), NotDone> {
    if let Some((one, part)) = passage(composed, key) {
        let mut all = kept.changes.iter_mut();
        let change = all.find(|change| change.passage == key);
        let change = change.ok_or_else(|| no_passage(key))?;
        (change.was, change.part) = (sentences(one), part.map(str::to_owned));
        return Ok(());
    }
    let anchor = anchor(kept, composed, key);
    if let Some(own) = kept.own.iter_mut().find(|one| one.key == key) {
        (own.part, own.after) = anchor;
        return Ok(());
    }
    // What stood for something that is no longer told is the authors' own from now on.
    let change = kept.change(key).ok_or_else(|| no_passage(key))?.clone();
    take_back(kept, key)?;
    if let Some(text) = change.text {
        let own = ReportParagraph {
            key: kept.free_key(),
            part: anchor.0,
            after: anchor.1,
            form: ReportForm::Plain,
            text,
        };
        kept.own.push(own);
    }
    Ok(())
}

/// The part, and the passage within it, behind which something stands by now: the nearest before it that is made
/// from the record.
fn anchor(kept: &Report, composed: &Paper, at: &str) -> (Option<String>, Option<String>) {
    let authored = author(composed, kept);
    let (mut part, mut after) = (None, None);
    for (block, begins) in blocks(&authored.paper) {
        if let Some(annex) = begins {
            (part, after) = (Some(annex.to_owned()), None);
        }
        let found = key(block);
        match block {
            Block::Heading(heading) => (part, after) = (Some(heading.key.clone()), None),
            Block::Paragraph(one) if passage(composed, &one.key).is_some() => {
                after = Some(one.key.clone());
            }
            Block::Table(_) | Block::Picture(_) => after = found.map(str::to_owned),
            Block::Paragraph(_) => {}
        }
        if found == Some(at) {
            break;
        }
    }
    (part, after)
}

fn add(
    kept: &mut Report,
    composed: &Paper,
    after: &str,
    form: ReportForm,
    text: &str,
) -> Result<(), NotDone> {
    let authored = author(composed, kept);
    if !blocks(&authored.paper).any(|(block, _)| key(block) == Some(after)) {
        return Err(no_passage(after));
    }
    let (part, behind) = anchor(kept, composed, after);
    let own = kept.own.iter().position(|one| one.key == after);
    let same =
        |one: &ReportParagraph| one.after == behind && (behind.is_some() || one.part == part);
    // Behind a paragraph of their own, or before all that stand behind the same.
    let mut place = match own {
        Some(at) => at + 1,
        None => kept.own.iter().position(same).unwrap_or(kept.own.len()),
    };
    let (part, behind) = match own {
        Some(at) => (kept.own[at].part.clone(), kept.own[at].after.clone()),
        None => (part, behind),
    };
    let mut said = false;
    for text in paragraphs(text) {
        let key = kept.free_key();
        let (part, after) = (part.clone(), behind.clone());
        kept.own.insert(
            place,
            ReportParagraph {
                key,
                part,
                after,
                form,
                text,
            },
        );
        (place, said) = (place + 1, true);
    }
    said.then_some(()).ok_or(NotDone::NoText)
}

/// The paragraphs of a text: an empty line stands between them.
fn paragraphs(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for line in text.lines() {
        if line.trim().is_empty() {
            all.push(String::new());
        } else if let Some(last) = all.last_mut() {
            last.push_str(line);
            last.push('\n');
        }
    }
    let all = all.iter().map(|one| in_one_line(one));
    all.filter(|one| !one.is_empty()).collect()
}
