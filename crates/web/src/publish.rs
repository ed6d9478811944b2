//! The published edition: the same pages from the same router, as files that need no server.
//!
//! It begins at the home page and follows every link that a page has, so that nothing stands in it
//! that no page leads to and nothing is left out that one does. What a file cannot do, another day
//! or a supposition, leads to a page that says so. It writes no file itself: whoever publishes
//! gives it a [`Sink`].

mod address;
mod extra;
mod rewrite;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use tokio::task::JoinHandle;
use tower::ServiceExt;
use treaty::Lang;

use self::address::{Address, Site};
use self::rewrite::Rewriter;
use crate::{App, router};

pub(crate) use self::address::ENTRIES;
pub use self::extra::Extra;

/// The host that pages are rendered for: whole addresses with it are ours, and are put right.
pub(crate) const HERE: &str = "accede.invalid";

/// How many pages are rendered at a time.
const AT_ONCE: usize = 32;

/// What an edition is.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The languages, the first at the root, each other in a folder of its own.
    pub langs: Vec<Lang>,
    /// Where it will stand, `https://accede.example/`; feeds, calendars and the site map then have
    /// whole addresses.
    pub base: Option<String>,
    /// The forms it leaves out; links to them are then left out as well.
    pub without: BTreeSet<Extra>,
}

/// Where the files go.
pub trait Sink {
    /// A file, by its path with `/` between folders.
    ///
    /// # Errors
    ///
    /// What keeping it gives.
    fn put(&mut self, path: &str, bytes: &[u8]) -> io::Result<()>;

    /// So many files are done, and so many addresses wait.
    fn progress(&mut self, done: usize, waiting: usize);
}

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The files that are pages.
    pub pages: usize,
    /// All files.
    pub files: usize,
    /// Links of our own pages that no page answered, with the page that has them. They lead to the
    /// page that says what needs a server.
    pub dead: Vec<(String, String)>,
}

