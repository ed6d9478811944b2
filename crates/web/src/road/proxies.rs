//! Which proxies are believed: a list of addresses and networks.

use std::net::IpAddr;
use std::str::FromStr;

/// Addresses and networks, such as `127.0.0.1, 10.0.0.0/8, fd00::/8`. By default none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proxies(Vec<Network>);

/// Why a list is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProxiesError {
    /// One is no address and no network.
    #[error("`{0}` is no address such as 127.0.0.1 and no network such as 10.0.0.0/8")]
    NoNetwork(String),
    /// One has bits beyond its length, and it is not clear which is meant.
    #[error("`{0}` has bits beyond its length")]
    BitsBeyond(String),
}

/// An address and how many of its bits count, all as IPv6: of an IPv4 address, the mapped one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Network {
    first: u128,
    length: u32,
}

const MAPPED: u32 = 96;

fn bits(address: IpAddr) -> u128 {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

impl Network {
    fn mask(self) -> u128 {
        match self.length {
            0 => 0,
            length => u128::MAX << (u128::BITS - length),
        }
    }

    fn has(self, address: IpAddr) -> bool {
        bits(address) & self.mask() == self.first
    }
}

impl FromStr for Network {
    type Err = ProxiesError;

    fn from_str(text: &str) -> Result<Network, ProxiesError> {
        let none = || ProxiesError::NoNetwork(text.to_owned());
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address, Some(length)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok().ok_or_else(none)?;
        let (before, longest) = match address {
            IpAddr::V4(_) => (MAPPED, 32),
            IpAddr::V6(_) => (0, 128),
        };
        let length = match length {
            None => longest,
            Some(text) if text.starts_with('+') => return Err(none()),
            Some(text) => text.parse().ok().ok_or_else(none)?,
        };
        if length > longest {
            return Err(none());
        }
        let network = Network {
            first: bits(address),
            length: before + length,
        };
        if network.first & network.mask() == network.first {
            Ok(network)
        } else {
            Err(ProxiesError::BitsBeyond(text.to_owned()))
        }
    }
}

impl FromStr for Proxies {
    type Err = ProxiesError;

    fn from_str(text: &str) -> Result<Proxies, ProxiesError> {
        let parts = text.split(',').map(str::trim);
        let networks = parts.filter(|part| !part.is_empty()).map(str::parse);
        networks.collect::<Result<_, _>>().map(Proxies)
    }
}

impl Proxies {
    /// Whether it is one of them.
    pub(crate) fn has(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.has(address))
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn holds(list: &str, address: &str) -> bool {
        let proxies: Proxies = list.parse().unwrap();
        proxies.has(address.parse().unwrap())
    }

    #[test]
    fn an_address_is_in_a_network_whose_first_bits_it_has() {
        let list = "127.0.0.1, 10.0.0.0/8,172.16.0.0/12 , fd00::/8, ::1";
        for inside in [
            "127.0.0.1",
            "::ffff:127.0.0.1",
            "10.255.0.1",
            "172.31.255.255",
            "fdff::1",
            "::1",
        ] {
            assert!(holds(list, inside), "{inside}");
        }
        for outside in [
            "127.0.0.2",
            "11.0.0.0",
            "172.32.0.0",
            "fc00::1",
            "::2",
            "::",
        ] {
            assert!(!holds(list, outside), "{outside}");
        }
        assert!(!holds("", "127.0.0.1"));
        assert!(holds("0.0.0.0/0", "192.0.2.1") && !holds("0.0.0.0/0", "2001:db8::1"));
        assert!(holds("::/0", "2001:db8::1"));
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for text in [
            "localhost",
            "10.0.0.0/33",
            "::/129",
            "10.0.0.0/",
            "10/8",
            "1.2.3.4/+8",
            "1.2.3.4/-1",
        ] {
            let refused = text.parse::<Proxies>().unwrap_err();
            assert_eq!(refused, ProxiesError::NoNetwork(text.to_owned()));
        }
        let refused = "10.0.0.1/8".parse::<Proxies>().unwrap_err();
        assert_eq!(refused, ProxiesError::BitsBeyond("10.0.0.1/8".to_owned()));
    }
}
