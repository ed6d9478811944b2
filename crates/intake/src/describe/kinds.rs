//! What kind of document it is, and to whom it was given.

use std::sync::LazyLock;

use ledger::body::vocabulary::{Distribution, DocumentKind as Kind};
use transcribe::{Format, Kind as BlockKind, Text};
use treaty::Symbol;
use treaty::symbol::Paper;

use super::address::{self, Address};
use super::lexicon::Lexicon;
use super::reading::Reading;
use super::{Evidence, Proposal};
use crate::jotting::{Span, words};

static KINDS: LazyLock<Lexicon<Kind>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "statement;national statement;eu statement;remarks;intervention;explanation of vote;explanation of position;right of reply;\
             speech;address;opening remarks;déclaration;allocution;discours;explication de vote;declaración;discurso;intervención;\
             explicación de voto;заявление;выступление;发言;讲话;声明;بيان;كلمة",
            Kind::Statement,
        ),
        (
            "working paper;document de travail;documento de trabajo;рабочий документ;工作文件;ورقة عمل",
            Kind::WorkingPaper,
        ),
        (
            "progress report;report;interim report;annual report;activity report;rapport;informe;доклад;报告;تقرير",
            Kind::Report,
        ),
        (
            "article 7 report;article 7 transparency report;transparency report;initial transparency report;annual transparency report;\
             national report;initial report;national implementation report;rapport de transparence;rapport national;\
             rapport au titre de l article 7;informe nacional;informe de transparencia;национальный доклад;国家报告;透明度报告;التقرير الوطني",
            Kind::NationalReport,
        ),
        (
            "extension request;request for an extension;request for extension;demande de prolongation;solicitud de prórroga;延期请求",
            Kind::ExtensionRequest,
        ),
        (
            "final report;final document;final declaration;draft final declaration;political declaration;document final;rapport final;\
             déclaration finale;documento final;informe final;declaración final;заключительный документ;итоговый документ;\
             заключительная декларация;最后文件;最后报告;最后宣言;الوثيقة الختامية;الإعلان الختامي",
            Kind::FinalDocument,
        ),
        (
            "resolution adopted by the general assembly;draft resolution;resolution;draft decision;décision;decision;projet de résolution;\
             résolution;proyecto de resolución;resolución;проект резолюции;резолюция;决议草案;决议;مشروع قرار;قرار",
            Kind::Resolution,
        ),
        (
            "verbatim record;summary record;procès verbal;compte rendu analytique;acta literal;acta resumida;стенографический отчет;краткий отчет;逐字记录;简要记录;محضر حرفي;محضر موجز",
            Kind::Record,
        ),
        (
            "agenda;provisional agenda;draft agenda;annotated agenda;programme of work;draft programme of work;provisional programme;\
             indicative programme;ordre du jour;programme de travail;programa de trabajo;orden del día;programa provisional;\
             повестка дня;программа работы;议程;工作方案;جدول الأعمال;برنامج العمل",
            Kind::Agenda,
        ),
        (
            "note verbale;letter dated;letter;lettre;lettre datée;nota verbal;carta;вербальная нота;письмо;普通照会;信函;مذكرة شفوية;رسالة",
            Kind::Letter,
        ),
        (
            "press release;press statement;media advisory;communiqué de presse;comunicado de prensa;nota de prensa;пресс-релиз;新闻稿;بيان صحفي",
            Kind::PressRelease,
        ),
    ])
});

/// What a letter says of its sender at once.
static LETTERS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "presents its compliments;présente ses compliments;saluda atentamente;свидетельствует свое уважение;向 致意",
        (),
    )])
});

