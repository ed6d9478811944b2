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
