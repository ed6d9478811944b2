# Son propre compte.

confirm-title = Confirmez que c’est bien vous
confirm-lede = Ce que vous allez faire demande à nouveau votre mot de passe. Vous reprendrez ensuite là où vous en étiez.
confirm-code = Code de votre application d’authentification, ou code de secours
confirm-refused = Ce n’est pas correct. Donnez de nouveau le mot de passe, et un nouveau code s’il est demandé.
confirm-button = Confirmer

account-title = Votre compte
account-name = Nom
account-teams = Vos équipes
account-no-team = Vous n’appartenez à aucune équipe. Vous voyez ce que voit toute personne connectée ; l’administrateur d’une équipe peut vous y inviter.
