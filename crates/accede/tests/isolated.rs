//! A document of others is read by a child, and whatever the child does, the program that asked is told in
//! people's terms, and lives.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use accede::isolated::{Isolation, Unread, read, start};
use transcribe::ReadError;

fn with_the_program() {
    start(Path::new(env!("CARGO_BIN_EXE_accede")));
}

/// A shell in the place of a child.
#[cfg(unix)]
fn shell(script: &str) -> Isolation {
    let arguments = ["-c", script].map(OsString::from);
    Isolation::of(PathBuf::from("/bin/sh"), arguments).waiting(Duration::from_secs(20))
}

#[test]
fn a_child_reads_as_the_library_does() {
    with_the_program();
    let file = "STATEMENT\n\n1. The Chair opened.\n".as_bytes();
    let here = transcribe::read(file, Some("a.txt"), &transcribe::Limits::USUAL).unwrap();
    assert_eq!(read(file, Some("a.txt")).unwrap(), here);
    assert_eq!(here.blocks.len(), 2);
}

#[test]
fn what_is_not_read_is_refused_in_the_readers_words() {
    with_the_program();
    let refused = |bytes: &[u8]| match read(bytes, None) {
        Err(Unread::Refused(error)) => error,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(b""), ReadError::Nothing);
    assert!(
        refused(b"\x89PNG\r\n\x1a\n\0")
            .to_string()
            .contains("picture")
    );
    let large = vec![b'a'; 65 * 1024 * 1024];
    assert!(refused(&large).to_string().contains("at most 67108864"));
}

#[test]
fn many_at_once_are_read_one_after_the_other() {
    with_the_program();
    thread::scope(|scope| {
        for at in 0..12 {
            scope.spawn(move || {
                let text = read(format!("Statement {at}").as_bytes(), None).unwrap();
                assert_eq!(text.blocks[0].text, format!("Statement {at}"));
            });
        }
    });
}

/// The worker is no command: nobody finds it in the help, and with anything beside it it is none.
#[test]
fn the_word_for_a_child_is_no_command() {
    let run = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_accede"));
        command.env_clear().args(arguments).output().unwrap()
    };
    let help = run(&["--help"]);
    assert!(
        !String::from_utf8(help.stdout)
            .unwrap()
            .contains("read-document")
    );
    assert_eq!(
        run(&["read-document-from-input", "--json"]).status.code(),
        Some(2)
    );
}

#[cfg(unix)]
#[test]
fn whatever_a_child_does_the_program_is_told_and_lives() {
    let told = |isolation: Isolation| isolation.read(b"Statement", None).unwrap_err();
    let garbage = told(shell("echo running 0 tests"));
    assert!(garbage.to_string().contains("it gave no text"), "{garbage}");
    let nothing = told(shell("exit 0"));
    assert!(nothing.to_string().contains("it gave no text"), "{nothing}");
    let failed = told(shell("echo partial; exit 101"));
    assert!(failed.to_string().contains("101"), "{failed}");
    assert!(matches!(told(shell("kill -ABRT $$")), Unread::TooMuch));
    assert!(matches!(told(shell("kill -XCPU $$")), Unread::TooLong));
    assert!(matches!(told(shell("kill -SEGV $$")), Unread::Broke { .. }));
    let loops = shell("while :; do :; done").waiting(Duration::from_millis(300));
    assert!(matches!(told(loops), Unread::TooLong));
    let hangs_on = shell("cat >/dev/null; exec >&-; while :; do :; done");
    assert!(told(hangs_on).to_string().contains("did not end"));
    let endless = shell("while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done");
    let endless = told(endless.taking(100_000));
    assert!(endless.to_string().contains("without end"), "{endless}");
    let absent = told(Isolation::of(PathBuf::from("/nonexistent/accede"), []));
    assert!(matches!(absent, Unread::NotStarted(_)));
}

/// A text that another program made up is looked at before it is believed.
#[cfg(unix)]
#[test]
fn a_text_that_contradicts_itself_is_not_believed() {
    let answer = |blocks: &str| {
        let text = format!(r#"{{"Ok":{{"form":1,"format":"txt","blocks":[{blocks}]}}}}"#);
        shell(&format!("cat >/dev/null; echo '{text}'")).read(b"x", None)
    };
    let sound = answer(r#"{"kind":"paragraph","text":"abc"}"#).unwrap();
    assert_eq!(sound.blocks[0].text, "abc");
    for made_up in [
        r#"{"kind":"paragraph","text":"abc","marks":[{"at":9,"note":0}]}"#,
        r#"{"kind":"paragraph","text":""}"#,
        r#"{"kind":"paragraph","text":"a\u001b[2Jb"}"#,
    ] {
        let told = answer(made_up).unwrap_err();
        assert!(told.to_string().contains("contradicts itself"), "{told}");
    }
}

/// A child has no environment, no argument that tells of the document, and the root as its folder.
#[cfg(unix)]
#[test]
fn a_child_learns_nothing_but_the_bytes_and_the_name() {
    let script = r#"
        [ "$(pwd)" = / ] && [ -z "$(env | grep -v -e ^PWD= -e ^SHLVL= -e ^_= -e ^OLDPWD=)" ] || exit 7
        cat >/dev/null
        echo '{"Ok":{"form":1,"format":"txt","blocks":[]}}'"#;
    let text = shell(script).read(b"x", Some("secret.txt"));
    assert!(text.is_ok(), "{text:?}");
}

/// Files made to break their reader: each is read or refused within the limits, and the program lives.
#[test]
fn files_made_to_harm_are_stopped() {
    with_the_program();
    // Three gigabytes of blanks, packed twice into five thousand bytes.
    let bomb = include_bytes!("fixtures/blanks-packed-twice.pdf");
    let soon = |seconds| Isolation::of_this_program().waiting(Duration::from_secs(seconds));
    let told = soon(10).read(bomb, None).unwrap_err();
    // Whichever limit is reached first.
    assert!(matches!(told, Unread::TooMuch | Unread::TooLong), "{told}");
    // A drawing that draws itself twice, and each of these twice.
    let content = "/X Do /X Do";
    let endless = pdf(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/MediaBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Contents 4 0 R>>"
            .to_owned(),
        format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>/Length {}>>stream\n{content}\nendstream",
            content.len()
        ),
    ]);
    let told = soon(3).read(&endless, None).unwrap_err();
    assert!(matches!(told, Unread::TooLong), "{told}");
    // Pages that are their own parents.
    let circle = pdf(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>".to_owned(),
    ]);
    assert!(matches!(
        read(&circle, None),
        Err(Unread::Refused(ReadError::Damaged { .. }) | Unread::TooMuch)
    ));
    // The next file is read as if nothing had been.
    assert_eq!(read(b"Statement", None).unwrap().blocks.len(), 1);
}

/// A PDF of these objects, the first being its catalog.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    for (at, object) in objects.iter().enumerate() {
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    // Without its table, which readers make up for themselves.
    file.extend(b"trailer\n<</Root 1 0 R>>\n%%EOF\n");
    file
}
