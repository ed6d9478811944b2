## What came from another instance, by a bundle.

entry-origin = Record it came from (key)
entry-origin-recorded = Recorded there
