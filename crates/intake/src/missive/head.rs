//! The head of a missive whose text was pasted: `From:`, `De :`, or a cable's `FM`, `TO`, `DTG`, `SUBJ`.

/// What a line of a head gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    From,
    To,
    Date,
    Subject,
    /// A line of a head that is not asked for.
    Other,
}

/// The head of a pasted text, and where its body begins.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) from: Vec<String>,
    pub(super) to: Vec<String>,
    pub(super) date: Option<String>,
    pub(super) subject: Option<String>,
    /// The group of day and time, as cables print it.
    pub(super) group: Option<String>,
    /// Whether its labels are those of a cable.
    pub(super) cable: bool,
    pub(super) body: usize,
}

/// The labels of mail programs, with a colon after them.
const SHOWN: [(&str, Label); 20] = [
    ("from", Label::From),
    ("de", Label::From),
    ("expéditeur", Label::From),
    ("to", Label::To),
    ("à", Label::To),
    ("a", Label::To),
    ("pour", Label::To),
    ("destinataire", Label::To),
    ("destinataires", Label::To),
    ("cc", Label::To),
    ("copie", Label::To),
    ("info", Label::To),
    ("date", Label::Date),
    ("sent", Label::Date),
    ("envoyé", Label::Date),
    ("envoyé le", Label::Date),
    ("subject", Label::Subject),
    ("objet", Label::Subject),
    ("subj", Label::Subject),
    ("obj", Label::Subject),
];

/// The labels of cables, in capitals, with or without a colon.
const CABLE: [(&str, Label); 12] = [
    ("FM", Label::From),
    ("FROM", Label::From),
    ("TO", Label::To),
    ("INFO", Label::To),
    ("DTG", Label::Date),
    ("SUBJ", Label::Subject),
    ("SUBJECT", Label::Subject),
    ("OBJET", Label::Subject),
    ("REF", Label::Other),
    ("REFS", Label::Other),
    ("TAGS", Label::Other),
    ("BT", Label::Other),
];

/// The most lines of a head.
const MOST: usize = 60;

/// Reads the head of a text; `None` where it has none.
pub(super) fn head(text: &str) -> Option<Head> {
    let mut head = Head::default();
    let (mut labels, mut last, mut at) = (0, None, 0);
    for line in text.split_inclusive('\n').take(MOST) {
        let bare = line.trim();
        if bare.is_empty() {
            if labels >= 2 {
                break;
            }
            at += line.len();
            continue;
        }
        if let Some((label, value, cable)) = labelled(bare) {
            head.cable |= cable;
            labels += 1;
            last = Some(label);
            head.put(label, value);
        } else if let Some(group) = group_in(bare) {
            head.cable = true;
            labels += 1;
            head.group = Some(group);
            last = None;
        } else if labels > 0 && line.starts_with([' ', '\t']) && last.is_some() {
            head.put(last.unwrap_or(Label::Other), bare);
        } else if labels > 0 && head.cable && last == Some(Label::To) && is_shouted(bare) {
            head.put(Label::To, bare);
        } else if labels == 0 && is_marking_line(bare) {
            // A line over the head, such as a classification or a number.
        } else {
            break;
        }
        at += line.len();
    }
    head.body = at;
    let told = !head.from.is_empty() || !head.to.is_empty();
    (labels >= 2 && told).then_some(head)
}

impl Head {
    fn put(&mut self, label: Label, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        match label {
            Label::From => self.from.push(value.to_owned()),
            Label::To => self.to.push(value.to_owned()),
            Label::Date => {
                if let Some(group) = group_in(value) {
                    self.group = Some(group);
                } else if self.date.is_none() {
                    self.date = Some(value.to_owned());
                }
            }
            Label::Subject => match &mut self.subject {
                Some(subject) => {
                    subject.push(' ');
                    subject.push_str(value);
                }
                None => self.subject = Some(value.to_owned()),
            },
            Label::Other => {}
        }
    }
}

/// A line with a label, the value after it, and whether the label is a cable's.
fn labelled(line: &str) -> Option<(Label, &str, bool)> {
    let cable = CABLE.iter().find_map(|(name, label)| {
        let rest = line.strip_prefix(name)?;
        let value = rest.strip_prefix(':').or_else(|| rest.strip_prefix(' '))?;
        // `TO` and `FROM` begin sentences in capitals too; a colon or short addressees make a head.
        let own = matches!(
            *name,
            "FM" | "DTG" | "SUBJ" | "INFO" | "TAGS" | "REF" | "REFS"
        );
        Some((*label, value.trim_start_matches([':', ' ']), own))
    });
    if line == "BT" {
        return Some((Label::Other, "", true));
    }
    if cable.is_some() {
        return cable;
    }
    let (name, value) = line.split_once(':')?;
    let name = name.trim().to_lowercase();
    let (_, label) = SHOWN.iter().find(|(known, _)| *known == name)?;
    Some((*label, value, false))
}

/// `121530Z MAR 23`, wherever in a line it stands.
fn group_in(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    words.windows(3).find_map(|three| {
        let time = three[0];
        let digits = time.is_ascii()
            && time.len() == 7
            && time[..6].bytes().all(|byte| byte.is_ascii_digit());
        let zone = time.ends_with(|c: char| c.is_ascii_uppercase());
        let year = matches!(three[2].len(), 2 | 4)
            && three[2].bytes().all(|byte| byte.is_ascii_digit());
        let month = crate::date_words::month(three[1]).is_some();
        (digits && zone && year && month).then(|| three.join(" "))
    })
}

fn is_shouted(line: &str) -> bool {
    line.chars().count() <= 60
        && !line.contains(|c: char| c.is_lowercase())
        && !line.ends_with('.')
}

/// A short line in capitals before any label.
fn is_marking_line(line: &str) -> bool {
    is_shouted(line)
}
