//! How much is read of a file, all in one place.

/// How much is read of a file. What is beyond is refused, or cut and said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a file. More is refused.
    pub bytes: u64,
    /// The most bytes that the compressed parts of a file may come to, counted while they are unpacked. More is
    /// refused.
    pub unpacked: u64,
    /// The most parts of a package, and of a message. More is refused.
    pub parts: u32,
    /// The most pages. More is refused.
    pub pages: u32,
    /// How deep elements may be nested. Deeper is refused.
    pub depth: u32,
    /// The most blocks, notes among them. The text is cut there, and says so.
    pub blocks: u32,
    /// The most characters of all blocks and notes. The text is cut there, and says so.
    pub characters: u64,
    /// The most letters drawn on one page. The page is cut there, and the text says so.
    pub letters: u32,
}

impl Limits {
    /// The limits where nothing else is asked.
    ///
    /// The longest documents of the field are final reports of review conferences in one volume: some 800 pages, 3 million
    /// characters and, scanned, 40 megabytes. Each limit is a few times that, and far under what harms a machine.
    pub const USUAL: Limits = Limits {
        bytes: 64 * 1024 * 1024,
        // The parts of a text are its words and styles; a long one comes to 60 megabytes of XML.
        unpacked: 192 * 1024 * 1024,
        // A document of Word has some 20 parts, and one for each picture.
        parts: 4_000,
        pages: 3_000,
        // Pages of news sites stay under 60; tables in tables of Word under 20.
        depth: 256,
        blocks: 100_000,
        characters: 12_000_000,
        // A page of a newspaper has 30,000.
        letters: 200_000,
    };
}

impl Default for Limits {
    fn default() -> Limits {
        Limits::USUAL
    }
}
