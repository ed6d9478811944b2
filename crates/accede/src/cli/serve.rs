//! `accede serve`: the pages, over HTTP.

mod road;
mod sweep;

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use people::{Address, DeskError, InvitationKey};
use store::{Location, Watch};
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tracing_subscriber::EnvFilter;

use super::{Session, persons, warn};
use crate::door::Entrance;
use crate::failure::Failure;
use crate::home::not_opened;
use crate::ministry::Ministry;
use crate::printing::with_printer;
use crate::settings::{self, LOG};
use crate::stacks::{Shelves, Stacks};
use crate::standing::Standing;

/// Serve the pages; they follow the ledger, so that an import shows without a restart
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    /// Where to listen
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: String,
    /// Where people reach the instance, behind its proxy: https://accede.example. Links, cookies and
    /// passkeys go by it, whatever a request says [env: ACCEDE_ADDRESS]
    #[arg(long, value_name = "URL")]
    address: Option<String>,
    /// Whether people prove who they are by more than a password before they see what is for their teams:
    /// required, optional [default: required] [env: ACCEDE_SECOND_PROOF]
    #[arg(long, value_name = "WORD")]
    second_proof: Option<String>,
    #[command(flatten)]
    road: road::RoadArgs,
}

/// How often the ledger is asked whether another process wrote.
const FOLLOW: Duration = Duration::from_secs(2);
/// How long one listens for news before the connection is looked at.
const LISTEN: Duration = Duration::from_secs(5);
/// How long requests under way are waited for at the end.
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs the command, until SIGINT or SIGTERM.
pub(super) fn run(session: &Session, args: &ServeArgs) -> Result<(), Failure> {
    log();
    let address = match &args.address {
        Some(given) => Some(settings::address(given, "--address")?),
        None => session.settings.address.clone(),
    };
    let road = road::read(&args.road)?;
    let two_proofs = road::two_proofs(args.second_proof.as_deref())?;
    let ministry = ministry(session, address.as_ref())?;
    let standing = Arc::new(Standing::new(session.clerk()?, session.clock));
    let entrance = entrance(session, &standing, ministry);
    let first = entrance.as_deref().map(Entrance::first);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|cause| Failure::store("the server could not start").because(cause))?;
    let news = news(&session.settings.location);
    let listener = runtime.block_on(listen(&args.listen, address.as_ref(), first))?;
    if entrance.is_some() {
        road::warn_of(&road, listener.local_addr()?);
    }
    let shelves = shelves(session, &standing)?;
    let mut app = app(&standing, entrance.clone())
        .with_stacks(Arc::clone(&shelves) as Arc<dyn web::Stacks>)
        .reached(road);
    if let Some(address) = address {
        app = app.reached_at(address);
    }
    if two_proofs {
        app = app.asking_two_proofs();
    }
    let sweeping = entrance
        .clone()
        .map(|entrance| runtime.spawn(sweep::now_and_then(entrance)));
    let served = runtime.block_on(serve(standing, app, listener, news));
    if let Some(sweeping) = sweeping {
        sweeping.abort();
    }
    // The last to go, when nobody answers any more: a connection to a database ends by waiting.
    drop(runtime);
    drop(entrance);
    drop(shelves);
    served
}

/// The library behind the pages.
fn shelves(session: &Session, standing: &Arc<Standing>) -> Result<Arc<Shelves>, Failure> {
    let stacks = Stacks::at(&session.settings.location).map_err(not_opened)?;
    let worlds = Arc::clone(standing) as Arc<dyn web::Worlds>;
    Ok(Arc::new(Shelves::of(stacks, worlds)))
}

/// The issuer, if one was configured.
fn ministry(session: &Session, address: Option<&Address>) -> Result<Option<Ministry>, Failure> {
    let Some(configured) = &session.settings.issuer else {
        return Ok(None);
    };
    let (ministry, advice) = Ministry::new(configured, address)?;
    if let Some(advice) = advice {
        warn(&advice);
    }
    Ok(Some(ministry))
}

/// The door. Where people cannot be known, the pages are for anyone all the same.
fn entrance(
    session: &Session,
    standing: &Arc<Standing>,
    ministry: Option<Ministry>,
) -> Option<Arc<Entrance>> {
    match persons::desk(session) {
        Ok(desk) => {
            let entrance = Entrance::new(desk, session.clock, Arc::clone(standing));
            let entrance = entrance
                .vouched_by(ministry)
                .keeping_at(session.settings.location.clone());
            if let Err(cause) = entrance.settle() {
                tracing::error!(%cause, "who joined when the program last stopped is not on record yet");
            }
            Some(Arc::new(entrance))
        }
        Err(failure) => {
            warn(&format!("nobody can sign in: {failure}"));
            None
        }
    }
}

/// How to come in first, for whoever started the program. Asked before anything is served: a database
/// may not be waited for among the threads that answer.
type First = Option<Result<Option<InvitationKey>, DeskError>>;

