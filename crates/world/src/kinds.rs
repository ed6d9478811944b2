//! A body as one kind of entry, where it is that kind.

use ledger::Body;
use ledger::body::{
    AliasGiven, Approach, Assistance, Attribution, Campaign, Correction, Dispute, Document,
    Extended, Fulfilment, Meeting, Membership, Observation, Plan, PlanAction, Pledge,
    PrintedCount, Quarantined, Release, Report, Retraction, Role, RollCall, Stage, Statement,
    TreatyFile,
};
use treaty::{Act, Participant};

macro_rules! as_kind {
    ($($name:ident, $variant:ident, $kind:ty;)*) => {
        $(
            #[doc = concat!("The body as `", stringify!($variant), "`.")]
            pub(crate) fn $name(body: &Body) -> Option<&$kind> {
                if let Body::$variant(found) = body { Some(found) } else { None }
            }
        )*
    };
}

as_kind! {
    act, Act, Act;
    treaty_file, Treaty, TreatyFile;
    participant, Participant, Participant;
    alias, Alias, AliasGiven;
    membership, Membership, Membership;
    meeting, Meeting, Meeting;
    role, Role, Role;
    fulfilment, Fulfilment, Fulfilment;
    extension, Extension, Extended;
    observation, Observation, Observation;
    printed, PrintedCount, PrintedCount;
    plan, Plan, Plan;
    plan_action, PlanAction, PlanAction;
    statement, Statement, Statement;
    assistance, Assistance, Assistance;
    approach, Approach, Approach;
    release, Release, Release;
    campaign, Campaign, Campaign;
    stage, Stage, Stage;
    pledge, Pledge, Pledge;
    attribution, Attribution, Attribution;
    roll_call, RollCall, RollCall;
    report, Report, Report;
    document, Document, Document;
    quarantined, Quarantined, Quarantined;
    correction, Correction, Correction;
    retraction, Retraction, Retraction;
    dispute, Dispute, Dispute;
}
