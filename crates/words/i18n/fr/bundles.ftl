## Ce qui est venu d’un autre registre, par un fichier signé.

entry-origin = Registre d’origine (clé)
entry-origin-recorded = Enregistré là-bas
