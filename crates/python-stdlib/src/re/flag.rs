//! `re.RegexFlag`: flags that show their names.

use std::rc::Rc;

use brooklet_python_compiler::bytecode::BinaryOp;

use brooklet_python::value::{Args, Class, ClassBuilder, Payload, Value};
use brooklet_python::vm::{Result, Vm};

/// Letters, names and bits.
pub(super) const FLAGS: &[(&str, &str, i64)] = &[
    ("I", "IGNORECASE", 2),
    ("L", "LOCALE", 4),
    ("M", "MULTILINE", 8),
    ("S", "DOTALL", 16),
    ("U", "UNICODE", 32),
    ("X", "VERBOSE", 64),
    ("A", "ASCII", 256),
];

struct FlagClass(Rc<Class>);

/// The class, derived from `int`.
pub(super) fn class(vm: &mut Vm) -> Rc<Class> {
    let int = vm.types.int.clone();
    let slot = vm.extension(|| {
        let class = ClassBuilder::new("re", "RegexFlag", &int).methods(&[
            ("__repr__", |vm, args| {
                Ok(Value::from(names(bits(vm, &args, 0)?)))
            }),
            ("__str__", |vm, args| {
                Ok(Value::from(names(bits(vm, &args, 0)?)))
            }),
            ("__or__", |vm, args| combine(vm, &args, BinaryOp::Or)),
            ("__ror__", |vm, args| combine(vm, &args, BinaryOp::Or)),
            ("__and__", |vm, args| combine(vm, &args, BinaryOp::And)),
            ("__rand__", |vm, args| combine(vm, &args, BinaryOp::And)),
            ("__xor__", |vm, args| combine(vm, &args, BinaryOp::Xor)),
            ("__rxor__", |vm, args| combine(vm, &args, BinaryOp::Xor)),
        ]);
        FlagClass(class.build())
    });
    slot.0.clone()
}

/// A flag, or several.
pub(super) fn flag(vm: &mut Vm, bits: i64) -> Value {
    let class = class(vm);
    Value::Instance(class.instance(Payload::Value(Value::Int(bits))))
}

fn bits(vm: &mut Vm, args: &Args, index: usize) -> Result<i64> {
    let inner = vm.unwrap_builtin(&args[index]);
    vm.to_i64(&inner)
}

fn combine(vm: &mut Vm, args: &Args, op: BinaryOp) -> Result<Value> {
    if !matches!(vm.unwrap_builtin(&args[1]), Value::Int(_) | Value::Bool(_)) {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (bits(vm, args, 0)?, bits(vm, args, 1)?);
    Ok(flag(
        vm,
        match op {
            BinaryOp::Or => a | b,
            BinaryOp::And => a & b,
            _ => a ^ b,
        },
    ))
}

/// `re.IGNORECASE|re.MULTILINE`.
pub(super) fn names(bits: i64) -> String {
    let known: i64 = FLAGS.iter().map(|(_, _, bit)| bit).sum();
    let mut names: Vec<String> = FLAGS
        .iter()
        .filter(|(_, _, bit)| bits & bit != 0)
        .map(|(_, name, _)| format!("re.{name}"))
        .collect();
    if bits & !known != 0 || names.is_empty() {
        names.push(format!("{:#x}", bits & !known));
    }
    if bits == 0 {
        return "re.NOFLAG".to_string();
    }
    names.join("|")
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn shows_every_name() {
        assert_eq!(names(2 | 8), "re.IGNORECASE|re.MULTILINE");
        assert_eq!(names(0), "re.NOFLAG");
        assert_eq!(names(256 | 512), "re.ASCII|0x200");
    }
}
