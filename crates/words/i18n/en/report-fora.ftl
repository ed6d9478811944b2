# Where something was said or done, as a sentence goes on with it: fora, meetings, channels, and what treaties
# are called for short.

report-at-forum-unga_first_committee = in the First Committee of the General Assembly
report-at-forum-unga_plenary = in the General Assembly
report-at-forum-unga_high_level_week = in the high-level week of the General Assembly
report-at-forum-unsc = in the Security Council
report-at-forum-cd = in the Conference on Disarmament
report-at-forum-cd_high_level = in the high-level segment of the Conference on Disarmament
report-at-forum-npt_revcon = at a Review Conference of the NPT
report-at-forum-npt_prepcom = in the Preparatory Committee for a Review Conference of the NPT
report-at-forum-artxiv_conference = at a Conference under Article XIV of the CTBT
report-at-forum-friends_ctbt = among the Friends of the CTBT
report-at-forum-ctbto_prepcom = in the Preparatory Commission for the CTBTO
report-at-forum-ctbto_wga = in Working Group A of the Preparatory Commission
report-at-forum-ctbto_wgb = in Working Group B of the Preparatory Commission
report-at-forum-ctbto_symposium = at a symposium of the CTBTO
report-at-forum-ctbto_snt = at a CTBT Science and Technology Conference
report-at-forum-msp = at a Meeting of States Parties
report-at-forum-revcon = at a Review Conference
report-at-forum-intersessional = at an intersessional meeting
report-at-forum-prepmeet = at a preparatory meeting
report-at-forum-coordination_committee = in the Coordination Committee
report-at-forum-iwg_universalization = in the Informal Working Group on Universalization
report-at-forum-g7 = in the Group of Seven
report-at-forum-g7_npdg = in the G7 Non-Proliferation Directors Group
report-at-forum-eu = in the European Union
report-at-forum-au = in the African Union
report-at-forum-asean = in ASEAN
report-at-forum-oas = in the Organization of American States
report-at-forum-caricom = in CARICOM
report-at-forum-pif = in the Pacific Islands Forum
report-at-forum-nam = in the Movement of Non-Aligned Countries
report-at-forum-oif = in the International Organization of la Francophonie
report-at-forum-ipu = in the Inter-Parliamentary Union
report-at-forum-nwfz_conference = at the Conference of nuclear-weapon-free zones
report-at-forum-iaea_gc = at the General Conference of the IAEA
report-at-forum-opcw_csp = at the Conference of the States Parties to the CWC
report-at-forum-humanitarian_fora = in humanitarian fora
report-at-forum-other = at a forum called { $name }
report-at-whom = before { $whom }
report-at-more = { $at } ({ $whom })

## Meetings by kind; without a number, one of them.

report-at-artxiv = { $n ->
    [0] at a Conference under Article XIV of the { $short }
   *[other] at the { $n-nth } Conference under Article XIV of the { $short }
}
report-at-friendsministerial = { $n ->
    [0] at a Ministerial Meeting of the Friends of the { $short }
   *[other] at the { $n-nth } Ministerial Meeting of the Friends of the { $short }
}
report-at-msp = { $n ->
    [0] at a Meeting of States Parties to the { $short }
   *[other] at the { $n-nth } Meeting of States Parties to the { $short }
}
report-at-revcon = { $n ->
    [0] at a Review Conference of the { $short }
   *[other] at the { $n-nth } Review Conference of the { $short }
}
report-at-prepcom = { $n ->
    [0] in the Preparatory Committee of the { $short }
   *[other] in the Preparatory Committee for the { $n-nth } Review Conference of the { $short }
}
report-at-prepcom-session = at the { $session-nth } session of the Preparatory Committee for the { $n-nth } Review Conference of the { $short }
report-at-intersessional = { $n ->
    [0] at an intersessional meeting of the { $short }
   *[other] at the { $n-nth } intersessional meeting of the { $short }
}
report-at-conferenceofparties = { $n ->
    [0] at a Conference of States Parties to the { $short }
   *[other] at the { $n-nth } Conference of States Parties to the { $short }
}
report-at-meeting = at this meeting of the { $short }: { $kind }

## Channels and places.

report-city = { $city }
report-cities = in { $cities }
report-city-vienna = Vienna
report-city-geneva = Geneva
report-city-new_york = New York
report-city-the_hague = The Hague
report-way-capital_ours = in their own capitals
report-way-capital_theirs = in the capitals of those approached
report-way-embassy_theirs_in_our_capital = through the embassies of those approached
report-way-our_embassy_in_their_capital = through their own missions in other capitals
report-way-nonresident = through embassies accredited from elsewhere
report-way-margins_of = in the margins of meetings
report-way-margins_of-named = in the margins of { $place }
report-way-virtual = by video or telephone

## Short names of treaties.

report-short-apmbc = Mine Ban Convention
report-short-att = ATT
report-short-bwc = BWC
report-short-ccm = CCM
report-short-ccw = CCW
report-short-ctbt = CTBT
report-short-cwc = CWC
report-short-npt = NPT
report-short-tpnw = TPNW
