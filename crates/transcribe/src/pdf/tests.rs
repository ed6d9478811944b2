use super::*;
use crate::text::Block;

/// A PDF of these objects, the first being its catalog.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let end = format!(
        "trailer\n<</Size {}/Root 1 0 R/Info<</Title(A title)/CreationDate(D:20170502101500Z)>>>>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    );
    file.extend(end.bytes());
    file
}

fn stream(content: &str) -> String {
    format!("<</Length {}>>stream\n{content}\nendstream", content.len())
}

/// A document of pages with these contents, and something more in its catalog. /F1 is upright, /F2 bold, /F3 names no
/// letter, /I1 is a picture.
fn document(contents: &[String], catalog: &str) -> Vec<u8> {
    let kids: Vec<String> = (0..contents.len())
        .map(|at| format!("{} 0 R", 7 + at * 2))
        .collect();
    let picture = "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream";
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R/Lang(en-GB){catalog}>>"),
        format!(
            "<</Type/Pages/Kids[{}]/Count {}/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>/XObject<</I1 6 0 R>>>>>>",
            kids.join(" "),
            contents.len()
        ),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 65/LastChar 65/Widths[1000]/Encoding<</Differences[65/g1]>>/CharProcs<</g1 6 0 R>>>>".to_owned(),
        picture.to_owned(),
    ];
    for (at, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/Contents {} 0 R>>",
            8 + at * 2
        ));
        objects.push(stream(content));
    }
    pdf(&objects)
}

/// One line of text.
fn line(font: &str, size: u32, left: u32, base: u32, text: &str) -> String {
    let text = text.replace('(', "\\(").replace(')', "\\)");
    format!("BT /{font} {size} Tf {left} {base} Td ({text}) Tj ET\n")
}

fn told(bytes: &[u8]) -> Text {
    read(bytes, &Limits::USUAL).unwrap()
}

fn lines(text: &Text) -> Vec<String> {
    let said = |block: &Block| {
        let label = block.label.as_deref().unwrap_or("-");
        let page = block.page.unwrap_or(0);
        format!("{page} {:?} {label} {:?}", block.kind, block.text)
    };
    text.blocks.iter().map(said).collect()
}

/// A page as a report has it: a running head, words over the whole width, a note, a number.
fn report(page: u32) -> String {
    [
        line("F1", 9, 72, 810, &format!("A/CONF.9/{page}")),
        line("F2", 16, 72, 770, &format!("Part {page} of the record")),
        line(
            "F1",
            12,
            72,
            740,
            "12.   The States Parties recalled that the universali-",
        ),
        line(
            "F1",
            12,
            72,
            726,
            "zation of the Treaty was a priority for all of them, and de-",
        ),
        line("F1", 12, 72, 712, "cided to report.")
            .replace("Tj ET", "Tj /F1 7 Tf 5 Ts (1) Tj ET"),
        line("F1", 12, 72, 690, "(a)   First, on non-"),
        line("F1", 12, 100, 676, "proliferation;"),
        line(
            "F1",
            9,
            72,
            80,
            "See the report of the Secretary-General on the universalization.",
        )
        .replace("72 80 Td", "72 80 Td 4 Ts /F1 6 Tf (1) Tj 0 Ts /F1 9 Tf"),
        line(
            "F1",
            9,
            72,
            69,
            [
                "It was issued twice.",
                "Annex.",
                "Part one.",
                "Note verbale.",
            ][usize::try_from(page - 1).unwrap()],
        ),
        line("F1", 9, 290, 30, &page.to_string()),
    ]
    .concat()
}

#[test]
fn a_report_is_read_without_what_is_printed_on_every_page() {
    let pages: Vec<String> = (1..=4).map(report).collect();
    let text = told(&document(&pages, ""));
    assert_eq!(
        lines(&text)[..6],
        [
            "1 Heading(1) - \"Part 1 of the record\"",
            "1 Paragraph 12. \"The States Parties recalled that the universalization of the Treaty was a priority for all of them, and decided to report.\"",
            "1 Item(1) (a) \"First, on non-proliferation;\"",
            "2 Heading(1) - \"Part 2 of the record\"",
            "2 Paragraph 12. \"The States Parties recalled that the universalization of the Treaty was a priority for all of them, and decided to report.\"",
            "2 Item(1) (a) \"First, on non-proliferation;\"",
        ]
    );
    assert_eq!(text.pages, Some(4));
    assert_eq!(text.notes.len(), 4);
    assert_eq!(text.notes[0].label.as_deref(), Some("1"));
    assert_eq!(
        text.notes[0].text,
        "See the report of the Secretary-General on the universalization. It was issued twice."
    );
    let marks = |at: usize| text.blocks[at].marks.first().map(|mark| mark.note);
    assert_eq!((marks(1), marks(4)), (Some(0), Some(1)));
    assert_eq!(text.said.title.as_deref(), Some("A title"));
    assert_eq!(text.said.day.as_deref(), Some("2017-05-02"));
    assert_eq!(text.said.language.as_deref(), Some("en-GB"));
}

