# What people do: recording, releasing.

entry-release = Communiquer un extrait de cette démarche

release-title = Communiquer un extrait
release-back = La démarche
release-seen-by = Qui voit la démarche
release-what = Ce qui est communiqué
release-always = Tout extrait indique le traité concerné, que la démarche a eu lieu, sa nature, et quels États ou organisations se sont adressés à quels autres.
release-to = Qui peut voir l’extrait
release-to-public = Tout le monde
release-to-signed-in = Toute personne connectée ici
release-to-nobody = Choisissez qui peut voir l’extrait.
release-circle-unknown = Cette équipe n’existe plus. Choisissez de nouveau qui peut voir l’extrait.
release-label = Jusqu’où il peut être transmis
release-no-label = Rien n’est indiqué
release-label-unknown = Cette étiquette n’existe pas.
release-label-narrower = Cette étiquette n’admet pas un cercle aussi large : choisissez une étiquette plus ouverte ou un cercle plus restreint.
release-member-unknown = Vous avez choisi un élément qu’une démarche ne comporte pas. Ouvrez la page de nouveau.
release-for-good = L’extrait est une inscription distincte qui ne révèle rien d’autre de la démarche. Il peut être retiré ; ce qui aura été lu d’ici là l’aura été.
release-button = Communiquer

member-persons = Les participants, par leur nom
member-capacities = Leurs fonctions
member-levels = Leur niveau
member-acted_as = À quel titre ils ont agi
member-on = La date
member-channel = La voie suivie
member-place = Le lieu
member-forum = L’enceinte
member-meeting = La réunion
member-themes = Les arguments
member-points = Ce qui a été dit
member-answer = Ce qui a été répondu
member-outcomes = Les suites
member-obstacles = Les obstacles
member-asked = L’appui demandé
member-offered = L’appui offert
member-next = La prochaine étape
member-documents = Les documents
member-note = La note

problem-may-not-title = Vous ne pouvez pas faire cela
may-not-token = Le jeton n’a pas été établi à cette fin. Publier, inviter ou administrer demande une personne connectée.
may-not-role = Il faut être au moins { $role } pour cela.
may-not-each-team = Cela appartient à plusieurs équipes. Il faut être au moins { $role } dans chacune d’elles.
may-not-office = Seuls les administrateurs du bureau peuvent faire cela.
may-not-public = C’est déjà public.
role-name-reader = lecteur
role-name-contributor = contributeur
role-name-editor = éditeur
role-name-administrator = administrateur

problem-not-recorded-title = Rien n’a été consigné
problem-needs-token = Un programme consigne au moyen d’un jeton de sa personne : envoyez-le sous la forme `Authorization: Bearer …`. Les jetons s’établissent sur la page du compte.
problem-not-json = Envoyez du JSON, et dites-le : `Content-Type: application/json`.
problem-body-too-large = C’est trop volumineux : { $most } octets au plus sont reçus.
problem-not-recorded = Rien n’a été consigné : { $why }.
problem-other-under-key = Vous avez déjà consigné autre chose sous cette clé. Une clé ne vaut que pour une entrée : choisissez-en une autre pour celle-ci.
problem-not-kept = Le registre n’a pas pu être écrit, et il se peut que nul ne sache si ceci a été consigné. Vérifiez avant de renvoyer ; la cause figure au journal de l’instance.

handover-title = Passation
handover-back = L’équipe
handover-lede = L’équipe accepte ici que ce qui est pour elle seule, ou pour elle et d’autres qui l’acceptent aussi, soit remis aux coordinateurs suivants : sous la forme d’un paquet signé, à une instance dont la clé a été comparée.
handover-nobody = Aucune clé d’une autre instance n’est encore reconnue ici. La personne qui gère l’instance en ajoute une lorsque son empreinte a été comparée de vive voix.
handover-fingerprint = Empreinte de la clé
handover-said = Ce que l’équipe a dit
handover-agreed = Elle accepte de remettre ce qui concerne
handover-agreed-all = Elle accepte de tout remettre
handover-not-agreed = Elle n’accepte de rien remettre
handover-what = Ce qui est remis
handover-all = Tout, quel qu’en soit l’objet
handover-agree = Accepter
handover-withdraw = Ne plus accepter
handover-how = Ce qui porte l’étiquette TLP:RED ou TLP:AMBER+STRICT n’est jamais remis. Cette page n’envoie rien : la personne qui gère l’instance établit le paquet, et il comprend ce que les équipes acceptent ce jour-là.
handover-nothing = Choisissez ce qui est remis : tout, ou les traités concernés.
handover-no-key = Cette clé n’est plus reconnue ici.
handover-no-treaty = L’un des traités ne figure plus au registre. Ouvrez la page de nouveau.

held-back = Vous vous êtes connecté par un mot de passe seul : rien de vos équipes ne vous est montré pour l’instant.
held-back-how = Ajoutez une application d’authentification ou une clé d’accès, ou connectez-vous avec celle que vous avez
