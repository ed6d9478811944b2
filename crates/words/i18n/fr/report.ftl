## Paper : ce que disent ses fichiers outre les mots du rapport.

paper-note-as-at = état au { $day }
paper-note-read = consulté le { $day }
paper-note-entries = { $n ->
    [one] écriture { $names }
   *[other] écritures { $names }
}
paper-note-no-source = Aucune source n’est nommée
paper-note-query = Requête :
paper-again = Le même document peut être refait à l’adresse { $address }
