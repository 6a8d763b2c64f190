//! Groups: those that capture, their names, and references to them.

use brooklet_unicode::class;

use super::{Node, Parser, Read};
use crate::parser_error::SyntaxError;

impl Parser<'_> {
    pub(super) fn closed(&mut self, start: usize) -> Read<()> {
        if self.take_if(')') {
            Ok(())
        } else {
            Err(SyntaxError::new(
                "missing ), unterminated subpattern",
                start,
            ))
        }
    }

    pub(super) fn group(&mut self, start: usize) -> Read<Option<Node>> {
        let flags = self.flags;
        if !self.take_if('?') {
            return self.capture(start, None).map(Some);
        }
        let Some(c) = self.take() else {
            return Err(SyntaxError::new("unexpected end of pattern", self.at));
        };
        let node = match c {
            ':' => self.choice()?,
            'P' => return self.python_extension(start).map(Some),
            '#' => loop {
                match self.take() {
                    None => return Err(SyntaxError::new("missing ), unterminated comment", start)),
                    Some(')') => return Ok(None),
                    Some(_) => {}
                }
            },
            '=' | '!' => self.look(false, c == '!')?,
            '<' => match self.take() {
                Some(c @ ('=' | '!')) => self.look(true, c == '!')?,
                None => return Err(SyntaxError::new("unexpected end of pattern", self.at)),
                Some(c) => {
                    return Err(SyntaxError::new(
                        format!("unknown extension ?<{c}"),
                        start + 1,
                    ));
                }
            },
            '>' => Node::Atomic(Box::new(self.choice()?)),
            '(' => self.conditional()?,
            '-' | 'a' | 'i' | 'L' | 'm' | 's' | 'u' | 'x' => {
                self.at -= 1;
                return self.inline_flags(start);
            }
            c => {
                return Err(SyntaxError::new(
                    format!("unknown extension ?{c}"),
                    start + 1,
                ));
            }
        };
        self.flags = flags;
        self.closed(start)?;
        // A group that matches nothing is still an item.
        Ok(Some(match node {
            Node::Sequence(parts) if parts.is_empty() => {
                Node::Atomic(Box::new(Node::Sequence(parts)))
            }
            node => node,
        }))
    }

    pub(super) fn capture(&mut self, start: usize, name: Option<String>) -> Read<Node> {
        let flags = self.flags;
        let index = self.widths.len();
        if let Some(name) = name {
            if let Some((_, earlier)) = self.names.iter().find(|(known, _)| *known == name) {
                let message = format!(
                    "redefinition of group name '{name}' as group {index}; was group {earlier}"
                );
                return Err(SyntaxError::new(message, start + 4));
            }
            self.names.push((name, index));
        }
        self.widths.push((0, None));
        self.open.push(index);
        let inner = self.choice()?;
        self.open.pop();
        self.flags = flags;
        self.closed(start)?;
        self.widths[index] = inner.width(&self.widths);
        Ok(Node::Group {
            inner: Box::new(inner),
            index,
        })
    }

    /// A group's name up to a closing character.
    pub(super) fn name(&mut self, end: char) -> Read<String> {
        let start = self.at;
        let mut name = String::new();
        loop {
            match self.take() {
                Some(c) if c == end => break,
                Some(c) => name.push(c),
                None if name.is_empty() => {
                    return Err(SyntaxError::new("missing group name", start));
                }
                None => {
                    return Err(SyntaxError::new(
                        format!("missing {end}, unterminated name"),
                        start,
                    ));
                }
            }
        }
        if name.is_empty() {
            return Err(SyntaxError::new("missing group name", start));
        }
        Ok(name)
    }

    pub(super) fn checked_name(&mut self, end: char) -> Read<String> {
        let start = self.at;
        let name = self.name(end)?;
        if class::is_identifier(&name) {
            Ok(name)
        } else {
            Err(SyntaxError::new(
                format!("bad character in group name '{name}'"),
                start,
            ))
        }
    }

    pub(super) fn python_extension(&mut self, start: usize) -> Read<Node> {
        match self.take() {
            Some('<') => {
                let name = self.checked_name('>')?;
                self.capture(start, Some(name))
            }
            Some('=') => {
                let place = self.at;
                let name = self.checked_name(')')?;
                let Some((_, index)) = self.names.iter().find(|(known, _)| *known == name).cloned()
                else {
                    return Err(SyntaxError::new(
                        format!("unknown group name '{name}'"),
                        place,
                    ));
                };
                self.reference(index, place)
            }
            None => Err(SyntaxError::new("unexpected end of pattern", self.at)),
            Some(c) => Err(SyntaxError::new(
                format!("unknown extension ?P{c}"),
                start + 1,
            )),
        }
    }

    pub(super) fn reference(&self, index: usize, place: usize) -> Read<Node> {
        if index >= self.widths.len() {
            return Err(SyntaxError::new(
                format!("invalid group reference {index}"),
                place,
            ));
        }
        if self.open.contains(&index) {
            return Err(SyntaxError::new("cannot refer to an open group", place - 1));
        }
        Ok(Node::Reference {
            index,
            letter_case: self.flags.letter_case(),
        })
    }
}
