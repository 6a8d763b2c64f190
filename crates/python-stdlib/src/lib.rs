//! The modules of Python's standard library that stream programs use, one file each.
//!
//! What is asked for often is Rust; the rest is Python, in files beside these, compiled by our own
//! compiler on import. `MODULES` lists them: a module is entered there and nowhere else.
//!
//! This crate knows nothing of Spark, of partitions or of the page. The machine does not know it:
//! whoever makes a machine hands it the library.

mod abstract_classes;
mod binascii;
mod builtins;
mod civil;
mod civil_parse;
mod collections;
mod copy;
mod dataclasses;
mod datetime;
mod files;
mod functools;
mod future;
mod glob;
mod hashlib;
pub mod io;
mod itertools;
mod json;
mod math;
mod operator;
mod os;
mod os_path;
mod random;
mod re;
mod struct_;
mod sys;
mod sys_sizes;
mod thread;
mod time;
mod traceback;
mod types;
mod unavailable;
mod unicodedata;

use brooklet_python::define::{call_builtin, define_part, functions};
use brooklet_python::value::{Module, NativeCall, NativeFn, ResumableFn, Special, Value};
use brooklet_python::vm::Level;
use brooklet_python::{Library, ModuleEntry, Result, Vm};

/// A module's Python text, from the file of its name.
macro_rules! text {
    ($module:literal) => {
        || include_str!(concat!($module, ".py"))
    };
}

/// A module that is all Python.
macro_rules! python {
    ($module:literal) => {
        ModuleEntry::python($module, text!($module))
    };
}

/// A module that is all Python and that few programs import; its file is in the folder `rare`. Its text
/// travels when one does: `crates/xtask` knows the function that gives it by name.
macro_rules! rare {
    ($module:literal) => {
        ModuleEntry::python($module, {
            fn rare_text() -> &'static str {
                include_str!(concat!("rare/", $module, ".py"))
            }
            rare_text
        })
    };
}

/// A module of those that `decimal` is made of, in the folder of its name: their texts travel together.
macro_rules! decimal {
    ($module:literal) => {
        ModuleEntry::python($module, {
            fn decimal_text() -> &'static str {
                include_str!(concat!("decimal/", $module, ".py"))
            }
            decimal_text
        })
    };
}

