//! What cargo says of the workspace and of what it depends on.

use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;

use crate::{Failed, files};

/// The part of `cargo metadata` the tasks need.
#[derive(Debug, Deserialize)]
pub(crate) struct Metadata {
    /// Every package of the build, ours included.
    pub(crate) packages: Vec<Package>,
    /// Where builds go.
    pub(crate) target_directory: PathBuf,
}

/// A package.
#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    pub(crate) version: String,
    /// SPDX expression; old packages write `/` for `OR`.
    pub(crate) license: Option<String>,
    /// Where it comes from; `None` for packages of the workspace.
    pub(crate) source: Option<String>,
    pub(crate) dependencies: Vec<Dependency>,
}

/// An arrow between packages, as the manifest declares it.
#[derive(Debug, Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    /// `None` for a normal one, else `dev` or `build`.
    pub(crate) kind: Option<String>,
}

impl Package {
    /// Whether it belongs to the workspace.
    pub(crate) fn is_ours(&self) -> bool {
        self.source.is_none()
    }
}

/// Asks cargo, for the platform it builds on: so that nothing of other platforms is fetched.
pub(crate) fn read() -> Result<Metadata, Failed> {
    let out = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--filter-platform",
        ])
        .arg(host()?)
        .current_dir(files::root())
        .output()
        .map_err(|cause| format!("could not start cargo metadata: {cause}"))?;
    if !out.status.success() {
        return Err(format!(
            "cargo metadata failed: {}",
            String::from_utf8_lossy(&out.stderr).trim()
        ));
    }
    serde_json::from_slice(&out.stdout)
        .map_err(|cause| format!("could not read what cargo metadata says: {cause}"))
}

/// The platform's name, such as `x86_64-unknown-linux-gnu`.
fn host() -> Result<String, Failed> {
    let out = Command::new("rustc")
        .arg("-vV")
        .output()
        .map_err(|cause| format!("could not start rustc: {cause}"))?;
    String::from_utf8_lossy(&out.stdout)
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .map(str::to_owned)
        .ok_or_else(|| "rustc -vV names no host".to_owned())
}
