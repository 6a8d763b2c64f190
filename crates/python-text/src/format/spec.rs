//! Format specs: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

/// Where the padding goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: between the sign and the digits.
    AfterSign,
}

impl Align {
    fn of(char: char) -> Option<Align> {
        Some(match char {
            '<' => Align::Left,
            '>' => Align::Right,
            '^' => Align::Center,
            '=' => Align::AfterSign,
            _ => return None,
        })
    }
}

/// A format spec, read.
#[derive(Clone, Debug)]
pub struct Spec {
    /// What it is padded with.
    pub fill: char,
    /// Where the padding goes.
    pub align: Align,
    /// `+`, `-` or a space: how a number that is not negative is marked.
    pub sign: Option<char>,
    /// `z`: a zero is never shown as negative.
    pub positive_zero: bool,
    /// `#`: prefixes of bases, points of floats.
    pub alternate: bool,
    /// The least number of code points.
    pub width: usize,
    /// `,` or `_` between groups of digits.
    pub grouping: Option<char>,
    /// Digits of a float, or the most code points of a text.
    pub precision: Option<usize>,
    /// The type of presentation; the default of the value's class where the spec has none.
    pub kind: char,
}

/// What is wrong with a format spec.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SpecError {
    /// It is not written as one.
    Invalid,
    /// A width or precision that does not fit 64 bits.
    TooManyDigits,
    /// A point without digits after it.
    MissingPrecision,
    /// Both `,` and `_`.
    BothGroupings,
    /// A grouping that does not go with the type.
    GroupingWith(char, char),
}

impl SpecError {
    /// The message of CPython's `ValueError`.
    pub fn message(self, spec: &str, type_name: &str) -> String {
        match self {
            SpecError::Invalid => {
                format!("Invalid format specifier '{spec}' for object of type '{type_name}'")
            }
            SpecError::TooManyDigits => "Too many decimal digits in format string".to_string(),
            SpecError::MissingPrecision => "Format specifier missing precision".to_string(),
            SpecError::BothGroupings => "Cannot specify both ',' and '_'.".to_string(),
            SpecError::GroupingWith(grouping, kind) => {
                format!("Cannot specify '{grouping}' with '{}'.", shown_code(kind))
            }
        }
    }
}

/// A type of presentation as messages show it.
pub(super) fn shown_code(kind: char) -> String {
    if kind > ' ' && kind.is_ascii() {
        kind.to_string()
    } else {
        format!("\\x{:x}", kind as u32)
    }
}

struct Cursor<'a> {
    rest: &'a str,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn take(&mut self) {
        let length = self.peek().map_or(0, char::len_utf8);
        self.rest = &self.rest[length..];
    }

    fn accept(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.take();
        }
        found
    }

    /// The number that starts here, if one does.
    fn number(&mut self) -> Result<Option<usize>, SpecError> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 {
            return Ok(None);
        }
        let digits = &self.rest[..length];
        self.rest = &self.rest[length..];
        let number = digits
            .parse::<i64>()
            .map_err(|_| SpecError::TooManyDigits)?;
        Ok(Some(usize::try_from(number).unwrap_or(usize::MAX)))
    }
}

impl Spec {
    /// Reads a spec for a class whose values are aligned so and shown so by default.
    ///
    /// # Errors
    /// Where it is not well formed.
    pub fn parse(text: &str, align: Align, default_kind: char) -> Result<Spec, SpecError> {
        let mut spec = Spec {
            fill: ' ',
            align,
            sign: None,
            positive_zero: false,
            alternate: false,
            width: 0,
            grouping: None,
            precision: None,
            kind: default_kind,
        };
        let mut cursor = Cursor { rest: text };
        let mut has_fill = false;
        let mut has_align = false;
        let mut chars = text.chars();
        let (first, second) = (chars.next(), chars.next());
        if let (Some(fill), Some(align)) = (first, second.and_then(Align::of)) {
            (spec.fill, spec.align) = (fill, align);
            (has_fill, has_align) = (true, true);
            cursor.take();
            cursor.take();
        } else if let Some(align) = first.and_then(Align::of) {
            spec.align = align;
            has_align = true;
            cursor.take();
        }
        if let Some(sign @ ('+' | '-' | ' ')) = cursor.peek() {
            spec.sign = Some(sign);
            cursor.take();
        }
        spec.positive_zero = cursor.accept('z');
        spec.alternate = cursor.accept('#');
        if !has_fill && cursor.accept('0') {
            spec.fill = '0';
            if !has_align && align == Align::Right {
                spec.align = Align::AfterSign;
            }
        }
        spec.width = cursor.number()?.unwrap_or(0);
        if cursor.accept(',') {
            spec.grouping = Some(',');
        }
        if cursor.accept('_') {
            if spec.grouping.is_some() {
                return Err(SpecError::BothGroupings);
            }
            spec.grouping = Some('_');
        }
        if spec.grouping == Some('_') && cursor.peek() == Some(',') {
            return Err(SpecError::BothGroupings);
        }
        if cursor.accept('.') {
            spec.precision = Some(cursor.number()?.ok_or(SpecError::MissingPrecision)?);
        }
        if let Some(kind) = cursor.peek() {
            cursor.take();
            if !cursor.rest.is_empty() {
                return Err(SpecError::Invalid);
            }
            spec.kind = kind;
        }
        if let Some(grouping) = spec.grouping {
            let fits = match spec.kind {
                'd' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F' | '\0' => true,
                'b' | 'o' | 'x' | 'X' => grouping == '_',
                _ => false,
            };
            if !fits {
                return Err(SpecError::GroupingWith(grouping, spec.kind));
            }
        }
        Ok(spec)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specs() {
        let spec = Spec::parse("*^+#012,.3f", Align::Right, 'd').expect("a spec");
        assert_eq!(
            (spec.fill, spec.align, spec.sign),
            ('*', Align::Center, Some('+'))
        );
        assert_eq!(
            (spec.width, spec.grouping, spec.precision, spec.kind),
            (12, Some(','), Some(3), 'f')
        );
        let spec = Spec::parse("08", Align::Right, 'd').expect("a spec");
        assert_eq!(
            (spec.fill, spec.align, spec.width),
            ('0', Align::AfterSign, 8)
        );
        for (text, error) in [
            ("abc", SpecError::Invalid),
            ("5.", SpecError::MissingPrecision),
            (",_", SpecError::BothGroupings),
            (",x", SpecError::GroupingWith(',', 'x')),
            ("99999999999999999999", SpecError::TooManyDigits),
        ] {
            assert_eq!(
                Spec::parse(text, Align::Right, 'd').expect_err("no spec"),
                error
            );
        }
    }
}
