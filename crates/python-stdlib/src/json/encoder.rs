//! Values as JSON text.

use std::fmt::Write;

use brooklet_python::value::{Str, Value};
use brooklet_python::vm::{ExceptionKind, Result, Vm};

/// How the text is to look.
pub(super) struct Options {
    pub(super) skip_keys: bool,
    pub(super) ascii: bool,
    pub(super) allow_nan: bool,
    pub(super) sort_keys: bool,
    /// What a level is indented by; `None`: all on one line.
    pub(super) indent: Option<String>,
    pub(super) item_separator: Str,
    pub(super) key_separator: Str,
    /// What turns a value that JSON does not know into one that it knows.
    pub(super) default: Option<Value>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            skip_keys: false,
            ascii: true,
            allow_nan: true,
            sort_keys: false,
            indent: None,
            item_separator: Str::new(", "),
            key_separator: Str::new(": "),
            default: None,
        }
    }
}

struct Encoder<'a> {
    options: &'a Options,
    out: String,
    level: usize,
    /// Containers that are being written.
    open: Vec<Value>,
}

pub(super) fn encode(vm: &mut Vm, value: &Value, options: &Options) -> Result<String> {
    let mut encoder = Encoder {
        options,
        out: String::new(),
        level: 0,
        open: Vec::new(),
    };
    encoder.value(vm, value)?;
    Ok(encoder.out)
}

impl Encoder<'_> {
    fn value(&mut self, vm: &mut Vm, value: &Value) -> Result<()> {
        match value {
            Value::None => self.out.push_str("null"),
            Value::Bool(true) => self.out.push_str("true"),
            Value::Bool(false) => self.out.push_str("false"),
            Value::Int(_) | Value::BigInt(_) => self.out.push_str(&vm.repr(value)?),
            Value::Float(number) => {
                let text = self.float(vm, *number)?;
                self.out.push_str(&text);
            }
            Value::Str(text) => self.text(text.as_str()),
            Value::List(items) => {
                let items = items.to_vec();
                self.nested(vm, value, |this, vm| this.array(vm, &items))?;
            }
            Value::Tuple(items) => {
                self.nested(vm, value, |this, vm| this.array(vm, items))?;
            }
            Value::Dict(dict) => {
                let items = dict.items();
                self.nested(vm, value, |this, vm| this.object(vm, items))?;
            }
            Value::Instance(instance) => match instance.inner_value() {
                Some(inner) if is_known(&inner) && derives(vm, value, &inner) => {
                    self.value(vm, &inner)?;
                }
                _ => self.other(vm, value)?,
            },
            _ => self.other(vm, value)?,
        }
        Ok(())
    }

    fn nested(
        &mut self,
        vm: &mut Vm,
        value: &Value,
        write: impl FnOnce(&mut Self, &mut Vm) -> Result<()>,
    ) -> Result<()> {
        if self.open.iter().any(|open| open.is(value)) {
            return Err(vm.value_error("Circular reference detected"));
        }
        if self.open.len() > 400 {
            return Err(vm.error(
                ExceptionKind::RecursionError,
                "maximum recursion depth exceeded while encoding a JSON object",
            ));
        }
        self.open.push(value.clone());
        write(self, vm)?;
        self.open.pop();
        Ok(())
    }

    fn other(&mut self, vm: &mut Vm, value: &Value) -> Result<()> {
        match &self.options.default {
            None => Err(super::not_serializable(vm, value)),
            Some(default) => {
                let known = vm.call_one(default, value.clone())?;
                self.nested(vm, value, |this, vm| this.value(vm, &known))
            }
        }
    }

    fn float(&self, vm: &mut Vm, number: f64) -> Result<String> {
        if number.is_finite() {
            return vm.repr(&Value::Float(number));
        }
        if !self.options.allow_nan {
            return Err(vm.value_error("Out of range float values are not JSON compliant"));
        }
        Ok(if number.is_nan() {
            "NaN"
        } else if number > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        }
        .to_string())
    }

    fn text(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\u{c}' => self.out.push_str("\\f"),
                '\u{8}' => self.out.push_str("\\b"),
                ' '..='~' => self.out.push(c),
                _ if !self.options.ascii && c >= ' ' => self.out.push(c),
                _ => {
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        let _ = write!(self.out, "\\u{unit:04x}");
                    }
                }
            }
        }
        self.out.push('"');
    }

    fn new_line(&mut self) {
        if let Some(indent) = &self.options.indent {
            self.out.push('\n');
            for _ in 0..self.level {
                self.out.push_str(indent);
            }
        }
    }

    fn array(&mut self, vm: &mut Vm, items: &[Value]) -> Result<()> {
        if items.is_empty() {
            self.out.push_str("[]");
            return Ok(());
        }
        self.out.push('[');
        self.level += 1;
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.out.push_str(self.options.item_separator.as_str());
            }
            self.new_line();
            self.value(vm, item)?;
        }
        self.level -= 1;
        self.new_line();
        self.out.push(']');
        Ok(())
    }

    fn object(&mut self, vm: &mut Vm, items: Vec<(Value, Value)>) -> Result<()> {
        if items.is_empty() {
            self.out.push_str("{}");
            return Ok(());
        }
        let mut items: Vec<Value> = items
            .into_iter()
            .map(|(key, value)| Value::tuple(vec![key, value]))
            .collect();
        if self.options.sort_keys {
            vm.sort(&mut items, None, false)?;
        }
        self.out.push('{');
        self.level += 1;
        let mut first = true;
        for item in &items {
            let Value::Tuple(pair) = item else { continue };
            let Some(key) = self.key(vm, &pair[0])? else {
                continue;
            };
            if !first {
                self.out.push_str(self.options.item_separator.as_str());
            }
            first = false;
            self.new_line();
            self.text(&key);
            self.out.push_str(self.options.key_separator.as_str());
            self.value(vm, &pair[1])?;
        }
        self.level -= 1;
        self.new_line();
        self.out.push('}');
        Ok(())
    }

    /// The text of a key; `None` if it is to be left out.
    fn key(&self, vm: &mut Vm, key: &Value) -> Result<Option<String>> {
        let text = match key {
            Value::Str(text) => text.as_str().to_string(),
            Value::None => "null".to_string(),
            Value::Bool(true) => "true".to_string(),
            Value::Bool(false) => "false".to_string(),
            Value::Int(_) | Value::BigInt(_) => vm.repr(key)?,
            Value::Float(number) => self.float(vm, *number)?,
            Value::Instance(instance)
                if let Some(inner) = instance.inner_value()
                    && is_scalar(&inner)
                    && derives(vm, key, &inner) =>
            {
                return self.key(vm, &inner);
            }
            _ if self.options.skip_keys => return Ok(None),
            _ => {
                let name = vm.type_name(key);
                return Err(vm.type_error(format!(
                    "keys must be str, int, float, bool or None, not {name}"
                )));
            }
        };
        Ok(Some(text))
    }
}

/// Whether the class of a value derives from that of what it holds: NumPy's integers are no ints.
fn derives(vm: &Vm, value: &Value, inner: &Value) -> bool {
    let class = vm.class_of(inner);
    vm.is_instance(value, &class)
}

fn is_scalar(value: &Value) -> bool {
    matches!(
        value,
        Value::Int(_) | Value::BigInt(_) | Value::Float(_) | Value::Str(_)
    )
}

fn is_known(value: &Value) -> bool {
    is_scalar(value) || matches!(value, Value::List(_) | Value::Tuple(_) | Value::Dict(_))
}
