//! The examples of the operations page, run: nginx and Caddy in front of a served instance, with TLS,
//! and the unit of systemd, checked.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::cluster::free_port;
use crate::common::{Accede, skipped};
use crate::serving::{ADA, Serving, Told};

const NAME: &str = "accede.example.org";

/// The example of this language on the page.
fn example(language: &str) -> String {
    let page = include_str!("../../../../docs/operations.md");
    let fence = format!("```{language}\n");
    let (_, rest) = page.split_once(&fence).unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

/// The same with its parts replaced, each of which has to be there.
fn fitted(example: &str, parts: &[(&str, &str)]) -> String {
    parts.iter().fold(example.to_owned(), |text, (part, by)| {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
        text.replace(part, by)
    })
}

fn has(test: &str, programs: &[&str]) -> bool {
    for program in programs {
        let found = Command::new("sh")
            .args(["-c", &format!("PATH=$PATH:/usr/sbin command -v {program}")])
            .stdout(Stdio::null())
            .status();
        if !found.unwrap().success() {
            skipped(test, program);
            return false;
        }
    }
    true
}

/// A proxy in front of an instance.
struct Front {
    serving: Serving,
    proxy: Child,
    plain: u16,
    tls: u16,
}

impl Drop for Front {
    fn drop(&mut self) {
        // SIGTERM: it ends those it has started too.
        let id = self.proxy.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &id]).status();
        let _ = self.proxy.wait();
    }
}

impl Front {
    fn of(accede: &Accede, start: impl FnOnce(&str, u16, u16) -> Child) -> Front {
        let env = [
            ("ACCEDE_ADDRESS", "https://accede.example.org"),
            ("ACCEDE_PROXIES", "127.0.0.1,::1"),
        ];
        let unit = example("ini");
        for (name, value) in env {
            assert!(unit.contains(&format!("{name}={value}")), "{unit}");
        }
        let serving = Serving::new(accede, &[], &env);
        let (plain, tls) = (free_port(), free_port());
        let proxy = start(&serving.address, plain, tls);
        let front = Front {
            serving,
            proxy,
            plain,
            tls,
        };
        let begun = Instant::now();
        while front.try_ask("127.0.1.1", "/about", &[]).is_none() {
            assert!(
                begun.elapsed() < Duration::from_secs(30),
                "the proxy does not answer"
            );
            std::thread::sleep(Duration::from_millis(50));
        }
        front
    }

    /// Asks over TLS from that address of this machine.
    fn try_ask(&self, from: &str, path: &str, more: &[&str]) -> Option<Told> {
        let resolve = format!("{NAME}:{}:127.0.0.1", self.tls);
        let address = format!("https://{NAME}:{}{path}", self.tls);
        let asked = Command::new("curl")
            .args(["-s", "-i", "-k", "--http1.1", "--max-time", "20"])
            .args(["--interface", from, "--resolve", &resolve])
            .args(["-H", &format!("Host: {NAME}")])
            .args(more)
            .arg(address)
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&asked.stdout).into_owned();
        asked.status.success().then_some(Told(told))
    }

    #[track_caller]
    fn ask(&self, from: &str, path: &str, more: &[&str]) -> Told {
        self.try_ask(from, path, more).expect("an answer")
    }

    fn send(&self, from: &str, path: &str, form: &[(&str, &str)], more: &[&str]) -> Told {
        let pairs: Vec<_> = form
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut args = vec!["-H", "Sec-Fetch-Site: same-origin"];
        for pair in &pairs {
            args.extend(["--data-urlencode", pair]);
        }
        args.extend(more);
        self.ask(from, path, &args)
    }

    fn guess(&self, from: &str, who: usize, more: &[&str]) -> u16 {
        let email = format!("eve{who}@mfa.example");
        let form = [
            ("email", email.as_str()),
            ("password", "not that one at all"),
        ];
        self.send(from, "/sign-in", &form, more).status()
    }

    /// What is expected of any proxy that is set up as the page says.
    fn serves_people(&self) {
        let page = self.ask("127.0.1.1", "/treaties/ccm", &[]);
        assert_eq!(page.status(), 200);
        let stay = "strict-transport-security";
        assert_eq!(page.header(stay), "max-age=63072000");
        assert!(
            page.header("content-security-policy")
                .starts_with("default-src 'none'")
        );
        assert_eq!(page.0.to_lowercase().matches(stay).count(), 1);
        // Plain HTTP leads to TLS.
        let plain = Command::new("curl")
            .args([
                "-s",
                "-i",
                "--max-time",
                "20",
                "-H",
                &format!("Host: {NAME}"),
            ])
            .arg(format!("http://127.0.0.1:{}/about", self.plain))
            .output()
            .unwrap();
        let plain = Told(String::from_utf8(plain.stdout).unwrap());
        assert_eq!(plain.status(), 308);
        let there = plain.header("location");
        assert!(there.starts_with(&format!("https://{NAME}")) && there.ends_with("/about"));
        // One joins and signs in through it.
        let joined = self.send("127.0.1.1", &self.serving.first(), &ADA, &[]);
        assert_eq!(joined.status(), 303, "{}", joined.0);
        let signed = self.send("127.0.1.1", "/sign-in", &ADA, &[]);
        assert_eq!(signed.status(), 303, "{}", signed.0);
        assert!(signed.0.contains("__Host-accede-session="), "{}", signed.0);
        assert!(signed.0.contains("Secure"));
        let cookies = format!("Cookie: {}", set(&signed));
        let own = self.ask("127.0.1.1", "/account", &["-H", &cookies]);
        assert_eq!(own.status(), 200);
        assert!(own.0.contains(ADA[0].1), "{}", own.0);
        let feed = self.ask("127.0.1.1", "/feed.atom", &[]);
        assert!(feed.0.contains(&format!("https://{NAME}/")));
        // Whoever guesses waits, with his network, whatever he says of himself.
        let mut tries = 0..80;
        assert!(tries.any(|who| self.guess("127.0.1.1", who, &[]) == 429));
        for lie in [
            "X-Forwarded-For: 127.0.9.9",
            "Forwarded: for=127.0.9.9;proto=https",
            "X-Real-IP: 127.0.9.9",
        ] {
            assert_eq!(self.guess("127.0.1.1", 500, &["-H", lie]), 429, "{lie}");
        }
        assert_eq!(self.guess("127.0.2.1", 501, &[]), 422, "another network");
    }
}

