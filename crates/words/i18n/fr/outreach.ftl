# Les mots des démarches et des campagnes : un pour chaque code, et ce qu’il signifie lorsque le mot seul laisse un doute.

## La nature d’une démarche.

outreach-kind-demarche_bilateral = Démarche bilatérale
outreach-kind-demarche_bilateral-means = Un État, ou sa mission, invite les autorités d’un autre à adhérer ou à franchir une étape.
outreach-kind-demarche_joint = Démarche conjointe
outreach-kind-demarche_joint-means = Deux États ou plus font la démarche ensemble.
outreach-kind-demarche_regional_group = Démarche auprès d’un groupe régional
outreach-kind-demarche_regional_group-means = Faite par une organisation ou un groupe régional, par son intermédiaire ou auprès de ses délégations.
outreach-kind-invitation = Invitation
outreach-kind-invitation-means = Le destinataire est invité à signer, à adhérer, à observer ou à participer.
outreach-kind-letter = Lettre
outreach-kind-letter-means = Appel écrit d’un ministre, d’une présidence ou de coordonnateurs.
outreach-kind-note_verbale = Note verbale
outreach-kind-note_verbale-means = Communication écrite formelle entre une mission et un ministère.
outreach-kind-phone_or_message = Appel ou message
outreach-kind-phone_or_message-means = Contact informel dont il ne reste pas de trace écrite.
outreach-kind-meeting_bilateral = Entretien bilatéral
outreach-kind-meeting_bilateral-means = Les deux parties se sont entretenues, à dessein ou en marge d’une réunion.
outreach-kind-meeting_informal_closed = Réunion informelle restreinte
outreach-kind-meeting_informal_closed-means = Petite réunion à huis clos avec plusieurs États, par exemple des signataires.
outreach-kind-visit = Déplacement dans la capitale
outreach-kind-visit-means = Un envoyé, un coordonnateur ou l’unité d’appui se rend dans la capitale du destinataire.
outreach-kind-courtesy_call = Visite de courtoisie
outreach-kind-courtesy_call-means = Brève visite protocolaire au cours d’un déplacement.
outreach-kind-statement_national = Déclaration à titre national
outreach-kind-statement_national-means = Prononcée à titre national.
outreach-kind-statement_group = Déclaration au nom d’un groupe
outreach-kind-statement_group-means = Prononcée au nom d’un groupe, ou à laquelle on s’associe.
outreach-kind-joint_statement = Déclaration commune
outreach-kind-joint_statement-means = Texte publié par plusieurs États, par exemple une déclaration ministérielle.
outreach-kind-language_in_text = Passage obtenu dans un texte
outreach-kind-language_in_text-means = Paragraphe obtenu dans un communiqué, une déclaration ou une résolution.
outreach-kind-resolution_sponsorship = Parrainage d’une résolution
outreach-kind-resolution_sponsorship-means = Présenter une résolution ou s’en porter coauteur.
outreach-kind-vote = Vote
outreach-kind-vote-means = Vote sur une telle résolution.
outreach-kind-working_paper = Document de travail
outreach-kind-working_paper-means = Document soumis à une réunion, seul ou avec d’autres.
outreach-kind-side_event = Manifestation parallèle
outreach-kind-side_event-means = Manifestation organisée en marge d’une conférence.
outreach-kind-panel = Table ronde
outreach-kind-panel-means = Intervention dans une table ronde.
outreach-kind-briefing = Séance d’information
outreach-kind-briefing-means = Information d’un organe, d’un groupe ou d’un parlement.
outreach-kind-workshop_regional = Atelier régional
outreach-kind-workshop_regional-means = Réunion d’un jour ou plus avec plusieurs États d’une région.
outreach-kind-seminar_ratification = Séminaire sur la ratification
outreach-kind-seminar_ratification-means = Atelier sur la manière d’adhérer, réservé aux signataires et aux candidats.
outreach-kind-webinar = Séminaire en ligne
outreach-kind-webinar-means = Atelier ou séminaire tenu en ligne.
outreach-kind-training = Formation
outreach-kind-training-means = Cours ou stage pour des fonctionnaires ou des techniciens.
outreach-kind-parliamentary = Contact parlementaire
outreach-kind-parliamentary-means = Contact avec des parlementaires ou leurs unions.
outreach-kind-public_outreach = Action auprès du public
outreach-kind-public_outreach-means = Interventions devant la société civile, publications, expositions.
outreach-kind-youth = Action auprès de la jeunesse
outreach-kind-youth-means = Avec des groupes de jeunes, ou un concours à leur intention.
outreach-kind-media = Médias
outreach-kind-media-means = Entretien, communiqué de presse ou article.
outreach-kind-hosting = Accueil d’une réunion
outreach-kind-hosting-means = Mise à disposition d’un lieu, d’une présidence ou d’un secrétariat.
outreach-kind-sponsorship_travel = Prise en charge d’un voyage
outreach-kind-sponsorship_travel-means = Prise en charge de la participation d’un délégué.
outreach-kind-technical_assistance = Assistance technique
outreach-kind-technical_assistance-means = Aide à la rédaction de lois, aux rapports ou à l’installation d’une station.
outreach-kind-internal_coordination = Coordination interne
outreach-kind-internal_coordination-means = Échange entre ceux qui coordonnent ; il ne compte pas comme démarche.

