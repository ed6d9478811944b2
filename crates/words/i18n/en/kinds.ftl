# Kinds of entry that came after the first.

body-plan = action plan
body-plan-action = action of a plan
body-statement = statement
body-assistance = assistance
