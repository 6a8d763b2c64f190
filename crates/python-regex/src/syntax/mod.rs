//! The syntax of patterns, read by descent.

mod bracket;
mod escape;
mod extension;
mod group;
mod node;
mod repeat;

pub use self::node::Flags;
pub(crate) use self::node::{Assertion, Greed, Node, Parsed};
use crate::parser_error::SyntaxError;

/// Reads a pattern.
pub(crate) fn parse(pattern: &str, flags: Flags) -> Result<Parsed, SyntaxError> {
    let chars: Vec<char> = pattern.chars().collect();
    let mut flags = flags;
    loop {
        let mut parser = Parser {
            chars: &chars,
            at: 0,
            flags,
            widths: vec![(0, None)],
            open: Vec::new(),
            names: Vec::new(),
            global: flags,
        };
        let node = parser.choice()?;
        if parser.at < chars.len() {
            return Err(SyntaxError::new("unbalanced parenthesis", parser.at));
        }
        // VERBOSE found inside changes how everything is read.
        if parser.global.verbose && !flags.verbose {
            flags = parser.global;
            continue;
        }
        return Ok(Parsed {
            node,
            flags: parser.global,
            groups: parser.widths.len() - 1,
            names: parser.names,
        });
    }
}

struct Parser<'a> {
    chars: &'a [char],
    at: usize,
    flags: Flags,
    /// The widths of the groups that were read.
    widths: Vec<(usize, Option<usize>)>,
    /// Groups that are being read.
    open: Vec<usize>,
    names: Vec<(String, usize)>,
    global: Flags,
}

type Read<T> = Result<T, SyntaxError>;

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    fn take_if(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        self.at += usize::from(found);
        found
    }

    fn choice(&mut self) -> Read<Node> {
        let mut parts = vec![self.sequence()?];
        while self.take_if('|') {
            parts.push(self.sequence()?);
        }
        Ok(if parts.len() == 1 {
            parts.remove(0)
        } else {
            Node::Choice(parts)
        })
    }

    fn sequence(&mut self) -> Read<Node> {
        let mut parts = Vec::new();
        while let Some(c) = self.peek() {
            if c == '|' || c == ')' {
                break;
            }
            if self.flags.verbose && self.skip_verbose(c) {
                continue;
            }
            let start = self.at;
            self.at += 1;
            if let Some(node) = self.item(c, start)? {
                let node = self.repeated(node)?;
                parts.push(node);
            }
        }
        Ok(if parts.len() == 1 {
            parts.remove(0)
        } else {
            Node::Sequence(parts)
        })
    }

    fn skip_verbose(&mut self, c: char) -> bool {
        if c.is_ascii_whitespace() || c == '\u{b}' {
            self.at += 1;
            return true;
        }
        if c == '#' {
            while self.take().is_some_and(|c| c != '\n') {}
            return true;
        }
        false
    }

    /// One item; `None` for what stands for nothing, such as flags.
    fn item(&mut self, c: char, start: usize) -> Read<Option<Node>> {
        let flags = self.flags;
        Ok(Some(match c {
            '.' => Node::Any {
                dot_all: flags.dot_all,
            },
            '^' if flags.multi_line => Node::Assert(Assertion::LineStart),
            '^' => Node::Assert(Assertion::Start),
            '$' if flags.multi_line => Node::Assert(Assertion::LineEnd),
            '$' => Node::Assert(Assertion::EndOrLast),
            '(' => return self.group(start),
            '[' => Node::Set(self.set(start)?),
            '\\' => self.escape(start)?,
            '*' | '+' | '?' => return Err(SyntaxError::new("nothing to repeat", start)),
            '{' => {
                self.at = start;
                if self.bounds()?.is_some() {
                    return Err(SyntaxError::new("nothing to repeat", start));
                }
                self.at = start + 1;
                Node::Char {
                    c,
                    letter_case: flags.letter_case(),
                }
            }
            _ => Node::Char {
                c,
                letter_case: flags.letter_case(),
            },
        }))
    }
}
