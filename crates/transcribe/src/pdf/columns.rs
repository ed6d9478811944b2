//! Columns: where a page is read down before it is read across.

use super::lines::{Chunk, rows};

/// How often columns may stand in columns: four side by side.
const DEEPEST: u32 = 2;

/// The fewest lines that stand side by side in columns.
const FEWEST: usize = 5;

/// How much of a column its lines fill, in the middle: the cells of a table fill less.
const FILLED: f64 = 0.6;

/// The regions of a page in the order of reading.
pub(super) fn split(chunks: Vec<Chunk>) -> Vec<Vec<Chunk>> {
    let mut regions = Vec::new();
    split_into(&mut regions, chunks, 0);
    regions
}

/// From where to where, from the left.
type Span = (f64, f64);

/// A row by the stretches that are filled.
struct Row {
    chunks: Vec<Chunk>,
    filled: Vec<(f64, f64)>,
}

impl Row {
    fn of(chunks: Vec<Chunk>) -> Row {
        let mut spans: Vec<(f64, f64, f64)> = chunks
            .iter()
            .map(|chunk| (chunk.left, chunk.right, chunk.size))
            .collect();
        spans.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut filled: Vec<(f64, f64)> = Vec::new();
        for (left, right, size) in spans {
            match filled.last_mut().filter(|last| left - last.1 < 0.9 * size) {
                Some(last) => last.1 = last.1.max(right),
                None => filled.push((left, right)),
            }
        }
        Row { chunks, filled }
    }

    fn crosses(&self, at: f64) -> bool {
        self.filled
            .iter()
            .any(|(left, right)| *left < at && at < *right)
    }

    /// What is filled on each side of a place.
    fn sides(&self, at: f64) -> (Option<Span>, Option<Span>) {
        let over = |spans: &mut dyn Iterator<Item = &(f64, f64)>| {
            spans.fold(None, |all: Option<Span>, (left, right)| {
                Some(all.map_or((*left, *right), |(from, to)| {
                    (from.min(*left), to.max(*right))
                }))
            })
        };
        let left = over(&mut self.filled.iter().filter(|(_, right)| *right <= at));
        let right = over(&mut self.filled.iter().filter(|(left, _)| *left >= at));
        (left, right)
    }
}

fn split_into(regions: &mut Vec<Vec<Chunk>>, chunks: Vec<Chunk>, depth: u32) {
    let rows: Vec<Row> = rows(chunks).into_iter().map(Row::of).collect();
    let Some(gutter) = gutter(&rows).filter(|_| depth < DEEPEST) else {
        regions.push(rows.into_iter().flat_map(|row| row.chunks).collect());
        return;
    };
    let mut whole: Vec<Row> = Vec::new();
    let mut band: Vec<Row> = Vec::new();
    for row in rows {
        if row.crosses(gutter) {
            ended(regions, &mut whole, &mut band, gutter, depth);
            whole.push(row);
        } else {
            band.push(row);
        }
    }
    ended(regions, &mut whole, &mut band, gutter, depth);
    if !whole.is_empty() {
        regions.push(whole.into_iter().flat_map(|row| row.chunks).collect());
    }
}

/// Ends a band of rows that do not cross the gutter: columns, if they fill them, else rows like others.
fn ended(
    regions: &mut Vec<Vec<Chunk>>,
    whole: &mut Vec<Row>,
    band: &mut Vec<Row>,
    gutter: f64,
    depth: u32,
) {
    if !are_columns(band, gutter) {
        whole.append(band);
        return;
    }
    if !whole.is_empty() {
        regions.push(whole.drain(..).flat_map(|row| row.chunks).collect());
    }
    let chunks = band.drain(..).flat_map(|row| row.chunks);
    let (left, right): (Vec<Chunk>, Vec<Chunk>) =
        chunks.partition(|chunk| chunk.left + chunk.right < 2.0 * gutter);
    split_into(regions, left, depth + 1);
    split_into(regions, right, depth + 1);
}

/// The place that most rows leave free between two filled stretches.
fn gutter(rows: &[Row]) -> Option<f64> {
    /// Steps of the search across a page.
    const STEPS: u32 = 200;
    let left = rows.iter().flat_map(|row| &row.filled).map(|span| span.0);
    let right = rows.iter().flat_map(|row| &row.filled).map(|span| span.1);
    let (left, right) = (left.min_by(f64::total_cmp)?, right.max_by(f64::total_cmp)?);
    let place = |step: u32| left + (right - left) * f64::from(step) / f64::from(STEPS);
    let free = |at: f64| {
        let both = rows
            .iter()
            .filter(|row| !row.crosses(at) && matches!(row.sides(at), (Some(_), Some(_))));
        both.count()
    };
    // A gutter stands neither at the edge of a page nor beside a label.
    let steps = (STEPS / 6)..(STEPS - STEPS / 6);
    let counted: Vec<(u32, usize)> = steps.map(|step| (step, free(place(step)))).collect();
    let most = counted.iter().map(|(_, count)| *count).max()?;
    if most < FEWEST {
        return None;
    }
    // The middle of the free stretch.
    let first = counted.iter().find(|(_, count)| *count == most)?.0;
    let after = counted.iter().skip_while(|(step, _)| *step < first);
    let last = after
        .take_while(|(_, count)| *count == most)
        .last()
        .map_or(first, |(step, _)| *step);
    Some((place(first) + place(last)) / 2.0)
}

/// Whether rows that leave a gutter free are columns of text.
fn are_columns(band: &[Row], gutter: f64) -> bool {
    let sides: Vec<_> = band.iter().map(|row| row.sides(gutter)).collect();
    let both = sides
        .iter()
        .filter(|(left, right)| left.is_some() && right.is_some());
    let left = sides.iter().filter_map(|(left, _)| *left);
    let left = left.map(|(from, to)| (gutter - to, to - from)).collect();
    let right = sides.iter().filter_map(|(_, right)| *right);
    let right = right.map(|(from, to)| (from - gutter, to - from)).collect();
    both.count() >= FEWEST && is_filled(left) && is_filled(right)
}

/// Whether lines fill the room up to the gutter: each by how far it stays from it, and how long it is.
fn is_filled(mut lines: Vec<(f64, f64)>) -> bool {
    let room = lines.iter().map(|(off, long)| off + long);
    let Some(room) = room.max_by(f64::total_cmp) else {
        return false;
    };
    lines.sort_by(|a, b| a.1.total_cmp(&b.1));
    lines
        .get(lines.len() / 2)
        .is_some_and(|(_, long)| *long >= FILLED * room)
}
