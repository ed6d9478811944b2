//! A text as a picture that a camera reads.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc};

/// The white around it that a camera needs, in modules (ISO/IEC 18004, 9.1).
const QUIET: i32 = 4;

/// A QR code: the side of the whole picture in modules, and the path of what is black.
pub(super) struct Qr {
    pub(super) side: i32,
    pub(super) path: String,
}

impl Qr {
    /// The picture of a text; none if it is too long for one.
    pub(super) fn of(text: &str) -> Option<Qr> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let size = code.size();
        let mut path = String::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let run = (x..size).take_while(|x| code.get_module(*x, y)).count();
                if run > 0 {
                    // A text takes whatever is written into it.
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
                }
                x += i32::try_from(run).unwrap_or(size) + 1;
            }
        }
        Some(Qr {
            side: size + 2 * QUIET,
            path,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paints the path into a grid again, and compares it with the code.
    #[test]
    fn the_path_is_the_code_with_white_around_it() {
        let text = "otpauth://totp/Accede%20x:ada%40mfa.example?secret=JBSWY3DPEHPK3PXP";
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let qr = Qr::of(text).unwrap();
        assert_eq!(qr.side, code.size() + 8);
        let mut black = std::collections::BTreeSet::new();
        for step in qr.path.split('M').skip(1) {
            let (x, rest) = step.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let run: i32 = rest.split('v').next().unwrap().parse().unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            black.extend((x..x + run).map(|x| (x, y)));
        }
        for y in 0..qr.side {
            for x in 0..qr.side {
                let expected = code.get_module(x - 4, y - 4);
                assert_eq!(black.contains(&(x, y)), expected, "{x} {y}");
            }
        }
        assert!(Qr::of(&"x".repeat(5000)).is_none());
    }
}
