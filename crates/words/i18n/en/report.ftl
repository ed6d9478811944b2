# Documents: what stands around their sentences, and the one library of the sentences themselves.

## Paper

paper-notes = Sources
paper-note-back = Back to the text
paper-note-as-at = as at { $day }
paper-note-read = read on { $day }
paper-note-entries = { $n ->
    [one] entry { $names }
   *[other] entries { $names }
}
paper-note-no-source = No source is named
paper-note-query = Query:
paper-again = The same paper is made again at { $address }
