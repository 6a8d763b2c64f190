//! Format specs of `int` and `bool`.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::FormatError;
use super::layout::{self, Number};
use super::spec::Spec;
use crate::numeric::integer::to_decimal;

/// An `int` by a spec. Types of presentation that show a float are not for this: see [`super::float`].
///
/// # Errors
/// For a type of presentation that ints do not have, and parts of the spec that do not go with it.
pub fn int(value: &BigInt, spec: &Spec) -> Result<String, FormatError> {
    let radix = match spec.kind {
        'd' | 'n' => 10,
        'b' => 2,
        'o' => 8,
        'x' | 'X' => 16,
        'c' => return char(value, spec),
        kind => return Err(FormatError::UnknownCode(kind)),
    };
    refuse_for_int(spec)?;
    let digits = match radix {
        10 => {
            let text = to_decimal(value).ok_or(FormatError::TooManyDigits)?;
            text.strip_prefix('-').map(str::to_string).unwrap_or(text)
        }
        _ => radix_digits(value, radix, spec.kind == 'X'),
    };
    let prefix = match spec.kind {
        'b' if spec.alternate => "0b",
        'o' if spec.alternate => "0o",
        'x' if spec.alternate => "0x",
        'X' if spec.alternate => "0X",
        _ => "",
    };
    let parts = Number {
        negative: value.is_negative(),
        prefix,
        digits: &digits,
        rest: "",
    };
    Ok(layout::number(&parts, spec))
}

fn refuse_for_int(spec: &Spec) -> Result<(), FormatError> {
    if spec.precision.is_some() {
        let message = "Precision not allowed in integer format specifier";
        return Err(FormatError::NotAllowed(message));
    }
    if spec.positive_zero {
        let message = "Negative zero coercion (z) not allowed in integer format specifier";
        return Err(FormatError::NotAllowed(message));
    }
    Ok(())
}

fn char(value: &BigInt, spec: &Spec) -> Result<String, FormatError> {
    refuse_for_int(spec)?;
    if spec.sign.is_some() {
        let message = "Sign not allowed with integer format specifier 'c'";
        return Err(FormatError::NotAllowed(message));
    }
    if spec.alternate {
        let message = "Alternate form (#) not allowed with integer format specifier 'c'";
        return Err(FormatError::NotAllowed(message));
    }
    let code = value.to_i64().ok_or(FormatError::TooLargeForC)?;
    match u32::try_from(code).ok().and_then(char::from_u32) {
        Some(char) => Ok(layout::pad(char.encode_utf8(&mut [0; 4]), 1, spec)),
        None => Err(FormatError::NoCodePoint),
    }
}

/// The digits of a magnitude in base 2, 8 or 16.
pub fn radix_digits(value: &BigInt, radix: u32, upper: bool) -> String {
    match value.magnitude().to_u64() {
        Some(small) => match radix {
            2 => format!("{small:b}"),
            8 => format!("{small:o}"),
            _ if upper => format!("{small:X}"),
            _ => format!("{small:x}"),
        },
        None => {
            let text = value.magnitude().to_str_radix(radix);
            if upper {
                text.to_ascii_uppercase()
            } else {
                text
            }
        }
    }
}