/// The modules, in the order of their names.
const MODULES: &[ModuleEntry] = &[
    ModuleEntry::rust("__future__", future::define),
    rare!("_asyncio_locks"),
    rare!("_asyncio_loop"),
    decimal!("_decimal_arithmetic"),
    decimal!("_decimal_context"),
    decimal!("_decimal_functions"),
    decimal!("_decimal_number"),
    decimal!("_decimal_powers"),
    decimal!("_decimal_rounding"),
    decimal!("_decimal_text"),
    rare!("_exception_groups").late_builtins(&["BaseExceptionGroup", "ExceptionGroup", "except*"]),
    ModuleEntry::rust("_io", io::define_classes).in_c(),
    rare!("_ip_text"),
    rare!("_memoryview").late_builtins(&["memoryview"]),
    ModuleEntry::rust("_thread", thread::define).in_c(),
    rare!("_unpickler").counting(&[]),
    python!("abc"),
    python!("argparse"),
    rare!("array"),
    rare!("ast"),
    rare!("asyncio"),
    rare!("atexit"),
    python!("base64"),
    ModuleEntry::rust("binascii", binascii::define).and_python(text!("binascii")),
    python!("bisect").counting(&[]),
    ModuleEntry::rust("builtins", builtins::define),
    rare!("calendar"),
    rare!("cmath"),
    rare!("codecs"),
    ModuleEntry::rust("collections", collections::define)
        .and_python(text!("collections"))
        .in_c()
        .c_classes(&["OrderedDict"]),
    ModuleEntry::rust("collections.abc", abstract_classes::define_collections)
        .and_python(text!("collections.abc")),
    ModuleEntry::rust("concurrent", define_nothing),
    rare!("concurrent.futures"),
    rare!("configparser"),
    python!("contextlib"),
    rare!("contextvars"),
    ModuleEntry::rust("copy", copy::define).and_python(text!("copy")),
    python!("copyreg").counting(&[]),
    python!("csv"),
    ModuleEntry::rust("dataclasses", dataclasses::define).and_python(text!("dataclasses")),
    ModuleEntry::rust("datetime", datetime::define).in_c(),
    decimal!("decimal").c_classes(&["Context", "Decimal"]),
    rare!("difflib"),
    python!("enum"),
    rare!("errno"),
    rare!("fileinput"),
    ModuleEntry::rust("fnmatch", glob::define_fnmatch),
    rare!("fractions"),
    ModuleEntry::rust("functools", functools::define)
        .and_python(text!("functools"))
        .in_c(),
    rare!("gc"),
    rare!("getopt"),
    rare!("getpass"),
    ModuleEntry::rust("glob", glob::define),
    rare!("graphlib"),
    rare!("gzip"),
    ModuleEntry::rust("hashlib", hashlib::define),
    python!("heapq").counting(&["merge", "nlargest", "nsmallest"]),
    rare!("html"),
    rare!("html.entities"),
    rare!("html.parser"),
    rare!("importlib"),
    rare!("inspect"),
    ModuleEntry::rust("io", io::define),
    rare!("ipaddress"),
    ModuleEntry::rust("itertools", itertools::define).in_c(),
    ModuleEntry::rust("json", json::define),
    ModuleEntry::rust("json.decoder", json::define_part),
    ModuleEntry::rust("json.encoder", json::define_part),
    rare!("keyword"),
    rare!("linecache"),
    rare!("locale"),
    python!("logging"),
    ModuleEntry::rust("math", math::define),
    ModuleEntry::rust("numbers", abstract_classes::define_numbers),
    ModuleEntry::rust("operator", operator::define).in_c(),
    rare!("optparse"),
    ModuleEntry::rust("os", os::define),
    ModuleEntry::rust("os.path", os_path::define),
    python!("pathlib"),
    rare!("pickle").counting(&["Pickler._save", "Pickler._save_list", "Pickler._save_dict"]),
    rare!("platform"),
    ModuleEntry::rust("posixpath", os_path::define),
    rare!("pprint"),
    python!("queue"),
    ModuleEntry::rust("random", random::define),
    ModuleEntry::rust("re", re::define).in_c(),
    rare!("reprlib"),
    rare!("sched"),
    rare!("secrets"),
    rare!("shlex"),
    python!("shutil"),
    rare!("signal"),
    rare!("stat"),
    rare!("statistics"),
    python!("string"),
    ModuleEntry::rust("struct", struct_::define),
    ModuleEntry::rust("sys", sys::define),
    python!("tempfile"),
    rare!("textwrap"),
    python!("threading"),
    ModuleEntry::rust("time", time::define).in_c(),
    rare!("timeit"),
    ModuleEntry::rust("traceback", traceback::define).and_python(text!("traceback")),
    ModuleEntry::rust("types", types::define).and_python(text!("types")),
    python!("typing"),
    ModuleEntry::rust("unicodedata", unicodedata::define),
    rare!("unittest"),
    ModuleEntry::rust("urllib", define_nothing),
    rare!("urllib.parse"),
    rare!("uuid"),
    python!("warnings"),
    rare!("weakref"),
    rare!("zipfile"),
    rare!("zlib"),
];

/// The standard library.
pub static LIBRARY: Library = Library {
    base: None,
    modules: &[MODULES],
    builtins: &[("open", io::open)],
    missing: unavailable::error,
};

/// A package that has nothing but its modules.
fn define_nothing(_: &mut Vm, _: &Module) -> Result<()> {
    Ok(())
}

/// Functions that call Python code and change nothing before its last answer.
fn replayed_functions(module: &Module, level: Level, functions: &[(&str, NativeFn)]) {
    for (name, call) in functions {
        let call = NativeCall::Replayed(*call, level);
        module.set(name, Value::native_call(name, call));
    }
}

fn resumable_functions(module: &Module, functions: &[(&str, ResumableFn)]) {
    for (name, call) in functions {
        let call = NativeCall::Resumable(*call);
        module.set(name, Value::native_call(name, call));
    }
}

/// An argument that may be left out or be `None`.
fn optional(value: Option<&Value>) -> Option<Value> {
    value.filter(|value| !value.is_none()).cloned()
}

/// Whether a value can be called.
fn is_callable(vm: &mut Vm, value: &Value) -> bool {
    match value {
        Value::Function(_)
        | Value::Native(_)
        | Value::Method(_)
        | Value::Class(_)
        | Value::StaticMethod(_) => true,
        Value::Instance(_) => vm.special_method(value, Special::Call).is_some(),
        _ => false,
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
