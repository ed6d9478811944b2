//! The report on an action plan says which; nobody is offered one that those do not see for whom it is.

use axum::http::StatusCode;
use world::Viewer;

use super::common::Answer;
use super::{FORMS, SECRET, get, italy, signed_in, told};

const CCM: &str = "treaty=ccm&to=2022-01-01";

/// The plans that the form of a page offers: the value of each, and its words.
fn offered(page: &Answer) -> Vec<(String, String)> {
    let select = page.text.split("<select id=\"r-plan\"").nth(1);
    let select = select.expect("the field is there");
    let select = select.split("</select>").next().unwrap();
    let options = select.split("<option value=\"").skip(1);
    options
        .map(|option| {
            let (value, rest) = option.split_once('"').unwrap();
            let words = rest.split_once('>').unwrap().1;
            let words = words.split("</option>").next().unwrap();
            (value.to_owned(), words.to_owned())
        })
        .collect()
}

fn values(page: &Answer) -> Vec<String> {
    offered(page).into_iter().map(|(value, _)| value).collect()
}

#[tokio::test]
async fn the_form_offers_the_plans_of_the_treaty_by_their_titles() {
    let anyone = Viewer::public();
    let page = get(&anyone, &format!("/reports/plan?{CCM}&lang=en")).await;
    let offers = offered(&page);
    assert_eq!(offers[0].0, "");
    assert_eq!(offers[0].1, "the last adopted by that day");
    let own = get(&anyone, "/treaties/ccm/plans.json").await.json();
    let mut own: Vec<_> = own["plans"]
        .as_array()
        .unwrap()
        .iter()
        .map(|plan| {
            let text = |name: &str| plan[name].as_str().unwrap().to_owned();
            (text("plan"), text("title"))
        })
        .collect();
    own.reverse();
    assert!(own.len() > 1, "there is something to choose from");
    assert_eq!(offers[1..], own);
    let none = get(&anyone, "/reports/plan?treaty=att&lang=fr").await;
    assert!(none.text.contains(">Plan d’action</label>"));
    let words = "aucun ne figure au registre".to_owned();
    assert_eq!(offered(&none), [(String::new(), words)]);
    // Where the treaty is still to be chosen there is no field.
    let page = get(&anyone, "/reports").await;
    assert!(!page.text.contains("r-plan"), "{}", page.text);
}

#[tokio::test]
async fn the_plan_that_is_named_is_told_in_every_form() {
    let anyone = Viewer::public();
    let last = told(&anyone, &format!("/reports/plan.md?{CCM}&in=en")).await;
    assert!(last.contains("Lausanne"), "{last}");
    for form in FORMS {
        let address = format!("/reports/plan{form}?{CCM}&plan=dubrovnik&in=en&lang=en");
        let answer = get(&anyone, &address).await;
        let name = "filename=\"accede-plan-ccm-dubrovnik-2022-01-01-en.";
        let is_file = !matches!(form, "" | ".json");
        assert_eq!(answer.header("content-disposition").contains(name), is_file);
        let told = told(&anyone, &address).await;
        assert!(told.contains("Dubrovnik"), "{form}: {told}");
    }
    let page = get(&anyone, &format!("/reports/plan?{CCM}&plan=dubrovnik")).await;
    assert!(page.text.contains("<option value=\"dubrovnik\""));
    let chosen = page
        .text
        .split("<option value=\"dubrovnik\"")
        .nth(1)
        .unwrap();
    let chosen = chosen.split('>').next().unwrap();
    assert!(chosen.ends_with(" selected"), "{chosen}");
    let file = "/reports/plan.docx?treaty=ccm&#38;plan=dubrovnik&#38;to=2022-01-01";
    assert!(page.text.contains(file));
}

