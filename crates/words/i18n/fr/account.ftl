# Son propre compte.

confirm-title = Confirmez que c’est bien vous
confirm-lede = Ce que vous allez faire demande à nouveau votre mot de passe. Vous reprendrez ensuite là où vous en étiez.
confirm-code = Code de votre application d’authentification, ou code de secours
confirm-refused = Ce n’est pas correct. Donnez de nouveau le mot de passe, et un nouveau code s’il est demandé.
confirm-button = Confirmer

sign-in-reset = Votre nouveau mot de passe est en vigueur. Connectez-vous avec lui.
sign-in-erased = Vous n’êtes plus connu ici. Vos sièges ont pris fin, et ce que vous avez consigné ne nomme personne.
sign-in-everywhere = Vous êtes déconnecté partout.

reset-title = Choisir un nouveau mot de passe
reset-lede = Ce lien permet de choisir un nouveau mot de passe pour ce compte. Il sert une seule fois et vaut un jour.
reset-button = Adopter ce mot de passe
reset-how = Vous serez ensuite déconnecté partout et vous connecterez avec le nouveau mot de passe. L’application d’authentification reste nécessaire à qui en a une, sauf si le lien a été établi parce qu’elle est perdue.

account-title = Votre compte
account-name = Nom
account-teams = Vos équipes
account-no-team = Vous n’appartenez à aucune équipe. Vous voyez ce que voit toute personne connectée ; l’administrateur d’une équipe peut vous y inviter.
account-how = Comment vous vous connectez
account-language = Langue des pages
account-language-button = Enregistrer
account-language-how = Avec *, seuls les noms d’États et de traités sont dans cette langue.
account-bad-language = Choisissez l’une des langues.

account-done-called = Votre nom et votre adresse sont modifiés.
account-done-language = Les pages vous sont désormais présentées dans cette langue.
account-done-password = Votre mot de passe est modifié. Vous êtes déconnecté partout ailleurs.
account-done-app-removed = L’application et les codes de secours sont supprimés. Vous êtes déconnecté partout ailleurs.
account-done-ended = Cette session est terminée.
account-done-others = Vous êtes déconnecté partout ailleurs.
account-done-revoked = Le jeton est révoqué. Les programmes qui l’emploient sont désormais refusés.

account-name-title = Modifier votre nom ou votre adresse
account-name-button = Enregistrer
account-email-how = Elle sert à vous connecter. Aucun message n’y est envoyé.
account-email-taken = Quelqu’un a déjà cette adresse ici.
account-name-record = Le registre vous désigne par un numéro. Il reçoit un nouveau code par lequel vous pouvez prouver que ce numéro est le vôtre ; votre nom n’y figure pas.

account-password-title = Modifier votre mot de passe
account-password-set = Choisi le { $what }.
account-password-none = Aucun. L’exploitant de cette instance peut vous donner un lien pour en choisir un.
account-password-lede = Sa modification met fin à toutes vos autres sessions.
account-password-present = Votre mot de passe actuel
account-password-new = Nouveau mot de passe
account-password-again = Le nouveau mot de passe, une seconde fois
account-password-differs = Les deux diffèrent. Tapez deux fois le nouveau mot de passe.
account-password-wrong = Le mot de passe actuel, ou le code s’il est demandé, n’est pas correct.

