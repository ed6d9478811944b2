//! Tables that hold data, and those that only place things on a page.

use scraper::ElementRef;

/// The most letters of a cell of data.
const LONGEST_CELL: usize = 2_000;

/// Whether a row is of data: its table has no table, heading or long text in it, and more than one cell a row.
pub(super) fn is_of_data(row: ElementRef<'_>) -> bool {
    let mut cells = row.child_elements().filter(is_cell);
    let is_plain = |cell: ElementRef<'_>| {
        let mut below = cell.descendent_elements().skip(1);
        let has_none = !below.any(|below| {
            matches!(
                below.value().name(),
                "table" | "h1" | "h2" | "h3" | "article" | "section"
            )
        });
        has_none && cell.text().map(str::len).sum::<usize>() <= LONGEST_CELL
    };
    let count = row.child_elements().filter(is_cell).count();
    let is_within_row = row
        .ancestors()
        .filter_map(ElementRef::wrap)
        .any(|above| above.value().name() == "tr");
    count > 1 && !is_within_row && cells.all(is_plain)
}

fn is_cell(element: &ElementRef<'_>) -> bool {
    matches!(element.value().name(), "td" | "th")
}
