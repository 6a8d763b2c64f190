//! Format specs of `float` and `complex`.

use super::FormatError;
use super::layout::{self, Number};
use super::spec::{Align, Spec};
use crate::numeric::Complex;
use crate::numeric::float_text::{FloatStyle, push_magnitude};

/// How a float is written by a type of presentation: style, precision, whether in upper case.
fn style_of(kind: char, precision: Option<usize>) -> Option<(FloatStyle, usize, bool)> {
    let style = match kind {
        '\0' if precision.is_none() => FloatStyle::Shortest,
        '\0' => FloatStyle::GeneralWithPoint,
        'f' | 'F' | '%' => FloatStyle::Fixed,
        'e' | 'E' => FloatStyle::Exponent,
        'g' | 'G' | 'n' => FloatStyle::General,
        _ => return None,
    };
    Some((style, precision.unwrap_or(6), kind.is_ascii_uppercase()))
}

/// Whether a written magnitude shows nothing but zeros.
fn is_zero_text(text: &str) -> bool {
    let digits = text.split(['e', 'E']).next().unwrap_or_default();
    digits.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}

/// The text of a float without its sign, and whether it is shown as negative.
fn written(value: f64, spec: &Spec, style: (FloatStyle, usize, bool)) -> (bool, String) {
    let (style, precision, upper) = style;
    let mut text = String::new();
    push_magnitude(&mut text, value.abs(), style, precision, spec.alternate);
    if upper {
        text.make_ascii_uppercase();
    }
    let negative = value.is_sign_negative() && !value.is_nan();
    (
        negative && !(spec.positive_zero && is_zero_text(&text)),
        text,
    )
}

/// How many digits a text starts with.
fn whole_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// A `float` by a spec.
///
/// # Errors
/// For a type of presentation that floats do not have.
pub fn float(float: f64, spec: &Spec) -> Result<String, FormatError> {
    let Some(style) = style_of(spec.kind, spec.precision) else {
        return Err(FormatError::UnknownCode(spec.kind));
    };
    let float = if spec.kind == '%' {
        float * 100.0
    } else {
        float
    };
    let (negative, mut text) = written(float, spec, style);
    if spec.kind == '%' {
        text.push('%');
    }
    let whole = whole_digits(&text);
    let parts = Number {
        negative,
        prefix: "",
        digits: &text[..whole],
        rest: &text[whole..],
    };
    Ok(layout::number(&parts, spec))
}

/// A `complex` by a spec.
///
/// # Errors
/// For a type of presentation, padding or alignment that complex numbers do not have.
pub fn complex(complex: Complex, spec: &Spec) -> Result<String, FormatError> {
    let style = match style_of(spec.kind, spec.precision) {
        Some(style) if spec.kind != '%' => style,
        _ => return Err(FormatError::UnknownCode(spec.kind)),
    };
    if spec.fill == '0' {
        let message = "Zero padding is not allowed in complex format specifier";
        return Err(FormatError::NotAllowed(message));
    }
    if spec.align == Align::AfterSign {
        let message = "'=' alignment flag is not allowed in complex format specifier";
        return Err(FormatError::NotAllowed(message));
    }
    // Without a type the parts are shown as `repr` shows them, in parentheses.
    let as_repr = spec.kind == '\0';
    let style = match style {
        (FloatStyle::GeneralWithPoint, precision, upper) => (FloatStyle::General, precision, upper),
        other => other,
    };
    let part = |value: f64, sign: Option<char>| {
        let (negative, text) = written(value, spec, style);
        let text = match text.strip_suffix(".0") {
            Some(whole) if as_repr && !spec.alternate => whole,
            _ => &text,
        };
        let whole = whole_digits(text);
        let parts = Number {
            negative,
            prefix: "",
            digits: &text[..whole],
            rest: &text[whole..],
        };
        let spec = Spec {
            width: 0,
            sign,
            ..spec.clone()
        };
        layout::number(&parts, &spec)
    };
    let only_imaginary = as_repr && complex.real == 0.0 && complex.real.is_sign_positive();
    let text = if only_imaginary {
        format!("{}j", part(complex.imag, spec.sign))
    } else {
        let (real, imag) = (part(complex.real, spec.sign), part(complex.imag, Some('+')));
        if as_repr {
            format!("({real}{imag}j)")
        } else {
            format!("{real}{imag}j")
        }
    };
    Ok(layout::pad(&text, text.chars().count(), spec))
}
