//! `struct`: numbers as bytes.

use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::Signed;

use brooklet_python::value::{Args, Class, ClassBuilder, Module, Value, iterate};
use brooklet_python::vm::{ExceptionKind, Raise, Result, Vm};

struct ErrorClass(Rc<Class>);

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("pack", pack),
            ("unpack", unpack),
            ("unpack_from", unpack_from),
            ("iter_unpack", iter_unpack),
            ("calcsize", |vm, args| {
                let format = args.exactly_one(vm, "calcsize", 0)?;
                Ok(Value::from(Format::parse(vm, &format)?.size))
            }),
        ],
    );
    module.set("error", Value::Class(error_class(vm)));
    Ok(())
}

fn error_class(vm: &mut Vm) -> Rc<Class> {
    let base = vm.types.exception(ExceptionKind::Exception).clone();
    vm.extension(|| ErrorClass(ClassBuilder::new("struct", "error", &base).build()))
        .0
        .clone()
}

fn error(vm: &mut Vm, message: impl Into<String>) -> Raise {
    let class = error_class(vm);
    Raise::Exception(vm.new_exception(&class, vec![Value::from(message.into())]))
}

/// A format: its items by code, with how many bytes each takes and how many stand before it.
struct Format {
    little: bool,
    items: Vec<Item>,
    size: usize,
}

struct Item {
    code: char,
    /// Where it begins.
    at: usize,
    size: usize,
}

impl Format {
    fn parse(vm: &mut Vm, format: &Value) -> Result<Format> {
        let text = match format {
            Value::Str(text) => text.as_str().to_string(),
            Value::Bytes(data) => String::from_utf8_lossy(data).into_owned(),
            _ => return Err(vm.type_error("Struct() argument 1 must be a str or bytes object")),
        };
        let native = !text.starts_with(['<', '>', '!', '=']);
        let little = !text.starts_with(['>', '!']);
        let mut items = Vec::new();
        let (mut at, mut count) = (0_usize, None::<usize>);
        for code in text.trim_start_matches(['<', '>', '!', '=', '@']).chars() {
            if let Some(digit) = code.to_digit(10) {
                count = Some(count.unwrap_or(0) * 10 + digit as usize);
                continue;
            }
            if matches!(code, ' ' | '\t'..='\r') {
                continue;
            }
            let size = match code {
                'x' | 'c' | 'b' | 'B' | '?' | 's' | 'p' => 1,
                'h' | 'H' => 2,
                'i' | 'I' | 'f' => 4,
                'l' | 'L' if !native => 4,
                'l' | 'L' | 'q' | 'Q' | 'n' | 'N' | 'd' => 8,
                _ => return Err(error(vm, "bad char in struct format")),
            };
            let times = count.take();
            if native {
                at = at.next_multiple_of(size);
            }
            match code {
                's' | 'p' => {
                    let size = times.unwrap_or(1);
                    items.push(Item { code, at, size });
                    at += size;
                }
                'x' => at += times.unwrap_or(1),
                _ => {
                    for _ in 0..times.unwrap_or(1) {
                        items.push(Item { code, at, size });
                        at += size;
                    }
                }
            }
        }
        Ok(Format {
            little,
            items,
            size: at,
        })
    }

    fn read(&self, data: &[u8]) -> Vec<Value> {
        let mut values = Vec::with_capacity(self.items.len());
        for item in &self.items {
            let mut bytes = data[item.at..item.at + item.size].to_vec();
            if !self.little && !matches!(item.code, 's' | 'p') {
                bytes.reverse();
            }
            values.push(match item.code {
                'c' | 's' => Value::bytes(bytes),
                'p' => {
                    let length = usize::from(bytes.first().copied().unwrap_or(0))
                        .min(bytes.len().saturating_sub(1));
                    Value::bytes(&bytes[1.min(bytes.len())..1.min(bytes.len()) + length])
                }
                '?' => Value::Bool(bytes[0] != 0),
                'f' => Value::Float(f64::from(f32::from_le_bytes(
                    bytes.try_into().unwrap_or_default(),
                ))),
                'd' => Value::Float(f64::from_le_bytes(bytes.try_into().unwrap_or_default())),
                code if code.is_ascii_lowercase() => {
                    Value::from(BigInt::from_signed_bytes_le(&bytes))
                }
                _ => Value::from(BigInt::from_bytes_le(Sign::Plus, &bytes)),
            });
        }
        values
    }

