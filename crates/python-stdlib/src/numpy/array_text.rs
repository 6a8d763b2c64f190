//! How arrays print: NumPy's default print options.

use brooklet_python_text::numeric::decimal::Decimal;

use super::array::{Array, Elements};
use super::dtype::DType;
use super::operators::shape_text;

/// Digits after the point, at most.
const PRECISION: usize = 8;
/// The width of a line.
const WIDTH: usize = 75;
/// Arrays of more elements are shortened to this many at each end of an axis.
const THRESHOLD: usize = 1000;
const EDGE: usize = 3;

/// `str(array)`.
pub(super) fn text(array: &Array) -> String {
    Printer::new(array, " ", WIDTH).print(1)
}

/// `repr(array)`.
pub(super) fn representation(array: &Array) -> String {
    let body = match array.size() {
        0 => "[]".to_string(),
        _ => Printer::new(array, ", ", WIDTH - 1).print("array(".len() + 1),
    };
    let mut extras = Vec::new();
    let is_empty = array.size() == 0;
    if is_empty && array.shape != [0] || array.size() > THRESHOLD {
        let shape = shape_text(&array.shape)
            .replace(',', ", ")
            .replace(", )", ",)");
        extras.push(format!("shape={shape}"));
    }
    if array.dtype == DType::Int32 || is_empty {
        extras.push(format!("dtype={}", array.dtype.name()));
    }
    if extras.is_empty() {
        return format!("array({body})");
    }
    let extras = extras.join(", ");
    let start = format!("array({body},");
    let last_line = start.len() - start.rfind('\n').map_or(0, |at| at + 1);
    let space = match last_line + extras.len() + 2 > WIDTH {
        true => "\n      ",
        false => " ",
    };
    format!("{start}{space}{extras})")
}

struct Printer<'a> {
    array: &'a Array,
    separator: &'a str,
    width: usize,
    shortened: bool,
    words: Vec<String>,
}

impl<'a> Printer<'a> {
    fn new(array: &'a Array, separator: &'a str, width: usize) -> Printer<'a> {
        let shortened = array.size() > THRESHOLD;
        Printer {
            array,
            separator,
            width,
            shortened,
            words: words(array, shortened),
        }
    }

    fn print(&self, indent: usize) -> String {
        match self.array.shape.len() {
            _ if self.array.size() == 0 => "[]".to_string(),
            0 => self.words[0].trim_end_matches('.').to_string(),
            axes => self.axis(0, 0, indent, self.width.saturating_sub(axes - 1)),
        }
    }

    /// The text of one axis of which `first` is the first element, in brackets; lines after the
    /// first are indented.
    fn axis(&self, axis: usize, first: usize, indent: usize, width: usize) -> String {
        let shape = &self.array.shape;
        let length = shape[axis];
        let step: usize = shape[axis + 1..].iter().product();
        let shown: Vec<Option<usize>> = match self.shortened && length > 2 * EDGE {
            true => (0..EDGE)
                .map(Some)
                .chain([None])
                .chain((length - EDGE..length).map(Some))
                .collect(),
            false => (0..length).map(Some).collect(),
        };
        let items = shown.iter().map(|index| match index {
            None => "...".to_string(),
            Some(index) if axis + 1 == shape.len() => self.words[first + index].clone(),
            Some(index) => self.axis(axis + 1, first + index * step, indent + 1, width),
        });
        let hanging = " ".repeat(indent);
        if axis + 1 < shape.len() {
            let between = format!(
                "{}{}{hanging}",
                self.separator.trim_end(),
                "\n".repeat(shape.len() - axis - 1)
            );
            return format!("[{}]", items.collect::<Vec<_>>().join(&between));
        }
        let mut out = "[".to_string();
        let mut line = indent;
        let limit = width - self.separator.trim_end().len().max(1);
        let count = shown.len();
        for (at, item) in items.enumerate() {
            if line + item.chars().count() > limit && line > indent {
                while out.ends_with(' ') {
                    out.pop();
                }
                out.push('\n');
                out.push_str(&hanging);
                line = indent;
            }
            line += item.chars().count();
            out.push_str(&item);
            if at + 1 < count {
                out.push_str(self.separator);
                line += self.separator.len();
            }
        }
        out.push(']');
        out
    }
}

