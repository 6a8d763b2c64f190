use brooklet_source::Span;

/// What Python 2 has and Python 3 does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Construct {
    /// `print x`.
    PrintStatement,
    /// `exec code in names`.
    ExecStatement,
    /// `raise E, "message"`.
    RaiseStatement,
    /// `except E, e:`.
    ExceptClause,
    /// `lambda (k, v): …` and `def f((k, v)):`.
    TupleParameter,
    /// `a <> b`.
    UnequalSign,
    /// `` `x` ``.
    Backticks,
    /// `0777`, `10L`.
    Number,
    /// `ur"…"`.
    RawUnicode,
    /// `xrange`, `unicode`, `raw_input`.
    Name,
    /// `d.iteritems()`, `d.has_key(k)`.
    Method,
    /// `import Queue`.
    Module,
    /// `map` and its like, which gave lists.
    List,
}

impl Construct {
    /// What to say of it, in one sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Construct::PrintStatement => "In Python 3 print is a function: print(x).",
            Construct::ExecStatement => "In Python 3 exec is a function: exec(code).",
            Construct::RaiseStatement => "In Python 3 it is raise E(\"message\").",
            Construct::ExceptClause => "In Python 3 it is except E as e.",
            Construct::TupleParameter => {
                "In Python 3 a parameter cannot be a tuple: lambda kv: kv[0]."
            }
            Construct::UnequalSign => "In Python 3 it is !=.",
            Construct::Backticks => "In Python 3 it is repr(x).",
            Construct::Number => "In Python 3 it is 0o777, and there is no L behind a number.",
            Construct::RawUnicode => "In Python 3 it is r\"…\": every text is Unicode.",
            Construct::Name => "Python 3 does not have this name any more.",
            Construct::Method => "Python 3 does not have this method any more.",
            Construct::Module => "Python 3 has this module under another name.",
            Construct::List => "In Python 3 this is no list.",
        }
    }

    /// Whether the parser refuses it.
    pub fn is_syntax(self) -> bool {
        !matches!(
            self,
            Construct::Name | Construct::Method | Construct::Module | Construct::List
        )
    }
}

/// A range of the text, and what goes in its place.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) construct: Construct,
    pub(crate) span: Span,
    pub(crate) pieces: Vec<(Span, String)>,
    /// Whether it is a change of Python 2's alone: Python 3 has nothing that is written so.
    pub(crate) is_certain: bool,
}

impl Change {
    /// Puts pieces of text in place of ranges, all within `span`.
    pub(crate) fn new(construct: Construct, span: Span, pieces: Vec<(Span, String)>) -> Change {
        Change {
            construct,
            span,
            pieces,
            is_certain: true,
        }
    }

    /// Puts a text in the place of all of `span`.
    pub(crate) fn replace(construct: Construct, span: Span, text: impl Into<String>) -> Change {
        Change::new(construct, span, vec![(span, text.into())])
    }

    pub(crate) fn uncertain(self) -> Change {
        Change {
            is_certain: false,
            ..self
        }
    }
}

/// Leaves out each change that touches what an earlier one does.
pub(crate) fn without_overlaps(mut changes: Vec<Change>) -> Vec<Change> {
    changes.sort_by_key(|change| change.span.start);
    let mut taken: Vec<Span> = Vec::new();
    changes.retain(|change| {
        let is_free = change.pieces.iter().all(|(piece, _)| {
            let touches = |other: &Span| match piece.start == piece.end {
                true => other.start < piece.start && piece.start < other.end,
                false => piece.start < other.end && other.start < piece.end,
            };
            !taken.iter().any(touches)
        });
        if is_free {
            taken.extend(change.pieces.iter().map(|(piece, _)| *piece));
        }
        is_free
    });
    changes
}

/// The text with the changes made.
pub(crate) fn apply(text: &str, changes: &[Change]) -> String {
    let mut pieces: Vec<&(Span, String)> =
        changes.iter().flat_map(|change| &change.pieces).collect();
    pieces.sort_by_key(|(span, _)| (span.start, span.end));
    let mut out = String::with_capacity(text.len() + 64);
    let mut from = 0;
    for (span, insert) in pieces {
        out.push_str(&text[from..span.start as usize]);
        out.push_str(insert);
        from = span.end as usize;
    }
    out.push_str(&text[from..]);
    out
}
