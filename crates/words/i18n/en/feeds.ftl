## What became known: feeds, and the pages that show the same items.

# `|` marks the edges of blanks.
news-heading = News
news-heading-of = { $what }: news
news-lede = What became known last, newest first: acts of States, entries into force, withdrawals, reports, extensions of deadlines, meetings. A correction or a doubt brings the item it is about up again.
news-empty = Nothing is on record here yet. What is recorded appears here at once, the newest first.
news-total = { $n ->
    [one] One item in all
   *[other] { $n } items in all
}
news-newest = Newest
news-newer = Newer
news-older = Older
news-oldest = Oldest
news-pages = Pages
news-subscribe = Subscribe
news-subscribe-text = Put the address below into any program that reads news (an RSS or Atom reader; mail programs have one too). It then shows what becomes known without anybody telling you.
news-subscribe-calendar = Meetings and deadlines are a calendar of their own, for any calendar program:
news-feed = Atom feed
news-calendar = iCalendar
news-other = Other feeds
news-all = Everything
news-feed-link = { $what }: news (Atom)
news-title-act = { $treaty }: { $name }, { $act }, { $day }
news-title-treaty-in-force = { $treaty }: entry into force, { $day }
news-title-in-force = { $treaty }: { $name }, entry into force for it, { $day }
news-title-left = { $treaty }: { $name }, withdrawal takes effect, { $day }
news-title-report = { $treaty }: { $name }, report for { $year } under Article { $article }, { $day }
news-title-fulfilled = { $treaty }: { $name }, Article { $article } fulfilled, { $day }
news-title-extended = { $treaty }: { $name }, deadline of Article { $article } extended to { $due }
news-title-meeting = { $treaty }: { $meeting }, { $day }
news-corrected = Corrected: { $what }
news-retracted = Taken back: { $what }
news-disputed = In doubt: { $what }
news-lifted = Restored: { $what }
news-kind-act = Act
news-kind-in-force = Entry into force
news-kind-left = Withdrawal
news-kind-fulfilled = Report or fulfilment
news-kind-extended = Extension
news-kind-meeting = Meeting
news-in-force = In force for it from
news-by-act = By
news-source-says = The source says
news-why = Why
news-in-doubt = In doubt
news-counts = In the counts
news-source = Source
news-recorded = Known here since
feed-title-all = Accede: news of every treaty
feed-title-of = Accede: { $what }
feed-subtitle = What became known, newest first. Not an official publication of any depositary.
feed-rights = Facts of treaty status are not subject to copyright; the sources named keep their own terms.
expected-item = the id of an item of this feed, as its data give it
expected-limit = a whole number from 1 to 500

## Calendars.

calendar-name-all = Accede: meetings and deadlines
calendar-name-of = { $what }: meetings and deadlines
calendar-description = Meetings, computed deadlines, entries into force and withdrawals from { $from } to { $to }; duties as they stood on { $on }. Days are whole days without a time zone. Not an official publication of any depositary.
calendar-undated = Of these only the month or the year is known; they stand on no day:
calendar-title-meeting = { $treaty }: { $meeting }
calendar-title-duty = { $treaty }: { $name }, Article { $article } ({ $standing })
calendar-title-yearly = { $treaty }: Article { $article } due ({ $n ->
    [one] one State
   *[other] { $n } States
})
calendar-title-treaty-in-force = { $treaty }: entry into force
calendar-title-in-force = { $treaty }: in force for { $name }
calendar-title-left = { $treaty }: { $name }, withdrawal takes effect
calendar-kind-deadline = Deadline
calendar-owed = What is owed
calendar-standing = How it stands
calendar-doubt = something it rests on is disputed or not certain
