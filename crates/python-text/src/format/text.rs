//! Format specs of `str`.

use super::FormatError;
use super::layout::pad;
use super::spec::{Align, Spec};

/// A `str` by a spec.
///
/// # Errors
/// For a type of presentation that texts do not have, and parts of the spec that do not go with it.
pub fn text(text: &str, spec: &Spec) -> Result<String, FormatError> {
    if spec.kind != 's' {
        return Err(FormatError::UnknownCode(spec.kind));
    }
    let fault = match spec {
        Spec {
            sign: Some(' '), ..
        } => "Space not allowed in string format specifier",
        Spec { sign: Some(_), .. } => "Sign not allowed in string format specifier",
        Spec {
            positive_zero: true,
            ..
        } => "Negative zero coercion (z) not allowed in string format specifier",
        Spec {
            alternate: true, ..
        } => "Alternate form (#) not allowed in string format specifier",
        Spec {
            align: Align::AfterSign,
            ..
        } => "'=' alignment not allowed in string format specifier",
        _ => "",
    };
    if !fault.is_empty() {
        return Err(FormatError::NotAllowed(fault));
    }
    let mut text = text;
    let mut length = text.chars().count();
    if let Some(precision) = spec.precision
        && precision < length
    {
        let end = text
            .char_indices()
            .nth(precision)
            .map_or(text.len(), |(at, _)| at);
        text = &text[..end];
        length = precision;
    }
    Ok(pad(text, length, spec))
}
