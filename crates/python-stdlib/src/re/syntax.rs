//! The syntax of patterns.

use brooklet_unicode::class;

use super::letter_case::LetterCase;
use super::parser_error::SyntaxError;
use super::set::{Class, Member, Set};

/// Flags that change what parts of a pattern mean.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Flags {
    pub(super) ignore_case: bool,
    pub(super) multi_line: bool,
    pub(super) dot_all: bool,
    pub(super) verbose: bool,
    pub(super) ascii: bool,
}

impl Flags {
    fn letter_case(self) -> LetterCase {
        match (self.ignore_case, self.ascii) {
            (false, _) => LetterCase::Exact,
            (true, true) => LetterCase::IgnoredInAscii,
            (true, false) => LetterCase::Ignored,
        }
    }
}

/// A place in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Assertion {
    /// `\A`, or `^` without MULTILINE.
    Start,
    /// `\Z`.
    End,
    /// `$` without MULTILINE: the end, or before a line end there.
    EndOrLast,
    /// `^` with MULTILINE.
    LineStart,
    /// `$` with MULTILINE.
    LineEnd,
    /// `\b`, or `\B` if negated.
    WordBoundary { negated: bool, ascii: bool },
}

/// How a repetition chooses between more and fewer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Greed {
    /// As many as possible.
    Greedy,
    /// As few as possible.
    Lazy,
    /// As many as possible, and no fewer afterwards.
    Possessive,
}

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Char {
        c: char,
        letter_case: LetterCase,
    },
    Any {
        dot_all: bool,
    },
    Set(Set),
    Assert(Assertion),
    Group {
        inner: Box<Node>,
        index: usize,
    },
    Reference {
        index: usize,
        letter_case: LetterCase,
    },
    Repeat {
        inner: Box<Node>,
        least: u32,
        most: Option<u32>,
        greed: Greed,
    },
    Sequence(Vec<Node>),
    Choice(Vec<Node>),
    /// What is ahead, or that many characters behind.
    Look {
        inner: Box<Node>,
        back: usize,
        negated: bool,
    },
    Atomic(Box<Node>),
    Conditional {
        index: usize,
        yes: Box<Node>,
        no: Box<Node>,
    },
}

/// A pattern that was read.
pub(super) struct Parsed {
    pub(super) node: Node,
    pub(super) flags: Flags,
    /// How many groups there are, group 0 not counted.
    pub(super) groups: usize,
    /// Names of groups, in order.
    pub(super) names: Vec<(String, usize)>,
}

impl Node {
    /// The least and the greatest length of what it matches; `None`: without a bound.
    pub(super) fn width(&self, groups: &[(usize, Option<usize>)]) -> (usize, Option<usize>) {
        match self {
            Node::Char { .. } | Node::Any { .. } | Node::Set(_) => (1, Some(1)),
            Node::Assert(_) | Node::Look { .. } => (0, Some(0)),
            Node::Group { inner, .. } | Node::Atomic(inner) => inner.width(groups),
            Node::Reference { index, .. } => groups.get(*index).copied().unwrap_or((0, None)),
            Node::Repeat {
                inner, least, most, ..
            } => {
                let (low, high) = inner.width(groups);
                let high = match (high, most) {
                    (Some(0), _) => Some(0),
                    (Some(high), Some(most)) => Some(high * *most as usize),
                    _ => None,
                };
                (low * *least as usize, high)
            }
            Node::Sequence(parts) => parts.iter().fold((0, Some(0)), |(low, high), part| {
                let (next_low, next_high) = part.width(groups);
                (low + next_low, high.zip(next_high).map(|(a, b)| a + b))
            }),
            Node::Choice(parts) => widest(parts.iter().map(|part| part.width(groups))),
            Node::Conditional { yes, no, .. } => {
                widest([yes.width(groups), no.width(groups)].into_iter())
            }
        }
    }
}

fn widest(widths: impl Iterator<Item = (usize, Option<usize>)>) -> (usize, Option<usize>) {
    widths
        .reduce(|(low, high), (next_low, next_high)| {
            (
                low.min(next_low),
                high.zip(next_high).map(|(a, b)| a.max(b)),
            )
        })
        .unwrap_or((0, Some(0)))
}

