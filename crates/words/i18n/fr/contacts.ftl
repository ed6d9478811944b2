# Les démarches : la liste, et l’une d’elles.

nav-approaches = Démarches
index-outreach = Démarches
api-part-outreach = Démarches
expected-code = l’un des mots que la référence des adresses indique

approaches-title = Démarches
approaches-follow-up-title = Suites à donner
approaches-lede = Qui s’est adressé à qui au sujet d’un traité, et ce qui en est résulté : ce qui a été rendu public. Les équipes voient les leurs une fois connectées.
approaches-lede-in = Qui s’est adressé à qui au sujet d’un traité, et ce qui en est résulté : ce que vous pouvez voir.
approaches-new = Consigner une démarche
approaches-all = Toutes les démarches
approaches-any = indifférent
approaches-more = Autres critères
approaches-narrow = Affiner la liste
approaches-none-so = Aucune démarche que vous pouvez voir ne répond à ces critères. Retirez-en, ou consultez-les toutes.
approaches-empty = Il n’y a rien ici pour l’instant. On y lira qui s’est adressé à quel État au sujet d’un traité, à quel niveau, ce qui a été répondu et ce qui reste à faire.
approaches-sign-in = Connectez-vous pour voir celles de vos équipes et en consigner une
approaches-demo = La personne qui gère l’instance peut en montrer un exemple, puis le retirer :
approaches-count = { $n ->
    [one] Une démarche.
   *[other] { $n } démarches.
}
approaches-count-so = { $n ->
    [one] Une démarche répond à ces critères.
   *[other] { $n } démarches répondent à ces critères.
}
approaches-count-open = { $n ->
    [one] Une suite reste à donner à l’une d’elles.
   *[other] Une suite reste à donner à { $n } d’entre elles.
}

approach-title = Démarche
approach-who = Auteur
approach-whom = Destinataire
approach-kind = Nature
approach-stage = Avancement
approach-level = Niveau
approach-channel = Voie suivie
approach-forum = Enceinte
approach-place = Lieu
approach-meeting = Réunion
approach-acted-as = À quel titre
approach-themes = Arguments
approach-points = Ce qui a été dit
approach-answer = Ce qui a été répondu
approach-outcome = Résultat
approach-obstacle = Obstacles
approach-asked = Appui demandé
approach-offered = Appui offert
approach-note = Note
approach-nobody = non nommé
approach-no-day = sans date
approach-follow-up = Suite
approach-follow-up-open = à donner
approach-follow-up-overdue = en retard
approach-words = Mots
approach-from = Du
approach-to = Au
approach-next = Prochaines étapes
approach-step = Étape
approach-owner = Par qui
approach-due = Échéance
approach-done = Accomplie
approach-open = Pas encore
approach-papers = Documents
approach-followed = Ce qui a suivi
approach-followed-note = Quelqu’un a consigné que ceci a suivi, et à quel point il tient la démarche pour liée à ce fait. Le programme n’attribue aucun mérite.
approach-seen-by = Qui peut la voir
approach-released = Communiquée sous
approach-history = Au registre
approach-edit = La corriger ou la compléter
approach-repeat = En consigner une semblable

state-approaches = Démarches
state-approaches-count = { $n ->
    [one] Une démarche concernant cet État, que vous pouvez voir.
   *[other] { $n } démarches concernant cet État, que vous pouvez voir.
}
state-approaches-last = La dernière

body-approach = démarche
body-release = communication d’un extrait
body-team = équipe
body-person = personne
body-seat = siège dans une équipe
body-key = clé d’une instance
body-agreement = accord de passation
body-campaign = campagne
body-stage = étape d’un État
body-pledge = promesse
body-attribution = suite d’une démarche
body-roll-call = vote par appel nominal
