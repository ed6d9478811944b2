# Les documents : ce qui entoure leurs phrases, et la seule bibliothèque de ces phrases.

## Le document

paper-notes = Sources
paper-note-back = Revenir au texte
paper-note-entries = { $n ->
    [one] écriture { $entries }
   *[other] écritures { $entries }
}
paper-note-no-source = aucune source consignée
