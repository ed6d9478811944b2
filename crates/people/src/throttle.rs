#![doc = include_str!("throttle/throttle.md")]

mod count;
mod device;

use core::net::IpAddr;

use jiff::Timestamp;

pub(crate) use count::{Count, Patience};
pub(crate) use device::Device;

use crate::cabinet::{Cabinet, Change, Drawer};
use crate::chance::Secret;
use crate::email;
use crate::keep::{self, Attempt, KeepError, Seen};

/// What failed attempts are counted for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counter {
    key: String,
    patience: Patience,
}

/// Whether somebody may try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// He may, and the attempt is counted as one that failed until it is given back.
    Open,
    /// Not before then.
    Shut {
        /// When he may again.
        until: Timestamp,
    },
}

/// What an account is counted under: a code of the address typed, whether or not anybody has it. So
/// nothing tells who exists, and no address stands in a key.
pub(crate) fn account(names: &Secret, typed: &str) -> String {
    names
        .seal(&[b"account", email::folded(typed).as_bytes()])
        .hex()
}

/// Everything counted for an account has a key that begins so.
pub(crate) fn prefix(account: &str) -> String {
    format!("account/{account}/")
}

/// The counters of an attempt from a device that has signed in to this account before: its own, and
/// no other.
pub(crate) fn of_device(account: &str, device: &Device) -> Vec<Counter> {
    vec![Counter {
        key: format!("{}device/{}", prefix(account), device.name()),
        patience: Patience::DEVICE,
    }]
}

/// The counters of an attempt by somebody unknown: all strangers at this account, and all who come
/// from the same network. The network comes first: one that waits fills no drawer with accounts.
pub(crate) fn of_stranger(names: &Secret, account: &str, from: IpAddr) -> Vec<Counter> {
    vec![
        Counter {
            key: format!(
                "network/{}",
                names.seal(&[b"network", &network(from)]).hex()
            ),
            patience: Patience::NETWORK,
        },
        Counter {
            key: format!("{}strangers", prefix(account)),
            patience: Patience::STRANGERS,
        },
    ]
}

/// The counter of somebody signed in who proves once more who he is.
pub(crate) fn of_session(session: &str) -> Vec<Counter> {
    vec![Counter {
        key: format!("session/{session}"),
        patience: Patience::DEVICE,
    }]
}

/// The counter of those of one network who went to an issuer and did not come in by it.
pub(crate) fn of_errands(names: &Secret, from: IpAddr) -> Vec<Counter> {
    vec![Counter {
        key: format!(
            "errands/{}",
            names.seal(&[b"network", &network(from)]).hex()
        ),
        patience: Patience::ERRANDS,
    }]
}

/// The part of an address that one party holds: 24 bits of an IPv4 address, 64 of an IPv6 one.
fn network(from: IpAddr) -> Vec<u8> {
    match from.to_canonical() {
        IpAddr::V4(v4) => v4.octets()[..3].to_vec(),
        IpAddr::V6(v6) => v6.octets()[..8].to_vec(),
    }
}

/// Counts an attempt before anything is verified, so that a thousand at once are a thousand.
pub(crate) fn charge(
    cabinet: &dyn Cabinet,
    counters: &[Counter],
    now: Timestamp,
) -> Result<Door, KeepError> {
    let attempt = || {
        let mut changes = Vec::new();
        for Counter { key, patience } in counters {
            let seen = Seen::<Count>::read(cabinet, Drawer::Throttles, key.as_str())?;
            let count = seen.value.unwrap_or_default();
            if let Some(until) = count.shut_until(patience, now) {
                return Ok(Attempt::nothing(Door::Shut { until }));
            }
            changes.push(seen.becomes(&count.charged(patience, now)));
        }
        let then = Door::Open;
        Ok(Attempt { changes, then })
    };
    keep::until_kept(attempt, cabinet)
}

/// Whether one has to wait at an account by these counters, whatever the network one comes from.
pub(crate) fn is_shut(
    cabinet: &dyn Cabinet,
    counters: &[Counter],
    now: Timestamp,
) -> Result<bool, KeepError> {
    for Counter { key, patience } in counters {
        let seen = Seen::<Count>::read(cabinet, Drawer::Throttles, key.as_str())?;
        let count = seen.value.unwrap_or_default();
        if !key.starts_with("network/") && count.shut_until(patience, now).is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The changes that take back what an attempt was charged that did not fail.
pub(crate) fn give_back(
    cabinet: &dyn Cabinet,
    counters: &[Counter],
) -> Result<Vec<Change>, KeepError> {
    let mut changes = Vec::new();
    for Counter { key, patience } in counters {
        let seen = Seen::<Count>::read(cabinet, Drawer::Throttles, key.as_str())?;
        let Some(count) = seen.value else { continue };
        changes.push(match count.given_back(patience) {
            Some(count) => seen.becomes(&count),
            None => seen.removed(),
        });
    }
    Ok(changes)
}

/// The changes that remove counters of long ago.
pub(crate) fn forgotten(
    cabinet: &dyn Cabinet,
    now: Timestamp,
) -> Result<Vec<Change>, KeepError> {
    let all = Seen::<Count>::list(cabinet, Drawer::Throttles, "")?;
    let old = all.iter().filter(|seen| {
        let count = seen.value.unwrap_or_default();
        count.is_forgotten(now)
    });
    Ok(old.map(Seen::removed).collect())
}

#[cfg(test)]
mod tests;
