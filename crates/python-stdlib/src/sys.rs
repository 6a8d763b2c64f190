//! `sys`.

use std::rc::Rc;

use super::collections::namedtuple;
use brooklet_python::builtins::standard_stream::standard_stream;
use brooklet_python::value::{Args, Dict, Module, Value};
use brooklet_python::vm::{ExceptionKind, Result, Stream, Vm};

fn set_recursion_limit(vm: &mut Vm, args: Args) -> Result<Value> {
    let limit = args.exactly_one(vm, "sys.setrecursionlimit", 0)?;
    let limit = vm.to_i64(&limit)?;
    match usize::try_from(limit) {
        Ok(limit @ 1..) => vm.set_recursion_limit(limit)?,
        _ => return Err(vm.value_error("recursion limit must be greater or equal than 1")),
    }
    Ok(Value::None)
}

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("exit", exit),
            ("getrecursionlimit", |vm, _| {
                Ok(Value::from(vm.recursion_limit()))
            }),
            ("setrecursionlimit", set_recursion_limit),
            ("getdefaultencoding", |_, _| Ok(Value::str("utf-8"))),
            ("intern", |vm, args| args.exactly_one(vm, "intern", 0)),
            ("exc_info", exc_info),
            ("getsizeof", super::sys_sizes::get_size_of),
            ("__getattr__", absent),
        ],
    );
    let mut arguments = vec![Value::str(vm.program_file())];
    arguments.extend(vm.host.arguments().into_iter().map(Value::from));
    module.set("argv", Value::list(arguments));
    let out = standard_stream(vm, Stream::Out);
    let error = standard_stream(vm, Stream::Error);
    module.set("__stdout__", out.clone());
    module.set("__stderr__", error.clone());
    module.set("stdout", out);
    module.set("stderr", error);
    // There is nobody to type: the input is at its end.
    let text = vm.import("io")?.globals.get_str("StringIO");
    let input = vm.call(&text.unwrap_or_default(), Args::none())?;
    module.set("stdin", input);
    module.set("maxsize", Value::Int(i64::MAX));
    module.set("maxunicode", Value::Int(0x10_ffff));
    module.set("byteorder", Value::str("little"));
    module.set("platform", Value::str("linux"));
    module.set("executable", Value::str(""));
    let folders = vm.host.module_folders().into_iter().map(Value::from);
    module.set("path", Value::list(folders.collect()));
    module.set("version", Value::str("3.11.7 (Brooklet)"));
    module.set("hexversion", Value::Int(0x030b_07f0));
    let fields = ["major", "minor", "micro", "releaselevel", "serial"];
    let class = namedtuple::derive(vm, "sys", "version_info", &fields, Vec::new())?;
    let version = vec![
        Value::Int(3),
        Value::Int(11),
        Value::Int(7),
        Value::str("final"),
        Value::Int(0),
    ];
    module.set("version_info", namedtuple::instance(&class, version));
    let fields = [
        "max",
        "max_exp",
        "max_10_exp",
        "min",
        "min_exp",
        "min_10_exp",
    ];
    let more = ["dig", "mant_dig", "epsilon", "radix", "rounds"];
    let class = namedtuple::derive(
        vm,
        "sys",
        "float_info",
        &[&fields[..], &more].concat(),
        Vec::new(),
    )?;
    let limits = vec![
        Value::Float(f64::MAX),
        Value::Int(1024),
        Value::Int(308),
        Value::Float(f64::MIN_POSITIVE),
        Value::Int(-1021),
        Value::Int(-307),
        Value::Int(15),
        Value::Int(53),
        Value::Float(f64::EPSILON),
        Value::Int(2),
        Value::Int(1),
    ];
    module.set("float_info", namedtuple::instance(&class, limits));
    Ok(())
}

fn exit(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "exit", 0, 0, 1)?;
    Err(vm.error_with(ExceptionKind::SystemExit, args.positional.to_vec()))
}

/// `sys.modules` is made when it is asked for; other names are not there.
fn absent(vm: &mut Vm, args: Args) -> Result<Value> {
    let name = args.exactly_one(vm, "__getattr__", 0)?;
    match name.as_str() {
        Some("modules") => Ok(modules(vm)),
        name => {
            let name = name.unwrap_or_default();
            Err(vm.attribute_error(format!("module 'sys' has no attribute '{name}'")))
        }
    }
}

/// The modules that are imported, by their names. It stays apart from the look-up of other names, which
/// every program makes.
#[inline(never)]
fn modules(vm: &mut Vm) -> Value {
    let mut known: Vec<_> = vm.modules.iter().collect();
    known.sort_unstable_by_key(|(name, _)| name.as_str());
    let modules = Dict::default();
    for (name, module) in known {
        modules.set_str(name, Value::Module(module.clone()));
    }
    Value::Dict(Rc::new(modules))
}

fn exc_info(vm: &mut Vm, _: Args) -> Result<Value> {
    Ok(Value::tuple(match vm.handled_exception() {
        Some(exception) => {
            let value = Value::Instance(exception.clone());
            let traceback = vm.get_attribute(&value, "__traceback__")?;
            vec![Value::Class(exception.class.clone()), value, traceback]
        }
        None => vec![Value::None; 3],
    }))
}
