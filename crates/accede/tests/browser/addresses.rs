//! The pages that are looked at one by one.

/// One address a line; see the file.
const LISTED: &str = include_str!("addresses.txt");

/// Every address of the list.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    LISTED
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Whether an address is one of a route such as `/treaties/{treaty}/acts`.
fn is_of(route: &str, address: &str) -> bool {
    let path = address.split('?').next().unwrap_or(address);
    let (mut route, mut path) = (route.split('/'), path.split('/'));
    loop {
        match (route.next(), path.next()) {
            (None, None) => return true,
            (Some(part), Some(given)) if part == given => {}
            (Some(part), Some(given)) if part.starts_with('{') && !given.is_empty() => {}
            _ => return false,
        }
    }
}

/// The routes of the server that give pages, as its source lists them.
fn routes() -> Vec<&'static str> {
    let source = include_str!("../../../web/src/lib.rs");
    let pages = source.split_once("pub fn router").unwrap().1;
    let mut routes = Vec::new();
    for after in pages.split(".route(").skip(1) {
        let route = after.split('"').nth(1).unwrap();
        // Addresses of before lead elsewhere; some are for programs alone.
        let handler = after.split(')').next().unwrap();
        let is_page = !route.starts_with("/static/")
            && !["/favicon.ico", "/openapi", "/treaties/{treaty}/tenures"].contains(&route)
            && !route.starts_with("/data/")
            && !route.ends_with("/file")
            && !handler.contains("page::moved::");
        if is_page {
            routes.push(route);
        }
    }
    routes
}

#[test]
fn every_kind_of_page_is_on_the_list() {
    let routes = routes();
    assert!(routes.len() > 15, "{routes:?}");
    for route in routes {
        // An address belongs to the route that says most of it in so many words.
        let listed = all().any(|address| {
            is_of(route, address)
                && !self::routes().iter().any(|other| {
                    is_of(other, address)
                        && other.matches('{').count() < route.matches('{').count()
                })
        });
        assert!(listed, "no address of {route} is on the list");
    }
}
