//! The letters that are drawn on a page, each with its place.

use std::collections::BTreeMap;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, CacheKey, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name};
use kurbo::{Affine, BezPath, Point, Rect};

use crate::limits::Limits;

/// From this part of a page on, a picture covers it.
const COVERS: f64 = 0.5;

/// Fewer letters than these on a covered page are a stamp on a scan.
const STAMP: usize = 30;

/// So many shapes, and no letter, are letters drawn as shapes.
const SHAPES: u32 = 300;

/// A letter, or the few a ligature stands for.
#[derive(Debug, Clone)]
pub(super) struct Letter {
    pub(super) text: String,
    /// Where its baseline begins and ends, from the left; from the top of the page down.
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    /// The size of its font.
    pub(super) size: f64,
    pub(super) is_bold: bool,
}

/// The letters of a page, in the order they were drawn.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) letters: Vec<Letter>,
    pub(super) width: f64,
    pub(super) height: f64,
    visible: usize,
    invisible: usize,
    unnamed: usize,
    shapes: u32,
    /// How much of the page pictures cover, at most by one.
    covered: f64,
    is_cut: bool,
}

impl Page {
    pub(super) fn of<'a>(
        page: &hayro_syntax::page::Page<'a>,
        pdf: &'a Pdf,
        cache: &InterpreterCache<'a>,
        limits: &Limits,
    ) -> Page {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let settings = InterpreterSettings::default();
        let start = page.initial_transform(true).to_kurbo();
        let whole = Rect::new(0.0, 0.0, width, height);
        let mut context = Context::new(start, whole, cache, pdf.xref(), settings);
        let mut taker = Taker {
            page: Page {
                width,
                height,
                ..Page::default()
            },
            fonts: bold_fonts(page),
            most: usize::try_from(limits.letters).unwrap_or(usize::MAX),
            within: Vec::new(),
            artifacts: Vec::new(),
            sideways: Vec::new(),
        };
        interpret_page(page, &mut context, &mut taker);
        taker.done()
    }

    /// How many letters it has.
    pub(super) fn count(&self) -> u64 {
        u64::try_from(self.letters.len()).unwrap_or(u64::MAX)
    }

    /// Whether it is a picture of text.
    pub(super) fn is_scanned(&self) -> bool {
        let is_picture = self.covered >= COVERS && self.visible < STAMP;
        let is_drawn = self.shapes >= SHAPES && self.visible == 0;
        self.invisible == 0 && (is_picture || is_drawn)
    }

    /// Whether it is a picture, with text that a program laid under it.
    pub(super) fn is_recognised(&self) -> bool {
        self.invisible > 0 && self.covered >= COVERS && self.visible < STAMP.max(self.invisible)
    }

    /// Whether letters are drawn on it that the file does not name.
    pub(super) fn has_unnamed(&self) -> bool {
        self.unnamed > 0
    }

    /// Whether it goes on beyond the limit.
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }
}

/// Whether each font that a page names is bold, by its name.
fn bold_fonts(page: &hayro_syntax::page::Page<'_>) -> BTreeMap<u128, bool> {
    let fonts = &page.resources().fonts;
    let mut bold = BTreeMap::new();
    for name in fonts.keys().take(500) {
        let Some(font) = fonts.get::<Dict<'_>>(name.as_ref()) else {
            continue;
        };
        if let Some(name) = font.get::<Name<'_>>(b"BaseFont") {
            bold.insert(font.cache_key(), is_bold(name.as_str()));
        }
    }
    bold
}

fn is_bold(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["bold", "black", "heavy", "demi"]
        .iter()
        .any(|word| name.contains(word))
}

/// Takes what an interpreter draws.
struct Taker {
    page: Page,
    fonts: BTreeMap<u128, bool>,
    most: usize,
    /// For each content that is marked and open, whether it is an artifact: no part of the document.
    within: Vec<bool>,
    artifacts: Vec<Letter>,
    /// Letters that are turned, as those of a table laid across a page: by how many quarters.
    sideways: Vec<(u8, Letter)>,
}

impl Taker {
    fn done(mut self) -> Page {
        // A page of artifacts alone was marked by mistake.
        if self.page.letters.is_empty() {
            self.page.letters.append(&mut self.artifacts);
        }
        // What is turned is read after what stands upright, unless most is turned.
        for quarter in 1..4 {
            let turned = self.sideways.iter().filter(|(by, _)| *by == quarter);
            self.page
                .letters
                .extend(turned.map(|(_, letter)| letter.clone()));
        }
        self.page
    }

