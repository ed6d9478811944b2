//! How pictures look. One set of class names, two sheets: [`PAGE`] speaks in the page's custom
//! properties (and so follows its dark theme and its print style), a file carries literal colours.

use crate::drawn::Picture;

/// What a page's style sheet must hold: colours by the page's custom properties.
pub const PAGE: &str = include_str!("page.css");

/// A file of its own.
pub(crate) fn file(picture: &Picture) -> String {
    let _ = picture;
    String::new()
}