/// Why an edition could not be published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// No language was asked for.
    #[error("an edition needs a language")]
    NoLanguage,
    /// A file could not be kept.
    #[error("{path} could not be written")]
    Keep {
        /// Which.
        path: String,
        /// Why.
        #[source]
        cause: io::Error,
    },
    /// A page could not be rendered.
    #[error("{address} could not be made: the pages answered {status}")]
    Page {
        /// Which.
        address: String,
        /// What the router answered.
        status: u16,
    },
    /// A page is no HTML that can be rewritten.
    #[error("the links of {address} could not be put right")]
    Rewrite {
        /// Which.
        address: String,
        /// Why.
        #[source]
        cause: lol_html::errors::RewritingError,
    },
    /// Two addresses have one file.
    #[error("{one} and {other} would be the same file, {path}")]
    SameFile {
        /// The file.
        path: String,
        /// An address.
        one: String,
        /// The other.
        other: String,
    },
    /// Rendering ended without an answer.
    #[error("a page was not made to its end")]
    Ended(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Publishes the pages of `app` as files.
///
/// # Errors
///
/// [`PublishError`]; what was put into the sink before stays there.
pub async fn publish(
    app: App,
    edition: &Edition,
    sink: &mut dyn Sink,
) -> Result<Published, PublishError> {
    let first = *edition.langs.first().ok_or(PublishError::NoLanguage)?;
    let world = app.worlds.now(&world::Viewer::public());
    let site = Arc::new(Site {
        langs: edition.langs.clone(),
        base: edition.base.clone(),
        without: edition.without.clone(),
        on: app.worlds.today(),
        known: world.known(),
        last: world.head().entries,
    });
    let mut press = Press {
        router: router(app.published()),
        site,
        found: BTreeMap::new(),
        files: BTreeMap::new(),
        links: BTreeMap::new(),
        elsewhere: Arc::default(),
        dead: Arc::default(),
        pages: BTreeSet::new(),
    };
    press.all(first, sink).await?;
    press.mend(sink).await?;
    press.site_map(sink)?;
    Ok(press.published())
}

/// Everything an edition is made with.
struct Press {
    router: Router,
    site: Arc<Site>,
    /// The addresses found, each with its number.
    found: BTreeMap<Address, u32>,
    /// The files made, each with its address.
    files: BTreeMap<String, Address>,
    /// The addresses that each page leads to.
    links: BTreeMap<Address, Vec<u32>>,
    /// Addresses that lead on to others.
    elsewhere: Arc<BTreeMap<Address, Address>>,
    /// Addresses that no page answers.
    dead: Arc<BTreeSet<Address>>,
    /// The files that are pages.
    pages: BTreeSet<String>,
}

/// What came of an address.
enum Made {
    File {
        path: String,
        bytes: Vec<u8>,
        is_page: bool,
        links: BTreeSet<Address>,
    },
    Elsewhere(Address),
    Dead,
}

impl Press {
    /// Every address that pages lead to, from the home page on.
    async fn all(&mut self, first: Lang, sink: &mut dyn Sink) -> Result<(), PublishError> {
        let mut waiting = VecDeque::new();
        for path in address::BEGIN {
            self.find(Address::page(path, first), &mut waiting);
        }
        while !waiting.is_empty() {
            let some: Vec<_> = (0..AT_ONCE).map_while(|_| waiting.pop_front()).collect();
            for (address, made) in self.make(some).await? {
                match made {
                    Made::File {
                        path,
                        bytes,
                        is_page,
                        links,
                    } => {
                        self.keep(&address, path, &bytes, is_page, sink)?;
                        let mut led = Vec::with_capacity(links.len());
                        for link in links {
                            led.push(self.find(link, &mut waiting));
                        }
                        self.links.insert(address, led);
                    }
                    Made::Elsewhere(target) => {
                        self.find(target.clone(), &mut waiting);
                        Arc::make_mut(&mut self.elsewhere).insert(address, target);
                    }
                    Made::Dead => {
                        Arc::make_mut(&mut self.dead).insert(address);
                    }
                }
                sink.progress(self.files.len(), waiting.len());
            }
        }
        Ok(())
    }

    /// Makes the pages anew that lead to what turned out to be nowhere or elsewhere.
    async fn mend(&mut self, sink: &mut dyn Sink) -> Result<(), PublishError> {
        let moved = self.elsewhere.keys().chain(self.dead.iter());
        let wrong: BTreeSet<u32> = moved
            .filter_map(|address| self.found.get(address).copied())
            .collect();
        let again: Vec<_> = self
            .links
            .iter()
            .filter(|(_, led)| led.iter().any(|number| wrong.contains(number)))
            .map(|(address, _)| address.clone())
            .collect();
        for some in again.chunks(AT_ONCE) {
            for (address, made) in self.make(some.to_vec()).await? {
                if let Made::File { path, bytes, .. } = made {
                    self.put(sink, &path, &bytes)?;
                } else {
                    return Err(PublishError::Page {
                        address: address.to_string(),
                        status: StatusCode::NOT_FOUND.as_u16(),
                    });
                }
            }
        }
        Ok(())
    }

    /// The number of an address; a new one waits to be made.
    fn find(&mut self, address: Address, waiting: &mut VecDeque<Address>) -> u32 {
        let next =
            u32::try_from(self.found.len()).expect("an edition has under 2^32 addresses");
        *self.found.entry(address.clone()).or_insert_with(|| {
            waiting.push_back(address);
            next
        })
    }

    /// Makes several addresses at once; the answers come in their order.
    async fn make(&self, some: Vec<Address>) -> Result<Vec<(Address, Made)>, PublishError> {
        let tasks: Vec<(Address, JoinHandle<Result<Made, PublishError>>)> = some
            .into_iter()
            .map(|address| {
                let rewriter = Rewriter {
                    site: self.site.clone(),
                    elsewhere: self.elsewhere.clone(),
                    dead: self.dead.clone(),
                };
                let task = one(self.router.clone(), rewriter, address.clone());
                (address, tokio::spawn(task))
            })
            .collect();
        let mut made = Vec::with_capacity(tasks.len());
        for (address, task) in tasks {
            let done = task
                .await
                .map_err(|cause| PublishError::Ended(Box::new(cause)))?;
            made.push((address, done?));
        }
        Ok(made)
    }

    fn keep(
        &mut self,
        address: &Address,
        path: String,
        bytes: &[u8],
        is_page: bool,
        sink: &mut dyn Sink,
    ) -> Result<(), PublishError> {
        if let Some(other) = self.files.get(&path) {
            return Err(PublishError::SameFile {
                path,
                one: other.to_string(),
                other: address.to_string(),
            });
        }
        self.put(sink, &path, bytes)?;
        if is_page {
            self.pages.insert(path.clone());
        }
        self.files.insert(path, address.clone());
        Ok(())
    }

    fn put(&self, sink: &mut dyn Sink, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        sink.put(path, bytes).map_err(|cause| PublishError::Keep {
            path: path.to_owned(),
            cause,
        })
    }

    /// The site map, where it is known where the site stands, and the mark that tells hosts of
    /// plain files not to make pages of them.
    fn site_map(&mut self, sink: &mut dyn Sink) -> Result<(), PublishError> {
        self.put(sink, ".nojekyll", b"")?;
        let Some(base) = &self.site.base else {
            return Ok(());
        };
        let mut map = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for path in self.pages.iter().filter(|path| !address::is_aside(path)) {
            map.push_str(&format!("<url><loc>{base}{path}</loc></url>\n"));
        }
        map.push_str("</urlset>\n");
        self.put(sink, "sitemap.xml", map.as_bytes())
    }

    fn published(self) -> Published {
        let mut dead = Vec::new();
        for (page, led) in &self.links {
            let leads = |address: &&Address| {
                let number = self.found.get(*address);
                number.is_some_and(|number| led.contains(number))
            };
            for address in self.dead.iter().filter(leads) {
                dead.push((page.to_string(), address.to_string()));
            }
        }
        Published {
            pages: self.pages.len(),
            files: self.files.len(),
            dead,
        }
    }
}

/// Asks for one address and puts its links right.
async fn one(
    router: Router,
    rewriter: Rewriter,
    address: Address,
) -> Result<Made, PublishError> {
    let failed = |status: StatusCode| PublishError::Page {
        address: address.to_string(),
        status: status.as_u16(),
    };
    let request = Request::builder()
        .uri(address.asked())
        .header(header::HOST, HERE)
        .body(Body::empty());
    let Ok(request) = request else {
        return Ok(Made::Dead);
    };
    let response = match router.oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    let status = response.status();
    if status.is_redirection() {
        let target = response
            .headers()
            .get(header::LOCATION)
            .and_then(|to| to.to_str().ok())
            .and_then(|to| rewriter.site.read(to, &address));
        return Ok(target.map_or(Made::Dead, |(target, _)| Made::Elsewhere(target)));
    }
    if status.is_server_error() {
        return Err(failed(status));
    }
    if status != StatusCode::OK {
        return Ok(Made::Dead);
    }
    let kind = response.headers().get(header::CONTENT_TYPE);
    let kind = kind
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let body = to_bytes(response.into_body(), usize::MAX)
        .await
        .map_err(|cause| PublishError::Ended(Box::new(cause)))?;
    let is_page = kind.starts_with("text/html");
    let path = address.file(&rewriter.site, is_page);
    let mut links = BTreeSet::new();
    let bytes = if is_page {
        let text = String::from_utf8_lossy(&body);
        let page = rewriter.page(&text, &address, &path, &mut links);
        page.map_err(|cause| PublishError::Rewrite {
            address: address.to_string(),
            cause,
        })?
    } else if rewrite::has_addresses(&kind) {
        let text = String::from_utf8_lossy(&body);
        rewriter.data(&text, &kind, &address, &path, &mut links)
    } else {
        body.to_vec()
    };
    Ok(Made::File {
        path,
        bytes,
        is_page,
        links,
    })
}
