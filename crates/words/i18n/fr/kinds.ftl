# Les types d’écriture venus après les premiers.

body-plan = plan d’action
body-plan-action = action d’un plan
body-statement = déclaration
body-assistance = assistance
