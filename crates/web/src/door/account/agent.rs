//! What a browser says of itself, for people.

use words::Words;

/// How browsers name themselves, those first that name others besides.
const BROWSERS: [(&str, &str); 7] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// How they name what they run on.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
];

/// The browser and its system, or what it said word for word; that it said nothing.
pub(super) fn said(agent: &str, words: &Words) -> String {
    let find = |names: &[(&str, &'static str)]| {
        let mut names = names.iter();
        names.find_map(|(sign, name)| agent.contains(sign).then_some(*name))
    };
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => {
            let args = [("browser", browser.into()), ("system", system.into())];
            words.text_with("account-browser", &args)
        }
        (_, _) if agent.is_empty() => words.text("account-no-browser").into_owned(),
        (_, _) => agent.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use treaty::Lang;

    use super::*;

    #[test]
    fn browsers_are_called_as_people_call_them() {
        let words = Words::for_lang(Lang::En);
        for (agent, expected) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
                "Firefox on Linux",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
                "Safari on iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
                "Chrome on Android",
            ),
            ("curl/8.14.1", "curl/8.14.1"),
            ("", "a program that does not say what it is"),
        ] {
            assert_eq!(said(agent, words), expected, "{agent}");
        }
    }
}
