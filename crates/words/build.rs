//! Gathers the catalogues: one folder a language under `i18n/`, so that a new language is a new
//! folder and no line of code.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("Cargo sets it")).join("i18n");
    println_to_cargo(&format!("cargo::rerun-if-changed={}", root.display()));
    let mut out = String::from("&[\n");
    for folder in sorted(&root)? {
        println_to_cargo(&format!("cargo::rerun-if-changed={}", folder.display()));
        out.push_str(&format!("    ({:?}, &[\n", name(&folder)));
        for file in sorted(&folder)? {
            println_to_cargo(&format!("cargo::rerun-if-changed={}", file.display()));
            out.push_str(&format!(
                "        ({:?}, include_str!({:?})),\n",
                name(&file),
                file
            ));
        }
        out.push_str("    ]),\n");
    }
    out.push_str("]\n");
    let target = Path::new(&env::var("OUT_DIR").expect("Cargo sets it")).join("catalogues.rs");
    fs::write(target, out)
}

/// Cargo reads its build scripts' standard output.
fn println_to_cargo(line: &str) {
    println!("{line}");
}

fn sorted(folder: &Path) -> io::Result<Vec<std::path::PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
