//! Links, put right: from addresses of a server to ways between files.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use lol_html::errors::RewritingError;
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use treaty::Lang;
use words::Words;

use super::HERE;
use super::address::{Address, Site, relative};

/// What links are put right with.
pub(super) struct Rewriter {
    pub(super) site: Arc<Site>,
    pub(super) elsewhere: Arc<BTreeMap<Address, Address>>,
    pub(super) dead: Arc<BTreeSet<Address>>,
}

/// Whether a file of this kind may hold whole addresses of the site.
pub(super) fn has_addresses(kind: &str) -> bool {
    [
        "application/atom+xml",
        "text/calendar",
        "application/json",
        "image/svg+xml",
    ]
    .iter()
    .any(|with| kind.starts_with(with))
}

impl Rewriter {
    /// A page with its links put right, its scripts left out, and a line in the place of its first
    /// form; adds what it leads to.
    pub(super) fn page(
        &self,
        text: &str,
        at: &Address,
        file: &str,
        links: &mut BTreeSet<Address>,
    ) -> Result<Vec<u8>, RewritingError> {
        let found = RefCell::new(links);
        let said = RefCell::new(false);
        let words = Words::for_lang(at.lang_or(Lang::En));
        let needs = self.leads(&at.needs(&self.site), "", file, &mut found.borrow_mut());
        let put_right = |name: &'static str| {
            let found = &found;
            element!(format!("[{name}]"), move |el| {
                let Some(link) = el.get_attribute(name) else {
                    return Ok(());
                };
                let link = unescaped(&link);
                if self.site.omits(&link, at) {
                    el.remove();
                    return Ok(());
                }
                let mut found = found.borrow_mut();
                if let Some(way) = self.way(&link, at, file, &mut found) {
                    el.set_attribute(name, &way)?;
                }
                Ok(())
            })
        };
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(put_right("href"))
            .append_element_content_handler(put_right("src"))
            .append_element_content_handler(element!("script", |el| {
                el.remove();
                Ok(())
            }))
            .append_element_content_handler(element!("form", |el| {
                // One line for all the forms of a page.
                if said.replace(true) {
                    el.remove();
                } else {
                    let text = words.text("edition-needs-short");
                    let line =
                        format!("<p class=\"note noprint\"><a href=\"{needs}\">{text}</a></p>");
                    el.replace(&line, ContentType::Html);
                }
                Ok(())
            }));
        let page = rewrite_str(text, settings)?;
        let found = found.into_inner();
        Ok(self.whole(&page, at, file, found).into_bytes())
    }

    /// A feed, a calendar or other data, whose own addresses are whole.
    pub(super) fn data(
        &self,
        text: &str,
        kind: &str,
        at: &Address,
        file: &str,
        links: &mut BTreeSet<Address>,
    ) -> Vec<u8> {
        if !kind.starts_with("text/calendar") {
            return self.whole(text, at, file, links).into_bytes();
        }
        let mut change = |line: &str| {
            if !line.contains(HERE) {
                return Some(line.to_owned());
            }
            // A calendar has no use for half an address.
            let changed = self.whole(line, at, file, links);
            self.site.base.as_ref().map(|_| changed)
        };
        feed::calendar::rewritten(text, &mut change).into_bytes()
    }

    /// `text` with every whole address of ours in it put right.
    fn whole(
        &self,
        text: &str,
        at: &Address,
        file: &str,
        links: &mut BTreeSet<Address>,
    ) -> String {
        let mark = format!("http://{HERE}");
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(begin) = rest.find(&mark) {
            out.push_str(&rest[..begin]);
            let link = &rest[begin..];
            let end = link
                .find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\\'))
                .unwrap_or(link.len());
            let (link, tail) = link.split_at(end);
            match self.way(&unescaped(link), at, file, links) {
                Some(way) => out.push_str(&way),
                None => out.push_str(link.strip_prefix(&mark).unwrap_or(link)),
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    }

    /// Where a link leads in this edition; `None` where it stays as it is.
    fn way(
        &self,
        link: &str,
        at: &Address,
        file: &str,
        links: &mut BTreeSet<Address>,
    ) -> Option<String> {
        let (address, fragment) = self.site.read(link, at)?;
        Some(self.leads(&address, &fragment, file, links))
    }

    fn leads(
        &self,
        address: &Address,
        fragment: &str,
        file: &str,
        links: &mut BTreeSet<Address>,
    ) -> String {
        links.insert(address.clone());
        let mut meant = self.elsewhere.get(address).unwrap_or(address);
        let needs = address.needs(&self.site);
        let mut fragment = fragment;
        if self.dead.contains(meant) {
            meant = &needs;
            fragment = "";
        }
        let to = meant.file(&self.site, meant.is_page());
        let way = match &self.site.base {
            // A page of which nobody knows where it is shown, and files that are read elsewhere.
            Some(base) if file == "404.html" || !file.ends_with(".html") => {
                format!("{base}{to}")
            }
            Some(_) | None => relative(file, &to),
        };
        if fragment.is_empty() {
            way
        } else {
            format!("{way}#{fragment}")
        }
    }
}

/// The text of an attribute: the templates escape five characters, by number or by name.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let mut out = text.to_owned();
    for (escaped, plain) in [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        // Last, so that what it gives is not read again.
        ("&#38;", "&"),
        ("&amp;", "&"),
    ] {
        out = out.replace(escaped, plain);
    }
    out
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::publish::Extra;

    fn rewriter(base: Option<&str>) -> Rewriter {
        Rewriter {
            site: Arc::new(Site {
                langs: vec![Lang::En, Lang::Fr],
                base: base.map(str::to_owned),
                on: date(2026, 11, 21),
                known: "2026-11-21T00:00:00Z".parse().unwrap(),
                without: BTreeSet::from([Extra::Ics]),
                last: 10,
            }),
            elsewhere: Arc::default(),
            dead: Arc::default(),
        }
    }

    fn page(text: &str) -> (String, usize) {
        let mut links = BTreeSet::new();
        let at = Address::page("/states", Lang::En);
        let page = rewriter(None)
            .page(text, &at, "states/index.html", &mut links)
            .unwrap();
        (String::from_utf8(page).unwrap(), links.len())
    }

    #[test]
    fn links_become_ways_and_the_rest_of_the_page_stays() {
        let (page, _) = page(
            "<!doctype html><p>1 &lt; 2 <a class=x href=\"/treaties/ccm?lang=en&#38;group=EU\">a</a>\
             <a href=\"https://example.org/?a=1&amp;b=2\">b</a><a href=\"#top\">c</a>\
             <svg><a href=\"/states/ITA\"><path d=\"M0 0\"/></a></svg>",
        );
        assert_eq!(
            page,
            "<!doctype html><p>1 &lt; 2 <a class=x href=\"../treaties/ccm/group-EU.html\">a</a>\
             <a href=\"https://example.org/?a=1&amp;b=2\">b</a><a href=\"#top\">c</a>\
             <svg><a href=\"ITA/index.html\"><path d=\"M0 0\"/></a></svg>",
        );
    }

    #[test]
    fn what_is_left_out_is_not_linked_to() {
        let (page, _) = page(
            "<link rel=\"alternate\" href=\"/states/ITA.ics\"><p>Take <a href=\"/states/ITA.csv\">CSV</a>\
             <a href=\"/states/ITA/calendar.ics?lang=en\">iCalendar</a></p>",
        );
        assert_eq!(page, "<p>Take <a href=\"ITA.csv\">CSV</a></p>");
    }

    #[test]
    fn forms_give_way_to_one_line_and_scripts_to_nothing() {
        let (page, links) = page(
            "<form action=\"/x\"><input name=q></form><p>between</p><form><b>c</b></form>\
             <script type=\"module\" src=\"/static/a.js\"></script>",
        );
        assert!(!page.contains("form") && !page.contains("script"), "{page}");
        assert_eq!(page.matches("../needs-server.html").count(), 1, "{page}");
        assert!(page.contains("<p>between</p>"));
        assert!(links > 0, "the page it leads to is made");
    }

    #[test]
    fn a_feed_leads_to_where_the_site_stands() {
        let mut links = BTreeSet::new();
        let at = Address::page("/feed", Lang::En);
        let text =
            "<link href=\"http://accede.invalid/states/ITA?lang=en&amp;on=2026-11-21\"/>";
        let kind = "application/atom+xml";
        let with = rewriter(Some("https://a.example/b/"));
        let there = with.data(text, kind, &at, "feed.atom", &mut links);
        let expected = "<link href=\"https://a.example/b/states/ITA/index.html\"/>";
        assert_eq!(String::from_utf8(there).unwrap(), expected);
        let here = rewriter(None).data(text, kind, &at, "feed.atom", &mut links);
        let expected = "<link href=\"states/ITA/index.html\"/>";
        assert_eq!(String::from_utf8(here).unwrap(), expected);
        assert_eq!(links.len(), 1);
    }

    #[test]
    fn a_calendar_has_whole_addresses_or_none() {
        let mut links = BTreeSet::new();
        let at = Address::page("/calendar", Lang::En);
        let text = "BEGIN:VCALENDAR\r\nURL:http://accede.invalid/states/ITA?lang=en\r\nEND:VCALENDAR\r\n";
        let kind = "text/calendar; charset=utf-8";
        let here = rewriter(None).data(text, kind, &at, "calendar.ics", &mut links);
        assert_eq!(here, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        let with = rewriter(Some("https://a.example/"));
        let there = with.data(text, kind, &at, "calendar.ics", &mut links);
        assert!(
            String::from_utf8(there)
                .unwrap()
                .contains("URL:https://a.example/states/ITA/index.html\r\n")
        );
    }
}
