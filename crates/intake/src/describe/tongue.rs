//! In which language a text is, and in which others it says it is to be had.

use std::sync::LazyLock;

use transcribe::Text;
use whatlang::{Lang, Script};

use super::lexicon::Lexicon;
use super::reading::Reading;
use super::{Evidence, Proposal};

/// How much of a text is looked at, and how much makes its language sure.
const SAMPLE: usize = 6 * 1024;
const ENOUGH: usize = 120;

static NAMES: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "english;anglais;inglés;английский;英文;英语;الإنكليزية;الانجليزية",
            "en",
        ),
        (
            "french;français;francés;французский;法文;法语;الفرنسية",
            "fr",
        ),
        (
            "spanish;español;espagnol;испанский;西班牙文;西班牙语;الإسبانية",
            "es",
        ),
        ("russian;русский;russe;ruso;俄文;俄语;الروسية", "ru"),
        (
            "arabic;عربي;العربية;arabe;árabe;арабский;阿拉伯文;阿拉伯语",
            "ar",
        ),
        ("chinese;中文;chinois;chino;китайский;الصينية", "zh"),
        ("italian;italiano;italien", "it"),
        ("german;deutsch;allemand;alemán", "de"),
        ("portuguese;português;portugais;portugués", "pt"),
    ])
});

/// The tag of a language that is told apart here.
fn tag(lang: Lang) -> Option<&'static str> {
    let tags = [
        (Lang::Eng, "en"),
        (Lang::Fra, "fr"),
        (Lang::Spa, "es"),
        (Lang::Rus, "ru"),
        (Lang::Ara, "ar"),
        (Lang::Cmn, "zh"),
        (Lang::Ita, "it"),
        (Lang::Deu, "de"),
        (Lang::Por, "pt"),
        (Lang::Nld, "nl"),
        (Lang::Ukr, "uk"),
        (Lang::Jpn, "ja"),
        (Lang::Kor, "ko"),
        (Lang::Tur, "tr"),
        (Lang::Pol, "pl"),
        (Lang::Swe, "sv"),
        (Lang::Dan, "da"),
        (Lang::Fin, "fi"),
        (Lang::Ces, "cs"),
        (Lang::Hun, "hu"),
        (Lang::Heb, "he"),
        (Lang::Hin, "hi"),
        (Lang::Pes, "fa"),
        (Lang::Ell, "el"),
        (Lang::Vie, "vi"),
    ];
    tags.iter()
        .find(|(one, _)| *one == lang)
        .map(|(_, tag)| *tag)
}

/// The longest blocks first: headings and lists of names are of no language.
fn sample(text: &Text) -> String {
    let mut sample = String::new();
    for long in [true, false] {
        for block in &text.blocks {
            if (block.text.len() >= ENOUGH) != long {
                continue;
            }
            let left = SAMPLE.saturating_sub(sample.len());
            let mut end = block.text.len().min(left);
            while !block.text.is_char_boundary(end) {
                end -= 1;
            }
            sample.push_str(&block.text[..end]);
            sample.push(' ');
            if sample.len() >= SAMPLE {
                return sample;
            }
        }
    }
    sample
}

/// The language of a text, as a tag of BCP 47.
pub(super) fn language(text: &Text) -> Vec<Proposal<String>> {
    let sample = sample(text);
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    // A letter of Chinese says as much as a word.
    let dense = sample
        .chars()
        .filter(|c| matches!(c, '\u{3400}'..='\u{9fff}'))
        .count();
    let said = text
        .said
        .language
        .as_deref()
        .map(main_tag)
        .filter(|tag| !tag.is_empty());
    let mut found = Vec::new();
    if let Some(info) = whatlang::detect(&sample)
        && let Some(tag) = tag(info.lang())
        && letters + 4 * dense >= 20
        // A few words in Latin letters are of many languages.
        && (info.script() != Script::Latin || info.is_reliable() || letters >= 80)
    {
        let long = letters + 4 * dense >= ENOUGH && info.is_reliable();
        let sure = long || said.as_deref() == Some(tag);
        found.push(Proposal {
            value: tag.to_owned(),
            sure,
            from: Evidence::Whole,
        });
    }
    // What the file says of itself is often its program's language.
    if let Some(said) = said
        && found.iter().all(|one| one.value != said)
    {
        found.push(Proposal {
            value: said,
            sure: false,
            from: Evidence::File,
        });
    }
    found
}

fn main_tag(tag: &str) -> String {
    tag.split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}

/// What a head says of languages.
#[derive(Debug, Default)]
pub(super) struct Versions {
    /// In which it was written first: `Original: English`, `English only`.
    pub(super) original: Vec<Proposal<String>>,
    /// In which it is to be had besides.
    pub(super) others: Vec<Proposal<String>>,
}

pub(super) fn versions(reading: &Reading<'_>, language: Option<&str>) -> Versions {
    let mut versions = Versions::default();
    for para in &reading.head {
        for line in &para.lines {
            let place = para.words_in(line);
            let within = &para.words[place.clone()];
            let hits = NAMES.all(within);
            let told: usize = hits.iter().map(|hit| hit.to - hit.from).sum();
            let word = |name: &[&str]| {
                within
                    .iter()
                    .any(|word| name.contains(&word.folded.as_str()))
            };
            let original = word(&["original", "оригинал"])
                || within
                    .windows(2)
                    .any(|pair| pair[0].text == "原" && matches!(pair[1].text, "文" | "件"));
            let only = word(&["only", "seulement", "solamente", "unicamente"]);
            for hit in &hits {
                let at = para.span(place.start + hit.from..place.start + hit.to);
                let value = hit.means.to_owned();
                if within.len() <= 8 && (original || only) {
                    versions.original.push(para.told(value, true, at));
                } else if hits.len() > 1
                    && told * 2 >= within.len()
                    && Some(hit.means) != language
                {
                    // A bar of languages.
                    versions.others.push(para.told(value, false, at));
                }
            }
        }
    }
    super::once(&mut versions.original);
    super::once(&mut versions.others);
    versions
}