/// Reads a pattern.
pub(super) fn parse(pattern: &str, flags: Flags) -> Result<Parsed, SyntaxError> {
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

    /// `*`, `+`, `?` or `{m,n}` at this place.
    fn bounds(&mut self) -> Read<Option<(u32, Option<u32>)>> {
        let start = self.at;
        let bounds = match self.take() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                let least = self.digits();
                let comma = self.take_if(',');
                let most = if comma { self.digits() } else { least.clone() };
                if !self.take_if('}') || (least.is_empty() && !comma) {
                    self.at = start;
                    return Ok(None);
                }
                let number = |text: &str| {
                    text.parse::<u32>()
                        .map_err(|_| SyntaxError::new("the repetition number is too large", start))
                };
                let low = if least.is_empty() { 0 } else { number(&least)? };
                let high = if most.is_empty() {
                    None
                } else {
                    Some(number(&most)?)
                };
                if high.is_some_and(|high| high < low) {
                    return Err(SyntaxError::new(
                        "min repeat greater than max repeat",
                        start + 1,
                    ));
                }
                (low, high)
            }
            _ => {
                self.at = start;
                return Ok(None);
            }
        };
        Ok(Some(bounds))
    }

    fn digits(&mut self) -> String {
        let mut digits = String::new();
        while let Some(c) = self.peek().filter(char::is_ascii_digit) {
            digits.push(c);
            self.at += 1;
        }
        digits
    }

    fn repeated(&mut self, node: Node) -> Read<Node> {
        if self.flags.verbose {
            while let Some(c) = self.peek() {
                if !self.skip_verbose(c) {
                    break;
                }
            }
        }
        let start = self.at;
        let Some((least, most)) = self.bounds()? else {
            return Ok(node);
        };
        if matches!(node, Node::Assert(_))
            || matches!(&node, Node::Sequence(parts) if parts.is_empty())
        {
            return Err(SyntaxError::new("nothing to repeat", start));
        }
        let greed = if self.take_if('?') {
            Greed::Lazy
        } else if self.take_if('+') {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        let after = self.at;
        if self.bounds()?.is_some() {
            return Err(SyntaxError::new("multiple repeat", after));
        }
        Ok(Node::Repeat {
            inner: Box::new(node),
            least,
            most,
            greed,
        })
    }

    fn closed(&mut self, start: usize) -> Read<()> {
        if self.take_if(')') {
            Ok(())
        } else {
            Err(SyntaxError::new(
                "missing ), unterminated subpattern",
                start,
            ))
        }
    }

    fn group(&mut self, start: usize) -> Read<Option<Node>> {
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

    fn capture(&mut self, start: usize, name: Option<String>) -> Read<Node> {
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
    fn name(&mut self, end: char) -> Read<String> {
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

    fn checked_name(&mut self, end: char) -> Read<String> {
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

    fn python_extension(&mut self, start: usize) -> Read<Node> {
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

    fn reference(&self, index: usize, place: usize) -> Read<Node> {
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

    fn look(&mut self, behind: bool, negated: bool) -> Read<Node> {
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

    fn conditional(&mut self) -> Read<Node> {
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
    fn inline_flags(&mut self, start: usize) -> Read<Option<Node>> {
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

    fn class(&self, c: char) -> Option<(Class, bool)> {
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

    fn escape(&mut self, start: usize) -> Read<Node> {
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
    fn character_escape(&mut self, c: char, start: usize) -> Read<char> {
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

    fn set(&mut self, start: usize) -> Read<Set> {
        let ascii = self.flags.ascii;
        let letter_case = self.flags.letter_case();
        let negated = self.take_if('^');
        let mut members = Vec::new();
        let first = self.at;
        loop {
            let place = self.at;
            let Some(c) = self.take() else {
                return Err(SyntaxError::new("unterminated character set", start));
            };
            if c == ']' && place != first {
                return Ok(Set {
                    members,
                    negated,
                    letter_case,
                });
            }
            let low = self.set_member(c, place, start)?;
            if self.peek() == Some('-') && self.chars.get(self.at + 1) != Some(&']') {
                self.at += 1;
                let begin = self.at;
                let Some(c) = self.take() else {
                    return Err(SyntaxError::new("unterminated character set", start));
                };
                let high = self.set_member(c, begin, start)?;
                let text: String = self.chars[place..self.at].iter().collect();
                match (low, high) {
                    (Ok(low), Ok(high)) if low <= high => members.push(Member::Range(low, high)),
                    _ => {
                        return Err(SyntaxError::new(
                            format!("bad character range {text}"),
                            place,
                        ));
                    }
                }
                continue;
            }
            members.push(match low {
                Ok(c) => Member::Range(c, c),
                Err((class, negated)) => Member::Class {
                    class,
                    negated,
                    ascii,
                },
            });
        }
    }

    /// A character of a set, or a class.
    fn set_member(
        &mut self,
        c: char,
        place: usize,
        start: usize,
    ) -> Read<Result<char, (Class, bool)>> {
        if c != '\\' {
            return Ok(Ok(c));
        }
        let Some(c) = self.take() else {
            return Err(SyntaxError::new("unterminated character set", start));
        };
        if let Some(class) = self.class(c) {
            return Ok(Err(class));
        }
        if c == 'b' {
            return Ok(Ok('\u{8}'));
        }
        if c.is_digit(8) {
            self.at -= 1;
            let mut code = 0;
            for _ in 0..3 {
                let Some(digit) = self.peek().and_then(|c| c.to_digit(8)) else {
                    break;
                };
                code = code * 8 + digit;
                self.at += 1;
            }
            return Ok(Ok(char::from_u32(code).unwrap_or_default()));
        }
        self.character_escape(c, place).map(Ok)
    }
}
