//! `template % values`, for `str` and `bytes`.

use std::str::FromStr;

use brooklet_python_text::format::directive::Directive;

use crate::value::{Special, Value};
use crate::vm::{Raise, Result, Vm};

/// What the values are put into.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Target {
    /// A `str`.
    Text,
    /// A `bytes`: each char of the text stands for the byte of its number.
    Bytes,
}

/// The values that directives take.
struct Values<'a> {
    tuple: &'a [Value],
    /// What the next directive takes before anything of the tuple: a single value, or what a key gave.
    current: Option<Value>,
    mapping: Option<&'a Value>,
}

impl Vm {
    /// `template % value`.
    ///
    /// # Errors
    /// `TypeError` and `ValueError` as CPython raises them.
    pub fn format_percent(&mut self, template: &str, value: &Value) -> Result<String> {
        self.expand_percent(template, value, Target::Text)
    }

    /// `template % value` for bytes.
    ///
    /// # Errors
    /// As [`Vm::format_percent`].
    pub fn format_percent_bytes(&mut self, template: &[u8], value: &Value) -> Result<Vec<u8>> {
        let template: String = template.iter().map(|byte| *byte as char).collect();
        let text = self.expand_percent(&template, value, Target::Bytes)?;
        Ok(text.chars().map(|char| char as u32 as u8).collect())
    }

    fn expand_percent(&mut self, template: &str, value: &Value, target: Target) -> Result<String> {
        let inner = self.unwrap_builtin(value);
        let mut values = match &inner {
            Value::Tuple(items) => Values {
                tuple: items,
                current: None,
                mapping: None,
            },
            _ => Values {
                tuple: &[],
                current: Some(value.clone()),
                mapping: self.is_mapping(value, &inner, target).then_some(value),
            },
        };
        let mut out = String::with_capacity(template.len() + 16);
        let mut rest = template;
        while let Some(at) = rest.find('%') {
            out.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix('%') {
                out.push('%');
                rest = after;
                continue;
            }
            rest = self.expand_directive(&mut out, template, rest, &mut values, target)?;
        }
        out.push_str(rest);
        let unused = values.current.is_some() || !values.tuple.is_empty();
        if unused && values.mapping.is_none() {
            let what = if target == Target::Text {
                "string"
            } else {
                "bytes"
            };
            let message = format!("not all arguments converted during {what} formatting");
            return Err(self.type_error(message));
        }
        Ok(out)
    }

    fn is_mapping(&mut self, value: &Value, inner: &Value, target: Target) -> bool {
        match inner {
            Value::List(_) | Value::Dict(_) | Value::Range(_) => true,
            Value::Bytes(_) | Value::ByteArray(_) => target == Target::Text,
            Value::Instance(_) => self.special_method(value, Special::GetItem).is_some(),
            _ => false,
        }
    }