    fn write(&self, vm: &mut Vm, item: &Item, value: &Value, out: &mut [u8]) -> Result<()> {
        let mut bytes = match item.code {
            's' | 'c' | 'p' => {
                let Value::Bytes(data) = value else {
                    let text = if item.code == 'c' {
                        "char format requires a bytes object of length 1".to_string()
                    } else {
                        format!("argument for '{}' must be a bytes object", item.code)
                    };
                    return Err(error(vm, text));
                };
                let mut bytes = data.to_vec();
                if item.code == 'p' {
                    bytes.truncate(item.size.saturating_sub(1).min(255));
                    bytes.insert(0, bytes.len() as u8);
                }
                bytes.resize(item.size, 0);
                out[item.at..item.at + item.size].copy_from_slice(&bytes);
                return Ok(());
            }
            '?' => vec![u8::from(vm.truth(value)?)],
            'f' | 'd' => {
                let Ok(number) = vm.to_f64(value) else {
                    return Err(error(vm, "required argument is not a float"));
                };
                if item.code == 'd' {
                    number.to_le_bytes().to_vec()
                } else {
                    let narrow = number as f32;
                    if narrow.is_infinite() && number.is_finite() {
                        return Err(vm.overflow_error("float too large to pack with f format"));
                    }
                    narrow.to_le_bytes().to_vec()
                }
            }
            code => {
                let Ok(number) = vm.to_index(value) else {
                    return Err(error(vm, "required argument is not an integer"));
                };
                self.whole(vm, code, item.size, &number)?
            }
        };
        if !self.little {
            bytes.reverse();
        }
        out[item.at..item.at + item.size].copy_from_slice(&bytes);
        Ok(())
    }

    fn whole(&self, vm: &mut Vm, code: char, size: usize, number: &BigInt) -> Result<Vec<u8>> {
        let bits = size * 8;
        let (low, high) = if code.is_ascii_lowercase() {
            (
                -(BigInt::from(1) << (bits - 1)),
                (BigInt::from(1) << (bits - 1)) - 1,
            )
        } else {
            (BigInt::from(0), (BigInt::from(1) << bits) - 1)
        };
        if *number < low || *number > high {
            let message = match size {
                1 => format!(
                    "{} format requires {low} <= number <= {high}",
                    if code == 'b' { "byte" } else { "ubyte" }
                ),
                2 => format!(
                    "{} format requires {low} <= number <= {high}",
                    if code == 'h' { "short" } else { "ushort" }
                ),
                8 if matches!(code, 'q' | 'Q') => "int too large to convert".to_string(),
                _ => format!("'{code}' format requires {low} <= number <= {high}"),
            };
            return Err(error(vm, message));
        }
        let mut bytes = number.to_signed_bytes_le();
        bytes.resize(
            size.max(bytes.len()),
            if number.is_negative() { 0xff } else { 0 },
        );
        bytes.truncate(size);
        Ok(bytes)
    }
}

fn pack(vm: &mut Vm, args: Args) -> Result<Value> {
    let Some(format) = args.get(0) else {
        return Err(vm.type_error("pack expected at least 1 argument, got 0"));
    };
    let format = Format::parse(vm, format)?;
    let (expected, given) = (format.items.len(), args.len() - 1);
    if expected != given {
        return Err(error(
            vm,
            format!("pack expected {expected} items for packing (got {given})"),
        ));
    }
    vm.check_room(format.size as u64, 1)?;
    let mut out = vec![0; format.size];
    for (item, value) in format.items.iter().zip(&args.positional[1..]) {
        format.write(vm, item, value, &mut out)?;
    }
    Ok(Value::bytes(out))
}

fn unpack(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "unpack", 0, 2, 2)?;
    let format = Format::parse(vm, &args[0])?;
    let data = vm.bytes_like(&args[1])?;
    if data.len() != format.size {
        let size = format.size;
        return Err(error(
            vm,
            format!("unpack requires a buffer of {size} bytes"),
        ));
    }
    Ok(Value::tuple(format.read(&data)))
}

fn unpack_from(vm: &mut Vm, args: Args) -> Result<Value> {
    let [format, data, offset] =
        args.bind(vm, "unpack_from", 0, ["format", "buffer", "offset"], 2)?;
    let format = Format::parse(vm, &format.unwrap_or_default())?;
    let data = vm.bytes_like(&data.unwrap_or_default())?;
    let offset = offset.map_or(Ok(0), |offset| vm.to_i64(&offset))?.max(0) as usize;
    match data.get(offset..offset + format.size) {
        Some(part) => Ok(Value::tuple(format.read(part))),
        None => {
            let (needed, length) = (offset + format.size, data.len());
            Err(error(
                vm,
                format!(
                    "unpack_from requires a buffer of at least {needed} bytes for unpacking {} bytes at offset {offset} \
                     (actual buffer size is {length})",
                    format.size
                ),
            ))
        }
    }
}

fn iter_unpack(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "iter_unpack", 0, 2, 2)?;
    let format = Format::parse(vm, &args[0])?;
    let data = vm.bytes_like(&args[1])?;
    if format.size == 0 || !data.len().is_multiple_of(format.size) {
        let size = format.size;
        return Err(error(
            vm,
            format!("iterative unpacking requires a buffer of a multiple of {size} bytes"),
        ));
    }
    let mut rows = Vec::new();
    for chunk in data.chunks(format.size) {
        rows.push(Value::tuple(format.read(chunk)));
    }
    Ok(Value::iterator("unpack_iterator", iterate(rows)))
}
