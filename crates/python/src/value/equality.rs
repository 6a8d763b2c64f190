//! Equality that needs no machine.

use super::Value;

impl Value {
    /// Whether two values are equal as containers compare them (identity included), where no code
    /// of the program has a say; `None` where it might.
    pub(crate) fn plainly_equal(&self, other: &Value) -> Option<bool> {
        match (self, other) {
            (Value::Int(a), Value::Int(b)) => Some(a == b),
            (Value::Str(a), Value::Str(b)) => Some(a == b),
            (Value::Float(a), Value::Float(b)) => Some(a == b || a.to_bits() == b.to_bits()),
            (Value::Bytes(a), Value::Bytes(b)) => Some(a[..] == b[..]),
            (Value::Bool(a), Value::Bool(b)) => Some(a == b),
            (Value::None, Value::None) => Some(true),
            (Value::Tuple(a), Value::Tuple(b)) => {
                if a.len() != b.len() {
                    return Some(false);
                }
                for (a, b) in a.iter().zip(b.iter()) {
                    if !a.plainly_equal(b)? {
                        return Some(false);
                    }
                }
                Some(true)
            }
            _ if self.is(other) => Some(true),
            (Value::Str(_) | Value::None, Value::Int(_) | Value::Str(_) | Value::None)
            | (Value::Int(_), Value::Str(_) | Value::None) => Some(false),
            _ => None,
        }
    }
}
