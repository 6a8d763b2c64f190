//! `numpy`: arrays, their scalars and their functions, how they print, and its random generators.
//!
//! What works on elements is Rust; what can be said with that is Python, in files beside these,
//! compiled by our own compiler on import. `MODULES` lists the modules.
//!
//! This crate knows nothing of Spark, of partitions or of the page, and no module of Python's
//! standard library.

mod array;
mod buffer;
mod cast;
mod dtype;
mod dtype_object;
mod errors;
mod from_value;
mod functions;
mod index;
mod ndarray;
mod printing;
mod products;
mod random;
mod scalar;
mod shape;
mod ufunc;

use brooklet_python::define::{call_builtin, define_part, functions};
use brooklet_python::native_class::{class, object};
use brooklet_python::value::{Args, Module, Value};
use brooklet_python::vm::ExceptionKind;
use brooklet_python::{ModuleEntry, Result, Vm};
use brooklet_python_text::numeric::power::power;

pub use self::array::Array;
pub use self::dtype::DType;
pub use self::from_value::array_of;
pub use self::products::{dot_product, norm};
pub use self::scalar::{float64, int64};

use self::dtype_object::DTypeObject;
use self::ufunc::UfuncObject;

/// A module's Python text, from the file of its name.
macro_rules! text {
    ($module:literal) => {
        || include_str!(concat!($module, ".py"))
    };
}

/// The modules, in the order of their names. Those that begin with `_` are parts of the others.
pub const MODULES: &[ModuleEntry] = &[
    ModuleEntry::rust("_numpy", define_elements).in_c(),
    ModuleEntry::python("_numpy_arrays", text!("_numpy_arrays")),
    ModuleEntry::python("_numpy_char", text!("_numpy_char")),
    ModuleEntry::python("_numpy_elements", text!("_numpy_elements")),
    ModuleEntry::python("_numpy_fft", text!("_numpy_fft")),
    ModuleEntry::python("_numpy_files", text!("_numpy_files")),
    ModuleEntry::python("_numpy_generator", text!("_numpy_generator")),
    ModuleEntry::python("_numpy_linalg", text!("_numpy_linalg")),
    ModuleEntry::python("_numpy_ma", text!("_numpy_ma")),
    ModuleEntry::python("_numpy_poly1d", text!("_numpy_poly1d")),
    ModuleEntry::python("_numpy_polynomial", text!("_numpy_polynomial")),
    ModuleEntry::python("_numpy_random", text!("_numpy_random")),
    ModuleEntry::python("_numpy_settings", text!("_numpy_settings")),
    ModuleEntry::python("_numpy_signal", text!("_numpy_signal")),
    ModuleEntry::python("_numpy_statistics", text!("_numpy_statistics")),
    ModuleEntry::python("_numpy_testing", text!("_numpy_testing")),
    ModuleEntry::rust("numpy", define).in_c(),
    ModuleEntry::rust("numpy.char", |vm, module| {
        gather(vm, module, &["_numpy_char"])
    }),
    ModuleEntry::rust("numpy.exceptions", define_exceptions),
    ModuleEntry::rust("numpy.fft", |vm, module| {
        gather(vm, module, &["_numpy_fft"])
    }),
    ModuleEntry::rust("numpy.lib", |vm, module| {
        define_part(vm, module, "stride_tricks", define_strides)
    }),
    ModuleEntry::rust("numpy.lib.stride_tricks", define_strides),
    ModuleEntry::rust("numpy.linalg", define_linalg),
    ModuleEntry::rust("numpy.ma", |vm, module| gather(vm, module, &["_numpy_ma"])),
    ModuleEntry::rust("numpy.polynomial", |vm, module| {
        define_polynomial(vm, module)?;
        define_part(vm, module, "polynomial", define_polynomial)
    }),
    ModuleEntry::rust("numpy.polynomial.polynomial", define_polynomial),
    ModuleEntry::rust("numpy.random", define_random),
    ModuleEntry::rust("numpy.strings", |vm, module| {
        gather(vm, module, &["_numpy_char"])
    }),
    ModuleEntry::rust("numpy.testing", |vm, module| {
        gather(vm, module, &["_numpy_testing"])
    }),
];

/// What the Python texts are built on.
fn define_elements(vm: &mut Vm, module: &Module) -> Result<()> {
    functions(module, functions::FUNCTIONS);
    module.set("ndarray", Value::Class(class::<Array>(vm)));
    module.set("dtype", Value::Class(class::<DTypeObject>(vm)));
    module.set("ufunc", Value::Class(class::<UfuncObject>(vm)));
    for class in scalar::all_classes(vm) {
        let name = class.name.to_string();
        module.set(&name, Value::Class(class));
    }
    for ufunc in ufunc::UFUNCS {
        let function = object(vm, UfuncObject(ufunc));
        module.set(ufunc.name, function);
    }
    for (alias, name) in ALIASES {
        let value = module.globals.get_str(name).unwrap_or_default();
        module.set(alias, value);
    }
    for (name, value) in [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("euler_gamma", 0.577_215_664_901_532_9),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ] {
        module.set(name, Value::Float(value));
    }
    module.set("newaxis", Value::None);
    for (name, truth) in [("True_", true), ("False_", false)] {
        let truth = scalar::wrap(vm, DType::Bool, Value::Bool(truth));
        module.set(name, truth);
    }
    module.set("object_", Value::Class(vm.types.object.clone()));
    let linear = errors::classes(vm).linear.clone();
    module.set("LinAlgError", Value::Class(linear));
    random::define_bits(vm, module)
}

