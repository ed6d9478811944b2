//! The addresses a page's frame gives: this page otherwise, its data, and what links and forms
//! carry on.

use std::borrow::Cow;

use jiff::civil::Date;

use super::Frame;
use crate::ask::encode;
use crate::assets;

impl Frame {
    /// What links carry on.
    pub(crate) fn kept(&self) -> &str {
        &self.kept
    }

    /// This page with the two times fixed.
    pub(crate) fn permanent(&self) -> String {
        let mut pairs: Vec<(&str, Cow<'_, str>)> = Vec::new();
        if self.dated {
            pairs.push(("on", Cow::Owned(self.on.to_string())));
        }
        pairs.push(("known", Cow::Owned(self.known.to_string())));
        pairs.push(("lang", Cow::Borrowed(self.w.lang().code())));
        pairs.extend(self.own());
        format!("{}{}", self.path, query(&pairs))
    }

    /// The same, as one prints it.
    pub(crate) fn permanent_printed(&self) -> String {
        format!(
            "{}{}",
            self.host.as_deref().unwrap_or_default(),
            self.permanent()
        )
    }

    /// The data of this page, in a form.
    pub(crate) fn data(&self, form: &str) -> String {
        let path = if self.path == "/" {
            "/index"
        } else {
            &self.path
        };
        let mut pairs = self.common();
        pairs.extend(self.own());
        let chosen = self.chosen.iter();
        pairs.extend(chosen.map(|(name, value)| (*name, Cow::Borrowed(value.as_str()))));
        format!("{path}.{form}{}", query(&pairs))
    }

    /// This page on today's day.
    pub(crate) fn on_today(&self) -> String {
        let mut pairs = self.common();
        pairs.retain(|(name, _)| *name != "on");
        pairs.extend(self.own());
        format!("{}{}", self.path, query(&pairs))
    }

    /// What links carry on, where an address has a question already: `&lang=fr`.
    pub(crate) fn kept_more(&self) -> String {
        self.kept.replacen('?', "&", 1)
    }

    /// This page with another value for one of its own parameters; blank takes it away.
    pub(crate) fn with_own(&self, name: &str, value: &str) -> String {
        let mut pairs = self.common();
        pairs.extend(self.own().filter(|(own, _)| *own != name));
        let chosen = self.chosen.iter().filter(|(chosen, _)| *chosen != name);
        pairs.extend(chosen.map(|(name, value)| (*name, Cow::Borrowed(value.as_str()))));
        if !value.is_empty() {
            pairs.push((name, Cow::Borrowed(value)));
        }
        format!("{}{}", self.path, query(&pairs))
    }

    /// The times and the language, and one parameter beside them.
    pub(crate) fn kept_and(&self, name: &str, value: &str) -> String {
        self.kept_with(&[(name, value)])
    }

    /// The times and the language, and parameters beside them.
    pub(crate) fn kept_with(&self, beside: &[(&str, &str)]) -> String {
        let mut pairs = self.common();
        pairs.extend(beside.iter().map(|(n, v)| (*n, Cow::Borrowed(*v))));
        query(&pairs)
    }

    /// The parameters that fix both times, on another day.
    pub(crate) fn fixed(&self, day: &Date) -> String {
        query(&[
            ("on", Cow::Owned(day.to_string())),
            ("known", Cow::Owned(self.known.to_string())),
        ])
    }

    /// What links carry on, with another day.
    pub(crate) fn kept_on(&self, day: &Date) -> String {
        let mut pairs = self.common();
        pairs.retain(|(name, _)| *name != "on");
        pairs.push(("on", Cow::Owned(day.to_string())));
        query(&pairs)
    }

    /// One part of an address.
    pub(crate) fn part(&self, text: &str) -> String {
        encode(text)
    }

    /// This page with the present record.
    pub(crate) fn known_now(&self) -> String {
        let mut pairs = self.common();
        pairs.retain(|(name, _)| *name != "known");
        pairs.extend(self.own());
        format!("{}{}", self.path, query(&pairs))
    }

    /// What the date control must carry along: every parameter but the day.
    pub(crate) fn carried(&self) -> Vec<(String, String)> {
        let common = self.common();
        let common = common.iter().filter(|(name, _)| *name != "on");
        common
            .map(|(name, value)| ((*name).to_owned(), value.to_string()))
            .chain(self.own.iter().cloned())
            .collect()
    }

    /// What a page's own form must carry along: the times and the language.
    pub(crate) fn carried_common(&self) -> Vec<(String, String)> {
        self.common()
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.to_string()))
            .collect()
    }

    pub(crate) fn sheet(&self) -> &'static str {
        assets::address("accede.css")
    }

    /// The feed nearest to this page, in its language: whoever fetches it later sends none.
    pub(crate) fn feed_address(&self) -> String {
        format!("{}.atom?lang={}", self.feed, self.w.lang().code())
    }

    /// The calendar file of what the feed is of.
    pub(crate) fn calendar_address(&self) -> String {
        let page = self.feed.replace("/feed", "/calendar");
        format!("{page}.ics?lang={}", self.w.lang().code())
    }

    /// The address of a file the page is shown with.
    pub(crate) fn asset(&self, name: &str) -> &'static str {
        assets::address(name)
    }
}

pub(crate) fn query(pairs: &[(&str, Cow<'_, str>)]) -> String {
    let mut out = String::new();
    for (name, value) in pairs {
        out.push(if out.is_empty() { '?' } else { '&' });
        out.push_str(&encode(name));
        out.push('=');
        out.push_str(&encode(value));
    }
    out
}
