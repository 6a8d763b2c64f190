//! Names and methods that Python 3 does not have, or that gave lists.

use crate::change::{Change, Construct};
use crate::words::{Words, after, before};

/// A name of Python 2, and the one that stands for it.
const NAMES: [(&str, &str); 7] = [
    ("basestring", "str"),
    ("long", "int"),
    ("raw_input", "input"),
    ("unichr", "chr"),
    ("unicode", "str"),
    ("xrange", "range"),
    ("file", "open"),
];

/// A method of Python 2, and the one that stands for it.
const METHODS: [(&str, &str); 6] = [
    ("iteritems", "items"),
    ("iterkeys", "keys"),
    ("itervalues", "values"),
    ("viewitems", "items"),
    ("viewkeys", "keys"),
    ("viewvalues", "values"),
];

/// Functions that gave lists.
const LISTS: [&str; 4] = ["filter", "map", "range", "zip"];

/// Functions that take whatever can be gone through.
const TAKERS: [&str; 11] = [
    "all",
    "any",
    "dict",
    "enumerate",
    "iter",
    "list",
    "max",
    "min",
    "set",
    "sorted",
    "sum",
];

pub(crate) fn find(words: &Words, is_python2: bool, found: &mut Vec<Change>) {
    for at in 0..words.len() {
        if !words.is_name(at) {
            continue;
        }
        let change = match words.before(at) {
            "." => method(words, at),
            _ => name(words, at, is_python2),
        };
        found.extend(change);
    }
    found.extend(reduce(words));
}

fn name(words: &Words, at: usize, is_python2: bool) -> Option<Change> {
    let text = words.text(at);
    if is_own(words, at) {
        return None;
    }
    if let Some((_, new)) = NAMES.iter().find(|(old, _)| *old == text) {
        // `file` is a good name for many things: only its call is the old function.
        let is_meant = text != "file" || (is_python2 && words.text(at + 1) == "(");
        let change = Change::replace(Construct::Name, words.span(at), *new);
        return is_meant.then_some(change);
    }
    if !is_python2 || !LISTS.contains(&text) || words.text(at + 1) != "(" {
        return None;
    }
    let close = words.get(at + 1)?.partner?;
    let is_gone_through = words.before(at) == "in"
        || (words.before(at) == "("
            && (TAKERS.contains(&words.text(at.checked_sub(2)?)) || words.text(at - 2) == "join"));
    if is_gone_through {
        return None;
    }
    let span = words.range(at, close + 1);
    let pieces = vec![
        (before(span), "list(".to_owned()),
        (after(span), ")".to_owned()),
    ];
    Some(Change::new(Construct::List, span, pieces).uncertain())
}

fn method(words: &Words, at: usize) -> Option<Change> {
    let text = words.text(at);
    let is_call = words.text(at + 1) == "(";
    if let Some((_, new)) = METHODS.iter().find(|(old, _)| *old == text) {
        return is_call.then(|| Change::replace(Construct::Method, words.span(at), *new));
    }
    if text == "maxint" && words.text(at.checked_sub(2)?) == "sys" {
        return Some(Change::replace(Construct::Name, words.span(at), "maxsize"));
    }
    if text == "has_key" && is_call {
        return has_key(words, at);
    }
    None
}

/// `d.has_key(k)` → `k in d`.
fn has_key(words: &Words, at: usize) -> Option<Change> {
    let close = words.get(at + 1)?.partner?;
    let from = receiver(words, at - 1)?;
    if close == at + 2 {
        return None;
    }
    let owner = words.slice(words.range(from, at - 1));
    let key = words.slice(words.range(at + 2, close));
    let is_negated = words.before(from) == "not";
    let first = if is_negated { from - 1 } else { from };
    let alone_before = matches!(
        words.before(first),
        "" | "(" | "," | "=" | ":" | "if" | "elif" | "while" | "and" | "or" | "return" | "not"
    ) || words.get(first).is_some_and(|word| word.begins);
    let alone_after = matches!(
        words.text(close + 1),
        "" | ")" | "," | ":" | "and" | "or" | ";" | "else"
    ) || words.get(close + 1).is_some_and(|word| word.begins);
    let operator = if is_negated { "not in" } else { "in" };
    let text = match alone_before && alone_after {
        true => format!("{key} {operator} {owner}"),
        false => format!("({key} {operator} {owner})"),
    };
    let span = words.range(first, close + 1);
    Some(Change::replace(Construct::Method, span, text))
}

