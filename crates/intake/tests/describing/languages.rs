//! Documents in six languages and of several kinds. Written for these tests; the persons are invented.

use super::facts::{Facts, check};

#[test]
fn a_statement_in_english_on_behalf_of_a_group() {
    check(
        &Facts::read(),
        "CHECK AGAINST DELIVERY\n\n\
         Convention on Cluster Munitions\nTenth Meeting of the States Parties\nGeneva, 30 August – 2 September 2022\n\n\
         Victim assistance\n\n\
         Statement delivered by H.E. Ms. Ada Lovett, Minister for Foreign Affairs of Ireland, on behalf of the European Union\n\n\
         Madam President,\n\n\
         I have the honour to speak on behalf of the European Union. The Candidate Countries North Macedonia*, Montenegro*, \
         Albania* and Bosnia and Herzegovina*, and the EFTA countries Iceland and Norway, as well as the Republic of Moldova \
         and Georgia, align themselves with this statement.\n\n\
         We remain concerned. The EU does not align itself with the statement of the Arab Group.",
        "kind: statement
         title: Victim assistance
         meeting: Tenth Meeting of the States Parties
         at: ccm MSP 10
         on: 2022
         place: Geneva
         treaties: ccm
         speaker: H.E. Ms. Ada Lovett (Minister for Foreign Affairs of Ireland)
         by: EUE | IRL?
         aligned by: MKD | MNE | ALB | BIH | ISL | NOR | MDA | GEO
         themes: victim_assistance
         language: en",
    );
}

#[test]
fn a_working_paper_says_its_symbol_and_to_whom_it_was_given() {
    check(
        &Facts::read(),
        "CCM/MSP/2011/WP.5\n\nDistr.: Limited\n\n1 September 2011\n\nOriginal: English\n\n\
         Second Meeting of the States Parties to the Convention on Cluster Munitions\n\nBeirut, 12-16 September 2011\n\n\
         Universalization of the Convention\n\nSubmitted by Japan and Portugal\n\n\
         This paper follows up on CCM/MSP/2010/5 and resolution A/RES/63/71, and was discussed with all States that are not yet \
         parties and with the organizations that work in the field, as the first paper was.",
        "kind: working_paper
         title: Universalization of the Convention
         symbol: CCM/MSP/2011/WP.5
         mentions: CCM/MSP/2010/5 | A/RES/63/71
         meeting: Second Meeting of the States Parties
         at: ccm MSP 2
         on: 2011-09-01? | 2011-09?
         place: Beirut
         treaties: ccm
         by: JPN | PRT
         themes: universalization
         language: en
         original: en
         distribution: limited",
    );
}

#[test]
fn a_statement_in_french() {
    check(
        &Facts::read(),
        "Mission permanente de la Suisse auprès des Nations Unies\n\n\
         Convention sur les armes à sous-munitions\nNeuvième Assemblée des États parties\nGenève, du 2 au 4 septembre 2019\n\n\
         Assistance aux victimes\n\n\
         Déclaration de S.E. M. Jean Dupré, Ambassadeur, Représentant permanent de la Suisse auprès de la Conférence du désarmement\n\n\
         Monsieur le Président,\n\n\
         La Suisse s'associe à la déclaration de l'Union européenne et souhaite ajouter quelques remarques à titre national. \
         Nous restons convaincus que l'aide aux personnes touchées est l'affaire de tous.",
        "kind: statement
         title: Assistance aux victimes
         meeting: Neuvième Assemblée des États parties
         at: ccm MSP 9
         on: 2019-09
         place: Genève
         treaties: ccm
         speaker: S.E. M. Jean Dupré (Ambassadeur, Représentant permanent de la Suisse auprès de la Conférence du désarmement)
         by: CHE
         national: yes
         aligned with: EUE
         themes: victim_assistance
         language: fr",
    );
}

