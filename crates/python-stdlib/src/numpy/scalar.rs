//! Scalars: `numpy.float64`, `int64`, `int32` and `bool`.

use std::rc::Rc;

use super::array::{Array, Elements};
use super::dtype::{DType, DTypeObject};
use super::operators;
use brooklet_python::native_class::object;
use brooklet_python::value::{Args, Class, ClassBuilder, Layout, NativeFn, Payload, Value};
use brooklet_python::vm::{Result, Vm};

struct ScalarClasses {
    generic: Rc<Class>,
    by_dtype: [Rc<Class>; 4],
}

fn classes(vm: &mut Vm) -> Rc<ScalarClasses> {
    let types = vm.types.clone();
    vm.extension(move || {
        let generic = ClassBuilder::new("numpy", "generic", &types.object).build();
        let by_dtype = DType::ALL.map(|dtype| {
            let base = if dtype.is_float() {
                &types.float
            } else {
                &generic
            };
            let builder = ClassBuilder::new("numpy", dtype.name(), base)
                .layout(Layout::Value)
                .constructor(new)
                .methods(operators::ARITHMETIC)
                .methods(operators::COMPARISON)
                .methods(METHODS)
                .properties(PROPERTIES);
            match dtype.is_float() {
                true => builder.also(&generic).build(),
                false => builder.build(),
            }
        });
        ScalarClasses { generic, by_dtype }
    })
}

/// The class from which all scalars are derived.
pub(super) fn generic(vm: &mut Vm) -> Rc<Class> {
    classes(vm).generic.clone()
}

/// The class of the scalars of a type.
pub(super) fn class_of(vm: &mut Vm, dtype: DType) -> Rc<Class> {
    classes(vm).by_dtype[dtype as usize].clone()
}

/// A `numpy.float64`.
pub fn float64(vm: &mut Vm, value: f64) -> Value {
    wrap(vm, DType::Float64, Value::Float(value))
}

/// A `numpy.int64`.
pub fn int64(vm: &mut Vm, value: i64) -> Value {
    wrap(vm, DType::Int64, Value::Int(value))
}

/// Python's own number as a scalar.
pub(super) fn wrap(vm: &mut Vm, dtype: DType, inner: Value) -> Value {
    let class = class_of(vm, dtype);
    Value::Instance(class.instance(Payload::Value(inner)))
}

/// The type of a scalar; `None` for anything else.
pub(super) fn dtype_of(vm: &mut Vm, value: &Value) -> Option<DType> {
    let Value::Instance(instance) = value else {
        return None;
    };
    let classes = classes(vm);
    DType::ALL.into_iter().find(|dtype| {
        instance
            .class
            .is_subclass(&classes.by_dtype[*dtype as usize])
    })
}

/// A number, NumPy's or Python's own: its type, and Python's own number of the same value.
pub(super) fn number(vm: &mut Vm, value: &Value) -> Option<(DType, Value)> {
    let inner = vm.unwrap_builtin(value);
    let dtype = match dtype_of(vm, value) {
        Some(dtype) => dtype,
        None => match inner {
            Value::Bool(_) => DType::Bool,
            Value::Int(_) => DType::Int64,
            Value::Float(_) | Value::BigInt(_) => DType::Float64,
            _ => return None,
        },
    };
    Some((dtype, inner))
}

/// A number as an array without axes, and whether it is Python's own.
pub(super) fn as_array(vm: &mut Vm, value: &Value) -> Option<(Array, bool)> {
    let weak = dtype_of(vm, value).is_none();
    let (dtype, inner) = number(vm, value)?;
    let elements = match inner {
        Value::Float(number) => Elements::Floats(vec![number]),
        Value::Int(number) => Elements::Ints(vec![number]),
        Value::Bool(flag) => Elements::Ints(vec![i64::from(flag)]),
        other => Elements::Floats(vec![vm.to_f64(&other).ok()?]),
    };
    Some((Array::new(dtype, Vec::new(), elements), weak))
}

/// `np.float64(x)` and the like; a sequence gives an array.
fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    args.between(vm, class.name.as_str(), 0, 0, 1)?;
    let dtype = DType::of_value(vm, &Value::Class(class.clone()))?;
    let value = args.get(0).cloned().unwrap_or(Value::Int(0));
    let array = super::array_of(vm, &value, Some(dtype))?;
    match array.shape.is_empty() {
        true => Ok(vm.wrap_builtin(class, array.plain(0))),
        false => Ok(object(vm, (*array).clone())),
    }
}

fn this(vm: &mut Vm, args: &Args) -> Result<(DType, Value)> {
    let value = args.get(0).cloned().unwrap_or_default();
    match number(vm, &value) {
        Some(number) => Ok(number),
        None => Err(vm.type_error("a numpy scalar is required")),
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
];

const METHODS: &[(&str, NativeFn)] = &[
    ("__repr__", |vm, args| {
        let (dtype, inner) = this(vm, &args)?;
        let text = vm.repr(&inner)?;
        Ok(Value::from(match dtype {
            DType::Bool => format!("np.{text}_"),
            _ => format!("np.{}({text})", dtype.name()),
        }))
    }),
    ("__str__", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        Ok(Value::from(vm.repr(&inner)?))
    }),
    ("__format__", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        let spec = args
            .get(1)
            .and_then(Value::as_str)
            .unwrap_or("")
            .to_string();
        Ok(Value::from(vm.format(&inner, &spec)?))
    }),
    ("__hash__", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        Ok(Value::Int(vm.hash(&inner)?))
    }),
    ("__bool__", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        Ok(Value::Bool(vm.truth(&inner)?))
    }),
    ("__float__", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        Ok(Value::Float(vm.to_f64(&inner)?))
    }),
    ("__int__", |vm, args| {
        let (_, inner) = this(vm, &args)?;
        super::super::call_builtin(vm, "int", Args::one(inner))
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
        let places = match args.get(1) {
            Some(places) => vm.to_i64(places)?,
            None => 0,
        };
        Ok(rounded(vm, dtype, &inner, places))
    }),
    ("item", |vm, args| Ok(this(vm, &args)?.1)),
    ("tolist", |vm, args| Ok(this(vm, &args)?.1)),
];

fn rounded(vm: &mut Vm, dtype: DType, inner: &Value, places: i64) -> Value {
    let inner = match inner {
        Value::Float(value) => Value::Float(operators::round(*value, places)),
        other => other.clone(),
    };
    wrap(vm, dtype, inner)
}
