//! The words of what a campaign gathers: stages, promises, offices, votes, and how sure somebody is.

use super::words;

words! {
    /// How far a participant is on its way to a treaty.
    StateStage {
        /// Nobody approached it.
        NotContacted,
        /// It knows of the treaty and of what is asked.
        Aware,
        /// It declared interest.
        Interested,
        /// Ministries consult.
        ProcessOpen,
        /// A law is before parliament.
        Parliament,
        /// Approved, not deposited.
        Approved,
        /// The instrument was deposited.
        Deposited,
        /// It went on, and no longer does.
        Stalled,
        /// Something named stands in the way.
        Blocked,
        /// It stepped back.
        Withdrew,
    }
}

words! {
    /// A step at home on the way to a deposit.
    DomesticStep {
        /// Ministries were asked for their views.
        Consultation,
        /// Before the council of ministers.
        CabinetPaper,
        /// The council of ministers agreed.
        CabinetApproved,
        /// A bill was tabled.
        BillTabled,
        /// A committee of parliament has it.
        Committee,
        /// Parliament adopted it.
        Adopted,
        /// The head of State signed the law or the instrument.
        SignedByHeadOfState,
        /// The instrument is there and was not deposited yet.
        AwaitingDeposit,
    }
}

words! {
    /// What a participant said it would do.
    PledgeKind {
        /// Sign.
        Sign,
        /// Ratify, accede, or what equals it.
        Join,
        /// Vote for a resolution, or sponsor it.
        Vote,
        /// Attend, as an observer too.
        Attend,
        /// Report, or adopt measures at home.
        Implement,
        /// Help others.
        Assist,
        /// Something else.
        Other,
    }
}

words! {
    /// What became of a promise.
    PledgeState {
        /// It stands.
        Open,
        /// It was kept.
        Kept,
        /// It was kept in part.
        InPart,
        /// Its day passed.
        Lapsed,
        /// It was taken back.
        Withdrawn,
    }
}

words! {
    /// How sure somebody is that an approach has to do with what followed.
    AttributionConfidence {
        /// It followed; nothing connects the two.
        Sequence,
        /// It may have helped.
        Possible,
        /// There are grounds to think so.
        Probable,
        /// Those approached said so.
        Acknowledged,
    }
}

words! {
    /// What kind of office somebody holds under a treaty.
    RoleKind {
        /// President of a meeting.
        President,
        /// Coordinator, alone or with others.
        Coordinator,
        /// Champion of the treaty.
        Champion,
        /// A person named for the task.
        SpecialEnvoy,
        /// Member of a group of friends.
        Friend,
        /// Focal point, of a region or a State.
        FocalPoint,
        /// Something else.
        Other,
    }
}

words! {
    /// The body that voted.
    VotingBody {
        /// The First Committee of the General Assembly.
        FirstCommittee,
        /// The General Assembly.
        Plenary,
        /// Another body.
        Other,
    }
}
