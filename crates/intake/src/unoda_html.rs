//! The HTML page of UNODA's treaties database: tables `sort_table` and `sort_table_special`.
//!
//! A cell carries a value for machines in `data-order`; the link of an act says by its address of
//! which type it is.

use jiff::civil::Date;
use scraper::{ElementRef, Html, Selector};

use crate::date_words::{dates_in, month};
use crate::error::{ReadError, What};
use crate::html_guard;
use crate::markup::one_line;
use crate::unoda::{UnodaAct, UnodaPage, UnodaStep, capital, day, step};

/// What a column of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Participant,
    Signature,
    Consent,
    Aside,
}

/// Reads a page whose text is decoded.
pub(crate) fn read(file: &str, text: &str) -> Result<UnodaPage, ReadError> {
    html_guard::refuse(file, text)?;
    let html = Html::parse_document(text);
    let table = html
        .select(&selector("table#sort_table, table#sort_table_special"))
        .next()
        .ok_or_else(|| ReadError::new(file, What::NoTable))?;
    let title = html
        .select(&selector("h1"))
        .next()
        .map(|h1| one_line(&h1.text().collect::<String>()));
    let mut page = UnodaPage {
        file: file.to_owned(),
        short_name: short_name(&html, file),
        title: title.unwrap_or_default(),
        ..UnodaPage::default()
    };
    let rows: Vec<Vec<ElementRef<'_>>> = table
        .select(&selector("tr"))
        .map(|row| row.select(&selector("th, td")).collect())
        .collect();
    let Some((head, rows)) = rows.split_first() else {
        return Err(ReadError::new(file, What::NoTable));
    };
    let columns = head
        .iter()
        .map(|cell| column(file, *cell))
        .collect::<Result<Vec<_>, _>>()?;
    let Some(names) = columns
        .iter()
        .position(|column| *column == Column::Participant)
    else {
        return Err(ReadError::new(file, What::NoTable));
    };
    for (at, cells) in rows.iter().enumerate() {
        row(&mut page, &columns, names, cells, at + 1);
    }
    if page.acts.is_empty() {
        return Err(ReadError::new(file, What::NoTable));
    }
    Ok(page)
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("the selectors in this file are valid")
}

fn column(file: &str, cell: ElementRef<'_>) -> Result<Column, ReadError> {
    let heading = one_line(&cell.text().collect::<String>());
    let lower = heading.to_lowercase();
    let is = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if is(&["participant", "country"]) || lower == "state" || lower == "states" {
        Ok(Column::Participant)
    } else if is(&["signature", "signed", "signatory"]) {
        Ok(Column::Signature)
    } else if is(&["deposit", "ratification", "accession", "joined"]) {
        Ok(Column::Consent)
    } else if lower.is_empty() || is(&["note", "remark"]) {
        Ok(Column::Aside)
    } else {
        let why = "it is no column known of this database".to_owned();
        Err(ReadError::new(file, What::UnknownHeading { heading, why }))
    }
}

/// The short name: in the address of the page or of its own links, `/t/ctbt`, else the file's name.
fn short_name(html: &Html, file: &str) -> Option<String> {
    let of = |address: &str| {
        let after = address.split("/t/").nth(1)?;
        let name: String = after
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
            .collect();
        (!name.is_empty()).then_some(name)
    };
    let canonical = html
        .select(&selector("link[rel=canonical], meta[property='og:url']"))
        .find_map(|at| of(at.value().attr("href").or(at.value().attr("content"))?));
    let links = || {
        html.select(&selector("a[href]"))
            .find_map(|a| of(a.value().attr("href")?))
    };
    let stem = || {
        let name = file.rsplit(['/', '\\']).next()?.split('.').next()?;
        (!name.is_empty()).then(|| name.to_lowercase())
    };
    canonical.or_else(links).or_else(stem)
}

