//! The decimal digits of a float: the shortest that read back as it, or exactly so many.
//!
//! Rust's formatting gives both, correctly rounded with ties to even, so no tables of our own.

use std::fmt::Write;

use smallvec::SmallVec;

/// A finite float has at most so many significant decimal digits that are not zero.
const MOST_SIGNIFICANT: usize = 800;
/// A finite float has at most so many digits after the point that are not zero.
const MOST_PLACES: usize = 1100;

/// Digits and scale of a magnitude: `0.d1d2d3… × 10^point`. Zero has the digit 0 and point 1.
pub struct Decimal {
    /// ASCII digits; the first is not `0` unless the value is zero (or rounds to it).
    pub digits: SmallVec<[u8; 24]>,
    /// Where the decimal point is, counted from before the first digit.
    pub point: i32,
}

/// Text on the stack: enough for the shortest digits of any float.
struct Scratch {
    bytes: [u8; 32],
    length: usize,
}

impl Write for Scratch {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end);
        room.ok_or(std::fmt::Error)?
            .copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

impl Decimal {
    /// The fewest digits that read back as the value; `magnitude` is finite and not negative.
    pub fn shortest(magnitude: f64) -> Decimal {
        let mut text = Scratch {
            bytes: [0; 32],
            length: 0,
        };
        write!(text, "{magnitude:e}").expect("a float has at most 17 shortest digits");
        let decimal = Decimal::from_exponent_form(&text.bytes[..text.length]);
        decimal.with_even_tie(magnitude)
    }

    /// Of two shortest texts that are equally close to the value, CPython takes the one with the
    /// even last digit.
    fn with_even_tie(self, magnitude: f64) -> Decimal {
        let count = self.digits.len();
        let places = count as i32 - self.point;
        let is_odd = self.digits[count - 1] & 1 == 1;
        if !is_odd || count < 15 || !(1..=52).contains(&places) {
            return self;
        }
        // The value lies half way between two decimals exactly if so many bits, and no fewer, follow its point.
        let shifted = magnitude * (1_u64 << (places + 1)) as f64;
        let is_tie = shifted.fract() == 0.0 && shifted < 9e18 && shifted as u64 & 1 == 1;
        if !is_tie {
            return self;
        }
        let even = Decimal::significant(magnitude, count);
        let digits = String::from_utf8_lossy(&even.digits);
        let back: Option<f64> = format!("{digits}e{}", even.point - count as i32)
            .parse()
            .ok();
        if back == Some(magnitude) { even } else { self }
    }

    /// The value rounded to so many significant digits (at least 1), trailing zeros kept.
    pub fn significant(magnitude: f64, count: usize) -> Decimal {
        let precision = count.clamp(1, MOST_SIGNIFICANT) - 1;
        let mut decimal =
            Decimal::from_exponent_form(format!("{magnitude:.precision$e}").as_bytes());
        decimal.digits.resize(count.max(1), b'0');
        decimal
    }

    /// The value rounded to so many places after the point, trailing zeros kept.
    ///
    /// Zero (or what rounds to it) has `places` digits 0 after the point and point 0.
    pub fn places(magnitude: f64, places: usize) -> Decimal {
        let precision = places.min(MOST_PLACES);
        let text = format!("{magnitude:.precision$}");
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let whole = whole.trim_start_matches('0');
        let mut digits: SmallVec<[u8; 24]> = SmallVec::from_slice(whole.as_bytes());
        let point = digits.len() as i32;
        digits.extend_from_slice(fraction.as_bytes());
        digits.resize(point as usize + places, b'0');
        Decimal { digits, point }
    }

    fn from_exponent_form(text: &[u8]) -> Decimal {
        let mut digits = SmallVec::new();
        let mut exponent = 0;
        let mut bytes = text.iter();
        for byte in &mut bytes {
            match byte {
                b'.' => {}
                b'e' => break,
                digit => digits.push(*digit),
            }
        }
        let mut negative = false;
        for byte in bytes {
            match byte {
                b'-' => negative = true,
                digit => exponent = exponent * 10 + i32::from(digit - b'0'),
            }
        }
        let exponent = if negative { -exponent } else { exponent };
        Decimal {
            digits,
            point: exponent + 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn show(decimal: &Decimal) -> String {
        format!(
            "{}@{}",
            String::from_utf8_lossy(&decimal.digits),
            decimal.point
        )
    }

    #[test]
    fn shortest_digits() {
        assert_eq!(show(&Decimal::shortest(0.1)), "1@0");
        assert_eq!(show(&Decimal::shortest(0.0)), "0@1");
        assert_eq!(show(&Decimal::shortest(123.456)), "123456@3");
        assert_eq!(
            show(&Decimal::shortest(2_994_369_734_862_701.0 / 4.0)),
            "7485924337156752@15"
        );
        assert_eq!(
            show(&Decimal::shortest(8_796_093_022_209.0 / 64.0)),
            "13743895347201562@12"
        );
        assert_eq!(show(&Decimal::shortest(5e-324)), "5@-323");
        assert_eq!(show(&Decimal::shortest(f64::MAX)), "17976931348623157@309");
    }

    #[test]
    fn rounded_digits() {
        assert_eq!(show(&Decimal::significant(2.5, 1)), "2@1");
        assert_eq!(show(&Decimal::significant(9.99, 2)), "10@2");
        assert_eq!(show(&Decimal::significant(0.0, 3)), "000@1");
        assert_eq!(show(&Decimal::places(0.125, 2)), "12@0");
        assert_eq!(show(&Decimal::places(1234.5, 0)), "1234@4");
        assert_eq!(show(&Decimal::places(0.001, 1)), "0@0");
        assert_eq!(Decimal::places(0.5, 3000).digits.len(), 3000);
    }
}
