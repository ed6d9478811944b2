#![doc = include_str!("../README.md")]

mod file;

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{self, FontResolver, ImageHrefResolver, Options, Tree, fontdb};

/// The widest and the highest a PNG may be, in pixels: A2 across at 300 dots to the inch, or a
/// long table on a phone.
pub const MOST_PIXELS: u32 = 7200;

/// The most pixels in all: some 200 MB while it is drawn.
const MOST_IN_ALL: u64 = 40_000_000;

/// The longest text that is read: ten times the largest picture there is.
const MOST_TEXT: usize = 16 * 1024 * 1024;

/// Why there is no PNG.
#[derive(Debug, thiserror::Error)]
pub enum RasterError {
    /// The width asked for is none that a picture can have.
    #[error("a picture {0} pixels wide cannot be drawn: ask for 16 to {MOST_PIXELS}")]
    Width(u32),
    /// The height that comes of the width asked for, or the whole, is too much.
    #[error(
        "this picture would be {width} x {height} pixels, which is too many: ask for a smaller width"
    )]
    Size {
        /// As asked for.
        width: u32,
        /// In proportion.
        height: u64,
    },
    /// The text is longer than any picture is.
    #[error("an SVG of {0} bytes is not read: at most {MOST_TEXT} are")]
    Long(usize),
    /// The text is no SVG.
    #[error("the picture cannot be read as SVG")]
    Svg(#[source] usvg::Error),
    /// The PNG could not be written.
    #[error("the picture cannot be written as PNG")]
    Png(#[source] png::EncodingError),
}

/// The fonts, as files: Noto Serif, also bold and italic; Noto Naskh Arabic, also bold; Noto Serif CJK SC.
pub const FONTS: [&[u8]; 6] = [
    include_bytes!("../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../fonts/NotoSerif-Bold.ttf"),
    include_bytes!("../fonts/NotoSerif-Italic.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("../fonts/NotoSerifCJKsc-Regular.otf"),
];

/// The fonts, read once.
static READ: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_serif_family("Noto Serif");
    fonts.set_sans_serif_family("Noto Serif");
    Arc::new(fonts)
});

/// A picture as PNG, `width` pixels wide, on white where it has no ground of its own.
///
/// ```
/// let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'><rect width='4' height='2'/></svg>";
/// assert!(raster::png(svg, 400)?.starts_with(b"\x89PNG"));
/// # Ok::<(), raster::RasterError>(())
/// ```
///
/// # Errors
///
/// A width that is too small or too large, and what is no SVG.
pub fn png(svg: &str, width: u32) -> Result<Vec<u8>, RasterError> {
    drawn(svg, width, None)
}

/// A picture as PNG to be printed `millimetres` wide at so many dots to the inch, such as 300; the
/// file says its resolution.
///
/// # Errors
///
/// As for [`png()`], of the width that comes of it.
pub fn print(svg: &str, millimetres: u32, dpi: u32) -> Result<Vec<u8>, RasterError> {
    let pixels = (u64::from(millimetres) * u64::from(dpi)).saturating_mul(10) / 254;
    let width = u32::try_from(pixels).unwrap_or(u32::MAX);
    drawn(svg, width, Some(dpi))
}

fn drawn(svg: &str, width: u32, dpi: Option<u32>) -> Result<Vec<u8>, RasterError> {
    if !(16..=MOST_PIXELS).contains(&width) {
        return Err(RasterError::Width(width));
    }
    if svg.len() > MOST_TEXT {
        return Err(RasterError::Long(svg.len()));
    }
    let tree = Tree::from_str(svg, &options()).map_err(RasterError::Svg)?;
    let size = tree.size();
    let scale = f64::from(width) / f64::from(size.width());
    let height = (f64::from(size.height()) * scale).ceil().max(1.0);
    // `as` holds a number that is too large at the largest there is, which is refused.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "see above"
    )]
    let height = height as u64;
    let fits = height <= u64::from(MOST_PIXELS) && u64::from(width) * height <= MOST_IN_ALL;
    let too_much = RasterError::Size { width, height };
    let Some(mut paper) = u32::try_from(height)
        .ok()
        .filter(|_| fits)
        .and_then(|height| Pixmap::new(width, height))
    else {
        return Err(too_much);
    };
    paper.fill(Color::WHITE);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "pixels need no more than an f32 has"
    )]
    let scale = scale as f32;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut paper.as_mut(),
    );
    file::written(&paper, dpi).map_err(RasterError::Png)
}

/// How SVG is read: our fonts, and nothing from outside.
fn options() -> Options<'static> {
    Options {
        resources_dir: None,
        font_family: "Noto Serif".to_owned(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        font_resolver: FontResolver {
            select_fallback: Box::new(|letter, tried, fonts| other(letter, tried, fonts)),
            ..FontResolver::default()
        },
        fontdb: Arc::clone(&READ),
        ..Options::default()
    }
}

/// The font for a letter that the font of its text lacks: that of its script, of the same weight
/// where there is one.
fn other(letter: char, tried: &[fontdb::ID], fonts: &fontdb::Database) -> Option<fontdb::ID> {
    let family = match letter {
        '\u{600}'..='\u{6ff}' => "Noto Naskh Arabic",
        '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' => {
            "Noto Serif CJK SC"
        }
        _ => "Noto Serif",
    };
    let first = tried.first().and_then(|id| fonts.face(*id));
    let query = fontdb::Query {
        families: &[fontdb::Family::Name(family)],
        weight: first.map_or(fontdb::Weight::NORMAL, |face| face.weight),
        ..fontdb::Query::default()
    };
    fonts.query(&query).filter(|id| !tried.contains(id))
}
