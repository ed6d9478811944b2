//! The documents: what they point at is there.

use std::fs;

use crate::files;

/// Every link of a Markdown text to something that is not on the web, without its fragment.
fn local_links(text: &str) -> Vec<&str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')').map(|(link, _)| link))
        .map(|link| link.split('#').next().unwrap_or(link))
        .filter(|link| !link.is_empty() && !link.contains("://") && !link.contains(' '))
        .collect()
}

#[test]
fn links_are_found_in_a_text() {
    let text = "See [a](a.md#top), [the web](https://example.org) and ![c](d/c.png).";
    assert_eq!(local_links(text), ["a.md", "d/c.png"]);
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let is_markdown = |path: &std::path::Path| path.extension().is_some_and(|end| end == "md");
    let mut lost = Vec::new();
    for path in files::below("", is_markdown).unwrap() {
        let folder = path.parent().unwrap();
        for link in local_links(&fs::read_to_string(&path).unwrap()) {
            if !folder.join(link).exists() {
                lost.push(format!("{}: {link}", files::shown(&path)));
            }
        }
    }
    assert!(
        lost.is_empty(),
        "these links lead nowhere:\n{}",
        lost.join("\n")
    );
}

/// Documents that are named in running text, in backticks, are there too.
#[test]
fn every_document_that_is_named_exists() {
    let is_ours = |path: &std::path::Path| {
        path.extension()
            .is_some_and(|end| end == "md" || end == "rs" || end == "toml")
    };
    let mut lost = Vec::new();
    for path in files::below("", is_ours).unwrap() {
        let text = fs::read_to_string(&path).unwrap();
        for named in text.split('`').skip(1).step_by(2) {
            let is_document = named.starts_with("docs/")
                && (named.ends_with(".md") || named.ends_with(".py"))
                && !named.contains(['<', '*', ' ', '…']);
            if is_document && !files::root().join(named).exists() {
                lost.push(format!("{}: {named}", files::shown(&path)));
            }
        }
    }
    assert!(
        lost.is_empty(),
        "these documents are named and not there:\n{}",
        lost.join("\n")
    );
}