/// Which elements of an array are shown.
fn is_shown(array: &Array, at: usize) -> bool {
    let mut rest = at;
    array.shape.iter().rev().all(|length| {
        let index = rest % length;
        rest /= length;
        *length <= 2 * EDGE || index < EDGE || index >= length - EDGE
    })
}

/// The texts of the elements, all of one width.
fn words(array: &Array, shortened: bool) -> Vec<String> {
    let shown: Vec<usize> = (0..array.size())
        .filter(|at| !shortened || is_shown(array, *at))
        .collect();
    let texts: Vec<String> = match &*array.elements.borrow() {
        Elements::Floats(values) => {
            let values: Vec<f64> = shown.iter().map(|at| values[*at]).collect();
            floats(&values)
        }
        Elements::Ints(values) => shown
            .iter()
            .map(|at| match (array.dtype, values[*at]) {
                (DType::Bool, 0) => "False".to_string(),
                (DType::Bool, _) => "True".to_string(),
                (_, value) => value.to_string(),
            })
            .collect(),
    };
    let widest = texts.iter().map(String::len).max().unwrap_or(0);
    let width = match array.dtype {
        DType::Bool if !array.shape.is_empty() => "False".len(),
        _ => widest,
    };
    let mut words = vec![String::new(); array.size()];
    for (at, text) in shown.into_iter().zip(texts) {
        let padding = " ".repeat(width - text.len());
        words[at] = match array.dtype {
            DType::Float64 => text,
            _ => format!("{padding}{text}"),
        };
    }
    words
}

/// The digits of a magnitude in scientific notation, `d.ddd` at most so many after the point, and
/// the exponent; or of one in plain notation.
fn parts(value: f64, scientific: bool) -> (String, String, i32) {
    let magnitude = value.abs();
    let shortest = Decimal::shortest(magnitude);
    let after_point = match scientific {
        true => shortest.digits.len() as i32 - 1,
        false => shortest.digits.len() as i32 - shortest.point,
    };
    let mut decimal = shortest;
    if after_point > PRECISION as i32 {
        decimal = match scientific {
            true => Decimal::significant(magnitude, PRECISION + 1),
            false => Decimal::places(magnitude, PRECISION),
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
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let fraction = fraction.trim_end_matches('0').to_string();
    (format!("{sign}{whole}"), fraction, exponent)
}

fn floats(values: &[f64]) -> Vec<String> {
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
    let scientific =
        largest > 0.0 && (largest >= 1e8 || smallest < 0.0001 || largest / smallest > 1000.0);
    let of_finite: Vec<_> = finite
        .iter()
        .map(|value| parts(*value, scientific))
        .collect();
    let mut left = of_finite
        .iter()
        .map(|(whole, _, _)| whole.len())
        .max()
        .unwrap_or(0);
    let right = of_finite
        .iter()
        .map(|(_, fraction, _)| fraction.len())
        .max()
        .unwrap_or(0);
    let exponent_digits = of_finite
        .iter()
        .map(|(_, _, exponent)| exponent.unsigned_abs().to_string().len().max(2))
        .max()
        .unwrap_or(2);
    let tail = match scientific {
        true => right + exponent_digits + 2,
        false => right,
    };
    for value in values.iter().filter(|value| !value.is_finite()) {
        let length = if *value == f64::NEG_INFINITY { 4 } else { 3 };
        left = left.max(usize::saturating_sub(length, tail + 1));
    }
    let mut of_finite = of_finite.into_iter();
    values
        .iter()
        .map(|value| {
            if !value.is_finite() {
                let text = match value {
                    value if value.is_nan() => "nan",
                    value if *value > 0.0 => "inf",
                    _ => "-inf",
                };
                return format!("{text:>width$}", width = left + tail + 1);
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
