//! What the report over the demonstration must tell: every fact of paragraph 2 of the report of Italy and South
//! Africa, with the paragraph on which it rests.

/// What a paragraph of our report must say, and on which paragraph of theirs it must rest.
pub(crate) struct Fact {
    pub(crate) key: &'static str,
    pub(crate) rests_on: &'static str,
    pub(crate) says: &'static [&'static str],
}

const fn fact(
    key: &'static str,
    rests_on: &'static str,
    says: &'static [&'static str],
) -> Fact {
    Fact {
        key,
        rests_on,
        says,
    }
}

/// Every fact of paragraph 2 of the report of Italy and South Africa.
pub(crate) const PARAGRAPH_2: &[Fact] = &[
    fact(
        "approaches-ita-zaf",
        "para. 2(1), 1st bullet",
        &[
            "Italy and South Africa",
            "invitations",
            "remaining Annex 2 States and other States",
            "political and ambassadorial",
            "Rome, Pretoria, Vienna and New York",
            "missions in other capitals",
            "signature and ratification",
            "International Monitoring System",
            "the situation of each State",
        ],
    ),
    fact(
        "approaches-ita",
        "para. 2(1), 2nd bullet",
        &[
            "Italy",
            "bilaterally",
            "nine States: Nepal, Papua New Guinea, Sao Tome and Principe, Solomon Islands, Somalia, Sri Lanka, \
             Syrian Arab Republic, Tonga and Yemen",
        ],
    ),
    fact(
        "approaches-zaf",
        "para. 2(1), 3rd bullet",
        &[
            "South Africa",
            "bilateral",
            "nine States",
            "Egypt, Equatorial Guinea, Mauritius, Nepal, Sao Tome and Principe, Somalia, South Sudan, Sri Lanka and \
             Tonga",
            "Alvin Botes",
            "Deputy Minister for International Relations and Cooperation",
            "member of the Group of Eminent Persons",
        ],
    ),
    fact(
        "statements-elsewhere",
        "para. 2(1), 4th bullet",
        &[
            "Italy and South Africa",
            "international meetings and forums",
            "support for the Treaty",
            "prompt entry into force",
        ],
    ),
    fact(
        "events-ita-zaf",
        "para. 2(1), 4th bullet",
        &[
            "Preparatory Commission",
            "Working Group A",
            "Working Group B",
            "verification regime",
            "experts",
        ],
    ),
    fact(
        "language-ita",
        "para. 2(1), 5th bullet",
        &[
            "9 May 2022",
            "G7 Non-Proliferation Directors Group",
            "Article XIV",
            "14 May 2022",
            "Foreign Ministers of the G7",
        ],
    ),
    fact(
        "statements-ita",
        "para. 2(1), 6th bullet",
        &[
            "Security Council",
            "Ireland",
            "25 years of the Treaty",
            "First Committee of the General Assembly",
            "high-level segment of the Conference on Disarmament",
            "tenth Review Conference of the NPT",
            "first session of the Preparatory Committee for the eleventh Review Conference of the NPT",
        ],
    ),
    fact(
        "statements-zaf",
        "para. 2(1), 7th bullet",
        &[
            "South Africa",
            "tenth Review Conference of the NPT",
            "Preparatory Committee for the eleventh Review Conference of the NPT",
        ],
    ),
    fact(
        "panels-zaf",
        "para. 2(1), 7th bullet",
        &["tenth Ministerial Meeting of the Friends of the CTBT"],
    ),
    fact(
        "resolutions-ita",
        "para. 2(1), 8th bullet",
        &[
            "Italy sponsored A/RES/76/66, “Comprehensive Nuclear-Test-Ban Treaty”",
            "in favour",
        ],
    ),
    fact(
        "papers-ita",
        "para. 2(1), 9th bullet",
        &[
            "“Interlinkage between the Comprehensive Nuclear-Test-Ban Treaty and the Treaty on the Non-Proliferation \
             of Nuclear Weapons”",
            "tenth Review Conference of the NPT",
        ],
    ),
    fact(
        "chaired-ita-zaf",
        "para. 2(1), 10th bullet",
        &[
            "23 September 2021",
            "twelfth Conference under Article XIV",
            "margins of the General Assembly",
        ],
    ),
    fact(
        "statements-elsewhere",
        "para. 2(1), 11th bullet",
        &["international and regional conferences"],
    ),
    fact(
        "panels-ita-zaf",
        "para. 2(1), 11th bullet",
        &[
            "third Science Diplomacy Symposium",
            "“Advancing Universalization and Entry into Force”",
            "seventh Science and Technology Conference",
            "“EU-CTBTO Cooperation in Action”",
        ],
    ),
    fact(
        "public-ita-zaf",
        "para. 2(2)",
        &[
            "world without nuclear tests",
            "official publications",
            "web sites of their Foreign Ministries",
            "speeches",
        ],
    ),
];
