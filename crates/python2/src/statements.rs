//! Statements that became functions, or are written in another way.

use brooklet_source::Span;

use crate::change::{Change, Construct};
use crate::words::{Words, after};

pub(crate) fn find(words: &Words, is_python2: bool, found: &mut Vec<Change>) {
    let has_print_function = (0..words.len()).any(|at| words.text(at) == "print_function");
    for at in 0..words.len() {
        if !words.get(at).is_some_and(|word| word.begins) {
            continue;
        }
        let end = words.statement_end(at);
        let change = match words.text(at) {
            "print" if !has_print_function => print(words, at, end, is_python2),
            "exec" => exec(words, at, end),
            "raise" => raise(words, at, end),
            "except" => except(words, at, end),
            _ => None,
        };
        found.extend(change);
    }
}

/// `print a, b` → `print(a, b)`.
fn print(words: &Words, at: usize, end: usize, is_python2: bool) -> Option<Change> {
    let whole = words.range(at, end);
    let change = |pieces| Some(Change::new(Construct::PrintStatement, whole, pieces));
    let first = at + 1;
    if first == end {
        // A lone `print` is an expression of Python 3.
        let text = vec![(after(words.span(at)), "()".to_owned())];
        return change(text).map(Change::uncertain);
    }
    match words.text(first) {
        "(" => {
            let close = words.get(first)?.partner?;
            if close + 1 == end {
                let has_comma = words.find(first + 1, close, 1, ",").is_some();
                // `print (a, b)` shows a tuple.
                let wraps = has_comma && is_python2;
                let gap = Span {
                    start: words.span(at).end,
                    end: words.span(first).start,
                };
                let pieces = vec![
                    (gap, "(".to_owned()),
                    (after(words.span(close)), ")".to_owned()),
                ];
                return if wraps {
                    change(pieces).map(Change::uncertain)
                } else {
                    None
                };
            }
            // What follows a call: `print("…").x` is Python 3's, all else an operand.
            if matches!(words.text(close + 1), "." | "[" | "(") {
                return None;
            }
        }
        "=" | "." | "," | ":" | ")" | "[" if words.text(first) != "[" || words.touches(first) => {
            return None;
        }
        _ => {}
    }
    let mut from = first;
    let mut suffix = String::new();
    if words.text(first) == ">>" {
        let comma = words.find(first + 1, end, 0, ",").unwrap_or(end);
        let file = words.slice(words.range(first + 1, comma));
        from = (comma + 1).min(end);
        let separator = if from == end { "" } else { ", " };
        suffix = format!("{separator}file={file}");
    }
    let mut last = end - 1;
    let mut pieces = Vec::new();
    let opening = Span {
        start: words.span(at).end,
        end: if from < end {
            words.span(from).start
        } else {
            words.span(last).end
        },
    };
    pieces.push((opening, "(".to_owned()));
    if words.text(last) == "," && last >= from {
        pieces.push((words.span(last), String::new()));
        last -= 1;
        suffix = format!(", end=\" \"{suffix}");
    }
    let closing = after(words.span(if from < end { last } else { end - 1 }));
    pieces.push((closing, format!("{suffix})")));
    change(pieces)
}

/// `exec code in names` → `exec(code, names)`.
fn exec(words: &Words, at: usize, end: usize) -> Option<Change> {
    let first = at + 1;
    let within = words.find(first, end, 0, "in");
    let is_call = words.text(first) == "(" && within.is_none();
    if first == end || is_call || matches!(words.text(first), "=" | "." | ",") {
        return None;
    }
    let opening = Span {
        start: words.span(at).end,
        end: words.span(first).start,
    };
    let mut pieces = vec![(opening, "(".to_owned())];
    if let Some(within) = within {
        let comma = Span {
            start: words.span(within - 1).end,
            end: words.span(within).end,
        };
        pieces.push((comma, ",".to_owned()));
    }
    pieces.push((after(words.span(end - 1)), ")".to_owned()));
    let whole = words.range(at, end);
    Some(Change::new(Construct::ExecStatement, whole, pieces))
}

