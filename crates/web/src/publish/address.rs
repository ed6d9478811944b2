//! From the address of a page to the file of an edition.

use std::collections::BTreeSet;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use treaty::Lang;

use super::{Extra, HERE};
use crate::ask::{decode, encode};

/// Where an edition begins: the home page, and what only an edition has.
pub(super) const BEGIN: [&str; 5] =
    ["/", "/contents", "/edition", "/needs-server", "/not-found"];

/// The page that says what needs a server.
const NEEDS: &str = "/needs-server";

/// Pages whose file has a name that people or hosts look for.
const NAMED: [(&str, &str); 4] = [
    ("/edition", "edition.html"),
    ("/needs-server", "needs-server.html"),
    ("/not-found", "404.html"),
    ("/contents", "contents.html"),
];

/// How many entries of the ledger stand on a page.
pub(crate) const ENTRIES: u64 = 100;

/// The one parameter, beside times and language, that an edition has pages for. More than one at
/// a time would be more pages than anybody counts.
const CHOICES: [&str; 9] = [
    "article", "group", "kind", "severity", "sort", "standing", "treaty", "why", "year",
];

/// The data of the ledger, which are the same in every language.
const LEDGER: &str = "/ledger.json";

/// The choice that leaves nothing out.
const ALL: (&str, &str) = ("standing", "any");

/// What falls due under one article between two days: linked from deadlines.
const DEADLINE: [&str; 3] = ["article", "from", "to"];

/// What an edition is of, and where it will stand.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) langs: Vec<Lang>,
    pub(super) base: Option<String>,
    pub(super) on: Date,
    pub(super) known: Timestamp,
    /// The forms that are left out.
    pub(super) without: BTreeSet<Extra>,
    /// The number of the ledger's last entry.
    pub(super) last: u64,
}

/// An address of a page or file of the site, read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Address {
    /// Decoded, without the extension: `/treaties/ccm`.
    path: String,
    /// `json`; for a page none.
    form: Option<String>,
    /// The page's own parameters.
    own: Vec<(String, String)>,
    /// `None` for what is the same in every language.
    lang: Option<Lang>,
}

impl Address {
    /// A page.
    pub(super) fn page(path: &str, lang: Lang) -> Address {
        Address {
            path: path.to_owned(),
            form: None,
            own: Vec::new(),
            lang: Some(lang),
        }
    }

    /// The page that says what needs a server, in this address's language.
    pub(super) fn needs(&self, site: &Site) -> Address {
        let first = site.langs.first().copied().unwrap_or(Lang::En);
        Address::page(NEEDS, self.lang.unwrap_or(first))
    }

    /// Its language, or `other` for what is the same in all.
    pub(super) fn lang_or(&self, other: Lang) -> Lang {
        self.lang.unwrap_or(other)
    }

    /// As it is asked of the router.
    pub(super) fn asked(&self) -> String {
        let mut asked = String::new();
        for part in self.path.split('/').skip(1) {
            asked.push('/');
            asked.push_str(&encode(part));
        }
        if let Some(form) = &self.form {
            if asked == "/" {
                asked.push_str("index");
            }
            asked.push('.');
            asked.push_str(form);
        }
        let lang = self.lang.map(|lang| ("lang".to_owned(), lang.to_string()));
        for (n, (name, value)) in lang.iter().chain(&self.own).enumerate() {
            asked.push(if n == 0 { '?' } else { '&' });
            asked.push_str(&format!("{}={}", encode(name), encode(value)));
        }
        asked
    }

