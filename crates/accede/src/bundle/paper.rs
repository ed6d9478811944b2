//! A report as people read it: in Markdown inside a bundle, or as a page of its own for those without
//! the program.

use std::fmt::Write;

/// A piece of a report. Texts are as somebody wrote them: each form keeps them from looking like more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading, of 1 to 3.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// A table: its columns, and its rows.
    Table(Vec<&'static str>, Vec<Vec<String>>),
    /// Lines to be typed.
    Code(Vec<String>),
}

/// The report in Markdown.
pub(super) fn markdown(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        put_markdown(&mut text, block).expect("writing to a string does not fail");
    }
    text
}

fn put_markdown(text: &mut String, block: &Block) -> std::fmt::Result {
    match block {
        Block::Heading(level, words) => {
            writeln!(
                text,
                "{} {}\n",
                "#".repeat(usize::from(*level)),
                line(words)
            )
        }
        Block::Text(words) => writeln!(text, "{}\n", line(words)),
        Block::List(items) => {
            for item in items {
                writeln!(text, "- {}", line(item))?;
            }
            writeln!(text)
        }
        Block::Table(columns, rows) => {
            writeln!(text, "| {} |", columns.join(" | "))?;
            writeln!(text, "|{}", " --- |".repeat(columns.len()))?;
            for row in rows {
                let cells: Vec<String> = row.iter().map(|cell| line(cell)).collect();
                writeln!(text, "| {} |", cells.join(" | "))?;
            }
            writeln!(text)
        }
        Block::Code(lines) => {
            for line in lines {
                writeln!(text, "    {line}")?;
            }
            writeln!(text)
        }
    }
}

/// Text for one line of Markdown: what somebody wrote must not look like more than it is.
fn line(text: &str) -> String {
    let mut plain = String::new();
    for character in text.chars() {
        match character {
            c if c.is_control() => plain.push(' '),
            '|' | '<' | '>' | '`' | '[' | ']' | '*' | '\\' | '#' | '!' => {
                plain.push('\\');
                plain.push(character);
            }
            c => plain.push(c),
        }
    }
    plain
}

/// How the page looks: on paper and on screens, wide and narrow, by day and by night.
const STYLE: &str = "
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-top: 1px solid; padding-top: 0.5rem; }
div.wide { overflow-x: auto; margin: 1.5rem 0; }
table { border-collapse: collapse; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid; }
pre { overflow-x: auto; }
li, p, td { overflow-wrap: anywhere; }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } h3 { break-after: avoid; } }
";

/// The report as a page that needs nothing beside itself.
pub(super) fn page(blocks: &[Block]) -> String {
    let mut text = String::new();
    put_page(&mut text, blocks).expect("writing to a string does not fail");
    text
}

fn put_page(text: &mut String, blocks: &[Block]) -> std::fmt::Result {
    let title = blocks.iter().find_map(|block| match block {
        Block::Heading(1, words) => Some(words.as_str()),
        Block::Heading(..)
        | Block::Text(_)
        | Block::List(_)
        | Block::Table(..)
        | Block::Code(_) => None,
    });
    let title = escaped(title.unwrap_or_default());
    writeln!(
        text,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"
    )?;
    for block in blocks {
        put_block(text, block)?;
    }
    writeln!(text, "</main>\n</body>\n</html>")
}

fn put_block(text: &mut String, block: &Block) -> std::fmt::Result {
    match block {
        Block::Heading(level, words) => {
            writeln!(text, "<h{level}>{}</h{level}>", escaped(words))
        }
        Block::Text(words) => writeln!(text, "<p>{}</p>", escaped(words)),
        Block::List(items) => {
            writeln!(text, "<ul>")?;
            for item in items {
                writeln!(text, "<li>{}</li>", escaped(item))?;
            }
            writeln!(text, "</ul>")
        }
        Block::Table(columns, rows) => {
            writeln!(
                text,
                "<div class=\"wide\" tabindex=\"0\"><table>\n<thead><tr>"
            )?;
            for column in columns {
                writeln!(text, "<th scope=\"col\">{}</th>", escaped(column))?;
            }
            writeln!(text, "</tr></thead>\n<tbody>")?;
            for row in rows {
                let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
                writeln!(text, "<tr><td>{}</td></tr>", cells.join("</td><td>"))?;
            }
            writeln!(text, "</tbody>\n</table></div>")
        }
        Block::Code(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
            writeln!(text, "<pre><code>{}</code></pre>", lines.join("\n"))
        }
    }
}

/// Text that is nothing but text in HTML.
fn escaped(text: &str) -> String {
    let mut plain = String::new();
    for character in text.chars() {
        match character {
            '&' => plain.push_str("&amp;"),
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '"' => plain.push_str("&quot;"),
            c if c.is_control() => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Vec<Block> {
        let bad = "<b>[x](http://e.example)</b> | & # !\n\"".to_owned();
        vec![
            Block::Heading(1, "Handover".to_owned()),
            Block::Text(bad.clone()),
            Block::List(vec![bad.clone()]),
            Block::Table(vec!["What", "When"], vec![vec![bad, "now".to_owned()]]),
            Block::Code(vec!["accede bundle show FILE".to_owned()]),
        ]
    }

    #[test]
    fn what_somebody_wrote_is_text_in_both_forms() {
        let page = page(&report());
        assert!(
            !page.contains("<b>") && page.contains("&lt;b&gt;"),
            "{page}"
        );
        assert!(page.contains("<title>Handover</title>"), "{page}");
        assert!(
            !page.contains("href") && !page.contains("src="),
            "it needs nothing beside itself"
        );
        let markdown = markdown(&report());
        assert!(
            markdown.contains("\\<b\\>\\[x\\](http") && markdown.contains("\\|"),
            "{markdown}"
        );
        assert!(
            markdown.contains("| What | When |\n| --- | --- |\n"),
            "{markdown}"
        );
        assert!(
            markdown.contains("\n    accede bundle show FILE\n"),
            "{markdown}"
        );
    }
}