## Le niveau auquel quelqu’un a participé.

outreach-level-head_of_state_gov = Chef d’État ou de gouvernement
outreach-level-head_of_state_gov-means = Président, monarque ou premier ministre.
outreach-level-political = Ministre
outreach-level-political-means = Ministre, ministre délégué ou secrétaire d’État.
outreach-level-special_envoy = Envoyé spécial
outreach-level-special_envoy-means = Personne désignée pour cette mission.
outreach-level-ambassadorial = Ambassadeur
outreach-level-ambassadorial-means = Ambassadeur ou représentant permanent.
outreach-level-deputy = Adjoint
outreach-level-deputy-means = Représentant permanent adjoint ou conseiller.
outreach-level-working = Niveau de travail
outreach-level-working-means = Rédacteur ou spécialiste du ministère.
outreach-level-expert = Expert
outreach-level-expert-means = Expert scientifique, militaire ou juridique.
outreach-level-military = Militaire
outreach-level-military-means = Ministère de la défense ou état-major.
outreach-level-parliamentary = Parlementaire
outreach-level-parliamentary-means = Membre d’un parlement ou de ses services.
outreach-level-secretariat = Secrétariat
outreach-level-secretariat-means = Unité d’appui ou organisation du traité.
outreach-level-civil_society = Société civile
outreach-level-civil_society-means = Organisation non gouvernementale.

## La voie suivie.

outreach-channel-capital_ours = Dans la capitale de l’auteur
outreach-channel-capital_theirs = Dans la capitale du destinataire
outreach-channel-vienna = Missions à Vienne
outreach-channel-geneva = Missions à Genève
outreach-channel-new_york = Missions à New York
outreach-channel-the_hague = Missions à La Haye
outreach-channel-embassy_theirs_in_our_capital = Leur ambassade dans la capitale de l’auteur
outreach-channel-our_embassy_in_their_capital = L’ambassade de l’auteur dans leur capitale
outreach-channel-nonresident = Ambassade accréditée depuis une capitale tierce
outreach-channel-margins_of = En marge d’une réunion
outreach-channel-virtual = En ligne ou par téléphone

## Les arguments.

outreach-theme-humanitarian_norm = Norme humanitaire
outreach-theme-humanitarian_norm-means = Les dommages causés aux personnes et la norme qui s’y oppose.
outreach-theme-security_and_stability = Sécurité et stabilité
outreach-theme-security_and_stability-means = Ce que le traité apporte à la sécurité de tous.
outreach-theme-non_proliferation_link = Lien avec la non-prolifération
outreach-theme-non_proliferation_link-means = Ce qu’il signifie pour le régime de non-prolifération.
outreach-theme-peaceful_civil_benefits = Avantages civils
outreach-theme-peaceful_civil_benefits-means = Usage civil de ce qu’offre le régime, comme les données des stations.
outreach-theme-status_and_prestige = Prestige
outreach-theme-status_and_prestige-means = Comment l’adhésion est perçue par les autres.
outreach-theme-regional_solidarity = Solidarité régionale
outreach-theme-regional_solidarity-means = Les voisins ont adhéré, ou la région en a exprimé la volonté.
outreach-theme-legal_ease = Obligations légères
outreach-theme-legal_ease-means = Les États non touchés ont peu d’obligations.
outreach-theme-assistance_available = Assistance disponible
outreach-theme-assistance_available-means = Une aide existe pour adhérer et pour appliquer le traité.
outreach-theme-response_to_event = Réaction à un événement
outreach-theme-response_to_event-means = Un essai, un emploi de l’arme, ou un fait semblable.
outreach-theme-anniversary = Anniversaire
outreach-theme-anniversary-means = Un anniversaire du traité.
outreach-theme-universality_number = Nombre de parties
outreach-theme-universality_number-means = Un nombre de parties à atteindre.