#[test]
fn columns_are_read_down_and_tables_across() {
    let mut columns = line("F2", 16, 72, 770, "A heading over both columns of the page");
    for at in 0..8 {
        let base = 700 - at * 14;
        columns += &line(
            "F1",
            12,
            72,
            base,
            &format!("left{at} words that fill the column,"),
        );
        columns += &line(
            "F1",
            12,
            320,
            base,
            &format!("right{at} words that fill the column,"),
        );
    }
    let text = told(&document(&[columns], ""));
    let all = text.plain();
    assert!(
        all.find("left7").unwrap() < all.find("right0").unwrap(),
        "{all}"
    );
    let mut table = line(
        "F1",
        12,
        72,
        770,
        "These are the States and the days of their consent to be bound by it.",
    );
    for (at, row) in [
        "State",
        "Xanadu",
        "Utopia",
        "Ruritania",
        "Erewhon",
        "Laputa",
    ]
    .iter()
    .enumerate()
    {
        let base = 700 - u32::try_from(at).unwrap() * 14;
        table += &line("F1", 12, 72, base, row);
        table += &line("F1", 12, 320, base, &format!("{at} May"));
    }
    let text = told(&document(&[table], ""));
    assert_eq!(lines(&text)[2], "1 Row - \"Xanadu\\t1 May\"");
    assert_eq!(text.blocks.len(), 7);
}

#[test]
fn a_paragraph_goes_on_over_the_page() {
    let text = told(&document(
        &[
            line(
                "F1",
                12,
                72,
                100,
                "The words of this paragraph go on over the end of the page and",
            ),
            line("F1", 12, 72, 770, "end on the next.")
                + &line(
                    "F1",
                    12,
                    72,
                    756,
                    "Another begins, and its first line is as long as those before,",
                )
                + &line("F1", 12, 72, 742, "and ends."),
        ],
        "",
    ));
    assert_eq!(
        lines(&text),
        [
            "1 Paragraph - \"The words of this paragraph go on over the end of the page and end on the next.\"",
            "2 Paragraph - \"Another begins, and its first line is as long as those before, and ends.\"",
        ]
    );
}

#[test]
fn pictures_of_text_letters_without_names_and_scripts_are_said() {
    let picture = "q 595 0 0 842 0 0 cm /I1 Do Q\n".to_owned();
    let recognised =
        picture.clone() + &line("F1", 12, 72, 700, "Recognised words").replace("BT", "BT 3 Tr");
    let unnamed =
        line("F1", 12, 72, 700, "Words that are named") + &line("F3", 12, 72, 600, "AAA");
    let text = told(&document(
        &[picture.clone(), picture, recognised, unnamed],
        "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/Names<</EmbeddedFiles<</Names[(a)<</UF(../x.exe)/EF<</F 6 0 R>>>>]>>>>",
    ));
    let pages = |from, to| vec![Pages { from, to }];
    assert_eq!(
        text.remarks,
        [
            Remark::Active,
            Remark::Scanned(pages(1, 2)),
            Remark::Recognised(pages(3, 3)),
            Remark::Unnamed(pages(4, 4)),
        ]
    );
    assert_eq!(text.attachments[0].name.as_deref(), Some("x.exe"));
    let words = text.plain();
    assert!(
        words.contains("Recognised words") && words.contains('\u{FFFD}'),
        "{words}"
    );
}

#[test]
fn more_pages_than_a_document_has_are_refused() {
    // One page, a hundred thousand times.
    let kids = "3 0 R ".repeat(100_000);
    let file = pdf(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Kids[{kids}]/Count 100000>>"),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_owned(),
    ]);
    let most = Limits::USUAL.pages;
    assert_eq!(
        read(&file, &Limits::USUAL),
        Err(ReadError::TooLarge(Bound::Pages { is: 100_000, most }))
    );
}

#[test]
fn encrypted_files_are_read_where_the_password_is_empty() {
    for file in [
        include_bytes!("../../tests/fixtures/empty-password-aes256.pdf").as_slice(),
        include_bytes!("../../tests/fixtures/empty-password-rc4.pdf"),
    ] {
        assert_eq!(
            lines(&told(file)),
            ["1 Paragraph - \"Read with the empty password.\""]
        );
    }
    let locked = include_bytes!("../../tests/fixtures/locked-aes256.pdf");
    assert_eq!(
        read(locked, &Limits::USUAL),
        Err(ReadError::Locked(Format::Pdf))
    );
}

#[test]
fn a_file_cut_off_anywhere_is_read_or_refused() {
    let file = document(&[report(1), report(2)], "");
    let mut read_in_part = 0;
    for end in (5..file.len()).step_by(37) {
        match read(&file[..end], &Limits::USUAL) {
            Ok(text) => read_in_part += usize::from(!text.blocks.is_empty()),
            Err(ReadError::Damaged { format, .. }) => assert_eq!(format, Format::Pdf),
            Err(other) => panic!("{end}: {other}"),
        }
    }
    assert!(read_in_part > 0);
}

#[test]
fn numbers_in_a_row_are_ranges() {
    let pages = |from, to| Pages { from, to };
    assert_eq!(
        ranges([1, 2, 3, 7, 9, 10].into_iter()),
        [pages(1, 3), pages(7, 7), pages(9, 10)]
    );
}