#[tokio::test]
async fn a_plan_that_there_is_none_of_is_told_by_its_field() {
    let anyone = Viewer::public();
    for (treaty, plan) in [
        ("ccm", "atlantis"),
        ("ccm", "LAUSANNE"),
        ("ccm", "%3Cb%3E%22"),
        ("ctbt", "lausanne"),
    ] {
        let query = format!("treaty={treaty}&plan={plan}");
        for (lang, says) in [
            ("en", "No action plan of this name is on record"),
            ("fr", "Aucun plan d’action de ce nom"),
        ] {
            let page = get(&anyone, &format!("/reports/plan?{query}&lang={lang}")).await;
            assert_eq!(page.status, StatusCode::BAD_REQUEST, "{query}");
            let slip = page.text.split("id=\"r-plan-wrong\" data-renew>").nth(1);
            assert!(slip.unwrap().starts_with(says), "{query}");
            assert!(page.text.contains(
                "aria-describedby=\"r-plan-says r-plan-wrong\" aria-invalid=\"true\""
            ));
            assert!(!page.text.contains("<article") && !page.text.contains("<b>\""));
        }
        for form in &FORMS[1..] {
            let file = get(&anyone, &format!("/reports/plan{form}?{query}")).await;
            assert_eq!(file.status, StatusCode::BAD_REQUEST, "{query}");
            assert_eq!(file.json()["type"], "/api#problem-no-report");
        }
    }
    let twice = get(
        &anyone,
        "/reports/plan.json?treaty=ccm&plan=lausanne&plan=dubrovnik",
    )
    .await;
    assert_eq!(twice.json()["type"], "/api#problem-given-twice");
}

#[tokio::test]
async fn another_kind_tells_of_no_plan() {
    let anyone = Viewer::public();
    let page = get(&anyone, "/reports/status?treaty=ccm&plan=lausanne&lang=en").await;
    assert_eq!(page.status, StatusCode::OK);
    let says = "A report of this kind tells of no action plan.";
    assert!(
        page.text
            .contains(&format!("{says} What was given is left aside."))
    );
    let file = get(
        &anyone,
        "/reports/status.md?treaty=ccm&plan=lausanne&lang=en",
    )
    .await;
    assert_eq!(file.status, StatusCode::BAD_REQUEST);
    assert_eq!(file.json()["detail"], says);
}

/// A plan may be for a team as any entry may. It is in no other's form, and asked for by its name it is answered
/// as one that there is none of.
#[tokio::test]
async fn a_plan_of_a_team_is_for_that_team_alone() {
    let about = "treaty=ctbt&to=2023-09-22&lang=en";
    let own = get(&italy(), &format!("/reports/plan?{about}&for=italy")).await;
    assert_eq!(values(&own)[..2], ["", "of-the-team"]);
    let theirs = format!("/reports/plan.md?{about}&for=italy&plan=of-the-team");
    assert!(told(&italy(), &theirs).await.contains(SECRET));
    for (asker, reader) in [
        (Viewer::public(), "public"),
        (signed_in(), "public"),
        (signed_in(), "signed-in"),
        (Viewer::member(["norway"]), "norway"),
        // Whoever is of the team is asked for whom: the plan is not in what others see.
        (italy(), "public"),
        (italy(), "signed-in"),
    ] {
        let page = get(&asker, &format!("/reports/plan?{about}&for={reader}")).await;
        let offers = values(&page);
        assert_eq!(offers[1], "declaration-2019", "{reader} for {asker:?}");
        assert!(!offers.iter().any(|plan| plan == "of-the-team"));
        for form in FORMS {
            let of = |plan| format!("/reports/plan{form}?{about}&for={reader}&plan={plan}");
            let hidden = get(&asker, &of("of-the-team")).await;
            let none = get(&asker, &of("of-the-tides")).await;
            assert_eq!(hidden.status, StatusCode::BAD_REQUEST, "{form}");
            assert_eq!(
                hidden.text,
                none.text.replace("of-the-tides", "of-the-team")
            );
            assert!(!hidden.text.contains(SECRET), "{form} for {asker:?}");
        }
    }
}

#[tokio::test]
async fn the_page_of_a_plan_leads_to_its_report() {
    for (asker, plan, reader) in [
        (Viewer::public(), "ccm/plans/dubrovnik", ""),
        (italy(), "ccm/plans/dubrovnik", ""),
        (italy(), "ctbt/plans/of-the-team", "&for=italy"),
    ] {
        let address = format!("/treaties/{plan}?on=2024-09-10");
        let page = get(&asker, &address).await;
        let link = page.text.split("href=\"/reports/plan?").nth(1);
        let link = link.unwrap_or_else(|| panic!("{address}"));
        let link = link.split('"').next().unwrap().replace("&#38;", "&");
        let (treaty, name) = plan.split_once("/plans/").unwrap();
        assert_eq!(
            link,
            format!("treaty={treaty}&plan={name}&to=2024-09-10{reader}")
        );
        let answer = get(&asker, &format!("/reports/plan?{link}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{link}");
        assert!(answer.text.contains("<article"), "{link}");
    }
}
