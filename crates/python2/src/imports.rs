//! Modules that have another name in Python 3.

use crate::change::{Change, Construct};
use crate::words::Words;

const MODULES: [(&str, &str); 9] = [
    ("ConfigParser", "configparser"),
    ("HTMLParser", "html.parser"),
    ("Queue", "queue"),
    ("StringIO", "io"),
    ("__builtin__", "builtins"),
    ("cPickle", "pickle"),
    ("cStringIO", "io"),
    ("urllib2", "urllib.request"),
    ("urlparse", "urllib.parse"),
];

pub(crate) fn find(words: &Words, found: &mut Vec<Change>) {
    for at in 0..words.len() {
        if !words.get(at).is_some_and(|word| word.begins) {
            continue;
        }
        match words.text(at) {
            "from" => found.extend(
                renamed(words, at + 1)
                    .map(|new| Change::replace(Construct::Module, words.span(at + 1), new)),
            ),
            "import" => {
                let end = words.statement_end(at);
                for index in at + 1..end {
                    if !matches!(words.before(index), "import" | ",") {
                        continue;
                    }
                    let Some(new) = renamed(words, index) else {
                        continue;
                    };
                    let text = match words.text(index + 1) {
                        "as" => new.to_owned(),
                        _ => format!("{new} as {}", words.text(index)),
                    };
                    found.push(Change::replace(Construct::Module, words.span(index), text));
                }
            }
            _ => {}
        }
    }
}

fn renamed(words: &Words, at: usize) -> Option<&'static str> {
    let text = words.text(at);
    MODULES
        .iter()
        .find(|(old, _)| *old == text)
        .map(|(_, new)| *new)
}

#[cfg(test)]
mod tests {
    use crate::rewrite;

    #[test]
    fn modules() {
        for (before, after) in [
            ("import Queue\n", "import queue as Queue\n"),
            ("import os, cPickle as p\n", "import os, pickle as p\n"),
            (
                "from StringIO import StringIO\n",
                "from io import StringIO\n",
            ),
        ] {
            assert_eq!(rewrite(before), after, "{before}");
        }
    }
}
