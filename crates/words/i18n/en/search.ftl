## The search.

nav-search = Search
search-title = Search
search-title-of = Search: { $what }
search-label = Search everything
search-button = Search
search-lede = States, treaties, meetings, duties, action plans, groups, statements and documents; by name in any of the six languages, by code, by number. Accents, former names and small slips do not matter. Try:
search-none = Nothing was found.
search-none-how = Try fewer or shorter words, a code such as ITA, or another of the six languages. The lists of all States, treaties and meetings are linked at the foot of the page.
search-count = { $n ->
    [one] One thing was found.
   *[other] { $n } things were found, the best first.
}
search-matched = found as
search-in-library = Look for these words in the library
search-rest = The first { $n } are shown; add a word to find fewer.
finder-one = One result.
finder-many = %n% results.
finder-failed = The search does not answer; try again.
finder-hint = State, treaty, meeting, article …
finder-list = Results
finder-keys = Arrow keys to choose, Enter to open, Esc to close
finder-go = Go to: { $what }
finder-today = Set the day to today
finder-print = Print this page
found-state = State
found-treaty = treaty
found-participation = State and treaty
found-meeting = meeting
found-duty = duty
found-plan = action plan
found-action = action
found-group = group
found-statement = statement
found-document = document
found-approach = approach
expected-hits = a whole number from 1 to 200
