//! Tracebacks as values: `exception.__traceback__`.

use std::rc::Rc;

use crate::native_class::{NativeClass, data, object, receiver};
use crate::value::{Args, ClassBuilder, NativeData, Str, TracebackEntry, Value};
use crate::vm::{Result, Vm, entry_text};

/// One step of the way of an exception, and those further in.
pub(super) struct Traceback {
    /// All steps, the innermost first, as exceptions keep them.
    entries: Rc<[TracebackEntry]>,
    /// How many of them this one and those further in are; at least one.
    depth: usize,
}

impl NativeData for Traceback {}

impl NativeClass for Traceback {
    const MODULE: &'static str = "builtins";
    const NAME: &'static str = "traceback";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class.properties(&[
            ("tb_lineno", |vm, args| {
                let this = receiver::<Traceback>(vm, &args, "tb_lineno")?;
                Ok(Value::Int(i64::from(this.entry().line)))
            }),
            ("tb_next", |vm, args| {
                let this = receiver::<Traceback>(vm, &args, "tb_next")?;
                let depth = this.depth - 1;
                let entries = this.entries.clone();
                Ok(value(vm, entries, depth))
            }),
            ("tb_frame", frame),
            ("_line", |vm, args| {
                let this = receiver::<Traceback>(vm, &args, "_line")?;
                let entry = this.entry();
                Ok(Value::str(entry.source.line_text(entry.line).trim()))
            }),
        ])
    }
}

impl Traceback {
    fn entry(&self) -> &TracebackEntry {
        &self.entries[self.depth - 1]
    }

    /// This step and those further in, the innermost first.
    pub(super) fn entries(&self) -> &[TracebackEntry] {
        &self.entries[..self.depth]
    }
}

fn value(vm: &mut Vm, entries: Rc<[TracebackEntry]>, depth: usize) -> Value {
    if depth == 0 {
        return Value::None;
    }
    object(vm, Traceback { entries, depth })
}

/// The traceback of an exception that went through these frames, the innermost first; `None`
/// where it went through none.
pub(super) fn of_entries(vm: &mut Vm, entries: &[TracebackEntry]) -> Value {
    value(vm, entries.into(), entries.len())
}

/// The steps that a value stands for, if it is a traceback.
pub(super) fn traceback(value: &Value) -> Option<Rc<Traceback>> {
    data::<Traceback>(value)
}

/// The texts of a traceback's steps, the outermost first, as `traceback.format_tb` gives them; `None`
/// if the value is no traceback.
pub fn step_texts(value: &Value) -> Option<Vec<String>> {
    let traceback = traceback(value)?;
    Some(traceback.entries().iter().rev().map(entry_text).collect())
}

/// The frame has ended: what is left of it is where it was.
fn frame(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Traceback>(vm, &args, "tb_frame")?;
    let entry = this.entry();
    let code = namespace(
        vm,
        &[
            ("co_name", Value::str(&entry.function)),
            ("co_filename", Value::str(&entry.file)),
        ],
    )?;
    let line = Value::Int(i64::from(entry.line));
    namespace(vm, &[("f_code", code), ("f_lineno", line)])
}

fn namespace(vm: &mut Vm, fields: &[(&str, Value)]) -> Result<Value> {
    let class = vm.import("types")?.globals.get_str("SimpleNamespace");
    let mut args = Args::none();
    for (name, value) in fields {
        args.keywords.push((Str::new(name), value.clone()));
    }
    vm.call(&class.unwrap_or_default(), args)
}