#[test]
fn a_statement_in_spanish() {
    check(
        &Facts::read(),
        "Intervención de la Embajadora María Inés Prado, Representante Permanente de Chile\n\n\
         Convención sobre Municiones en Racimo\nSegunda Conferencia de Examen\nGinebra, 25 de noviembre de 2020\n\n\
         Universalización\n\n\
         Señor Presidente:\n\n\
         Chile se suma a la declaración formulada en nombre de la Unión Europea. Quisiéramos destacar la importancia de que \
         todos los Estados se adhieran a la Convención sin más demora.",
        "kind: statement
         title: Universalización
         meeting: Segunda Conferencia de Examen
         at: ccm RevCon 2-part1
         on: 2020-11-25
         place: Ginebra
         treaties: ccm
         speaker: la Embajadora María Inés Prado (Representante Permanente de Chile)
         by: CHL
         aligned with: EUE
         themes: universalization
         language: es",
    );
}

#[test]
fn a_statement_in_russian() {
    check(
        &Facts::read(),
        "Конвенция по кассетным боеприпасам\n\n11 сентября 2023 года\n\nВыступление представителя делегации\n\n\
         Господин Председатель,\n\n\
         Имею честь выступить от имени Движения неприсоединения. Мы убеждены, что все государства должны присоединиться к \
         Конвенции, и готовы оказать помощь тем, кто в ней нуждается.",
        "kind: statement
         title: Выступление представителя делегации
         on: 2023-09-11
         treaties: ccm
         by: \"Движения неприсоединения\"
         language: ru",
    );
}

#[test]
fn a_statement_in_arabic() {
    check(
        &Facts::read(),
        "اتفاقية الذخائر العنقودية\n\n25 تشرين الثاني/نوفمبر 2020\n\nالسيد الرئيس،\n\n\
         أتشرف بأن ألقي هذا البيان باسم حركة عدم الانحياز. ونحن ندعو جميع الدول التي لم تنضم بعد إلى الاتفاقية أن تفعل ذلك دون تأخير.",
        "kind: statement
         on: 2020-11-25
         treaties: ccm
         by: \"حركة عدم الانحياز\"
         language: ar",
    );
}

#[test]
fn a_statement_in_chinese() {
    check(
        &Facts::read(),
        "集束弹药公约\n\n第十一次缔约国会议\n\n2023年9月11日，日内瓦\n\n一般性辩论\n\n主席先生：\n\n\
         我谨代表不结盟运动发言。我们呼吁所有尚未加入公约的国家尽快加入，并向受害者提供更多援助。",
        "kind: statement
         title: 一般性辩论
         meeting: 第十一次缔约国会议
         at: ccm MSP 11
         on: 2023-09-11
         place: 日内瓦
         treaties: ccm
         by: \"不结盟运动\"
         themes: general_exchange
         language: zh",
    );
}

#[test]
fn papers_of_other_kinds_say_what_they_are() {
    let facts = Facts::read();
    for (written, kind) in [
        (
            "The Permanent Mission of Norway presents its compliments to the Secretariat and has the honour to inform it of the following.",
            "letter",
        ),
        (
            "Note verbale dated 5 May 2021 from the Permanent Mission of Norway",
            "letter",
        ),
        ("Provisional agenda\n\n1. Opening", "agenda"),
        (
            "A/RES/63/71\n\nDistr.: General\n\nConvention on Cluster Munitions",
            "resolution",
        ),
        (
            "Final report\n\nof the Ninth Meeting of the States Parties",
            "final_document",
        ),
        (
            "Article 7 transparency report\n\nof Norway, 2020",
            "national_report",
        ),
        ("Press release\n\nVanuatu joins", "press_release"),
        ("Заключительный документ", "final_document"),
        ("工作文件\n\n挪威提交", "working_paper"),
    ] {
        let told = super::facts::told(&facts.describe(&super::facts::text(written)));
        let first = told.lines().next().unwrap_or_default();
        assert_eq!(first, format!("kind: {kind}"), "{written}\n{told}");
    }
    // A paper that calls itself two things is one or the other.
    check(
        &facts,
        "Statement\n\nPress release",
        "kind: statement? | press_release?
         title: Statement? | Press release?",
    );
}
