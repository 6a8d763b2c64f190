use brooklet_source::Span;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::Ranged;

/// A token that is neither space nor comment.
pub(crate) struct Word<'a> {
    pub(crate) kind: TokenKind,
    pub(crate) text: &'a str,
    pub(crate) span: Span,
    /// How many brackets are open before it; a bracket that closes stands where it opened.
    pub(crate) depth: u32,
    /// Whether a statement begins with it.
    pub(crate) begins: bool,
    /// The bracket that belongs to this one.
    pub(crate) partner: Option<usize>,
}

/// The tokens of a text. The parser's own view of lines is not used: it guesses in a text that it
/// refuses.
pub(crate) struct Words<'a> {
    pub(crate) source: &'a str,
    words: Vec<Word<'a>>,
}

/// What a statement with a block begins with.
const COMPOUND: [&str; 11] = [
    "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class",
];

impl<'a> Words<'a> {
    pub(crate) fn new(source: &'a str) -> Words<'a> {
        let parsed = parse_unchecked(source, ParseOptions::from(Mode::Module));
        let mut words: Vec<Word<'a>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let (mut is_compound, mut lambdas, mut after_colon) = (false, 0, false);
        for token in parsed.tokens() {
            let range = token.range();
            let text = &source[range];
            if text.trim().is_empty() || text.starts_with('#') {
                continue;
            }
            let index = words.len();
            let gap_from = words.last().map_or(0, |word| word.span.end as usize);
            let is_new_line =
                index == 0 || has_line_end(&source[gap_from..range.start().to_usize()]);
            let is_after_semicolon = words.last().is_some_and(|word| word.text == ";");
            let begins = open.is_empty() && (is_new_line || is_after_semicolon || after_colon);
            after_colon = false;
            if begins {
                is_compound = COMPOUND.contains(&text);
                lambdas = 0;
            }
            let mut partner = None;
            match text {
                ")" | "]" | "}" => {
                    partner = open.pop();
                    if let Some(opening) = partner {
                        words[opening].partner = Some(index);
                    }
                }
                "lambda" if open.is_empty() => lambdas += 1,
                ":" if open.is_empty() && lambdas > 0 => lambdas -= 1,
                ":" if open.is_empty() => after_colon = is_compound,
                _ => {}
            }
            words.push(Word {
                kind: token.kind(),
                text,
                span: range.into(),
                depth: open.len() as u32,
                begins,
                partner,
            });
            if matches!(text, "(" | "[" | "{") {
                open.push(index);
            }
        }
        Words { source, words }
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn get(&self, index: usize) -> Option<&Word<'a>> {
        self.words.get(index)
    }

    /// The text of a word; empty where there is none.
    pub(crate) fn text(&self, index: usize) -> &'a str {
        self.words.get(index).map_or("", |word| word.text)
    }

    /// The text of the word before; empty where there is none.
    pub(crate) fn before(&self, index: usize) -> &'a str {
        index.checked_sub(1).map_or("", |before| self.text(before))
    }

    pub(crate) fn span(&self, index: usize) -> Span {
        self.words[index].span
    }

    pub(crate) fn is_name(&self, index: usize) -> bool {
        self.words
            .get(index)
            .is_some_and(|word| word.kind == TokenKind::Name)
    }

    /// Whether a word stands right behind the one before it.
    pub(crate) fn touches(&self, index: usize) -> bool {
        index > 0 && self.span(index - 1).end == self.span(index).start
    }

    /// Where the statement with this word ends: the first word that is no part of it.
    pub(crate) fn statement_end(&self, index: usize) -> usize {
        let is_end = |at: &usize| {
            let word = &self.words[*at];
            word.begins || (word.depth == 0 && word.text == ";")
        };
        (index + 1..self.len()).find(is_end).unwrap_or(self.len())
    }

    /// The first word with a text among those from `from` to `to` that stand at a depth.
    pub(crate) fn find(&self, from: usize, to: usize, depth: u32, text: &str) -> Option<usize> {
        (from..to.min(self.len()))
            .find(|at| self.words[*at].depth == depth && self.words[*at].text == text)
    }

    /// The words from `from` to `to` as one range.
    pub(crate) fn range(&self, from: usize, to: usize) -> Span {
        Span {
            start: self.span(from).start,
            end: self.span(to - 1).end,
        }
    }

    /// What is written in a range.
    pub(crate) fn slice(&self, span: Span) -> &'a str {
        &self.source[span.start as usize..span.end as usize]
    }
}

/// The place right behind a range.
pub(crate) fn after(span: Span) -> Span {
    Span {
        start: span.end,
        end: span.end,
    }
}

/// The place right before a range.
pub(crate) fn before(span: Span) -> Span {
    Span {
        start: span.start,
        end: span.start,
    }
}

/// Whether a line ends here for good, in what stands between two words.
fn has_line_end(gap: &str) -> bool {
    gap.split('\n')
        .rev()
        .skip(1)
        .any(|line| !line.trim_end_matches('\r').ends_with('\\') || line.contains('#'))
}
