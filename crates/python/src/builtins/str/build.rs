//! What operators do, as methods, and what pickling and encoding need.

use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp};

use super::super::named_argument::named_text;
use super::receiver;
use crate::value::{Args, NativeFn, Value};
use crate::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("encode", encode),
    ("__add__", |vm, args| {
        binary(vm, args, "__add__", BinaryOp::Add)
    }),
    ("__mul__", |vm, args| repeat(vm, args, "__mul__")),
    ("__rmul__", |vm, args| repeat(vm, args, "__rmul__")),
    ("__mod__", |vm, args| {
        binary(vm, args, "__mod__", BinaryOp::Modulo)
    }),
    ("__eq__", |vm, args| {
        compare(vm, args, "__eq__", CompareOp::Equal)
    }),
    ("__ne__", |vm, args| {
        compare(vm, args, "__ne__", CompareOp::NotEqual)
    }),
    ("__lt__", |vm, args| {
        compare(vm, args, "__lt__", CompareOp::Less)
    }),
    ("__le__", |vm, args| {
        compare(vm, args, "__le__", CompareOp::LessEqual)
    }),
    ("__gt__", |vm, args| {
        compare(vm, args, "__gt__", CompareOp::Greater)
    }),
    ("__ge__", |vm, args| {
        compare(vm, args, "__ge__", CompareOp::GreaterEqual)
    }),
    ("__len__", |vm, args| {
        Ok(Value::from(receiver(vm, &args, "__len__")?.len()))
    }),
    ("__hash__", |vm, args| {
        Ok(Value::Int(receiver(vm, &args, "__hash__")?.hash()))
    }),
    ("__str__", |vm, args| {
        Ok(Value::Str(receiver(vm, &args, "__str__")?))
    }),
    ("__repr__", |vm, args| {
        let text = Value::Str(receiver(vm, &args, "__repr__")?);
        Ok(Value::from(vm.repr(&text)?))
    }),
    ("__contains__", |vm, args| {
        let text = Value::Str(receiver(vm, &args, "__contains__")?);
        let part = args.exactly_one(vm, "str.__contains__", 1)?;
        Ok(Value::Bool(vm.contains(&text, &part)?))
    }),
    ("__getitem__", |vm, args| {
        let text = Value::Str(receiver(vm, &args, "__getitem__")?);
        let key = args.exactly_one(vm, "str.__getitem__", 1)?;
        vm.get_item(&text, &key)
    }),
    ("__iter__", |vm, args| {
        let text = Value::Str(receiver(vm, &args, "__iter__")?);
        vm.iter(&text)
    }),
    ("__format__", |vm, args| {
        let text = Value::Str(receiver(vm, &args, "__format__")?);
        let spec = args.exactly_one(vm, "str.__format__", 1)?;
        let spec = named_text(vm, &spec, "__format__() argument")?;
        Ok(Value::from(vm.format(&text, spec.as_str())?))
    }),
];

/// `text * count`: the slot takes an index and nothing else.
fn repeat(vm: &mut Vm, args: Args, method: &str) -> Result<Value> {
    let text = Value::Str(receiver(vm, &args, method)?);
    let count = args.exactly_one(vm, &format!("str.{method}"), 1)?;
    let count = Value::from(vm.to_index(&count)?);
    vm.binary(BinaryOp::Multiply, &text, &count)
}

fn binary(vm: &mut Vm, args: Args, method: &str, op: BinaryOp) -> Result<Value> {
    let text = Value::Str(receiver(vm, &args, method)?);
    let other = args.exactly_one(vm, &format!("str.{method}"), 1)?;
    vm.binary(op, &text, &other)
}

fn compare(vm: &mut Vm, args: Args, method: &str, op: CompareOp) -> Result<Value> {
    let text = Value::Str(receiver(vm, &args, method)?);
    let other = args.exactly_one(vm, &format!("str.{method}"), 1)?;
    match vm.unwrap_builtin(&other) {
        other @ Value::Str(_) => vm.compare(op, &text, &other),
        _ => Ok(Value::NotImplemented),
    }
}

/// `encode(encoding='utf-8', errors='strict')`.
fn encode(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = receiver(vm, &args, "encode")?;
    let [encoding, errors] = args.bind(vm, "encode", 1, ["encoding", "errors"], 0)?;
    let mut option = |value: Option<Value>, name: &str, default: &str| -> Result<String> {
        match value {
            None => Ok(default.to_string()),
            Some(value) => {
                let argument = format!("encode() argument '{name}'");
                Ok(named_text(vm, &value, &argument)?.to_string())
            }
        }
    };
    let encoding = option(encoding, "encoding", "utf-8")?;
    let errors = option(errors, "errors", "strict")?;
    crate::builtins::codec::encode(vm, &text, &encoding, &errors)
}
