//! Where one participant stands under one treaty: what ties it, and from which day on.
//!
//! A bond is traced once, when a world is folded (`trace`); a day's standing is then a binary
//! search among its points.

use jiff::civil::Date;
use treaty::{Kind, PartialDate, ParticipantId};

use crate::record::At;
use crate::view::{FindingKind, Standing};

/// The place of an act among all acts of a world.
pub(crate) type ActAt = u32;

/// What the trace needs of an act; the act itself stays in its entry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ActRef {
    pub(crate) entry: At,
    pub(crate) treaty: u32,
    pub(crate) by: ParticipantId,
    pub(crate) kind: Kind,
    pub(crate) on: PartialDate,
    /// The day from which it counts: the last day `on` can mean, or the printed day of effect
    /// of a provisional application.
    pub(crate) day: Date,
    /// The printed day of effect of a notice of withdrawal.
    pub(crate) effect: Option<Date>,
    pub(crate) counts: bool,
}

/// The days on which a participant counts in lists.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Existence {
    pub(crate) counts: bool,
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
}

/// What ties a participant to a treaty after the acts of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Ties {
    /// The signature it made last, whether or not it stands.
    pub(crate) signed: Option<ActAt>,
    pub(crate) signature_stands: bool,
    /// The consent it gave last, whether or not it stands.
    pub(crate) consent: Option<ActAt>,
    pub(crate) consent_stands: bool,
    /// From which day the treaty is certainly in force for it by that consent.
    pub(crate) in_force: Option<Date>,
    pub(crate) provisional: Option<ActAt>,
    pub(crate) intends_not_to_join: Option<ActAt>,
    /// A notice of withdrawal that has not taken effect.
    pub(crate) notice: Option<ActAt>,
    /// The act that holds that notice back.
    pub(crate) held_back: Option<ActAt>,
    pub(crate) left: Option<Left>,
}

/// How a participant left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Left {
    pub(crate) on: Date,
    /// The recorded effect, or the notice from which the day was reckoned.
    pub(crate) act: ActAt,
}

/// Where a participant stands from a day on, until the next point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) from: Date,
    pub(crate) standing: Standing,
    pub(crate) provisional: bool,
    pub(crate) ties: Ties,
}

impl Point {
    pub(crate) fn at(from: Date, ties: Ties) -> Point {
        let standing = if ties.consent_stands {
            if ties.in_force.is_some_and(|day| day <= from) {
                Standing::Party
            } else {
                Standing::Contracting
            }
        } else if ties.signature_stands {
            Standing::Signatory
        } else if ties.left.is_some() {
            Standing::Withdrawn
        } else {
            Standing::None
        };
        let provisional = ties.provisional.is_some() && standing != Standing::Party;
        Point {
            from,
            standing,
            provisional,
            ties,
        }
    }
}

/// An act that does not add up, before it is put into words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Oddity {
    pub(crate) kind: FindingKind,
    pub(crate) act: ActAt,
    /// The act it collides with.
    pub(crate) other: Option<ActAt>,
    /// The day the rule gives, where it is about two days.
    pub(crate) reckoned: Option<Date>,
}
