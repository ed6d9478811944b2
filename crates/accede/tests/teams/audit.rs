//! What happened, for those who look after it; and what those are called who recorded something.

use crate::common::Accede;
use crate::common::door::Server;
use crate::people::let_in;

/// Italy with Anna, who administrates, and Bruno, who records; Ada runs the instance.
fn scene() -> (Accede, Server, [String; 3]) {
    let accede = Accede::without_acts();
    accede.ok("team add italy --name Italy");
    accede.ok("team add norway --name Norway");
    let server = Server::start(&accede, true);
    let (_, ada) = let_in(&accede, &server, "office", "Ada", "administrator");
    let (_, anna) = let_in(&accede, &server, "italy", "Anna", "administrator");
    let (_, bruno) = let_in(&accede, &server, "italy", "Bruno", "contributor");
    let_in(&accede, &server, "norway", "Olav", "administrator");
    (accede, server, [ada, anna, bruno])
}

#[test]
fn administrators_read_what_happened_in_their_team_and_nobody_else_does() {
    let (accede, server, [ada, anna, bruno]) = scene();
    let made = accede.json("token make bruno@mfa.example --team italy --name x");
    let secret = made["secret"].as_str().unwrap();
    let wrong = [
        ("email", "bruno@mfa.example"),
        ("password", "not that one at all"),
    ];
    for _ in 0..3 {
        server.send("/sign-in", "", &wrong);
    }
    let page = server.get("/team/italy/audit", &anna);
    assert_eq!(page.status(), 200);
    for said in [
        "signed in",
        "sign-in failed",
        "× 3",
        "joined",
        "role given",
        "token made",
        "Bruno",
        "127.0.0.0/24",
    ] {
        page.says(said);
    }
    page.says_nothing_of("Olav");
    page.says_nothing_of(secret);
    assert_eq!(page.header("cache-control"), "private, no-store");
    let csv = server.get("/team/italy/audit.csv", &anna);
    csv.says("at,what,by,by_name,whom,whom_name,team,role,network,times");
    csv.says(",signed-in,");
    csv.says_nothing_of("Olav");
    // Nobody else, and nobody learns that there is a team.
    for cookies in [&ada, &bruno] {
        let own = server.get("/team/italy/audit", cookies);
        assert_eq!(own.status(), 404);
        assert_eq!(server.get("/team/italy/audit.csv", cookies).status(), 404);
    }
    assert_eq!(server.get("/team/norway/audit", &anna).status(), 404);
    assert_eq!(server.get("/audit", &anna).status(), 404);
    assert_eq!(server.get("/audit", "").status(), 303);
    // Who runs the instance reads of accounts, and not of what a team does.
    let office = server.get("/audit", &ada);
    assert_eq!(office.status(), 200);
    for said in ["Olav", "sign-in failed", "team founded or renamed"] {
        office.says(said);
    }
    office.says_nothing_of("token made");
    let none = server.get("/audit?from=2020-01-01&to=2020-02-01", &ada);
    none.says("Found: 0");
    assert_eq!(
        server
            .get("/audit?from=2026-02-01&to=2026-01-01", &ada)
            .status(),
        400
    );
    assert_eq!(server.get("/audit?page=0", &ada).status(), 400);
    assert_eq!(server.get("/audit?page=9999999", &ada).status(), 200);
}

#[test]
fn the_owner_reads_all_of_it_and_the_erased_have_no_name() {
    let (accede, _server, _) = scene();
    accede.ok("user erase bruno@mfa.example --yes");
    let all = accede.ok("audit");
    for said in [
        "signed in",
        "erased",
        "seated",
        "Olav",
        "somebody erased",
        "A. Tester",
    ] {
        assert!(all.contains(said), "{said}: {all}");
    }
    assert!(!all.contains("Bruno") && !all.contains("bruno@"), "{all}");
    let one = accede.ok("audit --team norway --csv");
    assert!(one.contains("Olav") && !one.contains("Anna"), "{one}");
    let none = accede.ok("audit --to 2020-01-01");
    assert!(none.contains("nothing of it happened"), "{none}");
    accede.fails("audit --team nowhere", 2, &["no such team"]);
    accede.fails(
        "audit --from 2026-02-01 --to 2026-01-01",
        2,
        &["before it begins"],
    );
}

#[test]
fn who_recorded_something_is_named_to_those_signed_in_and_to_nobody_else() {
    let (accede, server, [ada, anna, bruno]) = scene();
    // That Bruno joined is on record, in his own name.
    let known = accede.json("user export Bruno");
    let entry = known["ledger"][0]["id"].as_str().unwrap();
    let path = format!("/ledger/{entry}");
    for cookies in [&ada, &anna, &bruno] {
        server.get(&path, cookies).says("<dd><bdi>Bruno</bdi></dd>");
        server.get("/ledger", cookies).says("<bdi>Bruno</bdi>");
    }
    assert_eq!(server.get(&path, "").status(), 404);
    server.get("/ledger", "").says_nothing_of("Bruno");
    // Once he is erased his number fits nobody, and is shown to nobody.
    accede.ok("user erase bruno@mfa.example --yes");
    let page = server.get(&path, &ada);
    page.says("<dd><bdi>a person</bdi></dd>");
    page.says_nothing_of("Bruno");
}
