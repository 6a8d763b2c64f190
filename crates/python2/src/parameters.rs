//! Parameters that are tuples: `lambda (k, v): k` → `lambda k_v: k_v[0]`.

use std::collections::HashMap;

use ruff_python_ast::token::TokenKind;

use crate::change::{Change, Construct};
use crate::words::{Words, before};

pub(crate) fn find(words: &Words, found: &mut Vec<Change>) {
    for at in 0..words.len() {
        let change = match words.text(at) {
            "lambda" => lambda(words, at),
            "def" if words.text(at + 2) == "(" => function(words, at),
            _ => None,
        };
        found.extend(change);
    }
}

/// A tuple among parameters: where it is, and what its one parameter is called.
struct Pattern {
    open: usize,
    close: usize,
    name: String,
    /// The way to each name in it: `[1][0]`.
    ways: Vec<(String, String)>,
}

/// The tuples among the parameters from `from` to `to`, which stand at a depth.
fn patterns(words: &Words, from: usize, to: usize, depth: u32) -> Option<Vec<Pattern>> {
    let mut found = Vec::new();
    for at in from..to {
        let word = words.get(at)?;
        let is_first = at == from || words.before(at) == ",";
        if word.depth == depth && word.text == "(" && is_first {
            let close = word.partner?;
            let mut ways = Vec::new();
            names(words, at, "", &mut ways)?;
            let written: Vec<&str> = ways.iter().map(|(name, _)| name.as_str()).collect();
            let name = written.join("_");
            found.push(Pattern {
                open: at,
                close,
                name,
                ways,
            });
        }
    }
    Some(found)
}

/// The names in a tuple, each with its way; `None` if it holds something else.
fn names(words: &Words, open: usize, way: &str, into: &mut Vec<(String, String)>) -> Option<()> {
    let close = words.get(open)?.partner?;
    let depth = words.get(open)?.depth + 1;
    let is_tuple = words.find(open + 1, close, depth, ",").is_some();
    let (mut at, mut position) = (open + 1, 0);
    while at < close {
        let here = match is_tuple {
            true => format!("{way}[{position}]"),
            // `(k)` is no tuple.
            false => way.to_owned(),
        };
        if words.is_name(at) {
            into.push((words.text(at).to_owned(), here));
            at += 1;
        } else if words.text(at) == "(" {
            names(words, at, &here, into)?;
            at = words.get(at)?.partner? + 1;
        } else {
            return None;
        }
        position += 1;
        match words.text(at) {
            "," => at += 1,
            _ if at == close => {}
            _ => return None,
        }
    }
    Some(())
}

fn lambda(words: &Words, at: usize) -> Option<Change> {
    let depth = words.get(at)?.depth;
    let colon = words.find(at + 1, words.len(), depth, ":")?;
    let patterns = patterns(words, at + 1, colon, depth)?;
    if patterns.is_empty() {
        return None;
    }
    let end = body_end(words, colon + 1, depth);
    let mut pieces = Vec::new();
    let mut replaced: HashMap<&str, String> = HashMap::new();
    for pattern in &patterns {
        let span = words.range(pattern.open, pattern.close + 1);
        pieces.push((span, pattern.name.clone()));
        for (name, way) in &pattern.ways {
            replaced.insert(name, format!("{}{way}", pattern.name));
        }
    }
    let mut index = colon + 1;
    while index < end {
        // A function inside with a parameter of that name has its own.
        if words.text(index) == "lambda" {
            let depth = words.get(index)?.depth;
            if let Some(inner) = words.find(index + 1, end, depth, ":")
                && (index + 1..inner).any(|at| replaced.contains_key(words.text(at)))
            {
                index = body_end(words, inner + 1, depth);
                continue;
            }
        }
        if let Some(text) = replaced.get(words.text(index))
            && words.is_name(index)
            && words.before(index) != "."
            && !is_keyword(words, index)
        {
            pieces.push((words.span(index), text.clone()));
        }
        index += 1;
    }
    let span = words.range(at, colon + 1);
    Some(Change::new(Construct::TupleParameter, span, pieces))
}

