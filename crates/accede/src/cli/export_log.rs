//! `accede export log`: the outreach log as a file.

use intake::log::{Logged, write_log_csv, write_log_json};

use super::export::Format;
use crate::failure::Failure;

/// The approaches in the form asked for.
///
/// # Errors
///
/// Wrong usage: XML is no form of a log.
pub(super) fn bytes(log: &[Logged], format: Format) -> Result<Vec<u8>, Failure> {
    match format {
        Format::Csv => Ok(write_log_csv(log)),
        Format::Json => Ok(write_log_json(log)),
        Format::Xml => Err(Failure::usage("a log has no form in XML")
            .hint("--format csv or json has all of it")),
    }
}
