//! A PostgreSQL server of a test's own, in a temporary directory.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, reason = "only tests use it")]

use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The password of the test's superuser.
pub const PASSWORD: &str = "not-to-be-printed";
/// What `nobody` is called by number on the systems we know: the server refuses to run as root.
const NOBODY: u32 = 65_534;

/// A running server; it ends with this value.
pub struct Cluster {
    home: TempDir,
    bin: PathBuf,
    pub port: u16,
    server: Child,
}

impl Cluster {
    /// Starts one; `None`, said plainly, on a machine without PostgreSQL.
    pub fn start(test: &str) -> Option<Cluster> {
        Cluster::start_below(test, Path::new("/tmp"))
    }

    /// Starts one with its folder below `parent`.
    pub fn start_below(test: &str, parent: &Path) -> Option<Cluster> {
        let Some(bin) = binaries() else {
            let told = format!("SKIPPED: {test} needs PostgreSQL (initdb and postgres)\n");
            // Past the test runner's capture, so that it is seen.
            std::io::stderr().write_all(told.as_bytes()).unwrap();
            let all = std::env::var("ACCEDE_REQUIRE_ALL").is_ok_and(|all| all == "1");
            assert!(
                !all,
                "ACCEDE_REQUIRE_ALL=1 and PostgreSQL is missing: {test}"
            );
            return None;
        };
        let home = tempfile::Builder::new()
            .prefix("accede-pg-")
            .tempdir_in(parent)
            .unwrap();
        let password = home.path().join("password");
        fs::write(&password, PASSWORD).unwrap();
        own(home.path());
        own(&password);
        let data = home.path().join("data");
        let made = command(&bin.join("initdb"), home.path())
            .arg("-D")
            .arg(&data)
            .args([
                "-U",
                "accede",
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--no-sync",
                "--pwfile",
            ])
            .arg(&password)
            .output()
            .unwrap();
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        let port = free_port();
        let server = run(&bin, home.path(), port);
        let cluster = Cluster {
            home,
            bin,
            port,
            server,
        };
        cluster.wait();
        Some(cluster)
    }

    /// Kills the server and all it has started at once, as a power cut would, and starts it again.
    pub fn crash(&mut self) {
        // Its children end when they find it gone; the next start waits for that.
        self.server.kill().unwrap();
        self.server.wait().unwrap();
        let begun = Instant::now();
        loop {
            self.server = run(&self.bin, self.home.path(), self.port);
            while self.server.try_wait().unwrap().is_none() {
                if self.answers() {
                    return;
                }
                std::thread::sleep(Duration::from_millis(50));
            }
            assert!(
                begun.elapsed() < Duration::from_secs(30),
                "it does not start again"
            );
        }
    }

