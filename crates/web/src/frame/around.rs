//! What stands around every page: the navigation, the index at the foot, the commands of the search
//! box, the languages, the feed nearest by.

use std::borrow::Cow;

use treaty::Lang;
use words::Words;

use super::{Frame, Nav, query};
use crate::keys;

/// An entry of the navigation.
pub(crate) struct NavItem {
    pub(crate) key: &'static str,
    pub(crate) path: &'static str,
    pub(crate) here: bool,
}

/// Something the search box can do.
pub(crate) struct Command {
    pub(crate) text: String,
    pub(crate) address: String,
    /// Its language, where it is not the page's.
    pub(crate) lang: Option<Lang>,
    pub(crate) print: bool,
}

/// An entry of the language bar.
pub(crate) struct LangItem {
    pub(crate) lang: Lang,
    pub(crate) name: String,
    pub(crate) address: String,
    pub(crate) here: bool,
    pub(crate) written: bool,
}

impl Frame {
    /// What that feed is called.
    pub(crate) fn feed_title(&self) -> String {
        let mut parts = self.feed.split('/').filter(|part| !part.is_empty());
        let what = match (parts.next(), parts.next()) {
            (Some("treaties"), Some(id)) => self.world.treaty(id).map(|law| law.short.clone()),
            (Some("states"), Some(code)) => self.name_of(code),
            (_, _) => None,
        };
        match what {
            Some(what) => self.tw("feed-title-of", &what),
            None => self.t("feed-title-all").into_owned(),
        }
    }

    pub(crate) fn navigation(&self) -> Vec<NavItem> {
        let item = |key, path, nav| NavItem {
            key,
            path,
            here: self.nav == nav,
        };
        let mut items = vec![
            item("nav-home", "/", Nav::Home),
            item("nav-treaties", "/treaties", Nav::Treaties),
            item("nav-states", "/states", Nav::States),
            item("nav-matrix", "/matrix", Nav::Matrix),
            item("nav-calendar", "/calendar", Nav::Calendar),
            item("nav-changes", "/changes", Nav::Changes),
            item("nav-library", "/library", Nav::Library),
            item("nav-about", "/about", Nav::About),
        ];
        // What teams work with stands before what is for anyone.
        if self.visitor.is_some() {
            items.insert(1, item("nav-approaches", "/approaches", Nav::Approaches));
            items.insert(2, item("nav-campaigns", "/campaigns", Nav::Campaigns));
            items.insert(3, item("nav-reports", "/reports", Nav::Reports));
        }
        items
    }

    /// What the search box does beside searching: it goes to a part of the site, sets today,
    /// prints, changes the language.
    pub(crate) fn commands(&self) -> Vec<Command> {
        let to = |key: &str, path: &str| Command {
            text: self.tw("finder-go", &self.t(key)),
            address: format!("{path}{}", self.kept),
            lang: None,
            print: false,
        };
        let mut commands = vec![
            to("nav-matrix", "/matrix"),
            to("nav-calendar", "/calendar"),
            to("compare-title", "/compare"),
            to("meetings-title", "/meetings"),
            to("nav-changes", "/changes"),
            to("nav-library", "/library"),
            to("nav-approaches", "/approaches"),
            to("nav-campaigns", "/campaigns"),
            to("nav-reports", "/reports"),
            Command {
                text: self.t("finder-today").into_owned(),
                address: self.on_today(),
                lang: None,
                print: false,
            },
            Command {
                text: self.t("finder-print").into_owned(),
                address: "#main".to_owned(),
                lang: None,
                print: true,
            },
        ];
        let others = self.languages().into_iter().filter(|item| !item.here);
        commands.extend(others.map(|item| Command {
            text: item.name,
            address: item.address,
            lang: Some(item.lang),
            print: false,
        }));
        commands
    }

    /// Every part of the site, for the foot of each page: a heading, and where it leads.
    pub(crate) fn index(&self) -> [(&'static str, Vec<NavItem>); 5] {
        let item = |(key, path): (&'static str, &'static str)| NavItem {
            key,
            path,
            here: self.path == path && self.nav != Nav::Elsewhere,
        };
        // An edition is for anyone and of what lasts: campaigns are at work, and a report answers a question.
        let left_out = |path| self.published && matches!(path, "/campaigns" | "/reports");
        let part = |key, items: &[(&'static str, &'static str)]| {
            let kept = items.iter().filter(|(_, path)| !left_out(*path));
            (key, kept.copied().map(item).collect())
        };
        [
            part(
                "index-field",
                &[
                    ("nav-home", "/"),
                    ("nav-treaties", "/treaties"),
                    ("nav-matrix", "/matrix"),
                    ("nav-changes", "/changes"),
                ],
            ),
            part(
                "index-states",
                &[("nav-states", "/states"), ("compare-title", "/compare")],
            ),
            part(
                "index-days",
                &[
                    ("nav-calendar", "/calendar"),
                    ("meetings-title", "/meetings"),
                    ("index-duties", "/duties"),
                ],
            ),
            part(
                "index-outreach",
                &[
                    ("nav-approaches", "/approaches"),
                    ("nav-campaigns", "/campaigns"),
                    ("nav-reports", "/reports"),
                ],
            ),
            part(
                "index-record",
                &[
                    ("nav-library", "/library"),
                    ("nav-ledger", "/ledger"),
                    ("nav-findings", "/findings"),
                    ("index-uncertain", "/uncertain"),
                    ("reconcile-heading", "/reconcile"),
                    ("nav-about", "/about"),
                ],
            ),
        ]
    }

    /// The language bar, in the order of the United Nations' own.
    pub(crate) fn languages(&self) -> Vec<LangItem> {
        let written = Words::written();
        Lang::ALL
            .into_iter()
            .map(|lang| {
                let mut pairs = self.common();
                pairs.retain(|(name, _)| *name != "lang");
                pairs.push(("lang", Cow::Borrowed(lang.code())));
                pairs.extend(self.own());
                LangItem {
                    lang,
                    name: self.w.text(keys::lang(lang)).into_owned(),
                    address: format!("{}{}", self.path, query(&pairs)),
                    here: lang == self.w.lang(),
                    written: written.contains(&lang),
                }
            })
            .collect()
    }
}
