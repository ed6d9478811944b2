//! Where things are and who one is: from options, then the environment, then the platform.
//!
//! Every setting is described in `docs/settings.md`; a test holds that page to this file.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::clock::NOW;
use crate::failure::Failure;

/// The data directory.
pub const DATA: &str = "ACCEDE_DATA";
/// Who records, where `--author` does not say.
pub const AUTHOR: &str = "ACCEDE_AUTHOR";
/// What a new data directory is filled with.
pub const FACTS: &str = "ACCEDE_FACTS";
/// What is logged to standard error.
pub const LOG: &str = "ACCEDE_LOG";

/// Every variable this program reads of its own.
pub const ALL: &[&str] = &[DATA, AUTHOR, FACTS, LOG, NOW];

/// What a new data directory is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facts {
    /// Everything the program ships knowing.
    All,
    /// Who takes part, their groups and the treaties, without any act, count, meeting or duty:
    /// for those who bring their own record.
    Law,
}

/// What this run was told about its surroundings.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The data directory.
    pub data: PathBuf,
    /// What a new data directory is filled with.
    pub facts: Facts,
    /// Who records.
    pub author: String,
}

impl Settings {
    /// The settings of this run; `data` is what `--data` said (clap has looked at `ACCEDE_DATA`).
    ///
    /// # Errors
    ///
    /// Wrong usage, if there is no data directory to be found or a variable says what it cannot.
    pub fn read(data: Option<PathBuf>) -> Result<Settings, Failure> {
        let env = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let data = match data.or_else(|| platform_data(&env)) {
            Some(data) => data,
            None => {
                return Err(Failure::usage("no data directory is known on this machine")
                    .hint(format!("name one with --data DIR, or in {DATA}")));
            }
        };
        let facts = match env(FACTS)
            .map(|value| value.to_string_lossy().into_owned())
            .as_deref()
        {
            None | Some("all") => Facts::All,
            Some("law") => Facts::Law,
            Some(other) => {
                return Err(Failure::usage(format!("`{FACTS}` is `{other}`"))
                    .hint("use `all` or `law`, or unset it"));
            }
        };
        let author = [AUTHOR, "USER", "USERNAME"]
            .into_iter()
            .find_map(env)
            .map_or_else(
                || "unnamed".to_owned(),
                |name| name.to_string_lossy().into_owned(),
            );
        Ok(Settings {
            data,
            facts,
            author,
        })
    }
}

/// The platform's directory for a program's data.
fn platform_data(env: &dyn Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let home = || env("HOME").map(PathBuf::from);
    if cfg!(windows) {
        return env("APPDATA").map(|dir| PathBuf::from(dir).join("accede"));
    }
    if cfg!(target_os = "macos") {
        return home().map(|dir| dir.join("Library/Application Support/accede"));
    }
    // The XDG base directory specification: a relative path there is to be ignored.
    env("XDG_DATA_HOME")
        .map(PathBuf::from)
        .filter(|dir| dir.is_absolute())
        .or_else(|| home().map(|dir| dir.join(".local/share")))
        .map(|dir| dir.join("accede"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(all(unix, not(target_os = "macos")))]
    fn the_data_directory_follows_the_platform() {
        let home = |name: &str| (name == "HOME").then(|| OsString::from("/somebody"));
        let data = platform_data(&home).unwrap();
        assert_eq!(data, PathBuf::from("/somebody/.local/share/accede"));
        let relative = |name: &str| match name {
            "HOME" => Some(OsString::from("/somebody")),
            "XDG_DATA_HOME" => Some(OsString::from("data")),
            _ => None,
        };
        assert_eq!(
            platform_data(&relative).unwrap(),
            data,
            "a relative path is ignored"
        );
        assert_eq!(platform_data(&|_| None), None);
    }

    #[test]
    fn every_variable_is_described_in_the_settings_page() {
        let page = include_str!("../../../docs/settings.md");
        for name in ALL {
            assert!(page.contains(&format!("`{name}`")), "{name}");
        }
    }
}
