//! Hexadecimal texts of floats: `float.hex` and `float.fromhex`.

use std::fmt::Write;

use super::integer::scale;
use brooklet_unicode::class::is_space;

/// Why a text is not a hexadecimal float.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HexError {
    /// It is not written as one.
    Invalid,
    /// It is too large for a float.
    TooLarge,
}

/// `value.hex()`.
pub fn to_hex(value: f64) -> String {
    let sign = if value.is_sign_negative() && !value.is_nan() {
        "-"
    } else {
        ""
    };
    if value.is_nan() {
        return "nan".to_string();
    }
    if value.is_infinite() {
        return format!("{sign}inf");
    }
    if value == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = value.to_bits();
    let biased = (bits >> 52 & 0x7ff) as i64;
    let (lead, exponent) = if biased == 0 {
        (0, -1022)
    } else {
        (1, biased - 1023)
    };
    let mut out = String::new();
    let fraction = bits & ((1 << 52) - 1);
    let _ = write!(out, "{sign}0x{lead}.{fraction:013x}p{exponent:+}");
    out
}

/// `float.fromhex(text)`.
pub fn from_hex(text: &str) -> Result<f64, HexError> {
    let text = text.trim_matches(is_space);
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let magnitude = match text.to_ascii_lowercase().as_str() {
        "inf" | "infinity" => f64::INFINITY,
        "nan" => f64::NAN,
        lower => from_digits(lower)?,
    };
    Ok(if negative { -magnitude } else { magnitude })
}

fn from_digits(text: &str) -> Result<f64, HexError> {
    let text = text.strip_prefix("0x").unwrap_or(text);
    let (digits, exponent) = match text.split_once('p') {
        Some((digits, exponent)) => (digits, parse_exponent(exponent)?),
        None => (text, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return Err(HexError::Invalid);
    }
    let mut mantissa = 0_u128;
    let mut exponent = exponent - 4 * fraction.len() as i64;
    for digit in whole.chars().chain(fraction.chars()) {
        let digit = digit.to_digit(16).ok_or(HexError::Invalid)?;
        if mantissa.leading_zeros() > 8 {
            mantissa = mantissa << 4 | u128::from(digit);
        } else {
            // Past any precision: only whether something is left matters.
            mantissa |= u128::from(digit != 0);
            exponent += 4;
        }
    }
    let value = scale(mantissa, exponent);
    if value.is_infinite() {
        return Err(HexError::TooLarge);
    }
    Ok(value)
}

fn parse_exponent(text: &str) -> Result<i64, HexError> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(HexError::Invalid);
    }
    let magnitude = digits.parse::<i64>().unwrap_or(i64::MAX).min(1 << 40);
    Ok(if text.starts_with('-') {
        -magnitude
    } else {
        magnitude
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts() {
        assert_eq!(to_hex(1.0), "0x1.0000000000000p+0");
        assert_eq!(to_hex(-0.1), "-0x1.999999999999ap-4");
        assert_eq!(to_hex(5e-324), "0x0.0000000000001p-1022");
        assert_eq!(from_hex(" 0x1.8p1 "), Ok(3.0));
        assert_eq!(from_hex("-.8"), Ok(-0.5));
        assert_eq!(from_hex("0x1p5000"), Err(HexError::TooLarge));
        assert_eq!(from_hex("0x"), Err(HexError::Invalid));
        assert_eq!(from_hex("1p"), Err(HexError::Invalid));
        assert_eq!(from_hex("0x1p-99999999999999999999"), Ok(0.0));
    }

    proptest! {
        #[test]
        fn texts_read_back(bits in any::<u64>()) {
            let value = f64::from_bits(bits);
            prop_assume!(!value.is_nan());
            prop_assert_eq!(from_hex(&to_hex(value)).unwrap().to_bits(), bits);
        }
    }
}
