# La fiche sur des États, et la note pour un entretien. Leurs lignes sont celles de brief.ftl.

report-title-brief = Fiche
report-title-bilateral = Note pour un entretien bilatéral
report-part-state = { $states-list }
report-messenger = { $states-list }.
report-opening-in = Le consentement { $states-of } est acquis : on peut parler de ses obligations et de son aide auprès d’autres.
report-opening-signatory = { $states-start } : signature acquise, consentement à être lié { $treaty-by } encore attendu ; c’est ce qu’il y a à demander.
report-opening-outside = { $states-start } : ni signature { $treaty-of }, ni consentement à être lié ; l’adhésion est ce qu’il y a à demander.
report-opening-left = { $states-start } : retrait { $treaty-of } ; le retour est ce qu’il y a à demander.
report-opening-not-open = { $treaty-start } n’est pas ouvert à la participation { $states-of } ; aucun acte n’en figure au registre.
report-across-party = État partie : { $treaties }.
report-across-contracting = Consentement donné, pas encore en vigueur à son égard : { $treaties }.
report-across-signatory = Signature seule : { $treaties }.
report-across-withdrawn = Retrait : { $treaties }.
report-across-none = Ni signature ni consentement : { $treaties }.
