//! `str` and `repr` of arrays.

use brooklet_python::value::{Args, Value};
use brooklet_python::vm::{Result, Vm};

use super::float_text::{complexes, floats, shortest};
use super::options::{PrintOptions, options};
use crate::array::Array;
use crate::dtype::{DType, Kind};
use crate::scalar;
use crate::shape::shape_text;

/// `str(array)`.
///
/// # Errors
/// What the `repr` of an object raises.
pub(crate) fn text(vm: &mut Vm, array: &Array) -> Result<String> {
    if array.ndim() == 0 {
        let item = array.scalar(vm, 0);
        return vm.str(&item);
    }
    let printer = Printer::new(vm, array, " ")?;
    Ok(printer.print(1, printer.options.width))
}

/// `array2string(array)`: elements between separators, lines after the first indented.
///
/// # Errors
/// What the `repr` of an object raises.
pub(crate) fn separated(
    vm: &mut Vm,
    array: &Array,
    separator: &str,
    prefix: usize,
    suffix: usize,
) -> Result<String> {
    let printer = Printer::new(vm, array, separator)?;
    let width = printer.options.width.saturating_sub(suffix);
    Ok(printer.print(1 + prefix, width))
}

/// `repr(array)`; `name` is that of its class.
///
/// # Errors
/// What the `repr` of an object raises.
pub(crate) fn representation(vm: &mut Vm, array: &Array, name: &str) -> Result<String> {
    let options = options(vm);
    let body = match array.size() {
        0 => "[]".to_string(),
        _ => {
            let printer = Printer::new(vm, array, ", ")?;
            printer.print(name.len() + 2, options.width - 1)
        }
    };
    let mut extras = Vec::new();
    let is_empty = array.size() == 0;
    if is_empty && array.shape != [0] || array.size() > options.threshold {
        let shape = shape_text(&array.shape)
            .replace(',', ", ")
            .replace(", )", ",)");
        extras.push(format!("shape={shape}"));
    }
    let is_default = matches!(
        array.dtype,
        DType::Bool | DType::Int64 | DType::Float64 | DType::Complex128
    );
    if !is_default || is_empty {
        let quote = if array.dtype.kind() == Kind::Text {
            "'"
        } else {
            ""
        };
        extras.push(format!("dtype={quote}{}{quote}", array.dtype.text()));
    }
    if extras.is_empty() {
        return Ok(format!("{name}({body})"));
    }
    let extras = extras.join(", ");
    let start = format!("{name}({body},");
    let last_line = start.len() - start.rfind('\n').map_or(0, |at| at + 1);
    let space = match last_line + extras.len() + 2 > options.width {
        true => format!("\n{}", " ".repeat(name.len() + 1)),
        false => " ".to_string(),
    };
    Ok(format!("{start}{space}{extras})"))
}

struct Printer<'a> {
    array: &'a Array,
    separator: &'a str,
    shortened: bool,
    /// The texts of the elements, those that are not shown empty.
    words: Vec<String>,
    steps: Vec<usize>,
    options: PrintOptions,
}