## Les suites.

outreach-outcome-no_answer = Sans réponse
outreach-outcome-no_answer-means = Envoyé ; rien n’est revenu.
outreach-outcome-acknowledged = Accusé de réception
outreach-outcome-acknowledged-means = La réception a été confirmée, sans plus.
outreach-outcome-noted_no_position = Pris note, sans position
outreach-outcome-noted_no_position-means = Ils ont écouté et rendront compte à leur capitale.
outreach-outcome-negative = Réponse négative
outreach-outcome-negative-means = Contre, ou pas maintenant.
outreach-outcome-conditional = Conditionnel
outreach-outcome-conditional-means = Ils avanceraient si un autre État ou une condition le permettait.
outreach-outcome-question_asked = Question posée
outreach-outcome-question_asked-means = Ils souhaitent un renseignement : textes, coûts, obligations.
outreach-outcome-assistance_requested = Assistance demandée
outreach-outcome-assistance_requested-means = Ils demandent une aide précise.
outreach-outcome-positive_signal = Signal positif
outreach-outcome-positive_signal-means = Intérêt déclaré, vote favorable, première participation comme observateur.
outreach-outcome-commitment = Engagement
outreach-outcome-commitment-means = Promesse publique ou écrite, datée ou non.
outreach-outcome-process_opened = Processus engagé
outreach-outcome-process_opened-means = Les ministères se consultent, ou une communication au gouvernement se prépare.
outreach-outcome-in_cabinet = Devant le conseil des ministres
outreach-outcome-in_cabinet-means = Le conseil des ministres en est saisi.
outreach-outcome-in_parliament = Devant le parlement
outreach-outcome-in_parliament-means = Un projet de loi est devant le parlement.
outreach-outcome-law_passed = Loi adoptée
outreach-outcome-law_passed-means = Approuvé, pas encore déposé.
outreach-outcome-instrument_signed = Instrument signé
outreach-outcome-instrument_signed-means = Signé par le chef de l’État, pas encore déposé.
outreach-outcome-signed = Traité signé
outreach-outcome-signed-means = Le traité a été signé auprès du dépositaire.
outreach-outcome-ratified = Ratification déposée
outreach-outcome-ratified-means = Un instrument de ratification, ou son équivalent, a été déposé.
outreach-outcome-acceded = Adhésion déposée
outreach-outcome-acceded-means = Un instrument d’adhésion a été déposé.
outreach-outcome-withdrawal_announced = Retrait annoncé
outreach-outcome-withdrawal_announced-means = Ils ont annoncé qu’ils se retireraient.
outreach-outcome-withdrawal_notified = Retrait notifié
outreach-outcome-withdrawal_notified-means = Le dépositaire en a reçu notification.
outreach-outcome-withdrawal_effective = Retrait effectif
outreach-outcome-withdrawal_effective-means = Ils se sont retirés.
outreach-outcome-refer_elsewhere = Renvoyé à un autre service
outreach-outcome-refer_elsewhere-means = Un autre service est compétent et a été indiqué.
outreach-outcome-follow_up_agreed = Suite convenue
outreach-outcome-follow_up_agreed-means = Le prochain contact est fixé.

## Les obstacles, selon le destinataire.

