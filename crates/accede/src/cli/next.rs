//! `accede next`: whom to approach next, by explained signals.

use std::io;

use clap::Args;
use jiff::civil::Date;
use sentence::{say, tenths};
use treaty::Lang;
use words::Words;
use world::Next;
use world::sheet::{Tabular, word};
use world::view::{NextView, Sentence, Signal, Weights};

use super::{Session, ask};
use crate::failure::Failure;
use crate::render::{Answer, Page, Sheet, long_date};

/// Whom to approach next: those who are not in, by points made of explained signals, and why
///
/// A point is the weight of a signal times its value; what is not known adds nothing, and no number is a
/// probability. Approaches count as far as --as shows them.
///
/// For example: `accede --as italy next --campaign ctbt-2021-2023 --weight neighbours=5`
#[derive(Debug, Args)]
pub(super) struct NextArgs {
    /// The treaty: everybody who may join it and has not
    #[arg(required_unless_present = "campaign", conflicts_with = "campaign")]
    treaty: Option<String>,
    /// A campaign, by its name: those whom it is about
    #[arg(long)]
    campaign: Option<String>,
    /// What a signal weighs, from 0 to 10, such as `stage=5`; may be given again and again. Signals:
    /// signatory, voted_yes, neighbours, groups, stage, pledges, contact, meeting, eif, instruments
    #[arg(long, value_name = "SIGNAL=N", value_parser = weight)]
    weight: Vec<(Signal, u8)>,
    /// Only the first so many
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// The legal day [default: today, UTC]
    #[arg(long, value_name = "DAY", value_parser = ask::day)]
    on: Option<Date>,
}

fn weight(text: &str) -> Result<(Signal, u8), String> {
    let (signal, weight) = text
        .split_once('=')
        .ok_or_else(|| "write a signal, = and its weight, as in stage=5".to_owned())?;
    let signal = signal.parse().map_err(|error| format!("{error}"))?;
    let weight = weight
        .parse()
        .ok()
        .filter(|weight| *weight <= Weights::MOST);
    let weight = weight
        .ok_or_else(|| format!("a weight is a whole number from 0 to {}", Weights::MOST))?;
    Ok((signal, weight))
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &NextArgs) -> Result<(), Failure> {
    let world = session.world()?;
    let mut weights = Weights::default();
    for (signal, weight) in &args.weight {
        weights.set(*signal, *weight);
    }
    let on = args.on.unwrap_or_else(|| session.today());
    let treaty = args.treaty.as_deref();
    let treaty = treaty
        .map(|name| session.treaty(&world, name))
        .transpose()?;
    let about = match (&treaty, &args.campaign) {
        (Some(treaty), _) => Next::Treaty(treaty),
        (None, Some(campaign)) => Next::Campaign(campaign),
        (None, None) => return Err(Failure::usage("name a treaty, or a --campaign")),
    };
    let view = world.next(about, on, &weights, session.lang());
    let mut view = view.ok_or_else(|| no_campaign(args.campaign.as_deref()))?;
    view.rows.truncate(args.top.unwrap_or(usize::MAX));
    session.give(&view)
}

/// The failure where a campaign is not in this world.
pub(super) fn no_campaign(name: Option<&str>) -> Failure {
    let name = name.unwrap_or_default();
    Failure::usage(format!(
        "no campaign `{name}` is on record, or you may not see it"
    ))
    .hint("a campaign that is not public is there with --as TEAM, for its teams")
}

/// What a sentence says in English, with its entries.
pub(super) fn told(sentence: &Sentence) -> String {
    let text = say(Words::for_lang(Lang::En), sentence);
    let entries: Vec<_> = sentence.entries.iter().map(ToString::to_string).collect();
    if entries.is_empty() {
        text
    } else {
        format!("{text} [{}]", entries.join(", "))
    }
}

impl Answer for NextView {
    fn sheet(&self) -> Sheet {
        Tabular::sheet(self)
    }

    fn page(&self, page: &mut Page<'_>) -> io::Result<()> {
        let words = Words::for_lang(Lang::En);
        let campaign = self.campaign.as_ref();
        let what = campaign.map_or(&self.short, |campaign| &campaign.title);
        page.line(&format!("{what}: whom next, on {}", long_date(self.on)))?;
        page.paragraph(0, &words.text("next-no-probability"))?;
        let weights = self.weights.iter();
        let weights: Vec<_> = weights
            .map(|one| format!("{} {}", one.signal, one.weight))
            .collect();
        page.paragraph(2, &format!("weights: {}", weights.join(", ")))?;
        if self.rows.is_empty() {
            page.gap()?;
            page.line(&words.text("next-nobody"))?;
        }
        for row in &self.rows {
            page.gap()?;
            page.line(&format!(
                "{}. {} ({}), {}: {} of {}",
                row.place,
                row.name,
                row.iso3,
                word(&row.standing),
                tenths(words, row.points),
                self.most / 10,
            ))?;
            for signal in &row.signals {
                let worth = match signal.value {
                    Some(_) => tenths(words, signal.points),
                    None => "?".to_owned(),
                };
                let why: Vec<_> = signal.why.iter().map(told).collect();
                page.paragraph(
                    8,
                    &format!("{worth:>6}  {}: {}", signal.signal, why.join(" ")),
                )?;
            }
            for messenger in &row.messengers {
                let why: Vec<_> = messenger.why.iter().map(told).collect();
                page.paragraph(8, &format!("   who  {}: {}", messenger.name, why.join(" ")))?;
            }
            for venue in &row.venues {
                page.paragraph(8, &format!(" where  {}", told(venue)))?;
            }
        }
        page.gap()?;
        page.paragraph(
            2,
            &words.text_with("next-geography", &[("what", (&self.geography).into())]),
        )?;
        page.footing(Some(self.on), self.known, &self.head)
    }
}
