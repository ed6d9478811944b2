//! The people of these tests.

use crate::common::Accede;
use crate::common::door::Server;

/// Somebody, as forms have him. `Anna of italy` is at `anna@mfa.example`.
pub(crate) struct Somebody {
    pub(crate) name: &'static str,
    pub(crate) email: String,
}

pub(crate) const PASSWORD: &str = "the fog over Geneva lifts";

impl Somebody {
    pub(crate) fn called(name: &'static str) -> Somebody {
        let first = name.split(' ').next().unwrap().to_lowercase();
        let email = format!("{first}@mfa.example");
        Somebody { name, email }
    }

    pub(crate) fn fields(&self) -> [(&str, &str); 3] {
        [
            ("name", self.name),
            ("email", &self.email),
            ("password", PASSWORD),
        ]
    }

    /// Joins by a link, and signs in; gives what his browser keeps.
    #[track_caller]
    pub(crate) fn joins(&self, server: &Server, link: &str) -> String {
        let told = server.send(link, "", &self.fields());
        assert_eq!(told.status(), 303, "{}", told.0);
        self.signs_in(server)
    }

    #[track_caller]
    pub(crate) fn signs_in(&self, server: &Server) -> String {
        server.sign_in_as(&self.fields())
    }
}

/// Whom the owner of the machine lets into a team, and who joins at once.
#[track_caller]
pub(crate) fn let_in(
    accede: &Accede,
    server: &Server,
    team: &str,
    name: &'static str,
    role: &str,
) -> (Somebody, String) {
    let somebody = Somebody::called(name);
    let email = &somebody.email;
    let told = accede.json(&format!("team invite {team} {email} --role {role}"));
    let session = somebody.joins(server, told["link"].as_str().unwrap());
    (somebody, session)
}
