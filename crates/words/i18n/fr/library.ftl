## La bibliothèque : ce qu’est un document et de quoi il parle.

library-kind-statement = Déclaration
library-kind-working_paper = Document de travail
library-kind-report = Rapport
library-kind-national_report = Rapport national
library-kind-extension_request = Demande de prolongation
library-kind-final_document = Document final
library-kind-resolution = Résolution ou décision
library-kind-record = Compte rendu de séance
library-kind-agenda = Ordre du jour ou programme
library-kind-letter = Lettre ou note verbale
library-kind-message = Courriel
library-kind-press_release = Communiqué de presse
library-kind-web_page = Page d’un site
library-kind-legal_text = Traité ou loi
library-kind-other = Autre document

library-theme-general_exchange = Échange de vues général
library-theme-high_level_segment = Débat de haut niveau
library-theme-universalization = Universalisation
library-theme-entry_into_force = Entrée en vigueur
library-theme-clearance = Dépollution
library-theme-risk_education = Sensibilisation aux risques
library-theme-victim_assistance = Assistance aux victimes
library-theme-stockpile_destruction = Destruction des stocks
library-theme-cooperation_and_assistance = Coopération et assistance
library-theme-transparency = Transparence et rapports
library-theme-national_implementation = Mise en œuvre nationale
library-theme-compliance = Respect des obligations
library-theme-verification = Vérification
library-theme-nuclear_testing = Essais nucléaires
library-theme-nuclear_disarmament = Désarmement nucléaire
library-theme-non_proliferation = Non-prolifération
library-theme-transfers = Transferts
library-theme-use = Emploi d’armes
library-theme-humanitarian_consequences = Conséquences humanitaires
library-theme-gender = Genre
library-theme-civil_uses = Utilisations civiles et scientifiques
library-theme-action_plan = Plan d’action ou déclaration
library-theme-finances = Finances
library-theme-machinery = Réunions et unité d’appui
library-theme-synergies = Synergies

library-distribution-general = Générale
library-distribution-limited = Limitée
library-distribution-restricted = Restreinte
