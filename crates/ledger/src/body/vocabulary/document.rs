//! What a document is, and what it speaks of. Source: the kinds of papers, the items of agendas and the titles of
//! statements at meetings under these treaties, as `facts/statements.csv` and the plans of action have them.

use super::words;

words! {
    /// What kind of document it is.
    DocumentKind {
        /// Something said in somebody's name at a meeting.
        Statement,
        /// A paper that somebody put before a meeting.
        WorkingPaper,
        /// A report of an office, a body or a mission.
        Report,
        /// What a State reports under a treaty: on measures, transparency, compliance.
        NationalReport,
        /// A request that a deadline be extended.
        ExtensionRequest,
        /// What a meeting concluded with: its report, declaration or plan of action.
        FinalDocument,
        /// A resolution or decision, or the draft of one.
        Resolution,
        /// What was said at a meeting, as its secretariat wrote it down.
        Record,
        /// An agenda or programme of work.
        Agenda,
        /// A letter or note verbale.
        Letter,
        /// A message by electronic mail.
        Message,
        /// An announcement to the press.
        PressRelease,
        /// A page of a site.
        WebPage,
        /// The text of a treaty, or of a law.
        LegalText,
        /// Anything else.
        Other,
    }
}

words! {
    /// What a document or statement speaks of.
    DocumentTheme {
        /// Everything, as in a general debate.
        GeneralExchange,
        /// A segment for ministers and heads of State.
        HighLevelSegment,
        /// That all States join.
        Universalization,
        /// That a treaty enters into force.
        EntryIntoForce,
        /// Clearance of mines and remnants.
        Clearance,
        /// Education about the risk.
        RiskEducation,
        /// Assistance to victims.
        VictimAssistance,
        /// Destruction of stockpiles.
        StockpileDestruction,
        /// International cooperation and assistance.
        CooperationAndAssistance,
        /// Transparency, reports.
        Transparency,
        /// Laws and measures at home.
        NationalImplementation,
        /// Compliance with what was promised.
        Compliance,
        /// Verification and its regime.
        Verification,
        /// Nuclear tests, moratoria.
        NuclearTesting,
        /// Nuclear disarmament.
        NuclearDisarmament,
        /// Non-proliferation.
        NonProliferation,
        /// Transfers, exports and diversion.
        Transfers,
        /// Use of a weapon, alleged or established.
        Use,
        /// What a weapon does to people and the environment.
        HumanitarianConsequences,
        /// Women, men, girls and boys.
        Gender,
        /// Civil and scientific uses.
        CivilUses,
        /// A plan of action, a political declaration.
        ActionPlan,
        /// Budgets, contributions, arrears.
        Finances,
        /// Support units, meetings, rules of procedure.
        Machinery,
        /// Synergies between treaties.
        Synergies,
    }
}

words! {
    /// To whom the maker of a document gave it, as its head says.
    Distribution {
        /// To anyone: `Distr.: General`.
        General,
        /// To those at the meeting: `Distr.: Limited`.
        Limited,
        /// To those named: `Distr.: Restricted`.
        Restricted,
    }
}