/// Where the expression begins that the dot at `dot` follows.
fn receiver(words: &Words, dot: usize) -> Option<usize> {
    let mut at = dot.checked_sub(1)?;
    loop {
        let word = words.get(at)?;
        if matches!(word.text, ")" | "]" | "}") {
            at = word.partner?;
            let callee = at.checked_sub(1).filter(|_| words.touches(at));
            match callee {
                Some(callee)
                    if words.is_name(callee) || matches!(words.text(callee), ")" | "]") =>
                {
                    at = callee;
                    continue;
                }
                _ => {}
            }
        }
        match words.before(at) {
            "." => at = at.checked_sub(2)?,
            _ => return Some(at),
        }
    }
}

/// `reduce` is one of `functools` now.
fn reduce(words: &Words) -> Option<Change> {
    let is_called = |at: &usize| {
        words.text(*at) == "reduce" && words.text(at + 1) == "(" && words.before(*at) != "."
    };
    let at = (0..words.len()).find(is_called)?;
    if is_own(words, at) {
        return None;
    }
    let is_place = |at: &usize| {
        let word = words.get(*at);
        word.is_some_and(|word| word.begins && matches!(word.text, "import" | "from"))
            && words.text(at + 1) != "__future__"
            && is_at_margin(words, *at)
    };
    let place = (0..words.len()).find(is_place).unwrap_or(0);
    Some(Change::new(
        Construct::Name,
        words.span(at),
        vec![(
            before(words.span(place)),
            "from functools import reduce\n".to_owned(),
        )],
    ))
}

fn is_at_margin(words: &Words, at: usize) -> bool {
    let start = words.span(at).start as usize;
    start == 0 || words.source.as_bytes()[start - 1] == b'\n'
}

/// Whether a name is the program's own: it is assigned, imported or a parameter somewhere, or it is
/// the name of a keyword argument here.
fn is_own(words: &Words, at: usize) -> bool {
    let text = words.text(at);
    let is_keyword = words.text(at + 1) == "=" && words.get(at).is_some_and(|word| word.depth > 0);
    let is_bound = |other: usize| {
        words.text(other) == text
            && words.before(other) != "."
            && ((words.text(other + 1) == "=" && words.get(other).is_some_and(|word| word.begins))
                || matches!(
                    words.before(other),
                    "def" | "class" | "import" | "as" | "for" | "lambda" | "global"
                )
                || is_imported(words, other))
    };
    is_keyword || (0..words.len()).any(is_bound)
}

/// Whether a word stands in an import statement.
fn is_imported(words: &Words, at: usize) -> bool {
    let first = (0..=at)
        .rev()
        .find(|index| words.get(*index).is_some_and(|word| word.begins));
    first.is_some_and(|first| matches!(words.text(first), "from" | "import"))
}

#[cfg(test)]
mod tests {
    use crate::{find, rewrite};

    #[test]
    fn names_and_methods() {
        for (before, after) in [
            ("for i in xrange(3): f(i)\n", "for i in range(3): f(i)\n"),
            ("x = unicode(y).unicode\n", "x = str(y).unicode\n"),
            ("d.iteritems()\n", "d.items()\n"),
            ("if d.has_key(k): f()\n", "if k in d: f()\n"),
            ("x = not a.b(1).has_key('k')\n", "x = 'k' not in a.b(1)\n"),
            ("x = 1 + d[0].has_key(k)\n", "x = 1 + (k in d[0])\n"),
            ("x = sys.maxint\n", "x = sys.maxsize\n"),
            (
                "import a\nx = reduce(f, y)\n",
                "from functools import reduce\nimport a\nx = reduce(f, y)\n",
            ),
            ("rdd.reduce(f)\n", "rdd.reduce(f)\n"),
            ("print map(f, x)[0]\n", "print(list(map(f, x))[0])\n"),
            ("print sorted(map(f, x))\n", "print(sorted(map(f, x)))\n"),
            ("x = map(f, y)\n", "x = map(f, y)\n"),
        ] {
            assert_eq!(rewrite(before), after, "{before}");
        }
    }

    #[test]
    fn a_programs_own_names_are_left() {
        for text in [
            "try:\n    unicode\nexcept NameError:\n    unicode = str\nunicode(1)\n",
            "from six.moves import xrange\nxrange(3)\n",
            "from functools import reduce\nreduce(f, x)\n",
            "def long(x): return x\nlong(1)\n",
            "f(unicode=True)\n",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}