outreach-obstacle-capacity = Capacités
outreach-obstacle-capacity-means = Trop peu d’agents ; plusieurs traités attendent.
outreach-obstacle-priority = Priorité
outreach-obstacle-priority-means = La question n’est pas tenue pour urgente.
outreach-obstacle-legislative_queue = Calendrier parlementaire
outreach-obstacle-legislative_queue-means = Ordre du jour du parlement, élections, dissolution.
outreach-obstacle-government_change = Changement de gouvernement
outreach-obstacle-government_change-means = Un nouveau gouvernement réexamine la question.
outreach-obstacle-coordination = Coordination entre ministères
outreach-obstacle-coordination-means = Les ministères sont en désaccord, ou aucun n’est chargé du dossier.
outreach-obstacle-military_utility = Utilité militaire
outreach-obstacle-military_utility-means = L’arme ou l’option est jugée nécessaire.
outreach-obstacle-security_concern = Préoccupation de sécurité
outreach-obstacle-security_concern-means = Un voisin, un conflit ou une alliance.
outreach-obstacle-regional_rivalry = Rivalité régionale
outreach-obstacle-regional_rivalry-means = Pas avant tel autre État.
outreach-obstacle-linkage = Lien avec une autre question
outreach-obstacle-linkage-means = Lié à un autre traité, à une zone ou à une négociation.
outreach-obstacle-interoperability = Interopérabilité
outreach-obstacle-interoperability-means = Opérations menées avec des États qui ne sont pas parties.
outreach-obstacle-cost = Coût
outreach-obstacle-cost-means = Contributions, destruction ou dépollution.
outreach-obstacle-stockpile_burden = Destruction des stocks
outreach-obstacle-stockpile_burden-means = Ce qu’exigerait la destruction des stocks.
outreach-obstacle-clearance_burden = Dépollution
outreach-obstacle-clearance_burden-means = Ce qu’exigerait la dépollution des terres.
outreach-obstacle-reporting_burden = Rapports
outreach-obstacle-reporting_burden-means = Les rapports annuels.
outreach-obstacle-translation = Traduction
outreach-obstacle-translation-means = Il n’existe pas de texte dans une langue nationale.
outreach-obstacle-legal_model = Modèle de loi
outreach-obstacle-legal_model-means = Il n’y a pas de loi type, ou le système juridique en exige une.
outreach-obstacle-not_concerned = Non concerné
outreach-obstacle-not_concerned-means = Ils estiment que cela ne les regarde pas.
outreach-obstacle-sovereignty_dispute = Différend territorial
outreach-obstacle-sovereignty_dispute-means = Un territoire est contesté.
outreach-obstacle-unknown = Inconnu
outreach-obstacle-unknown-means = La question n’a pas encore été posée.

## L’appui demandé ou offert.

outreach-support-legal_advice = Conseil juridique
outreach-support-model_legislation = Loi type
outreach-support-translation = Traduction
outreach-support-accession_kit = Dossier d’adhésion
outreach-support-workshop = Atelier
outreach-support-expert_visit = Visite d’un expert
outreach-support-study_visit = Visite d’étude
outreach-support-sponsorship_travel = Prise en charge d’un voyage
outreach-support-reporting_help = Aide aux rapports
outreach-support-stockpile_destruction_help = Aide à la destruction des stocks
outreach-support-clearance_help = Aide à la dépollution
outreach-support-victim_assistance_help = Assistance aux victimes
outreach-support-training = Formation
outreach-support-ndc_capacity = Centre national de données
outreach-support-station_hosting = Accueil d’une station
outreach-support-match_donor = Recherche d’un donateur
outreach-support-peer_contact = Expérience d’un État de la région
outreach-support-parliamentary_briefing = Information du parlement

## À quel titre a agi l’auteur de la démarche.

outreach-acted-as-own_state = À titre national
outreach-acted-as-own_state-means = Pour l’État lui-même.
outreach-acted-as-partner_coordinator = En tant qu’autre coordonnateur
outreach-acted-as-partner_coordinator-means = L’État qui exerce la fonction avec le nôtre.
outreach-acted-as-joint = Conjointement
outreach-acted-as-joint-means = Plusieurs ensemble.
outreach-acted-as-regional_focal_state = En tant que point de contact régional
outreach-acted-as-regional_focal_state-means = L’État chargé d’une région.
outreach-acted-as-friends_group_member = En tant que membre d’un groupe d’amis
outreach-acted-as-friends_group_member-means = Par exemple les Amis du TICE.
outreach-acted-as-support_unit = En tant qu’unité d’appui
outreach-acted-as-support_unit-means = L’unité d’appui à l’application du traité.
outreach-acted-as-treaty_secretariat = En tant que secrétariat du traité
outreach-acted-as-treaty_secretariat-means = L’organisation du traité.
outreach-acted-as-ngo = En tant qu’ONG
outreach-acted-as-ngo-means = Une organisation non gouvernementale.
outreach-acted-as-icrc = En tant que CICR
outreach-acted-as-icrc-means = Le Comité international de la Croix-Rouge.
outreach-acted-as-un_agency = En tant qu’organisme des Nations Unies
outreach-acted-as-un_agency-means = Un bureau, un fonds ou une institution des Nations Unies.

