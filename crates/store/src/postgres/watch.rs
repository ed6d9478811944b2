//! Waiting for what other nodes append.

use std::fmt;
use std::time::Duration;

use postgres::Client;
use postgres::fallible_iterator::FallibleIterator;

use super::{CHANNEL, DatabaseError, DatabaseUrl};

/// How long the pause before a new connection is, at first and at most.
const PAUSE: (Duration, Duration) = (Duration::from_millis(250), Duration::from_secs(8));
/// How long a silent server may take to say that it is there.
const PROBE: Duration = Duration::from_secs(2);

/// Waits for appends to the ledger of a database, on a connection of its own.
///
/// What it says is a hint, never the truth: whoever is told that there may be news reads the
/// head. So a notification that is lost costs a moment, until somebody looks anyway.
pub struct Watch {
    url: DatabaseUrl,
    client: Option<Client>,
    pause: Duration,
    /// A replica takes no listeners; one looks every time instead.
    deaf: bool,
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Watch({})", self.url)
    }
}

impl Watch {
    /// Over the ledger at `url`. Nothing is connected yet.
    pub fn over(url: &DatabaseUrl) -> Watch {
        Watch {
            url: url.clone(),
            client: None,
            pause: PAUSE.0,
            deaf: false,
        }
    }

    /// Waits, at most about `patience`, and says whether there may be news: something was
    /// appended, or the connection was made anew and nobody knows what was missed.
    pub fn wait(&mut self, patience: Duration) -> bool {
        if self.deaf {
            std::thread::sleep(patience);
            return true;
        }
        match self.client.take() {
            Some(mut client) => {
                let heard = hear(&mut client, patience);
                if heard.is_some() {
                    self.client = Some(client);
                }
                heard.unwrap_or(false)
            }
            None => self.listen(patience),
        }
    }

    /// Connects and listens; after a failure, waits longer each time.
    fn listen(&mut self, patience: Duration) -> bool {
        let listening = self.url.connect().and_then(|mut client| {
            client.batch_execute(&format!("LISTEN {CHANNEL}"))?;
            Ok(client)
        });
        match listening {
            Ok(client) => {
                self.client = Some(client);
                self.pause = PAUSE.0;
                true
            }
            Err(DatabaseError::ReadOnly(_)) => {
                self.deaf = true;
                true
            }
            Err(_not_there_yet) => {
                std::thread::sleep(self.pause.min(patience));
                self.pause = (self.pause * 2).min(PAUSE.1);
                false
            }
        }
    }
}

/// Whether a notification came; `None` if the connection is gone.
fn hear(client: &mut Client, patience: Duration) -> Option<bool> {
    let heard = {
        let mut notifications = client.notifications();
        let heard = notifications.timeout_iter(patience).next().ok()?.is_some();
        // One look is enough for all that came together.
        while notifications.iter().next().ok()?.is_some() {}
        heard
    };
    if !heard {
        client.is_valid(PROBE).ok()?;
    }
    Some(heard)
}
