//! What changed in the status of a treaty, how many stand where, and what entry into force still needs.

use jiff::civil::Date;
use ledger::body::Counted;
use treaty::clause::Requirement;
use treaty::participant::Status;
use treaty::{Kind, ParticipantId};

use super::{Frame, asked};
use crate::kinds;
use crate::view::{
    Asks, ChangesView, Counts, ForceView, Lacks, ReportSentence, Said, Sentence, Standing,
    StatusView,
};

/// From how many on States are counted before they are named.
const MANY: usize = 4;

/// What is said of a kind of act: of few, and of many. Words alone are told nowhere.
fn keys(kind: Kind) -> Option<(&'static str, &'static str)> {
    match kind {
        Kind::Signature => Some(("report-act-signature", "report-act-signature-many")),
        Kind::DefinitiveSignature => Some(("report-act-definitive", "report-act-definitive")),
        Kind::SuccessionToSignature => Some((
            "report-act-succession-signed",
            "report-act-succession-signed",
        )),
        Kind::Ratification => Some(("report-act-ratification", "report-act-ratification-many")),
        Kind::Acceptance => Some(("report-act-acceptance", "report-act-acceptance")),
        Kind::Approval => Some(("report-act-approval", "report-act-approval")),
        Kind::Accession => Some(("report-act-accession", "report-act-accession-many")),
        Kind::Succession => Some(("report-act-succession", "report-act-succession")),
        Kind::FormalConfirmation => {
            Some(("report-act-confirmation", "report-act-confirmation"))
        }
        Kind::ConsentToBeBound => Some(("report-act-consent", "report-act-consent")),
        Kind::ProvisionalApplication => {
            Some(("report-act-provisional", "report-act-provisional"))
        }
        Kind::ProvisionalApplicationEnded => Some((
            "report-act-provisional-ended",
            "report-act-provisional-ended",
        )),
        Kind::WithdrawalNotified => Some(("report-act-notified", "report-act-notified")),
        Kind::WithdrawalRescinded => Some(("report-act-rescinded", "report-act-rescinded")),
        Kind::WithdrawalEffective => Some(("report-act-left", "report-act-left")),
        Kind::RatificationWithdrawn => Some(("report-act-undone", "report-act-undone")),
        Kind::IntentionNotToBecomeParty => Some(("report-act-not", "report-act-not")),
        Kind::WithdrawalHeldBack
        | Kind::Declaration
        | Kind::Reservation
        | Kind::Objection
        | Kind::TerritorialScope => None,
    }
}