/// Second names.
const ALIASES: [(&str, &str); 39] = [
    ("bool_", "bool"),
    ("int_", "int64"),
    ("intp", "int64"),
    ("intc", "int32"),
    ("uint", "uint64"),
    ("uintc", "uint32"),
    ("ulong", "uint64"),
    ("uintp", "uint64"),
    ("byte", "int8"),
    ("ubyte", "uint8"),
    ("short", "int16"),
    ("ushort", "uint16"),
    ("long", "int64"),
    ("longlong", "int64"),
    ("ulonglong", "uint64"),
    ("half", "float16"),
    ("single", "float32"),
    ("double", "float64"),
    ("cdouble", "complex128"),
    ("true_divide", "divide"),
    ("mod", "remainder"),
    ("abs", "absolute"),
    ("conj", "conjugate"),
    ("bitwise_not", "invert"),
    ("bitwise_invert", "invert"),
    ("bitwise_left_shift", "left_shift"),
    ("bitwise_right_shift", "right_shift"),
    ("radians", "deg2rad"),
    ("degrees", "rad2deg"),
    ("pow", "power"),
    ("acos", "arccos"),
    ("acosh", "arccosh"),
    ("asin", "arcsin"),
    ("asinh", "arcsinh"),
    ("atan", "arctan"),
    ("atan2", "arctan2"),
    ("atanh", "arctanh"),
    ("concat", "concatenate"),
    ("longdouble", "float64"),
];

fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    gather(
        vm,
        module,
        &[
            "_numpy",
            "_numpy_arrays",
            "_numpy_elements",
            "_numpy_statistics",
            "_numpy_settings",
        ],
    )?;
    module.set("__version__", Value::str("2.4.6"));
    functions(module, &[("__getattr__", part_when_asked)]);
    define_part(vm, module, "exceptions", define_exceptions)
}

/// The parts that are made when a program first asks for one: their texts are long.
const LATE_PARTS: [&str; 9] = [
    "char",
    "fft",
    "lib",
    "linalg",
    "ma",
    "polynomial",
    "random",
    "strings",
    "testing",
];

/// Functions that few programs call, with the module that is imported when one first asks for them.
const LATE_NAMES: [(&str, &[&str]); 3] = [
    (
        "_numpy_files",
        &["load", "save", "savez", "savez_compressed"],
    ),
    (
        "_numpy_poly1d",
        &[
            "poly", "poly1d", "polyadd", "polyder", "polydiv", "polyfit", "polyint", "polymul",
            "polysub", "polyval", "roots",
        ],
    ),
    (
        "_numpy_signal",
        &[
            "bartlett",
            "blackman",
            "frexp",
            "hamming",
            "hanning",
            "i0",
            "kaiser",
            "packbits",
            "unpackbits",
            "unwrap",
        ],
    ),
];

/// What `numpy.name` is where the module has no such name yet.
fn part_when_asked(vm: &mut Vm, args: Args) -> Result<Value> {
    let name = args.exactly_one(vm, "__getattr__", 0)?;
    let name = name.as_str().unwrap_or_default();
    if LATE_PARTS.contains(&name) {
        return vm.import(&format!("numpy.{name}")).map(Value::Module);
    }
    if let Some((module, _)) = LATE_NAMES.iter().find(|(_, names)| names.contains(&name)) {
        let module = vm.import(module)?;
        return Ok(module.globals.get_str(name).unwrap_or_default());
    }
    let message = format!("module 'numpy' has no attribute '{name}'");
    Err(vm.error(ExceptionKind::AttributeError, message))
}

/// A module has the names of its parts.
fn gather(vm: &mut Vm, module: &Module, parts: &[&str]) -> Result<()> {
    for part in parts {
        let part = vm.import(part)?;
        take_over(module, &part);
    }
    Ok(())
}

fn take_over(module: &Module, part: &Module) {
    for (name, value) in part.globals.items() {
        let is_module = matches!(value, Value::Module(_));
        if let Some(name) = name
            .as_str()
            .filter(|name| !name.starts_with('_') && !is_module)
        {
            module.set(name, value);
        }
    }
}

fn define_linalg(vm: &mut Vm, module: &Module) -> Result<()> {
    gather(vm, module, &["_numpy_linalg"])
}

fn define_polynomial(vm: &mut Vm, module: &Module) -> Result<()> {
    gather(vm, module, &["_numpy_polynomial"])
}

fn define_strides(vm: &mut Vm, module: &Module) -> Result<()> {
    let signal = vm.import("_numpy_signal")?;
    let name = "sliding_window_view";
    module.set(name, signal.globals.get_str(name).unwrap_or_default());
    Ok(())
}

fn define_random(vm: &mut Vm, module: &Module) -> Result<()> {
    gather(vm, module, &["_numpy_generator", "_numpy_random"])
}

fn define_exceptions(vm: &mut Vm, module: &Module) -> Result<()> {
    let axis = errors::classes(vm).axis.clone();
    module.set("AxisError", Value::Class(axis));
    Ok(())
}

/// Whether an option is given and true.
fn is_set(vm: &mut Vm, option: Option<&Value>) -> Result<bool> {
    match option {
        Some(option) => vm.truth(option),
        None => Ok(false),
    }
}

/// Rounding to decimal places as NumPy does it: scaled, to the nearest even, scaled back.
pub fn round(value: f64, places: i64) -> f64 {
    let scale = power(10.0, places.unsigned_abs() as f64);
    match places {
        0 => value.round_ties_even(),
        1.. => (value * scale).round_ties_even() / scale,
        _ => (value / scale).round_ties_even() * scale,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_compiles() {
        for entry in MODULES {
            entry.code();
        }
    }

    #[test]
    fn a_module_is_entered_once_in_the_order_of_names() {
        let names: Vec<&str> = MODULES.iter().map(ModuleEntry::name).collect();
        assert!(names.is_sorted_by(|a, b| a < b), "{names:?}");
    }
}
