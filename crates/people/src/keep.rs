//! Sheets as values: JSON with the version of its form, and the change that follows from having seen
//! one.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::cabinet::{Becomes, Cabinet, CabinetError, Change, Drawer};

/// The version of the form of sheets that this program writes, and the only one it reads.
const FORM: u32 = 1;

/// How often a commit is tried while others change the same sheets.
pub(crate) const ATTEMPTS: u32 = 64;

/// What is kept about people could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The cabinet failed.
    #[error(transparent)]
    Cabinet(#[from] CabinetError),
    /// A sheet is not what this program wrote. Keys have no personal data in them.
    #[error("the sheet `{key}` in the drawer `{drawer}` is damaged; restore a backup")]
    Damaged {
        /// The drawer.
        drawer: Drawer,
        /// The key.
        key: String,
        /// What is wrong with it: a place, never what stands there.
        what: String,
    },
    /// A newer program wrote it.
    #[error(
        "the sheet `{key}` in the drawer `{drawer}` is written in form {found}, and this program reads form {FORM}; use a newer version of the program"
    )]
    Newer {
        /// The drawer.
        drawer: Drawer,
        /// The key.
        key: String,
        /// The form it says.
        found: u32,
    },
    /// Too many others changed the same thing at once.
    #[error("too much happens at once; try again in a moment")]
    Busy,
}

#[derive(Serialize)]
struct Written<'a, T> {
    v: u32,
    is: &'a T,
}

#[derive(Deserialize)]
struct Read<T> {
    is: T,
}

#[derive(Deserialize)]
struct Form {
    v: u32,
}

/// A place in a cabinet, with what was found there.
#[derive(Debug, Clone)]
pub(crate) struct Seen<T> {
    drawer: Drawer,
    key: String,
    version: Option<u64>,
    /// What was there.
    pub(crate) value: Option<T>,
}

impl<T: Serialize + DeserializeOwned> Seen<T> {
    /// Looks.
    pub(crate) fn read(
        cabinet: &dyn Cabinet,
        drawer: Drawer,
        key: impl Into<String>,
    ) -> Result<Seen<T>, KeepError> {
        let key = key.into();
        let sheet = cabinet.read(drawer, &key)?;
        let version = sheet.as_ref().map(|sheet| sheet.version);
        let value = sheet
            .map(|sheet| understood(drawer, &key, &sheet.content))
            .transpose()?;
        Ok(Seen {
            drawer,
            key,
            version,
            value,
        })
    }

    /// Looks at every sheet whose key begins with `prefix`.
    pub(crate) fn list(
        cabinet: &dyn Cabinet,
        drawer: Drawer,
        prefix: &str,
    ) -> Result<Vec<Seen<T>>, KeepError> {
        let sheets = cabinet.list(drawer, prefix)?.into_iter();
        let seen = sheets.map(|(key, sheet)| {
            Ok(Seen {
                value: Some(understood(drawer, &key, &sheet.content)?),
                version: Some(sheet.version),
                drawer,
                key,
            })
        });
        seen.collect()
    }

    /// A place where nothing is yet.
    pub(crate) fn nothing(drawer: Drawer, key: impl Into<String>) -> Seen<T> {
        Seen {
            drawer,
            key: key.into(),
            version: None,
            value: None,
        }
    }

    /// Its key.
    pub(crate) fn key(&self) -> &str {
        &self.key
    }

    /// The change that writes `value` here.
    pub(crate) fn becomes(&self, value: &T) -> Change {
        let written = serde_json::to_vec(&Written { v: FORM, is: value });
        let content = written.expect("what is kept has text for keys and finite numbers");
        self.change(Becomes::Content(content))
    }

    /// The change that removes it.
    pub(crate) fn removed(&self) -> Change {
        self.change(Becomes::Removed)
    }

    /// No change, but the rest of the commit depends on it.
    pub(crate) fn same(&self) -> Change {
        self.change(Becomes::Same)
    }

    fn change(&self, becomes: Becomes) -> Change {
        Change {
            drawer: self.drawer,
            key: self.key.clone(),
            seen: self.version,
            becomes,
        }
    }
}

fn understood<T: DeserializeOwned>(
    drawer: Drawer,
    key: &str,
    content: &[u8],
) -> Result<T, KeepError> {
    // What serde says of the content may quote it.
    let damaged = |error: serde_json::Error| KeepError::Damaged {
        drawer,
        key: key.to_owned(),
        what: format!("line {}, column {}", error.line(), error.column()),
    };
    let Form { v: found } = serde_json::from_slice(content).map_err(damaged)?;
    if found != FORM {
        let key = key.to_owned();
        return Err(KeepError::Newer { drawer, key, found });
    }
    let Read { is } = serde_json::from_slice(content).map_err(damaged)?;
    Ok(is)
}

/// Does `attempt` until nobody else was faster. It looks anew each time.
pub(crate) fn until_kept<T, E: From<KeepError>>(
    mut attempt: impl FnMut() -> Result<Attempt<T>, E>,
    cabinet: &dyn Cabinet,
) -> Result<T, E> {
    for _ in 0..ATTEMPTS {
        let Attempt { changes, then } = attempt()?;
        match cabinet.commit(&changes) {
            Ok(()) => return Ok(then),
            Err(CabinetError::Conflict) => {}
            Err(error @ (CabinetError::Unsure(_) | CabinetError::Trouble { .. })) => {
                return Err(KeepError::from(error).into());
            }
        }
    }
    Err(KeepError::Busy.into())
}

/// What is to be kept, and what holds once it is.
pub(crate) struct Attempt<T> {
    pub(crate) changes: Vec<Change>,
    pub(crate) then: T,
}

impl<T> Attempt<T> {
    /// Nothing is to be kept.
    pub(crate) fn nothing(then: T) -> Attempt<T> {
        let changes = Vec::new();
        Attempt { changes, then }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cabinet::Memory;

    #[test]
    fn a_damaged_sheet_is_an_error_that_does_not_quote_it() {
        let memory = Memory::default();
        for (key, content, newer) in [
            ("a", r#"{"v":1,"is":"secret"}"#, false),
            ("b", "secret", false),
            ("c", "", false),
            ("d", r#"{"v":2,"is":7}"#, true),
        ] {
            let put = Change {
                drawer: Drawer::Settings,
                key: key.to_owned(),
                seen: None,
                becomes: Becomes::Content(content.into()),
            };
            memory.commit(&[put]).unwrap();
            let error = Seen::<u32>::read(&memory, Drawer::Settings, key).unwrap_err();
            assert_eq!(matches!(error, KeepError::Newer { .. }), newer, "{error}");
            assert!(
                !format!("{error} {error:?}").contains("secret"),
                "{error:?}"
            );
        }
        assert!(Seen::<u32>::list(&memory, Drawer::Settings, "").is_err());
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let memory = Memory::default();
        let at = Seen::<u32>::nothing(Drawer::Settings, "n");
        memory.commit(&[at.becomes(&7)]).unwrap();
        let seen = Seen::<u32>::read(&memory, Drawer::Settings, "n").unwrap();
        assert_eq!((seen.value, seen.key()), (Some(7), "n"));
        memory.commit(&[seen.same(), at_other()]).unwrap();
        memory.commit(&[seen.removed()]).unwrap();
        assert!(memory.commit(&[seen.becomes(&8)]).is_err());
    }

    fn at_other() -> Change {
        Seen::<u32>::nothing(Drawer::Settings, "m").becomes(&1)
    }
}
