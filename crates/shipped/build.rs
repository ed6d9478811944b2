//! Lists `facts/`, so that a new treaty file ships by being there, and hashes what ships.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

/// The tables that ship. `checks*.csv` and the README do not: they are for tests and reviewers.
const TABLES: [&str; 14] = [
    "acts.csv",
    "assistance.csv",
    "documents.csv",
    "duties.csv",
    "meetings.csv",
    "memberships.csv",
    "names.csv",
    "participants.csv",
    "plan_actions.csv",
    "plans.csv",
    "printed_counts.csv",
    "roles.csv",
    "sources.csv",
    "statements.csv",
];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let facts = root.join("../../facts").canonicalize()?;
    println!("cargo::rerun-if-changed={}", facts.display());

    let treaties = files_of(&facts.join("treaties"), &["toml"])?;
    let mut files: Vec<PathBuf> = TABLES.iter().map(|name| facts.join(name)).collect();
    files.extend(treaties.iter().cloned());
    let documents = files_of(&facts.join("documents"), &["md", "json"])?;
    files.extend(documents.iter().cloned());
    println!(
        "cargo::rustc-env=SHIPPED_SHA256={}",
        digest(&facts, &files)?
    );

    let mut list = String::from("&[\n");
    for path in &treaties {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("listed as UTF-8");
        writeln!(
            list,
            "    ({name:?}, include_str!({:?})),",
            path.display().to_string()
        )
        .expect("writing to a string does not fail");
    }
    list.push_str("]\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("treaties.rs"), list)?;
    fs::write(out.join("documents.rs"), document_list(&documents)?)
}

/// The files of documents and their texts: name, SHA-256 and bytes of each.
fn document_list(paths: &[PathBuf]) -> io::Result<String> {
    let mut list = String::from("&[\n");
    for path in paths {
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("listed as UTF-8");
        let hash = hex(&Sha256::digest(fs::read(path)?));
        let path = path.display().to_string();
        writeln!(list, "    ({name:?}, {hash:?}, include_bytes!({path:?})),")
            .expect("writing to a string does not fail");
    }
    list.push_str("]\n");
    Ok(list)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("writing to a string does not fail");
        hex
    })
}

/// The files of a folder with one of these extensions, by name.
fn files_of(folder: &Path, extensions: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|ext| ext.to_str());
        if extension.is_some_and(|ext| extensions.contains(&ext)) && path.to_str().is_some() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// SHA-256 over each file's name and content, each preceded by its length.
fn digest(facts: &Path, files: &[PathBuf]) -> io::Result<String> {
    let mut hash = Sha256::new();
    for path in files {
        let name = path
            .strip_prefix(facts)
            .unwrap_or(path)
            .to_string_lossy()
            .replace('\\', "/");
        let content = fs::read(path)?;
        for part in [name.as_bytes(), &content] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
    }
    Ok(hex(&hash.finalize()))
}
