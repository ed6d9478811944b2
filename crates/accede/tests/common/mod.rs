//! What the tests of the built program share. Each test file includes it as a module.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "a module of each test file, none of which uses all of it"
)]

pub mod cable;
pub mod door;
pub mod server;
pub mod table;

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use data_encoding::BASE32_NOPAD;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use tempfile::TempDir;
use totp_rs::{Builder, Secret};

/// The moment at which the clock of the tests stands.
pub const NOW: &str = "2026-11-21T12:00:00Z";

/// A data directory of its own, and the program upon it.
pub struct Accede {
    home: TempDir,
    facts: &'static str,
}

impl Accede {
    /// With everything that ships. Filled once and copied, since filling takes a moment.
    pub fn new() -> Accede {
        static FILLED: OnceLock<Accede> = OnceLock::new();
        Accede::like(FILLED.get_or_init(|| Accede::unused("all").filled()))
    }

    /// With participants, groups and treaties alone.
    pub fn without_acts() -> Accede {
        static FILLED: OnceLock<Accede> = OnceLock::new();
        Accede::like(FILLED.get_or_init(|| Accede::unused("law").filled()))
    }

    /// Without a data directory yet; the first use fills it with `facts`.
    pub fn unused(facts: &'static str) -> Accede {
        Accede {
            home: tempfile::tempdir().unwrap(),
            facts,
        }
    }

    fn filled(self) -> Accede {
        self.ok("treaty list");
        self
    }

    fn like(filled: &Accede) -> Accede {
        let accede = Accede::unused(filled.facts);
        std::fs::create_dir(accede.data()).unwrap();
        for file in std::fs::read_dir(filled.data()).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), accede.data().join(file.file_name())).unwrap();
        }
        accede
    }

    pub fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// A file beside the data directory.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.home.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub fn folder(&self) -> &Path {
        self.home.path()
    }

    pub fn command<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_accede"));
        command
            .env_clear()
            .env("ACCEDE_DATA", self.data())
            .env("ACCEDE_NOW", NOW)
            .env("ACCEDE_FACTS", self.facts)
            .env("ACCEDE_AUTHOR", "A. Tester")
            // Most tests sign in by a password alone; those of the second proof say otherwise.
            .env("ACCEDE_SECOND_PROOF", "optional")
            .current_dir(self.home.path())
            .stdin(Stdio::null())
            .args(args);
        command
    }

    pub fn run<A: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Run {
        Run(self.command(args).output().unwrap())
    }

    /// Runs a command line split at blanks; it must succeed.
    #[track_caller]
    pub fn ok(&self, line: &str) -> String {
        self.run(line.split_whitespace()).ok()
    }

    /// Runs a command line split at blanks with `--json`; it must succeed.
    #[track_caller]
    pub fn json(&self, line: &str) -> Value {
        serde_json::from_str(&self.ok(&format!("{line} --json"))).unwrap()
    }

    /// Runs a command line split at blanks; it must end with `status`, and say `says` on
    /// standard error.
    #[track_caller]
    pub fn fails(&self, line: &str, status: i32, says: &[&str]) -> Run {
        let run = self.run(line.split_whitespace());
        run.fails(status, says);
        run
    }

    /// The head of the ledger, as `verify` gives it.
    #[track_caller]
    pub fn head(&self) -> (u64, String) {
        let verified = self.json("verify");
        assert_eq!(verified["holds"], true);
        let entries = verified["entries"].as_u64().unwrap();
        (entries, verified["head"].as_str().unwrap().to_owned())
    }
}

/// What a run of the program gave.
pub struct Run(pub Output);

impl Run {
    pub fn status(&self) -> i32 {
        self.0.status.code().expect("the program was not killed")
    }

    pub fn stdout(&self) -> String {
        String::from_utf8(self.0.stdout.clone()).unwrap()
    }

    pub fn stderr(&self) -> String {
        String::from_utf8(self.0.stderr.clone()).unwrap()
    }

    #[track_caller]
    pub fn ok(&self) -> String {
        assert_eq!(self.status(), 0, "{}{}", self.stdout(), self.stderr());
        self.stdout()
    }

    #[track_caller]
    pub fn fails(&self, status: i32, says: &[&str]) {
        let told = self.stderr();
        assert_eq!(self.status(), status, "{told}{}", self.stdout());
        for words in says {
            assert!(told.contains(words), "`{words}` is not in:\n{told}");
        }
    }
}

/// The folder of real pages, if it is there.
///
/// A machine without it skips what needs it, and says so; with `ACCEDE_REQUIRE_ALL=1` a missing
/// folder is a failure.
pub fn shared(test: &str) -> Option<PathBuf> {
    let named = std::env::var_os("ACCEDE_SHARED").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let found = named
        .or_else(|| beside.is_dir().then_some(beside))
        .filter(|dir| dir.is_dir());
    if found.is_none() {
        skipped(test, "the data folder (set ACCEDE_SHARED)");
    }
    found
}

/// Says that a test was not made because something is missing on this machine; with
/// `ACCEDE_REQUIRE_ALL=1` that is a failure.
pub fn skipped(test: &str, needs: &str) {
    assert!(
        std::env::var_os("ACCEDE_REQUIRE_ALL").is_none_or(|value| value != "1"),
        "{test} needs {needs}"
    );
    let told = format!("SKIPPED: {test} needs {needs}\n");
    // Past the test runner's capture, so that it is seen.
    std::io::stderr().write_all(told.as_bytes()).unwrap();
}

/// The codes in a list of objects, sorted.
pub fn codes(list: &Value) -> Vec<String> {
    let mut codes: Vec<String> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.get("iso3").unwrap_or(one).as_str().unwrap().to_owned())
        .collect();
    codes.sort();
    codes
}

/// The code of an authenticator app that has this key, so many seconds after the clock of the tests.
pub fn code(key: &str, seconds: i64) -> String {
    let key: String = key.chars().filter(|c| !c.is_whitespace()).collect();
    let bytes: [u8; 20] = BASE32_NOPAD
        .decode(key.as_bytes())
        .unwrap()
        .try_into()
        .unwrap();
    let app = Builder::new().with_secret(Secret::new_stack(bytes)).build();
    let now: Timestamp = NOW.parse().unwrap();
    let at = (now + SignedDuration::from_secs(seconds)).as_second();
    app.unwrap()
        .generate(u64::try_from(at).unwrap())
        .to_string()
}