    /// The path of its file, with `/` between folders.
    pub(super) fn file(&self, site: &Site, is_page: bool) -> String {
        let mut file = String::new();
        if let Some(lang) = self.lang.filter(|lang| site.langs.first() != Some(lang)) {
            file.push_str(lang.code());
            file.push('/');
        }
        let named = NAMED.iter().find(|(path, _)| *path == self.path);
        if let (Some((_, name)), true) = (named, self.form.is_none()) {
            file.push_str(name);
            return file;
        }
        let parts: Vec<_> = self
            .path
            .split('/')
            .filter(|part| !part.is_empty())
            .map(plain)
            .collect();
        let choice: Vec<_> = self
            .own
            .iter()
            .map(|(name, value)| format!("{}-{}", plain(name), plain(value)))
            .collect();
        let choice = choice.join("-");
        file.push_str(&parts.join("/"));
        match &self.form {
            None if is_page => {
                if !parts.is_empty() {
                    file.push('/');
                }
                let name = if choice.is_empty() { "index" } else { &choice };
                file.push_str(name);
                file.push_str(".html");
            }
            None => {}
            Some(form) => {
                if parts.is_empty() {
                    file.push_str("index");
                }
                if !choice.is_empty() {
                    file.push_str("--");
                    file.push_str(&choice);
                }
                file.push('.');
                file.push_str(form);
            }
        }
        file
    }

    /// Whether an answer at this address is a page, as far as the address tells.
    pub(super) fn is_page(&self) -> bool {
        self.form.is_none() && !is_plain_file(&self.path)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.asked())
    }
}

/// Pages about the edition, which no site map lists.
pub(super) fn is_aside(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    name == "404.html" || name == "needs-server.html"
}

impl Site {
    /// Reads a link that stands at `from`: the address it means in this edition, and the fragment.
    /// `None` for what is not of this site.
    pub(super) fn read(&self, link: &str, from: &Address) -> Option<(Address, String)> {
        let (path, query, fragment) = parts(link)?;
        let read = self.read_here(path, query, from);
        let read = read.filter(|address| self.published(address));
        let read = read.and_then(|address| self.among_entries(address, fragment));
        Some(read.unwrap_or_else(|| (from.needs(self), String::new())))
    }

    /// Whether a link that stands at `from` leads to a form that this edition leaves out.
    pub(super) fn omits(&self, link: &str, from: &Address) -> bool {
        let read = parts(link).and_then(|(path, query, _)| self.read_here(path, query, from));
        read.is_some_and(|address| self.leaves_out(&address))
    }

    /// An entry of the ledger stands on a page with others.
    fn among_entries(&self, mut address: Address, fragment: &str) -> Option<(Address, String)> {
        let Some(seq) = entry(&address) else {
            return Some((address, fragment.to_owned()));
        };
        let begin = seq.saturating_sub(1) / ENTRIES * ENTRIES + 1;
        (seq > 0 && seq <= self.last).then_some(())?;
        address.path = format!("/ledger/from/{begin}");
        Some((address, format!("entry-{seq}")))
    }

    /// `None` for what an edition does not have.
    fn read_here(&self, path: &str, query: &str, from: &Address) -> Option<Address> {
        let path = decode(&path.replace('+', "%2B"))?;
        let (bare, form) = cut(&path);
        let first = self.langs.first().copied();
        let mut address = Address {
            path: bare.to_owned(),
            form: form.map(str::to_owned),
            own: Vec::new(),
            lang: from.lang.or(first),
        };
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decode(name)?, decode(value)?);
            match name.as_str() {
                _ if value.is_empty() => {}
                "lang" => {
                    let lang = value.parse().ok()?;
                    address.lang = Some(lang).filter(|lang| self.langs.contains(lang));
                    address.lang?;
                }
                "on" => (value == self.on.to_string()).then_some(())?,
                "known" => (value == self.known.to_string()).then_some(())?,
                _ => address.own.push((name, value)),
            }
        }
        if is_plain_file(&path) {
            address.lang = None;
        }
        // The data behind map and tiles are those of the treaty's page: one file is enough.
        if let ("json" | "csv", Some(whole)) = (form.unwrap_or_default(), drawn_from(bare)) {
            address.path = whole.to_owned();
        }
        Some(address)
    }

    /// The forms that this edition leaves out: those it was told to; the JSON of a choice, whose
    /// rows are there as CSV, and with all others in the JSON of the whole; and the strip of one
    /// State under one treaty as pixels, some thousands of files, which is there as SVG.
    fn leaves_out(&self, address: &Address) -> bool {
        let ledger = (address.path == LEDGER).then_some("json");
        let Some(form) = address.form.as_deref().or(ledger) else {
            return false;
        };
        let mut own = address.own.iter();
        let chosen = own.any(|(name, value)| (name.as_str(), value.as_str()) != ALL);
        let parts: Vec<_> = address.path.split('/').skip(1).collect();
        let told = self.without.iter().any(|extra| extra.word() == form);
        told || match (form, parts.as_slice()) {
            ("json", _) => chosen,
            ("png", ["states", _, what]) => *what != "timeline",
            (_, _) => false,
        }
    }

    /// Whether an edition has this address: what is made of what a reader types is left to a
    /// server, and so are the steps of every single date.
    fn published(&self, address: &Address) -> bool {
        let names: Vec<_> = address.own.iter().map(|(name, _)| name.as_str()).collect();
        let chosen = match names.as_slice() {
            [] => true,
            [one] => CHOICES.contains(one),
            several => *several == DEADLINE,
        };
        let parts: Vec<_> = address.path.split('/').skip(1).collect();
        let served = matches!(
            parts.as_slice(),
            ["search" | "compare" | "curves" | "said", ..]
                | ["library", _, "compare"]
                | ["states", _, _, _]
                | ["treaties", _, "tenures"]
        );
        // Of the library there is the whole shelf.
        let narrowed = matches!(parts.as_slice(), ["library"]) && !names.is_empty();
        chosen && !served && !narrowed && !self.leaves_out(address)
    }
}

