//! `accede export data` and `accede export sqlite`: the public record as tables.

use std::fs;
use std::path::Path;

use dataset::Dataset;
use jiff::civil::Date;
use world::World;

use super::export::write;
use crate::failure::Failure;

/// Writes each table as CSV into a folder, and `datapackage.json` beside them.
pub(super) fn folder(world: &World, on: Date, out: Option<&Path>) -> Result<(), Failure> {
    let folder = out.ok_or_else(|| {
        Failure::usage("`data` is many files, and --out says no folder for them")
            .hint("give one, as in --out tables; it is made if it is not there")
    })?;
    fs::create_dir_all(folder).map_err(|cause| {
        Failure::store(format!("{} could not be made", folder.display()))
            .because(cause)
            .hint("see that the folder above it is there and may be written")
    })?;
    let set = Dataset::new(world, on);
    for filled in set.tables() {
        let file = folder.join(format!("{}.csv", filled.table.name));
        write(Some(&file), &filled.csv())?;
    }
    for (name, document) in [
        ("datapackage.json", set.package()),
        ("datasette.json", set.datasette()),
    ] {
        let text = format!("{document:#}\n");
        write(Some(&folder.join(name)), text.as_bytes())?;
    }
    Ok(())
}

/// Writes one SQLite database.
pub(super) fn database(world: &World, on: Date, out: Option<&Path>) -> Result<(), Failure> {
    let file = out.ok_or_else(|| {
        Failure::usage("`sqlite` is a database, and --out says no file for it")
            .hint("give one, as in --out accede.sqlite")
    })?;
    let bytes = Dataset::new(world, on).sqlite().map_err(|cause| {
        Failure::store("the tables could not be put into a database").because(cause)
    })?;
    write(Some(file), &bytes)
}
