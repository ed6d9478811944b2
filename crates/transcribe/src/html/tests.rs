use super::*;

fn page(text: &str) -> Text {
    read(text.as_bytes(), &Limits::USUAL).unwrap()
}

fn told(text: &Text) -> Vec<String> {
    let said = |block: &crate::text::Block| {
        let label = block.label.as_deref().unwrap_or("-");
        format!("{:?} {label} {:?}", block.kind, block.text)
    };
    text.blocks.iter().map(said).collect()
}

#[test]
fn a_page_is_read_without_its_dress() {
    let text = page(
        "<!doctype html><html lang=fr><head><title> Déclaration </title><meta name=author content='A. B.'>\
         <meta name=\"DC.date\" content=\"2019-11-25T10:00\"><link rel=canonical href=https://a.example/x>\
         <script>var a = '<p>no</p>';</script></head><body onload=x()><nav><p>Menu</p></nav><header>Site</header>\
         <h1>Déclaration</h1><p>Monsieur le&nbsp;Pr&shy;ésident,<br>merci<sup><a href='#fn1' id=r1>1</a></sup>.\
         <p>1.&nbsp;&nbsp;Le traité.<ol start=3 type=a><li>un<ul><li>deux</ul><li value=7>sept</ol>\
         <table><tr><th>État<th>Jour</tr><tr><td><p>A</p><p>B</p><td>2019</tr></table>\
         <blockquote>Cité</blockquote><pre>  a\n   b </pre><p hidden>no</p><p style='display: none'>no</p><del>no</del>\
         <img src=/x.png><ol><li id=fn1>La note. <a href='#r1'>↩</a></li></ol><footer>Pied</footer></body></html>",
    );
    insta::assert_json_snapshot!(text);
}

#[test]
fn tables_that_place_things_are_no_rows() {
    let text = page(
        "<table><tr><td><table><tr><td>Menu</td></tr></table></td><td><h2>Statement</h2><p>One.</p><p>Two.</p></td></tr></table>",
    );
    assert_eq!(
        told(&text),
        [
            "Paragraph - \"Menu\"",
            "Heading(2) - \"Statement\"",
            "Paragraph - \"One.\"",
            "Paragraph - \"Two.\""
        ]
    );
}

#[test]
fn notes_as_word_and_libreoffice_write_them_are_notes() {
    let office = page(
        "<p>Text<a class=sdfootnoteanc name=sdfootnote1anc href='#sdfootnote1sym'><sup>1</sup></a> goes on</p>\
         <div id=sdfootnote1><p><a class=sdfootnotesym name=sdfootnote1sym href='#sdfootnote1anc'>1</a>The note</p></div>",
    );
    let word = page(
        "<p>Text<a href='#_ftn1' name=_ftnref1>[1]</a> goes on</p>\
         <div id=ftn1><p><a href='#_ftnref1' name=_ftn1>[1]</a> The note</p></div>",
    );
    for text in [office, word] {
        assert_eq!(told(&text), ["Paragraph - \"Text goes on\""]);
        assert_eq!(text.notes[0].text, "The note");
        assert_eq!(text.notes[0].label.as_deref(), Some("1"));
        assert_eq!(text.blocks[0].marks[0].at, 4);
    }
}

#[test]
fn what_a_page_calls_its_main_part_is_what_is_read() {
    let long = "Mister President, ".repeat(20);
    let text = page(&format!(
        "<div>Skip to content</div><main><p>{long}</p></main><div>Share</div>"
    ));
    assert_eq!(text.blocks.len(), 1);
}

#[test]
fn a_page_nested_without_end_is_refused_and_a_long_one_is_not() {
    let deep = "<div>".repeat(100_000);
    let told = read(deep.as_bytes(), &Limits::USUAL);
    assert!(matches!(
        told,
        Err(ReadError::TooLarge(Bound::Depth { most: 256 }))
    ));
    let long = page(&"<p>a<b>b<i>c</p>".repeat(2_000));
    assert_eq!(long.blocks.len(), 2_000);
}

#[test]
fn a_text_longer_than_the_limit_is_cut_and_says_so() {
    let limits = Limits {
        blocks: 3,
        ..Limits::USUAL
    };
    let text = read("<p>a".repeat(9).as_bytes(), &limits).unwrap();
    assert_eq!((text.blocks.len(), text.remarks), (3, vec![Remark::Cut]));
}

#[test]
fn the_encoding_a_page_names_is_used() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("<meta charset=windows-1251><p>Да");
    assert_eq!(
        told(&read(&bytes, &Limits::USUAL).unwrap()),
        ["Paragraph - \"Да\""]
    );
}
