//! `accede get`: one page, picture, table, feed or calendar of the site, without a server.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use treaty::Lang;
use web::fetch::{FetchError, Fetched, fetch};
use web::{App, Worlds};

use super::{Session, export, warn};
use crate::failure::{Failure, printable};
use crate::home::{Home, not_opened};
use crate::printing::with_printer;
use crate::render::Form;
use crate::stacks::{Shelves, Stacks};
use crate::still::Still;

/// Get a page, picture, table, feed or calendar of the site, without a server
///
/// ADDRESS is what a browser has behind the host, such as `/treaties/ccm/curve.png?on=2023-09-22`.
/// How it ends is the form: .json, .csv, .svg, .png, .atom or .ics; without any of these it is the
/// page. The answer is the one a server gives at that address. docs/api.md has the addresses.
#[derive(Debug, Args)]
pub(super) struct GetArgs {
    /// The address within the site, from its first slash on; in quotes if it has a question mark
    address: String,
    /// The file to write; it is replaced whole, or not touched [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// How many addresses that were perhaps meant are told.
const NEAR: usize = 5;

/// Runs the command.
pub(super) fn run(session: &Session, args: &GetArgs) -> Result<(), Failure> {
    let address = address(session, &args.address)?;
    let record = Home::new(&session.settings, session.clock).read()?;
    let still = Still::at_present(record, session.clock.now(), session.today());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .map_err(|cause| Failure::store("the answer could not be begun").because(cause))?;
    let still: Arc<dyn Worlds> = Arc::new(still);
    let stacks = Stacks::at(&session.settings.location).map_err(not_opened)?;
    let shelves = Arc::new(Shelves::of(stacks, Arc::clone(&still)));
    let app = with_printer(App::new(still)).with_stacks(Arc::clone(&shelves) as _);
    let fetched = runtime
        .block_on(fetch(app, &address))
        .map_err(|error| refused(&address, error))?;
    drop(runtime);
    drop(shelves);
    if let Some(moved) = &fetched.moved {
        warn(&format!("this stands at {moved}"));
    }
    if args.out.is_none() && io::stdout().is_terminal() {
        return show(&fetched, &mut io::stdout().lock());
    }
    export::write(args.out.as_deref(), &fetched.bytes)
}

/// The address to ask, with the language and the moment of knowledge of the command line.
fn address(session: &Session, given: &str) -> Result<String, Failure> {
    let (bare, _) = given.split_once('#').unwrap_or((given, ""));
    if let Some(behind) = behind_host(bare) {
        return Err(Failure::usage(format!(
            "`{given}` names a host, and nothing is fetched over a network here"
        ))
        .hint(format!("give what stands behind the host: {behind}")));
    }
    if !bare.starts_with('/') {
        return Err(Failure::usage(format!(
            "`{given}` is no address of the site: it does not begin with a slash"
        ))
        .hint(format!("perhaps /{bare}")));
    }
    if session.form != Form::Table {
        return Err(
            Failure::usage("the form stands in the address, and not in an option")
                .hint("as in /treaties/ctbt.json or /treaties/ctbt.csv"),
        );
    }
    let mut asked = bare.to_owned();
    if session.lang != Lang::En {
        with(&mut asked, "lang", session.lang.code())?;
    }
    if let Some(known) = session.known {
        with(&mut asked, "known", &known.to_string())?;
    }
    Ok(asked)
}

/// What of an address stands behind its host, if it names one.
fn behind_host(address: &str) -> Option<String> {
    let rest = match address.split_once("://") {
        Some((scheme, rest)) if scheme.chars().all(|c| c.is_ascii_alphanumeric()) => rest,
        Some(_) | None => address.strip_prefix("//")?,
    };
    Some(
        rest.find('/')
            .map_or("/", |slash| &rest[slash..])
            .to_owned(),
    )
}

/// Adds a parameter, which must not be there yet.
fn with(address: &mut String, name: &str, value: &str) -> Result<(), Failure> {
    let query = address.split_once('?').map(|(_, query)| query);
    let mut names = query.unwrap_or_default().split('&');
    if names.any(|pair| pair.split('=').next() == Some(name)) {
        return Err(Failure::usage(format!(
            "the address has `{name}` already, and so has --{name}"
        ))
        .hint("give it once"));
    }
    let between = if query.is_some() { '&' } else { '?' };
    address.push_str(&format!("{between}{name}={value}"));
    Ok(())
}

fn refused(address: &str, error: FetchError) -> Failure {
    match error {
        FetchError::Refused { detail, near } => {
            let failure = Failure::usage(format!("{address}: {detail}"));
            let failure = match near.as_slice() {
                [] => failure,
                near => {
                    let near = near.get(..NEAR).unwrap_or(near);
                    failure.hint(format!("perhaps {}", near.join(" or ")))
                }
            };
            failure.hint("docs/api.md has the addresses; `accede get /api` is their reference")
        }
        FetchError::NoAddress(cause) => {
            Failure::usage("this cannot be read as an address, or is too long for one")
                .because(cause)
                .hint("as in /treaties/ctbt/map.svg")
        }
        error @ (FetchError::Ours { .. } | FetchError::Ended(_)) => {
            Failure::store(format!("{address} could not be answered"))
                .because(error)
                .hint("this is a mistake in the program: please report it with this message")
        }
    }
}

/// Shows an answer on a terminal, where it is text.
fn show(fetched: &Fetched, terminal: &mut dyn Write) -> Result<(), Failure> {
    let text = std::str::from_utf8(&fetched.bytes).ok();
    let Some(text) = text.filter(|text| !text.contains('\0')) else {
        let kind = fetched.kind.split(';').next().unwrap_or_default();
        return Err(
            Failure::usage(format!("this is {kind}, which no terminal can show"))
                .hint("give --out FILE, or send it to another program"),
        );
    };
    let mut out = BufWriter::new(terminal);
    out.write_all(printable(text).as_bytes())?;
    out.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fetched(kind: &str, bytes: &[u8]) -> Fetched {
        Fetched {
            kind: kind.to_owned(),
            bytes: bytes.to_vec(),
            moved: None,
        }
    }

    #[test]
    fn a_terminal_is_shown_text_and_nothing_else() {
        let mut shown = Vec::new();
        show(&fetched("text/csv", b"a\x1b[31m,b\n"), &mut shown).unwrap();
        assert_eq!(shown, "a\u{fffd}[31m,b\n".as_bytes());
        for bytes in [b"\x89PNG\r\n\x1a\n".as_slice(), b"SQLite format 3\0"] {
            let mut shown = Vec::new();
            let refused = show(&fetched("image/png", bytes), &mut shown).unwrap_err();
            assert_eq!(refused.status(), 2);
            assert!(refused.to_string().contains("image/png"), "{refused}");
            assert!(refused.to_string().contains("--out"), "{refused}");
            assert!(shown.is_empty());
        }
    }

    #[test]
    fn what_stands_behind_a_host_is_told() {
        for (given, behind) in [
            (
                "https://a.example/treaties/ccm?on=2020-01-01",
                Some("/treaties/ccm?on=2020-01-01"),
            ),
            ("http://a.example", Some("/")),
            ("//a.example/about", Some("/about")),
            ("/search?q=https://a.example/", None),
            ("/about", None),
        ] {
            assert_eq!(behind_host(given).as_deref(), behind, "{given}");
        }
    }
}
