# The brief on one State: headings, and the library of sentences it is made of. Each sentence rests on
# entries; where nothing is known, none stands.

brief-title = { $name } and the { $short }: brief
brief-kicker = Brief
brief-link = Brief for a talk
brief-treaty = Treaty
brief-show = Show
brief-own = Made of what you may see. Each sentence carries its sources.
brief-across = Under other treaties
brief-messengers = Who might speak to it
brief-lede-on = As on { $on }, as known at { $known }.

## Parts

brief-part-points = Talking points, from the record
brief-part-acts = What it did
brief-part-votes = How it voted
brief-part-said = What it said
brief-part-obligations = What it owes
brief-part-stage = Stage at home
brief-part-approaches = Approaches
brief-part-obstacles = In the way; help asked and offered
brief-part-pledges = Open promises and next steps
brief-part-venues = Where

## Silence

brief-no-acts = No act of it is on record.
brief-no-statement = No statement of it is on record.
brief-not-bound = The treaty binds it in nothing: its consent does not stand.
brief-nothing-open = Nothing is on record that is overdue or due within two years.
brief-no-obstacle = Neither an obstacle nor help asked or offered is on record.
brief-no-pledge = No open promise and no open step is on record.

## Lines

brief-act = { $day }: { $act }.
brief-in-doubt = In doubt: { $why }.
brief-said = { $day }, { $meeting }.
brief-said-title = { $day }, { $meeting }: { $title }.
brief-overdue = Article { $article }, { $duty }: overdue since { $due }.
brief-due = Article { $article }, { $duty }: due on { $due }.
brief-evidence = Evidence: { $text }
brief-approach = { $day }: { $kind }, by { $who }.
brief-approach-undated = Without a day: { $kind }, by { $who }.
brief-planned = Planned for { $day }: { $kind }, by { $who }.
brief-planned-undated = Planned, without a day: { $kind }, by { $who }.
brief-level = Their level: { $level }.
brief-came = What came of it: { $outcomes }.
brief-answer = Answer: { $answer }
brief-obstacle = In the way: { $word } ({ $day }).
brief-obstacle-undated = In the way: { $word }.
brief-asked = Asked for: { $word } ({ $day }).
brief-asked-undated = Asked for: { $word }.
brief-offered = Offered: { $word } ({ $day }).
brief-offered-undated = Offered: { $word }.
brief-pledge = { $kind }: { $what }; no day was given.
brief-pledge-due = { $kind }: { $what }; for { $due }.
brief-pledge-overdue = { $kind }: { $what }; for { $due }, which is past.
brief-next = To be done: { $what }.
brief-next-due = To be done by { $due }: { $what }.
brief-next-overdue = Should have been done by { $due }: { $what }.
brief-owner = By { $owner }.

## Talking points

brief-point-in = Consented to be bound on { $day }.
brief-point-signed = Signed on { $day }; its consent is lacking.
brief-point-left = Left on { $day }.
brief-point-outside = Has neither signed nor consented to be bound.
brief-point-said = Spoke on the treaty: { $meeting }, { $day }.
brief-point-asked = Asked for help on { $day }: { $word }.
brief-point-asked-offered = Asked for help on { $day }: { $word }. Offered so far: { $offered }.
