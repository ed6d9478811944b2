//! What is drawn, what is refused, and that nothing outside is read.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use raster::RasterError;

const SVG: &str = "xmlns=\"http://www.w3.org/2000/svg\"";

/// Width, height and pixels, three bytes each.
fn read(png: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    // Colours by number are read as the colours they stand for.
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    pixels.truncate(info.buffer_size());
    (info.width, info.height, pixels)
}

/// How many pixels are not white.
fn dark(png: &[u8]) -> usize {
    let (_, _, pixels) = read(png);
    pixels
        .chunks(3)
        .filter(|pixel| pixel.iter().any(|part| *part < 128))
        .count()
}

fn text(text: &str, extra: &str) -> String {
    format!(
        "<svg {SVG} viewBox=\"0 0 400 60\"><text x=\"10\" y=\"40\" font-size=\"30\" \
         font-family=\"'Noto Serif', serif\"{extra}>{text}</text></svg>"
    )
}

#[test]
fn a_picture_keeps_its_proportions_at_any_width() {
    let svg = format!("<svg {SVG} viewBox=\"0 0 200 100\"><path d=\"M0 0H100V100H0z\"/></svg>");
    let (width, height, pixels) = read(&raster::png(&svg, 640).unwrap());
    assert_eq!((width, height), (640, 320));
    assert_eq!(
        (&pixels[..3], &pixels[pixels.len() - 3..]),
        (&[0; 3][..], &[255; 3][..])
    );
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let svg = text("État, Ṭ, Україна, مصر, 中国", "");
    assert_eq!(
        raster::png(&svg, 800).unwrap(),
        raster::png(&svg, 800).unwrap()
    );
}

#[test]
fn each_script_is_drawn_and_bold_is_bolder() {
    for word in [
        "Côte d’Ivoire",
        "Российская Федерация",
        "المملكة",
        "中国",
        "Türkiye",
    ] {
        let plain = dark(&raster::png(&text(word, ""), 800).unwrap());
        assert!(plain > 500, "{word}: {plain} dark pixels");
    }
    for word in ["Côte d’Ivoire", "Российская", "المملكة"] {
        let plain = dark(&raster::png(&text(word, ""), 800).unwrap());
        let bold = dark(&raster::png(&text(word, " font-weight=\"700\""), 800).unwrap());
        assert!(bold > plain, "{word}: {bold} {plain}");
    }
}

#[test]
fn marks_of_direction_take_no_room_and_turn_the_line() {
    let isolated = raster::png(&text("\u{2067}مصر 1968\u{2069}", ""), 400).unwrap();
    let bare = raster::png(&text("مصر", ""), 400).unwrap();
    assert!(dark(&isolated) > dark(&bare));
    // The year stands to the left of the name: ink begins with it at the same place.
    let (width, height, pixels) = read(&isolated);
    let dark_at = |x: u32| (0..height).any(|y| pixels[((y * width + x) * 3) as usize] < 128);
    let first = (0..width).find(|x| dark_at(*x)).unwrap();
    assert!((8..=16).contains(&first), "{first}");
}

#[test]
fn a_print_says_its_resolution() {
    let svg =
        format!("<svg {SVG} viewBox=\"0 0 170 85\"><rect width=\"9\" height=\"9\"/></svg>");
    let png = raster::print(&svg, 170, 300).unwrap();
    let reader = png::Decoder::new(std::io::Cursor::new(&png))
        .read_info()
        .unwrap();
    let info = reader.info();
    assert_eq!((info.width, info.height), (2007, 1004));
    let dots = info.pixel_dims.unwrap();
    assert_eq!((dots.xppu, dots.unit), (11_811, png::Unit::Meter));
}

#[test]
fn widths_that_nobody_can_use_are_refused() {
    let svg = format!("<svg {SVG} viewBox=\"0 0 2 1\"/>");
    for width in [0, 15, raster::MOST_PIXELS + 1, u32::MAX] {
        let refused = raster::png(&svg, width).unwrap_err();
        assert!(
            matches!(refused, RasterError::Width(w) if w == width),
            "{refused}"
        );
    }
    assert!(matches!(
        raster::print(&svg, u32::MAX, u32::MAX),
        Err(RasterError::Width(_))
    ));
    let tower = format!("<svg {SVG} viewBox=\"0 0 1 1000000\"/>");
    assert!(matches!(
        raster::png(&tower, 800),
        Err(RasterError::Size { .. })
    ));
    let square = format!("<svg {SVG} viewBox=\"0 0 1 1\"/>");
    assert!(matches!(
        raster::png(&square, 7000),
        Err(RasterError::Size { .. })
    ));
}

#[test]
fn what_is_no_picture_is_refused() {
    for text in [
        "",
        "hello",
        "<html/>",
        "<svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>",
    ] {
        assert!(
            matches!(raster::png(text, 100), Err(RasterError::Svg(_))),
            "{text}"
        );
    }
    let long = " ".repeat(17 * 1024 * 1024);
    assert!(matches!(raster::png(&long, 100), Err(RasterError::Long(_))));
}

#[test]
fn nothing_outside_is_read() {
    let folder = std::env::temp_dir().join(format!("raster-outside-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("black.svg");
    let black = format!("<svg {SVG} viewBox=\"0 0 9 9\"><path d=\"M0 0H9V9H0z\"/></svg>");
    std::fs::write(&file, &black).unwrap();
    let address = file.display().to_string();
    let data = "data:image/svg+xml;utf8,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Cpath d='M0 0H9V9H0z'/%3E%3C/svg%3E";
    for href in [address.as_str(), &format!("file://{address}"), data] {
        let svg = format!(
            "<svg {SVG} viewBox=\"0 0 9 9\"><image href=\"{href}\" width=\"9\" height=\"9\"/></svg>"
        );
        assert_eq!(dark(&raster::png(&svg, 100).unwrap()), 0, "{href}");
    }
    assert!(dark(&raster::png(&black, 100).unwrap()) > 0);
    std::fs::remove_dir_all(folder).unwrap();
}
