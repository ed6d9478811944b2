//! Pixels as a PNG file, as small as a flat drawing can be.

use std::collections::BTreeMap;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::Pixmap;

/// A colour: red, green, blue.
type Colour = [u8; 3];

/// The most colours that a file can number.
const NUMBERED: usize = 256;

/// How much a part of a colour may change where there are more colours than numbers.
const NEAR: u8 = 16;

/// Of how many pixels one may change more than that: it lies on the edge of a letter or a line.
const ONE_OF: u64 = 1000;

/// The pixels as an 8-bit file. The paper is white all over, so nothing is see-through.
///
/// A drawing has few colours: they are listed once, and each pixel is the number of one. Where there
/// are more colours than numbers, shades along the edges of letters go by the nearest listed; a drawing
/// with more shades than that keeps each.
pub(crate) fn written(paper: &Pixmap, dpi: Option<u32>) -> Result<Vec<u8>, EncodingError> {
    let pixels: Vec<Colour> = paper
        .data()
        .chunks_exact(4)
        .map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, paper.width(), paper.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    // Flat colours repeat, row after row; differences of neighbours would only hide it.
    encoder.set_filter(Filter::NoFilter);
    if let Some(dpi) = dpi {
        // Dots to the metre, of which an inch is 0.0254.
        let dots = dpi * 10_000 / 254;
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: dots,
            yppu: dots,
            unit: png::Unit::Meter,
        }));
    }
    let bytes = match numbered(&pixels) {
        Some((listed, numbers)) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(listed.concat());
            numbers
        }
        None => {
            encoder.set_color(ColorType::Rgb);
            pixels.concat()
        }
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    Ok(out)
}

/// The colours listed, most frequent first, and each pixel as the number of its colour; `None` where
/// too many pixels would change.
fn numbered(pixels: &[Colour]) -> Option<(Vec<Colour>, Vec<u8>)> {
    let mut counted = BTreeMap::<Colour, u64>::new();
    for run in pixels.chunk_by(|a, b| a == b) {
        let length = u64::try_from(run.len()).ok()?;
        *counted.entry(*run.first()?).or_default() += length;
    }
    let mut colours: Vec<_> = counted
        .iter()
        .map(|(colour, count)| (*colour, *count))
        .collect();
    colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let (listed, others) = colours.split_at(colours.len().min(NUMBERED));
    let listed: Vec<Colour> = listed.iter().map(|(colour, _)| *colour).collect();
    let mut numbers = BTreeMap::<Colour, u8>::new();
    for (number, colour) in listed.iter().enumerate() {
        numbers.insert(*colour, u8::try_from(number).ok()?);
    }
    let mut changed = 0;
    for (colour, count) in others {
        let near = listed
            .iter()
            .map(|other| away(*colour, *other))
            .zip(0..=u8::MAX);
        let (away, number) = near.min()?;
        changed += if away > NEAR { *count } else { 0 };
        numbers.insert(*colour, number);
    }
    let all = u64::try_from(pixels.len()).ok()?;
    if changed * ONE_OF > all {
        return None;
    }
    let mut out = Vec::with_capacity(pixels.len());
    for run in pixels.chunk_by(|a, b| a == b) {
        let number = numbers.get(run.first()?)?;
        out.resize(out.len() + run.len(), *number);
    }
    Some((listed, out))
}

/// The largest difference between the parts of two colours.
fn away(a: Colour, b: Colour) -> u8 {
    let parts = a.into_iter().zip(b);
    parts.map(|(a, b)| a.abs_diff(b)).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_colours_are_numbered_as_they_are() {
        let pixels = [[9, 9, 9], [1, 2, 3], [1, 2, 3], [9, 9, 9], [1, 2, 3]];
        let (listed, numbers) = numbered(&pixels).unwrap();
        assert_eq!(listed, [[1, 2, 3], [9, 9, 9]]);
        assert_eq!(numbers, [1, 0, 0, 1, 0]);
    }

    #[test]
    fn shades_go_by_the_nearest_and_many_shades_stay() {
        let grey = |n: u8| vec![[n, n, n]; 100];
        let mut few: Vec<Colour> = (0..=u8::MAX).flat_map(grey).collect();
        few.push([10, 10, 12]);
        let (listed, numbers) = numbered(&few).unwrap();
        assert_eq!(listed.len(), 256);
        let last = listed[usize::from(numbers[few.len() - 1])];
        assert!(away(last, [10, 10, 12]) <= 1, "{last:?}");
        let many: Vec<Colour> = (0..=u8::MAX)
            .flat_map(|a| (0..=u8::MAX).map(move |b| [a, b, 128]))
            .collect();
        assert!(numbered(&many).is_none(), "a change that would be seen");
    }
}
