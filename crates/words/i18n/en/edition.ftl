## A published edition: the pages as files, without a server.

edition-heading = About this edition
edition-lede = These pages are files: they were published once, from one state of the record, and need no server. The same record and day give the same files, byte for byte.
edition-check = How to check it
edition-check-files = The file manifest.json lists every other file with its SHA-256. It names the same day, moment of knowledge and head as this page.
edition-check-head = Whoever has the ledger can derive its head again, and publish this edition again:
edition-contents = Contents
edition-contents-lede = Every treaty and every State of this edition, by name. Your browser’s own search finds a name on this page.
edition-contents-more = More
edition-duties = What falls due
edition-uncertain = What is uncertain
edition-reconcile = Printed counts and computed ones
edition-needs = What needs a server
edition-needs-short = A choice stands here on a server; this edition is made of files.
edition-needs-text = This edition shows one day and one state of the record. What depends on what a reader chooses cannot be in a file.
edition-needs-more = What that is, and how to have it
edition-needs-day = Another day, or the record as it was known at another time.
edition-needs-if = What if: entry into force with suppositions; comparing States; more than one filter at a time.
edition-needs-search = Searching. Instead, there is a page with every name:
edition-needs-steps = The steps of each single date. The page of a State under a treaty has the dates, and the acts they rest on.
edition-needs-entry = Each ledger entry on a page of its own; here a hundred stand on a page.
edition-needs-how = All of it comes with the program, which is free and needs no network. It shows the same pages, with these choices, on your own machine:
edition-missing = There is no such page in this edition
edition-missing-text = The address may have been mistyped, or the page may be one that needs a server.
edition-entries = Entries { $from } to { $to }
edition-foot = Edition
edition-foot-text = day, moment of knowledge, ledger head, and how to check them
