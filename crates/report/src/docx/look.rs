//! The styles of paragraphs and letters, as data. Where Word has a style of its own for something, this is
//! that style: its navigation pane, its table of contents and a reader's programs look for those.

use super::numbering::{BULLET, INNER_BULLET, NUMBERED, SUB};
use super::set::{INK, Indent, Ink, Rule, SET, Set, Spacing};
use crate::measure::{DOT, INSET, STEP};

/// A style.
pub(super) struct Look {
    /// Its id.
    pub(super) id: &'static str,
    /// Its name: of one of Word's own, the English name, which Word shows in its reader's language.
    pub(super) name: &'static str,
    /// Of paragraphs, or of letters within them.
    pub(super) kind: Kind,
    /// What it is like but for what it says.
    pub(super) based: Option<&'static str>,
    /// The style of the paragraph that is written after it.
    pub(super) next: Option<&'static str>,
    /// Where it stands in lists of styles.
    pub(super) priority: u8,
    /// Whether it is offered to whoever writes on.
    pub(super) offered: bool,
    /// How paragraphs are set.
    pub(super) set: Set,
    /// How letters are.
    pub(super) ink: Ink,
}

/// What a style is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Paragraphs.
    Paragraph,
    /// Letters.
    Character,
}

/// The styles that Word has none of its own for.
const OWN: [&str; 11] = [
    "Figure",
    "TableText",
    "TableNumber",
    "TableHead",
    "TableHeadNumber",
    "MastheadBody",
    "MastheadSymbol",
    "Masthead",
    "Restricted",
    "Colophon",
    super::styles::TABLE,
];

/// Whether Word has no such style of its own.
pub(super) fn is_own(id: &str) -> bool {
    OWN.contains(&id)
}

/// A style of paragraphs like the usual one.
const LOOK: Look = Look {
    id: "",
    name: "",
    kind: Kind::Paragraph,
    based: Some("Normal"),
    next: None,
    priority: 99,
    offered: false,
    set: SET,
    ink: INK,
};

/// Text stands in from both sides.
const TEXT: Indent = inset(0);

const fn inset(more: u32) -> Indent {
    Indent {
        left: INSET + more,
        right: INSET + more,
        hanging: 0,
    }
}

const fn spaced(before: u32, after: u32, line: u32) -> Option<Spacing> {
    Some(Spacing {
        before,
        after,
        line,
    })
}

const fn sized(half_points: u32) -> Ink {
    Ink {
        size: Some(half_points),
        ..INK
    }
}

const fn bold(half_points: u32) -> Ink {
    Ink {
        bold: true,
        ..sized(half_points)
    }
}

/// A heading of the body, its outline counted from 0.
const fn heading(id: &'static str, name: &'static str, outline: u8, size: u32) -> Look {
    Look {
        id,
        name,
        next: Some("BodyText"),
        priority: 9,
        offered: true,
        set: Set {
            keep_next: true,
            keep_lines: true,
            spacing: spaced(if outline == 0 { 360 } else { 240 }, 120, 240),
            indent: Some(TEXT),
            outline: Some(outline),
            ..SET
        },
        ink: bold(size),
        ..LOOK
    }
}

/// A paragraph that is counted, or has a bullet.
const fn listed(
    id: &'static str,
    name: &'static str,
    number: (usize, u8),
    indent: Indent,
) -> Look {
    Look {
        id,
        name,
        based: Some("BodyText"),
        priority: 10,
        offered: true,
        set: Set {
            number: Some(number),
            indent: Some(indent),
            ..SET
        },
        ..LOOK
    }
}

/// A line at the head or the foot of pages, or small at the end of all.
const fn line(id: &'static str, name: &'static str, size: u32) -> Look {
    Look {
        id,
        name,
        set: Set {
            spacing: spaced(0, 0, 200),
            ..SET
        },
        ink: sized(size),
        ..LOOK
    }
}

/// The text of a note, with its mark hanging out.
const fn note(id: &'static str, name: &'static str) -> Look {
    Look {
        set: Set {
            spacing: spaced(0, 40, 200),
            indent: Some(Indent {
                left: INSET,
                right: INSET,
                hanging: DOT,
            }),
            tab: Some(INSET),
            ..SET
        },
        ..line(id, name, 18)
    }
}

/// A style of letters.
const fn letters(id: &'static str, name: &'static str, ink: Ink) -> Look {
    Look {
        id,
        name,
        kind: Kind::Character,
        based: Some("DefaultParagraphFont"),
        ink,
        ..LOOK
    }
}

/// A paragraph in a cell of a table.
const fn cell(id: &'static str, name: &'static str, based: &'static str) -> Look {
    Look {
        id,
        name,
        based: Some(based),
        set: Set {
            spacing: spaced(40, 40, 220),
            ..SET
        },
        ..LOOK
    }
}

const RAISED: Ink = Ink {
    raised: true,
    ..INK
};