account-app-title = Application d’authentification
account-app-since = Ajoutée le { $what }.
account-app-none = Aucune : votre mot de passe suffit pour entrer.
account-app-change = La changer ou la supprimer
account-app-lede = Une application de votre téléphone affiche toutes les demi-minutes un nouveau code de six chiffres. Grâce à elle, connaître votre mot de passe ne suffit à personne pour se connecter à votre place.
account-app-needs = Toute application de ce genre convient (RFC 6238). Ayez le téléphone sous la main.
account-app-added = Ajoutée
account-app-add-title = Ajouter une application
account-app-other = Utiliser une autre application
account-app-other-how = L’application actuelle reste valable tant que l’autre n’est pas ajoutée.
account-app-remove = Supprimer l’application
account-app-remove-how = Votre mot de passe suffira alors pour entrer. Les codes de secours disparaissent aussi, et toutes vos autres sessions prennent fin.
account-app-scan = Ouvrez l’application et dirigez son appareil photo vers cette image.
account-app-picture = Code QR destiné à l’appareil photo de l’application. Il dit la même chose que la clé ci-dessous.
account-app-type = Ou tapez-y cette clé :
account-app-here = Ou ouvrez l’application sur cet appareil
account-app-first = Donnez le code que l’application affiche maintenant.
account-app-code-wrong = Ce n’est pas le code de cet instant. Attendez le suivant ; l’horloge du téléphone doit être juste.
account-app-add-button = Ajouter l’application

account-codes-title = Codes de secours
account-codes-left = { $n ->
    [0] Il ne reste aucun code de secours.
    [one] Il reste { $n } code de secours.
   *[other] Il reste { $n } codes de secours.
}
account-codes-made = Établis le { $what }.
account-codes-anew = Établir de nouveaux codes de secours
account-codes-anew-how = Ceux que vous avez ne vaudront alors plus rien.
account-codes-added = L’application est ajoutée. Vous êtes déconnecté partout ailleurs.
account-codes-new = Ces codes sont nouveaux ; les précédents ne valent plus rien.
account-codes-lede = Imprimez-les ou notez-les, et gardez-les ailleurs que le téléphone. Chacun permet de se connecter une fois, à la place d’un code de l’application. Ils ne sont affichés que cette fois.
account-codes-kept = Je les ai conservés

account-passkeys-n = { $n ->
    [0] aucune
    [one] { $n } clé d’accès
   *[other] { $n } clés d’accès
}

account-sessions-title = Où vous êtes connecté
account-sessions-n = { $n ->
    [one] { $n } session
   *[other] { $n } sessions
}
account-sessions-lede = Une session prend fin d’elle-même après une heure sans usage, et au bout de douze heures. Si l’une d’elles vous est inconnue, mettez-y fin et changez de mot de passe.
account-session-by = Avec
account-session-begun = Depuis
account-session-seen = Dernier usage
account-session-end = Terminer
account-session-this = celle-ci
account-sessions-others = Se déconnecter partout ailleurs
account-sessions-all = Se déconnecter partout
account-browser = { $browser } sous { $system }
account-no-browser = un programme qui ne dit pas ce qu’il est

account-tokens-title = Jetons pour programmes
account-tokens-n = { $n ->
    [0] aucun
    [one] { $n } jeton
   *[other] { $n } jetons
}
account-tokens-lede = Avec un jeton, un programme consulte en votre nom, au sein d’une de vos équipes. Il ne peut jamais plus que vous, et prend fin de lui-même.
account-tokens-none = Vous n’avez pas de jeton. On en établit un par programme, afin de pouvoir le révoquer seul.
account-token-title = Établir un jeton
account-token-no-team = Un jeton porte sur ce que voit une équipe, et vous n’appartenez à aucune.
account-token-name = À quoi il sert
account-token-name-how = Par exemple « statistiques, poste du bureau 12 ». Les administrateurs de l’équipe le voient.
account-token-name-wrong = Dites à quoi il sert, sur une ligne.
account-token-team = Choisissez l’une de vos équipes.
account-token-team-how = Il voit ce que voit cette équipe, et ce qui est public.
account-token-may = Ce qu’il peut faire
account-token-scopes-wrong = Choisissez au moins une chose qu’il puisse faire.
account-token-days = Nombre de jours jusqu’à sa fin
account-token-days-wrong = Donnez un nombre de 1 à 366.
account-token-button = Établir le jeton
account-token-made = Établi
account-token-made-title = Votre nouveau jeton
account-token-once = Il n’est affiché que cette fois. Copiez-le maintenant, et gardez-le comme on garde un mot de passe.
account-token-use = Un programme l’envoie à chaque requête :
account-token-until = Jusqu’au
account-token-over = il est échu
account-token-used = Dernier usage
account-token-unused = jamais
account-token-revoke = Révoquer
token-scope-read = lire page par page
token-scope-write = consigner et corriger, dans la limite de votre rôle
token-scope-export = tirer des exports entiers

