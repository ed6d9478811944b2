//! One language's messages, as compiled in from its folder of `i18n/`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use treaty::Lang;

/// Folder, then its files with their text. Written by `build.rs`.
type Compiled = &'static [(&'static str, &'static [(&'static str, &'static str)])];

/// Every folder, as compiled in.
pub(crate) static COMPILED: Compiled = include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));

/// The messages of one language.
pub(crate) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// The values with a hyphen in their name, by the message that asks for them: only these are
    /// forms of a value. Pages hold thousands of values, and few messages ask for more than the
    /// value itself.
    forms: BTreeMap<&'static str, Vec<&'static str>>,
}

impl Catalogue {
    /// The catalogue of a language, if it has a folder.
    pub(crate) fn read(lang: Lang) -> Option<Catalogue> {
        let (code, files) = COMPILED.iter().find(|(code, _)| *code == lang.code())?;
        let tag = code.parse().expect("the six codes are language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks would end up in titles, in addresses copied from pages and in the
        // terminal. Pages isolate names in another script with `bdi` instead.
        bundle.set_use_isolating(false);
        let mut forms = BTreeMap::new();
        for (_, text) in *files {
            gather(text, &mut forms);
            // A message that cannot be read is left out, and then said in English; a test reads
            // every file and fails on it.
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            // Of a key that stands twice the first is kept; a test fails on it.
            let _doubled = bundle.add_resource(resource);
        }
        Some(Catalogue { bundle, forms })
    }

    /// The values that a message asks for in a form.
    pub(crate) fn forms(&self, key: &str) -> &[&'static str] {
        self.forms.get(key).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundle
            .get_message(key)
            .is_some_and(|message| message.value().is_some())
    }

    /// A message with its values, if it is here.
    pub(crate) fn say<'c>(
        &'c self,
        key: &str,
        args: Option<&FluentArgs<'_>>,
    ) -> Option<Cow<'c, str>> {
        let pattern = self.bundle.get_message(key)?.value()?;
        // A value that is missing shows as `{$name}`; the tests look for it.
        Some(self.bundle.format_pattern(pattern, args, &mut Vec::new()))
    }

    /// A message with its values, if it is here and lacks none of them.
    pub(crate) fn say_whole(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut lacking = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(args), &mut lacking);
        lacking.is_empty().then(|| text.into_owned())
    }
}

/// Finds the values with a hyphen in their name. A message begins at the start of a line; what
/// belongs to it is indented.
pub(crate) fn gather(
    text: &'static str,
    forms: &mut BTreeMap<&'static str, Vec<&'static str>>,
) {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut key = "";
    for line in text.lines() {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            key = line.split(|c| !is_name(c)).next().unwrap_or_default();
        }
        for rest in line.split('$').skip(1) {
            let name = rest.split(|c| !is_name(c)).next().unwrap_or_default();
            if name.contains('-') {
                forms.entry(key).or_default().push(name);
            }
        }
    }
}
