//! A treaty file for a treaty that is not on record: what a page says, no rules, and what is
//! therefore not known.

use jiff::civil::Date;
use ledger::body::TreatyFile;
use treaty::TreatyId;

use crate::page::Conclusion;

/// What is known of a treaty that is to be created.
#[derive(Debug, Clone, Default)]
pub(crate) struct NewTreaty<'p> {
    pub(crate) title: &'p str,
    pub(crate) mtdsg: Option<&'p str>,
    pub(crate) unoda: Option<&'p str>,
    pub(crate) registration: Option<&'p str>,
    pub(crate) parent: Option<&'p TreatyId>,
    pub(crate) depositaries: Vec<String>,
    pub(crate) conclusion: Conclusion,
    pub(crate) in_force: Option<Date>,
    /// What the page says on entry into force, where it gives no day.
    pub(crate) in_force_text: Option<&'p str>,
    /// The document, as one would cite it.
    pub(crate) cited: &'p str,
}

/// The id of a treaty known by its number: `untc-xviii-10`; without a number, by its title.
pub(crate) fn id(number: Option<&str>, title: &str) -> Option<TreatyId> {
    const LONGEST: usize = 60;
    let slug = |text: &str| {
        let mut slug = String::new();
        for c in text.to_lowercase().chars() {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.ends_with('-') {
                slug.push('-');
            }
        }
        slug.trim_matches('-').to_owned()
    };
    let mut id = format!("untc-{}", slug(number.unwrap_or(title)));
    id.truncate(LONGEST);
    let id = id.trim_end_matches('-');
    (id != "untc").then(|| id.parse().ok()).flatten()
}

/// Writes the file.
pub(crate) fn write(id: &TreatyId, new: &NewTreaty<'_>) -> TreatyFile {
    let mut text =
        String::from("# Created by an import. The form of this file: docs/rules.md.\n\n");
    let mut line =
        |key: &str, value: &str| text.push_str(&format!("{key} = {}\n", quoted(value)));
    line("id", id.as_str());
    line("short", &short(id, new));
    for (key, value) in [
        ("mtdsg", new.mtdsg),
        ("unoda", new.unoda),
        ("registration", new.registration),
        ("parent", new.parent.map(TreatyId::as_str)),
    ] {
        if let Some(value) = value {
            line(key, value);
        }
    }
    text.push_str(&format!("depositaries = {}\n", list(&new.depositaries)));
    text.push_str(&format!("sources = {}\n", list(&[new.cited.to_owned()])));
    text.push_str(&format!("unverified = {}\n", list(&unverified(new))));
    let title = if new.title.is_empty() {
        id.as_str()
    } else {
        new.title
    };
    text.push_str(&format!("\n[title]\nen = {}\n", quoted(title)));
    if let Some(on) = new.conclusion.on {
        text.push_str(&format!("\n[adopted]\non = {on}\n"));
        if let Some(place) = &new.conclusion.place {
            text.push_str(&format!("place = {}\n", quoted(place)));
        }
        text.push_str(&format!("source = {}\n", quoted(new.cited)));
    }
    if let Some(on) = new.in_force {
        text.push_str(&format!(
            "\n[in-force]\non = {on}\nsource = {}\n",
            quoted(new.cited)
        ));
    }
    TreatyFile {
        treaty: id.clone(),
        text,
    }
}

/// No short name is on a page; the number is what people know it by.
fn short(id: &TreatyId, new: &NewTreaty<'_>) -> String {
    match (new.parent, new.mtdsg) {
        (None, Some(number)) => number.to_owned(),
        (Some(_), _) | (None, None) => new.unoda.unwrap_or(id.as_str()).to_owned(),
    }
}

fn unverified(new: &NewTreaty<'_>) -> Vec<String> {
    let mut unverified = vec![
        "This file was made from a status page: the treaty's text has not been read, so it has no \
         rules on who may join, on entry into force, on later joiners, on leaving, and no duties."
            .to_owned(),
    ];
    if new.conclusion.on.is_some() {
        unverified.push(
            "The day given as adoption is the page's day of conclusion; it may be that of \
             signature."
                .to_owned(),
        );
    }
    match (new.in_force, new.in_force_text) {
        (Some(_), _) => {}
        (None, Some(text)) => {
            unverified.push(format!("On entry into force the page says: {text}"));
        }
        (None, None) => unverified.push("Whether it is in force is not known.".to_owned()),
    }
    unverified
}

fn list(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
    format!("[{}]", items.join(", "))
}

/// A TOML basic string. JSON's escapes are TOML's; TOML also wants DEL escaped.
fn quoted(text: &str) -> String {
    serde_json::to_string(text)
        .expect("text can always be written")
        .replace('\u{7f}', "\\u007f")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use treaty::{Lang, Law};

    #[test]
    fn the_file_of_a_new_treaty_is_a_treaty_file() {
        let new = NewTreaty {
            title: "Rome Statute of the \"International\" Criminal Court \u{7f}",
            mtdsg: Some("XVIII-10"),
            registration: Some("38544"),
            depositaries: vec!["Secretary-General of the United Nations".to_owned()],
            conclusion: crate::page::conclusion("Rome, 17 July 1998"),
            in_force: Some(date(2002, 7, 1)),
            cited: "UN Treaty Collection, XVIII-10",
            ..NewTreaty::default()
        };
        let id = id(new.mtdsg, new.title).unwrap();
        assert_eq!(id.as_str(), "untc-xviii-10");
        let file = write(&id, &new);
        let law = Law::parse("new", &file.text).unwrap();
        assert_eq!(law.title.get(Lang::En), new.title);
        assert_eq!(law.mtdsg.as_deref(), Some("XVIII-10"));
        assert_eq!(law.adopted.unwrap().on, date(1998, 7, 17));
        assert_eq!(law.in_force.unwrap().on, date(2002, 7, 1));
        assert!(law.entry_into_force.is_none());
        assert!(law.unverified[0].contains("has not been read"));
    }

    #[test]
    fn a_treaty_without_number_or_day_has_a_file_that_says_so() {
        let title = "Convention on everything that is very long ".repeat(5);
        let id = id(None, &title).unwrap();
        assert!(id.as_str().len() <= 60);
        let new = NewTreaty {
            title: &title,
            cited: "a page",
            ..NewTreaty::default()
        };
        let law = Law::parse("new", &write(&id, &new).text).unwrap();
        assert!(law.in_force.is_none() && law.adopted.is_none());
        assert!(
            law.unverified
                .iter()
                .any(|line| line.contains("in force is not known"))
        );
        assert_eq!(super::id(None, "…"), None);
    }
}
