//! Parts in parentheses that capture nothing: looking around, conditions, flags.

use brooklet_unicode::class;

use super::{Node, Parser, Read};
use crate::parser_error::SyntaxError;

impl Parser<'_> {
    pub(super) fn look(&mut self, behind: bool, negated: bool) -> Read<Node> {
        let inner = self.choice()?;
        let (low, high) = inner.width(&self.widths);
        if behind && Some(low) != high {
            return Err(SyntaxError::without_place(
                "look-behind requires fixed-width pattern",
            ));
        }
        Ok(Node::Look {
            inner: Box::new(inner),
            back: if behind { low } else { 0 },
            negated,
        })
    }

    pub(super) fn conditional(&mut self) -> Read<Node> {
        let place = self.at;
        let name = self.name(')')?;
        let index = match name.parse::<usize>() {
            Ok(0) => return Err(SyntaxError::new("bad group number", place)),
            Ok(index) if index < self.widths.len() => index,
            Ok(index) => {
                return Err(SyntaxError::new(
                    format!("invalid group reference {index}"),
                    place,
                ));
            }
            Err(_) => match self.names.iter().find(|(known, _)| *known == name) {
                Some((_, index)) => *index,
                None => {
                    return Err(SyntaxError::new(
                        format!("unknown group name '{name}'"),
                        place,
                    ));
                }
            },
        };
        let yes = self.sequence()?;
        let no = if self.take_if('|') {
            self.sequence()?
        } else {
            Node::Sequence(Vec::new())
        };
        if self.peek() == Some('|') {
            return Err(SyntaxError::new(
                "conditional backref with more than two branches",
                self.at,
            ));
        }
        Ok(Node::Conditional {
            index,
            yes: Box::new(yes),
            no: Box::new(no),
        })
    }

    /// `(?flags)` or `(?flags-flags:...)`.
    pub(super) fn inline_flags(&mut self, start: usize) -> Read<Option<Node>> {
        let outer = self.flags;
        let mut flags = outer;
        let mut on = true;
        loop {
            match self.take() {
                Some('i') => flags.ignore_case = on,
                Some('m') => flags.multi_line = on,
                Some('s') => flags.dot_all = on,
                Some('x') => flags.verbose = on,
                Some('a') => flags.ascii = true,
                Some('u') => flags.ascii = false,
                Some('L') => {
                    return Err(SyntaxError::new(
                        "bad inline flags: cannot use 'L' flag with a str pattern",
                        self.at,
                    ));
                }
                Some('-') if on => on = false,
                Some(')') => {
                    if start != 0 {
                        return Err(SyntaxError::new(
                            "global flags not at the start of the expression",
                            start,
                        ));
                    }
                    self.flags = flags;
                    self.global = flags;
                    return Ok(None);
                }
                Some(':') => break,
                None => return Err(SyntaxError::new("missing -, : or )", self.at)),
                Some(c) => {
                    let message = if class::is_alpha(c) {
                        "unknown flag"
                    } else {
                        "missing -, : or )"
                    };
                    return Err(SyntaxError::new(message, self.at - 1));
                }
            }
        }
        self.flags = flags;
        let inner = self.choice()?;
        self.flags = outer;
        self.closed(start)?;
        Ok(Some(inner))
    }
}
