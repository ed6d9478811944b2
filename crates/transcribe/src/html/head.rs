//! What a page says of itself.

use scraper::{Html, Selector};

use crate::builder::Builder;
use crate::clean;
use crate::said;

/// Takes over what the head of a page says.
pub(super) fn told(builder: &mut Builder<'_>, page: &Html) {
    let meta = |names: &[&str]| {
        let selector = Selector::parse("meta[content]").expect("the selectors here are tested");
        let mut metas = page.select(&selector);
        metas.find_map(|meta| {
            let value = meta.value();
            let name = value
                .attr("name")
                .or_else(|| value.attr("property"))
                .or_else(|| value.attr("http-equiv"))?;
            let is = names.contains(&name.to_ascii_lowercase().as_str());
            is.then(|| value.attr("content")).flatten()
        })
    };
    let said = builder.said();
    let title = Selector::parse("head > title").expect("the selectors here are tested");
    let title = page
        .select(&title)
        .next()
        .map(|title| title.text().collect::<String>());
    said.title = title
        .as_deref()
        .and_then(clean::line)
        .or_else(|| meta(&["og:title", "dc.title", "dcterms.title"]).and_then(clean::line));
    said.author = meta(&["author", "dc.creator", "dcterms.creator", "article:author"])
        .and_then(clean::line)
        // Some pages give the address of a profile.
        .filter(|author| !author.contains("://"));
    let lang = page.root_element().value().attr("lang");
    said.language = lang
        .and_then(said::language)
        .or_else(|| meta(&["content-language", "dc.language"]).and_then(said::language));
    said.day = meta(&[
        "article:published_time",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.created",
        "created",
        "date",
    ])
    .and_then(said::day);
    said.program = meta(&["generator"]).and_then(clean::line);
    let canonical =
        Selector::parse("link[rel~=canonical][href]").expect("the selectors here are tested");
    let canonical = page
        .select(&canonical)
        .find_map(|link| link.value().attr("href"));
    said.address = canonical
        .and_then(said::address)
        .or_else(|| meta(&["og:url"]).and_then(said::address));
}