impl<'a> Printer<'a> {
    fn new(vm: &mut Vm, array: &'a Array, separator: &'a str) -> Result<Printer<'a>> {
        let options = options(vm);
        let shortened = array.size() > options.threshold;
        let shown: Vec<usize> = (0..array.size())
            .filter(|at| !shortened || is_shown(array, *at, options.edge))
            .collect();
        let texts = texts(vm, array, &shown, &options)?;
        let mut words = vec![String::new(); array.size()];
        for (at, text) in shown.into_iter().zip(texts) {
            words[at] = text;
        }
        Ok(Printer {
            array,
            separator,
            shortened,
            words,
            steps: crate::shape::row_strides(&array.shape)
                .into_iter()
                .map(|step| step as usize)
                .collect(),
            options,
        })
    }

    fn print(&self, indent: usize, width: usize) -> String {
        match self.array.ndim() {
            _ if self.array.size() == 0 => "[]".to_string(),
            0 => {
                let word = self.words[0].trim();
                match self.array.dtype.is_float() {
                    true => word.to_string(),
                    false => self.words[0].clone(),
                }
            }
            axes => self.axis(0, 0, indent, width.saturating_sub(axes - 1)),
        }
    }

    /// The text of one axis of which `first` is the first element, in brackets; lines after the
    /// first are indented.
    fn axis(&self, axis: usize, first: usize, indent: usize, width: usize) -> String {
        let shape = &self.array.shape;
        let (length, edge) = (shape[axis], self.options.edge);
        let shown: Vec<Option<usize>> = match self.shortened && length > 2 * edge {
            true => (0..edge)
                .map(Some)
                .chain([None])
                .chain((length - edge..length).map(Some))
                .collect(),
            false => (0..length).map(Some).collect(),
        };
        let items = shown.iter().map(|index| match index {
            None => "...".to_string(),
            Some(index) if axis + 1 == shape.len() => self.words[first + index].clone(),
            Some(index) => self.axis(
                axis + 1,
                first + index * self.steps[axis],
                indent + 1,
                width,
            ),
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
        let limit = width.saturating_sub(self.separator.trim_end().len().max(1));
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

/// Which elements of a shortened array are shown.
fn is_shown(array: &Array, at: usize, edge: usize) -> bool {
    let mut rest = at;
    array.shape.iter().rev().all(|length| {
        let index = rest % length;
        rest /= length;
        *length <= 2 * edge || index < edge || index >= length - edge
    })
}

/// The function that a program gave for elements of a type.
fn formatter(dtype: DType, given: &Value) -> Option<Value> {
    let Value::Dict(given) = given else {
        return None;
    };
    let names: &[&str] = match dtype.kind() {
        Kind::Bool => &["bool"],
        Kind::Signed | Kind::Unsigned => &["int", "int_kind"],
        Kind::Float => &["float", "float_kind"],
        Kind::Complex => &["complexfloat", "complex_kind"],
        Kind::Text => &["numpystr", "str_kind"],
        Kind::Object => &["object"],
    };
    let found = names.iter().find_map(|name| given.get_str(name));
    found.or_else(|| given.get_str("all"))
}

/// The texts of some elements; numbers have one width.
fn texts(
    vm: &mut Vm,
    array: &Array,
    shown: &[usize],
    options: &PrintOptions,
) -> Result<Vec<String>> {
    let elements = array.elements();
    let dtype = array.dtype;
    if let Some(function) = formatter(dtype, &options.formatter) {
        let mut texts = Vec::with_capacity(shown.len());
        for at in shown {
            let item = scalar::wrap(vm, dtype, elements.plain(dtype, *at));
            let text = vm.call(&function, Args::one(item))?;
            texts.push(vm.str(&text)?);
        }
        return Ok(texts);
    }
    let values = shown.iter().map(|at| elements.plain(dtype, *at));
    if dtype.is_float() {
        let values: Vec<f64> = shown
            .iter()
            .map(|at| shortest(dtype, elements.float(dtype, *at)))
            .collect();
        return Ok(floats(&values, options));
    }
    if dtype.kind() == Kind::Complex {
        let parts: Vec<(f64, f64)> = values
            .map(|value| match value {
                Value::Complex(value) => (value.real, value.imag),
                _ => (0.0, 0.0),
            })
            .collect();
        return Ok(complexes(&parts, options));
    }
    let mut texts = Vec::with_capacity(shown.len());
    for value in values.collect::<Vec<_>>() {
        let text = match value {
            Value::List(_) => format!("list({})", vm.repr(&value)?),
            value => scalar::digits(vm, dtype, &value)?,
        };
        texts.push(text);
    }
    if !dtype.is_whole() {
        return Ok(texts);
    }
    let width = match dtype {
        DType::Bool if array.ndim() > 0 => "False".len(),
        _ => texts.iter().map(String::len).max().unwrap_or(0),
    };
    Ok(texts.iter().map(|text| format!("{text:>width$}")).collect())
}