/// The kinds it may be of: what its head says, its symbol, its form of address, its file.
pub(super) fn kinds(
    text: &Text,
    reading: &Reading<'_>,
    own: Option<&Symbol>,
) -> Vec<Proposal<Kind>> {
    let mut kinds = Vec::new();
    if let Some(kind) = own.and_then(of_symbol) {
        kinds.push(Proposal {
            value: kind,
            sure: true,
            from: Evidence::Symbol,
        });
    }
    if text.format == Format::Eml {
        kinds.push(Proposal {
            value: Kind::Message,
            sure: true,
            from: Evidence::File,
        });
    }
    let compliments = reading
        .opening
        .iter()
        .chain(&reading.head)
        .find_map(|para| {
            let hit = LETTERS.first(&para.words)?;
            Some(para.told(Kind::Letter, true, para.span(hit.from..hit.to)))
        });
    kinds.extend(compliments);
    for para in &reading.head {
        for line in &para.lines {
            let place = para.words_in(line);
            let within = &para.words[place.clone()];
            let titled = matches!(para.kind, BlockKind::Title | BlockKind::Heading(_));
            let hits = KINDS.all(within);
            // At the head of its line, or the whole of a short one; elsewhere it is spoken of.
            let hit = hits
                .iter()
                .find(|hit| hit.from <= 1 || (within.len() <= 6 && titled));
            if let Some(hit) = hit {
                let at = para.span(place.start + hit.from..place.start + hit.to);
                kinds.push(para.told(hit.means, hit.from == 0 || titled, at));
            }
        }
    }
    if let Some((para, line, address)) = addressed(reading) {
        let kind = match address {
            Address::Chair => Kind::Statement,
            Address::Reader => Kind::Letter,
        };
        let sure = address == Address::Chair;
        kinds.push(para.told(kind, sure, Span { from: 0, to: line }));
    }
    if text.format == Format::Html {
        kinds.push(Proposal {
            value: Kind::WebPage,
            sure: false,
            from: Evidence::File,
        });
    }
    settle(&mut kinds);
    kinds
}

/// Two that contradict each other are both offered; the first witness stands where one is sure.
fn settle(kinds: &mut Vec<Proposal<Kind>>) {
    super::once(kinds);
    let sure: Vec<Kind> = kinds
        .iter()
        .filter(|one| one.sure)
        .map(|one| one.value)
        .collect();
    // A symbol and a file say it themselves; a paper that calls itself two things is open.
    let certain = kinds
        .first()
        .is_some_and(|one| one.sure && matches!(one.from, Evidence::Symbol | Evidence::File));
    if sure.len() > 1 {
        for one in kinds.iter_mut().skip(usize::from(certain)) {
            one.sure = false;
        }
    }
    kinds.sort_by_key(|one| !one.sure);
}

fn of_symbol(symbol: &Symbol) -> Option<Kind> {
    match symbol.parts().paper? {
        Paper::Resolution | Paper::Decision => Some(Kind::Resolution),
        Paper::WorkingPaper => Some(Kind::WorkingPaper),
        Paper::VerbatimRecord | Paper::SummaryRecord => Some(Kind::Record),
        Paper::PresidentialStatement
        | Paper::Draft
        | Paper::ConferenceRoomPaper
        | Paper::Information
        | Paper::Restricted
        | Paper::Miscellaneous
        | Paper::NonGovernmental
        | Paper::Document => None,
    }
}

/// The form of address with which the text proper begins.
fn addressed<'r, 'f>(
    reading: &'r Reading<'f>,
) -> Option<(&'r super::reading::Para<'f>, usize, Address)> {
    reading.opening.iter().take(2).find_map(|para| {
        let line = para.lines.first()?.clone();
        let address = address::address(para.text.get(line.clone())?)?;
        Some((para, line.end, address))
    })
}

static DISTRIBUTIONS: LazyLock<Lexicon<Distribution>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "distr general;dist general;distribution general;distr générale;distribution générale;distr общая;عام",
            Distribution::General,
        ),
        (
            "distr limited;dist limited;distribution limited;distr limitée;distr limitada;distr ограниченная;محدود",
            Distribution::Limited,
        ),
        (
            "distr restricted;dist restricted;distribution restricted;distr restreinte;distr reservada;distr для ограниченного пользования;مقيد",
            Distribution::Restricted,
        ),
    ])
});

/// To whom it was given, as its head says.
pub(super) fn distribution(reading: &Reading<'_>) -> Vec<Proposal<Distribution>> {
    let mut found = Vec::new();
    for para in &reading.head {
        let plain = para.text.replace([':', '.'], " ");
        let words = words(&plain);
        // Signs were put away byte for byte: places are the same.
        for hit in DISTRIBUTIONS.all(&words) {
            let at = Span {
                from: words[hit.from].at.from,
                to: words[hit.to - 1].at.to,
            };
            let latin = words[hit.from].text.starts_with(['D', 'd']);
            if latin || words.len() <= 4 {
                found.push(para.told(hit.means, true, at));
            }
        }
    }
    super::once(&mut found);
    if found.len() > 1 {
        found.iter_mut().for_each(|one| one.sure = false);
    }
    found
}
