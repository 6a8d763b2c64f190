//! Numbers in texts, as `int` and `float` read them.

use brooklet_unicode::class::{decimal_value, is_space};
use num_bigint::{BigInt, BigUint, Sign};

use super::Int;
use super::integer::MOST_DIGITS;

/// Why a text is not an `int`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IntError {
    /// It is not written as one.
    Invalid,
    /// It has more decimal digits than CPython reads: so many.
    TooLong(usize),
}

/// The `int` that a text writes in a base from 2 to 36, or 0 for the base that its prefix tells.
pub fn int(text: &str, base: u32) -> Result<Int, IntError> {
    let ascii;
    let text = if text.is_ascii() {
        text
    } else {
        ascii = to_ascii(text).ok_or(IntError::Invalid)?;
        &ascii
    };
    let text = text.trim_matches(is_space);
    let (negative, digits) = match text.as_bytes() {
        [b'-', ..] => (true, &text[1..]),
        [b'+', ..] => (false, &text[1..]),
        _ => (false, text),
    };
    if base == 10
        && (1..=18).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        let value = digits
            .bytes()
            .fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
        return Ok(Int::Small(if negative { -value } else { value }));
    }
    int_digits(negative, digits, base)
}

fn int_digits(negative: bool, digits: &str, base: u32) -> Result<Int, IntError> {
    let prefixed = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => Some(16),
        [b'0', b'o' | b'O', ..] => Some(8),
        [b'0', b'b' | b'B', ..] => Some(2),
        _ => None,
    };
    let (digits, radix) = match prefixed {
        Some(radix) if base == 0 || base == radix => {
            let rest = &digits[2..];
            (rest.strip_prefix('_').unwrap_or(rest), radix)
        }
        _ => (digits, if base == 0 { 10 } else { base }),
    };
    let mut values = Vec::with_capacity(digits.len());
    let mut after_digit = false;
    for byte in digits.bytes() {
        if byte == b'_' && after_digit {
            after_digit = false;
            continue;
        }
        let value = (byte as char).to_digit(radix).ok_or(IntError::Invalid)?;
        values.push(value as u8);
        after_digit = true;
    }
    if !after_digit {
        return Err(IntError::Invalid);
    }
    let is_decimal_literal = base == 0 && prefixed.is_none();
    if is_decimal_literal && values[0] == 0 && values.iter().any(|value| *value != 0) {
        return Err(IntError::Invalid);
    }
    if !radix.is_power_of_two() && values.len() > MOST_DIGITS {
        return Err(IntError::TooLong(values.len()));
    }
    let magnitude = BigUint::from_radix_be(&values, radix).ok_or(IntError::Invalid)?;
    let sign = if negative { Sign::Minus } else { Sign::Plus };
    Ok(Int::from(BigInt::from_biguint(sign, magnitude)))
}

/// The `float` that a text writes.
pub fn float(text: &str) -> Option<f64> {
    let ascii;
    let text = if text.is_ascii() {
        text
    } else {
        ascii = to_ascii(text)?;
        &ascii
    };
    let text = text.trim_matches(is_space);
    if !text.contains('_') {
        return text.parse().ok();
    }
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    let well_placed = bytes
        .iter()
        .enumerate()
        .all(|(at, byte)| *byte != b'_' || is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)));
    if !well_placed {
        return None;
    }
    text.replace('_', "").parse().ok()
}

/// Decimal digits and spaces of all scripts as ASCII ones; `None` if something else is left.
fn to_ascii(text: &str) -> Option<String> {
    text.chars()
        .map(|char| {
            if char.is_ascii() {
                Some(char)
            } else if is_space(char) {
                Some(' ')
            } else {
                char::from_digit(decimal_value(char)?, 10)
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, base: u32) -> String {
        match int(text, base) {
            Ok(Int::Small(value)) => value.to_string(),
            Ok(Int::Big(value)) => value.to_string(),
            Err(error) => format!("{error:?}"),
        }
    }

    #[test]
    fn ints() {
        for (text, base, expected) in [
            (" 12 ", 10, "12"),
            ("-0x1f", 16, "-31"),
            ("0x_1f", 0, "31"),
            ("0b101", 0, "5"),
            ("0b101", 16, "45313"),
            ("1_000", 10, "1000"),
            ("1__0", 10, "Invalid"),
            ("_1", 10, "Invalid"),
            ("1_", 10, "Invalid"),
            ("010", 0, "Invalid"),
            ("010", 10, "10"),
            ("000", 0, "0"),
            ("", 10, "Invalid"),
            ("+", 10, "Invalid"),
            ("+-1", 10, "Invalid"),
            ("9223372036854775808", 10, "9223372036854775808"),
            ("-9223372036854775808", 10, "-9223372036854775808"),
            ("z", 36, "35"),
            ("٣٤", 10, "34"),
            ("1é", 10, "Invalid"),
        ] {
            assert_eq!(shown(text, base), expected, "{text}");
        }
        assert_eq!(shown(&"1".repeat(4301), 10), "TooLong(4301)");
    }

    #[test]
    fn floats() {
        for (text, expected) in [
            (" 1.5\n", Some(1.5)),
            ("1_0.0_1", Some(10.01)),
            ("1_.0", None),
            ("1._0", None),
            ("-Infinity", Some(f64::NEG_INFINITY)),
            (".5", Some(0.5)),
            ("5.", Some(5.0)),
            (".", None),
            ("1e400", Some(f64::INFINITY)),
            ("0x10", None),
            ("", None),
        ] {
            assert_eq!(float(text), expected, "{text}");
        }
        assert!(float("-nan").is_some_and(f64::is_nan));
    }

    proptest! {
        #[test]
        fn ints_read_back(value in any::<i128>()) {
            prop_assert_eq!(shown(&value.to_string(), 10), value.to_string());
        }
    }
}