/// Path, query and fragment of a link within the site; `None` for one that leads elsewhere.
fn parts(link: &str) -> Option<(&str, &str, &str)> {
    let ours = link
        .strip_prefix("http://")
        .and_then(|rest| rest.strip_prefix(HERE));
    let local = ours.unwrap_or(link);
    if !local.starts_with('/') || local.starts_with("//") {
        return None;
    }
    let (rest, fragment) = local.split_once('#').unwrap_or((local, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    Some((path, query, fragment))
}

/// The page whose data a picture is drawn from, where it is another.
fn drawn_from(path: &str) -> Option<&str> {
    let (whole, picture) = path.rsplit_once('/')?;
    let treaty = whole.strip_prefix("/treaties/")?;
    (!treaty.contains('/') && matches!(picture, "map" | "tiles")).then_some(whole)
}

/// The number of an entry's own page.
fn entry(address: &Address) -> Option<u64> {
    let seq = address.path.strip_prefix("/ledger/")?;
    address.form.is_none().then_some(())?;
    seq.parse().ok()
}

/// The forms that are cut off an address.
const FORMS: [&str; 6] = ["json", "csv", "svg", "png", "atom", "ics"];

fn cut(path: &str) -> (&str, Option<&str>) {
    if is_plain_file(path) {
        return (path, None);
    }
    match path.rsplit_once('.') {
        Some((bare, form)) if FORMS.contains(&form) => {
            let bare = if bare == "/index" { "/" } else { bare };
            (bare, Some(form))
        }
        Some(_) | None => (path, None),
    }
}

/// Files that are the same in every language and keep their name.
fn is_plain_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("/static/")
        || matches!(path, "/openapi.json" | LEDGER)
        || crate::access::is_original(path)
        || (path.starts_with("/data/") && name.contains('.'))
}

/// A name that every file system and every host takes as it is.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') {
            out.push(c);
        } else if !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_matches(['-', '.']).to_owned()
}

