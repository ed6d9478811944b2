#![doc = include_str!("../README.md")]

mod access;
mod answer;
mod api;
mod ask;
mod asked;
mod assets;
mod coded;
mod condition;
mod deeds;
mod door;
mod drawn;
pub mod fetch;
mod finding;
mod frame;
mod keys;
mod met;
mod near;
mod notes;
mod page;
mod paging;
mod part;
mod path;
mod plate;
mod problem;
pub mod publish;
mod queue;
mod road;
mod said;
mod serve;
mod shelf;
mod site;
mod speech;
mod stacks;
mod tables;
mod timeless;

use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use jiff::Timestamp;
use jiff::civil::Date;
use people::Address;
use report::Paper;
use tokio::sync::Semaphore;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use world::{Viewer, World};

pub use crate::deeds::{
    About, BadKey, By, Circle, CircleTeam, Extract, Kept, Key, MayNot, NotRecorded, Offered,
    Open, Proposed, Receiver, Trays, Understood, Wanted, Wish, Wording,
};
pub use crate::door::{
    Answered, Committed, Door, Issuer, Later, OnRecord, Seated, Teams, Unvouched,
};
use crate::queue::Queue;
pub use crate::road::{Hsts, HstsError, Proxies, ProxiesError, Road};
pub use crate::serve::serve;
use crate::shelf::Shelf;
pub use crate::stacks::{NoStacks, Stacks};
use crate::tables::Tables;

/// Where the pages get their worlds from. The program implements it; no page opens a ledger.
pub trait Worlds: Send + Sync + 'static {
    /// The world of `viewer`, folded from every entry it may see. Anyone's is always at hand;
    /// another may be folded first.
    fn now(&self, viewer: &Viewer) -> Arc<World>;

    /// The world of `viewer`, now or at a moment, if it was folded already.
    fn at_hand(&self, viewer: &Viewer, known: Option<Timestamp>) -> Option<Arc<World>>;

    /// The world of `viewer` as it was known at a moment. May fold and take a while.
    ///
    /// # Errors
    ///
    /// [`NoWorld`] if nothing was known yet, or the ledger cannot be read.
    fn at(&self, viewer: &Viewer, known: Timestamp) -> Result<Arc<World>, NoWorld>;

    /// The day that "today" means.
    fn today(&self) -> Date;
}

/// Why there is no world for a moment of knowledge.
#[derive(Debug, thiserror::Error)]
pub enum NoWorld {
    /// Nothing had been recorded.
    #[error("nothing had been recorded by then; the first entry is of {first}")]
    BeforeTheFirstEntry {
        /// When the first entry was recorded.
        first: Timestamp,
    },
    /// The ledger could not be read.
    #[error("the ledger could not be read")]
    Unreadable(#[source] Box<dyn Error + Send + Sync>),
}

/// Makes a PDF of a paper; what is in the way is told in words, for the log.
pub type Printer = Arc<dyn Fn(&Paper) -> Result<Vec<u8>, String> + Send + Sync>;

/// What every handler shares.
#[derive(Clone)]
pub struct App {
    worlds: Arc<dyn Worlds>,
    /// Worlds are folded two at a time: each takes a core and some memory.
    folding: Arc<Semaphore>,
    /// Those of past moments one at a time: whoever asks for many keeps nobody else waiting.
    folding_past: Arc<Semaphore>,
    shelf: Arc<Shelf>,
    /// Whether the pages are made to be read without a server: what needs one is left out.
    published: bool,
    /// The record as tables, made last.
    tables: Arc<Tables>,
    /// Where the instance stands in public, if that was said.
    address: Option<Arc<Address>>,
    /// How the outside reaches this instance.
    road: Arc<Road>,
    /// Whether a password alone shows nobody what is for his teams.
    two_proofs: bool,
    /// Who comes in; without it everybody is anyone.
    door: door::Behind,
    /// Reports are made two at a time, to be read on a page or as data.
    writing: Queue,
    /// Those who take one away as a document, which takes longer; only so many wait.
    papers: Queue,
    /// What makes a PDF of a paper, where the program has it.
    printer: Option<Printer>,
    /// What is kept beside the worlds for the library.
    stacks: Arc<dyn Stacks>,
    /// Searches, some at a time; so many wait.
    searching: Queue,
    /// Those among what was known at past moments, one at a time; fewer wait.
    searching_past: Queue,
    /// Who stands at the desk.
    turns: Arc<Semaphore>,
    /// Of whom it is looked up who they are.
    lookups: Arc<Semaphore>,
}

impl App {
    /// The pages over `worlds`.
    pub fn new(worlds: Arc<dyn Worlds>) -> App {
        App {
            worlds,
            folding: Arc::new(Semaphore::new(2)),
            folding_past: Arc::new(Semaphore::new(1)),
            shelf: Arc::default(),
            published: false,
            tables: Arc::default(),
            address: None,
            road: Arc::default(),
            two_proofs: false,
            door: None,
            writing: Queue::patient(2),
            papers: Queue::of_papers(),
            printer: None,
            stacks: Arc::new(stacks::Catalogue::default()),
            searching: Queue::of_searches(),
            searching_past: Queue::of_past_searches(),
            turns: Arc::new(Semaphore::new(door::TURNS)),
            lookups: Arc::new(Semaphore::new(door::LOOKUPS)),
        }
    }