    /// A server that follows this one by streaming, and only reads.
    pub fn standby(&self) -> Cluster {
        let home = tempfile::Builder::new()
            .prefix("accede-pg-")
            .tempdir_in(self.home.path().parent().unwrap())
            .unwrap();
        own(home.path());
        let copied = command(&self.bin.join("pg_basebackup"), home.path())
            .args(["-h", "127.0.0.1", "-U", "accede", "-p"])
            .arg(self.port.to_string())
            .args(["-X", "stream", "-R", "--no-sync", "-c", "fast", "-D"])
            .arg(home.path().join("data"))
            .env("PGPASSWORD", PASSWORD)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&copied.stderr);
        assert!(copied.status.success(), "{said}");
        let follows = format!(
            "primary_conninfo = 'host=127.0.0.1 port={} user=accede password={PASSWORD}'\n",
            self.port
        );
        let settings = home.path().join("data/postgresql.auto.conf");
        let mut settings = fs::File::options().append(true).open(settings).unwrap();
        settings.write_all(follows.as_bytes()).unwrap();
        let port = free_port();
        let standby = Cluster {
            server: run(&self.bin, home.path(), port),
            home,
            bin: self.bin.clone(),
            port,
        };
        standby.wait();
        standby
    }

    fn answers(&self) -> bool {
        let asked = self.psql("postgres", "SELECT 1");
        asked.is_ok()
    }

    fn wait(&self) {
        let begun = Instant::now();
        while !self.answers() {
            assert!(
                begun.elapsed() < Duration::from_secs(60),
                "the server does not answer"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Its folder.
    pub fn folder(&self) -> PathBuf {
        self.home.path().to_owned()
    }

    /// Encrypts connections from now on, with `server.key` and `server.crt` of its folder.
    pub fn serve_encrypted(&self) {
        for name in ["server.key", "server.crt"] {
            let to = self.home.path().join("data").join(name);
            fs::copy(self.home.path().join(name), &to).unwrap();
            fs::set_permissions(&to, std::os::unix::fs::PermissionsExt::from_mode(0o600))
                .unwrap();
            own(&to);
        }
        self.psql("postgres", "ALTER SYSTEM SET ssl = on").unwrap();
        self.psql("postgres", "SELECT pg_reload_conf()").unwrap();
        let begun = Instant::now();
        while self.psql("postgres", "SHOW ssl").unwrap() != "on" {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "it does not encrypt"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// What `psql` says to a statement, as superuser.
    pub fn psql(&self, database: &str, statement: &str) -> Result<String, String> {
        let ran = Command::new(self.bin.join("psql"))
            .args([
                "-X",
                "-q",
                "-t",
                "-A",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                "127.0.0.1",
                "-U",
                "accede",
            ])
            .args([
                "-p",
                &self.port.to_string(),
                "-d",
                database,
                "-c",
                statement,
            ])
            .env("PGPASSWORD", PASSWORD)
            .output()
            .unwrap();
        if ran.status.success() {
            return Ok(String::from_utf8(ran.stdout).unwrap().trim().to_owned());
        }
        Err(String::from_utf8(ran.stderr).unwrap())
    }

    /// The address of a new, empty database.
    pub fn database(&self, name: &str) -> String {
        self.psql("postgres", &format!("CREATE DATABASE {name}"))
            .unwrap();
        self.address("accede", PASSWORD, self.port, name)
    }

    pub fn address(&self, user: &str, password: &str, port: u16, name: &str) -> String {
        format!("postgresql://{user}:{password}@127.0.0.1:{port}/{name}")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGINT: it ends its sessions and itself at once, and tidies up.
        let id = self.server.id().to_string();
        let _ = Command::new("kill").args(["-INT", &id]).status();
        let _ = self.server.wait();
    }
}

fn run(bin: &Path, home: &Path, port: u16) -> Child {
    let log = fs::File::options()
        .create(true)
        .append(true)
        .open(home.join("log"))
        .unwrap();
    command(&bin.join("postgres"), home)
        .arg("-D")
        .arg(home.join("data"))
        .arg("-k")
        .arg(home)
        .args(["-c", "listen_addresses=127.0.0.1", "-p", &port.to_string()])
        // What a killed process gave to the system is not lost; only a power cut would lose it.
        .args(["-c", "fsync=off"])
        .args(["-c", "shared_buffers=16MB", "-c", "max_connections=40"])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .unwrap()
}

/// A program run as the owner of `home`.
fn command(program: &Path, home: &Path) -> Command {
    let mut command = Command::new(program);
    let owner = fs::metadata(home).unwrap();
    if is_root() {
        command.uid(owner.uid()).gid(owner.gid());
    }
    command
        .current_dir(home)
        .env("HOME", home)
        .env("LC_ALL", "C");
    command
}

pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

pub fn own(path: &Path) {
    if is_root() {
        std::os::unix::fs::chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
    }
}

/// The folder of the newest server's programs.
fn binaries() -> Option<PathBuf> {
    let complete = |dir: &PathBuf| {
        ["initdb", "postgres", "psql"]
            .iter()
            .all(|p| dir.join(p).is_file())
    };
    let on_path = std::env::var_os("PATH")
        .map(|path| std::env::split_paths(&path).collect::<Vec<_>>())
        .unwrap_or_default();
    // Debian keeps them off the path, by version.
    let mut debian: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version = entry.file_name().to_string_lossy().parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    debian.sort();
    let debian = debian.into_iter().rev().map(|(_, dir)| dir);
    on_path.into_iter().chain(debian).find(complete)
}

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
