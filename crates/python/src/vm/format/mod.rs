//! `format(value, spec)`, `str.format` and `%` formatting.

mod float;
mod integer;
mod layout;
mod percent;
mod percent_directive;
mod spec;
mod template;
mod text;

use super::{Result, Vm};
use crate::value::{Special, Value};
use spec::{Align, Spec};

impl Vm {
    /// `format(value, spec)`.
    ///
    /// # Errors
    /// `ValueError` for a spec that does not fit, and what `__format__` raises.
    pub fn format(&mut self, value: &Value, spec: &str) -> Result<String> {
        if let Some(method) = self.special_method(value, Special::Format) {
            let text = self.call_one(&method, Value::str(spec))?;
            if let Value::Str(text) = self.unwrap_builtin(&text) {
                return Ok(text.to_string());
            }
            let name = self.type_name(&text);
            return Err(self.type_error(format!("__format__ must return a str, not {name}")));
        }
        if spec.is_empty() {
            return self.str(value);
        }
        match self.unwrap_builtin(value) {
            Value::Str(text) => {
                let spec = self.parse_spec(value, spec, Align::Left, 's')?;
                self.format_text(value, text.as_str(), &spec)
            }
            Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => {
                let spec = self.parse_spec(value, spec, Align::Right, 'd')?;
                self.format_int(value, &spec)
            }
            Value::Float(float) => {
                let spec = self.parse_spec(value, spec, Align::Right, '\0')?;
                self.format_float(value, float, &spec)
            }
            Value::Complex(complex) => {
                let spec = self.parse_spec(value, spec, Align::Right, '\0')?;
                self.format_complex(value, *complex, &spec)
            }
            _ => {
                let name = self.type_name(value);
                let message = format!("unsupported format string passed to {name}.__format__");
                Err(self.type_error(message))
            }
        }
    }

    fn parse_spec(
        &mut self,
        value: &Value,
        spec: &str,
        align: Align,
        default_kind: char,
    ) -> Result<Spec> {
        Spec::parse(spec, align, default_kind).map_err(|error| {
            let name = self.type_name(value);
            self.value_error(error.message(spec, &name))
        })
    }

    /// `ValueError` for a type of presentation that a value does not have.
    fn unknown_code(&mut self, value: &Value, kind: char) -> super::Raise {
        let name = self.type_name(value);
        let code = spec::shown_code(kind);
        self.value_error(format!(
            "Unknown format code '{code}' for object of type '{name}'"
        ))
    }
}
