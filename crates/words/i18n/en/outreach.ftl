# The words of approaches and campaigns: one for each code, and what it means where the word alone leaves a doubt.

## What an approach was.

outreach-kind-demarche_bilateral = Bilateral démarche
outreach-kind-demarche_bilateral-means = One State, or its mission, urges the authorities of another to join or to take a next step.
outreach-kind-demarche_joint = Joint démarche
outreach-kind-demarche_joint-means = Two or more States make the approach together.
outreach-kind-demarche_regional_group = Démarche to a regional group
outreach-kind-demarche_regional_group-means = Made by or through a regional organisation or group, or to its delegations.
outreach-kind-invitation = Invitation
outreach-kind-invitation-means = Those approached are asked to sign, to join, to observe or to attend.
outreach-kind-letter = Letter
outreach-kind-letter-means = A written appeal, of a minister, a president or coordinators.
outreach-kind-note_verbale = Note verbale
outreach-kind-note_verbale-means = A formal note between a mission and a ministry.
outreach-kind-phone_or_message = Call or message
outreach-kind-phone_or_message-means = Informal, and no paper is left of it.
outreach-kind-meeting_bilateral = Bilateral meeting
outreach-kind-meeting_bilateral-means = The two sat down together, on purpose or in the margins of a meeting.
outreach-kind-meeting_informal_closed = Closed informal meeting
outreach-kind-meeting_informal_closed-means = A small closed meeting with several, such as signatories.
outreach-kind-visit = Visit to the capital
outreach-kind-visit-means = An envoy, a coordinator or the support unit travels to the other’s capital.
outreach-kind-courtesy_call = Courtesy call
outreach-kind-courtesy_call-means = A short visit of protocol during a journey.
outreach-kind-statement_national = National statement
outreach-kind-statement_national-means = Delivered in national capacity.
outreach-kind-statement_group = Group statement
outreach-kind-statement_group-means = Delivered for a group, or aligned with one.
outreach-kind-joint_statement = Joint statement
outreach-kind-joint_statement-means = A text issued by several States, such as a declaration of ministers.
outreach-kind-language_in_text = Language in a text
outreach-kind-language_in_text-means = A paragraph obtained in a communiqué, a declaration or a resolution.
outreach-kind-resolution_sponsorship = Sponsoring a resolution
outreach-kind-resolution_sponsorship-means = Presenting a resolution, or joining its sponsors.
outreach-kind-vote = Vote
outreach-kind-vote-means = A vote on such a resolution.
outreach-kind-working_paper = Working paper
outreach-kind-working_paper-means = A paper submitted to a meeting, alone or with others.
outreach-kind-side_event = Side event
outreach-kind-side_event-means = An event in the margins of a conference.
outreach-kind-panel = Panel
outreach-kind-panel-means = Speaking on a panel.
outreach-kind-briefing = Briefing
outreach-kind-briefing-means = Informing an organ, a group or a parliament.
outreach-kind-workshop_regional = Regional workshop
outreach-kind-workshop_regional-means = A meeting of a day or more with several States of one region.
outreach-kind-seminar_ratification = Ratification seminar
outreach-kind-seminar_ratification-means = A workshop on how to join, for signatories and candidates.
outreach-kind-webinar = Webinar
outreach-kind-webinar-means = A workshop or a seminar, online.
outreach-kind-training = Training
outreach-kind-training-means = A course or an internship for officials or technicians.
outreach-kind-parliamentary = Parliamentary contact
outreach-kind-parliamentary-means = Contact with members of parliament or their unions.
outreach-kind-public_outreach = Public outreach
outreach-kind-public_outreach-means = Speeches to civil society, publications, exhibitions.
outreach-kind-youth = Youth activity
outreach-kind-youth-means = With groups of young people, or a contest for them.
outreach-kind-media = Media
outreach-kind-media-means = An interview, a press release or an article.
outreach-kind-hosting = Hosting
outreach-kind-hosting-means = Providing the venue, the chair or the secretariat.
outreach-kind-sponsorship_travel = Sponsored travel
outreach-kind-sponsorship_travel-means = Paying for a delegate to attend.
outreach-kind-technical_assistance = Technical assistance
outreach-kind-technical_assistance-means = Help with drafting laws, with reports or with a station.
outreach-kind-internal_coordination = Internal coordination
outreach-kind-internal_coordination-means = Talk among those who coordinate; it counts as no outreach.

## At which level somebody took part.

