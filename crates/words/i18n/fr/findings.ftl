## Ce qui peut ne pas concorder dans le registre.

severity-wrong = Une réponse peut être fausse
severity-uncertain = Une réponse est incertaine
severity-note = Bon à savoir

finding-before-opening = Un acte antérieur à l’ouverture du traité
finding-after-closing = Un acte postérieur à la clôture
finding-never-signed = Une ratification sans signature
finding-accession-by-signatory = Une adhésion par un signataire
finding-second-consent = Un second consentement alors qu’un premier vaut
finding-second-signature = Une seconde signature alors qu’une première vaut
finding-nothing-to-withdraw = Un retrait sans rien à retirer
finding-no-effect = Un retrait sans jour de prise d’effet
finding-printed-differs = Le jour imprimé et la règle diffèrent
finding-rule-differs = L’entrée en vigueur enregistrée et la règle diffèrent
finding-count-differs = Un décompte imprimé diffère du décompte calculé
finding-disputed = Une écriture est contestée
finding-day-unknown = Seul le mois ou l’année est connu
finding-not-eligible = Un acte qui n’est pas ouvert au participant
finding-no-such-act = Un acte que le traité ne connaît pas
finding-outside-existence = Un acte hors de l’existence du participant
finding-unregistered = Un participant ou un traité qui n’est pas enregistré
finding-extension-too-long = Une prolongation plus longue que le traité ne le permet
finding-dangling-reference = Un renvoi à une écriture qui n’existe pas
finding-unreadable-treaty-file = Un fichier de traité illisible
finding-quarantined = Quelque chose attend en quarantaine
finding-low-confidence = Une source peu fiable
finding-unverified = Non vérifié, selon le fichier du traité
finding-held-without-rule = Un retrait suspendu sans règle qui le prévoie
