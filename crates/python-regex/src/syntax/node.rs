//! What a pattern is once it is read: a tree.

use crate::letter_case::LetterCase;
use crate::set::Set;

/// Flags that change what parts of a pattern mean.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Flags {
    /// `IGNORECASE`.
    pub ignore_case: bool,
    /// `MULTILINE`.
    pub multi_line: bool,
    /// `DOTALL`.
    pub dot_all: bool,
    /// `VERBOSE`.
    pub verbose: bool,
    /// `ASCII`.
    pub ascii: bool,
}

impl Flags {
    pub(super) fn letter_case(self) -> LetterCase {
        match (self.ignore_case, self.ascii) {
            (false, _) => LetterCase::Exact,
            (true, true) => LetterCase::IgnoredInAscii,
            (true, false) => LetterCase::Ignored,
        }
    }
}

/// A place in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Assertion {
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
pub(crate) enum Greed {
    /// As many as possible.
    Greedy,
    /// As few as possible.
    Lazy,
    /// As many as possible, and no fewer afterwards.
    Possessive,
}

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(crate) enum Node {
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
pub(crate) struct Parsed {
    pub(crate) node: Node,
    pub(crate) flags: Flags,
    /// How many groups there are, group 0 not counted.
    pub(crate) groups: usize,
    /// Names of groups, in order.
    pub(crate) names: Vec<(String, usize)>,
}

impl Node {
    /// The least and the greatest length of what it matches; `None`: without a bound.
    pub(crate) fn width(&self, groups: &[(usize, Option<usize>)]) -> (usize, Option<usize>) {
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