outreach-level-head_of_state_gov = Head of State or Government
outreach-level-head_of_state_gov-means = A president, a monarch or a prime minister.
outreach-level-political = Minister
outreach-level-political-means = A minister or a deputy minister.
outreach-level-special_envoy = Special envoy
outreach-level-special_envoy-means = A person named for the task.
outreach-level-ambassadorial = Ambassador
outreach-level-ambassadorial-means = An ambassador or a permanent representative.
outreach-level-deputy = Deputy
outreach-level-deputy-means = A deputy permanent representative or a counsellor.
outreach-level-working = Working level
outreach-level-working-means = A desk officer or a specialist of the ministry.
outreach-level-expert = Expert
outreach-level-expert-means = A scientist or an expert in law or in military matters.
outreach-level-military = Military
outreach-level-military-means = The ministry of defence or the general staff.
outreach-level-parliamentary = Member of parliament
outreach-level-parliamentary-means = A member of parliament, or of its staff.
outreach-level-secretariat = Secretariat
outreach-level-secretariat-means = The support unit or the organisation of the treaty.
outreach-level-civil_society = Civil society
outreach-level-civil_society-means = An organisation outside governments.

## Through which channel.

outreach-channel-capital_ours = In the capital of those who approach
outreach-channel-capital_theirs = In the capital of those approached
outreach-channel-vienna = Missions in Vienna
outreach-channel-geneva = Missions in Geneva
outreach-channel-new_york = Missions in New York
outreach-channel-the_hague = Missions in The Hague
outreach-channel-embassy_theirs_in_our_capital = Their embassy in the approaching capital
outreach-channel-our_embassy_in_their_capital = The approaching State’s embassy in theirs
outreach-channel-nonresident = Embassy accredited from a third capital
outreach-channel-margins_of = In the margins of a meeting
outreach-channel-virtual = Online or by telephone

## With which argument.

outreach-theme-humanitarian_norm = Humanitarian norm
outreach-theme-humanitarian_norm-means = The harm to people, and the norm against it.
outreach-theme-security_and_stability = Security and stability
outreach-theme-security_and_stability-means = What the treaty adds to the security of all.
outreach-theme-non_proliferation_link = Link with non-proliferation
outreach-theme-non_proliferation_link-means = What it means for the non-proliferation regime.
outreach-theme-peaceful_civil_benefits = Civil benefits
outreach-theme-peaceful_civil_benefits-means = Civil use of what the regime offers, such as data of stations.
outreach-theme-status_and_prestige = Standing
outreach-theme-status_and_prestige-means = How joining is seen by others.
outreach-theme-regional_solidarity = Regional solidarity
outreach-theme-regional_solidarity-means = Neighbours have joined, or the region has said it wants to.
outreach-theme-legal_ease = Light obligations
outreach-theme-legal_ease-means = Those who are not affected owe little.
outreach-theme-assistance_available = Assistance available
outreach-theme-assistance_available-means = Help with joining and with carrying out the treaty is there.
outreach-theme-response_to_event = Response to an event
outreach-theme-response_to_event-means = A test, a use of the weapon, or the like.
outreach-theme-anniversary = Anniversary
outreach-theme-anniversary-means = A round year of the treaty.
outreach-theme-universality_number = Number of parties
outreach-theme-universality_number-means = A number of parties that is to be reached.

## What came of it.

