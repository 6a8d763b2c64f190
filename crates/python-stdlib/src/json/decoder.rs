//! JSON text as values.

use std::rc::Rc;

use brooklet_python::value::{Args, Dict, Str, Value};
use brooklet_python::vm::{ExceptionKind, Raise, Result, Vm};

/// Functions that make values of parts of the text.
#[derive(Default)]
pub(super) struct Hooks {
    pub(super) object: Option<Value>,
    pub(super) pairs: Option<Value>,
    pub(super) float: Option<Value>,
    pub(super) int: Option<Value>,
    pub(super) constant: Option<Value>,
}

struct Decoder<'a> {
    text: &'a Str,
    bytes: &'a [u8],
    at: usize,
    depth: usize,
    hooks: &'a Hooks,
}

pub(super) fn decode(vm: &mut Vm, text: &Str, hooks: &Hooks) -> Result<Value> {
    let mut decoder = Decoder {
        text,
        bytes: text.as_str().as_bytes(),
        at: 0,
        depth: 0,
        hooks,
    };
    if text.as_str().starts_with('\u{feff}') {
        return Err(decoder.error(vm, "Unexpected UTF-8 BOM (decode using utf-8-sig)", 0));
    }
    decoder.skip_space();
    let value = decoder.value(vm)?;
    decoder.skip_space();
    if decoder.at < decoder.bytes.len() {
        return Err(decoder.error(vm, "Extra data", decoder.at));
    }
    Ok(value)
}

