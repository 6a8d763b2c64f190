//! How `repr` shows numbers.

use crate::numeric::Complex;
use crate::numeric::float_text::{self, FloatStyle};

/// `repr(value)` of a `float`.
pub fn repr_float(value: f64) -> String {
    let mut out = String::new();
    float_text::push_repr(&mut out, value);
    out
}

/// `repr(value)` of a `complex`.
pub fn repr_complex(value: &Complex) -> String {
    let mut out = String::new();
    let push_part = |out: &mut String, part: f64| {
        if part.is_sign_negative() && !part.is_nan() {
            out.push('-');
        }
        let mut text = String::new();
        float_text::push_magnitude(&mut text, part.abs(), FloatStyle::Shortest, 0, false);
        out.push_str(text.strip_suffix(".0").unwrap_or(&text));
    };
    if value.real == 0.0 && value.real.is_sign_positive() {
        push_part(&mut out, value.imag);
        out.push('j');
        return out;
    }
    out.push('(');
    push_part(&mut out, value.real);
    if value.imag.is_sign_positive() || value.imag.is_nan() {
        out.push('+');
    }
    push_part(&mut out, value.imag);
    out.push_str("j)");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complex_numbers() {
        for (real, imag, text) in [
            (0.0, 1.0, "1j"),
            (-0.0, 1.0, "(-0+1j)"),
            (1.5, -2.0, "(1.5-2j)"),
            (1.0, -0.0, "(1-0j)"),
            (f64::NAN, f64::INFINITY, "(nan+infj)"),
            (1e20, 0.0, "(1e+20+0j)"),
        ] {
            assert_eq!(repr_complex(&Complex { real, imag }), text);
        }
    }
}