## Si une démarche a eu lieu.

outreach-state-draft = Projet
outreach-state-draft-means = Ne peut pas encore servir de référence.
outreach-state-planned = Prévue
outreach-state-planned-means = Elle doit avoir lieu.
outreach-state-done = Faite
outreach-state-done-means = Elle a eu lieu. Seules celles-ci peuvent devenir publiques.
outreach-state-dropped = Abandonnée
outreach-state-dropped-means = Elle n’aura pas lieu.

## L’enceinte.

outreach-forum-unga_first_committee = Assemblée générale, Première Commission
outreach-forum-unga_plenary = Assemblée générale, plénière
outreach-forum-unga_high_level_week = Assemblée générale, semaine de haut niveau
outreach-forum-unsc = Conseil de sécurité
outreach-forum-cd = Conférence du désarmement
outreach-forum-cd_high_level = Conférence du désarmement, débat de haut niveau
outreach-forum-npt_revcon = Conférence d’examen du TNP
outreach-forum-npt_prepcom = Comité préparatoire du TNP
outreach-forum-artxiv_conference = Conférence de l’article XIV du TICE
outreach-forum-friends_ctbt = Amis du TICE
outreach-forum-ctbto_prepcom = Commission préparatoire de l’OTICE
outreach-forum-ctbto_wga = Groupe de travail A de l’OTICE
outreach-forum-ctbto_wgb = Groupe de travail B de l’OTICE
outreach-forum-ctbto_symposium = Colloque de l’OTICE
outreach-forum-ctbto_snt = TICE : conférence Science et technologie
outreach-forum-msp = Réunion des États parties
outreach-forum-revcon = Conférence d’examen
outreach-forum-intersessional = Réunion intersessions
outreach-forum-prepmeet = Réunion préparatoire
outreach-forum-coordination_committee = Comité de coordination
outreach-forum-iwg_universalization = Groupe de travail informel sur l’universalisation
outreach-forum-g7 = Groupe des Sept
outreach-forum-g7_npdg = Groupe des directeurs du G7 pour la non-prolifération
outreach-forum-eu = Union européenne
outreach-forum-au = Union africaine
outreach-forum-asean = ASEAN
outreach-forum-oas = Organisation des États américains
outreach-forum-caricom = CARICOM
outreach-forum-pif = Forum des îles du Pacifique
outreach-forum-nam = Mouvement des pays non alignés
outreach-forum-oif = Organisation internationale de la Francophonie
outreach-forum-ipu = Union interparlementaire
outreach-forum-nwfz_conference = Conférence des zones exemptes d’armes nucléaires
outreach-forum-iaea_gc = Conférence générale de l’AIEA
outreach-forum-opcw_csp = Conférence des États parties à la CIAC
outreach-forum-humanitarian_fora = Enceintes humanitaires

## Où en est un État, selon l’équipe.

outreach-stage-not_contacted = Non contacté
outreach-stage-not_contacted-means = Personne n’a fait de démarche auprès de lui.
outreach-stage-aware = Informé
outreach-stage-aware-means = Il connaît le traité et ce qui est demandé.
outreach-stage-interested = Intéressé
outreach-stage-interested-means = Il a déclaré son intérêt.
outreach-stage-process_open = Processus engagé
outreach-stage-process_open-means = Ses ministères se consultent.
outreach-stage-parliament = Au parlement
outreach-stage-parliament-means = Un projet de loi est devant le parlement.
outreach-stage-approved = Approuvé
outreach-stage-approved-means = Approuvé sur le plan interne, pas encore déposé.
outreach-stage-deposited = Déposé
outreach-stage-deposited-means = L’instrument a été déposé.
outreach-stage-stalled = À l’arrêt
outreach-stage-stalled-means = Il avançait et n’avance plus.
outreach-stage-blocked = Bloqué
outreach-stage-blocked-means = Un obstacle désigné l’empêche d’avancer.
outreach-stage-withdrew = En recul
outreach-stage-withdrew-means = Il est revenu sur ce qu’il avait engagé, ou s’est retiré.

## Une étape interne vers le dépôt.

