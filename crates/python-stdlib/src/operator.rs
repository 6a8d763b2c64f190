//! `operator`: the operators as functions, and functions that fetch.

mod getters;

use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp, UnaryOp};

use brooklet_python::value::{Args, Module, NativeFn, Special, Value};
use brooklet_python::vm::{Level, Result, Vm};

use brooklet_python::native_class::class;

macro_rules! binary {
    ($name:literal, $op:ident) => {
        ($name, |vm, args| {
            two(vm, &args, $name)?;
            vm.binary(BinaryOp::$op, &args[0], &args[1])
        })
    };
    (in place $name:literal, $op:ident) => {
        ($name, |vm, args| {
            two(vm, &args, $name)?;
            vm.binary_in_place(BinaryOp::$op, &args[0], &args[1])
        })
    };
}

macro_rules! compare {
    ($name:literal, $op:ident) => {
        ($name, |vm, args| {
            two(vm, &args, $name)?;
            vm.compare(CompareOp::$op, &args[0], &args[1])
        })
    };
}

macro_rules! unary {
    ($name:literal, $op:ident) => {
        ($name, |vm, args| {
            let value = one(vm, &args, $name)?;
            vm.unary(UnaryOp::$op, &value)
        })
    };
}

/// Functions that are also there under their special method's name.
const OPERATORS: &[(&str, NativeFn)] = &[
    binary!("add", Add),
    binary!("sub", Subtract),
    binary!("mul", Multiply),
    binary!("matmul", MatMultiply),
    binary!("truediv", Divide),
    binary!("floordiv", FloorDivide),
    binary!("mod", Modulo),
    binary!("pow", Power),
    binary!("lshift", LeftShift),
    binary!("rshift", RightShift),
    binary!("and_", And),
    binary!("or_", Or),
    binary!("xor", Xor),
    binary!(in place "iadd", Add),
    binary!(in place "isub", Subtract),
    binary!(in place "imul", Multiply),
    binary!(in place "imatmul", MatMultiply),
    binary!(in place "itruediv", Divide),
    binary!(in place "ifloordiv", FloorDivide),
    binary!(in place "imod", Modulo),
    binary!(in place "ipow", Power),
    binary!(in place "ilshift", LeftShift),
    binary!(in place "irshift", RightShift),
    binary!(in place "iand", And),
    binary!(in place "ior", Or),
    binary!(in place "ixor", Xor),
    compare!("lt", Less),
    compare!("le", LessEqual),
    compare!("eq", Equal),
    compare!("ne", NotEqual),
    compare!("gt", Greater),
    compare!("ge", GreaterEqual),
    unary!("neg", Negative),
    unary!("pos", Positive),
    unary!("inv", Invert),
    unary!("invert", Invert),
    unary!("not_", Not),
    ("abs", absolute),
    ("index", index),
    ("concat", concat),
    ("iconcat", concat_in_place),
    ("contains", contains),
    ("getitem", getitem),
    ("setitem", setitem),
    ("delitem", delitem),
];

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::replayed_functions(module, Level::Uncounted, OPERATORS);
    for (name, _) in OPERATORS {
        let special = format!("__{}__", name.trim_end_matches('_'));
        let function = module.globals.get_str(name).unwrap_or_default();
        module.set(&special, function);
    }
    super::replayed_functions(
        module,
        Level::Call,
        &[
            ("truth", truth),
            ("is_", is),
            ("is_not", is_not),
            ("countOf", count_of),
            ("indexOf", index_of),
            ("length_hint", length_hint),
            ("call", call),
        ],
    );
    module.set("itemgetter", Value::Class(class::<getters::ItemGetter>(vm)));
    module.set(
        "attrgetter",
        Value::Class(class::<getters::AttributeGetter>(vm)),
    );
    module.set(
        "methodcaller",
        Value::Class(class::<getters::MethodCaller>(vm)),
    );
    Ok(())
}

fn named(args: &Args, name: &str) -> String {
    if args.keywords.is_empty() {
        name.to_string()
    } else {
        format!("_operator.{name}")
    }
}

fn one(vm: &mut Vm, args: &Args, name: &str) -> Result<Value> {
    args.exactly_one(vm, &format!("_operator.{name}"), 0)
}

fn two(vm: &mut Vm, args: &Args, name: &str) -> Result<()> {
    if args.len() == 2 && args.keywords.is_empty() {
        return Ok(());
    }
    args.between(vm, &named(args, name), 0, 2, 2)
}

fn absolute(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = one(vm, &args, "abs")?;
    super::call_builtin(vm, "abs", Args::one(value))
}

