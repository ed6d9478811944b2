# Documents: what stands around their sentences, and the one library of the sentences themselves.

## Paper

paper-notes = Sources
paper-note-back = Back to the text
paper-note-entries = { $n ->
    [one] entry { $entries }
   *[other] entries { $entries }
}
paper-note-no-source = no source on record
