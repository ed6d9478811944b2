//! Writes a sample paper, to be looked at: `cargo run -p report --example paper -- FOLDER`.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use report::Paper;
use report::docx::{self, PictureError};
use report::paper::{Block, NoteForm};
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
    let long = docx::write(&long(), &drawn)?;
    fs::write(folder.join("long-en.docx"), long)?;
    Ok(())
}

/// A paper of many pages, for the team: what runs over a page is seen on it.
fn long() -> Paper {
    let mut paper = sample::paper(Lang::En, NoteForm::Foot);
    paper.masthead.restricted = Some("TLP:AMBER – for the team".to_owned());
    let body = paper.blocks.clone();
    for _ in 0..60 {
        paper
            .blocks
            .extend(body.iter().filter(|block| !is_picture(block)).cloned());
    }
    for block in &mut paper.annexes[0].blocks {
        if let Block::Table(table) = block {
            let rows = table.rows.clone();
            table.rows.extend(rows.iter().cycle().take(100).cloned());
        }
    }
    paper
}

fn is_picture(block: &Block) -> bool {
    matches!(block, Block::Picture(_))
}
