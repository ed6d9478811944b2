## The library on pages: searching it, and a document with its text.

nav-library = Library
library-title = Library
library-title-of = Library: { $what }
library-label = Words
library-synonyms = also words with the same sense
library-narrowed = Narrowed by
library-without = Without
library-all = Everything
library-narrow = Narrow down
library-count-newest = { $n ->
    [one] One document or statement.
   *[other] { $n } documents and statements, the newest first.
}
library-count = { $n ->
    [one] One document or statement was found.
   *[other] { $n } documents and statements were found, the best first.
}
library-empty = Nothing stands in the library yet.
library-none-how = Try fewer words, or take away what the answer is narrowed by. A word in quotation marks is looked for in this form alone.
library-none-further = There are no more.
library-nowhere = “{ $what }” is found nowhere. Perhaps:
library-more = { $n } more
library-further = and { $n } more that are not listed
library-paragraph = Paragraph { $what }
library-no-text-short = without its text

library-field-state = State
library-field-group = Group
library-field-theme = Theme
library-field-treaty = Treaty
library-field-meeting = Meeting
library-field-kind = Kind
library-field-language = Language
library-field-year = Year
library-field-speaker = Speaker
library-field-place = Place
library-field-symbol = Symbol
library-field-from = From
library-field-to = To

library-remark-quote = A quotation mark is not closed; looked for the phrase “{ $what }”.
library-remark-parenthesis = A parenthesis has no partner.
library-remark-joins = “{ $what }” joins nothing and was passed over.
library-remark-no-field = There is no field “{ $what }”; looked for the words.
library-remark-no-value = The field “{ $what }” was given no value and was passed over.
library-remark-no-date = { $field }: “{ $value }” is no date; write 2016, 2016-05 or 2016-05-12.
library-remark-short = The beginning “{ $what }” is too short; looked for the word.
library-remark-long = Looked for the first { $n } words alone.
library-remark-deep = There are too many parentheses in one another; the rest was passed over.
library-remark-nothing = Nothing has “{ $value }” as { $field }.
library-remark-names = “{ $word }” is found nowhere; also looked for { $others }.
library-remark-terms = Beside “{ $word }” also looked for { $others }.
library-remark-few = Found with all { $of } words: { $all }. Shown are those that have { $least } or more.

library-by = In the name of
library-more-of = more in the library
library-no-day = without a day
library-themes = Themes
library-aligned-with = Aligns itself with
library-aligned-by = Aligned with it
library-versions = In other languages
library-distribution = Distribution
library-original = Original
library-file = File
library-no-file = not kept here
library-file-pdf = PDF
library-file-docx = Word document
library-file-html = page
library-file-txt = text
library-file-markdown = Markdown text
library-file-eml = e-mail
library-size = { $what } KB
library-size-bytes = { $what } bytes
library-elsewhere = Where it is to be read
library-statement = Statement on record
library-text = Text
library-text-lede = As read from the original when it was kept. The number at each paragraph is its permanent address.
library-no-text = Its text is not kept here.
library-no-document = The statement is on record; its text is not.
library-page = Page { $n }
library-table = Table
library-on-pages = Pages: { $what }.
library-attachments = Files within it, which were not read
library-similar = What is like it
library-both = Both have:

library-matter-scanned = Pages of the original are pictures of text, which were not read.
library-matter-recognised = Pages of the original are pictures; the text was recognised by a program and may be wrong.
library-matter-unnamed = The original draws letters that it does not name; they are missing here.
library-matter-empty = The original holds no text.
library-matter-active = Scripts or macros stand in the original; they were not run and are not in the text.
library-matter-elsewhere = The original points at parts that lie elsewhere; they were not fetched.
library-matter-hidden = Words that were deleted, commented or hidden stand in the original and not here.
library-matter-damaged = The original is damaged; what could be read was.
library-matter-cut = The original goes on; the text was cut where it reached the limit.
library-matter-undecoded = The original holds bytes that are no text.

problem-no-document-title = Nothing in the library is called so
problem-no-document = Nothing in the library that you may see is called “{ $given }”.
problem-no-file-title = The file is not kept here
problem-no-file = The original of this document is not kept here, or it never was.
expected-date = a day, a month or a year, as 2016-05-12, 2016-05 or 2016
expected-year = a year of four digits

api-part-library = The library

library-here = { $n ->
    [one] One document or statement in the library
   *[other] { $n } documents and statements in the library
}
library-follow = Follow this search (Atom)
library-feed-title = Library, Accede
library-feed-title-of = Library: { $what }, Accede
library-feed-subtitle = Documents and statements that match, the last recorded first.

## What was said, and two documents side by side.

library-said-title = What was said
library-said-title-of = What was said: { $what }
library-said-link = Sentence by sentence, in the order of time
library-said-by-rank = The best first
library-said-count = { $n ->
    [one] One document or statement, with its sentences that have most of the words.
   *[other] { $n } documents and statements, the earliest first, each with its sentences that have most of the words.
}
library-said-no-day = Without a day
library-said-further = { $n ->
    [one] and one further sentence
   *[other] and { $n } further sentences
}

library-compare-title = Two documents side by side
library-compare-first = From
library-compare-second = To
library-compare-turned = The other way round
library-compare-link = Compare it with another document
library-compare-with = With
library-compare-button = Compare
library-compare-none = No other document is kept here with its text.
library-compare-no-text = The text of one of them is not kept here: there is nothing to compare.
library-compare-how = Paragraphs in the order of the second document. Words that went are struck through, words that came are underlined; capitals, accents and signs do not count.
library-compare-counts = { $same } the same, { $changed } in other words, { $new } new, { $gone } gone.
library-compare-folded = { $n } paragraphs the same
library-compare-same = the same
library-compare-moved = the same, elsewhere
library-compare-changed = in other words
library-compare-moved-changed = in other words, elsewhere
library-compare-new = new
library-compare-gone = gone
library-compare-in-first = Paragraph { $what } of the first
library-compare-in-second = Paragraph { $what } of the second
