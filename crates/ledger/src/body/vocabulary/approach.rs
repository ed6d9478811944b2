//! The words of an approach: what it was, with whom, through what, and what came of it.

use super::words;

words! {
    /// What kind of activity an approach was.
    ApproachKind {
        /// One State, or its mission, urges the authorities of another.
        DemarcheBilateral,
        /// Several States do so together.
        DemarcheJoint,
        /// A regional organisation or group does, or its delegations are spoken to.
        DemarcheRegionalGroup,
        /// Asked to join, to observe, or to attend a meeting.
        Invitation,
        /// A written appeal.
        Letter,
        /// A formal note between a mission and a ministry.
        NoteVerbale,
        /// Informal, without paper.
        PhoneOrMessage,
        /// The two sat down together.
        MeetingBilateral,
        /// A small closed meeting with several.
        MeetingInformalClosed,
        /// Travel to the other's capital.
        Visit,
        /// A short visit of protocol.
        CourtesyCall,
        /// A statement in national capacity.
        StatementNational,
        /// A statement for a group, or aligned with one.
        StatementGroup,
        /// A text that several States issued.
        JointStatement,
        /// A paragraph obtained in a communiqué or resolution.
        LanguageInText,
        /// Sponsoring or co-sponsoring a resolution.
        ResolutionSponsorship,
        /// A vote on one.
        Vote,
        /// A paper submitted to a meeting.
        WorkingPaper,
        /// An event beside a conference.
        SideEvent,
        /// Speaking on a panel.
        Panel,
        /// Informing an organ, a group or a parliament.
        Briefing,
        /// A workshop with several States of a region.
        WorkshopRegional,
        /// A workshop on how to join, for those who may.
        SeminarRatification,
        /// The same, online.
        Webinar,
        /// A course for officials or technicians.
        Training,
        /// Contact with members of parliament.
        Parliamentary,
        /// Turned to the public.
        PublicOutreach,
        /// With the young.
        Youth,
        /// An interview, a press release, an article.
        Media,
        /// Giving venue, chair or secretariat.
        Hosting,
        /// Paying a delegate's way.
        SponsorshipTravel,
        /// Drafting, a model law, help with reports, a station.
        TechnicalAssistance,
        /// Talk among those who coordinate; no outreach.
        InternalCoordination,
    }
}

words! {
    /// At which level somebody took part.
    Level {
        /// Head of State or of government.
        HeadOfStateGov,
        /// Minister or deputy minister.
        Political,
        /// A person named for the task.
        SpecialEnvoy,
        /// Ambassador or permanent representative.
        Ambassadorial,
        /// Deputy permanent representative, counsellor.
        Deputy,
        /// Desk officer.
        Working,
        /// Scientist, military or legal expert.
        Expert,
        /// Ministry of defence or general staff.
        Military,
        /// Member of parliament.
        Parliamentary,
        /// Support unit or organisation of the treaty.
        Secretariat,
        /// Civil society.
        CivilSociety,
    }
}

words! {
    /// Through which channel.
    Channel {
        /// In the capital of those who approached.
        CapitalOurs,
        /// In the capital of those approached.
        CapitalTheirs,
        /// In Vienna.
        Vienna,
        /// In Geneva.
        Geneva,
        /// In New York.
        NewYork,
        /// In The Hague.
        TheHague,
        /// Their embassy, in our capital.
        EmbassyTheirsInOurCapital,
        /// Our embassy, in their capital.
        OurEmbassyInTheirCapital,
        /// An embassy accredited from a third capital.
        Nonresident,
        /// In the margins of a meeting.
        MarginsOf,
        /// Online or by telephone.
        Virtual,
    }
}

words! {
    /// An argument that was used.
    Theme {
        /// The humanitarian norm.
        HumanitarianNorm,
        /// Security and stability.
        SecurityAndStability,
        /// The link with non-proliferation.
        NonProliferationLink,
        /// Civil use of what the regime offers.
        PeacefulCivilBenefits,
        /// Standing and prestige.
        StatusAndPrestige,
        /// The region has joined.
        RegionalSolidarity,
        /// Light obligations for those not affected.
        LegalEase,
        /// Help is there.
        AssistanceAvailable,
        /// An event, such as a test or a use.
        ResponseToEvent,
        /// An anniversary.
        Anniversary,
        /// A number of parties to be reached.
        UniversalityNumber,
    }
}

