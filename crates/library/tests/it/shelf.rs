//! A small shelf of texts in six languages, written for these tests.

use std::collections::BTreeMap;

use library::{Ask, Found, Item, Meeting, Paragraph, Shelf, Stacks};

/// An item with what most tests need.
pub(crate) fn item(key: &str, language: &str, date: &str, title: &str, text: &[&str]) -> Item {
    Item {
        key: key.to_owned(),
        title: title.to_owned(),
        language: Some(language.to_owned()),
        date: Some(date.parse().unwrap()),
        kind: Some("statement".to_owned()),
        treaties: vec!["ccm".to_owned()],
        text: text
            .iter()
            .zip(1..)
            .map(|(text, number)| Paragraph::new(format!("p{number}"), *text))
            .collect(),
        ..Item::default()
    }
}

fn by(item: Item, state: &str, name: &str, speaker: &str) -> Item {
    Item {
        states: vec![state.to_owned()],
        names: vec![name.to_owned()],
        speaker: Some(speaker.to_owned()),
        ..item
    }
}

pub(crate) fn items() -> Vec<Item> {
    let italy = by(
        item(
            "ita-2016",
            "en",
            "2016-09-06",
            "Statement on universalization",
            &[
                "Madam President, Italy thanks you.",
                "Every State that accedes brings the norm nearer to being universal. We call on those \
                 who have not joined to do so without delay.",
                "Italy pays for clearance in three countries.",
            ],
        ),
        "ITA",
        "Italy Italie Italia Италия إيطاليا 意大利",
        "Giovanni Francese",
    );
    let italy = Item {
        themes: vec!["universalization".to_owned()],
        meeting: Some(Meeting {
            slug: Some("ccm-6msp".to_owned()),
            title: "Sixth Meeting of States Parties".to_owned(),
        }),
        post: Some("Ambassador".to_owned()),
        ..italy
    };
    let norway = by(
        item(
            "nor-2018",
            "en",
            "2018-09-04",
            "Statement on clearance",
            &[
                "Like Italy, Norway has seen what clearing land asks of people. Italy and others help; \
                 Italy also trains. As Italy said, land must be returned.",
                "The universality of the Convention remains a goal, see CCM/MSP/2011/WP.5 and resolution A/RES/76/47.",
            ],
        ),
        "NOR",
        "Norway Norvège Noruega Норвегия",
        "Kåre Aas",
    );
    let france = by(
        item(
            "fra-2019",
            "fr",
            "2019-09",
            "Déclaration sur l'universalisation",
            &[
                "La France salue les États qui ont adhéré à la Convention. L'universalité du traité reste une priorité.",
                "Le désarmement humanitaire protège les civils.",
            ],
        ),
        "FRA",
        "France Francia Франция فرنسا 法国",
        "Éléonore Martin",
    );
    let spain = by(
        item(
            "esp-2019",
            "es",
            "2019-09-03",
            "Declaración sobre la asistencia a las víctimas",
            &[
                "España destruyó sus existencias de municiones en racimo. Las víctimas necesitan una acción duradera.",
            ],
        ),
        "ESP",
        "Spain Espagne España Испания إسبانيا 西班牙",
        "Ana Gutiérrez",
    );
    let russian = by(
        item(
            "rus-2020",
            "ru",
            "2020",
            "Выступление о кассетных боеприпасах",
            &[
                "Мы изучили положения Конвенции по кассетным боеприпасам. Её выполнение требует ещё немало усилий.",
            ],
        ),
        "RUS",
        "Russian Federation Российская Федерация",
        "Пётр Иванов",
    );
    let arabic = by(
        item(
            "lbn-2021",
            "ar",
            "2021-09-20",
            "بيان حول الذخائر العنقودية",
            &[
                "إنَّ اتفاقيةَ الذخائر العنقودية تحمي المدنيين. انضمت دولٌ كثيرة إلى الاتفاقيات ذات الصلة.",
            ],
        ),
        "LBN",
        "Lebanon Liban لبنان",
        "Salim Baddoura",
    );
    let chinese = by(
        item(
            "chn-2022",
            "zh-Hans",
            "2022-08-30",
            "关于集束弹药的发言",
            &["中国以观察员身份参加集束弹药公约缔约国会议。我们重视人道主义关切。"],
        ),
        "CHN",
        "China Chine 中国",
        "Li Song",
    );
    let paper = Item {
        symbol: Some("CCM/MSP/2011/WP.5".to_owned()),
        kind: Some("working-paper".to_owned()),
        groups: vec!["EU".to_owned()],
        ..item("wp5", "en", "2011-09", "Working paper on reporting", &[])
    };
    vec![
        italy, norway, france, spain, russian, arabic, chinese, paper,
    ]
}

pub(crate) fn fill(shelf: &mut Shelf, items: &[Item]) {
    let by_key: BTreeMap<&str, &Item> =
        items.iter().map(|item| (item.key.as_str(), item)).collect();
    let stamps = items
        .iter()
        .map(|item| (item.key.as_str(), serde_json::to_string(item).unwrap()));
    shelf.sync(stamps, |key| by_key[key].clone()).unwrap();
}

pub(crate) fn stacks(items: &[Item]) -> Stacks {
    let mut shelf = Shelf::in_memory().unwrap();
    fill(&mut shelf, items);
    Stacks::new([shelf.reading()])
}

pub(crate) fn ask(typed: &str) -> Found {
    stacks(&items()).search(&Ask::parse(typed)).unwrap()
}

pub(crate) fn keys(found: &Found) -> Vec<&str> {
    found.hits.iter().map(|hit| hit.key.as_str()).collect()
}

/// What is asked, and the keys that come back, in order.
#[track_caller]
pub(crate) fn check(typed: &str, expected: &[&str]) {
    let found = ask(typed);
    assert_eq!(keys(&found), expected, "{typed}: {:?}", found.remarks);
    assert_eq!(
        found.total,
        u64::try_from(expected.len()).unwrap(),
        "{typed}"
    );
}

/// The pieces of passages that matched.
pub(crate) fn marked(found: &Found) -> Vec<(String, String, library::How)> {
    let passages = found.hits.iter().flat_map(|hit| &hit.passages);
    passages
        .flat_map(|passage| {
            passage
                .pieces
                .iter()
                .map(|piece| (passage.anchor.clone(), piece))
        })
        .filter_map(|(anchor, piece)| Some((anchor, piece.text.clone(), piece.matched?)))
        .collect()
}
