## What can fail to add up in the record.

severity-wrong = An answer may be wrong
severity-uncertain = An answer is uncertain
severity-note = Worth knowing

finding-before-opening = An act before the treaty was open for it
finding-after-closing = An act after it was closed
finding-never-signed = A ratification without a signature
finding-accession-by-signatory = An accession by a signatory
finding-second-consent = A second consent while one stands
finding-second-signature = A second signature while one stands
finding-nothing-to-withdraw = A withdrawal with nothing to withdraw
finding-no-effect = A withdrawal without a day of effect
finding-printed-differs = The printed day and the rule differ
finding-rule-differs = The recorded entry into force and the rule differ
finding-count-differs = A printed count differs from the computed one
finding-disputed = An entry is disputed
finding-day-unknown = Only the month or year is known
finding-not-eligible = An act that is not open to the participant
finding-no-such-act = An act the treaty does not know
finding-outside-existence = An act outside the days of the participant’s existence
finding-unregistered = A participant or treaty that is not registered
finding-extension-too-long = An extension longer than the treaty allows
finding-dangling-reference = A reference to an entry that is not there
finding-unreadable-treaty-file = A treaty file that cannot be read
finding-quarantined = Something waits in quarantine
finding-low-confidence = A source of low confidence
finding-unverified = Not verified, as the treaty file says
finding-held-without-rule = A withdrawal held back without a rule that provides for it

## The sentences of findings. The names in braces are those of the finding's inputs; `case`, `when`
## and `cited` are made of them. In English they say what the record itself says.

finding-when-day = on { $date }
finding-when-month = in { $date }
finding-article = Article { $article }
finding-counted-signatures = signatures
finding-counted-consents-to-be-bound = consents to be bound
finding-counted-signatories-without-consent = signatories without consent
finding-counted-parties = parties

finding-text-before-opening = { $by }: { $act } { $when }, before the { $treaty } was open for it{ $cited }.
finding-text-after-closing = { $by }: { $act } { $when }, after the { $treaty } was closed for it{ $cited }.
finding-text-never-signed = { $by }: { $act } { $when } under the { $treaty }, which only signatories may do; no signature is on record{ $cited }.
finding-text-accession-by-signatory = { $by }: { $act } { $when } under the { $treaty }, which is for those that have not signed; its { $other_act } { $other_when } is on record{ $cited }.
finding-text-second-consent = { $by }: { $act } { $when } under the { $treaty }, while its { $other_act } { $other_when } stands; the earlier one counts.
finding-text-second-signature = { $by }: { $act } { $when } under the { $treaty }, while its { $other_act } { $other_when } stands; the earlier one counts.
finding-text-nothing-to-withdraw = { $case ->
    [bound] { $by }: { $act } { $when }; its { $other_act } { $other_when } under the { $treaty } had bound it by then, and only a consent that does not bind yet can be taken back. Nothing changes.
    [running] { $by }: { $act } { $when } under the { $treaty }; no notification of withdrawal was running. Nothing changes.
   *[nothing] { $by }: { $act } { $when } under the { $treaty }; nothing stood that it could end. Nothing changes.
}
finding-text-no-effect = { $by }: { $act } { $when } under the { $treaty }; no day of effect is on record, and no rule gives one.
finding-text-printed-differs = { $case ->
    [act] { $by }: { $act } under the { $treaty }, { $printed } as the source has it; the rule gives { $reckoned }.
    [act-without-rule] { $by }: { $act } under the { $treaty }, { $printed } as the source has it; the rule gives no day.
   *[duty] { $by }: Article { $article } of the { $treaty } was due on { $printed } as { $source } prints it; the rule gives { $reckoned }.
}
finding-text-rule-differs = { $case ->
    [recorded-only] The { $treaty } entered into force on { $recorded }, as recorded; the acts on record alone do not meet its condition. The recorded day counts.
    [reckoned-only] The acts on record meet the condition for the entry into force of the { $treaty }, which gives { $reckoned }; its treaty file records no entry into force. The reckoned day counts.
   *[both] The { $treaty } entered into force on { $recorded }, as recorded; the rule applied to the acts on record gives { $reckoned }. A table that lost predecessor States gives another day, so the recorded one counts.
}
finding-text-count-differs = { $source } prints { $printed } { $what } of the { $treaty } as at { $on }; the record gives { $computed }.
finding-text-disputed = { $counts ->
    [true] Disputed ({ $what }): { $why }; it still counts.
   *[false] Disputed ({ $what }): { $why }; it does not count.
}
finding-text-day-unknown = The day of the { $act } under the { $treaty } by { $by } is not known, only { $date }; it counts from { $counts_from }.
finding-text-not-eligible = { $by }: { $act } { $when }; the { $treaty } is not open to it{ $cited }.
finding-text-no-such-act = { $by }: { $act } { $when }, an act that the { $treaty } does not know.
finding-text-outside-existence = The { $act } under the { $treaty } by { $by }, { $date }, lies outside the days on which { $by } existed.
finding-text-unregistered = { $case ->
    [acts] { $acts ->
        [one] 1 act is
       *[other] { $acts } acts are
    } on record under { $treaty }, of which there is no readable treaty file; counted in nothing.
    [participant] { $acts ->
        [one] 1 act is
       *[other] { $acts } acts are
    } on record under the { $treaty } by `{ $by }`, which is not registered as a participant; counted in nothing.
    [name] `{ $name }` is given as a name of `{ $by }`, which is not registered as a participant.
    [duty] No treaty file has the duty that this is about: { $what }.
   *[count] A count is printed for { $treaty }, of which there is no readable treaty file.
}
finding-text-extension-too-long = { $case ->
    [not-allowed] { $by }: Article { $article } of the { $treaty } was extended from { $from } to { $until }; the treaty allows no extension of it.
   *[too-long] { $by }: Article { $article } of the { $treaty } was extended from { $from } to { $until }; one extension can run to { $limit } at the latest, so it is too long or an earlier one is not on record.
}
finding-text-dangling-reference = Refers to an entry that is not there: { $what }.
finding-text-unreadable-treaty-file = The treaty file of { $treaty } cannot be read, so the last readable one counts, if there is one: { $why }.
finding-text-quarantined = `{ $value }` ({ $place }) waits in quarantine for a person to place it: { $why }.
finding-text-low-confidence = Rests on a source of low confidence ({ $source }): { $what }.
finding-text-unverified = Not verified in the treaty file of the { $treaty }: { $what }
finding-text-held-without-rule = { $by }: { $act } { $when }; the { $treaty } does not let an armed conflict hold a withdrawal back, so it takes effect.
