//! Programs of Python 2: what in a text is written in it, and the same text for Python 3.
//!
//! The parser refuses such a text, so this works on its tokens. The rules are those of CPython's
//! `lib2to3`, for what stream programs hold. This crate must not know bytecode, values or modules.

mod change;
mod imports;
mod literals;
mod names;
mod parameters;
mod statements;
mod words;

use brooklet_source::Span;
use ruff_python_parser::parse_module;

use change::Change;
pub use change::Construct;
use words::Words;

/// How often a text is gone over: a change inside of another one is made the next time.
const MOST_PASSES: usize = 8;

/// Something that Python 3 does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub construct: Construct,
    /// Where.
    pub span: Span,
}

/// What in a text only Python 2 has, in the order of the places.
///
/// ```
/// use brooklet_python2::{find, Construct};
///
/// assert_eq!(find("print 'a'\n")[0].construct, Construct::PrintStatement);
/// assert_eq!(find("xrange(3)\n")[0].construct, Construct::Name);
/// assert_eq!(find("print('a')\n"), []);
/// ```
pub fn find(text: &str) -> Vec<Finding> {
    changes(text, false)
        .iter()
        .map(|change| Finding {
            construct: change.construct,
            span: change.span,
        })
        .collect()
}

/// The text for Python 3; as it was where nothing in it is Python 2's.
///
/// ```
/// let text = "for k, v in d.iteritems():\n    print k, v\n";
/// let rewritten = "for k, v in d.items():\n    print(k, v)\n";
/// assert_eq!(brooklet_python2::rewrite(text), rewritten);
/// ```
pub fn rewrite(text: &str) -> String {
    // What also is Python 3, but means something else there, is Python 2's only where the text is.
    let is_python2 = parse_module(text).is_err() && !find(text).is_empty();
    let mut text = text.to_owned();
    for pass in 0..MOST_PASSES {
        let found = changes(&text, is_python2 && pass == 0);
        if found.is_empty() {
            break;
        }
        text = change::apply(&text, &found);
    }
    text
}

/// The changes that do not overlap, in the order of their places.
fn changes(text: &str, is_python2: bool) -> Vec<Change> {
    let words = Words::new(text);
    let mut found = Vec::new();
    statements::find(&words, is_python2, &mut found);
    parameters::find(&words, &mut found);
    literals::find(&words, &mut found);
    names::find(&words, is_python2, &mut found);
    imports::find(&words, &mut found);
    found.retain(|change| change.is_certain || is_python2);
    change::without_overlaps(found)
}
