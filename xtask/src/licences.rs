//! The licences of everything we depend on, compared with those we accept. Needs no network.

use std::collections::{BTreeMap, BTreeSet};

use crate::Failed;
use crate::metadata::{self, Metadata, Package};
use crate::spdx::Expression;

/// The licences under which code may be part of the program or of its tests. `deny.toml` has the
/// same list, for those who have cargo-deny.
const ALLOWED: [&str; 13] = [
    // Asks for nothing at all.
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    // As the next, without its clause on names.
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    // Asks to publish changes to its own files; we change none.
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// The only place packages may come from, besides the workspace itself.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Prints how many packages are under which licence, and which stand in the tree twice.
///
/// # Errors
///
/// Packages without a licence we accept, or from elsewhere than the registry.
pub(crate) fn report() -> Result<(), Failed> {
    let metadata = metadata::read()?;
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for package in metadata
        .packages
        .iter()
        .filter(|package| !package.is_ours())
    {
        *counts
            .entry(package.license.as_deref().unwrap_or("(none)"))
            .or_default() += 1;
    }
    let total: u32 = counts.values().sum();
    println!("{total} packages are depended on, under these licences:");
    for (licence, count) in counts {
        println!("{count:>6}  {licence}");
    }
    for (name, versions) in duplicates(&metadata) {
        let versions: Vec<_> = versions.into_iter().collect();
        println!(
            "note: {name} stands in the tree as {}",
            versions.join(" and ")
        );
    }
    println!(
        "advisories and withdrawn versions cannot be seen offline: run `cargo deny check` with a network"
    );
    let refused = refused(&metadata);
    if refused.is_empty() {
        Ok(())
    } else {
        Err(refused.join("\n"))
    }
}

/// The packages we may not depend on, each with why.
fn refused(metadata: &Metadata) -> Vec<String> {
    metadata
        .packages
        .iter()
        .filter(|package| !package.is_ours())
        .filter_map(objection)
        .collect()
}

fn objection(package: &Package) -> Option<String> {
    let Package { name, version, .. } = package;
    if package.source.as_deref() != Some(REGISTRY) {
        return Some(format!("{name} {version} is not from the registry"));
    }
    let Some(licence) = &package.license else {
        return Some(format!("{name} {version} declares no licence"));
    };
    match Expression::parse(licence) {
        Ok(expression) if expression.is_met_by(&|one| ALLOWED.contains(&one)) => None,
        Ok(_) => Some(format!(
            "{name} {version} is under `{licence}`, which is not allowed"
        )),
        Err(what) => Some(format!("{name} {version}: {what}")),
    }
}

/// Packages in the tree in several versions that are not compatible with each other.
fn duplicates(metadata: &Metadata) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for package in &metadata.packages {
        versions
            .entry(&package.name)
            .or_default()
            .insert(&package.version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    versions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_we_depend_on_is_under_a_licence_we_accept() {
        assert_eq!(refused(&metadata::read().unwrap()), Vec::<String>::new());
    }

    #[test]
    fn a_package_from_elsewhere_or_under_another_licence_is_refused() {
        let package = |source: &str, license: Option<&str>| Package {
            name: "invented".to_owned(),
            version: "1.0.0".to_owned(),
            license: license.map(str::to_owned),
            source: Some(source.to_owned()),
            dependencies: Vec::new(),
        };
        assert_eq!(objection(&package(REGISTRY, Some("MIT"))), None);
        assert!(objection(&package(REGISTRY, Some("GPL-3.0-only"))).is_some());
        assert!(objection(&package(REGISTRY, None)).is_some());
        assert!(objection(&package("git+https://example.org/invented", Some("MIT"))).is_some());
    }

    #[test]
    fn deny_toml_allows_the_same_licences() {
        let text = std::fs::read_to_string(crate::files::root().join("deny.toml")).unwrap();
        let listed = text
            .split_once("\nallow = [")
            .unwrap()
            .1
            .split_once(']')
            .unwrap()
            .0;
        let listed: BTreeSet<&str> = listed
            .split(',')
            .map(|item| item.trim().trim_matches('"'))
            .filter(|s| !s.is_empty())
            .collect();
        assert_eq!(listed, ALLOWED.into_iter().collect());
    }
}
