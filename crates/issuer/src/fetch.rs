//! The requests that are made, and to whom.
//!
//! No redirect is followed, no proxy looked for, no cookie kept: one request, one connection, one
//! answer, within ten seconds and 1 MiB.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{HOST, HeaderValue, USER_AGENT};
use hyper_util::rt::TokioIo;
use openidconnect::url::{Host, Url};
use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use crate::told::{BadTold, Checked};

/// How long one request may take, from the name to the last byte.
const LONGEST: Duration = Duration::from_secs(10);
/// How large an answer may be.
const LARGEST: usize = 1 << 20;

/// Where a request goes: scheme, host and port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) secure: bool,
    /// A name, or an address without brackets.
    pub(crate) host: String,
    pub(crate) port: u16,
}

impl Place {
    /// Of an address that names nobody; whoever puts a name or a password into one means harm.
    pub(crate) fn of_url(url: &Url) -> Option<Place> {
        let secure = match url.scheme() {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        if !url.username().is_empty() || url.password().is_some() {
            return None;
        }
        let host = match url.host()? {
            Host::Domain(name) => name.to_owned(),
            Host::Ipv4(address) => address.to_string(),
            Host::Ipv6(address) => address.to_string(),
        };
        let port = url.port_or_known_default()?;
        Some(Place { secure, host, port })
    }

    pub(crate) fn is_loopback(&self) -> bool {
        let address = self.host.parse::<IpAddr>();
        self.host == "localhost" || address.is_ok_and(|address| address.is_loopback())
    }

    /// As it stands in the head of a request.
    fn named(&self) -> String {
        let host = match self.host.parse::<Ipv6Addr>() {
            Ok(address) => format!("[{address}]"),
            Err(_no_such_address) => self.host.clone(),
        };
        match (self.secure, self.port) {
            (true, 443) | (false, 80) => host,
            (_, port) => format!("{host}:{port}"),
        }
    }
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FetchError {
    /// Nobody allowed it.
    #[error("that place is not one of those allowed")]
    Elsewhere,
    /// It took too long.
    #[error("there is no answer within ten seconds")]
    TooSlow,
    /// It is too large.
    #[error("the answer is larger than 1 MiB")]
    TooLarge,
    /// The connection.
    #[error("no connection stands")]
    Connection,
}

/// Makes requests, to places that were allowed.
pub(crate) struct Fetch {
    told: Arc<Checked>,
    tls: TlsConnector,
}

impl<'c> AsyncHttpClient<'c> for Fetch {
    type Error = FetchError;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, FetchError>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.fetch(request))
    }
}

impl fmt::Debug for Fetch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fetch")
    }
}

impl Fetch {
    /// `pem` are the authorities to believe, instead of those of the system.
    pub(crate) fn new(told: Arc<Checked>, pem: Option<&[u8]>) -> Result<Fetch, BadTold> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("the provider has the ciphers of TLS 1.2 and 1.3")
            .with_root_certificates(authorities(pem)?)
            .with_no_client_auth();
        let tls = TlsConnector::from(Arc::new(config));
        Ok(Fetch { told, tls })
    }

    /// Makes a request, if it goes where requests may go.
    async fn fetch(&self, request: HttpRequest) -> Result<HttpResponse, FetchError> {
        let url = Url::parse(&request.uri().to_string()).ok();
        let place = url.and_then(|url| Place::of_url(&url));
        let place = place.filter(|place| self.told.may(place));
        let place = place.ok_or(FetchError::Elsewhere)?;
        let answer = timeout(LONGEST, self.exchange(&place, request)).await;
        answer.unwrap_or(Err(FetchError::TooSlow))
    }

    async fn exchange(
        &self,
        place: &Place,
        request: HttpRequest,
    ) -> Result<HttpResponse, FetchError> {
        let stream = TcpStream::connect((place.host.as_str(), place.port)).await;
        let stream = stream.map_err(|_cause| FetchError::Connection)?;
        if !place.secure {
            return converse(stream, place, request).await;
        }
        let name = ServerName::try_from(place.host.clone());
        let name = name.map_err(|_no_name| FetchError::Connection)?;
        let stream = self.tls.connect(name, stream).await;
        let stream = stream.map_err(|_cause| FetchError::Connection)?;
        converse(stream, place, request).await
    }
}

/// One request and its answer.
async fn converse<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(
    stream: S,
    place: &Place,
    request: HttpRequest,
) -> Result<HttpResponse, FetchError> {
    let broken = |_cause: hyper::Error| FetchError::Connection;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream))
        .await
        .map_err(broken)?;
    // It ends with this function, whatever it is doing.
    let mut driving = JoinSet::new();
    driving.spawn(connection);
    let (mut head, body) = request.into_parts();
    let path = head.uri.path_and_query().map_or("/", |path| path.as_str());
    let named = (path.parse(), HeaderValue::from_str(&place.named()));
    let (Ok(path), Ok(host)) = named else {
        return Err(FetchError::Elsewhere);
    };
    head.uri = path;
    head.headers.insert(HOST, host);
    let agent = HeaderValue::from_static("accede");
    head.headers.insert(USER_AGENT, agent);
    let request = hyper::Request::from_parts(head, Full::new(Bytes::from(body)));
    let answer = sender.send_request(request).await.map_err(broken)?;
    let (head, body) = answer.into_parts();
    let body = Limited::new(body, LARGEST).collect().await;
    let body = body.map_err(|cause| {
        if cause.is::<http_body_util::LengthLimitError>() {
            FetchError::TooLarge
        } else {
            FetchError::Connection
        }
    })?;
    Ok(HttpResponse::from_parts(head, body.to_bytes().to_vec()))
}

fn authorities(pem: Option<&[u8]>) -> Result<RootCertStore, BadTold> {
    let mut roots = RootCertStore::empty();
    let (found, none) = match pem {
        Some(pem) => {
            let read = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>();
            let read = read.map_err(|_no_pem| BadTold::Authorities)?;
            (read, BadTold::Authorities)
        }
        None => {
            let found = rustls_native_certs::load_native_certs().certs;
            (found, BadTold::NoAuthorities)
        }
    };
    match roots.add_parsable_certificates(found).0 {
        0 => Err(none),
        _ => Ok(roots),
    }
}
