use super::*;

fn letter(text: &str) -> Text {
    read(text.replace('\n', "\r\n").as_bytes(), &Limits::USUAL).unwrap()
}

#[test]
fn a_letter_with_an_annex_is_read_and_the_annex_named() {
    let text = letter(
        "From: =?utf-8?q?Ren=C3=A9e?= Muster <renee@example.org>\nTo: x@example.org\n\
         Subject: Note verbale\nDate: Tue, 2 May 2017 23:30:00 +0200\nMIME-Version: 1.0\nX-Mailer: Pen 1\n\
         Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8; format=flowed\n\n\
         The Mission presents \nits compliments.\n\n1. It attaches the text.\n\n> Earlier you wrote\n> to us.\n>\n> Twice.\n\n-- \nRM\n\
         --b\nContent-Type: application/pdf; name=\"../annex.pdf\"\nContent-Disposition: attachment; filename=\"../annex.pdf\"\n\
         Content-Transfer-Encoding: base64\n\nJVBERi0xLjQ=\n--b--\n",
    );
    insta::assert_json_snapshot!(text);
}

#[test]
fn the_words_with_structure_are_preferred() {
    let text = letter(
        "From: a@example.org\nSubject: Statement\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n\
         --b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<h2>Heading</h2><p>Words</p>\
         <blockquote>Quoted</blockquote>\n--b--\n",
    );
    let kinds: Vec<Kind> = text.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [
            Kind::Title,
            Kind::Heading(2),
            Kind::Paragraph,
            Kind::Quotation
        ]
    );
    assert_eq!(text.said.author, None);
}

#[test]
fn locked_letters_are_said_to_be_locked() {
    for kind in [
        "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b",
        "application/pkcs7-mime; smime-type=enveloped-data",
    ] {
        let text = format!(
            "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n--b\r\n\r\nx"
        );
        let told = read(text.as_bytes(), &Limits::USUAL);
        assert_eq!(told, Err(ReadError::Locked(Format::Eml)));
    }
}