/// `raise E, value, traceback` → `raise E(value).with_traceback(traceback)`.
fn raise(words: &Words, at: usize, end: usize) -> Option<Change> {
    let comma = words.find(at + 1, end, 0, ",")?;
    if comma + 1 == end {
        return None;
    }
    let gap = |comma: usize| Span {
        start: words.span(comma - 1).end,
        end: words.span(comma + 1).start,
    };
    let mut pieces = vec![(gap(comma), "(".to_owned())];
    if let Some(second) = words.find(comma + 1, end, 0, ",") {
        pieces.push((gap(second), ").with_traceback(".to_owned()));
    }
    pieces.push((after(words.span(end - 1)), ")".to_owned()));
    let whole = words.range(at, end);
    Some(Change::new(Construct::RaiseStatement, whole, pieces))
}

/// `except E, e:` → `except E as e:`.
fn except(words: &Words, at: usize, end: usize) -> Option<Change> {
    let colon = words.find(at + 1, end, 0, ":")?;
    let comma = words.find(at + 1, colon, 0, ",")?;
    if comma + 2 != colon || !words.is_name(comma + 1) {
        return None;
    }
    let gap = Span {
        start: words.span(comma).start,
        end: words.span(comma + 1).start,
    };
    let whole = words.range(at, colon);
    let pieces = vec![(gap, " as ".to_owned())];
    Some(Change::new(Construct::ExceptClause, whole, pieces))
}

#[cfg(test)]
mod tests {
    use crate::rewrite;

    #[test]
    fn print_becomes_a_function() {
        for (before, after) in [
            ("print", "print"),
            ("print 1\nprint\n", "print(1)\nprint()\n"),
            ("print 'a', x # why\n", "print('a', x) # why\n"),
            ("print x,\n", "print(x, end=\" \")\n"),
            ("print '%d' % x; y = 1\n", "print('%d' % x); y = 1\n"),
            ("print ('%d') % x\n", "print(('%d') % x)\n"),
            ("print (1, 2)\nprint 3\n", "print((1, 2))\nprint(3)\n"),
            ("print (1, 2)\n", "print (1, 2)\n"),
            ("print('a')\nprint 3\n", "print('a')\nprint(3)\n"),
            ("print >>f, 'a', b\n", "print('a', b, file=f)\n"),
            ("print >>sys.stderr\n", "print(file=sys.stderr)\n"),
            (
                "if x: print y\nelse: print z\n",
                "if x: print(y)\nelse: print(z)\n",
            ),
            ("print [1], -x\n", "print([1], -x)\n"),
            (
                "print 'a' \\\n  'b'\nx = 1\n",
                "print('a' \\\n  'b')\nx = 1\n",
            ),
            ("print = 3\n", "print = 3\n"),
            ("print `x`, a <> b\n", "print(repr(x), a != b)\n"),
        ] {
            assert_eq!(rewrite(before), after, "{before}");
        }
    }

    #[test]
    fn other_statements() {
        for (before, after) in [
            ("exec 'a'\n", "exec('a')\n"),
            ("exec c in d, e\n", "exec(c, d, e)\n"),
            ("exec(c) in d\n", "exec((c), d)\n"),
            ("exec('a')\n", "exec('a')\n"),
            ("raise E, 'm'\n", "raise E('m')\n"),
            ("raise E, 'm', t\n", "raise E('m').with_traceback(t)\n"),
            ("raise E('a', 'b')\n", "raise E('a', 'b')\n"),
            (
                "try:\n    f()\nexcept (A, B), e:\n    pass\n",
                "try:\n    f()\nexcept (A, B) as e:\n    pass\n",
            ),
        ] {
            assert_eq!(rewrite(before), after, "{before}");
        }
    }
}
