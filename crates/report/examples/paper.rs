//! Writes a sample paper, to be looked at: `cargo run -p report --example paper -- FOLDER`.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use report::docx::{self, PictureError};
use report::paper::NoteForm;
use treaty::Lang;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).unwrap_or_else(|| "papers".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    let drawn = |svg: &str, millimetres| {
        raster::print(svg, millimetres, 300).map_err(PictureError::from)
    };
    for (name, lang, notes) in [
        ("foot-en", Lang::En, NoteForm::Foot),
        ("end-fr", Lang::Fr, NoteForm::End),
        ("none-en", Lang::En, NoteForm::None),
    ] {
        let paper = sample::paper(lang, notes);
        fs::write(
            folder.join(format!("{name}.docx")),
            docx::write(&paper, &drawn)?,
        )?;
    }
    Ok(())
}
