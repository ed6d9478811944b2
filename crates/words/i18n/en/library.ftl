## The library: what a document is and what it speaks of.

library-kind-statement = Statement
library-kind-working_paper = Working paper
library-kind-report = Report
library-kind-national_report = National report
library-kind-extension_request = Request for an extension
library-kind-final_document = Final document
library-kind-resolution = Resolution or decision
library-kind-record = Record of a meeting
library-kind-agenda = Agenda or programme
library-kind-letter = Letter or note verbale
library-kind-message = Message
library-kind-press_release = Press release
library-kind-web_page = Page of a site
library-kind-legal_text = Treaty or law
library-kind-other = Other document

library-theme-general_exchange = General exchange of views
library-theme-high_level_segment = High-level segment
library-theme-universalization = Universalization
library-theme-entry_into_force = Entry into force
library-theme-clearance = Clearance
library-theme-risk_education = Risk education
library-theme-victim_assistance = Victim assistance
library-theme-stockpile_destruction = Stockpile destruction
library-theme-cooperation_and_assistance = Cooperation and assistance
library-theme-transparency = Transparency and reports
library-theme-national_implementation = National implementation
library-theme-compliance = Compliance
library-theme-verification = Verification
library-theme-nuclear_testing = Nuclear testing
library-theme-nuclear_disarmament = Nuclear disarmament
library-theme-non_proliferation = Non-proliferation
library-theme-transfers = Transfers
library-theme-use = Use of weapons
library-theme-humanitarian_consequences = Humanitarian consequences
library-theme-gender = Gender
library-theme-civil_uses = Civil and scientific uses
library-theme-action_plan = Action plan or declaration
library-theme-finances = Finances
library-theme-machinery = Meetings and support unit
library-theme-synergies = Synergies

library-distribution-general = General
library-distribution-limited = Limited
library-distribution-restricted = Restricted
