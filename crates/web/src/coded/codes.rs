//! The codes that addresses take, as the ledger writes them. A test holds them to its vocabulary.

/// What an approach was.
pub(crate) const KINDS: &[&str] = &[
    "demarche_bilateral",
    "demarche_joint",
    "demarche_regional_group",
    "invitation",
    "letter",
    "note_verbale",
    "phone_or_message",
    "meeting_bilateral",
    "meeting_informal_closed",
    "visit",
    "courtesy_call",
    "statement_national",
    "statement_group",
    "joint_statement",
    "language_in_text",
    "resolution_sponsorship",
    "vote",
    "working_paper",
    "side_event",
    "panel",
    "briefing",
    "workshop_regional",
    "seminar_ratification",
    "webinar",
    "training",
    "parliamentary",
    "public_outreach",
    "youth",
    "media",
    "hosting",
    "sponsorship_travel",
    "technical_assistance",
    "internal_coordination",
];

/// What came of it.
pub(crate) const OUTCOMES: &[&str] = &[
    "no_answer",
    "acknowledged",
    "noted_no_position",
    "negative",
    "conditional",
    "question_asked",
    "assistance_requested",
    "positive_signal",
    "commitment",
    "process_opened",
    "in_cabinet",
    "in_parliament",
    "law_passed",
    "instrument_signed",
    "signed",
    "ratified",
    "acceded",
    "withdrawal_announced",
    "withdrawal_notified",
    "withdrawal_effective",
    "refer_elsewhere",
    "follow_up_agreed",
];

/// What stands in the way.
pub(crate) const OBSTACLES: &[&str] = &[
    "capacity",
    "priority",
    "legislative_queue",
    "government_change",
    "coordination",
    "military_utility",
    "security_concern",
    "regional_rivalry",
    "linkage",
    "interoperability",
    "cost",
    "stockpile_burden",
    "clearance_burden",
    "reporting_burden",
    "translation",
    "legal_model",
    "not_concerned",
    "sovereignty_dispute",
    "unknown",
];

/// Whether it took place.
pub(crate) const STAGES: &[&str] = &["draft", "planned", "done", "dropped"];

/// At which level.
pub(crate) const LEVELS: &[&str] = &[
    "head_of_state_gov",
    "political",
    "special_envoy",
    "ambassadorial",
    "deputy",
    "working",
    "expert",
    "military",
    "parliamentary",
    "secretariat",
    "civil_society",
];

/// Through which channel.
pub(crate) const CHANNELS: &[&str] = &[
    "capital_ours",
    "capital_theirs",
    "vienna",
    "geneva",
    "new_york",
    "the_hague",
    "embassy_theirs_in_our_capital",
    "our_embassy_in_their_capital",
    "nonresident",
    "margins_of",
    "virtual",
];

/// What is still to be done.
pub(crate) const FOLLOW_UPS: &[&str] = &["open", "overdue"];

/// What kind of document it is.
pub(crate) const DOCUMENT_KINDS: &[&str] = &[
    "statement",
    "working_paper",
    "report",
    "national_report",
    "extension_request",
    "final_document",
    "resolution",
    "record",
    "agenda",
    "letter",
    "message",
    "press_release",
    "web_page",
    "legal_text",
    "other",
];

/// What a document speaks of.
pub(crate) const DOCUMENT_THEMES: &[&str] = &[
    "general_exchange",
    "high_level_segment",
    "universalization",
    "entry_into_force",
    "clearance",
    "risk_education",
    "victim_assistance",
    "stockpile_destruction",
    "cooperation_and_assistance",
    "transparency",
    "national_implementation",
    "compliance",
    "verification",
    "nuclear_testing",
    "nuclear_disarmament",
    "non_proliferation",
    "transfers",
    "use",
    "humanitarian_consequences",
    "gender",
    "civil_uses",
    "action_plan",
    "finances",
    "machinery",
    "synergies",
];