/// The way from one file to another within the edition.
pub(super) fn relative(from: &str, to: &str) -> String {
    let from: Vec<_> = from.split('/').collect();
    let to: Vec<_> = to.split('/').collect();
    let folders = from.len().saturating_sub(1).min(to.len().saturating_sub(1));
    let shared = (0..folders).take_while(|&n| from[n] == to[n]).count();
    let up = from.len() - 1 - shared;
    let mut way = "../".repeat(up);
    way.push_str(&to[shared..].join("/"));
    way
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn site() -> Site {
        Site {
            langs: vec![Lang::En, Lang::Fr],
            base: None,
            on: date(2026, 11, 21),
            known: "2026-11-21T00:00:00Z".parse().unwrap(),
            without: BTreeSet::new(),
            last: 6600,
        }
    }

    /// The file that a link on the English home page leads to.
    fn file(link: &str) -> String {
        let site = site();
        let home = Address::page("/", Lang::En);
        match site.read(link, &home) {
            None => "outside".to_owned(),
            Some((address, fragment)) => {
                let file = address.file(&site, address.is_page());
                if fragment.is_empty() {
                    file
                } else {
                    format!("{file}#{fragment}")
                }
            }
        }
    }

    #[test]
    fn every_address_has_a_file_with_a_name_one_can_read() {
        for (link, expected) in [
            ("/", "index.html"),
            ("/treaties/ccm", "treaties/ccm/index.html"),
            ("/treaties/ccm#acts", "treaties/ccm/index.html#acts"),
            ("/treaties/ccm.json", "treaties/ccm.json"),
            ("/index.csv", "index.csv"),
            ("/?lang=fr", "fr/index.html"),
            ("/states/ITA.json?lang=fr", "fr/states/ITA.json"),
            ("/treaties/ccm?group=EU", "treaties/ccm/group-EU.html"),
            (
                "/treaties/ccm.csv?group=un%20african",
                "treaties/ccm--group-un-african.csv",
            ),
            (
                "/treaties/ccm?on=2026-11-21&lang=en",
                "treaties/ccm/index.html",
            ),
            (
                "/treaties/ccm?on=2026-11-21&known=2026-11-21T00%3A00%3A00Z",
                "treaties/ccm/index.html",
            ),
            ("/static/accede-0.css", "static/accede-0.css"),
            ("/static/accede-0.css?lang=fr", "static/accede-0.css"),
            ("/openapi.json", "openapi.json"),
            ("/ledger.json?lang=fr", "ledger.json"),
            ("/treaties/ccm/map.csv", "treaties/ccm.csv"),
            ("/treaties/ccm/map.png", "treaties/ccm/map.png"),
            (
                "/treaties/ccm/obligations.json?standing=any",
                "treaties/ccm/obligations--standing-any.json",
            ),
            ("/states/ITA/ccm.svg", "states/ITA/ccm.svg"),
            ("/states/ITA/timeline.png", "states/ITA/timeline.png"),
            ("/data/accede.sqlite", "data/accede.sqlite"),
            ("/ledger/4411", "ledger/from/4401/index.html#entry-4411"),
            ("/ledger/100", "ledger/from/1/index.html#entry-100"),
            ("/edition?lang=fr", "fr/edition.html"),
            ("/feed.atom", "feed.atom"),
            (
                "http://accede.invalid/states/ITA?lang=en",
                "states/ITA/index.html",
            ),
        ] {
            assert_eq!(file(link), expected, "{link}");
        }
    }

    #[test]
    fn what_needs_a_server_leads_to_the_page_that_says_so() {
        for link in [
            "/treaties/ccm?on=2010-08-01",
            "/treaties/ccm?known=2026-11-20",
            "/treaties/ctbt/force?if=USA",
            "/search?q=x",
            "/compare?states=ITA,ZAF",
            "/states/ITA/ccm/3(2)",
            "/states/ITA/ccm.png",
            "/treaties/ccm.json?group=EU",
            "/treaties/ccm?lang=ar",
            "/treaties/ccm?group=EU&standing=party",
            "/ledger/99999",
            "/treaties/%ff",
        ] {
            assert_eq!(file(link), "needs-server.html", "{link}");
        }
    }

    #[test]
    fn what_is_not_of_this_site_stays() {
        for link in [
            "https://example.org/",
            "//example.org/",
            "mailto:a@b.example",
            "#top",
        ] {
            assert_eq!(file(link), "outside", "{link}");
        }
    }

    #[test]
    fn ways_lead_from_any_folder_to_any_other() {
        for (from, to, way) in [
            ("index.html", "states/index.html", "states/index.html"),
            ("states/index.html", "index.html", "../index.html"),
            (
                "states/ITA/index.html",
                "states/ITA/ccm/index.html",
                "ccm/index.html",
            ),
            (
                "states/ITA/ccm/index.html",
                "treaties/ccm.json",
                "../../../treaties/ccm.json",
            ),
            ("a/b.html", "a/b.html", "b.html"),
        ] {
            assert_eq!(relative(from, to), way, "{from} {to}");
        }
    }
}
