//! Forms of address with which statements and letters begin.

use std::sync::LazyLock;

use super::lexicon::Lexicon;
use crate::jotting::words;

/// Who is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Address {
    /// Who presides over a meeting: a statement.
    Chair,
    /// The reader of a letter.
    Reader,
}

static ADDRESSES: LazyLock<Lexicon<Address>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "mr president;madam president;mister president;mr chair;madam chair;mr chairman;madam chairperson;mr chairperson;\
             madam chairman;mister chair;chair;president;co presidents;co chairs;distinguished co presidents;distinguished delegates;\
             excellencies;distinguished president;distinguished chair;thank you mr president;thank you madam president;\
             thank you mr chair;thank you madam chair;thank you chair;thank you president;\
             monsieur le président;madame la présidente;monsieur le president;madame le président;\
             señor presidente;señora presidenta;sr presidente;sra presidenta;gracias señor presidente;gracias señora presidenta;\
             уважаемый г-н председатель;уважаемая г-жа председатель;г-н председатель;г-жа председатель;\
             господин председатель;уважаемый господин председатель;\
             السيد الرئيس;السيدة الرئيسة;سيدي الرئيس;السيدة الرئيس;\
             主席先生;主席女士;主席先生 女士;尊敬的主席先生;尊敬的主席女士",
            Address::Chair,
        ),
        (
            "dear sir;dear madam;dear mr;dear ms;dear mrs;dear ambassador;dear colleague;dear colleagues;excellency;\
             your excellency;sir;madam;monsieur le ministre;monsieur l ambassadeur;madame l ambassadrice;\
             cher collègue;chers collègues;estimado señor;estimada señora;excelencia;excellence",
            Address::Reader,
        ),
    ])
});

/// The form of address that a line is, whole.
pub(super) fn address(line: &str) -> Option<Address> {
    if line.len() > 120 {
        return None;
    }
    let words = words(line);
    let hit = ADDRESSES.at(&words, 0)?;
    // `Mr. President, Excellencies,` too; not `President of the Conference`.
    let ends = words.get(hit.to).is_none_or(|_| {
        let last = &words[hit.to - 1];
        line[last.at.to..].starts_with([',', ':', '،', '，', '!', '！', '：', '.'])
    });
    let closed = line
        .trim_end()
        .ends_with([',', ':', '،', '，', '!', '！', '：', '.']);
    (ends && (closed || hit.to - hit.from > 1)).then_some(hit.means)
}

/// Whether a line is a form of address.
pub(super) fn is_address(line: &str) -> bool {
    address(line).is_some()
}
