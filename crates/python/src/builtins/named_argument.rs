//! Arguments that messages name: `replace() argument 1`.

use crate::value::{Str, Value};
use crate::vm::{Result, Vm};

/// The text that an argument must be.
///
/// # Errors
/// `TypeError`: `replace() argument 1 must be str, not int`; of all values only `None` is called by
/// its own name.
pub(super) fn named_text(vm: &mut Vm, value: &Value, argument: &str) -> Result<Str> {
    match vm.unwrap_builtin(value) {
        Value::Str(text) => Ok(text),
        other => {
            let found = match other {
                Value::None => "None".to_string(),
                _ => vm.type_name(value),
            };
            Err(vm.type_error(format!("{argument} must be str, not {found}")))
        }
    }
}