fn index(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = one(vm, &args, "index")?;
    Ok(Value::from(vm.to_index(&value)?))
}

fn sequences(vm: &mut Vm, args: &Args, name: &str) -> Result<()> {
    two(vm, args, name)?;
    let is_sequence = match &args[0] {
        Value::Instance(_) => vm.special_method(&args[0], Special::GetItem).is_some(),
        other => matches!(
            other,
            Value::Str(_)
                | Value::Bytes(_)
                | Value::ByteArray(_)
                | Value::Tuple(_)
                | Value::List(_)
        ),
    };
    if is_sequence {
        return Ok(());
    }
    let name = vm.type_name(&args[0]);
    Err(vm.type_error(format!("'{name}' object can't be concatenated")))
}

fn concat(vm: &mut Vm, args: Args) -> Result<Value> {
    sequences(vm, &args, "concat")?;
    vm.binary(BinaryOp::Add, &args[0], &args[1])
}

fn concat_in_place(vm: &mut Vm, args: Args) -> Result<Value> {
    sequences(vm, &args, "iconcat")?;
    vm.binary_in_place(BinaryOp::Add, &args[0], &args[1])
}

fn contains(vm: &mut Vm, args: Args) -> Result<Value> {
    two(vm, &args, "contains")?;
    Ok(Value::Bool(vm.contains(&args[0], &args[1])?))
}

fn getitem(vm: &mut Vm, args: Args) -> Result<Value> {
    two(vm, &args, "getitem")?;
    vm.get_item(&args[0], &args[1])
}

fn setitem(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, &named(&args, "setitem"), 0, 3, 3)?;
    vm.set_item(&args[0], args[1].clone(), args[2].clone())?;
    Ok(Value::None)
}

fn delitem(vm: &mut Vm, args: Args) -> Result<Value> {
    two(vm, &args, "delitem")?;
    vm.delete_item(&args[0], &args[1])?;
    Ok(Value::None)
}

fn truth(vm: &mut Vm, args: Args) -> Result<Value> {
    let value = one(vm, &args, "truth")?;
    Ok(Value::Bool(vm.truth(&value)?))
}

fn is(vm: &mut Vm, args: Args) -> Result<Value> {
    two(vm, &args, "is_")?;
    Ok(Value::Bool(args[0].is(&args[1])))
}

fn is_not(vm: &mut Vm, args: Args) -> Result<Value> {
    two(vm, &args, "is_not")?;
    Ok(Value::Bool(!args[0].is(&args[1])))
}

fn count_of(vm: &mut Vm, args: Args) -> Result<Value> {
    two(vm, &args, "countOf")?;
    let iterator = vm.iter(&args[0])?;
    let mut count = 0;
    while let Some(item) = vm.next(&iterator)? {
        count += i64::from(vm.equal(&item, &args[1])?);
    }
    Ok(Value::Int(count))
}

fn index_of(vm: &mut Vm, args: Args) -> Result<Value> {
    two(vm, &args, "indexOf")?;
    let iterator = vm.iter(&args[0])?;
    let mut index = 0;
    while let Some(item) = vm.next(&iterator)? {
        if vm.equal(&item, &args[1])? {
            return Ok(Value::Int(index));
        }
        index += 1;
    }
    Err(vm.value_error("sequence.index(x): x not in sequence"))
}

fn length_hint(vm: &mut Vm, args: Args) -> Result<Value> {
    args.between(vm, "length_hint", 0, 1, 2)?;
    if let Value::Iterator(iterator) = &args[0] {
        return Ok(Value::from(iterator.size_hint()));
    }
    match vm.length(&args[0]) {
        Ok(length) => Ok(Value::from(length)),
        Err(raise) if vm.is_exception(&raise, brooklet_python::vm::ExceptionKind::TypeError) => {
            match vm.special_method(&args[0], Special::LengthHint) {
                Some(method) => vm.call(&method, Args::none()),
                None => Ok(args.get(1).cloned().unwrap_or(Value::Int(0))),
            }
        }
        Err(raise) => Err(raise),
    }
}

fn call(vm: &mut Vm, mut args: Args) -> Result<Value> {
    if args.positional.is_empty() {
        return Err(vm.type_error("call expected at least 1 argument, got 0"));
    }
    let callable = args.take_first();
    vm.call(&callable, args)
}

/// An `itemgetter` of one key.
pub(super) fn item_getter(vm: &mut Vm, key: Value) -> Value {
    getters::ItemGetter::of(vm, key)
}
