# Les équipes et leurs membres.

teams-title = Équipes
teams-all = Les équipes, leurs membres et les invitations
teams-office = Vous administrez cette instance : vous voyez quelles équipes existent, mais rien de ce qu’elles consignent.
teams-left = Vous ne faites plus partie de cette équipe.
teams-found = Créer une équipe
teams-found-button = Créer

team-title = Équipe
team-name = Nom
team-name-how = Toute personne connectée peut lire le nom des équipes.
team-id = Nom abrégé
team-id-how = De 2 à 40 minuscules sans accent, chiffres et traits d’union. Les entrées désignent l’équipe par ce nom ; il ne change donc jamais.
team-you = Vous êtes
team-not-in = hors de l’équipe
team-self = (vous)
team-members = Membres
team-person = Personne
team-role = Rôle
team-since = Depuis
team-change = Modifier
team-set = Attribuer
team-role-of = Rôle de { $what }
team-role-set = Attribuer ce rôle à { $what }
team-take-out = Retirer
team-take-out-of = Retirer { $what } de l’équipe
team-leave = Quitter l’équipe
team-empty = Elle n’a encore aucun membre.
team-erased = une personne effacée
team-from-office = Vous ne faites pas partie de cette équipe. Comme vous administrez l’instance, vous pouvez la renommer, en retirer des personnes et des jetons, et inviter un administrateur tant qu’elle n’en a pas.
team-confirm = Pour modifier quelque chose ici, confirmez d’abord votre identité

team-reader = lecteur
team-contributor = contributeur
team-editor = éditeur
team-administrator = administrateur

team-invitations = Invitations
team-no-invitation = Aucune invitation n’est en attente.
team-invited = Personne invitée
team-by = Par
team-by-owner = le propriétaire de la machine
team-until = Jusqu’au
team-withdraw = Annuler
team-withdraw-of = Annuler l’invitation de { $what }
team-invite = Inviter quelqu’un
team-invite-how = Vous recevez un lien et le transmettez vous-même : rien n’est envoyé.
team-invite-button = Créer le lien

team-tokens = Jetons des programmes
team-no-token = Aucun programme n’agit au nom d’un membre.
token-name = Usage
token-owner = Titulaire
token-may = Droits
token-used = Dernier usage
token-never = jamais
token-read = lire
token-write = consigner
token-export = exporter
token-revoke = Révoquer
token-revoke-of = Révoquer { $what }

team-rename = Renommer l’équipe
team-rename-button = Renommer

team-founded = L’équipe est créée. Invitez son premier administrateur.
team-renamed = L’équipe porte un nouveau nom.
team-role-changed = Le rôle est modifié.
team-removed = Cette personne ne fait plus partie de l’équipe.
team-withdrawn = L’invitation est annulée : son lien n’ouvre plus rien.
team-revoked = Le jeton est révoqué : il n’ouvre plus rien.

team-not-there = Cela n’existe plus : quelqu’un vous a devancé, ou le délai est écoulé.
team-not-yours = Votre rôle dans l’équipe ne le permet pas.
team-taken = Une équipe porte déjà ce nom abrégé.
team-bad-name = Ce nom ne peut être retenu : de 1 à 120 caractères, tous visibles, sans mention de classification.
team-bad-id = Ce nom abrégé ne peut être retenu : de 2 à 40 minuscules sans accent, chiffres et traits d’union intérieurs.
team-already-in = Un membre de l’équipe a déjà cette adresse : modifiez plutôt son rôle.
team-last = L’équipe n’aurait plus d’administrateur. Donnez d’abord ce rôle à quelqu’un d’autre.
team-first = L’équipe n’a pas d’administrateur : la première personne invitée le devient.
team-oneself = Personne ne s’invite soi-même ni n’élève son propre rôle.

invited-title = Le lien de l’invitation
invited-lede = Transmettez vous-même ce lien, à cette seule personne. Il n’est affiché qu’une fois.
invited-link = Lien
invited-back = Retour à l’équipe
invited-how = Quiconque l’ouvre rejoint l’équipe. Il ne sert qu’une fois. S’il s’est égaré, annulez l’invitation et créez-en une autre.

author-person = une personne

audit-title = Journal
audit-lede = Connexions des membres de l’équipe, invitations, rôles, jetons et publications d’extraits. Seuls ses administrateurs voient cette page.
audit-lede-instance = Connexions, comptes, équipe d’administration, et équipes existantes. Ce qui se passe dans une équipe, ses administrateurs le voient.
audit-from = Du
audit-to = Au
audit-what = Événement
audit-at = Date
audit-whom = Personne concernée
audit-network = Réseau
audit-newer = Plus récents
audit-older = Plus anciens
audit-count = Résultats : { $n }. Connexions, liens et jetons sont conservés 400 jours.
audit-signed-in = connexion
audit-failed = échec de connexion
audit-locked = attente imposée après des échecs
audit-signed-out-everywhere = déconnexion de toutes les sessions
audit-invited = invitation
audit-withdrawn = invitation annulée
audit-joined = arrivée dans l’équipe
audit-token-made = jeton créé
audit-token-revoked = jeton révoqué
audit-proofs-changed = moyens de connexion modifiés
audit-reset-made = lien de nouveau mot de passe créé
audit-reset-used = nouveau mot de passe choisi par un lien
audit-exported = données personnelles remises
audit-erased = personne effacée
audit-seated = rôle attribué
audit-left = départ de l’équipe
audit-named = équipe créée ou renommée
audit-released = extrait publié
