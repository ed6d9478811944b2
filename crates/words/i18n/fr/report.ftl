# Les documents : ce qui entoure leurs phrases, et la seule bibliothèque de ces phrases.

## Le document

paper-notes = Sources
paper-note-back = Revenir au texte
paper-note-as-at = état au { $day }
paper-note-read = consulté le { $day }
paper-note-entries = { $n ->
    [one] écriture { $names }
   *[other] écritures { $names }
}
paper-note-no-source = Aucune source n’est nommée
paper-note-query = Requête :
paper-again = Le même document peut être refait à l’adresse { $address }