/// The line that tells it.
fn told_first(at: &str, first: First) -> String {
    match first {
        Some(Ok(Some(key))) => format!(
            "Nobody has joined yet. Whoever opens this link first administrates it, within a week: {at}/join/{}\n",
            key.reveal()
        ),
        Some(Err(error)) => format!("Nobody can join: {error}\n"),
        Some(Ok(None)) | None => String::new(),
    }
}

/// Listens, and tells where.
async fn listen(
    address: &str,
    public: Option<&Address>,
    first: First,
) -> Result<TcpListener, Failure> {
    let listener = TcpListener::bind(address)
        .await
        .map_err(|cause| cannot_listen(address, cause))?;
    let address = listener.local_addr()?;
    // A line at once: whoever started us waits for it.
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "Accede stands at http://{address}")?;
    let at = public.map_or_else(|| format!("http://{address}"), Address::to_string);
    write!(stdout, "{}", told_first(&at, first))?;
    stdout.flush()?;
    Ok(listener)
}

/// The pages, with their door where there is one.
fn app(standing: &Arc<Standing>, entrance: Option<Arc<Entrance>>) -> web::App {
    let app = with_printer(web::App::new(Arc::clone(standing) as Arc<dyn web::Worlds>));
    match entrance {
        Some(entrance) => app.behind(entrance),
        None => app,
    }
}

async fn serve(
    standing: Arc<Standing>,
    app: web::App,
    listener: TcpListener,
    news: Arc<Notify>,
) -> Result<(), Failure> {
    let following = tokio::spawn(follow(standing, news));
    let (told, mut asked) = tokio::sync::watch::channel(false);
    let serving = web::serve(listener, app, async move {
        asked_to_stop().await;
        // Nobody listens any more only if the server is gone already.
        let _ = told.send(true);
    });
    let impatient = async {
        // An error means that the sender is gone, which is when serving has ended.
        let _ = asked.wait_for(|asked| *asked).await;
        tokio::time::sleep(PATIENCE).await;
    };
    let served = tokio::select! {
        served = serving => served,
        () = impatient => Ok(()),
    };
    following.abort();
    served.map_err(|cause| Failure::store("the server stopped").because(cause))
}

/// What to do if one cannot listen there.
fn cannot_listen(listen: &str, cause: io::Error) -> Failure {
    let hint = if cause.kind() == io::ErrorKind::AddrInUse {
        "something stands there already, perhaps another `accede serve`: stop it, or listen \
         elsewhere, as in --listen 127.0.0.1:8081"
    } else if cause.kind() == io::ErrorKind::PermissionDenied {
        "ports under 1024 need more rights: listen elsewhere, as in --listen 127.0.0.1:8080"
    } else {
        "give an address of this machine and a port, as in --listen 127.0.0.1:8080"
    };
    let told = format!("cannot listen at {listen}");
    let failure = if cause.kind() == io::ErrorKind::InvalidInput {
        // It is no address at all.
        Failure::usage(told)
    } else {
        Failure::store(told)
    };
    failure.because(cause).hint(hint)
}

/// Told when another node may have written. A file tells nobody; one looks.
fn news(location: &Location) -> Arc<Notify> {
    let news = Arc::new(Notify::new());
    if let Location::Database(url) = location {
        let (mut watch, told) = (Watch::over(url), Arc::clone(&news));
        // It ends with the process: it only listens.
        std::thread::spawn(move || {
            loop {
                if watch.wait(LISTEN) {
                    told.notify_one();
                }
            }
        });
    }
    news
}

/// Looks whether another process wrote: when told so, and every few seconds anyway.
async fn follow(standing: Arc<Standing>, news: Arc<Notify>) {
    let mut ticks = tokio::time::interval(FOLLOW);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut well = true;
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = news.notified() => {}
        }
        let standing = Arc::clone(&standing);
        match tokio::task::spawn_blocking(move || standing.follow()).await {
            Ok(Ok(0)) => well = true,
            Ok(Ok(entries)) => {
                well = true;
                tracing::info!(entries, "the ledger grew; the pages show it");
            }
            Ok(Err(error)) => {
                if well {
                    let error = Failure::from(error).to_string();
                    tracing::error!(
                        error,
                        "the ledger cannot be read on; the pages stay as they are"
                    );
                }
                well = false;
            }
            Err(panic) => tracing::error!(%panic, "reading the ledger panicked"),
        }
    }
}

/// Resolves when the process is asked to stop: SIGINT, or SIGTERM where there is one.
async fn asked_to_stop() {
    let interrupt = async {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without a handler the signal ends the process at once; nothing to wait for here.
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending::<()>().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

/// Logs to standard error: warnings, or what `ACCEDE_LOG` asks for.
fn log() {
    let filter = EnvFilter::try_from_env(LOG).unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr);
    // A second subscriber is refused; there is one already, which is as good.
    let _ = log.try_init();
}
