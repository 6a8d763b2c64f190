//! Floats of an array as texts of one width.

use brooklet_python_text::numeric::decimal::Decimal;

use super::options::PrintOptions;
use crate::dtype::DType;

/// The float whose shortest digits are those that read back as this element of a narrower type.
pub(crate) fn shortest(dtype: DType, value: f64) -> f64 {
    if !value.is_finite() {
        return value;
    }
    match dtype {
        DType::Float32 => (value as f32).to_string().parse().unwrap_or(value),
        DType::Float16 => (0..6)
            .filter_map(|digits| format!("{value:.digits$e}").parse().ok())
            .find(|near| dtype.rounded(*near) == value)
            .unwrap_or(value),
        _ => value,
    }
}

/// The digits of a magnitude in scientific notation, `d.ddd` at most so many after the point, and
/// the exponent; or of one in plain notation.
fn parts(value: f64, scientific: bool, options: &PrintOptions) -> (String, String, i32) {
    let magnitude = value.abs();
    let shortest = Decimal::shortest(magnitude);
    let after_point = match scientific {
        true => shortest.digits.len() as i32 - 1,
        false => shortest.digits.len() as i32 - shortest.point,
    };
    let mut decimal = shortest;
    if after_point > options.precision as i32 {
        decimal = match scientific {
            true => Decimal::significant(magnitude, options.precision + 1),
            false => Decimal::places(magnitude, options.precision),
        };
    }
    let exponent = if magnitude == 0.0 {
        0
    } else {
        decimal.point - 1
    };
    let point = if scientific { 1 } else { decimal.point };
    let digits = String::from_utf8_lossy(&decimal.digits).into_owned();
    let (whole, fraction) = match usize::try_from(point) {
        Ok(0) | Err(_) => (
            "0".to_string(),
            format!("{}{digits}", "0".repeat(point.unsigned_abs() as usize)),
        ),
        Ok(point) if point >= digits.len() => (
            format!("{digits}{}", "0".repeat(point - digits.len())),
            String::new(),
        ),
        Ok(point) => (digits[..point].to_string(), digits[point..].to_string()),
    };
    let sign = match value.is_sign_negative() {
        true => "-",
        false if options.signs => "+",
        false => "",
    };
    let mut fraction = fraction.trim_end_matches('0').to_string();
    if options.is_fixed {
        let missing = options.precision.saturating_sub(fraction.len());
        fraction.push_str(&"0".repeat(missing));
    }
    (format!("{sign}{whole}"), fraction, exponent)
}

/// The texts of floats, all of one width.
pub(super) fn floats(values: &[f64], options: &PrintOptions) -> Vec<String> {
    let finite: Vec<f64> = values
        .iter()
        .copied()
        .filter(|value| value.is_finite())
        .collect();
    let magnitudes = finite
        .iter()
        .map(|value| value.abs())
        .filter(|value| *value != 0.0);
    let largest = magnitudes.clone().fold(0.0, f64::max);
    let smallest = magnitudes.fold(f64::INFINITY, f64::min);
    let is_wide = smallest < 0.0001 || largest / smallest > 1000.0;
    let scientific = largest > 0.0 && (largest >= 1e8 || !options.suppress && is_wide);
    let of_finite: Vec<_> = finite
        .iter()
        .map(|value| parts(*value, scientific, options))
        .collect();
    let longest = |length: &dyn Fn(&(String, String, i32)) -> usize| {
        of_finite.iter().map(length).max().unwrap_or(0)
    };
    let mut left = longest(&|(whole, _, _)| whole.len());
    let right = longest(&|(_, fraction, _)| fraction.len());
    let exponent_digits =
        longest(&|(_, _, exponent)| exponent.unsigned_abs().to_string().len()).max(2);
    let tail = match scientific {
        true => right + exponent_digits + 2,
        false => right,
    };
    let of_special = |value: f64| match value {
        value if value.is_nan() => options.nan.clone(),
        value if value > 0.0 && options.signs => format!("+{}", options.infinity),
        value if value > 0.0 => options.infinity.clone(),
        _ => format!("-{}", options.infinity),
    };
    for value in values.iter().filter(|value| !value.is_finite()) {
        left = left.max(of_special(*value).len().saturating_sub(tail + 1));
    }
    let mut of_finite = of_finite.into_iter();
    values
        .iter()
        .map(|value| {
            if !value.is_finite() {
                return format!("{:>width$}", of_special(*value), width = left + tail + 1);
            }
            let Some((whole, fraction, exponent)) = of_finite.next() else {
                return String::new();
            };
            let padding = " ".repeat(left - whole.len());
            match scientific {
                true => {
                    let sign = if exponent < 0 { '-' } else { '+' };
                    let exponent = exponent.unsigned_abs();
                    format!(
                        "{padding}{whole}.{fraction:0<right$}e{sign}{exponent:0>exponent_digits$}"
                    )
                }
                false => format!("{padding}{whole}.{fraction:<right$}"),
            }
        })
        .collect()
}

/// The texts of complex numbers, given by their parts.
pub(super) fn complexes(parts: &[(f64, f64)], options: &PrintOptions) -> Vec<String> {
    let real: Vec<f64> = parts.iter().map(|(real, _)| *real).collect();
    let imag: Vec<f64> = parts.iter().map(|(_, imag)| *imag).collect();
    let signed = PrintOptions {
        signs: true,
        ..options.clone()
    };
    let imag = floats(&imag, &signed);
    floats(&real, options)
        .into_iter()
        .zip(imag)
        .map(|(real, imag)| {
            let bare = imag.trim_end();
            let padding = " ".repeat(imag.len() - bare.len());
            format!("{real}{bare}j{padding}")
        })
        .collect()
}