    /// The same pages, behind a door: people join, sign in, and see what is for them.
    #[must_use]
    pub fn behind(mut self, door: Arc<dyn Door>) -> App {
        self.door = Some(door);
        self
    }

    /// The same pages, reached at this address: whatever a request says of its host, links, cookies
    /// and passkeys go by this.
    #[must_use]
    pub fn reached_at(mut self, address: Address) -> App {
        self.address = Some(Arc::new(address));
        self
    }

    /// The same pages, where what is for teams is shown to those alone who proved who they are by more than
    /// a password.
    #[must_use]
    pub fn asking_two_proofs(mut self) -> App {
        self.two_proofs = true;
        self
    }

    /// The same pages, where papers are to be had as PDF too.
    #[must_use]
    pub fn printing(mut self, printer: Printer) -> App {
        self.printer = Some(printer);
        self
    }

    /// The same pages, with the indexes, texts and files of the library. Without them what is known of documents is
    /// found all the same.
    #[must_use]
    pub fn with_stacks(mut self, stacks: Arc<dyn Stacks>) -> App {
        self.stacks = stacks;
        self
    }

    /// The same pages, where so many documents (DOCX, PDF) are made at a time, one at least, and so many who ask
    /// for one wait; whoever asks then is told to come again. Without it: on half of the cores, and eight wait.
    #[must_use]
    pub fn making_papers(mut self, at_once: usize, waiting: usize) -> App {
        self.papers = Queue::new(at_once, waiting);
        self
    }

    /// The same pages, reached by this road.
    #[must_use]
    pub fn reached(mut self, road: Road) -> App {
        self.road = Arc::new(road);
        self
    }

