//! The streams that a program starts with: `sys.stdout` and `sys.stderr`.

use std::sync::Arc;

use crate::native_class::{NativeClass, data, object, receiver};
use crate::pickle::PickledNative;
use crate::value::{Args, ClassBuilder, NativeData, Value};
use crate::vm::{Result, Stream, Vm};

struct StandardStream(Stream);

impl NativeData for StandardStream {
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        Err(vm.type_error("cannot pickle '_io.TextIOWrapper' object"))
    }
}

impl NativeClass for StandardStream {
    const MODULE: &'static str = "_io";
    const NAME: &'static str = "TextIOWrapper";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class
            .methods(&[
                ("write", |vm, args| {
                    let this = receiver::<StandardStream>(vm, &args, "write")?;
                    match args.exactly_one(vm, "TextIOWrapper.write", 1)? {
                        Value::Str(text) => {
                            vm.host.write(this.0, text.as_str());
                            Ok(Value::from(text.len()))
                        }
                        other => {
                            let name = vm.type_name(&other);
                            Err(vm.type_error(format!("write() argument must be str, not {name}")))
                        }
                    }
                }),
                ("writelines", |vm, args| {
                    let lines = args.exactly_one(vm, "writelines", 1)?;
                    for line in vm.collect(&lines)? {
                        vm.call_method(&args[0], "write", Args::one(line))?;
                    }
                    Ok(Value::None)
                }),
                ("flush", |_, _| Ok(Value::None)),
                ("isatty", |_, _| Ok(Value::Bool(false))),
            ])
            .attribute("encoding", Value::str("utf-8"))
    }
}

/// A stream as a value.
pub fn standard_stream(vm: &mut Vm, stream: Stream) -> Value {
    object(vm, StandardStream(stream))
}

/// Whether a value is one of the streams that a program starts with.
pub(super) fn is_standard_stream(value: &Value) -> bool {
    data::<StandardStream>(value).is_some()
}
