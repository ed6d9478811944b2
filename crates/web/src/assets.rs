//! The files pages are shown with: the style sheet, and scripts that make a page quicker to use
//! but are never needed. Each stands under a name that changes with its content.

use std::sync::LazyLock;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::path::Path;
use crate::problem::Problem;

/// A file under `/static/`.
struct Asset {
    name: &'static str,
    /// `/static/accede-<hash>.css`.
    address: String,
    kind: &'static str,
    content: String,
}

/// The sheet: the pages' own, then that of the pictures set into them. And the scripts: a script
/// that is imported by another stands before it.
static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let sheet = [
        include_str!("../static/accede.css"),
        include_str!("../static/pages.css"),
        include_str!("../static/campaign.css"),
        include_str!("../static/next.css"),
        include_str!("../static/report.css"),
        include_str!("../static/library.css"),
        include_str!("../static/pictures.css"),
        picture::style::PAGE,
    ]
    .concat();
    let mut assets = vec![asset("accede.css", "text/css; charset=utf-8", sheet)];
    for (name, content) in SCRIPTS {
        let content = resolved(content, &assets);
        assets.push(asset(name, "text/javascript; charset=utf-8", content));
    }
    assets
});

/// The scripts, ES modules all.
const SCRIPTS: [(&str, &str); 9] = [
    ("swap.js", include_str!("../static/swap.js")),
    ("standing.js", include_str!("../static/standing.js")),
    ("day.js", include_str!("../static/day.js")),
    ("force.js", include_str!("../static/force.js")),
    ("years.js", include_str!("../static/years.js")),
    ("passkey.js", include_str!("../static/passkey.js")),
    ("reports.js", include_str!("../static/reports.js")),
    ("drafts.js", include_str!("../static/drafts.js")),
    ("finder.js", include_str!("../static/finder.js")),
];

/// A script whose imports name the files as they are served: `"./swap.js"` is none.
fn resolved(content: &str, before: &[Asset]) -> String {
    let mut content = content.to_owned();
    for asset in before {
        let served = asset.address.replace("/static/", "./");
        content = content.replace(
            &format!("from \"./{}\"", asset.name),
            &format!("from \"{served}\""),
        );
    }
    content
}

fn asset(name: &'static str, kind: &'static str, content: String) -> Asset {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let hash = hash(content.as_bytes());
    Asset {
        name,
        address: format!("/static/{stem}-{hash:016x}.{extension}"),
        kind,
        content,
    }
}

/// The address of a file: `address("accede.css")`.
///
/// # Panics
///
/// If there is no such file; names are written in this program and a test asks for each.
pub(crate) fn address(name: &str) -> &'static str {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map(|asset| asset.address.as_str())
        .expect("pages ask for files that are in the list above")
}

/// `GET /static/accede-<hash>.css`: may be kept for a year, since another content has another name.
pub(crate) async fn serve(Path(file): Path<String>) -> Result<Response, Problem> {
    let asset = ASSETS
        .iter()
        .find(|asset| asset.address.strip_prefix("/static/") == Some(file.as_str()))
        .ok_or(Problem::NoSuchPage)?;
    let headers = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, asset.content.as_str()).into_response())
}

/// `GET /favicon.ico`: browsers ask; there is none.
pub(crate) async fn no_icon() -> Response {
    let headers = [(header::CACHE_CONTROL, "public, max-age=86400")];
    (StatusCode::NO_CONTENT, headers).into_response()
}

/// FNV-1a, 64 bits: tells contents apart, proves nothing.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_found_by_its_name_and_no_two_share_one() {
        let addresses: std::collections::BTreeSet<_> =
            ASSETS.iter().map(|asset| address(asset.name)).collect();
        assert_eq!(addresses.len(), ASSETS.len());
    }

    /// A language written from the right turns the pages about: what a rule says of one side it says
    /// of the beginning or the end of a line. `--start` is where that is, for what has no other word.
    #[test]
    fn no_rule_of_the_pages_knows_left_from_right() {
        let sheet = [
            include_str!("../static/accede.css"),
            include_str!("../static/pages.css"),
            include_str!("../static/pictures.css"),
        ]
        .concat();
        for line in sheet.lines().filter(|line| !line.contains("--start:")) {
            for word in line.split(|c: char| !c.is_ascii_alphabetic()) {
                assert!(!["left", "right", "float"].contains(&word), "{line}");
            }
            // Four lengths are top, right, bottom, left.
            for sides in ["padding:", "margin:", "inset:"] {
                for said in line.split(sides).skip(1) {
                    let value = said.split([';', '}']).next().unwrap();
                    let lengths: Vec<_> = value.split_whitespace().collect();
                    assert!(lengths.len() < 4 || lengths[1] == lengths[3], "{line}");
                }
            }
        }
    }

    /// A reader of a script learns first what a page is without it.
    #[test]
    fn every_script_says_what_it_adds_and_what_is_so_without_it() {
        for (name, content) in SCRIPTS {
            let head: Vec<_> = content
                .lines()
                .map_while(|line| line.strip_prefix("// "))
                .collect();
            assert!(head.len() >= 2, "{name}");
            assert!(head.join(" ").contains("Without this file"), "{name}");
        }
    }

    #[test]
    fn every_import_names_a_file_that_is_served() {
        let served: Vec<_> = ASSETS
            .iter()
            .map(|asset| asset.address.replace("/static/", "./"))
            .collect();
        let mut imports = 0;
        for asset in ASSETS.iter() {
            for rest in asset.content.split(" from \"").skip(1) {
                let (name, _) = rest.split_once('"').unwrap();
                assert!(
                    served.iter().any(|one| one == name),
                    "{}: {name}",
                    asset.name
                );
                imports += 1;
            }
        }
        assert!(imports >= 3, "{imports}");
    }
}
