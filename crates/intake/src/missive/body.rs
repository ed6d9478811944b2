//! A missive's own words: without greeting, quoted replies, signature and lines broken by its program.

/// Lines that begin what somebody else wrote before.
const EARLIER: [&str; 14] = [
    "-----original message",
    "----- original message",
    "-----message d'origine",
    "----- message d'origine",
    "-----message d’origine",
    "-------- original message",
    "-------- message d'origine",
    "begin forwarded message",
    "-------- forwarded message",
    "---------- forwarded message",
    "-------- message transféré",
    "---------- message transféré",
    "-----ursprüngliche",
    "________________________________",
];

/// Lines that close a letter: what follows is a name, a post and a telephone number.
const CLOSING: [&str; 27] = [
    "best regards",
    "kind regards",
    "warm regards",
    "regards",
    "with best regards",
    "with kind regards",
    "best wishes",
    "best",
    "sincerely",
    "yours sincerely",
    "yours faithfully",
    "yours truly",
    "many thanks",
    "thanks",
    "thank you",
    "cordialement",
    "bien cordialement",
    "très cordialement",
    "bien à vous",
    "cordiales salutations",
    "meilleures salutations",
    "salutations distinguées",
    "avec mes salutations",
    "amicalement",
    "respectueusement",
    "sincères salutations",
    "merci",
];

/// How lines of a telephone begin.
const SENT_FROM: [&str; 6] = [
    "sent from my",
    "envoyé de mon",
    "envoyé depuis mon",
    "get outlook for",
    "obtenir outlook",
    "télécharger outlook",
];

/// How greetings begin.
const GREETING: [&str; 13] = [
    "dear",
    "cher",
    "chère",
    "chers",
    "chères",
    "bonjour",
    "hello",
    "hi",
    "madame",
    "monsieur",
    "mesdames",
    "excellency",
    "excellence",
];

/// The words of a body that are its author's.
pub(super) fn own_words(body: &str) -> String {
    let body = body
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\u{a0}', " ");
    let lines: Vec<&str> = body.split('\n').collect();
    let mut own: Vec<&str> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let bare = line.trim();
        let low = bare.to_lowercase();
        if begins_earlier(&lines, at, &low) || *line == "-- " || bare == "--" || bare == "—" {
            break;
        }
        let closes = low.trim_end_matches([',', '.', '!', ' ']);
        if CLOSING.contains(&closes) || SENT_FROM.iter().any(|from| low.starts_with(from)) {
            break;
        }
        if bare.starts_with('>') || is_greeting(&own, &low) {
            continue;
        }
        own.push(line.trim_end());
    }
    unbroken(&own)
}

/// Whether a line begins what was written before: a divider, `On … wrote:`, or the head of another message.
fn begins_earlier(lines: &[&str], at: usize, low: &str) -> bool {
    if EARLIER.iter().any(|sign| low.starts_with(sign)) {
        return true;
    }
    let wrote = ["wrote:", "a écrit :", "a écrit:", "schrieb:"];
    let said = wrote.iter().any(|end| low.ends_with(end));
    let next = lines
        .get(at + 1)
        .map_or(String::new(), |next| next.trim().to_lowercase());
    let split = wrote.iter().any(|end| next.ends_with(end))
        && (low.starts_with("on ") || low.starts_with("le "));
    let from = ["from:", "de :", "de:"]
        .iter()
        .any(|from| low.starts_with(from));
    let head = from
        && lines[at..].iter().take(6).any(|line| {
            let low = line.trim().to_lowercase();
            [
                "sent:",
                "envoyé :",
                "envoyé:",
                "subject:",
                "objet :",
                "objet:",
            ]
            .iter()
            .any(|label| low.starts_with(label))
        });
    said || split || head
}

/// `Dear Ms Smith,` says nothing of a contact, and names somebody.
fn is_greeting(own: &[&str], low: &str) -> bool {
    let first = own.iter().all(|line| line.trim().is_empty());
    let word = low.split([' ', ',']).next().unwrap_or_default();
    first
        && GREETING.contains(&word)
        && low.ends_with([',', ':', '!'])
        && low.chars().count() < 80
}

/// Lines that a program broke, put together again; those that their author broke stay.
fn unbroken(lines: &[&str]) -> String {
    /// From how many characters a line may have been broken by a program.
    const FULL: usize = 60;
    let mut text = String::new();
    let mut before: Option<&str> = None;
    for line in lines {
        let bare = line.trim();
        let goes_on = before.is_some_and(|before: &str| {
            let item = bare.starts_with(['-', '*', '•', '–'])
                || bare.starts_with(|c: char| c.is_ascii_digit());
            before.chars().count() >= FULL
                && !bare.is_empty()
                && !item
                && !before.ends_with([':', ';'])
        });
        if before.is_some() {
            text.push_str(if goes_on { " " } else { "\n" });
        }
        text.push_str(bare);
        before = Some(bare);
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_replies_greetings_and_signatures_are_not_its_own_words() {
        let body = "Dear Ms Example,\r\n\r\nOn 12 March 2023 the PR met the DPR of Nepal in Vienna, and they spoke\r\n\
                    of the bill.\r\n\r\n> earlier words\r\nSend the kit.\r\n\r\nBest regards,\r\nA. Person\r\n+41 22 000";
        let own = own_words(body);
        assert_eq!(
            own,
            "On 12 March 2023 the PR met the DPR of Nepal in Vienna, and they spoke of the bill.\n\nSend the kit."
        );
        for cut in [
            "Ours.\n-- \nA. Person",
            "Ours.\n\nOn Mon, 12 Mar 2023, A. Person <a@b.example> wrote:\n> theirs",
            "Ours.\nLe lun. 12 mars 2023 à 10:00, A. Personne\n<a@b.example> a écrit :\ntheirs",
            "Ours.\n\nFrom: A. Person\nSent: Monday\nTo: B\nSubject: x\n\ntheirs",
            "Ours.\n\nDe : A. Personne\nEnvoyé : lundi\nÀ : B\nObjet : x\n\ntheirs",
            "Ours.\n-----Original Message-----\ntheirs",
            "Ours.\nSent from my telephone",
            "Ours.\nCordialement,\nA. Personne",
        ] {
            assert_eq!(own_words(cut), "Ours.", "{cut}");
        }
    }
}
