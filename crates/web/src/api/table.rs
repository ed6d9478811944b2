//! The table of addresses, a file for each part of the reference. A new page adds an entry to one
//! of them; the tests beside this file say what is missing in it.

mod across;
mod campaigns;
mod data;
mod days;
mod library;
mod outreach;
mod record;
mod reports;
mod states;
mod treaties;

use super::{Address, Moved};

/// Every address, in the order of the reference.
pub(crate) fn addresses() -> impl Iterator<Item = &'static Address> {
    let parts = [
        treaties::ADDRESSES,
        states::ADDRESSES,
        across::ADDRESSES,
        days::ADDRESSES,
        outreach::ADDRESSES,
        campaigns::ADDRESSES,
        reports::ADDRESSES,
        library::ADDRESSES,
        record::ADDRESSES,
        data::ADDRESSES,
    ];
    parts.into_iter().flatten()
}

/// The addresses that pages had before.
pub(crate) static MOVED: &[Moved] = &[
    Moved {
        from: "/treaties/{treaty}/duties",
        to: "/treaties/{treaty}/obligations",
    },
    Moved {
        from: "/treaties/{treaty}/{state}",
        to: "/states/{state}/{treaty}",
    },
    Moved {
        from: "/treaties/{treaty}/{state}/{article}",
        to: "/states/{state}/{treaty}/{article}",
    },
];
