//! What a backslash begins.

use super::{Assertion, Node, Parser, Read};
use crate::parser_error::SyntaxError;
use crate::set::{Class, Set};

impl Parser<'_> {
    pub(super) fn class(&self, c: char) -> Option<(Class, bool)> {
        Some(match c {
            'd' => (Class::Digit, false),
            'D' => (Class::Digit, true),
            's' => (Class::Space, false),
            'S' => (Class::Space, true),
            'w' => (Class::Word, false),
            'W' => (Class::Word, true),
            _ => return None,
        })
    }

    pub(super) fn escape(&mut self, start: usize) -> Read<Node> {
        let Some(c) = self.take() else {
            return Err(SyntaxError::new("bad escape (end of pattern)", start));
        };
        let ascii = self.flags.ascii;
        let letter_case = self.flags.letter_case();
        if let Some((class, negated)) = self.class(c) {
            return Ok(Node::Set(Set::of_class(class, negated, ascii)));
        }
        let assertion = match c {
            'A' => Some(Assertion::Start),
            'Z' => Some(Assertion::End),
            'b' => Some(Assertion::WordBoundary {
                negated: false,
                ascii,
            }),
            'B' => Some(Assertion::WordBoundary {
                negated: true,
                ascii,
            }),
            _ => None,
        };
        if let Some(assertion) = assertion {
            return Ok(Node::Assert(assertion));
        }
        if c.is_ascii_digit() && c != '0' {
            let mut digits = c.to_string();
            if let Some(second) = self.peek().filter(char::is_ascii_digit) {
                digits.push(second);
                self.at += 1;
                let third = self.peek().filter(|c| c.is_digit(8));
                if let Some(third) = third.filter(|_| digits.chars().all(|c| c.is_digit(8))) {
                    self.at += 1;
                    digits.push(third);
                    let code = u32::from_str_radix(&digits, 8).unwrap_or(0);
                    if code > 0o377 {
                        let message =
                            format!("octal escape value \\{digits} outside of range 0-0o377");
                        return Err(SyntaxError::new(message, start));
                    }
                    let c = char::from_u32(code).unwrap_or_default();
                    return Ok(Node::Char { c, letter_case });
                }
            }
            let index = digits.parse().unwrap_or(usize::MAX);
            return self.reference(index, start + 1);
        }
        let c = self.character_escape(c, start)?;
        Ok(Node::Char { c, letter_case })
    }

    /// An escape that stands for one character.
    pub(super) fn character_escape(&mut self, c: char, start: usize) -> Read<char> {
        let hex = |this: &mut Self, count: usize| {
            let begin = this.at;
            while this.at < begin + count && this.peek().is_some_and(|c| c.is_ascii_hexdigit()) {
                this.at += 1;
            }
            let digits: String = this.chars[begin..this.at].iter().collect();
            let code = if digits.len() == count {
                u32::from_str_radix(&digits, 16).ok()
            } else {
                None
            };
            code.and_then(char::from_u32)
                .ok_or_else(|| SyntaxError::new(format!("incomplete escape \\{c}{digits}"), start))
        };
        Ok(match c {
            'a' => '\u{7}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\u{b}',
            'x' => hex(self, 2)?,
            'u' => hex(self, 4)?,
            'U' => hex(self, 8)?,
            '0' => {
                let mut code = 0;
                for _ in 0..2 {
                    let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) else {
                        break;
                    };
                    code = code * 8 + digit;
                    self.at += 1;
                }
                char::from_u32(code).unwrap_or_default()
            }
            c if c.is_ascii_alphanumeric() => {
                return Err(SyntaxError::new(format!("bad escape \\{c}"), start));
            }
            c => c,
        })
    }
}
