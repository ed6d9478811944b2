# Entrer par un service d’identité qui se porte garant des personnes. { $what } est son nom.

issuer-sign-in = Se connecter avec { $what }
issuer-join = Rejoindre avec { $what }
issuer-join-how = Avec { $what }, aucun mot de passe n’est nécessaire ici : donnez votre nom et connectez-vous là-bas.
issuer-confirm-lede = Ce que vous allez faire demande de prouver encore une fois que c’est bien vous. Vous reprendrez ensuite là où vous en étiez.
issuer-confirm = Confirmer avec { $what }

issuer-title = Connexion avec { $what }
issuer-go-lede = Vous passez à { $what } pour vous y connecter, puis vous revenez ici.
issuer-go = Continuer vers { $what }
issuer-other-ways = Se connecter ou réessayer

issuer-told-errand = Cette connexion n’a pas été commencée dans ce navigateur, a dépassé dix minutes ou a déjà abouti. Recommencez.
issuer-told-silent = { $what } ne répond pas pour l’instant. Connectez-vous autrement ou réessayez dans une minute.
issuer-told-declined = { $what } ne vous a pas connecté, ou vous êtes revenu en arrière. Rien n’a été modifié.
issuer-told-refused = La réponse de { $what } n’a pas pu être vérifiée ; personne n’a été connecté. Réessayez et, si cela persiste, signalez-le au responsable de cette instance.
issuer-told-weak = Vous ne vous êtes pas connecté à { $what } de la manière exigée ici, par exemple avec un second facteur.
issuer-told-stranger = { $what } vous connaît, mais personne ne vous connaît encore ici. Les comptes s’ouvrent sur invitation : ouvrez le lien de la vôtre et rejoignez avec { $what }. Si vous avez déjà un compte, connectez-vous comme auparavant et ajoutez { $what } sur la page de votre compte.
issuer-told-linked = Ce compte est déjà lié à quelqu’un ici.
issuer-told-last = C’est le dernier moyen de vous connecter ; il demeure tant que vous n’en avez pas d’autre.
issuer-told-other = Votre identité n’a pas pu être confirmée. Connectez-vous de nouveau à { $what }, avec le compte lié au vôtre.
issuer-told-wait = Trop de personnes de votre réseau sont allées vers { $what } sans en revenir. Attendez un quart d’heure.

issuer-own-title = Votre compte auprès de { $what }
issuer-own-none = Vous pouvez vous connecter avec le compte que vous avez auprès de { $what }. Seul un numéro de ce compte est conservé ici.
issuer-own-add = Ajouter { $what }
issuer-own-remove = Retirer { $what }
issuer-own-remove-how = Vous ne pourrez plus vous connecter avec { $what }. Votre compte là-bas reste tel qu’il est.
issuer-own-since = Lié depuis
issuer-own-used = Dernière utilisation
issuer-own-never = pas encore
issuer-own-added = Le compte est lié : vous pouvez désormais vous connecter avec lui. Vos autres sessions sont closes.
issuer-own-removed = Le compte est retiré. Vos autres sessions sont closes.

signed-out-title = Vous êtes déconnecté ici
signed-out-elsewhere = Vous êtes peut-être encore connecté à { $what }. Sur une machine partagée, déconnectez-vous là-bas aussi.
signed-out-there = Se déconnecter de { $what }
signed-out-home = Continuer sans se connecter