/// All of them, in the order in which they are written.
pub(super) const LOOKS: [Look; 31] = [
    Look {
        id: "Normal",
        name: "Normal",
        based: None,
        priority: 0,
        offered: true,
        ..LOOK
    },
    Look {
        id: "BodyText",
        name: "Body Text",
        priority: 1,
        offered: true,
        set: Set {
            spacing: spaced(0, 120, 240),
            indent: Some(TEXT),
            align: Some("both"),
            ..SET
        },
        ..LOOK
    },
    Look {
        id: "Title",
        name: "Title",
        next: Some("BodyText"),
        priority: 10,
        offered: true,
        set: Set {
            keep_next: true,
            keep_lines: true,
            spacing: spaced(360, 360, 300),
            indent: Some(TEXT),
            align: Some("center"),
            ..SET
        },
        ink: bold(28),
        ..LOOK
    },
    heading("Heading1", "heading 1", 0, 24),
    heading("Heading2", "heading 2", 1, 20),
    Look {
        ink: Ink {
            italic: true,
            ..sized(20)
        },
        ..heading("Heading3", "heading 3", 2, 20)
    },
    listed("ListNumber", "List Number", (1, 0), NUMBERED),
    listed("ListNumber2", "List Number 2", (1, 1), SUB),
    listed("ListBullet", "List Bullet", (2, 0), BULLET),
    listed("ListBullet2", "List Bullet 2", (2, 1), INNER_BULLET),
    Look {
        id: "Quote",
        name: "Quote",
        based: Some("BodyText"),
        next: Some("BodyText"),
        priority: 29,
        offered: true,
        set: Set {
            indent: Some(inset(STEP)),
            ..SET
        },
        ..LOOK
    },
    Look {
        id: "Caption",
        name: "caption",
        next: Some("BodyText"),
        priority: 35,
        offered: true,
        set: Set {
            keep_next: true,
            keep_lines: true,
            spacing: spaced(240, 120, 240),
            ..SET
        },
        ink: bold(20),
        ..LOOK
    },
    Look {
        set: Set {
            spacing: spaced(0, 240, 240),
            align: Some("center"),
            ..SET
        },
        ..cell("Figure", "Figure", "Normal")
    },
    cell("TableText", "Table Text", "Normal"),
    Look {
        set: Set {
            align: Some("right"),
            ..SET
        },
        ..cell("TableNumber", "Table Number", "TableText")
    },
    Look {
        set: Set {
            keep_next: true,
            spacing: spaced(80, 80, 200),
            ..SET
        },
        ink: Ink {
            italic: true,
            ..sized(16)
        },
        ..cell("TableHead", "Table Head", "TableText")
    },
    Look {
        set: Set {
            align: Some("right"),
            ..SET
        },
        ..cell("TableHeadNumber", "Table Head Number", "TableHead")
    },
    Look {
        set: Set {
            spacing: spaced(0, 40, 280),
            // What stands at the right does not touch it.
            indent: Some(Indent {
                left: 0,
                right: DOT,
                hanging: 0,
            }),
            ..SET
        },
        ink: bold(28),
        ..line("MastheadBody", "Masthead Body", 28)
    },
    Look {
        set: Set {
            rule: Some(Rule {
                edge: "w:bottom",
                thick: 4,
            }),
            spacing: spaced(0, 120, 280),
            ..SET
        },
        ink: bold(24),
        ..line("MastheadSymbol", "Masthead Symbol", 24)
    },
    Look {
        set: Set {
            spacing: spaced(0, 0, 240),
            ..SET
        },
        ..line("Masthead", "Masthead", 20)
    },
    Look {
        set: Set {
            align: Some("center"),
            spacing: spaced(0, 80, 200),
            ..SET
        },
        ink: bold(20),
        ..line("Restricted", "Restricted", 20)
    },
    Look {
        set: Set {
            rule: Some(Rule {
                edge: "w:bottom",
                thick: 4,
            }),
            spacing: spaced(0, 0, 200),
            ..SET
        },
        ink: bold(18),
        ..line("Header", "header", 18)
    },
    Look {
        ink: bold(18),
        ..line("Footer", "footer", 18)
    },
    Look {
        set: Set {
            keep_lines: true,
            spacing: spaced(0, 40, 180),
            ..SET
        },
        ..line("Colophon", "Colophon", 16)
    },
    note("FootnoteText", "footnote text"),
    note("EndnoteText", "endnote text"),
    Look {
        based: None,
        priority: 1,
        ..letters("DefaultParagraphFont", "Default Paragraph Font", INK)
    },
    letters("FootnoteReference", "footnote reference", RAISED),
    letters("EndnoteReference", "endnote reference", RAISED),
    letters(
        "Hyperlink",
        "Hyperlink",
        Ink {
            colour: Some("0B3D7A"),
            underlined: true,
            ..INK
        },
    ),
    letters("PageNumber", "page number", INK),
];
