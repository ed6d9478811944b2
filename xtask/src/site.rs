//! The links of a published edition: each leads to a file of the edition, and to a place in it that
//! is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use scraper::{Html, Selector};

use crate::Failed;

/// How many faults are told; the rest is counted.
const TOLD: usize = 50;

/// What a page has.
#[derive(Debug, Default, PartialEq, Eq)]
struct Page {
    ids: BTreeSet<String>,
    twice: Vec<String>,
    links: BTreeSet<String>,
}

/// Checks the edition in `dir`.
///
/// # Errors
///
/// The links that lead nowhere, out of the folder, or depend on where it lies; ids given twice.
pub(crate) fn check(dir: &str) -> Result<(), Failed> {
    let root = Path::new(dir);
    let files = listed(root)?;
    if !files.contains("index.html") {
        return Err(format!("{dir} is no edition: it has no index.html"));
    }
    let pages = read(root, &files)?;
    let faults = faults(&files, &pages);
    let links: usize = pages.values().map(|page| page.links.len()).sum();
    if faults.is_empty() {
        println!(
            "{} files, {} of them with links; {links} links, all of them hold",
            files.len(),
            pages.len()
        );
        return Ok(());
    }
    for fault in faults.iter().take(TOLD) {
        println!("{fault}");
    }
    Err(format!("{} faults in {links} links", faults.len()))
}

/// Every file below `root`, with `/` between folders.
fn listed(root: &Path) -> Result<BTreeSet<String>, Failed> {
    let mut found = BTreeSet::new();
    let mut open = vec![(root.to_path_buf(), String::new())];
    while let Some((folder, name)) = open.pop() {
        let failed = |cause| format!("could not list {}: {cause}", folder.display());
        for item in fs::read_dir(&folder).map_err(failed)? {
            let path = item.map_err(failed)?.path();
            let last = path.file_name().unwrap_or_default().to_string_lossy();
            let name = format!("{name}{last}");
            if path.is_dir() {
                open.push((path, format!("{name}/")));
            } else {
                found.insert(name);
            }
        }
    }
    Ok(found)
}

/// What the pages and feeds have, read side by side.
fn read(root: &Path, files: &BTreeSet<String>) -> Result<BTreeMap<String, Page>, Failed> {
    let linked: Vec<&String> = files
        .iter()
        .filter(|file| file.ends_with(".html") || file.ends_with(".atom"))
        .collect();
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = linked.len().div_ceil(cores).max(1);
    thread::scope(|scope| {
        let parts: Vec<_> = linked
            .chunks(share)
            .map(|part| scope.spawn(move || read_part(root, part)))
            .collect();
        let mut pages = BTreeMap::new();
        for part in parts {
            let part = part
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            pages.extend(part?);
        }
        Ok(pages)
    })
}

fn read_part(root: &Path, part: &[&String]) -> Result<Vec<(String, Page)>, Failed> {
    part.iter()
        .map(|file| {
            let path: PathBuf = root.join(file);
            let text = fs::read_to_string(&path)
                .map_err(|cause| format!("could not read {}: {cause}", path.display()))?;
            Ok(((*file).clone(), page(&text)))
        })
        .collect()
}

fn page(text: &str) -> Page {
    let mut page = Page::default();
    let html = Html::parse_document(text);
    let any = Selector::parse("[id], [href], [src], [action]").expect("this is a selector");
    for element in html.select(&any) {
        if let Some(id) = element.attr("id")
            && !page.ids.insert(id.to_owned())
        {
            page.twice.push(id.to_owned());
        }
        for name in ["href", "src", "action"] {
            page.links.extend(element.attr(name).map(str::to_owned));
        }
    }
    page
}

fn faults(files: &BTreeSet<String>, pages: &BTreeMap<String, Page>) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, page) in pages {
        for id in &page.twice {
            faults.push(format!("{file}: the id `{id}` is given twice"));
        }
        for link in &page.links {
            if let Err(why) = holds(file, link, files, pages) {
                faults.push(format!("{file}: {link}: {why}"));
            }
        }
    }
    faults
}

/// Whether one link holds; links to the web are others' business.
fn holds(
    file: &str,
    link: &str,
    files: &BTreeSet<String>,
    pages: &BTreeMap<String, Page>,
) -> Result<(), &'static str> {
    if ["https:", "http:", "mailto:"]
        .iter()
        .any(|scheme| link.starts_with(scheme))
    {
        return if link.contains("accede.invalid") {
            Err("is of no site")
        } else {
            Ok(())
        };
    }
    if link.starts_with('/') {
        return Err("holds only at the root of a host");
    }
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    if path.contains('?') || path.contains(':') {
        return Err("is no file");
    }
    let target = if path.is_empty() {
        file.to_owned()
    } else {
        within(file, path).ok_or("leads out of the folder")?
    };
    if !files.contains(&target) {
        return Err("leads to no file");
    }
    if fragment.is_empty() {
        return Ok(());
    }
    let found = pages
        .get(&target)
        .ok_or("names a place in what is no page")?;
    if found.ids.contains(&decoded(fragment)) {
        Ok(())
    } else {
        Err("names a place that is not there")
    }
}

/// The file a way leads to from another.
fn within(file: &str, way: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in way.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let hex = (byte == b'%').then(|| tail.get(..2)).flatten();
        let code = hex
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code {
            Some(code) => {
                bytes.push(code);
                rest = &tail[2..];
            }
            None => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(files: &[(&str, &str)]) -> Vec<String> {
        let names = files.iter().map(|(name, _)| (*name).to_owned()).collect();
        let pages = files
            .iter()
            .filter(|(name, _)| name.ends_with(".html"))
            .map(|(name, text)| ((*name).to_owned(), page(text)))
            .collect();
        faults(&names, &pages)
    }

    #[test]
    fn an_edition_whose_links_hold_has_no_fault() {
        let found = checked(&[
            (
                "index.html",
                "<a href='a/b.html#x%20y'></a><a href='#top' id=top></a><img src=a/c.svg>\
                 <a href='https://example.org/'></a>",
            ),
            ("a/b.html", "<p id='x y'><a href='../index.html'></a>"),
            ("a/c.svg", ""),
        ]);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn each_kind_of_fault_is_found() {
        for (text, why) in [
            ("<a href='b.html'>", "no file"),
            ("<a href='a/'>", "no file"),
            ("<a href='/index.html'>", "root of a host"),
            ("<a href='../index.html'>", "out of the folder"),
            ("<a href='#nowhere'>", "not there"),
            ("<a href='c.svg#x'>", "no page"),
            ("<a href='?on=2020-01-01'>", "is no file"),
            ("<a href='javascript:alert(1)'>", "is no file"),
            ("<a href='http://accede.invalid/x'>", "of no site"),
            ("<p id=a><p id=a>", "twice"),
            ("<form action='/x'>", "root of a host"),
        ] {
            let found = checked(&[("index.html", text), ("c.svg", "")]);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].contains(why), "{found:?}");
        }
    }
}