fn row(
    page: &mut UnodaPage,
    columns: &[Column],
    names: usize,
    cells: &[ElementRef<'_>],
    number: usize,
) {
    let Some(name) = cells.get(names) else { return };
    let printed = one_line(&name.text().collect::<String>());
    let order = name
        .value()
        .attr("data-order")
        .map(one_line)
        .unwrap_or_default();
    let names: Vec<String> = [printed, order]
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect();
    if names.is_empty() {
        return;
    }
    for (column, cell) in columns.iter().zip(cells) {
        let place = format!("row {number}, {}", names[0]);
        let expected = match column {
            Column::Participant | Column::Aside => continue,
            Column::Signature => Some(UnodaStep::Signature),
            Column::Consent => None,
        };
        for found in acts(*cell, expected) {
            match found {
                Ok((step, on, depositary)) => page.acts.push(UnodaAct {
                    code: None,
                    names: names.clone(),
                    step,
                    on,
                    depositary,
                    note: None,
                    place: place.clone(),
                    objections: Vec::new(),
                }),
                Err(why) => {
                    let value = one_line(&cell.text().collect::<String>());
                    page.odd.push((place.clone(), value, why));
                }
            }
        }
    }
}

type Found = Result<(UnodaStep, Date, Option<String>), String>;

/// The acts of a cell: one for each link, or one for the cell.
fn acts(cell: ElementRef<'_>, expected: Option<UnodaStep>) -> Vec<Found> {
    let links: Vec<ElementRef<'_>> = cell.select(&selector("a[href]")).collect();
    let text = one_line(&cell.text().collect::<String>());
    let order = cell.value().attr("data-order").unwrap_or_default();
    if text.is_empty() {
        return Vec::new();
    }
    if links.len() <= 1 {
        let found = machine_day(order)
            .or_else(|| only_day(&text))
            .ok_or_else(|| "no day can be read in it".to_owned())
            .and_then(|on| {
                let step = links.first().map_or(Ok(None), |link| step_of(*link))?;
                let step = step
                    .or(expected)
                    .ok_or("its link does not say of which type it is")?;
                Ok((step, on, None))
            });
        return vec![found];
    }
    links
        .into_iter()
        .map(|link| {
            let own = one_line(&link.text().collect::<String>());
            let on = only_day(&own).ok_or("one of several links has no day of its own")?;
            let step = step_of(link)?
                .or(expected)
                .ok_or("its link does not say of which type it is")?;
            let place = capital(&own);
            Ok((step, on, (place != own).then_some(place)))
        })
        .collect()
}

/// The type in a link's address: `…/RAT/…`, `…type=ACC`.
fn step_of(link: ElementRef<'_>) -> Result<Option<UnodaStep>, String> {
    let address = link.value().attr("href").unwrap_or_default();
    let mut steps = address
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| ["SIG", "RAT", "ACC", "SUC", "WTW"].contains(word))
        .filter_map(step);
    match (steps.next(), steps.next()) {
        (step, None) => Ok(step),
        (_, Some(_)) => Err(format!("the address `{address}` names two types of act")),
    }
}

/// The day in `data-order`: `2008-12-03…`, or what stands before the first hyphen, in one of the
/// forms that are dates there.
fn machine_day(order: &str) -> Option<Date> {
    let order = order.trim();
    if let Some(iso) = order.get(..10)
        && let Ok(day) = day(iso)
    {
        return Some(day);
    }
    let before = order.split('-').next()?.trim();
    let digits = before.len() == 8 && before.bytes().all(|b| b.is_ascii_digit());
    if digits {
        return day(&format!(
            "{}-{}-{}",
            &before[..4],
            &before[4..6],
            &before[6..]
        ))
        .ok();
    }
    let slashed: Vec<&str> = before.split('/').collect();
    if let [year, month, number] = slashed[..]
        && year.len() == 4
    {
        return day(&format!("{year}-{month:0>2}-{number:0>2}")).ok();
    }
    only_day(before)
}

/// The one day a text names: `24 September 1996` or `September 24, 1996`.
fn only_day(text: &str) -> Option<Date> {
    match dates_in(text).as_slice() {
        [date] => return date.day,
        [_, _, ..] => return None,
        [] => {}
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(3).find_map(|three| {
        let [month_word, number, year] = three else {
            return None;
        };
        let number = number.strip_suffix(',')?.parse().ok()?;
        Date::new(year.get(..4)?.parse().ok()?, month(month_word)?, number).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_forms_of_a_machine_day_are_read() {
        let expected = Some(date(1996, 9, 24));
        for order in [
            "1996-09-24",
            "1996-09-24 00:00:00",
            "19960924-1",
            "1996/9/24-x",
            "24 Sep 1996-SIG",
            "September 24, 1996-x",
        ] {
            assert_eq!(machine_day(order), expected, "{order}");
        }
        for order in ["", "0", "soon", "19960931-1", "1996"] {
            assert_eq!(machine_day(order), None, "{order}");
        }
    }
}
