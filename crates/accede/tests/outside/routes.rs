//! Every address the program serves and what it takes, as its source has them: a new route is in the
//! list by being written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::site::Site;

/// A route, and the methods it takes.
#[derive(Debug, Clone)]
pub(crate) struct Route {
    pub(crate) path: String,
    pub(crate) methods: BTreeSet<&'static str>,
}

/// The methods that change something, where a route has them.
pub(crate) const CHANGING: [&str; 4] = ["POST", "PUT", "PATCH", "DELETE"];

impl Route {
    /// The address with something in the place of each name.
    pub(crate) fn filled(&self, value: impl Fn(&str) -> String) -> String {
        let mut filled = String::new();
        let mut rest = self.path.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap();
            filled.push_str(before);
            filled.push_str(&value(name));
            rest = after;
        }
        filled + rest
    }

    /// One that is there, where a name can be known.
    pub(crate) fn example(&self) -> String {
        self.filled(|name| {
            let known = match name {
                "treaty" => "ccm",
                "state" => "ITA",
                "article" => "in_force",
                "count" => "consents",
                "seq" => "1",
                "table" => "acts",
                _ => "x",
            };
            known.to_owned()
        })
    }

    pub(crate) fn changes(&self) -> impl Iterator<Item = &'static str> {
        let all = CHANGING.into_iter();
        all.filter(|method| self.methods.contains(method))
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every route. Those of a published edition are no server's.
pub(crate) fn routes() -> Vec<Route> {
    let mut files = Vec::new();
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/src");
    sources(&web, &mut files);
    files.sort();
    let served = files
        .iter()
        .filter(|file| !file.ends_with("page/edition.rs") && !file.ends_with("tests.rs"));
    let mut routes: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
    for file in served {
        let text = std::fs::read_to_string(file).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap();
        assert!(
            !text.contains(".nest("),
            "{}: addresses are written whole",
            file.display()
        );
        for rest in text.split(".route(").skip(1) {
            let rest = rest.trim_start();
            let path = rest.strip_prefix('"').unwrap_or_else(|| {
                panic!(
                    "{}: the address of a route is written there",
                    file.display()
                )
            });
            let (path, rest) = path.split_once('"').unwrap();
            let taken = routes.entry(path.to_owned()).or_default();
            taken.extend(methods(handler(rest)));
        }
    }
    let routes = routes.into_iter();
    routes
        .map(|(path, methods)| Route { path, methods })
        .collect()
}

/// What stands between the address and the bracket that closes the route.
fn handler(rest: &str) -> &str {
    let mut depth = 1;
    for (at, one) in rest.char_indices() {
        match one {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &rest[..at];
        }
    }
    panic!("no end: {rest}");
}

fn methods(handler: &str) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    let words: Vec<&str> = handler
        .split_inclusive(|one: char| !(one.is_alphanumeric() || one == '_'))
        .collect();
    for (name, methods) in [
        ("get(", &["GET", "HEAD"][..]),
        ("post(", &["POST"]),
        ("put(", &["PUT"]),
        ("patch(", &["PATCH"]),
        ("delete(", &["DELETE"]),
    ] {
        if words.contains(&name) {
            found.extend(methods);
        }
    }
    assert!(!found.is_empty(), "no method in {handler}");
    found
}

#[test]
fn the_list_is_what_the_router_says() {
    let site = Site::new();
    let routes = routes();
    let sends = routes
        .iter()
        .filter(|route| route.changes().next().is_some());
    assert!(routes.len() > 50 && sends.count() > 4, "{}", routes.len());
    for route in &routes {
        let told = site.ask("PROPFIND", &route.example(), &[], &[]);
        let path = &route.path;
        assert_eq!(told.status, 405, "{path}");
        let allowed: BTreeSet<&str> = told.header("allow").split(", ").collect();
        let mut methods = route.methods.clone();
        methods.insert("OPTIONS");
        assert_eq!(
            allowed, methods,
            "{path}: where forms are sent, the door says (`is_at`)"
        );
        let told = site.ask("OPTIONS", &route.example(), &[], &[]);
        assert_eq!(told.status, 204, "{path}");
        let allowed: BTreeSet<&str> = told.header("allow").split(", ").collect();
        assert_eq!(allowed, methods, "{path}");
    }
}
