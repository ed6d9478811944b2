//! The Equal Earth projection, for the sphere: areas keep their proportion, so that no State looms
//! larger than it is.
//!
//! B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", *International Journal of
//! Geographical Information Science* 33(3), 2018, doi 10.1080/13658816.2018.1504949. With latitude
//! φ and longitude λ in radians, λ reckoned from the middle meridian:
//!
//! ```text
//! sin θ = √3/2 · sin φ
//! x = 2√3 · λ · cos θ / (3 · (9 A4 θ⁸ + 7 A3 θ⁶ + 3 A2 θ² + A1))
//! y = A4 θ⁹ + A3 θ⁷ + A2 θ³ + A1 θ
//! A1 = 1.340264, A2 = −0.081106, A3 = 0.000893, A4 = 0.003796
//! ```

const A1: f64 = 1.340_264;
const A2: f64 = -0.081_106;
const A3: f64 = 0.000_893;
const A4: f64 = 0.003_796;

/// Where a place falls on the plane, on a sphere of radius 1: x to the east, y to the north.
/// Degrees; `lon` is reckoned from the middle meridian and lies within -180 and 180.
pub(crate) fn project(lon: f64, lat: f64) -> (f64, f64) {
    let theta = (3.0_f64.sqrt() / 2.0 * lat.to_radians().sin()).asin();
    let t2 = theta * theta;
    let t6 = t2 * t2 * t2;
    let slope = A1 + 3.0 * A2 * t2 + t6 * (7.0 * A3 + 9.0 * A4 * t2);
    let x = 2.0 * 3.0_f64.sqrt() * lon.to_radians() * theta.cos() / (3.0 * slope);
    let y = theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
    (x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Metres on a sphere of 6,378,137 m, to the centimetre.
    fn metres(lon: f64, lat: f64) -> (f64, f64) {
        let (x, y) = project(lon, lat);
        let cm = |value: f64| (value * 6_378_137.0 * 100.0).round() / 100.0;
        (cm(x), cm(y))
    }

    /// The values PROJ's own tests hold for `+proj=eqearth +R=6378137`.
    #[test]
    fn known_places_fall_where_proj_puts_them() {
        assert_eq!(metres(0.0, 0.0), (0.0, 0.0));
        assert_eq!(metres(180.0, 0.0), (17_263_256.84, 0.0));
        assert_eq!(metres(180.0, 45.0), (14_795_421.79, 5_486_671.72));
        assert_eq!(metres(-180.0, 90.0), (-10_227_908.09, 8_402_320.16));
    }

    /// The article gives the pole as 0.59247 of the equator and the height as 1 : 2.05458.
    #[test]
    fn the_shape_is_that_of_the_article() {
        let (equator, _) = project(180.0, 0.0);
        let (pole, height) = project(180.0, 90.0);
        assert!(
            (pole / equator - 0.592_47).abs() < 5e-6,
            "{}",
            pole / equator
        );
        assert!(
            (equator / height - 2.054_58).abs() < 5e-6,
            "{}",
            equator / height
        );
    }

    /// A cell of a degree has the area it has on the sphere, wherever it lies.
    #[test]
    fn areas_are_kept() {
        for lat in [-89.0_f64, -60.0, -23.5, 0.0, 10.0, 45.0, 71.0, 88.0] {
            let corners = [
                (40.0, lat - 0.5),
                (41.0, lat - 0.5),
                (41.0, lat + 0.5),
                (40.0, lat + 0.5),
            ]
            .map(|(lon, lat)| project(lon, lat));
            let mut drawn = 0.0;
            for (at, (x, y)) in corners.iter().enumerate() {
                let (next_x, next_y) = corners[(at + 1) % 4];
                drawn += (x * next_y - next_x * y) / 2.0;
            }
            let sines = (lat + 0.5).to_radians().sin() - (lat - 0.5).to_radians().sin();
            let real = 1.0_f64.to_radians() * sines;
            assert!(
                (drawn / real - 1.0).abs() < 2e-4,
                "{lat}: {drawn} for {real}"
            );
        }
    }
}
