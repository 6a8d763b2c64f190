//! `str.format` and `str.format_map`: templates with replacement fields.

use crate::value::{Args, Value};
use crate::vm::{Raise, Result, Vm};

/// Where replacement fields take their values from.
enum Source<'a> {
    Arguments(&'a [Value], &'a Args),
    Mapping(&'a Value),
}

/// How fields without a name are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

struct Field<'a> {
    name: &'a str,
    conversion: Option<char>,
    spec: &'a str,
}

impl Vm {
    /// `template.format(*positional, **keywords)`: the first positional argument is the template itself.
    ///
    /// # Errors
    /// `ValueError` for a template that is not well formed, `IndexError` and `KeyError` for missing
    /// arguments, and what formatting raises.
    pub(crate) fn format_template(&mut self, template: &str, args: &Args) -> Result<String> {
        let positional = args.positional.get(1..).unwrap_or_default();
        let source = Source::Arguments(positional, args);
        self.expand(template, &source, &mut Numbering::Unknown, 2)
    }

    /// `template.format_map(mapping)`.
    ///
    /// # Errors
    /// As [`Vm::format_template`].
    pub(crate) fn format_template_map(
        &mut self,
        template: &str,
        mapping: &Value,
    ) -> Result<String> {
        let source = Source::Mapping(mapping);
        self.expand(template, &source, &mut Numbering::Unknown, 2)
    }

