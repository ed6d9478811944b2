### Reports that their authors keep.

report-kept-all = Reports that are kept
report-kept-lede = A report that is kept is made anew each time from what is on record, with what its authors wrote in it.
report-kept-none = No report is kept that you may see.
report-kept-make = Make a report, and keep it
report-kept-title = Title
report-kept-seen-by = Kept for
report-kept-changed = Last changed
report-kept-link = Reports that are kept
report-kept-write = Write in it
report-kept-text = The report as it stands
report-kept-read = Read it as it goes out
report-kept-write-how = Each paragraph is made from the record until you write something else in its place. What you write stays, however the record goes on; where the record then says something else, you see both.
# $n: the passages that somebody has to look at.
report-kept-open = { $n ->
    [one] One passage no longer fits what is on record
   *[other] { $n } passages no longer fit what is on record
}
report-kept-fits = All that its authors wrote still fits what is on record.
report-kept-differs = The record has changed since this was written.
report-kept-out-differs = The record has changed since this was left out.
report-kept-gone = The record no longer tells what this stood for. It was put at the end of its part.
report-kept-strayed = What this stood after is no longer told. It was put at the end of its part.
report-kept-then = The record, then
report-kept-now = The record, now
report-kept-nothing = Nothing.
report-kept-take-record = Take the wording of the record
report-kept-keep-mine = Keep these words here
report-kept-stay-out = Leave it out all the same
report-kept-put-back = Put it back
report-kept-change = Change
report-kept-words = The words
report-kept-save = Save
report-kept-leave-out = Leave it out
report-kept-take-away = Take it away
report-kept-left-out = Left out
report-kept-add = A paragraph of your own after it
report-kept-add-first = Add a paragraph here
report-kept-add-save = Add it
report-kept-form = How it is set
report-kept-numbered = With a number
report-kept-bullet = With a bullet
report-kept-plain = Without either
report-kept-lost = What you wrote is not saved. It was:
report-kept-meanwhile = Somebody changed this passage since you opened the page. Nothing was saved. The page now shows it as it stands: look at both, and save once more what is right.
report-kept-no-text = Write something. To have the passage out of the report, leave it out.
report-kept-no-deed = The form does not say what is to be done.
report-kept-no-title = Say what the report is called.
report-kept-about = What it is about
report-kept-forget = No longer keep it
report-kept-forget-how = The report and what was written in it leave this list. The record keeps who wrote what, and when.
report-kept-forget-button = No longer keep it
report-kept-why-write = written in
report-kept-why-back = back to the wording of the record
report-kept-why-mine = kept beside what the record says now
report-kept-why-out = left out, or taken away
report-kept-why-add = a paragraph added
report-kept-why-about = what it is about was changed
report-kept-why-forget = no longer kept

report-keep-title = Keep this report
report-keep-link = Keep this report, and write in it
report-keep-lede = What is kept is the question and what you write. The report is made anew each time, and what you wrote is put into it.
report-keep-back = Back to the report
report-keep-name = Name in addresses
report-keep-name-how = 2 to 40 of a-z, 0-9 and hyphens, such as article-xiv-2023. It stays.
report-keep-seen-by-how = A report that is made for a team is for that team alone.
report-keep-button = Keep it
report-keep-there = A report is kept under “{ $what }” already. Choose another name.

problem-no-kept-report-title = No report is kept under this name
problem-no-kept-report = No report is kept here under “{ $given }” that you may see.
