## While the day is being moved: what has not followed yet.

still-of = still of { $what }
