//! `format(value, spec)`, `str.format` and `%` formatting.

mod percent;
mod percent_directive;
mod template;

use brooklet_python_text::format::{self, Align, FormatError, Spec};

use super::{Level, Result, Vm};
use crate::value::{Special, Value};

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
            return match value {
                Value::Instance(_) => self.deeper(Level::Call, |vm| vm.str(value)),
                value => self.str(value),
            };
        }
        match self.unwrap_builtin(value) {
            Value::Str(text) => {
                let spec = self.parse_spec(value, spec, Align::Left, 's')?;
                self.formatted(value, format::text(text.as_str(), &spec))
            }
            Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => {
                let spec = self.parse_spec(value, spec, Align::Right, 'd')?;
                if matches!(spec.kind, 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') {
                    let float = self.to_f64(value)?;
                    self.check_precision(&spec)?;
                    return self.formatted(value, format::float(float, &spec));
                }
                let int = self.to_index(value)?;
                self.formatted(value, format::int(&int, &spec))
            }
            Value::Float(float) => {
                let spec = self.parse_spec(value, spec, Align::Right, '\0')?;
                self.check_precision(&spec)?;
                self.formatted(value, format::float(float, &spec))
            }
            Value::Complex(complex) => {
                let spec = self.parse_spec(value, spec, Align::Right, '\0')?;
                self.check_precision(&spec)?;
                self.formatted(value, format::complex(*complex, &spec))
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
        let spec = Spec::parse(spec, align, default_kind).map_err(|error| {
            let name = self.type_name(value);
            self.value_error(error.message(spec, &name))
        })?;
        self.check_room(spec.width as u64, spec.fill.len_utf8())?;
        Ok(spec)
    }

    /// Checks that the digits asked for can be written.
    fn check_precision(&mut self, spec: &Spec) -> Result<()> {
        let precision = spec.precision.unwrap_or(0);
        if i32::try_from(precision).is_err() {
            return Err(self.value_error("precision too big"));
        }
        self.check_room(precision as u64, 1)
    }

    /// A value's text; what is wrong with it raised.
    fn formatted(&mut self, value: &Value, made: Result<String, FormatError>) -> Result<String> {
        made.map_err(|error| {
            let message = error.message(&self.type_name(value));
            if error.is_overflow() {
                self.overflow_error(message)
            } else {
                self.value_error(message)
            }
        })
    }
}