    /// The same pages, made to be read without a server: forms and what they lead to are left out.
    #[must_use]
    pub fn published(mut self) -> App {
        self.published = true;
        self
    }
}

/// Every address. Each page's data stand at the same address with `.json`, tables with `.csv`.
pub fn router(app: App) -> Router {
    let pages = if app.published {
        page::edition::routes()
    } else if app.door.is_some() {
        door::routes()
            .merge(deeds::routes())
            .with_state(app.clone())
    } else {
        Router::new()
    };
    let pages = pages
        .route("/", get(page::home::show))
        .route("/treaties", get(page::treaties::show))
        .route("/treaties/{treaty}", get(page::treaty::show))
        .route("/treaties/{treaty}/acts", get(page::acts::show))
        .route("/treaties/{treaty}/force", get(page::force::show))
        .route("/treaties/{treaty}/obligations", get(page::duties::show))
        .route("/treaties/{treaty}/duties", get(page::moved::duties))
        .route(
            "/treaties/{treaty}/meetings",
            get(page::meetings::of_treaty),
        )
        .route(
            "/treaties/{treaty}/calendar",
            get(page::calendar::of_treaty),
        )
        .route("/treaties/{treaty}/plans", get(page::plans::list))
        .route("/treaties/{treaty}/plans/{plan}", get(page::plans::one))
        .route("/treaties/{treaty}/map", get(page::pictures::map))
        .route("/treaties/{treaty}/tiles", get(page::pictures::tiles))
        .route("/treaties/{treaty}/curve", get(page::pictures::curve))
        .route("/treaties/{treaty}/groups", get(page::pictures::groups))
        .route("/treaties/{treaty}/tenures", get(page::pictures::tenures))
        .route("/treaties/{treaty}/counts/{count}", get(page::count::show))
        .route(
            "/treaties/{treaty}/{state}",
            get(page::moved::participation),
        )
        .route(
            "/treaties/{treaty}/{state}/{article}",
            get(page::moved::explain),
        )
        .route("/duties", get(page::due::show))
        .route("/reconcile", get(page::reconcile::show))
        .route("/states", get(page::states::show))
        .route("/states/{state}", get(page::state::show))
        .route("/states/{state}/timeline", get(page::timeline::show))
        .route("/states/{state}/calendar", get(page::calendar::of_state))
        .route("/states/{state}/brief", get(page::brief::show))
        .route("/states/{state}/{treaty}", get(page::participation::show))
        .route(
            "/states/{state}/{treaty}/{article}",
            get(page::explain::show),
        )
        .route("/search", get(page::search::show).with_state(app.clone()))
        .route("/library", get(page::library::show).with_state(app.clone()))
        .route(
            "/library/{document}",
            get(page::library::document::show).with_state(app.clone()),
        )
        .route(
            "/library/{document}/file",
            get(page::library::document::file).with_state(app.clone()),
        )
        .route(
            "/library/{document}/compare",
            get(page::library::compare::show).with_state(app.clone()),
        )
        .route(
            "/said",
            get(page::library::said::show).with_state(app.clone()),
        )
        .route("/compare", get(page::compare::show))
        .route("/meetings", get(page::meetings::show))
        .route("/meetings/{meeting}", get(page::meeting::show))
        .route("/calendar", get(page::calendar::show))
        .route("/matrix", get(page::matrix::show))
        .route("/campaigns", get(page::campaigns::list::show))
        .route("/campaigns/{campaign}", get(page::campaigns::board::show))
        .route(
            "/campaigns/{campaign}/table",
            get(page::campaigns::table::show),
        )
        .route(
            "/campaigns/{campaign}/next",
            get(page::campaigns::next::show),
        )
        .route(
            "/campaigns/{campaign}/contacts",
            get(page::campaigns::contacts::show),
        )
        .route(
            "/campaigns/{campaign}/planned",
            get(page::campaigns::planned::show),
        )
        .route(
            "/campaigns/{campaign}/calendar",
            get(page::campaigns::calendar::show),
        )
        .route(
            "/campaigns/{campaign}/roles",
            get(page::campaigns::roles::show),
        )
        .route(
            "/campaigns/{campaign}/states/{state}",
            get(page::campaigns::state::show),
        )
        .route(
            "/reports",
            get(page::reports::kinds).with_state(app.clone()),
        )
        .route(
            "/reports/kept",
            get(page::reports::kept::all).with_state(app.clone()),
        )
        .route(
            "/reports/kept/{report}",
            get(page::reports::kept::show).with_state(app.clone()),
        )
        .route(
            "/reports/{kind}",
            get(page::reports::show).with_state(app.clone()),
        )
        .route("/feed", get(page::feed::all))
        .route("/treaties/{treaty}/feed", get(page::feed::treaty))
        .route("/states/{state}/feed", get(page::feed::state))
        .route("/curves", get(page::curves::show))
        .route("/changes", get(page::changes::show))
        .route("/findings", get(page::findings::show))
        .route("/uncertain", get(page::uncertain::show))
        .route("/approaches", get(page::approaches::show))
        .route("/approaches/{seq}", get(page::approach::show))
        .route("/ledger", get(page::ledger::show))
        .route("/ledger/{seq}", get(page::entry::show))
        .route("/about", get(page::about::show))
        .route("/api", get(page::api::show).with_state(app.clone()))
        .route("/openapi", get(page::openapi::show))
        .route("/data", get(page::data::show))
        .route("/data/datapackage", get(page::data::package))
        .route("/data/datasette", get(page::data::datasette))
        .route("/data/accede.sqlite", get(page::data::sqlite))
        .route("/data/{table}", get(page::data::table))
        .fallback(page::nowhere)
        .method_not_allowed_fallback(page::only_get)
        .layer(CatchPanicLayer::custom(problem::panicked));
    // The extension is cut off before the addresses are looked up, so the pages stand behind a
    // router of their own.
    Router::new()
        .route("/favicon.ico", get(assets::no_icon))
        .route("/static/{file}", get(assets::serve))
        .fallback_service(pages)
        .layer(from_fn_with_state(app.clone(), answer::answer))
        .layer(CatchPanicLayer::custom(problem::panicked))
        // A page is made anew for each day that is asked for: little time is better spent than few bytes.
        .layer(
            CompressionLayer::new()
                .quality(CompressionLevel::Fastest)
                .compress_when(access::may_be_compressed()),
        )
        .layer(from_fn_with_state(app.clone(), shelf::shelve))
        .layer(from_fn_with_state(app.clone(), door::recognise))
        .layer(from_fn_with_state(app.clone(), site::stand))
        .layer(CatchPanicLayer::custom(problem::panicked))
        .layer(from_fn_with_state(app, road::find))
}
