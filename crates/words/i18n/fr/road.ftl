# Le chemin par lequel une requête arrive, et ce qu’elle transporte.

problem-plain-title = Cette connexion n’est pas chiffrée
problem-plain = Personne ne peut s’y connecter, et rien de confidentiel n’y est transmis. Ouvrez cette page en https:// ; si cela échoue, prévenez l’administrateur de ce site.
problem-not-a-form = Ce qui a été envoyé n’est pas un formulaire de ce site.
problem-cut-short = L’envoi n’est pas arrivé en entier, ou pas à temps. Ouvrez la page de nouveau et envoyez-le de là.
problem-misdirected-title = Cet envoi est destiné à un autre site
problem-misdirected = Il a été adressé à un autre nom que celui de ce site. Ouvrez de nouveau la page à l’adresse du site lui-même.
