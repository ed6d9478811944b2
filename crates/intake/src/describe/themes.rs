//! What titles speak of, by the controlled list of themes.

use std::sync::LazyLock;

use ledger::body::vocabulary::DocumentTheme as Theme;

use super::lexicon::{Hit, Lexicon};
use crate::jotting::Word;

static THEMES: LazyLock<Lexicon<Theme>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "general exchange of views;general debate;general exchange;general statement;échange de vues général;débat général;\
             intercambio general de opiniones;debate general;общий обмен мнениями;общие прения;一般性交换意见;一般性辩论;\
             تبادل عام للآراء;المناقشة العامة",
            Theme::GeneralExchange,
        ),
        (
            "high level segment;segment de haut niveau;serie de sesiones de alto nivel;сегмент высокого уровня;高级别会议",
            Theme::HighLevelSegment,
        ),
        (
            "universalization;universalisation;universality;universalización;universalidad;универсализация;универсализации;\
             универсальность;普遍性;普遍加入;عالمية الاتفاقية;تحقيق عالمية;إضفاء الطابع العالمي",
            Theme::Universalization,
        ),
        (
            "entry into force;early entry into force;entrée en vigueur;entrada en vigor;вступление в силу;вступления в силу;\
             生效;بدء النفاذ;دخول المعاهدة حيز النفاذ",
            Theme::EntryIntoForce,
        ),
        (
            "clearance;mine clearance;dépollution;déminage;remoción;desminado;разминирование;清除",
            Theme::Clearance,
        ),
        (
            "risk education;risk reduction education;éducation aux risques;sensibilisation aux risques;educación sobre riesgos;教育",
            Theme::RiskEducation,
        ),
        (
            "victim assistance;assistance to victims;assistance aux victimes;asistencia a las víctimas;помощь жертвам;\
             援助受害者;受害者援助;مساعدة الضحايا",
            Theme::VictimAssistance,
        ),
        (
            "stockpile destruction;destruction of stockpiles;storage and destruction of stockpiles;destruction des stocks;\
             destrucción de existencias;destrucción de las existencias;уничтожение запасов;销毁库存;تدمير المخزونات",
            Theme::StockpileDestruction,
        ),
        (
            "international cooperation and assistance;cooperation and assistance;international assistance and cooperation;\
             coopération et assistance internationales;coopération et assistance;cooperación y asistencia internacionales;\
             cooperación y asistencia;международное сотрудничество и помощь;国际合作与援助;التعاون والمساعدة الدوليان",
            Theme::CooperationAndAssistance,
        ),
        (
            "transparency;transparency measures;transparency reporting;mesures de transparence;transparence;transparencia;транспарентность;透明度;الشفافية",
            Theme::Transparency,
        ),
        (
            "national implementation;national implementation measures;mise en œuvre nationale;application nationale;aplicación nacional;национальное осуществление;国家执行",
            Theme::NationalImplementation,
        ),
        (
            "compliance;respect des dispositions;cumplimiento;соблюдение;遵约;الامتثال",
            Theme::Compliance,
        ),
        (
            "verification;verification regime;vérification;régime de vérification;verificación;контроль;核查;التحقق",
            Theme::Verification,
        ),
        (
            "nuclear testing;nuclear tests;nuclear test explosions;essais nucléaires;ensayos nucleares;ядерные испытания;核试验;التجارب النووية",
            Theme::NuclearTesting,
        ),
        (
            "nuclear disarmament;désarmement nucléaire;desarme nuclear;ядерное разоружение;核裁军;نزع السلاح النووي",
            Theme::NuclearDisarmament,
        ),
        (
            "non proliferation;nonproliferation;nuclear non proliferation;non prolifération;no proliferación;нераспространение;不扩散;عدم الانتشار",
            Theme::NonProliferation,
        ),
        (
            "transfers;diversion;arms transfers;transferts;transferencias;поставки;转让",
            Theme::Transfers,
        ),
        (
            "use of cluster munitions;alleged use;emploi d armes à sous munitions;uso de municiones en racimo",
            Theme::Use,
        ),
        (
            "humanitarian consequences;humanitarian impact;conséquences humanitaires;consecuencias humanitarias;гуманитарные последствия;人道主义后果",
            Theme::HumanitarianConsequences,
        ),
        (
            "gender;gender perspectives;genre;género;гендер;гендерные аспекты;性别",
            Theme::Gender,
        ),
        (
            "civil uses;civil and scientific applications;civil and scientific uses;applications civiles et scientifiques;aplicaciones civiles y científicas",
            Theme::CivilUses,
        ),
        (
            "action plan;political declaration;lausanne action plan;plan d action;plan de acción;план действий;行动计划;خطة العمل",
            Theme::ActionPlan,
        ),
        (
            "budget;meeting budget;financial issues;financial matters;finances;financial status;financial model;contributions;questions financières;asuntos financieros;cuestiones financieras;финансовые вопросы;财务;财政问题",
            Theme::Finances,
        ),
        (
            "machinery;implementation support unit;implementation support;rules of procedure;programme of meetings;unité d appui à l application;dependencia de apoyo a la aplicación",
            Theme::Machinery,
        ),
        (
            "synergies;synergy;sinergias;синергия;协同增效",
            Theme::Synergies,
        ),
    ])
});

/// The themes of a title, none twice, in the order of the list.
pub(crate) fn of_title(words: &[Word<'_>]) -> Vec<Theme> {
    let mut themes: Vec<Theme> = THEMES.all(words).into_iter().map(|hit| hit.means).collect();
    themes.sort_unstable();
    themes.dedup();
    themes
}

/// Every phrase of a theme, with its place.
pub(super) fn all(words: &[Word<'_>]) -> Vec<Hit<Theme>> {
    THEMES.all(words)
}

/// Whether a title begins or ends with the name of a theme.
pub(crate) fn is_bounded(words: &[Word<'_>]) -> (bool, bool) {
    let hits = THEMES.all(words);
    let begins = hits.first().is_some_and(|hit| hit.from == 0);
    (begins, hits.last().is_some_and(|hit| hit.to == words.len()))
}

/// Whether a line is a title by the list: a theme, and little else.
pub(super) fn is_title(words: &[Word<'_>]) -> bool {
    let told: usize = THEMES.all(words).iter().map(|hit| hit.to - hit.from).sum();
    const SMALL: [&str; 18] = [
        "of",
        "the",
        "and",
        "for",
        "on",
        "to",
        "de",
        "la",
        "del",
        "et",
        "y",
        "convention",
        "treaty",
        "traite",
        "convencion",
        "tratado",
        "elements",
        "issues",
    ];
    let small = words
        .iter()
        .filter(|word| SMALL.contains(&word.folded.as_str()))
        .count();
    told > 0 && words.len() <= 12 && 2 * told + small >= words.len()
}
