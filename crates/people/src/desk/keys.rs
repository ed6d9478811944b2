//! The secrets of the instance.

use std::fmt;

use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::cabinet::{Cabinet, Drawer};
use crate::chance::Secret;
use crate::keep::{self, Attempt, KeepError, Seen};

/// With what the instance makes codes that nobody else can make.
#[derive(Clone)]
pub(super) struct Keys {
    /// For the cookies by which devices are known.
    pub(super) devices: Secret,
    /// For codes that stand for addresses.
    pub(super) names: Secret,
}

#[derive(Clone, Serialize, Deserialize)]
struct Kept {
    devices: String,
    names: String,
}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Kept(…)")
    }
}

impl Keys {
    /// Those of the instance, made now if there are none. Of two nodes that start at once one makes
    /// them.
    pub(super) fn of(
        cabinet: &dyn Cabinet,
        chance: &mut dyn CryptoRng,
    ) -> Result<Keys, KeepError> {
        let attempt = || {
            let seen = Seen::<Kept>::read(cabinet, Drawer::Settings, "keys")?;
            if let Some(kept) = &seen.value {
                return Ok(Attempt::nothing(kept.clone()));
            }
            let kept = Kept {
                devices: Secret::new(chance).reveal(),
                names: Secret::new(chance).reveal(),
            };
            let changes = vec![seen.becomes(&kept)];
            Ok(Attempt {
                changes,
                then: kept,
            })
        };
        let kept: Kept = keep::until_kept::<_, KeepError>(attempt, cabinet)?;
        let read = |text: &str| {
            Secret::read(text).ok_or_else(|| KeepError::Damaged {
                drawer: Drawer::Settings,
                key: "keys".to_owned(),
                what: "it has no secrets of 256 bits".to_owned(),
            })
        };
        Ok(Keys {
            devices: read(&kept.devices)?,
            names: read(&kept.names)?,
        })
    }
}
