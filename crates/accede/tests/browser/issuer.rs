//! Coming in by an issuer, in a browser that holds to the policies of pages and cookies: what a form
//! leads to, and what comes back from another site.

use std::net::TcpListener;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::common::Accede;
use crate::common::door::Server;
use crate::driver::Driver;
use crate::small::{CLIENT, SECRET, Small};

/// The moment at which the clocks of the tests stand.
const NOW: i64 = 1_795_262_400;

/// A program that a browser reaches where it says it stands, and its first link.
fn stands(accede: &Accede, small: &Small) -> Server {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let secret = accede.file("secret", SECRET);
    let mut child = accede
        .command(["serve", "--listen", &format!("127.0.0.1:{port}")])
        .env("ACCEDE_ADDRESS", format!("http://localhost:{port}"))
        .env("ACCEDE_OIDC_ISSUER", &small.url)
        .env("ACCEDE_OIDC_CLIENT_ID", CLIENT)
        .env("ACCEDE_OIDC_NAME", "Ministry of Tests")
        .env("ACCEDE_OIDC_CLIENT_SECRET_FILE", secret)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines =
        std::io::BufRead::lines(std::io::BufReader::new(child.stdout.as_mut().unwrap()));
    let first = lines.nth(1).unwrap().unwrap();
    drop(lines);
    let at = first.find("/join/").unwrap();
    Server {
        first: Some(first[at..].to_owned()),
        address: format!("localhost:{port}"),
        child,
    }
}

/// A reader who goes from site to site.
struct Traveller<'a> {
    driver: &'a Driver,
    site: String,
}

impl Traveller<'_> {
    fn opens(&self, path: &str) {
        let url = format!("{}{path}", self.site);
        self.driver.does("/url", &json!({"url": url}));
    }

    fn text(&self) -> String {
        let text = "return document.body ? document.body.innerText : ''";
        let text = self.driver.looks(text, &[]);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the address is this one.
    #[track_caller]
    fn arrives(&self, path: &str) {
        let wanted = format!("{}{path}", self.site);
        let began = Instant::now();
        loop {
            let at = self.driver.tells("/url");
            if at == wanted.as_str() {
                return;
            }
            let late = began.elapsed() > Duration::from_secs(30);
            assert!(!late, "{at} instead of {wanted}: {}", self.text());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    #[track_caller]
    fn sees(&self, text: &str) {
        assert!(self.text().contains(text), "{text}: {}", self.text());
    }

    /// Presses the one button that says this.
    #[track_caller]
    fn presses(&self, says: &str) {
        let found = self
            .driver
            .finds(&format!("//button[normalize-space(.)={says:?}]"));
        assert_eq!(found.len(), 1, "{says}: {}", self.text());
        self.driver
            .does(&format!("/element/{}/click", found[0].0), &json!({}));
    }

    #[track_caller]
    fn fills(&self, field: &str, text: &str) {
        let found = self.driver.finds(&format!("//input[@id={field:?}]"));
        assert_eq!(found.len(), 1, "{field}");
        let path = format!("/element/{}/value", found[0].0);
        self.driver.does(&path, &json!({"text": text}));
    }
}

#[test]
fn somebody_joins_leaves_and_comes_in_again_by_an_issuer_with_and_without_scripts() {
    let test = "somebody_joins_leaves_and_comes_in_again_by_an_issuer";
    for (script, width) in [(true, 1280), (false, 360)] {
        let Some(driver) = Driver::start(test) else {
            return;
        };
        let off = json!({"value": !script});
        driver.chromium("Emulation.setScriptExecutionDisabled", &off);
        let size =
            json!({"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false});
        driver.chromium("Emulation.setDeviceMetricsOverride", &size);
        let (accede, small) = (Accede::new(), Small::stand(NOW));
        let server = stands(&accede, &small);
        let traveller = Traveller {
            driver: &driver,
            site: format!("http://{}", server.address),
        };
        traveller.opens(server.first.as_ref().unwrap());
        traveller.fills("name", "Ada Example");
        traveller.fills("email", "ada@mfa.example");
        traveller.presses("Join with Ministry of Tests");
        traveller.arrives("/");
        traveller.sees("Ada Example");
        traveller.presses("Sign out");
        traveller.arrives("/signed-out");
        traveller.sees("Sign out at Ministry of Tests");
        assert!(!traveller.text().contains("Ada Example"));
        traveller.opens("/sign-in?next=%2Fstates");
        traveller.presses("Sign in with Ministry of Tests");
        traveller.arrives("/states");
        traveller.sees("Ada Example");
        traveller.opens("/account/issuer");
        traveller.sees("Last used");
        traveller.presses("Sign out");
        traveller.arrives("/signed-out");
        small.ways().declines = true;
        traveller.opens("/sign-in");
        traveller.presses("Sign in with Ministry of Tests");
        traveller.arrives("/sign-in/issuer/told?why=declined");
        traveller.sees("Nothing was changed");
        let log = driver.does("/se/log", &json!({"type": "browser"}));
        let policy = log.to_string().to_lowercase();
        assert!(!policy.contains("content security policy"), "{log}");
    }
}