/// Whether a name is that of a keyword argument.
fn is_keyword(words: &Words, at: usize) -> bool {
    words.text(at + 1) == "=" && matches!(words.before(at), "(" | ",")
}

/// Where the body of a lambda ends that begins here.
fn body_end(words: &Words, from: usize, depth: u32) -> usize {
    let is_end = |at: &usize| {
        words.get(*at).is_none_or(|word| {
            word.begins
                || word.depth < depth
                || (word.depth == depth && matches!(word.text, "," | ";" | "for" | ")" | "]" | "}"))
                    && !(word.partner.is_some_and(|open| open >= from) && word.text != ",")
        })
    };
    (from..words.len()).find(is_end).unwrap_or(words.len())
}

/// `def f((a, b)):` → `def f(a_b):` with `(a, b) = a_b` as its first line.
fn function(words: &Words, at: usize) -> Option<Change> {
    let open = at + 2;
    let close = words.get(open)?.partner?;
    let depth = words.get(open)?.depth + 1;
    let patterns = patterns(words, open + 1, close, depth)?;
    let first = close + 2;
    let is_docstring = words
        .get(first)
        .is_some_and(|word| word.kind == TokenKind::String);
    let body = match is_docstring {
        true => words.statement_end(first),
        false => first,
    };
    if patterns.is_empty() || words.text(close + 1) != ":" || body >= words.len() {
        return None;
    }
    let mut pieces = Vec::new();
    let mut lines = String::new();
    let start = words.span(body).start as usize;
    let margin_from = words.source[..start].rfind('\n').map_or(0, |end| end + 1);
    let margin = &words.source[margin_from..start];
    let is_block = margin.trim().is_empty();
    let separator = if is_block {
        format!("\n{margin}")
    } else {
        "; ".to_owned()
    };
    for pattern in &patterns {
        let span = words.range(pattern.open, pattern.close + 1);
        lines.push_str(&format!(
            "{} = {}{separator}",
            words.slice(span),
            pattern.name
        ));
        pieces.push((span, pattern.name.clone()));
    }
    pieces.push((before(words.span(body)), lines));
    let span = words.range(at, close + 1);
    Some(Change::new(Construct::TupleParameter, span, pieces))
}

#[cfg(test)]
mod tests {
    use crate::rewrite;

    #[test]
    fn tuples_become_one_parameter() {
        for (before, after) in [
            (
                "f(lambda (k, v): (v, k))\n",
                "f(lambda k_v: (k_v[1], k_v[0]))\n",
            ),
            (
                "f(lambda (k, (a, b)): k + a.k + b, 2)\n",
                "f(lambda k_a_b: k_a_b[0] + k_a_b[1][0].k + k_a_b[1][1], 2)\n",
            ),
            (
                "f(lambda x, (y, z): x if y else z)\n",
                "f(lambda x, y_z: x if y_z[0] else y_z[1])\n",
            ),
            ("f(lambda (x): x + 1)\n", "f(lambda x: x + 1)\n"),
            (
                "g = lambda (a, b): f(a=b)\nx = a\n",
                "g = lambda a_b: f(a=a_b[1])\nx = a\n",
            ),
            (
                "d.map(lambda (k, v): (k,\n   sum(v)))\n",
                "d.map(lambda k_v: (k_v[0],\n   sum(k_v[1])))\n",
            ),
            (
                "f(lambda (k, v): map(lambda k: k + 1, v))\n",
                "f(lambda k_v: list(map(lambda k: k + 1, k_v[1])))\n",
            ),
            (
                "def f(x, (a, b)):\n    return a\n",
                "def f(x, a_b):\n    (a, b) = a_b\n    return a\n",
            ),
            (
                "def f((a, b)):\n    'Doc.'\n    return a\n",
                "def f(a_b):\n    'Doc.'\n    (a, b) = a_b\n    return a\n",
            ),
            (
                "def f((a, b)): return a\n",
                "def f(a_b): (a, b) = a_b; return a\n",
            ),
        ] {
            assert_eq!(rewrite(before), after, "{before}");
        }
    }
}
