//! Why a value cannot be formatted.

use super::spec::shown_code;
use crate::numeric::integer::TOO_MANY_DIGITS;

/// Why a value cannot be formatted by a spec that is well formed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormatError {
    /// Values of this class have no such type of presentation.
    UnknownCode(char),
    /// A part of the spec that does not go with the type, in CPython's words.
    NotAllowed(&'static str),
    /// An int with more decimal digits than CPython writes.
    TooManyDigits,
    /// `c` of an int that does not fit 64 bits.
    TooLargeForC,
    /// `c` of an int that is no code point.
    NoCodePoint,
}

impl FormatError {
    /// CPython's message, for a value of this class.
    pub fn message(self, type_name: &str) -> String {
        match self {
            FormatError::UnknownCode(kind) => {
                let code = shown_code(kind);
                format!("Unknown format code '{code}' for object of type '{type_name}'")
            }
            FormatError::NotAllowed(message) => message.to_string(),
            FormatError::TooManyDigits => TOO_MANY_DIGITS.to_string(),
            FormatError::TooLargeForC => "Python int too large to convert to C long".to_string(),
            FormatError::NoCodePoint => "%c arg not in range(0x110000)".to_string(),
        }
    }

    /// Whether it is an `OverflowError`; else it is a `ValueError`.
    pub fn is_overflow(self) -> bool {
        matches!(self, FormatError::TooLargeForC | FormatError::NoCodePoint)
    }
}
