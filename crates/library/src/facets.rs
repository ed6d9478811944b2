//! How many of what matches have which value.

use std::collections::BTreeMap;

use crate::ask::Field;
use crate::bits::Bits;
use crate::found::{Facet, Value};
use crate::reading::Segment;

/// The fields that are counted, with their columns.
pub(crate) const COUNTED: [(Field, &str); 9] = [
    (Field::State, "state"),
    (Field::Group, "group"),
    (Field::Theme, "theme"),
    (Field::Treaty, "treaty"),
    (Field::Meeting, "meeting"),
    (Field::Kind, "kind"),
    (Field::Language, "language"),
    (Field::Year, "year"),
    (Field::Speaker, "speaker"),
];

/// Adds the values that documents of a segment have.
pub(crate) fn count(
    segment: &Segment,
    column: &str,
    matching: &Bits,
    counts: &mut BTreeMap<String, u64>,
) {
    let Some(column) = segment.column(column) else {
        return;
    };
    let mut here = vec![0_u64; column.values.len()];
    for doc in matching.iter() {
        let mut last = None;
        for at in column.places(doc) {
            // A value that stands twice in a document is one.
            if last != Some(at) {
                here[at] += 1;
            }
            last = Some(at);
        }
    }
    for (value, count) in column
        .values
        .iter()
        .zip(here)
        .filter(|(_, count)| *count > 0)
    {
        *counts.entry(value.to_string()).or_default() += count;
    }
}

/// The most frequent values first.
pub(crate) fn facet(field: Field, counts: BTreeMap<String, u64>, most: usize) -> Facet {
    let mut values: Vec<Value> = counts
        .into_iter()
        .map(|(value, count)| Value { value, count })
        .collect();
    values.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
    let further = values.len().saturating_sub(most);
    values.truncate(most);
    Facet {
        field,
        values,
        further,
    }
}
