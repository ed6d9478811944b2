# Où quelque chose a été dit ou fait, comme une phrase continue : instances, réunions, voies, et les noms abrégés
# des traités.

report-at-forum-unga_first_committee = à la Première Commission de l’Assemblée générale
report-at-forum-unga_plenary = à l’Assemblée générale
report-at-forum-unga_high_level_week = pendant la semaine de haut niveau de l’Assemblée générale
report-at-forum-unsc = au Conseil de sécurité
report-at-forum-cd = à la Conférence du désarmement
report-at-forum-cd_high_level = au débat de haut niveau de la Conférence du désarmement
report-at-forum-npt_revcon = à une Conférence d’examen du TNP
report-at-forum-npt_prepcom = au Comité préparatoire d’une Conférence d’examen du TNP
report-at-forum-artxiv_conference = à une Conférence tenue en vertu de l’article XIV du TICE
report-at-forum-friends_ctbt = parmi les Amis du TICE
report-at-forum-ctbto_prepcom = à la Commission préparatoire de l’OTICE
report-at-forum-ctbto_wga = au Groupe de travail A de la Commission préparatoire
report-at-forum-ctbto_wgb = au Groupe de travail B de la Commission préparatoire
report-at-forum-ctbto_symposium = à un colloque de l’OTICE
report-at-forum-ctbto_snt = à une Conférence sur la science et la technologie consacrée au TICE
report-at-forum-msp = à une Assemblée des États parties
report-at-forum-revcon = à une Conférence d’examen
report-at-forum-intersessional = à une réunion intersessions
report-at-forum-prepmeet = à une réunion préparatoire
report-at-forum-coordination_committee = au Comité de coordination
report-at-forum-iwg_universalization = au Groupe de travail informel sur l’universalisation
report-at-forum-g7 = au sein du Groupe des Sept
report-at-forum-g7_npdg = au sein du Groupe des directeurs du G7 pour la non-prolifération
report-at-forum-eu = au sein de l’Union européenne
report-at-forum-au = à l’Union africaine
report-at-forum-asean = à l’ASEAN
report-at-forum-oas = à l’Organisation des États américains
report-at-forum-caricom = à la CARICOM
report-at-forum-pif = au Forum des îles du Pacifique
report-at-forum-nam = au sein du Mouvement des pays non alignés
report-at-forum-oif = à l’Organisation internationale de la Francophonie
report-at-forum-ipu = à l’Union interparlementaire
report-at-forum-nwfz_conference = à la Conférence des zones exemptes d’armes nucléaires
report-at-forum-iaea_gc = à la Conférence générale de l’AIEA
report-at-forum-opcw_csp = à la Conférence des États parties à la CIAC
report-at-forum-humanitarian_fora = dans des enceintes humanitaires
report-at-forum-other = dans une instance appelée { $name }
report-at-whom = devant { $whom }
report-at-more = { $at } ({ $whom })

## Réunions selon leur nature ; sans numéro, l’une d’elles.

report-at-artxiv = { $n ->
    [0] à une Conférence tenue en vertu de l’article XIV du { $short }
    [1] à la première Conférence tenue en vertu de l’article XIV du { $short }
   *[other] à la { $n-nth } Conférence tenue en vertu de l’article XIV du { $short }
}
report-at-friendsministerial = { $n ->
    [0] à une Réunion ministérielle des Amis du { $short }
    [1] à la première Réunion ministérielle des Amis du { $short }
   *[other] à la { $n-nth } Réunion ministérielle des Amis du { $short }
}
report-at-msp = { $n ->
    [0] à une Assemblée des États parties ({ $short })
    [1] à la première Assemblée des États parties ({ $short })
   *[other] à la { $n-nth } Assemblée des États parties ({ $short })
}
report-at-revcon = { $n ->
    [0] à une Conférence d’examen ({ $short })
    [1] à la première Conférence d’examen ({ $short })
   *[other] à la { $n-nth } Conférence d’examen ({ $short })
}
report-at-prepcom = { $n ->
    [0] au Comité préparatoire ({ $short })
    [1] au Comité préparatoire de la première Conférence d’examen ({ $short })
   *[other] au Comité préparatoire de la { $n-nth } Conférence d’examen ({ $short })
}
report-at-prepcom-session = à la { $session ->
    [1] première
   *[other] { $session-nth }
} session du Comité préparatoire de la { $n ->
    [1] première
   *[other] { $n-nth }
} Conférence d’examen ({ $short })
report-at-intersessional = { $n ->
    [0] à une réunion intersessions ({ $short })
    [1] à la première réunion intersessions ({ $short })
   *[other] à la { $n-nth } réunion intersessions ({ $short })
}
report-at-conferenceofparties = { $n ->
    [0] à une Conférence des États parties ({ $short })
    [1] à la première Conférence des États parties ({ $short })
   *[other] à la { $n-nth } Conférence des États parties ({ $short })
}
report-at-meeting = à cette réunion ({ $short }) : { $kind }

## Voies et lieux.

report-city = à { $city }
report-cities = { $cities }
report-city-vienna = Vienne
report-city-geneva = Genève
report-city-new_york = New York
report-city-the_hague = La Haye
report-way-capital_ours = dans leurs propres capitales
report-way-capital_theirs = dans les capitales des États approchés
report-way-embassy_theirs_in_our_capital = par les ambassades des États approchés
report-way-our_embassy_in_their_capital = par l’entremise de leurs missions dans d’autres capitales
report-way-nonresident = par des ambassades accréditées depuis un pays tiers
report-way-margins_of = en marge de réunions
report-way-margins_of-named = en marge de la réunion suivante : { $place }
report-way-virtual = par visioconférence ou par téléphone

## Noms abrégés de traités.

report-short-apmbc = Convention d’Ottawa
report-short-att = TCA
report-short-bwc = CABT
report-short-ccm = CASM
report-short-ccw = CCAC
report-short-ctbt = TICE
report-short-cwc = CIAC
report-short-npt = TNP
report-short-tpnw = TIAN
