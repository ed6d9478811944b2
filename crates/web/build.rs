//! Gives the build a name: a hash over what pages are made of, so that a page's `ETag` changes
//! when a template, a text or the style changes and not only when the record does.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").expect("Cargo sets it");
    let root = Path::new(&root);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for folder in [
        "src",
        "templates",
        "static",
        "../words/i18n",
        "../words/src",
        "../world/src",
    ] {
        let folder = root.join(folder);
        say(&format!("cargo::rerun-if-changed={}", folder.display()));
        add(&folder, &mut hash)?;
    }
    say(&format!("cargo::rustc-env=PAGES_BUILD={hash:016x}"));
    Ok(())
}

/// FNV-1a over the files' bytes, in the order of their paths.
fn add(path: &Path, hash: &mut u64) -> io::Result<()> {
    if path.is_dir() {
        let mut entries = fs::read_dir(path)?
            .map(|entry| entry.map(|e| e.path()))
            .collect::<io::Result<Vec<_>>>()?;
        entries.sort();
        entries.iter().try_for_each(|entry| add(entry, hash))
    } else {
        for byte in fs::read(path)? {
            *hash = (*hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        Ok(())
    }
}

fn say(line: &str) {
    println!("{line}");
}
