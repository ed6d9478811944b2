use core::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::*;
use crate::cabinet::Memory;
use crate::chance::Fixed;

const OWNER: &str = "anna@mfa.example";

fn start() -> Timestamp {
    "2026-11-22T08:00:00Z".parse().unwrap()
}

fn names() -> Secret {
    Secret::new(&mut Fixed::of(7))
}

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

#[test]
fn a_network_is_what_one_party_holds() {
    assert_eq!(network(ip("192.0.2.1")), network(ip("192.0.2.254")));
    assert_ne!(network(ip("192.0.2.1")), network(ip("192.0.3.1")));
    assert_eq!(network(ip("192.0.2.1")), network(ip("::ffff:192.0.2.9")));
    assert_eq!(network(ip("2001:db8::1")), network(ip("2001:db8::ffff:1")));
    assert_ne!(network(ip("2001:db8::1")), network(ip("2001:db8:0:1::1")));
}

#[test]
fn no_address_stands_in_a_key() {
    let account = account(&names(), OWNER);
    let keys = format!("{:?}", of_stranger(&names(), &account, ip("192.0.2.1")));
    assert!(!keys.contains("anna") && !keys.contains("192"), "{keys}");
    assert_eq!(account, super::account(&names(), " ANNA@mfa.example"));
    assert_ne!(
        account,
        super::account(&Secret::new(&mut Fixed::of(8)), OWNER)
    );
}

#[test]
fn an_attempt_while_it_waits_does_not_lengthen_the_wait() {
    let memory = Memory::default();
    let counters = of_stranger(&names(), "a", ip("192.0.2.1"));
    for _ in 0..10 {
        assert_eq!(charge(&memory, &counters, start()).unwrap(), Door::Open);
    }
    let until = start() + SignedDuration::from_secs(30);
    for second in 0..30 {
        let now = start() + SignedDuration::from_secs(second);
        assert_eq!(
            charge(&memory, &counters, now).unwrap(),
            Door::Shut { until }
        );
    }
    assert_eq!(charge(&memory, &counters, until).unwrap(), Door::Open);
    assert!(matches!(
        charge(&memory, &counters, until).unwrap(),
        Door::Shut { .. }
    ));
    memory
        .commit(&give_back(&memory, &counters).unwrap())
        .unwrap();
    let changes = forgotten(&memory, until).unwrap();
    assert!(changes.is_empty());
    let tomorrow = until + SignedDuration::from_hours(24);
    memory
        .commit(&forgotten(&memory, tomorrow).unwrap())
        .unwrap();
    assert!(memory.list(Drawer::Throttles, "").unwrap().is_empty());
}

#[test]
fn a_network_that_waits_fills_no_drawer() {
    let memory = Memory::default();
    for number in 0..200 {
        let account = account(&names(), &format!("{number}@x.example"));
        let counters = of_stranger(&names(), &account, ip("192.0.2.1"));
        charge(&memory, &counters, start()).unwrap();
    }
    let sheets = memory.list(Drawer::Throttles, "").unwrap().len();
    assert_eq!(sheets, 31, "the network and thirty accounts");
}

#[test]
fn many_at_once_are_counted_as_many() {
    let memory = std::sync::Arc::new(Memory::default());
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let memory = memory.clone();
            std::thread::spawn(move || {
                let counters = of_stranger(&names(), "a", ip("192.0.2.1"));
                let open = (0..10).filter(|_| {
                    charge(memory.as_ref(), &counters, start()).unwrap() == Door::Open
                });
                open.count()
            })
        })
        .collect();
    let open: usize = threads.into_iter().map(|t| t.join().unwrap()).sum();
    assert_eq!(open, 10);
}

/// Something a stranger does.
#[derive(Debug, Clone)]
struct Attack {
    /// Seconds after the one before.
    after: i64,
    /// From where; 0 is the owner's own network.
    network: u8,
    /// With which cookie.
    cookie: Cookie,
    /// Whether it is the owner's account that is attacked.
    at_owner: bool,
}

#[derive(Debug, Clone)]
enum Cookie {
    None,
    /// One that the instance made for the attacker's own account.
    OfAnother,
    /// One he made up, with the name of the owner's device in it.
    Forged(String),
}

fn attacks() -> impl Strategy<Value = Vec<Attack>> {
    let cookie = prop_oneof![
        Just(Cookie::None),
        Just(Cookie::OfAnother),
        "[A-Za-z0-9_-]{43}".prop_map(Cookie::Forged),
    ];
    let attack = (0..600i64, 0..3u8, cookie, any::<bool>());
    let attack = attack.prop_map(|(after, network, cookie, at_owner)| Attack {
        after,
        network,
        cookie,
        at_owner,
    });
    prop::collection::vec(attack, 0..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever strangers do, from wherever and with whatever cookies, the owner at his device is
    /// let to the door at once.
    #[test]
    fn strangers_lock_nobody_out(attacks in attacks(), pause in 0..1000i64) {
        let (memory, names) = (Memory::default(), names());
        let key = Secret::new(&mut Fixed::of(9));
        let owner = account(&names, OWNER);
        let device = Device::new(&mut Fixed::of(1));
        let cookie = device.cookie(&key, &owner, start());
        let other = account(&names, "mallory@x.example");
        let mallory = Device::new(&mut Fixed::of(2)).cookie(&key, &other, start());
        let mut now = start();
        for attack in attacks {
            now += SignedDuration::from_secs(attack.after);
            let at = if attack.at_owner { &owner } else { &other };
            let shown = match &attack.cookie {
                Cookie::None => String::new(),
                Cookie::OfAnother => mallory.clone(),
                Cookie::Forged(seal) => {
                    let (real, _) = cookie.rsplit_once('.').unwrap();
                    format!("{real}.{seal}")
                }
            };
            let from = IpAddr::from([192, 0, attack.network, 77]);
            let counters = match Device::known(&shown, &key, at, now) {
                Some(device) => of_device(at, &device),
                None => of_stranger(&names, at, from),
            };
            charge(&memory, &counters, now).unwrap();
        }
        now += SignedDuration::from_secs(pause);
        let known = Device::known(&cookie, &key, &owner, now).unwrap();
        let mine = of_device(&owner, &known);
        for _ in 0..5 {
            prop_assert_eq!(charge(&memory, &mine, now).unwrap(), Door::Open);
        }
        prop_assert!(charge(&memory, &mine, now).unwrap() != Door::Open, "its own failures count");
    }
}