outreach-outcome-no_answer = No answer
outreach-outcome-no_answer-means = Sent; nothing came back.
outreach-outcome-acknowledged = Acknowledged
outreach-outcome-acknowledged-means = Receipt was confirmed, without substance.
outreach-outcome-noted_no_position = Noted, no position
outreach-outcome-noted_no_position-means = They listened and will report to their capital.
outreach-outcome-negative = Negative
outreach-outcome-negative-means = Against, or not now.
outreach-outcome-conditional = Conditional
outreach-outcome-conditional-means = They would move if another State or a condition did.
outreach-outcome-question_asked = Question asked
outreach-outcome-question_asked-means = They want to know something: texts, costs, obligations.
outreach-outcome-assistance_requested = Assistance requested
outreach-outcome-assistance_requested-means = They ask for help of a stated kind.
outreach-outcome-positive_signal = Positive signal
outreach-outcome-positive_signal-means = Interest declared, a vote in favour, a first attendance as observer.
outreach-outcome-commitment = Commitment
outreach-outcome-commitment-means = A promise, public or in writing, with a date or without.
outreach-outcome-process_opened = Process opened
outreach-outcome-process_opened-means = Ministries are consulting, or a paper for the cabinet is being written.
outreach-outcome-in_cabinet = Before the cabinet
outreach-outcome-in_cabinet-means = Before the council of ministers.
outreach-outcome-in_parliament = Before parliament
outreach-outcome-in_parliament-means = A law is before parliament.
outreach-outcome-law_passed = Law passed
outreach-outcome-law_passed-means = Approved, not deposited yet.
outreach-outcome-instrument_signed = Instrument signed
outreach-outcome-instrument_signed-means = Signed by the head of State, not deposited yet.
outreach-outcome-signed = Signed the treaty
outreach-outcome-signed-means = The treaty was signed with the depositary.
outreach-outcome-ratified = Ratified
outreach-outcome-ratified-means = An instrument of ratification, or what equals it, was deposited.
outreach-outcome-acceded = Acceded
outreach-outcome-acceded-means = An instrument of accession was deposited.
outreach-outcome-withdrawal_announced = Withdrawal announced
outreach-outcome-withdrawal_announced-means = They said that they will leave.
outreach-outcome-withdrawal_notified = Withdrawal notified
outreach-outcome-withdrawal_notified-means = The depositary was notified.
outreach-outcome-withdrawal_effective = Withdrawal effective
outreach-outcome-withdrawal_effective-means = They left.
outreach-outcome-refer_elsewhere = Referred elsewhere
outreach-outcome-refer_elsewhere-means = Another office is the right one, and was named.
outreach-outcome-follow_up_agreed = Follow-up agreed
outreach-outcome-follow_up_agreed-means = The next contact is fixed.

## What stands in the way, as those approached see it.

outreach-obstacle-capacity = Capacity
outreach-obstacle-capacity-means = Too few officials; several treaties wait.
outreach-obstacle-priority = Priority
outreach-obstacle-priority-means = It is not held to be urgent.
outreach-obstacle-legislative_queue = Parliament’s agenda
outreach-obstacle-legislative_queue-means = The agenda of parliament, an election, a dissolution.
outreach-obstacle-government_change = Change of government
outreach-obstacle-government_change-means = A new government looks at the matter again.
outreach-obstacle-coordination = Coordination among ministries
outreach-obstacle-coordination-means = Ministries disagree, or none owns the file.
outreach-obstacle-military_utility = Military utility
outreach-obstacle-military_utility-means = The weapon or the option is held to be needed.
outreach-obstacle-security_concern = Security concern
outreach-obstacle-security_concern-means = A neighbour, a conflict or an alliance.
outreach-obstacle-regional_rivalry = Regional rivalry
outreach-obstacle-regional_rivalry-means = Not before a certain other State.
outreach-obstacle-linkage = Linkage
outreach-obstacle-linkage-means = Tied to another treaty, a zone or a negotiation.
outreach-obstacle-interoperability = Interoperability
outreach-obstacle-interoperability-means = Operations together with States that are not parties.
outreach-obstacle-cost = Cost
outreach-obstacle-cost-means = Contributions, destruction or clearance.
outreach-obstacle-stockpile_burden = Stockpile destruction
outreach-obstacle-stockpile_burden-means = What destroying the stocks would take.
outreach-obstacle-clearance_burden = Clearance
outreach-obstacle-clearance_burden-means = What clearing the land would take.
outreach-obstacle-reporting_burden = Reporting
outreach-obstacle-reporting_burden-means = The reports of every year.
outreach-obstacle-translation = Translation
outreach-obstacle-translation-means = There is no text in a national language.
outreach-obstacle-legal_model = Legal model
outreach-obstacle-legal_model-means = There is no model law, or the legal system needs one of its own.
outreach-obstacle-not_concerned = Not concerned
outreach-obstacle-not_concerned-means = They hold that it does not regard them.
outreach-obstacle-sovereignty_dispute = Dispute over territory
outreach-obstacle-sovereignty_dispute-means = A territory is in dispute.
outreach-obstacle-unknown = Not known
outreach-obstacle-unknown-means = Nobody has asked yet.

## Help that was asked for or offered.

outreach-support-legal_advice = Legal advice
outreach-support-model_legislation = Model legislation
outreach-support-translation = Translation
outreach-support-accession_kit = Accession kit
outreach-support-workshop = Workshop
outreach-support-expert_visit = Visit of an expert
outreach-support-study_visit = Study visit
outreach-support-sponsorship_travel = Sponsored travel
outreach-support-reporting_help = Help with reports
outreach-support-stockpile_destruction_help = Help with destroying stocks
outreach-support-clearance_help = Help with clearance
outreach-support-victim_assistance_help = Help for victims
outreach-support-training = Training
outreach-support-ndc_capacity = National data centre
outreach-support-station_hosting = Hosting a station
outreach-support-match_donor = Finding a donor
outreach-support-peer_contact = Experience of a State of the region
outreach-support-parliamentary_briefing = Briefing of parliament

