//! `str`.

use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

/// A Python `str`: text with its length in code points and its hash kept once known.
#[derive(Clone)]
pub struct Str(Rc<Data>);

struct Data {
    text: Box<str>,
    /// Length in code points; equal to the length in bytes exactly for ASCII text.
    chars: u32,
    /// `0` until asked for; CPython never gives 0 for a text that is not empty... nearly:
    /// a text that truly hashes to 0 is hashed again each time, which is still right.
    hash: Cell<i64>,
}

impl Str {
    /// A copy of `text`.
    pub fn new(text: &str) -> Str {
        Str::from_box(text.into())
    }

    fn from_box(text: Box<str>) -> Str {
        let chars = text.chars().count() as u32;
        Str(Rc::new(Data {
            text,
            chars,
            hash: Cell::new(0),
        }))
    }

    /// Two texts joined, without counting their code points again.
    #[must_use]
    pub fn concat(first: &Str, second: &Str) -> Str {
        if first.is_empty() {
            return second.clone();
        }
        if second.is_empty() {
            return first.clone();
        }
        let mut text = String::with_capacity(first.as_str().len() + second.as_str().len());
        text.push_str(first.as_str());
        text.push_str(second.as_str());
        Str(Rc::new(Data {
            text: text.into_boxed_str(),
            chars: first.0.chars + second.0.chars,
            hash: Cell::new(0),
        }))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// Length in code points, as Python's `len`.
    pub fn len(&self) -> usize {
        self.0.chars as usize
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.0.chars == 0
    }

    /// Whether every code point is ASCII, so that a byte index is a code point index.
    pub fn is_ascii(&self) -> bool {
        self.0.chars as usize == self.0.text.len()
    }

    /// Whether both are the same object.
    pub fn same(&self, other: &Str) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Where the object lies.
    pub(crate) fn address(&self) -> usize {
        Rc::as_ptr(&self.0) as usize
    }

    /// CPython's hash under `PYTHONHASHSEED=0`.
    pub fn hash(&self) -> i64 {
        let known = self.0.hash.get();
        if known != 0 {
            return known;
        }
        let hash = crate::vm::hash::hash_str(self.as_str());
        self.0.hash.set(hash);
        hash
    }

    /// The code point at an index that is known to be in range.
    pub fn char_at(&self, index: usize) -> char {
        if self.is_ascii() {
            self.0.text.as_bytes()[index] as char
        } else {
            self.0
                .text
                .chars()
                .nth(index)
                .expect("the caller checked the index")
        }
    }

    /// The code points `start..end` (both in range, `start <= end`).
    pub fn substring(&self, start: usize, end: usize) -> Str {
        if self.is_ascii() {
            return Str::new(&self.0.text[start..end]);
        }
        let mut offsets = self
            .0
            .text
            .char_indices()
            .map(|(at, _)| at)
            .chain([self.0.text.len()]);
        let from = offsets.nth(start).unwrap_or(self.0.text.len());
        let to = if end == start {
            from
        } else {
            offsets.nth(end - start - 1).unwrap_or(from)
        };
        Str::new(&self.0.text[from..to])
    }
}

impl From<String> for Str {
    fn from(text: String) -> Str {
        Str::from_box(text.into_boxed_str())
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Str {
        Str::new(text)
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Str) -> bool {
        self.same(other) || self.as_str() == other.as_str()
    }
}

impl Eq for Str {}

impl fmt::Display for Str {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), out)
    }
}
