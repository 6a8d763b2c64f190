//! Scalars: `numpy.float64`, `int64`, `bool`, `str_` and the rest, and the classes above them.

use std::rc::Rc;

use brooklet_python::native_class::object;
use brooklet_python::value::{Args, Class, ClassBuilder, Layout, NativeFn, Payload, Value};
use brooklet_python::vm::{Result, Vm};

use crate::array::Array;
use crate::dtype::{DType, Kind};
use crate::dtype_object::DTypeObject;
use crate::{array_of, call_builtin, round, ufunc};

struct ScalarClasses {
    /// `generic`, `number` and so on: what no object is of directly.
    above: Vec<Rc<Class>>,
    /// In the order of the types of numbers; texts last.
    by_dtype: Vec<Rc<Class>>,
}

/// The classes above the scalars, and what each is derived from.
const ABOVE: [(&str, usize); 10] = [
    ("generic", 0),
    ("number", 0),
    ("integer", 1),
    ("signedinteger", 2),
    ("unsignedinteger", 2),
    ("inexact", 1),
    ("floating", 5),
    ("complexfloating", 5),
    ("flexible", 0),
    ("character", 8),
];

fn classes(vm: &mut Vm) -> Rc<ScalarClasses> {
    let types = vm.types.clone();
    vm.extension(move || {
        let mut above: Vec<Rc<Class>> = Vec::new();
        for (at, (name, base)) in ABOVE.iter().enumerate() {
            let base = if at == 0 {
                &types.object
            } else {
                &above[*base]
            };
            above.push(ClassBuilder::new("numpy", name, base).build());
        }
        let own = DType::numbers().chain([DType::Str(0)]);
        let by_dtype = own
            .map(|dtype| {
                let (name, parent) = class_place(dtype);
                let parent = &above[parent];
                let python = match dtype {
                    DType::Float64 => Some(&types.float),
                    DType::Complex128 => Some(&types.complex),
                    DType::Str(_) => Some(&types.str),
                    _ => None,
                };
                let builder = ClassBuilder::new("numpy", name, python.unwrap_or(parent))
                    .layout(Layout::Value)
                    .constructor(new)
                    .methods(METHODS)
                    .properties(PROPERTIES);
                let builder = match dtype {
                    DType::Str(_) => builder,
                    _ => builder
                        .methods(ufunc::ARITHMETIC)
                        .methods(ufunc::COMPARISON)
                        .methods(NUMBER_METHODS)
                        .methods(AS_ARRAY)
                        .properties(NUMBER_PROPERTIES),
                };
                let builder = match dtype.is_whole() {
                    true => builder.methods(WHOLE_METHODS),
                    false => builder,
                };
                match python {
                    Some(_) => builder.also(parent).build(),
                    None => builder.build(),
                }
            })
            .collect();
        ScalarClasses { above, by_dtype }
    })
}

/// The name of a type's class, and the place of the class above it.
fn class_place(dtype: DType) -> (&'static str, usize) {
    let above = match dtype.kind() {
        Kind::Signed => 3,
        Kind::Unsigned => 4,
        Kind::Float => 6,
        Kind::Complex => 7,
        Kind::Text => 9,
        _ => 0,
    };
    let name = match dtype {
        DType::Bool => "bool",
        DType::Int8 => "int8",
        DType::Int16 => "int16",
        DType::Int32 => "int32",
        DType::Int64 => "int64",
        DType::UInt8 => "uint8",
        DType::UInt16 => "uint16",
        DType::UInt32 => "uint32",
        DType::UInt64 => "uint64",
        DType::Float16 => "float16",
        DType::Float32 => "float32",
        DType::Float64 => "float64",
        DType::Complex128 => "complex128",
        _ => "str_",
    };
    (name, above)
}

/// All classes of scalars.
pub(crate) fn all_classes(vm: &mut Vm) -> Vec<Rc<Class>> {
    let classes = classes(vm);
    classes
        .above
        .iter()
        .chain(&classes.by_dtype)
        .cloned()
        .collect()
}

/// The class of the scalars of a type.
pub(crate) fn class_of(vm: &mut Vm, dtype: DType) -> Rc<Class> {
    match dtype {
        DType::Object => vm.types.object.clone(),
        dtype => classes(vm).by_dtype[dtype.place()].clone(),
    }
}

/// A `numpy.float64`.
pub fn float64(vm: &mut Vm, value: f64) -> Value {
    wrap(vm, DType::Float64, Value::Float(value))
}

/// A `numpy.int64`.
pub fn int64(vm: &mut Vm, value: i64) -> Value {
    wrap(vm, DType::Int64, Value::Int(value))
}

