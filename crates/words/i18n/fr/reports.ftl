## La page où se font les rapports.

nav-reports = Rapports
reports-title = Rapports
reports-title-of = { $kind } : { $short }
reports-lede = Un document tiré du registre, pour une conférence, une capitale ou qui prend la suite. Il énonce des faits et rien d’autre, et chaque phrase mène aux écritures sur lesquelles elle repose.
reports-make = Faire un rapport
reports-kinds = Ce qu’il y a
reports-example = Par exemple
reports-kind = Genre
reports-treaty = Traité
reports-states = États
reports-states-all = Un rapport de ce genre porte sur tous les États.
reports-states-some-or-all = Par leur nom, séparés par des virgules. Vide : tous les États.
reports-states-some = Par leur nom, séparés par des virgules ; un au moins.
reports-plan = Plan d’action
reports-plan-says = Parmi ceux qui figurent au registre au titre du traité.
reports-plan-last = le dernier à cette date
reports-plan-none = aucun ne figure au registre
reports-from = Premier jour
reports-from-none = Un rapport de ce genre porte sur un jour et n’en a pas.
reports-from-either = Vide : un rapport sur le dernier jour seul.
reports-from-period = Vide : un an avant le dernier jour.
reports-to = Dernier jour, ou le jour dont il s’agit
reports-for = Pour qui
reports-for-says = Il est tiré de ce que ceux-là peuvent voir, et n’en sait pas davantage.
reports-for-sign-in = Qui est connecté peut en faire un pour une équipe.
reports-in = Langue
reports-notes = Sources
reports-notes-none = non imprimées
reports-notes-foot = au pied des pages
reports-notes-end = après le texte
reports-pictures = Images
reports-picture-map = la carte de ce jour
reports-picture-curve = la courbe jusqu’à ce jour
reports-head = Ce qui figure au-dessus du titre
reports-before = Devant qui il est présenté
reports-before-more = et, à la ligne suivante
reports-venue = Lieu et date de cette réunion
reports-symbol = Cote
reports-distribution = Distribution
reports-agenda = Point de l’ordre du jour
reports-date = Sa date
reports-show = Faire le rapport
reports-preview = Aperçu
reports-told = Le rapport a { $paragraphs ->
    [one] un paragraphe
   *[other] { $paragraphs } paragraphes
}{ $annexes ->
    [0] {""}
    [one] {" "}et une annexe
   *[other] {" "}et { $annexes } annexes
}.
reports-for-public = Fait pour tout le monde, à partir du registre public seul.
reports-for-signed-in = Fait pour toute personne connectée ici, à partir de ce que chacune peut voir.
reports-for-team = Fait pour { $what }, à partir de ce que cette équipe peut voir. Son en-tête le dit : il n’est pour personne d’autre.
reports-sees-more = Vous pouvez en voir davantage : ce qu’un lien ouvre n’est pas toujours dans le rapport.
reports-aside = { $what } Ce qui a été donné est laissé de côté.
reports-take = À emporter
reports-asks = La question qui répond la même chose
reports-rests = { $n ->
    [one] une écriture
   *[other] { $n } écritures
}
reports-mend = Il n’y a pas encore de rapport. Il ne peut être répondu ainsi à ce qui est demandé :
reports-of-campaign = Un rapport sur sa durée
reports-of-plan = Un rapport à son sujet
reports-of-meeting = Un rapport jusqu’à cette réunion
reports-of-brief = Documents à son sujet
report-refused-treaty = On ne savait rien de ce traité à ce moment.
report-refused-first-day = Un rapport de ce genre commence un jour donné.
report-refused-one-day = Un rapport de ce genre porte sur un jour et n’a pas de premier jour.
report-refused-order = Le premier jour vient après le dernier.
report-refused-plan = Aucun plan d’action de ce nom ne figure au registre au titre du traité.
report-refused-no-plan = Un rapport de ce genre ne porte sur aucun plan d’action.
report-refused-state = Un rapport de ce genre porte sur un État : il faut en nommer un.
report-refused-states = Un rapport de ce genre porte sur tous les États ; aucun n’est nommé.
problem-no-report-title = Il n’y a pas de tel rapport
problem-no-report = Aucun genre de rapport ne s’appelle « { $given } ».
expected-reader = public ; ou, pour qui est connecté, signed-in ou l’identifiant d’une de ses équipes
expected-paper-language = une langue dans laquelle des rapports sont écrits : en ou fr
expected-words = une ligne de 200 caractères au plus, et trois lignes au plus devant qui il est présenté
api-part-reports = Les rapports

## Les genres : de chacun le nom et, en une ligne, ce qu’il énonce.

report-kind-progress = Rapport d’activité
report-kind-progress-says = Ce qui a été fait pour un traité entre deux jours et par qui, qui s’y est joint, ce qui manque encore, et à qui passe la charge.
report-kind-activities = Activités des États
report-kind-activities-says = Ce que des États ont mené à bien en faveur d’un traité entre deux jours : auprès de ceux dont dépend son entrée en vigueur, auprès d’autres, au niveau mondial et au niveau régional.
report-kind-status = État du traité
report-kind-status-says = Combien en sont où en vertu d’un traité à la fin d’un jour, ce qui manque encore à son entrée en vigueur, et le tableau de tous.
report-kind-obligations = Obligations
report-kind-obligations-says = Ce que les États doivent en vertu d’un traité à un jour ou sur une période, qui l’a fait, et qui est en retard pour autant que le registre le dise.
report-kind-plan = Plan d’action
report-kind-plan-says = Un plan d’action : son objectif en regard de l’état du traité, qui s’est joint depuis, et ses actions pour autant que leurs textes figurent au registre.
report-kind-brief = Fiche sur des États
report-kind-brief-says = Tout ce qu’il faut avoir lu avant de parler à un État, État par État, chacun sur sa page.
report-kind-bilateral = Note pour un entretien bilatéral
report-kind-bilateral-says = Ce dont on a besoin lors d’un entretien avec un État : que dire, ce qui a été évoqué et promis, ce qui fait obstacle ; puis le contexte.
report-kind-sentence = Phrase sur l’état du traité
report-kind-sentence-says = Combien d’États en sont où, qui a rejoint le traité depuis un jour donné et à qui souhaiter la bienvenue, en phrases à prononcer.
report-kind-votes = Relevé des votes
report-kind-votes-says = Comment les États ont voté sur des résolutions relatives à un traité entre deux jours, vote par vote ou État par État.
report-kind-assistance = Assistance
report-kind-assistance-says = Qui a aidé qui au titre d’un traité entre deux jours, et à quoi ; quelle aide a été demandée, proposée et promise.