account-data-title = Ce que l’on sait de vous
account-data-link = Le voir, l’emporter ou le faire effacer
account-data-lede = Des personnes, cette instance conserve ce dont elles ont besoin pour se connecter. Ces données sont conservées à côté du registre et peuvent être effacées ; le registre lui-même n’est jamais modifié, et aucun nom n’y figure.
account-data-beside = À côté du registre
account-data-secret = S’y ajoutent vos noms et adresses antérieurs, les invitations que vous avez faites ou reçues, le nombre d’échecs récents de connexion à votre compte et, pendant 400 jours, ce qui s’est passé à la porte : quand vous vous êtes connecté, depuis quel réseau. Mots de passe, codes de secours, sessions et jetons sont conservés sous une forme qui ne permet pas de les relire ; la clé de votre application doit être conservée telle quelle, et ne figure pas dans le fichier.
account-data-record = Dans le registre
account-data-number = Votre numéro
account-data-known = Que vous êtes connu ici
account-data-seats = Vos sièges dans des équipes
account-data-recorded = Consigné par vous
account-data-entries = { $n ->
    [0] aucune entrée
    [one] { $n } entrée
   *[other] { $n } entrées
}
account-data-span = du { $first } au { $last }
account-data-take = Emporter ou effacer
account-data-export = Tout télécharger (JSON)

account-erase-title = M’effacer
account-erase-goes = Ce qui disparaît, définitivement
account-erase-goes-name = votre nom et votre adresse, les précédents aussi, et ce qui prouve que votre numéro dans le registre est le vôtre ;
account-erase-goes-proofs = votre mot de passe, votre application d’authentification, vos codes de secours et tout autre moyen de vous connecter ;
account-erase-goes-sessions = toutes les sessions et tous les jetons : vous et vos programmes êtes déconnectés ;
account-erase-goes-links = les invitations à votre adresse, les liens pour un nouveau mot de passe, le décompte des tentatives manquées ;
account-erase-goes-seats = vos sièges : le registre dit à chacune de vos équipes que vous n’en faites plus partie.
account-erase-stays = Ce qui reste
account-erase-stays-entries = { $n ->
    [0] Rien que vous ayez consigné, car vous n’avez rien consigné.
    [one] La seule entrée que vous avez consignée : elle fait partie du registre, et de la chaîne qui le prouve.
   *[other] Les { $n } entrées que vous avez consignées : elles font partie du registre, et de la chaîne qui le prouve.
}
account-erase-stays-number = Votre numéro, auprès de ce que vous avez consigné et des sièges que vous avez occupés. Nul ne peut plus dire à qui il appartenait.
account-erase-stays-marks = Pendant 400 jours, des traces de ce qui s’est passé à la porte sous votre numéro : quand vous vous êtes connecté et depuis quel réseau, les jetons et liens établis.
account-erase-stays-backups = Les sauvegardes antérieures conservent ce qu’elles contenaient, jusqu’à ce que l’exploitant de cette instance les supprime ; de même les fichiers que d’autres ont emportés.
account-erase-do = Effacer
account-erase-needed = Vous ne pouvez pas encore être effacé : personne d’autre n’administre ces équipes. Nommez-y d’abord un autre administrateur.
account-erase-email = Pour tout effacer, tapez votre adresse électronique
account-erase-how = C’est irréversible. Pour revenir, vous devriez être invité de nouveau, et seriez quelqu’un d’autre pour le registre.
account-erase-email-wrong = Ce n’est pas l’adresse de ce compte.
account-erase-button = M’effacer
account-erase-later = Vous avez demandé à être effacé, et le registre ne peut être écrit en ce moment. Votre demande est conservée et sera menée à bien dès que possible.
