//! Keys: the secret one of this instance, in a file of its own, and those of others that somebody
//! here found right, in the ledger.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use ledger::body::Key;
use ledger::bundle::{PublicKey, SecretKey};
use ledger::{Audience, Body, Recorded};
use store::{Location, Place};

use crate::failure::Failure;
use crate::settings::{KEY, Settings};

/// The team that runs the instance: whom it trusts is its business.
pub const OFFICE: &str = "office";
/// The file with the secret key, beside the ledger.
const FILE: &str = "secret.key";
const SECRET: &str = "Accede secret key: whoever has it signs in your name";
const PUBLIC: &str = "Accede public key";
/// The most bytes that a file with a key has.
const LARGEST: u64 = 10_000;

/// The key of this instance.
#[derive(Debug)]
pub struct Own {
    /// What the instance calls itself.
    pub name: String,
    /// The key.
    pub secret: SecretKey,
}

/// The audience of what is recorded about keys.
pub fn audience() -> Audience {
    Audience::Teams(vec![OFFICE.to_owned()])
}

/// The file with the secret key.
///
/// # Errors
///
/// Wrong usage where the ledger is in a database and no file is named.
pub fn path(settings: &Settings) -> Result<PathBuf, Failure> {
    match (&settings.key, &settings.location) {
        (Some(path), _) => Ok(path.clone()),
        (None, Location::Files(path)) => Ok(Place::at(path).ledger().with_file_name(FILE)),
        (None, Location::Database(_)) => {
            Err(Failure::usage("a secret key is not kept in a database")
                .hint(format!("name the file it is in, or is to be in, by {KEY}")))
        }
    }
}

/// Makes the file at `path` with a key of these 32 random bytes. It is there for its owner alone.
///
/// # Errors
///
/// Wrong usage if there is one already; store trouble.
pub fn make(path: &Path, name: &str, random: &[u8; 32]) -> Result<Own, Failure> {
    if name.len() > ledger::bundle::LONGEST_TEXT || name.chars().any(char::is_control) {
        return Err(Failure::usage(
            "this is no name: it is too long, or has more than one line",
        ));
    }
    let secret = SecretKey::from_bytes(random);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(|error| {
        let told = format!("{}: the key was not made", path.display());
        if error.kind() == io::ErrorKind::AlreadyExists {
            return Failure::usage(told)
                .because(error)
                .hint("there is a key already; `accede key show` shows its public half");
        }
        Failure::store(told).because(error)
    })?;
    let text = format!("{SECRET}\nname {name}\nsecret {}\n", secret.reveal());
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    if let Err(error) = written {
        // Half a key is none.
        let _ = fs::remove_file(path);
        let told = format!("{}: the key was not made", path.display());
        return Err(Failure::store(told).because(error));
    }
    Ok(Own {
        name: name.to_owned(),
        secret,
    })
}

/// The key of this instance; `None`: it has none yet.
///
/// # Errors
///
/// Store trouble: it cannot be read, is no key, or others may read it. What stands in the file is
/// never told.
pub fn own(path: &Path) -> Result<Option<Own>, Failure> {
    let bad = |why: &str| Failure::store(format!("{}: {why}", path.display()));
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(bad("the secret key cannot be read").because(error)),
    };
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o077 != 0 {
        return Err(
            bad("others than its owner may read the secret key, so it is not used").hint(
                format!(
                    "chmod 600 {}; if others were there, make a new one",
                    path.display()
                ),
            ),
        );
    }
    if metadata.len() > LARGEST {
        return Err(bad("this is no file with a secret key"));
    }
    let text = fs::read_to_string(path)
        .map_err(|error| bad("the secret key cannot be read").because(error))?;
    let mut lines = text.lines();
    let own = (|| {
        lines.next().filter(|line| *line == SECRET)?;
        let name = lines.next()?.strip_prefix("name ")?.to_owned();
        let secret = SecretKey::from_text(lines.next()?.strip_prefix("secret ")?).ok()?;
        lines.next().is_none().then_some(Own { name, secret })
    })();
    own.map(Some)
        .ok_or_else(|| bad("this is no file with a secret key"))
}

/// The text to give to others.
pub fn public_text(name: &str, key: PublicKey) -> String {
    format!("{PUBLIC}\nname {name}\nkey {key}\n")
}