## In which capacity those acted who approached.

outreach-acted-as-own_state = In national capacity
outreach-acted-as-own_state-means = For the State itself.
outreach-acted-as-partner_coordinator = As the other coordinator
outreach-acted-as-partner_coordinator-means = The State that holds the office together with ours.
outreach-acted-as-joint = Jointly
outreach-acted-as-joint-means = Several together.
outreach-acted-as-regional_focal_state = As regional focal point
outreach-acted-as-regional_focal_state-means = The State that follows a region.
outreach-acted-as-friends_group_member = As a member of a group of friends
outreach-acted-as-friends_group_member-means = Such as the Friends of the CTBT.
outreach-acted-as-support_unit = As the support unit
outreach-acted-as-support_unit-means = The implementation support unit of the treaty.
outreach-acted-as-treaty_secretariat = As the treaty’s secretariat
outreach-acted-as-treaty_secretariat-means = The organisation of the treaty.
outreach-acted-as-ngo = As an NGO
outreach-acted-as-ngo-means = An organisation outside governments.
outreach-acted-as-icrc = As the ICRC
outreach-acted-as-icrc-means = The International Committee of the Red Cross.
outreach-acted-as-un_agency = As a United Nations body
outreach-acted-as-un_agency-means = An office, a fund or an agency of the United Nations.

## Whether an approach took place.

outreach-state-draft = Draft
outreach-state-draft-means = Not ready to be relied on.
outreach-state-planned = Planned
outreach-state-planned-means = It is to take place.
outreach-state-done = Done
outreach-state-done-means = It took place. Only these may ever be public.
outreach-state-dropped = Dropped
outreach-state-dropped-means = It will not take place.

## At which forum.

outreach-forum-unga_first_committee = General Assembly, First Committee
outreach-forum-unga_plenary = General Assembly, plenary
outreach-forum-unga_high_level_week = General Assembly, high-level week
outreach-forum-unsc = Security Council
outreach-forum-cd = Conference on Disarmament
outreach-forum-cd_high_level = Conference on Disarmament, high-level segment
outreach-forum-npt_revcon = NPT Review Conference
outreach-forum-npt_prepcom = NPT Preparatory Committee
outreach-forum-artxiv_conference = CTBT Article XIV Conference
outreach-forum-friends_ctbt = Friends of the CTBT
outreach-forum-ctbto_prepcom = CTBTO Preparatory Commission
outreach-forum-ctbto_wga = CTBTO Working Group A
outreach-forum-ctbto_wgb = CTBTO Working Group B
outreach-forum-ctbto_symposium = CTBTO symposium
outreach-forum-ctbto_snt = CTBT: Science and Technology Conference
outreach-forum-msp = Meeting of States Parties
outreach-forum-revcon = Review Conference
outreach-forum-intersessional = Intersessional meeting
outreach-forum-prepmeet = Preparatory meeting
outreach-forum-coordination_committee = Coordination Committee
outreach-forum-iwg_universalization = Informal Working Group on Universalization
outreach-forum-g7 = Group of Seven
outreach-forum-g7_npdg = G7 Non-Proliferation Directors Group
outreach-forum-eu = European Union
outreach-forum-au = African Union
outreach-forum-asean = ASEAN
outreach-forum-oas = Organization of American States
outreach-forum-caricom = CARICOM
outreach-forum-pif = Pacific Islands Forum
outreach-forum-nam = Non-Aligned Movement
outreach-forum-oif = La Francophonie
outreach-forum-ipu = Inter-Parliamentary Union
outreach-forum-nwfz_conference = Conference of nuclear-weapon-free zones
outreach-forum-iaea_gc = IAEA General Conference
outreach-forum-opcw_csp = Conference of the States Parties to the CWC
outreach-forum-humanitarian_fora = Humanitarian fora

## How far a State is, as a team reads it.

