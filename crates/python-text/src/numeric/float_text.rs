//! Texts of floats, by CPython's rules for when the exponent is shown and how.

use std::fmt::Write;

use super::decimal::Decimal;

/// How a float is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FloatStyle {
    /// As `repr`: the shortest digits that read back.
    Shortest,
    /// Like [`FloatStyle::General`], but with a digit after the point: a spec with a precision and no type.
    GeneralWithPoint,
    /// `f`: so many digits after the point.
    Fixed,
    /// `e`: with an exponent, so many digits after the point.
    Exponent,
    /// `g`: so many significant digits, an exponent where it is shorter.
    General,
}

/// `repr(value)`, appended.
pub fn push_repr(out: &mut String, value: f64) {
    // Most floats that programs print are whole numbers of moderate size.
    if value.fract() == 0.0 && value.abs() < 1e15 && (value != 0.0 || value.is_sign_positive()) {
        let _ = write!(out, "{}.0", value as i64);
        return;
    }
    if value.is_sign_negative() && !value.is_nan() {
        out.push('-');
    }
    push_magnitude(out, value.abs(), FloatStyle::Shortest, 0, false);
}

/// The text of a value that is not negative, appended, in lower case.
///
/// `alternate` keeps the point and, in general style, the zeros at the end.
pub fn push_magnitude(
    out: &mut String,
    magnitude: f64,
    style: FloatStyle,
    precision: usize,
    alternate: bool,
) {
    if magnitude.is_nan() {
        out.push_str("nan");
        return;
    }
    if magnitude.is_infinite() {
        out.push_str("inf");
        return;
    }
    match style {
        FloatStyle::Shortest => {
            let decimal = Decimal::shortest(magnitude);
            if (-3..=16).contains(&decimal.point) {
                push_plain(out, &decimal.digits, decimal.point, true, false);
            } else {
                push_scientific(out, &decimal.digits, decimal.point, alternate);
            }
        }
        FloatStyle::Fixed => {
            let decimal = Decimal::places(magnitude, precision);
            push_plain(out, &decimal.digits, decimal.point, false, alternate);
        }
        FloatStyle::Exponent => {
            let decimal = Decimal::significant(magnitude, precision + 1);
            push_scientific(out, &decimal.digits, decimal.point, alternate);
        }
        FloatStyle::General | FloatStyle::GeneralWithPoint => {
            let with_point = style == FloatStyle::GeneralWithPoint;
            let precision = precision.max(1);
            let decimal = Decimal::significant(magnitude, precision);
            let mut digits = &decimal.digits[..];
            if !alternate {
                while digits.len() > 1 && digits.ends_with(b"0") {
                    digits = &digits[..digits.len() - 1];
                }
            }
            let most = precision as i64 - i64::from(with_point);
            if decimal.point <= -4 || i64::from(decimal.point) > most {
                push_scientific(out, digits, decimal.point, alternate);
            } else {
                push_plain(out, digits, decimal.point, with_point, alternate);
            }
        }
    }
}

/// `digits` with the point at its place; `.0` at the end of a whole number if `with_point`.
fn push_plain(out: &mut String, digits: &[u8], point: i32, with_point: bool, alternate: bool) {
    let push_digits = |out: &mut String, digits: &[u8]| {
        out.extend(digits.iter().map(|digit| *digit as char));
    };
    if point <= 0 {
        out.push('0');
        if digits.is_empty() {
            if alternate {
                out.push('.');
            }
            return;
        }
        out.push('.');
        out.extend(std::iter::repeat_n('0', point.unsigned_abs() as usize));
        push_digits(out, digits);
        return;
    }
    let point = point as usize;
    if point < digits.len() {
        push_digits(out, &digits[..point]);
        out.push('.');
        push_digits(out, &digits[point..]);
        return;
    }
    push_digits(out, digits);
    out.extend(std::iter::repeat_n('0', point - digits.len()));
    if with_point {
        out.push_str(".0");
    } else if alternate {
        out.push('.');
    }
}

/// `d.ddde±dd`.
fn push_scientific(out: &mut String, digits: &[u8], point: i32, alternate: bool) {
    out.push(digits[0] as char);
    if digits.len() > 1 {
        out.push('.');
        out.extend(digits[1..].iter().map(|digit| *digit as char));
    } else if alternate {
        out.push('.');
    }
    let exponent = point - 1;
    let sign = if exponent < 0 { '-' } else { '+' };
    let _ = write!(out, "e{sign}{:02}", exponent.unsigned_abs());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn repr(value: f64) -> String {
        let mut out = String::new();
        push_repr(&mut out, value);
        out
    }

    fn styled(value: f64, style: FloatStyle, precision: usize, alternate: bool) -> String {
        let mut out = String::new();
        push_magnitude(&mut out, value, style, precision, alternate);
        out
    }

    #[test]
    fn repr_follows_the_exponent_rules() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (123456789012345680.0, "1.2345678901234568e+17"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (0.00012345, "0.00012345"),
            (1.5e300, "1.5e+300"),
            (5e-324, "5e-324"),
            (-2.5, "-2.5"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
            (-f64::NAN, "nan"),
            (9007199254740993.0, "9007199254740992.0"),
        ] {
            assert_eq!(repr(value), text);
        }
    }

    #[test]
    fn styles() {
        use FloatStyle::*;
        assert_eq!(styled(2.675, Fixed, 2, false), "2.67");
        assert_eq!(styled(0.5, Fixed, 0, false), "0");
        assert_eq!(styled(0.5, Fixed, 0, true), "0.");
        assert_eq!(styled(1e22, Fixed, 1, false), "10000000000000000000000.0");
        assert_eq!(styled(0.0, Exponent, 2, false), "0.00e+00");
        assert_eq!(styled(12345.678, Exponent, 0, true), "1.e+04");
        assert_eq!(styled(100000.0, General, 6, false), "100000");
        assert_eq!(styled(1000000.0, General, 6, false), "1e+06");
        assert_eq!(styled(0.0001, General, 6, true), "0.000100000");
        assert_eq!(styled(3.0, GeneralWithPoint, 3, false), "3.0");
        assert_eq!(styled(123456.0, GeneralWithPoint, 6, false), "1.23456e+05");
        assert_eq!(styled(0.0, General, 6, false), "0");
    }

    proptest! {
        #[test]
        fn repr_reads_back(bits in any::<u64>()) {
            let value = f64::from_bits(bits);
            prop_assume!(!value.is_nan());
            prop_assert_eq!(repr(value).parse::<f64>().unwrap().to_bits(), bits);
        }
    }
}