outreach-step-consultation = Consultation des ministères
outreach-step-consultation-means = L’avis des ministères a été demandé.
outreach-step-cabinet_paper = Devant le conseil des ministres
outreach-step-cabinet_paper-means = Le conseil des ministres est saisi.
outreach-step-cabinet_approved = Accord du conseil des ministres
outreach-step-cabinet_approved-means = Le conseil des ministres a donné son accord.
outreach-step-bill_tabled = Projet de loi déposé
outreach-step-bill_tabled-means = Un projet de loi a été déposé au parlement.
outreach-step-committee = En commission
outreach-step-committee-means = Une commission parlementaire l’examine.
outreach-step-adopted = Adopté par le parlement
outreach-step-adopted-means = Le parlement l’a adopté.
outreach-step-signed_by_head_of_state = Signé par le chef de l’État
outreach-step-signed_by_head_of_state-means = Le chef de l’État a signé la loi ou l’instrument.
outreach-step-awaiting_deposit = En attente de dépôt
outreach-step-awaiting_deposit-means = L’instrument existe et n’a pas été déposé.

## Ce qui a été promis.

outreach-pledge-sign = Signer
outreach-pledge-sign-means = Signer le traité.
outreach-pledge-join = Adhérer
outreach-pledge-join-means = Ratifier, adhérer, ou l’équivalent.
outreach-pledge-vote = Voter pour
outreach-pledge-vote-means = Voter pour une résolution, ou s’en porter coauteur.
outreach-pledge-attend = Participer
outreach-pledge-attend-means = Participer à une réunion, y compris comme observateur.
outreach-pledge-implement = Appliquer
outreach-pledge-implement-means = Faire rapport, ou adopter des mesures internes.
outreach-pledge-assist = Aider
outreach-pledge-assist-means = Aider d’autres États.
outreach-pledge-other = Autre chose
outreach-pledge-other-means = Autre chose, dans ses propres termes.

## Ce qu’il est advenu d’une promesse.

outreach-pledge-state-open = En attente
outreach-pledge-state-open-means = Elle tient et n’est pas encore accomplie.
outreach-pledge-state-kept = Tenue
outreach-pledge-state-kept-means = Elle a été tenue.
outreach-pledge-state-in_part = Tenue en partie
outreach-pledge-state-in_part-means = Elle a été tenue en partie.
outreach-pledge-state-lapsed = Échue
outreach-pledge-state-lapsed-means = Son échéance est passée sans effet.
outreach-pledge-state-withdrawn = Retirée
outreach-pledge-state-withdrawn-means = Elle a été retirée.

## À quel point un acte est tenu pour lié à une démarche.

outreach-confidence-sequence = Il a suivi
outreach-confidence-sequence-means = L’acte a suivi ; rien ne relie l’un à l’autre.
outreach-confidence-possible = Possible
outreach-confidence-possible-means = La démarche a pu y contribuer.
outreach-confidence-probable = Probable
outreach-confidence-probable-means = Des raisons portent à penser qu’elle y a contribué.
outreach-confidence-acknowledged = Reconnu
outreach-confidence-acknowledged-means = Le destinataire l’a dit.

## La nature d’une fonction.

outreach-role-president = Présidence
outreach-role-president-means = Présidence d’une réunion, exercée ou désignée.
outreach-role-coordinator = Coordonnateur
outreach-role-coordinator-means = Coordonne une tâche, seul ou avec d’autres.
outreach-role-champion = Champion
outreach-role-champion-means = Plaide pour le traité dans une région ou partout.
outreach-role-special_envoy = Envoyé spécial
outreach-role-special_envoy-means = Personne désignée pour cette mission.
outreach-role-friend = Ami du traité
outreach-role-friend-means = Membre d’un groupe d’amis.
outreach-role-focal_point = Point de contact
outreach-role-focal_point-means = Point de contact d’une région ou d’un État.
outreach-role-other = Autre fonction
outreach-role-other-means = Une autre fonction, selon son intitulé.

## L’organe qui a voté.

outreach-voting-body-first_committee = Première Commission
outreach-voting-body-plenary = Assemblée générale
outreach-voting-body-other = Autre organe

## Le vote exprimé.

outreach-ballot-yes = Pour
outreach-ballot-no = Contre
outreach-ballot-abstain = Abstention
outreach-ballot-absent = N’a pas voté
