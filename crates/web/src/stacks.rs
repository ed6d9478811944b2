//! What the program keeps beside its worlds for the library: indexes, texts and files.

use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};

use library::{Ask, Found, Said, Shelf, Similar};
use transcribe::Text;
use world::view::DocumentView;
use world::{Viewer, World};

use crate::App;
use crate::asked::Asked;
use crate::problem::Problem;
use treaty::Lang;

/// The library behind the pages. The program implements it. Everything it gives is of the world that is given: a page
/// asks with the world of who reads it, and with documents of that world.
pub trait Stacks: Send + Sync + 'static {
    /// All that `world` holds, which is `viewer`'s, ready to be searched, and nothing else. May index first, and take
    /// a while.
    ///
    /// # Errors
    ///
    /// [`NoStacks`] where an index or a text cannot be read.
    fn of(&self, world: &World, viewer: &Viewer) -> Result<library::Stacks, NoStacks>;

    /// The text of a document; `None` where none is kept.
    ///
    /// # Errors
    ///
    /// [`NoStacks`] where it cannot be read, or was altered.
    fn text(&self, document: &DocumentView) -> Result<Option<Text>, NoStacks>;

    /// The file of a document, as it was brought; `None` where none is kept.
    ///
    /// # Errors
    ///
    /// [`NoStacks`] where it cannot be read, or was altered.
    fn file(&self, document: &DocumentView) -> Result<Option<Vec<u8>>, NoStacks>;

    /// Answers a question over everything that `world` holds.
    ///
    /// # Errors
    ///
    /// [`NoStacks`], as [`Stacks::of`].
    fn search(&self, world: &World, viewer: &Viewer, ask: &Ask) -> Result<Found, NoStacks> {
        self.of(world, viewer)?
            .search(ask)
            .map_err(NoStacks::because)
    }

    /// What was said of something, in the order of time.
    ///
    /// # Errors
    ///
    /// [`NoStacks`], as [`Stacks::of`].
    fn said(&self, world: &World, viewer: &Viewer, ask: &Ask) -> Result<Said, NoStacks> {
        self.of(world, viewer)?.said(ask).map_err(NoStacks::because)
    }

    /// What of `world` is most like the document or statement of this entry.
    ///
    /// # Errors
    ///
    /// [`NoStacks`], as [`Stacks::of`].
    fn similar(
        &self,
        world: &World,
        viewer: &Viewer,
        entry: &str,
        most: usize,
    ) -> Result<Vec<Similar>, NoStacks> {
        self.of(world, viewer)?
            .similar(entry, most)
            .map_err(NoStacks::because)
    }
}

/// Why the library does not answer.
#[derive(Debug, thiserror::Error)]
#[error("the library cannot be read")]
pub struct NoStacks(#[source] Box<dyn Error + Send + Sync>);

impl NoStacks {
    /// Of any cause.
    pub fn because(cause: impl Error + Send + Sync + 'static) -> NoStacks {
        NoStacks(Box::new(cause))
    }
}

impl From<NoStacks> for Problem {
    fn from(no: NoStacks) -> Problem {
        let cause = crate::door::chain(&no);
        tracing::error!(%cause, "the library did not answer");
        Problem::Ours
    }
}

/// The catalogue alone: what is known of documents and statements is found, and no text or file is kept.
#[derive(Default)]
pub(crate) struct Catalogue {
    /// The last that was asked, by the head of its world.
    last: Mutex<Option<(String, library::Stacks)>>,
}

impl Stacks for Catalogue {
    fn of(&self, world: &World, _: &Viewer) -> Result<library::Stacks, NoStacks> {
        let head = world.head().link;
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, stacks)) = last.as_ref()
            && *of == head
        {
            return Ok(stacks.clone());
        }
        let cards = world.library(Lang::En);
        let mut shelf = Shelf::in_memory().map_err(NoStacks::because)?;
        let wanted = cards
            .iter()
            .map(|card| (card.entry.to_string(), library::stamp(card)));
        let made = shelf.sync(wanted, |key| {
            let card = cards.iter().find(|card| card.entry.to_string() == key);
            card.map(|card| library::item(card, None))
                .unwrap_or_default()
        });
        made.map_err(NoStacks::because)?;
        let stacks = library::Stacks::new([shelf.reading()]);
        *last = Some((head, stacks.clone()));
        Ok(stacks)
    }

    fn text(&self, _: &DocumentView) -> Result<Option<Text>, NoStacks> {
        Ok(None)
    }

    fn file(&self, _: &DocumentView) -> Result<Option<Vec<u8>>, NoStacks> {
        Ok(None)
    }
}

impl App {
    /// Has the library answer, beside the threads that answer requests. Whoever asks of past moments, of which each may
    /// have to be indexed first, keeps nobody waiting who does not.
    ///
    /// # Errors
    ///
    /// [`Problem::Busy`], where as many wait as may; what the work says.
    pub(crate) async fn look_up<T: Send + 'static>(
        &self,
        asked: &Arc<Asked>,
        viewer: Viewer,
        work: impl FnOnce(&dyn Stacks, &World, &Viewer) -> Result<T, NoStacks> + Send + 'static,
    ) -> Result<T, Problem> {
        let past = matches!(asked.params.one("known"), Ok(Some(_)));
        let queue = if past {
            &self.searching_past
        } else {
            &self.searching
        };
        let (stacks, world) = (Arc::clone(&self.stacks), Arc::clone(&asked.world));
        let answered = queue.work(move || Ok(work(stacks.as_ref(), &world, &viewer)?));
        answered.await
    }
}