outreach-stage-not_contacted = Not contacted
outreach-stage-not_contacted-means = Nobody has approached it.
outreach-stage-aware = Aware
outreach-stage-aware-means = It knows of the treaty and of what is asked.
outreach-stage-interested = Interested
outreach-stage-interested-means = It declared interest.
outreach-stage-process_open = Process under way
outreach-stage-process_open-means = Its ministries consult.
outreach-stage-parliament = In parliament
outreach-stage-parliament-means = A law is before parliament.
outreach-stage-approved = Approved
outreach-stage-approved-means = Approved at home, not deposited.
outreach-stage-deposited = Deposited
outreach-stage-deposited-means = The instrument was deposited.
outreach-stage-stalled = Stalled
outreach-stage-stalled-means = It was on its way, and no longer moves.
outreach-stage-blocked = Blocked
outreach-stage-blocked-means = Something that is named stands in the way.
outreach-stage-withdrew = Stepped back
outreach-stage-withdrew-means = It went back on what it had begun, or left.

## A step at home on the way to a deposit.

outreach-step-consultation = Consultation of ministries
outreach-step-consultation-means = Ministries were asked for their views.
outreach-step-cabinet_paper = Before the council of ministers
outreach-step-cabinet_paper-means = A paper is before the council of ministers.
outreach-step-cabinet_approved = Council of ministers agreed
outreach-step-cabinet_approved-means = The council of ministers agreed.
outreach-step-bill_tabled = Bill tabled
outreach-step-bill_tabled-means = A bill was tabled in parliament.
outreach-step-committee = In committee
outreach-step-committee-means = A committee of parliament has it.
outreach-step-adopted = Adopted by parliament
outreach-step-adopted-means = Parliament adopted it.
outreach-step-signed_by_head_of_state = Signed by the head of State
outreach-step-signed_by_head_of_state-means = The head of State signed the law or the instrument.
outreach-step-awaiting_deposit = Awaiting deposit
outreach-step-awaiting_deposit-means = The instrument is there and has not been deposited.

## What was promised.

outreach-pledge-sign = To sign
outreach-pledge-sign-means = To sign the treaty.
outreach-pledge-join = To join
outreach-pledge-join-means = To ratify, to accede, or what equals it.
outreach-pledge-vote = To vote in favour
outreach-pledge-vote-means = To vote for a resolution, or to sponsor it.
outreach-pledge-attend = To attend
outreach-pledge-attend-means = To attend a meeting, as an observer too.
outreach-pledge-implement = To carry out
outreach-pledge-implement-means = To report, or to adopt measures at home.
outreach-pledge-assist = To assist
outreach-pledge-assist-means = To help others.
outreach-pledge-other = Something else
outreach-pledge-other-means = Something else, in its own words.

## What became of a promise.

outreach-pledge-state-open = Open
outreach-pledge-state-open-means = It stands and has not been kept yet.
outreach-pledge-state-kept = Kept
outreach-pledge-state-kept-means = It was kept.
outreach-pledge-state-in_part = Kept in part
outreach-pledge-state-in_part-means = It was kept in part.
outreach-pledge-state-lapsed = Lapsed
outreach-pledge-state-lapsed-means = Its day passed without it.
outreach-pledge-state-withdrawn = Withdrawn
outreach-pledge-state-withdrawn-means = It was taken back.

## How sure somebody is that an act has to do with an approach.

outreach-confidence-sequence = It followed
outreach-confidence-sequence-means = The act followed; nothing connects the two.
outreach-confidence-possible = Possible
outreach-confidence-possible-means = The approach may have helped.
outreach-confidence-probable = Probable
outreach-confidence-probable-means = There are grounds to think that it helped.
outreach-confidence-acknowledged = Acknowledged
outreach-confidence-acknowledged-means = Those approached said so.

## What kind of office somebody holds.

outreach-role-president = President
outreach-role-president-means = President of a meeting, or designated.
outreach-role-coordinator = Coordinator
outreach-role-coordinator-means = Coordinates a task, alone or with others.
outreach-role-champion = Champion
outreach-role-champion-means = Speaks up for the treaty in a region or everywhere.
outreach-role-special_envoy = Special envoy
outreach-role-special_envoy-means = A person named for the task.
outreach-role-friend = Friend of the treaty
outreach-role-friend-means = Member of a group of friends.
outreach-role-focal_point = Focal point
outreach-role-focal_point-means = Focal point of a region or of a State.
outreach-role-other = Another office
outreach-role-other-means = Another office, as it is called.

## Who voted.

outreach-voting-body-first_committee = First Committee
outreach-voting-body-plenary = General Assembly
outreach-voting-body-other = Another body

## How somebody voted.

outreach-ballot-yes = In favour
outreach-ballot-no = Against
outreach-ballot-abstain = Abstained
outreach-ballot-absent = Did not vote
