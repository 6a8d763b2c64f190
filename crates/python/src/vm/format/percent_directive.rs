//! One directive of `%` formatting, carried out.

use brooklet_python_text::format::directive::Directive;
use brooklet_python_text::format::radix_digits;
use brooklet_python_text::numeric::float_text::{FloatStyle, push_magnitude};
use brooklet_python_text::numeric::integer::from_float;
use num_traits::{Signed, ToPrimitive};

use super::percent::Target;
use crate::value::{Args, Special, Value};
use crate::vm::{Result, Vm};

/// The most digits that an int is written with: a C `int` holds also sign and prefix.
const LARGEST_PRECISION: usize = i32::MAX as usize - 3;

impl Vm {
    /// Appends a value as a directive wants it; `false` if there is no such directive.
    pub(super) fn push_directive(
        &mut self,
        out: &mut String,
        directive: &Directive,
        value: &Value,
        target: Target,
    ) -> Result<bool> {
        match directive.kind {
            's' if target == Target::Text => {
                let text = self.str(value)?;
                directive.push_text(out, &text);
            }
            's' | 'b' if target == Target::Bytes => {
                let text = self.bytes_as_text(value)?;
                directive.push_text(out, &text);
            }
            'r' if target == Target::Text => {
                let text = self.repr(value)?;
                directive.push_text(out, &text);
            }
            'r' | 'a' => {
                let text = self.ascii(value)?;
                directive.push_text(out, &text);
            }
            'c' => {
                let char = self.directive_char(value, target)?;
                directive.push_padded(out, char.encode_utf8(&mut [0; 4]));
            }
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => self.push_int(out, directive, value)?,
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => self.push_float(out, directive, value)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn push_int(&mut self, out: &mut String, directive: &Directive, value: &Value) -> Result<()> {
        let kind = directive.kind;
        let is_decimal = matches!(kind, 'd' | 'i' | 'u');
        let int = match value {
            Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => value.clone(),
            _ => self.directive_int(value, kind, is_decimal)?,
        };
        if let (Value::Int(small), None, true) = (&int, directive.precision, is_decimal) {
            let magnitude = small.unsigned_abs().to_string();
            directive.push_number(out, *small < 0, "", &magnitude);
            return Ok(());
        }
        let big = self.to_index(&int)?;
        let mut digits = match kind {
            'o' => radix_digits(&big, 8, false),
            'x' | 'X' => radix_digits(&big, 16, kind == 'X'),
            _ => {
                let text = self.repr_big_int(&big)?;
                text.trim_start_matches('-').to_string()
            }
        };
        if let Some(precision) = directive.precision
            && precision > digits.len()
        {
            if precision > LARGEST_PRECISION {
                return Err(self.overflow_error("precision too large"));
            }
            self.check_room(precision as u64, 1)?;
            digits.insert_str(0, &"0".repeat(precision - digits.len()));
        }
        let prefix = match kind {
            'o' if directive.alternate => "0o",
            'x' if directive.alternate => "0x",
            'X' if directive.alternate => "0X",
            _ => "",
        };
        directive.push_number(out, big.is_negative(), prefix, &digits);
        Ok(())
    }

    /// A value that is not an int, as the int that a directive shows.
    fn directive_int(&mut self, value: &Value, kind: char, is_decimal: bool) -> Result<Value> {
        if let Some(index) = self.find_index(value)? {
            return Ok(Value::from(index));
        }
        if is_decimal {
            if let Value::Float(float) = self.unwrap_builtin(value) {
                if float.is_finite() {
                    return Ok(Value::from(from_float(float)));
                }
                return self.round(&Value::Float(float), None);
            }
            if let Some(int) = self.call_special(value, Special::Int, Args::none())? {
                return Ok(Value::from(self.to_index(&int)?));
            }
        }
        let name = self.type_name(value);
        let wanted = if is_decimal {
            "a real number"
        } else {
            "an integer"
        };
        Err(self.type_error(format!("%{kind} format: {wanted} is required, not {name}")))
    }

    fn push_float(&mut self, out: &mut String, directive: &Directive, value: &Value) -> Result<()> {
        let float = self.to_f64(value)?;
        let style = match directive.kind {
            'e' | 'E' => FloatStyle::Exponent,
            'f' | 'F' => FloatStyle::Fixed,
            _ => FloatStyle::General,
        };
        let precision = directive.precision.unwrap_or(6);
        self.check_room(precision as u64, 1)?;
        let mut magnitude = String::new();
        push_magnitude(
            &mut magnitude,
            float.abs(),
            style,
            precision,
            directive.alternate,
        );
        if directive.kind.is_ascii_uppercase() {
            magnitude.make_ascii_uppercase();
        }
        let negative = float.is_sign_negative() && !float.is_nan();
        directive.push_number(out, negative, "", &magnitude);
        Ok(())
    }

    fn directive_char(&mut self, value: &Value, target: Target) -> Result<char> {
        let inner = self.unwrap_builtin(value);
        let single = match (&inner, target) {
            (Value::Str(text), Target::Text) if text.len() == 1 => Some(text.char_at(0)),
            (Value::Bytes(data), Target::Bytes) if data.len() == 1 => Some(data[0] as char),
            _ => None,
        };
        if let Some(char) = single {
            return Ok(char);
        }
        let Some(code) = self.find_index(&inner)? else {
            return Err(self.type_error(match target {
                Target::Text => "%c requires int or char",
                Target::Bytes => "%c requires an integer in range(256) or a single byte",
            }));
        };
        let (limit, shown) = match target {
            Target::Text => (0x11_0000, "0x110000"),
            Target::Bytes => (256, "256"),
        };
        match code
            .to_u32()
            .filter(|code| *code < limit)
            .and_then(char::from_u32)
        {
            Some(char) => Ok(char),
            None => Err(self.overflow_error(format!("%c arg not in range({shown})"))),
        }
    }

    /// Bytes as a text whose chars stand for them.
    fn bytes_as_text(&mut self, value: &Value) -> Result<String> {
        let as_text = |data: &[u8]| data.iter().map(|byte| *byte as char).collect();
        let made = match self.call_special(value, Special::Bytes, Args::none())? {
            Some(made) => made,
            None => self.unwrap_builtin(value),
        };
        match &made {
            Value::Bytes(data) => Ok(as_text(data)),
            Value::ByteArray(data) => Ok(as_text(&data.borrow())),
            _ => {
                let name = self.type_name(value);
                Err(self.type_error(format!(
                    "%b requires a bytes-like object, or an object that implements __bytes__, not '{name}'"
                )))
            }
        }
    }
}
