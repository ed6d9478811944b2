//! The small parts pages are set from. Each escapes what it is given and is itself safe HTML.

use std::borrow::Cow;

use askama::Template;
use askama::filters::HtmlSafe;
use treaty::{Confidence, Lang};
use world::view::SourceRef;

use crate::frame::Frame;
use crate::keys::Of;

/// A day, for people and for machines.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<time datetime="{{ iso }}">{{ text }}</time>"#
)]
pub(crate) struct Day {
    pub(crate) iso: String,
    pub(crate) text: String,
}

/// A standing: colour, letter and pattern together, and the word.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<span class="st st-{{ class }}"><b aria-hidden="true">{{ letter }}</b> {{ label }}</span>"#
)]
pub(crate) struct Chip<'p> {
    pub(crate) class: &'static str,
    pub(crate) letter: Cow<'p, str>,
    pub(crate) label: Word<'p>,
}

/// How a duty stands.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<span class="st du-{{ class }}"><b aria-hidden="true">{{ letter }}</b> {{ label }}</span>"#
)]
pub(crate) struct DutyChip<'p> {
    pub(crate) class: &'static str,
    pub(crate) letter: Cow<'p, str>,
    pub(crate) label: Cow<'p, str>,
}

/// The steps of a reckoning.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<ol class="steps">{% for step in self.0 %}<li>{{ step }}</li>{% endfor %}</ol>"#
)]
pub(crate) struct Steps(pub(crate) Vec<String>);

/// A name, with its language where it is not the page's.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% match lang %}{% when Some with (lang) %}<bdi lang="{{ lang }}" dir="{{ crate::frame::direction(lang) }}">{{ text }}</bdi>{% when None %}{{ text }}{% endmatch %}"#
)]
pub(crate) struct Name<'n> {
    pub(crate) text: &'n str,
    pub(crate) lang: Option<Lang>,
}

/// A term, with its language where it is not the page's.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% match lang %}{% when Some with (lang) %}<bdi lang="{{ lang }}" dir="{{ crate::frame::direction(lang) }}">{{ text }}</bdi>{% when None %}{{ text }}{% endmatch %}"#
)]
pub(crate) struct Word<'w> {
    pub(crate) text: Cow<'w, str>,
    pub(crate) lang: Option<Lang>,
}

/// Text of a reference, in which backticks set off what is code.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% for (n, text) in self.0.split('`').enumerate() %}{% if n % 2 == 1 %}<code>{{ text }}</code>{% else %}{{ text }}{% endif %}{% endfor %}"#
)]
pub(crate) struct Prose<'t>(pub(crate) &'t str);

/// Where something is from.
#[derive(Template)]
#[template(path = "part/cite.html")]
pub(crate) struct Cite<'f> {
    pub(crate) p: &'f Frame,
    pub(crate) source: &'f SourceRef,
}

impl Cite<'_> {
    fn confidence(&self) -> Option<&'static str> {
        self.source.confidence.map(confidence_key)
    }

    /// The address, if it is one of the web: nothing else is made a link.
    fn url(&self) -> Option<&str> {
        self.source.url.as_deref().filter(|url| is_web(url))
    }
}

/// The text of how far a source carries.
pub(crate) fn confidence_key(confidence: impl Of<Confidence>) -> &'static str {
    match confidence.of() {
        Confidence::Low => "confidence-low",
        Confidence::Medium => "confidence-medium",
        Confidence::High => "confidence-high",
    }
}

/// Whether an address is of the web. A `javascript:` address is no link.
pub(crate) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

impl HtmlSafe for Day {}
impl HtmlSafe for Chip<'_> {}
impl HtmlSafe for DutyChip<'_> {}
impl HtmlSafe for Steps {}
impl HtmlSafe for Name<'_> {}
impl HtmlSafe for Word<'_> {}
impl HtmlSafe for Prose<'_> {}
impl HtmlSafe for Cite<'_> {}
