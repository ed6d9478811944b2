//! The measures of a page, the same in every form that has pages. Lengths are in twentieths of a point, as Word
//! counts, and drawings in English metric units; both are whole numbers.

/// The page: A4, its width and its height.
pub const PAGE: (u32, u32) = (11_906, 16_838);

/// What is left free at the left and at the right of it: two centimetres.
pub const SIDE: u32 = 1134;

/// What is left free above and below.
pub const ABOVE_AND_BELOW: u32 = 1701;

/// How far from the edge of the page its head and its foot stand.
pub const HEAD_AND_FOOT: u32 = 794;

/// What is left between the sides: the width of tables and pictures.
pub const WIDTH: u32 = PAGE.0 - 2 * SIDE;

/// How far in, from either side, the text stands: as in papers of the United Nations, whose margins hold
/// the numbers of nothing and the notes of whoever reads.
pub const INSET: u32 = 1134;

/// One step further in.
pub const STEP: u32 = 567;

/// What is between a bullet and its text, and between the mark of a note and the note.
pub const DOT: u32 = 284;

/// The width of what stands at the right of the masthead: the symbol, how far it goes.
pub const RIGHT: u32 = 3119;

/// Tables of no more columns than this stand as far in as the text does; others have the whole width.
pub const FEW_COLUMNS: usize = 3;

/// The height that a picture has at most: what is left between above and below, less its caption.
pub const PICTURE_HEIGHT: u32 = 11_900;

/// The English metric units of a twentieth of a point.
const EMU: u64 = 635;

/// A length in English metric units.
pub fn emu(twentieths: u32) -> u64 {
    u64::from(twentieths) * EMU
}

/// A length in whole millimetres, at least one.
pub fn millimetres(twentieths: u32) -> u32 {
    // 1,440 twentieths of a point are an inch, 25.4 mm.
    (twentieths.saturating_mul(254) / 14_400).max(1)
}

/// Width and height of a picture of this shape: as wide as the text is, unless it would be too high.
pub fn fitted(width: u32, height: u32) -> (u32, u32) {
    let (width, height) = (u64::from(width.max(1)), u64::from(height.max(1)));
    let high = u64::from(WIDTH) * height / width;
    let (wide, high) = if high <= u64::from(PICTURE_HEIGHT) {
        (u64::from(WIDTH), high)
    } else {
        (
            u64::from(PICTURE_HEIGHT) * width / height,
            u64::from(PICTURE_HEIGHT),
        )
    };
    let whole = |length: u64| u32::try_from(length.max(1)).unwrap_or(WIDTH);
    (whole(wide), whole(high))
}

/// The widths of columns with these shares, which together are exactly as wide as the table.
pub fn columns(shares: &[u8], table: u32) -> Vec<u32> {
    // Shares of nothing are equal shares.
    let none = shares.iter().all(|share| *share == 0);
    let share = |share: u8| if none { 1 } else { u32::from(share) };
    let all: u32 = shares.iter().map(|one| share(*one)).sum();
    let mut before = 0;
    let mut edge = 0;
    let mut widths = Vec::with_capacity(shares.len());
    for one in shares {
        before += share(*one);
        let next = table * before / all;
        widths.push(next - edge);
        edge = next;
    }
    widths
}