    fn expand(
        &mut self,
        template: &str,
        source: &Source<'_>,
        numbering: &mut Numbering,
        depth: usize,
    ) -> Result<String> {
        if depth == 0 {
            return Err(self.value_error("Max string recursion exceeded"));
        }
        let mut out = String::with_capacity(template.len());
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            out.push_str(&rest[..at]);
            let brace = rest.as_bytes()[at];
            rest = &rest[at + 1..];
            if rest.as_bytes().first() == Some(&brace) {
                out.push(brace as char);
                rest = &rest[1..];
                continue;
            }
            if brace == b'}' {
                return Err(self.value_error("Single '}' encountered in format string"));
            }
            if rest.is_empty() {
                return Err(self.value_error("Single '{' encountered in format string"));
            }
            let (field, after) = self.parse_field(rest)?;
            rest = after;
            let text = self.expand_field(&field, source, numbering, depth)?;
            out.push_str(&text);
        }
        out.push_str(rest);
        Ok(out)
    }

    /// The field after a `{`, and the text after its `}`.
    fn parse_field<'a>(&mut self, text: &'a str) -> Result<(Field<'a>, &'a str)> {
        let mut in_brackets = false;
        let mut end = None;
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'{' => return Err(self.value_error("unexpected '{' in field name")),
                b'[' => in_brackets = true,
                b']' => in_brackets = false,
                b'}' | b':' | b'!' if !in_brackets => {
                    end = Some((at, byte));
                    break;
                }
                _ => {}
            }
        }
        let Some((end, stop)) = end else {
            return Err(self.value_error("expected '}' before end of string"));
        };
        let name = &text[..end];
        let mut rest = &text[end + 1..];
        let mut field = Field {
            name,
            conversion: None,
            spec: "",
        };
        if stop == b'}' {
            return Ok((field, rest));
        }
        if stop == b'!' {
            let Some(conversion) = rest.chars().next() else {
                let message = "end of string while looking for conversion specifier";
                return Err(self.value_error(message));
            };
            field.conversion = Some(conversion);
            rest = &rest[conversion.len_utf8()..];
            match rest.chars().next() {
                Some('}') => return Ok((field, &rest[1..])),
                Some(':') => rest = &rest[1..],
                Some(_) => {
                    return Err(self.value_error("expected ':' after conversion specifier"));
                }
                None => {}
            }
        }
        let mut open = 1;
        for (at, byte) in rest.bytes().enumerate() {
            match byte {
                b'{' => open += 1,
                b'}' => open -= 1,
                _ => {}
            }
            if open == 0 {
                field.spec = &rest[..at];
                return Ok((field, &rest[at + 1..]));
            }
        }
        Err(self.value_error("unmatched '{' in format spec"))
    }

    fn expand_field(
        &mut self,
        field: &Field<'_>,
        source: &Source<'_>,
        numbering: &mut Numbering,
        depth: usize,
    ) -> Result<String> {
        let value = self.field_value(field.name, source, numbering)?;
        let value = match field.conversion {
            None => value,
            Some('s') => Value::from(self.str(&value)?),
            Some('r') => Value::from(self.repr(&value)?),
            Some('a') => Value::from(self.ascii(&value)?),
            Some(other) => {
                let message = if other > ' ' && other.is_ascii() {
                    format!("Unknown conversion specifier {other}")
                } else {
                    format!("Unknown conversion specifier \\x{:x}", other as u32)
                };
                return Err(self.value_error(message));
            }
        };
        if field.spec.contains('{') {
            let spec = self.expand(field.spec, source, numbering, depth - 1)?;
            return self.format(&value, &spec);
        }
        self.format(&value, field.spec)
    }

    /// The value of a field's name: an argument, then its attributes and items.
    fn field_value(
        &mut self,
        name: &str,
        source: &Source<'_>,
        numbering: &mut Numbering,
    ) -> Result<Value> {
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, mut rest) = name.split_at(end);
        let mut value = self.field_argument(first, source, numbering)?;
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix('.') {
                let end = after.find(['.', '[']).unwrap_or(after.len());
                if end == 0 {
                    return Err(self.value_error("Empty attribute in format string"));
                }
                value = self.get_attribute(&value, &after[..end])?;
                rest = &after[end..];
                continue;
            }
            let after = &rest[1..];
            let Some(end) = after.find(']') else {
                return Err(self.value_error("Missing ']' in format string"));
            };
            if end == 0 {
                return Err(self.value_error("Empty attribute in format string"));
            }
            let key = match self.parse_number(&after[..end])? {
                Some(index) => Value::from(index),
                None => Value::str(&after[..end]),
            };
            value = self.get_item(&value, &key)?;
            rest = &after[end + 1..];
            if !rest.is_empty() && !rest.starts_with(['.', '[']) {
                let message = "Only '.' or '[' may follow ']' in format field specifier";
                return Err(self.value_error(message));
            }
        }
        Ok(value)
    }

    fn field_argument(
        &mut self,
        name: &str,
        source: &Source<'_>,
        numbering: &mut Numbering,
    ) -> Result<Value> {
        let index = match self.parse_number(name)? {
            Some(index) => {
                if matches!(numbering, Numbering::Automatic(_)) {
                    return Err(self
                        .cannot_switch("automatic field numbering", "manual field specification"));
                }
                *numbering = Numbering::Manual;
                index
            }
            None if name.is_empty() => {
                let next = match *numbering {
                    Numbering::Manual => {
                        return Err(self.cannot_switch(
                            "manual field specification",
                            "automatic field numbering",
                        ));
                    }
                    Numbering::Automatic(next) => next,
                    Numbering::Unknown => 0,
                };
                *numbering = Numbering::Automatic(next + 1);
                next
            }
            None => {
                let key = Value::str(name);
                return match source {
                    Source::Mapping(mapping) => self.get_item(mapping, &key),
                    Source::Arguments(_, args) => {
                        let found = args
                            .keywords
                            .iter()
                            .find(|(keyword, _)| keyword.as_str() == name);
                        match found {
                            Some((_, value)) => Ok(value.clone()),
                            None => Err(self.key_error(key)),
                        }
                    }
                };
            }
        };
        match source {
            Source::Mapping(_) => Err(self.value_error("Format string contains positional fields")),
            Source::Arguments(positional, _) => positional.get(index).cloned().ok_or_else(|| {
                self.index_error(format!(
                    "Replacement index {index} out of range for positional args tuple"
                ))
            }),
        }
    }

    /// A text of digits as a number, `None` if it is none.
    fn parse_number(&mut self, text: &str) -> Result<Option<usize>> {
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(None);
        }
        match text.parse::<i64>() {
            Ok(number) => Ok(Some(number as usize)),
            Err(_) => Err(self.value_error("Too many decimal digits in format string")),
        }
    }

    fn cannot_switch(&mut self, from: &str, to: &str) -> Raise {
        self.value_error(format!("cannot switch from {from} to {to}"))
    }
}
