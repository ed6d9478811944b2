//! A connection into which everything vanishes: nothing is closed, nothing is answered.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::cluster::{Cluster, PASSWORD};
use crate::common::cable::Cable;
use crate::common::{Accede, skipped};
use crate::replica::run;
use crate::serving::{Serving, entries, until};

/// A machine of its own, so to speak: a network namespace at the end of a wire of ours.
struct Machine {
    name: String,
    /// Ours: that of the database, and that from which pages are asked.
    database: String,
    theirs: String,
}

fn ip(args: &[&str]) -> Result<(), String> {
    let ran = Command::new("ip").args(args).output();
    let ran = ran.map_err(|cause| cause.to_string())?;
    if ran.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&ran.stderr).into_owned())
}

impl Machine {
    fn new() -> Result<Machine, String> {
        let id = std::process::id();
        let name = format!("accede{id}");
        let at = |n: u32| format!("10.{}.{}.{n}", 100 + id % 100, id / 100 % 250);
        let (database, theirs, asking) = (at(1), at(2), at(3));
        let wire = format!("ac{id}");
        let machine = Machine {
            name,
            database,
            theirs,
        };
        let (name, with) = (machine.name.as_str(), |address: &str| {
            format!("{address}/29")
        });
        ip(&["netns", "add", name])?;
        ip(&[
            "link", "add", &wire, "type", "veth", "peer", "name", "wire", "netns", name,
        ])?;
        ip(&["addr", "add", &with(&machine.database), "dev", &wire])?;
        ip(&["addr", "add", &with(&asking), "dev", &wire])?;
        ip(&["link", "set", &wire, "up"])?;
        ip(&[
            "-n",
            name,
            "addr",
            "add",
            &with(&machine.theirs),
            "dev",
            "wire",
        ])?;
        ip(&["-n", name, "link", "set", "wire", "up"])?;
        ip(&[
            "route",
            "replace",
            &machine.theirs,
            "dev",
            &wire,
            "src",
            &asking,
        ])?;
        Ok(machine)
    }

    /// What it sends to the database goes from now on to a card that nobody has.
    fn swallow(&self) {
        let (to, name) = (self.database.as_str(), self.name.as_str());
        let nobody = [
            "lladdr",
            "02:00:00:00:00:99",
            "dev",
            "wire",
            "nud",
            "permanent",
        ];
        let args = [&["-n", name, "neigh", "replace", to][..], &nobody].concat();
        ip(&args).unwrap();
    }

    fn mend(&self) {
        let (to, name) = (self.database.as_str(), self.name.as_str());
        ip(&["-n", name, "neigh", "del", to, "dev", "wire"]).unwrap();
    }

    /// A node on it.
    fn serve(&self, accede: &Accede, url: &str) -> Serving {
        let listen = format!("{}:0", self.theirs);
        let node = accede.command(["serve", "--listen", &listen]);
        let mut command = Command::new("ip");
        command.args(["netns", "exec", &self.name]);
        command.arg(node.get_program()).args(node.get_args());
        for (name, value) in node.get_envs() {
            command.env(name, value.unwrap());
        }
        command.env("ACCEDE_DATABASE_URL", url);
        Serving::of(command)
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        // Its end of the wire goes with it, and so does ours.
        let _ = ip(&["netns", "del", &self.name]);
    }
}

#[test]
fn a_connection_into_which_everything_vanishes_is_noticed_and_made_anew() {
    let test = "a_connection_into_which_everything_vanishes";
    let Some(cluster) = Cluster::start(test) else {
        return;
    };
    let machine = match Machine::new() {
        Ok(machine) => machine,
        Err(why) => return skipped(test, &format!("network namespaces ({})", why.trim())),
    };
    let accede = Accede::without_acts();
    let direct = cluster.database("accede");
    let data = accede.data().display().to_string();
    accede.ok(&format!("migrate-store --from {data} --to {direct}"));
    let cable = Cable::at(&machine.database, cluster.port);
    let far = format!(
        "postgresql://accede:{PASSWORD}@{}:{}/accede?sslmode=disable",
        machine.database, cable.port
    );
    let node = machine.serve(&accede, &far);
    let before = entries(&node);
    run(&accede, &direct, "retract 1 --why test").ok();
    until(&node, before + 1, Duration::from_secs(20));

    machine.swallow();
    let begun = Instant::now();
    run(&accede, &direct, "retract 2 --why test").ok();
    // What is sent is waited for ten seconds, and then a new connection five.
    node.says("the ledger cannot be read on");
    assert!(
        begun.elapsed() < Duration::from_secs(40),
        "{:?}",
        begun.elapsed()
    );
    assert_eq!(entries(&node), before + 1, "it answers from what it has");
    assert!(!node.said().contains(PASSWORD));

    machine.mend();
    until(&node, before + 2, Duration::from_secs(30));
    // And it hears at once again.
    run(&accede, &direct, "retract 3 --why test").ok();
    until(&node, before + 3, Duration::from_secs(20));
}
