## Pendant que le jour se déplace : ce qui n’a pas encore suivi.

still-of = encore au { $what }
