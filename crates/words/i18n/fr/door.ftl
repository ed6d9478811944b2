# La porte : rejoindre, se connecter et se déconnecter.

door-name = Votre nom
door-email = Adresse électronique
door-password = Mot de passe
door-new-password = Choisissez un mot de passe
door-password-how = Au moins 12 caractères, quels qu’ils soient ; une phrase convient bien. Les mots de passe courants et votre propre nom sont refusés.

sign-in-title = Connexion
sign-in-button = Se connecter
sign-in-how = Un compte n’est nécessaire que pour voir ce qui n’est pas public. Les comptes s’ouvrent sur invitation.
sign-in-refused = L’adresse ou le mot de passe est incorrect.
sign-in-joined = Votre compte est ouvert. Connectez-vous avec votre adresse et le mot de passe choisi.
sign-in-wait = Trop de tentatives. Réessayez après { $until }.
sign-in-code-title = Donner le code
sign-in-code-lede = Le mot de passe est correct. Donnez le code qu’affiche votre application d’authentification, ou l’un de vos codes de secours.
sign-in-code-label = Code
sign-in-code-refused = Ce code est incorrect ou a déjà servi. Attendez le suivant.
sign-out = Se déconnecter

join-title = Rejoindre
join-first-lede = Personne n’a encore rejoint cette instance. La personne qui le fait par ce lien en devient l’administrateur, sans voir pour autant ce que les équipes consignent pour elles-mêmes.
join-lede = Vous êtes invité à rejoindre une équipe.
join-team = Équipe
join-role = En qualité de
join-known = Un compte existe déjà pour cette adresse.
join-accept = Accepter l’invitation
join-button = Rejoindre
join-privacy = Votre nom et votre adresse sont conservés à part du registre, qui vous désigne par un numéro.

role-reader = lecteur : voit ce que voit l’équipe
role-contributor = contributeur : consigne pour l’équipe
role-editor = éditeur : corrige et publie
role-administrator = administrateur : invite et attribue les rôles

door-taken = Cette adresse a déjà un compte : connectez-vous avec elle.
door-weak = Ce mot de passe est trop facile à deviner, ou n’a pas de 12 à 256 caractères. Choisissez-en un autre.
door-bad-name = Donnez le nom sous lequel on vous connaît.
door-bad-email = Donnez une adresse électronique, par exemple nom@ministere.example.
door-no-invitation = Ce lien a déjà servi ou n’est plus valable. Demandez-en un nouveau.
door-not-for-you = Cette invitation est destinée à une autre adresse que celle de votre compte.
door-not-signed-in = Vous n’êtes plus connecté : connectez-vous de nouveau.
door-failed = L’opération n’a pas abouti. Réessayez.

problem-forged-title = Ce formulaire ne peut être reçu
problem-forged = Il n’a pas été envoyé depuis une page de ce site, ou la session dont il relève est terminée. Ouvrez la page de nouveau et envoyez-le de là.
problem-form-too-large = Il est plus volumineux que tout formulaire de ce site.
problem-token-title = Ce jeton n’est pas valable
problem-token = Il est mal recopié, échu ou révoqué, ou son titulaire a quitté l’équipe.
problem-invitation-title = Ce lien n’est pas valable