    /// Carries out the directive after a `%`; gives the text after it.
    fn expand_directive<'a>(
        &mut self,
        out: &mut String,
        template: &str,
        text: &'a str,
        values: &mut Values<'_>,
        target: Target,
    ) -> Result<&'a str> {
        let mut rest = text;
        if rest.starts_with('(') {
            let (key, after) = self.parse_key(rest)?;
            let Some(mapping) = values.mapping else {
                return Err(self.type_error("format requires a mapping"));
            };
            let key = match target {
                Target::Text => Value::str(key),
                Target::Bytes => Value::bytes(
                    key.chars()
                        .map(|char| char as u32 as u8)
                        .collect::<Vec<u8>>(),
                ),
            };
            values.current = Some(self.get_item(mapping, &key)?);
            rest = after;
        }
        let mut directive = Directive::default();
        while let Some(flag) = rest.bytes().next() {
            match flag {
                b'-' => directive.left = true,
                b'+' => directive.plus = true,
                b' ' => directive.space = true,
                b'#' => directive.alternate = true,
                b'0' => directive.zero = true,
                _ => break,
            }
            rest = &rest[1..];
        }
        if let Some(after) = rest.strip_prefix('*') {
            rest = after;
            let width = self.star_value(values)?;
            let width = self.to_i64(&width)?;
            directive.left |= width < 0;
            directive.width = self.directive_width(width.unsigned_abs())?;
        } else {
            let (width, after) = self.directive_number::<i64>(rest, "width too big")?;
            directive.width = self.directive_width(width.unsigned_abs())?;
            rest = after;
        }
        if let Some(after) = rest.strip_prefix('.') {
            rest = after;
            let precision = if let Some(after) = rest.strip_prefix('*') {
                rest = after;
                let precision = self.star_value(values)?;
                self.to_c_int(&precision)?
            } else {
                let too_big = match target {
                    Target::Text => "precision too big",
                    Target::Bytes => "prec too big",
                };
                let (precision, after) = self.directive_number::<i32>(rest, too_big)?;
                rest = after;
                precision
            };
            directive.precision = Some(usize::try_from(precision).unwrap_or(0));
        }
        rest = rest.strip_prefix(['h', 'l', 'L']).unwrap_or(rest);
        let Some(kind) = rest.chars().next() else {
            return Err(self.value_error("incomplete format"));
        };
        directive.kind = kind;
        let value = self.next_value(values)?;
        if !self.push_directive(out, &directive, &value, target)? {
            let at = template[..template.len() - rest.len()].chars().count();
            let shown = if (' '..='~').contains(&kind) {
                kind
            } else {
                '?'
            };
            let code = kind as u32;
            let message =
                format!("unsupported format character '{shown}' ({code:#x}) at index {at}");
            return Err(self.value_error(message));
        }
        Ok(&rest[kind.len_utf8()..])
    }

    /// The key in `(key)`, which may hold balanced parentheses, and the text after it.
    fn parse_key<'a>(&mut self, text: &'a str) -> Result<(&'a str, &'a str)> {
        let mut open = 0;
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            if open == 0 {
                return Ok((&text[1..at], &text[at + 1..]));
            }
        }
        Err(self.value_error("incomplete format key"))
    }

    fn directive_width(&mut self, width: u64) -> Result<usize> {
        self.check_room(width, 1)?;
        Ok(width as usize)
    }

    fn directive_number<'a, N: FromStr + Default>(
        &mut self,
        text: &'a str,
        too_big: &str,
    ) -> Result<(N, &'a str)> {
        let length = text.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = text.split_at(length);
        if digits.is_empty() {
            return Ok((N::default(), rest));
        }
        match digits.parse() {
            Ok(number) => Ok((number, rest)),
            Err(_) => Err(self.value_error(too_big)),
        }
    }

    fn star_value(&mut self, values: &mut Values<'_>) -> Result<Value> {
        match self.next_value(values)? {
            value @ (Value::Int(_) | Value::Bool(_) | Value::BigInt(_)) => Ok(value),
            _ => Err(self.type_error("* wants int")),
        }
    }

    fn next_value(&mut self, values: &mut Values<'_>) -> Result<Value> {
        if let Some(value) = values.current.take() {
            return Ok(value);
        }
        match values.tuple {
            [first, rest @ ..] => {
                values.tuple = rest;
                Ok(first.clone())
            }
            [] => Err(self.not_enough()),
        }
    }

    fn not_enough(&mut self) -> Raise {
        self.type_error("not enough arguments for format string")
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::vm::SilentHost;

    fn shown(template: &str, value: Value) -> String {
        let mut vm = Vm::new(Rc::new(SilentHost));
        match vm.format_percent(template, &value) {
            Ok(text) => text,
            Err(raise) => format!("{raise:?}"),
        }
    }

    #[test]
    fn directives() {
        let pair = |a: i64, b: i64| Value::tuple(vec![Value::Int(a), Value::Int(b)]);
        assert_eq!(shown("%*d|", pair(-5, 3)), "3    |");
        assert_eq!(shown("%08.3d", Value::Int(5)), "00000005");
        assert_eq!(shown("%#010x", Value::Int(255)), "0x000000ff");
        assert_eq!(shown("%010.2f", Value::Float(-3.25678)), "-000003.26");
        assert_eq!(shown("%d%%", Value::Float(5.9)), "5%");
        assert_eq!(shown("%.2s|", Value::str("abc")), "ab|");
        assert_eq!(
            shown("%s %s", Value::str("a")),
            "TypeError: not enough arguments for format string"
        );
        assert_eq!(
            shown("é%q", Value::Int(1)),
            "ValueError: unsupported format character 'q' (0x71) at index 2"
        );
        assert_eq!(
            shown("abc", Value::Int(1)),
            "TypeError: not all arguments converted during string formatting"
        );
    }
}