/// A public key, with the name that stands with it: the text of [`public_text`], or 64 digits.
///
/// # Errors
///
/// Bad input for anything else, and for a secret key.
pub fn read_public(text: &str) -> Result<(Option<String>, PublicKey), Failure> {
    if text.starts_with(SECRET) {
        return Err(Failure::bad_input("this is a SECRET key")
            .hint("nobody but its owner may have it: if it left its machine, make a new one")
            .hint("`accede key show --out FILE` writes the public half"));
    }
    let of = |start: &str| {
        let mut lines = text.lines().filter_map(|line| line.strip_prefix(start));
        lines.next().map(str::trim)
    };
    let digits = if text.starts_with(PUBLIC) {
        of("key ")
    } else {
        Some(text.trim())
    };
    let key: Option<PublicKey> = digits.and_then(|digits| digits.parse().ok());
    match key.filter(PublicKey::is_sound) {
        Some(key) => Ok((of("name ").map(str::to_owned), key)),
        None => Err(Failure::bad_input("this is no public key")
            .hint("give the file that `accede key show --out FILE` wrote on the other side, or its 64 digits")),
    }
}

/// What `entries` say of each key: the last word on it. Only what is for the office counts.
pub fn known<'r>(
    entries: impl DoubleEndedIterator<Item = &'r Recorded>,
) -> BTreeMap<PublicKey, Key> {
    let office = audience();
    let about: Vec<&Recorded> = entries
        .filter(|one| one.entry.audience == office && one.entry.origin.is_none())
        .collect();
    let mut lifted = BTreeSet::new();
    for one in about.iter().rev() {
        if let Body::Retraction(retraction) = &one.entry.body
            && !lifted.contains(&one.entry.id)
        {
            lifted.insert(retraction.of);
        }
    }
    let mut known = BTreeMap::new();
    for one in about {
        if let Body::Key(key) = &one.entry.body
            && !lifted.contains(&one.entry.id)
            && let Ok(public) = key.public.parse::<PublicKey>()
        {
            known.insert(public, key.clone());
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        assert!(own(&path).unwrap().is_none());
        let made = make(&path, "Italy", &[7; 32]).unwrap();
        let read = own(&path).unwrap().unwrap();
        assert_eq!(read.name, "Italy");
        assert_eq!(read.secret.public(), made.secret.public());
        assert_eq!(make(&path, "Italy", &[8; 32]).unwrap_err().status(), 2);
        assert!(!format!("{read:?}").contains("0707"), "it is not shown");
    }

    #[test]
    #[cfg(unix)]
    fn a_key_that_others_may_read_is_not_used() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        make(&path, "Italy", &[7; 32]).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        let told = own(&path).unwrap_err().to_string();
        assert!(
            told.contains("chmod 600") && !told.contains("0707"),
            "{told}"
        );
    }

    #[test]
    fn what_is_no_key_is_not_repeated() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        for text in [
            "",
            "secret 0707",
            "Accede secret key: whoever has it signs in your name\nname x\nsecret 0707\n",
        ] {
            let _ = fs::remove_file(&path);
            fs::write(&path, text).unwrap();
            #[cfg(unix)]
            std::os::unix::fs::PermissionsExt::set_mode(
                &mut fs::metadata(&path).unwrap().permissions(),
                0o600,
            );
            #[cfg(unix)]
            fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o600))
                .unwrap();
            let told = own(&path).unwrap_err().to_string();
            assert!(
                told.contains("no file with a secret key") && !told.contains("0707"),
                "{told}"
            );
        }
    }

    #[test]
    fn a_public_key_is_read_from_its_text_or_its_digits() {
        let public = SecretKey::from_bytes(&[7; 32]).public();
        let text = public_text("South Africa, co-coordinator", public);
        let name = Some("South Africa, co-coordinator".to_owned());
        assert_eq!(read_public(&text).unwrap(), (name, public));
        assert_eq!(
            read_public(&format!(" {public}\n")).unwrap(),
            (None, public)
        );
        for bad in ["", "ITA", &"00".repeat(32), &text.replace("key ", "")] {
            assert!(read_public(bad).is_err(), "{bad}");
        }
        let secret = format!("{SECRET}\nname x\nsecret {}\n", "07".repeat(32));
        assert!(
            read_public(&secret)
                .unwrap_err()
                .to_string()
                .contains("SECRET")
        );
    }
}