/// The cookies an answer sets, as a browser sends them back.
fn set(told: &Told) -> String {
    let lines = told.0.lines().filter_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("set-cookie")
            .then(|| value.split(';').next().unwrap())
    });
    lines.collect::<Vec<_>>().join("; ")
}

/// A certificate for the name, signed by itself, and its key.
fn certificate(folder: &Path) -> (PathBuf, PathBuf) {
    let (certificate, key) = (folder.join("accede.pem"), folder.join("accede.key"));
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
        ])
        .args([
            "-nodes",
            "-days",
            "2",
            "-subj",
            &format!("/CN={NAME}"),
            "-keyout",
        ])
        .arg(&key)
        .arg("-out")
        .arg(&certificate)
        .output()
        .unwrap();
    assert!(
        made.status.success(),
        "{}",
        String::from_utf8_lossy(&made.stderr)
    );
    (certificate, key)
}

#[test]
fn behind_nginx_as_the_page_sets_it_up() {
    if !has("behind_nginx", &["nginx", "openssl", "curl"]) {
        return;
    }
    let accede = Accede::without_acts();
    let folder = accede.folder().to_owned();
    let front = Front::of(&accede, |address, plain, tls| {
        let (certificate, key) = certificate(&folder);
        let snippet = fitted(
            &example("nginx"),
            &[
                ("listen 80;", &format!("listen 127.0.0.1:{plain};")),
                ("listen 443 ssl;", &format!("listen 127.0.0.1:{tls} ssl;")),
                ("/etc/ssl/accede.pem", certificate.to_str().unwrap()),
                ("/etc/ssl/accede.key", key.to_str().unwrap()),
                ("127.0.0.1:8080", address),
            ],
        );
        let kept = folder.display();
        let places: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .iter()
            .map(|kind| format!("{kind}_temp_path {kept}/{kind};\n"))
            .collect();
        let user = if crate::cluster::is_root() {
            "user root;"
        } else {
            ""
        };
        let config = format!(
            "{user}\ndaemon off;\npid {kept}/nginx.pid;\nerror_log stderr;\nevents {{}}\nhttp {{\naccess_log off;\n{places}{snippet}}}\n"
        );
        let file = folder.join("nginx.conf");
        std::fs::write(&file, config).unwrap();
        Command::new("sh")
            .args(["-c", "PATH=$PATH:/usr/sbin exec nginx -p \"$0\" -c \"$1\""])
            .arg(&folder)
            .arg(&file)
            .spawn()
            .unwrap()
    });
    front.serves_people();
}

#[test]
fn behind_caddy_as_the_page_sets_it_up() {
    if !has("behind_caddy", &["caddy", "curl"]) {
        return;
    }
    let accede = Accede::without_acts();
    let folder = accede.folder().to_owned();
    let front = Front::of(&accede, |address, plain, tls| {
        let snippet = fitted(&example("caddyfile"), &[("127.0.0.1:8080", address)]);
        let kept = folder.display();
        // A certificate of its own making, as nobody vouches for an invented name.
        let config = format!(
            "{{\nadmin off\nlocal_certs\nskip_install_trust\ndefault_bind 127.0.0.1\nhttp_port {plain}\nhttps_port {tls}\nstorage file_system {kept}/caddy\n}}\n{snippet}"
        );
        let file = folder.join("Caddyfile");
        std::fs::write(&file, config).unwrap();
        Command::new("caddy")
            .args(["run", "--adapter", "caddyfile", "--config"])
            .arg(&file)
            .env("HOME", &folder)
            .env("XDG_DATA_HOME", &folder)
            .env("XDG_CONFIG_HOME", &folder)
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    });
    front.serves_people();
}

#[test]
fn the_unit_is_one_that_systemd_takes() {
    if !has("the_unit", &["systemd-analyze"]) {
        return;
    }
    let accede = Accede::without_acts();
    // It looks for the program too.
    let unit = fitted(
        &example("ini"),
        &[("/usr/local/bin/accede", env!("CARGO_BIN_EXE_accede"))],
    );
    let file = accede.file("accede.service", unit);
    let told = Command::new("systemd-analyze")
        .args(["verify", "--man=no"])
        .arg(&file)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&told.stderr).into_owned();
    // What it says of other units of this machine is not about ours.
    let ours: Vec<_> = said
        .lines()
        .filter(|line| line.contains("accede.service"))
        .collect();
    assert_eq!(ours, Vec::<&str>::new(), "{said}");
}
