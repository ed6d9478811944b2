# Les clés d’accès.

passkeys-title = Vos clés d’accès
passkeys-lede = Une clé d’accès vous connecte au moyen de votre appareil : son lecteur d’empreintes, votre visage ou son code. Elle ne vaut que pour ce site ; ce que celui-ci en conserve n’ouvre rien.
passkeys-none = Vous n’avez encore aucune clé d’accès.
passkeys-removed-how = Supprimer une clé d’accès ici vous déconnecte partout ailleurs. Elle reste sur votre appareil tant que vous ne l’y effacez pas. Un nouveau mot de passe laisse vos clés d’accès en l’état.

passkey-name = Nom
passkey-name-how = Pour la reconnaître : « portable du ministère », « mon téléphone ».
passkey-added = Ajoutée
passkey-used = Dernier usage
passkey-never = jamais
passkey-kept = Conservée
passkey-synced = sur plusieurs appareils, ou dans une sauvegarde
passkey-one-device = sur un seul appareil
passkey-site = Pour
passkey-elsewhere = – une autre adresse que celle-ci ; elle ne peut servir ici
passkey-rename = Renommer
passkey-remove = Supprimer
passkey-copied-at = Le { $what }, le compteur de cette clé d’accès a reculé : il en existe peut-être une copie. Elle n’est plus acceptée. Supprimez-la et, si vous n’avez pas restauré d’appareil, déconnectez-vous partout ailleurs.
passkey-add-title = Ajouter une clé d’accès
passkey-add = Ajouter une clé d’accès
passkey-prove = Pour ajouter ou supprimer une clé d’accès, confirmez d’abord qu’il s’agit bien de vous.
passkey-script = Votre navigateur ne crée pas ici de clés d’accès, ou n’exécute pas de scripts. Tout le reste fonctionne sans cela.
passkey-nowhere = Il n’y a pas de clés d’accès à cette adresse. Le responsable de cette instance doit d’abord lui indiquer son adresse publique.

passkey-done-added = La clé d’accès est ajoutée. Essayez-la à la prochaine connexion.
passkey-done-renamed = La clé d’accès porte son nouveau nom.
passkey-done-removed = La clé d’accès est supprimée et vous êtes déconnecté partout ailleurs.

passkey-reset = Vos clés d’accès restent en l’état ; supprimez celles d’un appareil perdu sur la page de votre compte.
passkey-or = Ou sans mot de passe :
passkey-sign-in = Se connecter avec une clé d’accès
passkey-confirm = Confirmer avec une clé d’accès

passkey-stopped = L’opération a été interrompue ou a pris trop de temps. Rien n’a changé.
passkey-failed = Votre navigateur n’y est pas parvenu. Réessayez, ou utilisez votre mot de passe.
passkey-refused = Cette clé d’accès n’a pas été acceptée. Réessayez, ou utilisez votre mot de passe.
passkey-too-late = L’opération a pris trop de temps. Réessayez.
passkey-not-verified = Votre appareil n’a pas vérifié votre identité. Configurez-y une empreinte, votre visage ou un code, ou utilisez-en un autre.
passkey-algorithm = Ce type de clé d’accès n’est pas connu ici. Utilisez un autre appareil.
passkey-copied = Il existe peut-être une copie de cette clé d’accès : elle n’est plus acceptée. Connectez-vous avec votre mot de passe et supprimez-la de votre compte.
passkey-unknown = Cette clé d’accès n’est pas connue ici. Elle a peut-être été supprimée du compte, ou relève d’un autre.
passkey-known = Cet appareil a déjà une clé d’accès pour votre compte.
passkey-too-many = Vous avez atteint le nombre de clés d’accès permis. Supprimez-en une d’abord.
passkey-last = C’est votre seul moyen de connexion. Ajoutez-en un autre, ou choisissez un mot de passe, avant de la supprimer.
passkey-bad-name = Donnez à la clé d’accès un nom d’au plus 120 caractères.
passkey-gone = Cette clé d’accès n’existe plus.
