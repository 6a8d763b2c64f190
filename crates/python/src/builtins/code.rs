//! Code objects, as `compile` and `function.__code__` give them: what compiled code says of itself.

use std::rc::Rc;
use std::sync::Arc;

use brooklet_python_compiler::bytecode::Code;

use crate::value::{Args, Class, ClassBuilder, Layout, NativeData, NativeFn, Payload, Value};
use crate::vm::{Result, Vm};

struct CodeData(Arc<Code>);

impl NativeData for CodeData {}

/// The class of code objects, kept in the machine.
struct CodeClass(Rc<Class>);

const PROPERTIES: &[(&str, NativeFn)] = &[
    ("co_argcount", |vm, args| {
        Ok(Value::Int(i64::from(
            code(vm, &args)?.parameters.positional,
        )))
    }),
    ("co_posonlyargcount", |vm, args| {
        Ok(Value::Int(i64::from(
            code(vm, &args)?.parameters.positional_only,
        )))
    }),
    ("co_kwonlyargcount", |vm, args| {
        Ok(Value::Int(i64::from(
            code(vm, &args)?.parameters.keyword_only,
        )))
    }),
    ("co_nlocals", |vm, args| {
        Ok(Value::from(code(vm, &args)?.locals.len()))
    }),
    ("co_varnames", |vm, args| {
        Ok(names(&code(vm, &args)?.locals))
    }),
    ("co_names", |vm, args| Ok(names(&code(vm, &args)?.names))),
    ("co_freevars", |vm, args| Ok(names(&code(vm, &args)?.frees))),
    ("co_cellvars", |vm, args| {
        let code = code(vm, &args)?;
        Ok(Value::tuple(
            code.cells
                .iter()
                .map(|(name, _)| Value::str(name))
                .collect(),
        ))
    }),
    ("co_name", |vm, args| Ok(Value::str(&code(vm, &args)?.name))),
    ("co_qualname", |vm, args| {
        Ok(Value::str(&code(vm, &args)?.qualname))
    }),
    ("co_filename", |vm, args| {
        Ok(Value::str(&code(vm, &args)?.file))
    }),
    ("co_flags", |vm, args| {
        let code = code(vm, &args)?;
        let flag = |set: bool, bit: i64| if set { bit } else { 0 };
        let parameters = &code.parameters;
        let flags = 3
            | flag(parameters.rest, 4)
            | flag(parameters.keywords, 8)
            | flag(!code.frees.is_empty(), 16)
            | flag(code.flags.generator && !code.flags.asynchronous, 32)
            | flag(code.flags.asynchronous && !code.flags.generator, 128)
            | flag(code.flags.asynchronous && code.flags.generator, 512);
        Ok(Value::Int(flags))
    }),
];

/// The code that a value is, if it is a code object.
pub(crate) fn code_of(value: &Value) -> Option<Arc<Code>> {
    match value {
        Value::Instance(instance) => Some(instance.native::<CodeData>()?.0.clone()),
        _ => None,
    }
}

fn code(vm: &mut Vm, args: &Args) -> Result<Arc<Code>> {
    match args.get(0).and_then(code_of) {
        Some(code) => Ok(code),
        None => Err(vm.type_error("a code object was expected as the receiver")),
    }
}

fn names(names: &[Arc<str>]) -> Value {
    Value::tuple(names.iter().map(Value::str).collect())
}

/// The object that a program sees of a code.
pub(crate) fn value(vm: &mut Vm, code: &Arc<Code>) -> Value {
    let object = vm.types.object.clone();
    let class = vm.extension(|| {
        let class = ClassBuilder::new("builtins", "code", &object)
            .layout(Layout::Native)
            .properties(PROPERTIES);
        CodeClass(class.build())
    });
    let data = CodeData(code.clone());
    Value::Instance(class.0.instance(Payload::Native(Rc::new(data))))
}