/// Python's own value as a scalar; objects stay what they are.
pub(crate) fn wrap(vm: &mut Vm, dtype: DType, inner: Value) -> Value {
    if dtype == DType::Object {
        return inner;
    }
    let class = class_of(vm, dtype);
    Value::Instance(class.instance(Payload::Value(inner)))
}

/// The only element of an array as a scalar.
pub(crate) fn of_array(vm: &mut Vm, array: &Array) -> Value {
    array.scalar(vm, 0)
}

/// The type of a scalar; `None` for anything else.
pub(crate) fn dtype_of(vm: &mut Vm, value: &Value) -> Option<DType> {
    let Value::Instance(instance) = value else {
        return None;
    };
    let classes = classes(vm);
    let at = classes
        .by_dtype
        .iter()
        .position(|class| instance.class.is_subclass(class))?;
    match DType::numbers().nth(at) {
        Some(dtype) => Some(dtype),
        None => {
            let text = vm.unwrap_builtin(value);
            let width = text.as_str().unwrap_or_default().chars().count();
            Some(DType::Str(width as u32))
        }
    }
}

/// The type whose scalars a class has.
pub(crate) fn dtype_of_class(vm: &mut Vm, class: &Rc<Class>) -> Option<DType> {
    let classes = classes(vm);
    let at = classes
        .by_dtype
        .iter()
        .position(|own| Rc::ptr_eq(own, class))?;
    Some(DType::numbers().nth(at).unwrap_or(DType::Str(0)))
}

/// `np.float64(x)` and the like; a sequence gives an array.
fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    args.between(vm, class.name.as_str(), 0, 0, 1)?;
    let mut dtype = None;
    for own in class.resolution_order() {
        dtype = dtype.or(dtype_of_class(vm, own));
    }
    let default = match dtype {
        Some(DType::Str(_)) => Value::str(""),
        _ => Value::Int(0),
    };
    let value = args.get(0).cloned().unwrap_or(default);
    let array = match (&value, dtype) {
        (Value::Str(_), Some(DType::Bool)) => {
            let truth = vm.truth(&value)?;
            array_of(vm, &Value::Bool(truth), dtype)?
        }
        _ => array_of(vm, &value, dtype)?,
    };
    match array.shape.is_empty() {
        true => Ok(vm.wrap_builtin(class, array.plain(0))),
        false => Ok(object(vm, (*array).clone())),
    }
}

fn this(vm: &mut Vm, args: &Args) -> Result<(DType, Value)> {
    let value = args.get(0).cloned().unwrap_or_default();
    match dtype_of(vm, &value) {
        Some(dtype) => Ok((dtype, vm.unwrap_builtin(&value))),
        None => Err(vm.type_error("a numpy scalar is required")),
    }
}

/// The digits of a scalar, without the name of its class.
pub(crate) fn digits(vm: &mut Vm, dtype: DType, inner: &Value) -> Result<String> {
    match (dtype, inner) {
        (DType::Float16 | DType::Float32, Value::Float(value)) => {
            let shortest = crate::printing::shortest(dtype, *value);
            let limit = if dtype == DType::Float16 { 1e3 } else { 1e6 };
            let is_plain = *value == 0.0 || (1e-4..limit).contains(&value.abs());
            if is_plain || !value.is_finite() {
                return vm.repr(&Value::Float(shortest));
            }
            let text = format!("{shortest:e}");
            let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
            let (sign, exponent) = match exponent.strip_prefix('-') {
                Some(exponent) => ('-', exponent),
                None => ('+', exponent),
            };
            Ok(format!("{digits}e{sign}{exponent:0>2}"))
        }
        _ => vm.repr(inner),
    }
}

const PROPERTIES: &[(&str, NativeFn)] = &[
    ("dtype", |vm, args| {
        let (dtype, _) = this(vm, &args)?;
        Ok(object(vm, DTypeObject(dtype)))
    }),
    ("shape", |_, _| Ok(Value::tuple(Vec::new()))),
    ("ndim", |_, _| Ok(Value::Int(0))),
    ("size", |_, _| Ok(Value::Int(1))),
    ("itemsize", |vm, args| {
        Ok(Value::from(this(vm, &args)?.0.item_size()))
    }),
    ("nbytes", |vm, args| {
        Ok(Value::from(this(vm, &args)?.0.item_size()))
    }),
    ("T", |_, args| Ok(args[0].clone())),
];