    fn take(&mut self, quarter: u8, letter: Letter) {
        let is_again = |other: &Letter| {
            other.text == letter.text
                && (other.left - letter.left).abs() < letter.size * 0.15
                && (other.base - letter.base).abs() < letter.size * 0.15
        };
        // Bold made by drawing twice.
        let near = self.page.letters.iter().rev().take(2);
        if quarter == 0 && near.clone().any(is_again) {
            return;
        }
        if quarter > 0 {
            self.sideways.push((quarter, letter));
        } else if self.within.iter().any(|is_artifact| *is_artifact) {
            self.artifacts.push(letter);
        } else {
            self.page.letters.push(letter);
        }
    }
}

impl<'a> Device<'a> for Taker {
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}

    fn set_blend_mode(&mut self, _: BlendMode) {}

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {
        self.page.shapes = self.page.shapes.saturating_add(1);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        mode: &GlyphDrawMode,
    ) {
        if self.page.letters.len() + self.artifacts.len() + self.sideways.len() >= self.most {
            self.page.is_cut = true;
            return;
        }
        let matrix = transform * glyph_transform;
        let (advance, key, weight) = match glyph {
            Glyph::Outline(outline) => {
                let key = outline.font_cache_key();
                (outline.advance_width(), Some(key), Some(outline))
            }
            Glyph::Type3(_) => (None, None, None),
        };
        let is_bold = key.is_some_and(|key| {
            let weigh = || {
                let data = weight.and_then(|outline| outline.font_data());
                data.is_some_and(|data| {
                    data.weight.is_some_and(|weight| weight >= 600)
                        || data.postscript_name.as_deref().is_some_and(is_bold)
                })
            };
            *self.fonts.entry(key).or_insert_with(weigh)
        });
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => Some(c.to_string()),
            Some(BfString::String(text)) => Some(text),
            None => None,
        };
        let named = text.filter(|text| !text.is_empty() && text.chars().all(is_name));
        if named.is_none() {
            self.page.unnamed += 1;
        }
        let text = named.unwrap_or_else(|| "\u{FFFD}".to_owned());
        if !text.trim().is_empty() {
            match mode {
                GlyphDrawMode::Invisible => self.page.invisible += 1,
                GlyphDrawMode::Fill | GlyphDrawMode::Stroke(_) => self.page.visible += 1,
            }
        }
        let origin = matrix * Point::ZERO;
        let advance = advance.map_or(500.0, f64::from);
        let end = matrix * Point::new(advance, 0.0);
        let size = (matrix * Point::new(0.0, 1000.0) - origin).hypot();
        let along = matrix * Point::new(1000.0, 0.0) - origin;
        let is_placed = [origin.x, origin.y, end.x, end.y, size]
            .iter()
            .all(|number| number.is_finite() && number.abs() < 1e7);
        if !is_placed || size < 0.5 {
            return;
        }
        let quarter = if along.x.abs() >= along.y.abs() {
            if along.x >= 0.0 { 0 } else { 2 }
        } else if along.y < 0.0 {
            1
        } else {
            3
        };
        // As if the page were turned so that the letter stands upright.
        let upright = |point: Point| match quarter {
            1 => Point::new(self.page.height - point.y, point.x),
            2 => Point::new(self.page.width - point.x, self.page.height - point.y),
            3 => Point::new(point.y, self.page.width - point.x),
            _ => point,
        };
        let (from, to) = (upright(origin), upright(end));
        let letter = Letter {
            text,
            left: from.x.min(to.x),
            right: from.x.max(to.x),
            base: from.y,
            size,
            is_bold,
        };
        self.take(quarter, letter);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, transform: Affine) {
        let (width, height) = (f64::from(image.width()), f64::from(image.height()));
        let drawn = transform.transform_rect_bbox(Rect::new(0.0, 0.0, width, height));
        let page = Rect::new(0.0, 0.0, self.page.width, self.page.height);
        let part = drawn.intersect(page).area() / page.area().max(1.0);
        if part.is_finite() {
            self.page.covered = self.page.covered.max(part);
        }
    }

    fn pop_clip_path(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn draw_rect(&mut self, _: &Rect, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<i32>) {
        if self.within.len() < 1_000 {
            self.within.push(tag == b"Artifact");
        }
    }

    fn end_marked_content(&mut self) {
        self.within.pop();
    }
}

/// Whether a letter says what it is: places of private use say nothing, but for the dots of lists.
fn is_name(c: char) -> bool {
    let is_private = matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    let is_dot = matches!(c, '\u{F0B7}' | '\u{F0A7}');
    let is_control = c.is_control() && !c.is_whitespace();
    (!is_private || is_dot) && !is_control && c != '\u{FFFD}'
}
