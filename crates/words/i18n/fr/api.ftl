# L’API : sa référence, ses problèmes.

problem-no-group-title = Ce groupe n’existe pas
problem-no-group = Aucun groupe ne porte ici le nom « { $given } » à cette date. Un groupe se désigne par son propre nom, comme un-african ou EU ; les listes des pages les donnent.
problem-no-table-title = Cette table n’existe pas
problem-no-table = Aucune table ne porte ici le nom « { $given } ». /data en donne la liste.