const METHODS: &[(&str, NativeFn)] = &[
    ("__repr__", |vm, args| {
        let (dtype, inner) = this(vm, &args)?;
        let text = digits(vm, dtype, &inner)?;
        let is_plain = crate::printing::has_plain_scalars(vm);
        Ok(Value::from(match dtype {
            _ if is_plain => text,
            DType::Bool => format!("np.{text}_"),
            _ if text.starts_with('(') => format!("np.{}{text}", class_place(dtype).0),
            _ => format!("np.{}({text})", class_place(dtype).0),
        }))
    }),
    ("__str__", |vm, args| {
        let (dtype, inner) = this(vm, &args)?;
        match inner {
            Value::Str(_) => Ok(inner),
            inner => Ok(Value::from(digits(vm, dtype, &inner)?)),
        }
    }),
    ("__format__", |vm, args| {
        let (dtype, inner) = this(vm, &args)?;
        let spec = args
            .get(1)
            .and_then(Value::as_str)
            .unwrap_or("")
            .to_string();
        match (spec.is_empty(), dtype) {
            (true, DType::Float16 | DType::Float32) => Ok(Value::from(digits(vm, dtype, &inner)?)),
            _ => Ok(Value::from(vm.format(&inner, &spec)?)),
        }
    }),
    ("__hash__", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        Ok(Value::Int(vm.hash(&inner)?))
    }),
    ("item", |vm, args| Ok(this(vm, &args)?.1)),
    ("tolist", |vm, args| Ok(this(vm, &args)?.1)),
];

const NUMBER_PROPERTIES: &[(&str, NativeFn)] = &[
    ("real", |vm, args| {
        let (dtype, inner) = this(vm, &args)?;
        Ok(match inner {
            Value::Complex(value) => float64(vm, value.real),
            inner => wrap(vm, dtype, inner),
        })
    }),
    ("imag", |vm, args| {
        let (dtype, inner) = this(vm, &args)?;
        Ok(match inner {
            Value::Complex(value) => float64(vm, value.imag),
            Value::Float(_) => wrap(vm, dtype, Value::Float(0.0)),
            _ => wrap(vm, dtype, Value::Int(0)),
        })
    }),
];

macro_rules! as_array {
    ($($name:literal),*) => {
        &[$(($name, |vm, args| of_an_array(vm, $name, args))),*]
    };
}

/// What scalars have of arrays: it is done on an array without axes.
const AS_ARRAY: &[(&str, NativeFn)] = as_array![
    "sum", "mean", "min", "max", "std", "var", "prod", "any", "all", "argmin", "argmax", "cumsum",
    "reshape", "flatten", "ravel", "clip", "astype", "copy", "squeeze", "nonzero", "tobytes"
];

fn of_an_array(vm: &mut Vm, name: &str, mut args: Args) -> Result<Value> {
    let own = args.take_first();
    let array = array_of(vm, &own, None)?;
    let array = object(vm, (*array).clone());
    let result = vm.call_method(&array, name, args)?;
    Ok(match Array::of(&result) {
        Some(array) if array.shape.is_empty() => array.scalar(vm, 0),
        _ => result,
    })
}

const NUMBER_METHODS: &[(&str, NativeFn)] = &[
    ("__bool__", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        Ok(Value::Bool(vm.truth(&inner)?))
    }),
    ("__float__", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        match inner {
            Value::Complex(value) => Ok(Value::Float(value.real)),
            inner => Ok(Value::Float(vm.to_f64(&inner)?)),
        }
    }),
    ("__int__", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        call_builtin(vm, "int", Args::one(inner))
    }),
    ("__complex__", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        call_builtin(vm, "complex", Args::one(inner))
    }),
    ("__round__", |vm, args| {
        let (dtype, inner) = this(vm, &args)?;
        match args.get(1).filter(|places| !places.is_none()) {
            None => vm.round(&inner, None),
            Some(places) => {
                let places = vm.to_i64(places)?;
                Ok(rounded(vm, dtype, &inner, places))
            }
        }
    }),
    ("round", |vm, args| {
        let (dtype, inner) = this(vm, &args)?;
        let [places] = args.bind(vm, "round", 1, ["decimals"], 0)?;
        let places = match places {
            Some(places) => vm.to_i64(&places)?,
            None => 0,
        };
        Ok(rounded(vm, dtype, &inner, places))
    }),
    ("conjugate", |_, args| Ok(args[0].clone())),
    ("is_integer", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        Ok(Value::Bool(match inner {
            Value::Float(value) => value.is_finite() && value.fract() == 0.0,
            _ => true,
        }))
    }),
];

const WHOLE_METHODS: &[(&str, NativeFn)] = &[
    ("__index__", |vm, args| {
        let (dtype, inner) = this(vm, &args)?;
        match dtype {
            DType::Bool => {
                Err(vm.type_error("'numpy.bool' object cannot be interpreted as an integer"))
            }
            _ => Ok(inner),
        }
    }),
    ("bit_count", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        vm.call_method(&inner, "bit_count", Args::none())
    }),
];

fn rounded(vm: &mut Vm, dtype: DType, inner: &Value, places: i64) -> Value {
    let inner = match inner {
        Value::Float(value) => Value::Float(dtype.rounded(round(*value, places))),
        other => other.clone(),
    };
    wrap(vm, dtype, inner)
}
