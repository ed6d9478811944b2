//! Reads documents of others in a process of its own, which can do no harm.
//!
//! A file that somebody brings may be made to break what reads it. So the program starts itself once for each
//! file, as a child that limits itself before it looks at a byte: memory, seconds at work, no file to open or write,
//! no process to start. The child has no environment, no arguments that tell of the document, and the root as its
//! folder; it gets the bytes and the name through a pipe and gives a [`Text`] back through another. Whatever it
//! does, the program that asked is told what happened, as [`Unread`], and is unharmed.
//!
//! Where the system is no Unix, a child has no limits of its own: the time it may take, what is taken from it,
//! and that it is another process hold there too.

mod turns;
mod worker;

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use transcribe::{ReadError, Text};

use self::turns::Turns;

pub(crate) use self::worker::{WORD, work};

/// How long a child may take by the clock on the wall: twice what it may work, since others work too.
const WAIT: Duration = Duration::from_secs(60);

/// How long a child that has answered may take to end.
const TO_END: Duration = Duration::from_secs(2);

/// The most bytes that are taken from a child. The longest text that is read has 12 million characters, of up to
/// 4 bytes each.
const MOST: u64 = 96 * 1024 * 1024;

/// How many files wait for a child to read them; whoever comes then is sent away.
const WAITING: usize = 64;

/// The program that is started, where it is not this one.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Those who read, and those who wait.
static TURNS: Turns = Turns::new();

/// Why there is no text.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// The file is not read, and why.
    #[error(transparent)]
    Refused(#[from] ReadError),
    /// Reading took too long.
    #[error(
        "reading the file took too long and was stopped: it is damaged, or made to keep its reader busy; \
         saved anew by the program that opens it, it may be read"
    )]
    TooLong,
    /// Reading asked for too much memory.
    #[error(
        "reading the file took too much memory and was stopped: it is damaged, or made to exhaust its reader; \
         saved anew by the program that opens it, it may be read"
    )]
    TooMuch,
    /// The reader broke over it.
    #[error(
        "the reader broke over the file ({how}): it is damaged, or made to break its reader; saved anew by the \
         program that opens it, it may be read"
    )]
    Broke {
        /// How it ended.
        how: String,
    },
    /// Many others wait already.
    #[error("many documents are being read: try again in a minute")]
    Busy,
    /// No child could be started: that is trouble of the machine, not of the file.
    #[error("the program could not start itself to read the file")]
    NotStarted(#[source] std::io::Error),
}

/// Reads a file in a child. `name` is the file's name, a hint only. Waits for its turn, and until the child is done.
///
/// # Errors
///
/// [`Unread`]
pub fn read(bytes: &[u8], name: Option<&str>) -> Result<Text, Unread> {
    Isolation::of_this_program().read(bytes, name)
}

/// Lets [`read`] start the program at this path instead of this one: for tests, which are another program. The
/// first call holds.
pub fn start(program: &Path) {
    let _held = PROGRAM.set(program.to_owned());
}

/// How a child is started, and how long it is waited for.
#[derive(Debug, Clone)]
pub struct Isolation {
    program: PathBuf,
    arguments: Vec<OsString>,
    wait: Duration,
    most: u64,
}

impl Isolation {
    /// This program, or the one that was named with [`start`].
    pub fn of_this_program() -> Isolation {
        // Under Linux the file that runs, even where another has taken its name since.
        let running = || {
            let held = Path::new("/proc/self/exe");
            let is_held = cfg!(target_os = "linux") && held.exists();
            if is_held {
                held.to_owned()
            } else {
                std::env::current_exe().unwrap_or_else(|_unknown| PathBuf::from("accede"))
            }
        };
        let program = PROGRAM.get().cloned().unwrap_or_else(running);
        Isolation::of(program, [OsString::from(WORD)])
    }

    /// A program that reads its input and answers as a child of this one does.
    pub fn of(program: PathBuf, arguments: impl IntoIterator<Item = OsString>) -> Isolation {
        Isolation {
            program,
            arguments: arguments.into_iter().collect(),
            wait: WAIT,
            most: MOST,
        }
    }

