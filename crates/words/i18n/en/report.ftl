## Paper: what its files say beside the words of the report.

paper-note-as-at = as at { $day }
paper-note-read = read on { $day }
paper-note-entries = { $n ->
    [one] entry { $names }
   *[other] entries { $names }
}
paper-note-no-source = No source is named
paper-note-query = Query:
paper-again = The same paper is made again at { $address }
