## Ce qui est dit au lecteur quand une page ne peut être montrée.

problem-near = Vouliez-vous dire
problem-home = Le domaine aujourd’hui
problem-no-page-title = Cette page n’existe pas
problem-no-page = Il n’y a rien à cette adresse. La navigation ci-dessus mène à tout ce qui existe.
problem-no-treaty-title = Ce traité n’existe pas ici
problem-no-treaty = Aucun traité ne s’appelle ici « { $given } ». L’adresse d’un traité est son nom court, comme /treaties/ctbt.
problem-no-state-title = Cet État n’existe pas ici
problem-no-state = Aucun État ni autre participant ne s’appelle ici « { $given } », ou il n’a pas sa place sur cette page. Employez un code de trois lettres, comme /states/ITA, ou un nom dans l’une des six langues.
problem-no-entry-title = Cette écriture n’existe pas
problem-no-entry = Le registre n’a pas d’écriture « { $given } ». Ses écritures vont de 1 à { $entries }.
problem-no-count-title = Ce décompte n’existe pas
problem-no-count = Rien n’est compté ici sous « { $given } ». Il y a signatures, consents, parties, signatories_only, withdrawn et outside.
problem-no-form = Cette page n’a pas de données en { $form }.
problem-question-title = La question est illisible
problem-unknown-parameter = Cette adresse ne connaît pas « { $given } ». Elle connaît : { $known }.
problem-bad-value = Pour « { $name } », « { $given } » est illisible ; on attend { $expected }.
problem-given-twice = « { $name } » est donné deux fois ; donnez-le une fois.
problem-backwards = Le dernier jour, { $to }, précède le premier, { $from }.
problem-bad-encoding = L’adresse n’est pas écrite en UTF-8 avec des signes pour cent, ou contient des caractères de commande.
problem-too-long = La question dépasse { $longest } caractères.
problem-only-get = Ces pages peuvent être lues (GET, HEAD) ; rien ne peut leur être envoyé.
problem-nothing-known-title = Rien n’était encore connu
problem-nothing-known = Rien n’avait été enregistré à ce moment ; la première écriture est du { $first }.
problem-ours-title = Une erreur de notre côté
problem-ours = Elle a été consignée. Rien n’a été modifié ; réessayez, ou demandez un autre jour.
expected-day = un jour du calendrier comme 2020-10-24, entre 1850 et 2200
expected-moment = un moment comme 2026-11-21T12:00:00Z, ou un jour comme 2026-11-21
expected-language = l’un de en, fr, es, ar, zh, ru
expected-number = un nombre entier
expected-group = un groupe tel que le sélecteur de la page le nomme
expected-standing = l’un de party, contracting, signatory, withdrawn, none
expected-severity = l’un de wrong, uncertain, note
expected-supposition = un État, ou un État et un jour comme USA=2027-02-01
expected-reason = l’un de disputed, low_confidence, day_unknown, unverified, medium_confidence
expected-sort = l’un de name, code, joined
