//! Encoding and decoding, with errors raised as exceptions.

use brooklet_python_text::text::codec::{self, CodecError, Fault};

use crate::value::{Str, Value};
use crate::vm::{ExceptionKind, Raise, Result, Vm};

/// `text.encode(encoding, errors)`.
pub(crate) fn encode(vm: &mut Vm, text: &Str, encoding: &str, errors: &str) -> Result<Value> {
    match codec::encode(text.as_str(), encoding, errors) {
        Ok(data) => Ok(Value::bytes(data)),
        Err(error) => Err(raised(vm, error, || Value::Str(text.clone()))),
    }
}

/// `data.decode(encoding, errors)`.
pub(crate) fn decode(vm: &mut Vm, data: &[u8], encoding: &str, errors: &str) -> Result<Str> {
    codec::decode(data, encoding, errors)
        .map(Str::from)
        .map_err(|error| raised(vm, error, || Value::bytes(data.to_vec())))
}

fn raised(vm: &mut Vm, error: CodecError, object: impl FnOnce() -> Value) -> Raise {
    let (kind, fault) = match error {
        CodecError::UnknownEncoding(name) => {
            let message = format!("unknown encoding: {name}");
            return vm.error(ExceptionKind::LookupError, message);
        }
        CodecError::UnknownHandler(name) => {
            let message = format!("unknown error handler name '{name}'");
            return vm.error(ExceptionKind::LookupError, message);
        }
        CodecError::Unencodable(fault) => (ExceptionKind::UnicodeEncodeError, fault),
        CodecError::Undecodable(fault) => (ExceptionKind::UnicodeDecodeError, fault),
    };
    let Fault {
        codec,
        start,
        end,
        reason,
    } = fault;
    let arguments = vec![
        Value::str(codec),
        object(),
        Value::from(start),
        Value::from(end),
        Value::str(reason),
    ];
    vm.error_with(kind, arguments)
}