    /// Waits so long, and no longer.
    #[must_use]
    pub fn waiting(self, wait: Duration) -> Isolation {
        Isolation { wait, ..self }
    }

    /// Takes so many bytes, and no more.
    #[must_use]
    pub fn taking(self, most: u64) -> Isolation {
        Isolation { most, ..self }
    }

    /// Reads a file in a child; see [`read`].
    ///
    /// # Errors
    ///
    /// [`Unread`]
    pub fn read(&self, bytes: &[u8], name: Option<&str>) -> Result<Text, Unread> {
        let most = transcribe::Limits::USUAL.bytes;
        let is = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if is > most {
            return Err(ReadError::TooLarge(transcribe::Bound::Bytes { is, most }).into());
        }
        let _turn = TURNS.take(WAITING).ok_or(Unread::Busy)?;
        let mut child = self.started()?;
        let answered = self.exchange(&mut child, worker::letter(bytes, name));
        let ended = ended(&mut child, answered.is_some());
        match answered {
            None => Err(Unread::TooLong),
            Some(answer) => told(answer, ended, self.most),
        }
    }

    fn started(&self) -> Result<Child, Unread> {
        Command::new(&self.program)
            .args(&self.arguments)
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(Unread::NotStarted)
    }

    /// Sends the letter and takes the answer, up to one byte more than may be; none where it did not come in time.
    fn exchange(&self, child: &mut Child, letter: Vec<u8>) -> Option<Vec<u8>> {
        let (to, from) = (child.stdin.take(), child.stdout.take());
        // Neither thread is waited for: what the child started might keep a pipe open.
        thread::spawn(move || {
            // A child that does not want to hear the end may hang up.
            let _hung_up = to.map(|mut to| to.write_all(&letter));
        });
        let (tell, told) = mpsc::channel();
        let most = self.most.saturating_add(1);
        thread::spawn(move || {
            let mut answer = Vec::new();
            let _cut_off = from.map(|from| from.take(most).read_to_end(&mut answer));
            let _nobody_waits = tell.send(answer);
        });
        told.recv_timeout(self.wait).ok()
    }
}

/// How the child ended, by itself or by force.
fn ended(child: &mut Child, answered: bool) -> Option<ExitStatus> {
    const LOOK: Duration = Duration::from_millis(5);
    let mut left = if answered { TO_END } else { Duration::ZERO };
    while let Ok(None) = child.try_wait() {
        let Some(less) = left.checked_sub(LOOK) else {
            let _gone = child.kill();
            let _waited = child.wait();
            return None;
        };
        left = less;
        thread::sleep(LOOK);
    }
    child.wait().ok()
}

/// What the answer of a child says, and how it ended.
fn told(answer: Vec<u8>, ended: Option<ExitStatus>, most: u64) -> Result<Text, Unread> {
    let broke = |how: &str| Unread::Broke {
        how: how.to_owned(),
    };
    if u64::try_from(answer.len()).unwrap_or(u64::MAX) > most {
        return Err(broke("it wrote without end"));
    }
    match ended {
        Some(status) if status.success() => {}
        Some(status) => return Err(fell(status)),
        None => return Err(broke("it did not end")),
    }
    let text = worker::answer(&answer).ok_or_else(|| broke("it gave no text"))??;
    if !text.is_sound() {
        return Err(broke("it gave a text that contradicts itself"));
    }
    Ok(text)
}

#[cfg(unix)]
fn fell(status: ExitStatus) -> Unread {
    use std::os::unix::process::ExitStatusExt;

    // The numbers of POSIX for these signals are the same on every system that this is built for, but SIGXCPU, which
    // is 24 on Linux, macOS and the BSDs.
    const SIGABRT: i32 = 6;
    const SIGKILL: i32 = 9;
    const SIGXCPU: i32 = 24;
    match status.signal() {
        // What Rust does where memory is refused, or the stack is used up.
        Some(SIGABRT) => Unread::TooMuch,
        Some(SIGKILL | SIGXCPU) => Unread::TooLong,
        Some(_) | None => Unread::Broke {
            how: status.to_string(),
        },
    }
}

#[cfg(not(unix))]
fn fell(status: ExitStatus) -> Unread {
    Unread::Broke {
        how: status.to_string(),
    }
}