impl Frame<'_> {
    /// Who signed, who consented to be bound and who left between the two days, by kind of act.
    pub(super) fn acts(&self) -> Vec<ReportSentence> {
        let treaty = &self.under.law.id;
        let changes = self
            .world
            .changes(Some(treaty), self.from, self.to, self.lang);
        let mut said = Vec::new();
        if let Some(day) = self.under.in_force
            && self.from <= day
            && day <= self.to
        {
            let says = self.say("report-entered").day("day", day);
            said.push(asked(says, Asks::Force { on: self.to }));
        }
        for (kind, states) in &changes.summary {
            let Some((few, many)) = keys(*kind) else {
                continue;
            };
            let counted = states.len() >= MANY && !self.organisations(states.iter().copied());
            let says = self.say(if counted { many } else { few });
            let says = says
                .count("n", states.len())
                .states("by", self.named(self.in_order(states.iter().copied())))
                .by_all(entries(&changes, *kind, states));
            said.push(asked(
                says,
                Asks::Changes {
                    from: self.from,
                    to: self.to,
                },
            ));
        }
        said
    }

    /// Whether an organisation is among those whose signature or consent stands.
    pub(super) fn organisations_in(&self, view: &StatusView) -> bool {
        let stand = view.participants.iter().filter(|row| match row.standing {
            Standing::Party | Standing::Contracting | Standing::Signatory => true,
            Standing::Withdrawn | Standing::None => false,
        });
        self.organisations(stand.map(|row| row.iso3))
    }

    fn organisations(&self, mut of: impl Iterator<Item = ParticipantId>) -> bool {
        of.any(|id| {
            let one = self.world.registry.get(id);
            one.is_some_and(|one| one.status == Status::Organisation)
        })
    }

    /// How many had signed and consented at the end of a day.
    pub(super) fn totals(&self, on: Date) -> Option<ReportSentence> {
        let view = self
            .world
            .status_in_brief(&self.under.law.id, on, self.lang)?;
        let counts = view.counts;
        if counts.signatures == 0 && counts.consents == 0 {
            return None;
        }
        let bound = |standing| match standing {
            Standing::Party | Standing::Contracting => true,
            Standing::Signatory | Standing::Withdrawn | Standing::None => false,
        };
        let mut joined = view.participants.iter().filter(|row| bound(row.standing));
        // Where the treaty itself calls those that joined ratifying States, that is what they did.
        let called = view.called.contains_key(&Standing::Contracting);
        let by_ratifying = joined.all(|row| {
            let ratified = row.consent_act == Some(Kind::Ratification);
            row.signed.is_some() && (called || ratified)
        });
        let organisations = self.organisations_in(&view);
        let key = match (by_ratifying, counts.signatories_only) {
            (true, _) => "report-totals-ratified",
            (false, 0) => "report-totals-bound",
            (false, _) => "report-totals",
        };
        let says = self
            .say(key)
            .day("day", on)
            .with("signatures", Said::Number(counts.signatures))
            .with("consents", Said::Number(counts.consents))
            .with("only", Said::Number(counts.signatories_only))
            .with("organisations", Said::Number(organisations.into()))
            .by_all(self.printed(on, counts));
        Some(asked(says, Asks::Status { on }))
    }

    /// The printed counts of that day that say the same.
    pub(super) fn printed(&self, on: Date, counts: Counts) -> Vec<ledger::EntryRef> {
        let shelf = self.world.shelf.printed.iter();
        let same = shelf.filter(|&&at| {
            let printed = kinds::printed(self.world.record.body(at));
            printed.is_some_and(|one| {
                let reckoned = match one.what {
                    Counted::Signatures => counts.signatures,
                    Counted::Consents => counts.consents,
                    Counted::SignatoriesOnly => counts.signatories_only,
                    Counted::Parties => counts.parties,
                };
                one.treaty == self.under.law.id && one.on == on && one.count == reckoned
            })
        });
        same.map(|&at| self.entry(at)).collect()
    }

    /// What entry into force still needs; nothing where it needs nothing, or no rule to count by is on record.
    pub(super) fn force(&self, on: Date) -> Vec<ReportSentence> {
        let treaty = &self.under.law.id;
        let Some(view) = self.world.force(treaty, on, &[], self.lang) else {
            return Vec::new();
        };
        let clause = self.under.law.entry_into_force.as_ref();
        let Some(clause) = clause.filter(|_| !view.met) else {
            return Vec::new();
        };
        let lacking = view.missing.len();
        let says = match &clause.requirement {
            Requirement::Named { list, participants } => {
                self.of_a_list(list, participants.len(), lacking)
            }
            Requirement::NamedAndNumber {
                list, participants, ..
            } if lacking > 0 => self.of_a_list(list, participants.len(), lacking),
            Requirement::NamedAndNumber { .. } | Requirement::Number(_) => self
                .say("report-force-number")
                .with("n", Said::Number(view.missing_others)),
            Requirement::OnRecordOnly { .. } => return Vec::new(),
        };
        let says = says.text("article", clause.article.as_str());
        let says = says.by(self.entry(self.under.file));
        let mut said = vec![asked(says, Asks::Force { on })];
        let further = view.missing_others;
        if lacking > 0 && further > 0 {
            let says = self.say("report-force-further");
            said.push(says.with("n", Said::Number(further)).into());
        }
        said.extend(self.lacking(&view, Lacks::Ratification, "report-force-ratify"));
        said.extend(self.lacking(&view, Lacks::SignatureAndRatification, "report-force-sign"));
        said
    }

    fn of_a_list(&self, list: &str, named: usize, lacking: usize) -> Sentence {
        // A list that is an annex has its own name; others describe those on it.
        let says = if list.starts_with("Annex") {
            let list = Said::Phrases(vec![list.to_owned()]);
            self.say("report-force-annex").with("list", list)
        } else {
            self.say("report-force-named")
        };
        says.count("named", named).count("n", lacking)
    }

    fn lacking(
        &self,
        view: &ForceView,
        lacks: Lacks,
        key: &'static str,
    ) -> Option<ReportSentence> {
        let those = view.missing.iter().filter(|one| one.lacks == lacks);
        let states: Vec<_> = those.map(|one| one.iso3).collect();
        let says = self
            .say(key)
            .states("states", self.named(states.iter().copied()));
        (!states.is_empty()).then(|| asked(says, Asks::Force { on: view.on }))
    }
}

/// The entries of acts of a kind by participants.
fn entries(
    changes: &ChangesView,
    kind: Kind,
    of: &[ParticipantId],
) -> impl Iterator<Item = ledger::EntryRef> {
    let acts = changes
        .acts
        .iter()
        .filter(move |act| act.act == kind && !act.further_deposit && of.contains(&act.iso3));
    acts.map(|act| act.source.entry)
}
