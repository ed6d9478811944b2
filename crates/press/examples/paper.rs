//! Prints a sample paper, to be looked at: `cargo run -p press --example paper -- FOLDER`.

#[path = "../../report/tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use report::paper::NoteForm;
use treaty::Lang;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).unwrap_or_else(|| "papers".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    for (name, lang, notes) in [
        ("foot-en", Lang::En, NoteForm::Foot),
        ("end-fr", Lang::Fr, NoteForm::End),
        ("none-en", Lang::En, NoteForm::None),
    ] {
        let mut paper = sample::paper(lang, notes);
        if notes == NoteForm::End {
            paper.masthead.restricted = Some("TLP:AMBER – pour l’équipe".to_owned());
        }
        fs::write(folder.join(format!("{name}.pdf")), press::write(&paper)?)?;
    }
    Ok(())
}
