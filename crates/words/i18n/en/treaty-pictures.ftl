## Pictures on pages: what stands under them, and the ways to see the same.

plate-large = Larger, with its table
plate-take = Download:
plate-terms = Sources and terms
plate-sources-of-many = the entries of the ledger under this head, each of which names its own
plate-table = The table behind the picture
plate-standings = Where each stands
plate-standings-on = Where each stood on { $what }
plate-steps = Each day on which a count changed, newest first
views-label = Shown as
view-map = Map
view-tiles = Tiles
view-table = Table
view-curve = Curve
view-groups = Groups
drag-label = Day shown
picture-map-title = { $short }: the map
picture-tiles-title = { $short }: the tiles
picture-curve-title = { $short }: the curve
picture-groups-title = { $short }: by groups of States
groups-all-on = By groups of States, on { $what }
goal-entry-into-force = { $n } for entry into force
goal-everybody = all { $n } that may join
goal-plan = the aim: { $n } States Parties
goal-plan-by = the aim by { $by }: { $n } States Parties

## One treaty.

treaty-standing = Standing
treaty-standing-on = Standing on { $what }
treaty-key = Where the States stand

## What if: the board of the States that a condition names.

board-legend = The { $n } States named in the condition: what if?
board-how = Tick a State that has yet to deposit to suppose that it does; tick one that has deposited to suppose that it had not. Nothing is recorded.
board-letters = C: instrument deposited. S: signed. –: neither. A dashed frame marks what is supposed.
board-if = suppose that it deposits
board-without = suppose that it had not deposited
board-when = Deposits on
board-reset = Back to the record
board-still = Still missing:
board-supposed = { $name } deposits on { $day }
board-supposed-without = { $what } had not deposited
board-published = In a running Accede each of these States can be toggled to see what would follow.
force-would-be-open = { $listed ->
    [1] Under these suppositions the condition is not met: { $missing ->
        [one] one of the States named would still have to deposit.
       *[other] { $missing } of the States named would still have to deposit.
    }
   *[other] Under these suppositions the condition is not met: { $others } more instruments would be needed.
}

## Several curves.

overlay-title = Curves compared
overlay-lede = How several treaties gathered their participants, laid over each other: by date, or counted in years from the day each was opened for signature.
overlay-none = Choose up to six treaties to lay their curves over each other. For a start:
overlay-choose = Treaties
overlay-along = Along
overlay-by-date = the calendar
overlay-by-years = years since opening
overlay-count = Counting
overlay-caption = so many years after opening for signature, and on the day
overlay-after = { $n ->
    [one] after 1 year
   *[other] after { $n } years
}

## The matrix and the slider of days.

matrix-picture = The matrix as a picture
years-label = Month

## The field today.

home-in-force = Treaties in force
home-acts = Acts in the past year
home-next-meeting = Next meeting
home-open-findings = Findings open
home-growth = disarmament treaties
home-growth-heading = How participation grew
home-compare = Compare curves
home-of = of { $n }

## What was expected.

expected-view = one of map, tiles, table
expected-treaties = up to six treaties, as in apmbc,ccm
expected-along = one of date, years
expected-tally = one of signatures, consents, parties