words! {
    /// What came of an approach.
    Outcome {
        /// Nothing came back.
        NoAnswer,
        /// Receipt confirmed, no substance.
        Acknowledged,
        /// They listened and will report.
        NotedNoPosition,
        /// Against, or not now.
        Negative,
        /// Would move if another did.
        Conditional,
        /// Wants to know something.
        QuestionAsked,
        /// Asks for help.
        AssistanceRequested,
        /// Declared interest.
        PositiveSignal,
        /// A promise, with or without a date.
        Commitment,
        /// Ministries consult.
        ProcessOpened,
        /// Before the council of ministers.
        InCabinet,
        /// A law before parliament.
        InParliament,
        /// Passed, not deposited.
        LawPassed,
        /// Signed by the head of State, not deposited.
        InstrumentSigned,
        /// Signed the treaty.
        Signed,
        /// Deposited a ratification, or what equals it.
        Ratified,
        /// Deposited an accession.
        Acceded,
        /// Announced that it leaves.
        WithdrawalAnnounced,
        /// Notified that it leaves.
        WithdrawalNotified,
        /// Left.
        WithdrawalEffective,
        /// Another office is the right one.
        ReferElsewhere,
        /// The next contact is fixed.
        FollowUpAgreed,
    }
}

words! {
    /// What stands in the way, as those approached see it.
    Obstacle {
        /// Too few officials.
        Capacity,
        /// Not urgent.
        Priority,
        /// Parliament's agenda, elections, dissolution.
        LegislativeQueue,
        /// A new government looks at it again.
        GovernmentChange,
        /// Ministries disagree, or none owns the file.
        Coordination,
        /// The weapon or the option is held to be needed.
        MilitaryUtility,
        /// A neighbour, a conflict, an alliance.
        SecurityConcern,
        /// Not before a certain other State.
        RegionalRivalry,
        /// Tied to another treaty or negotiation.
        Linkage,
        /// Operations with States outside.
        Interoperability,
        /// Contributions, destruction, clearance.
        Cost,
        /// What destroying stocks would take.
        StockpileBurden,
        /// What clearing land would take.
        ClearanceBurden,
        /// Yearly reports.
        ReportingBurden,
        /// No text in a national language.
        Translation,
        /// No model law, or the legal system.
        LegalModel,
        /// It is held not to regard them.
        NotConcerned,
        /// Territory in dispute.
        SovereigntyDispute,
        /// Not asked yet.
        Unknown,
    }
}

words! {
    /// Help that was asked for or offered.
    Support {
        /// Legal advice.
        LegalAdvice,
        /// A model law.
        ModelLegislation,
        /// A translation.
        Translation,
        /// Texts and a draft instrument.
        AccessionKit,
        /// A workshop.
        Workshop,
        /// The visit of an expert.
        ExpertVisit,
        /// A visit to learn.
        StudyVisit,
        /// A delegate's way.
        SponsorshipTravel,
        /// Help with reports.
        ReportingHelp,
        /// Help with destroying stocks.
        StockpileDestructionHelp,
        /// Help with clearing land.
        ClearanceHelp,
        /// Help for victims.
        VictimAssistanceHelp,
        /// Training.
        Training,
        /// A national data centre.
        NdcCapacity,
        /// Hosting a station.
        StationHosting,
        /// A donor found.
        MatchDonor,
        /// A State of the region that tells how it did it.
        PeerContact,
        /// A briefing of parliament.
        ParliamentaryBriefing,
    }
}

words! {
    /// In which capacity those acted who approached.
    ActedAs {
        /// The State itself.
        OwnState,
        /// The other coordinator.
        PartnerCoordinator,
        /// Several together.
        Joint,
        /// The focal State of a region.
        RegionalFocalState,
        /// A member of a group of friends.
        FriendsGroupMember,
        /// The support unit.
        SupportUnit,
        /// The organisation of the treaty.
        TreatySecretariat,
        /// A non-governmental organisation.
        Ngo,
        /// The International Committee of the Red Cross.
        Icrc,
        /// An agency of the United Nations.
        UnAgency,
    }
}