impl Decoder<'_> {
    fn error(&self, vm: &mut Vm, message: &str, at: usize) -> Raise {
        let before = &self.text.as_str()[..at.min(self.bytes.len())];
        let position = before.chars().count();
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .map_or(0, |last| last.chars().count())
            + 1;
        let class = super::classes(vm).decode_error.clone();
        let text = format!("{message}: line {line} column {column} (char {position})");
        let exception = vm.new_exception(&class, vec![Value::from(text)]);
        let attributes = exception.attributes();
        attributes.set_str("msg", Value::str(message));
        attributes.set_str("doc", Value::Str(self.text.clone()));
        attributes.set_str("pos", Value::from(position));
        attributes.set_str("lineno", Value::from(line));
        attributes.set_str("colno", Value::from(column));
        Raise::Exception(exception)
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.bytes.get(self.at) {
            self.at += 1;
        }
    }

    fn value(&mut self, vm: &mut Vm) -> Result<Value> {
        match self.bytes.get(self.at) {
            Some(b'"') => {
                self.at += 1;
                self.string(vm).map(Value::from)
            }
            Some(b'{') => self.nested(vm, Self::object),
            Some(b'[') => self.nested(vm, Self::array),
            Some(b'-' | b'0'..=b'9') => self.number(vm),
            _ => self.word(vm),
        }
    }

    fn nested(
        &mut self,
        vm: &mut Vm,
        read: fn(&mut Self, &mut Vm) -> Result<Value>,
    ) -> Result<Value> {
        self.depth += 1;
        if self.depth > 400 {
            return Err(vm.error(
                ExceptionKind::RecursionError,
                "maximum recursion depth exceeded while decoding a JSON array from a unicode string",
            ));
        }
        self.at += 1;
        let value = read(self, vm)?;
        self.depth -= 1;
        Ok(value)
    }

    fn word(&mut self, vm: &mut Vm) -> Result<Value> {
        const WORDS: [(&str, Value); 3] = [
            ("null", Value::None),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
        ];
        const CONSTANTS: [(&str, f64); 3] = [
            ("NaN", f64::NAN),
            ("Infinity", f64::INFINITY),
            ("-Infinity", f64::NEG_INFINITY),
        ];
        let rest = &self.bytes[self.at..];
        for (word, value) in WORDS {
            if rest.starts_with(word.as_bytes()) {
                self.at += word.len();
                return Ok(value);
            }
        }
        for (word, value) in CONSTANTS {
            if rest.starts_with(word.as_bytes()) {
                self.at += word.len();
                return match &self.hooks.constant {
                    Some(hook) => vm.call_one(hook, Value::str(word)),
                    None => Ok(Value::Float(value)),
                };
            }
        }
        Err(self.error(vm, "Expecting value", self.at))
    }

    fn digits(&self, mut at: usize) -> usize {
        while self.bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    }

    fn number(&mut self, vm: &mut Vm) -> Result<Value> {
        let start = self.at;
        let first = start + usize::from(self.bytes[start] == b'-');
        let mut end = match self.bytes.get(first) {
            Some(b'0') => first + 1,
            Some(b'1'..=b'9') => self.digits(first),
            _ => return self.word(vm),
        };
        let whole = end;
        if self.bytes.get(end) == Some(&b'.') && self.digits(end + 1) > end + 1 {
            end = self.digits(end + 1);
        }
        if let Some(b'e' | b'E') = self.bytes.get(end) {
            let sign = usize::from(matches!(self.bytes.get(end + 1), Some(b'+' | b'-')));
            if self.digits(end + 1 + sign) > end + 1 + sign {
                end = self.digits(end + 1 + sign);
            }
        }
        self.at = end;
        let text = &self.text.as_str()[start..end];
        let (hook, class) = if end == whole {
            if let (None, Ok(number)) = (&self.hooks.int, text.parse::<i64>()) {
                return Ok(Value::Int(number));
            }
            (&self.hooks.int, vm.types.int.clone())
        } else {
            if let (None, Ok(number)) = (&self.hooks.float, text.parse::<f64>()) {
                return Ok(Value::Float(number));
            }
            (&self.hooks.float, vm.types.float.clone())
        };
        let convert = hook.clone().unwrap_or(Value::Class(class));
        vm.call_one(&convert, Value::str(text))
    }

    /// The rest of a string, after its opening quote.
    fn string(&mut self, vm: &mut Vm) -> Result<String> {
        let begin = self.at - 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            while let Some(byte) = self.bytes.get(self.at) {
                if matches!(byte, b'"' | b'\\' | 0..=0x1f) {
                    break;
                }
                self.at += 1;
            }
            out.push_str(&self.text.as_str()[start..self.at]);
            match self.bytes.get(self.at) {
                None => return Err(self.error(vm, "Unterminated string starting at", begin)),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    out.push(self.escape(vm, begin)?);
                }
                Some(_) => return Err(self.error(vm, "Invalid control character at", self.at)),
            }
        }
    }

    fn escape(&mut self, vm: &mut Vm, begin: usize) -> Result<char> {
        let Some(byte) = self.bytes.get(self.at) else {
            return Err(self.error(vm, "Unterminated string starting at", begin));
        };
        let c = match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(vm),
            _ => return Err(self.error(vm, "Invalid \\escape", self.at - 1)),
        };
        self.at += 1;
        Ok(c)
    }

    fn unit(&self, at: usize) -> Option<u32> {
        let digits = self.text.as_str().get(at..at + 4)?;
        digits
            .bytes()
            .all(|b| b.is_ascii_hexdigit())
            .then(|| u32::from_str_radix(digits, 16).ok())?
    }

    /// A `\u` escape, or two that stand for one code point.
    fn code_point(&mut self, vm: &mut Vm) -> Result<char> {
        let Some(mut code) = self.unit(self.at + 1) else {
            return Err(self.error(vm, "Invalid \\uXXXX escape", self.at));
        };
        self.at += 5;
        if (0xd800..0xdc00).contains(&code)
            && self.bytes[self.at..].starts_with(b"\\u")
            && let Some(low @ 0xdc00..0xe000) = self.unit(self.at + 2)
        {
            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            self.at += 6;
        }
        // A lone surrogate has no place in our texts.
        Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn array(&mut self, vm: &mut Vm) -> Result<Value> {
        let mut items = Vec::new();
        self.skip_space();
        if self.bytes.get(self.at) == Some(&b']') {
            self.at += 1;
            return Ok(Value::list(items));
        }
        loop {
            items.push(self.value(vm)?);
            self.skip_space();
            match self.bytes.get(self.at) {
                Some(b']') => {
                    self.at += 1;
                    return Ok(Value::list(items));
                }
                Some(b',') => self.at += 1,
                _ => return Err(self.error(vm, "Expecting ',' delimiter", self.at)),
            }
            self.skip_space();
        }
    }

    fn object(&mut self, vm: &mut Vm) -> Result<Value> {
        let mut items: Vec<(Value, Value)> = Vec::new();
        self.skip_space();
        if self.bytes.get(self.at) == Some(&b'}') {
            self.at += 1;
            return self.finished(vm, items);
        }
        loop {
            if self.bytes.get(self.at) != Some(&b'"') {
                return Err(self.error(
                    vm,
                    "Expecting property name enclosed in double quotes",
                    self.at,
                ));
            }
            self.at += 1;
            let key = Value::from(self.string(vm)?);
            self.skip_space();
            if self.bytes.get(self.at) != Some(&b':') {
                return Err(self.error(vm, "Expecting ':' delimiter", self.at));
            }
            self.at += 1;
            self.skip_space();
            let value = self.value(vm)?;
            items.push((key, value));
            self.skip_space();
            match self.bytes.get(self.at) {
                Some(b'}') => {
                    self.at += 1;
                    return self.finished(vm, items);
                }
                Some(b',') => self.at += 1,
                _ => return Err(self.error(vm, "Expecting ',' delimiter", self.at)),
            }
            self.skip_space();
        }
    }

    fn finished(&self, vm: &mut Vm, items: Vec<(Value, Value)>) -> Result<Value> {
        if let Some(hook) = &self.hooks.pairs {
            let pairs = items
                .into_iter()
                .map(|(key, value)| Value::tuple(vec![key, value]))
                .collect();
            return vm.call(hook, Args::one(Value::list(pairs)));
        }
        let object = Value::Dict(Rc::new(Dict::from_items(vm, items)?));
        match &self.hooks.object {
            Some(hook) => vm.call(hook, Args::one(object)),
            None => Ok(object),
        }
    }
}
