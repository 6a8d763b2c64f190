//! What CPython 3.11 says of a text that does not parse.
//!
//! Ruff's parser finds the fault; CPython's words for it are what learners find when they search.

use brooklet_unicode::class;
use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{self as ast, Expr};
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType, parse_expression,
};
use ruff_text_size::{TextRange, TextSize};

use crate::{LineIndex, forgotten_comma};

const FORGOTTEN_COMMA: &str = "invalid syntax. Perhaps you forgot a comma?";

/// CPython's message and place for the first fault of a text.
pub fn describe(text: &str, source: &LineIndex, error: &ParseError) -> (String, TextRange) {
    let brackets = brackets(text, error.location.start().to_usize());
    if let Some(Bracket::Wrong(message, range)) = &brackets {
        return (message.clone(), *range);
    }
    let message = message(text, source, error);
    if let Some(Bracket::Open(open, at)) = &brackets
        && source.line(at.start().into()) < source.line(error.location.start().into())
    {
        return (format!("'{open}' was never closed"), *at);
    }
    match (brackets, &message) {
        (Some(Bracket::Open(open, at)), None) => (format!("'{open}' was never closed"), at),
        (_, Some(message)) if message == FORGOTTEN_COMMA => {
            let range = forgotten_comma::both(text, error.location.start());
            (message.clone(), range.unwrap_or(error.location))
        }
        (_, Some(message)) => (message.clone(), error.location),
        (_, None) => ("invalid syntax".to_string(), error.location),
    }
}

/// What is wrong with the brackets of a text.
enum Bracket {
    /// One that closes nothing, or not what is open.
    Wrong(String, TextRange),
    /// One that is never closed.
    Open(char, TextRange),
}

pub(crate) fn at(offset: usize) -> TextRange {
    let offset = TextSize::new(offset as u32);
    TextRange::new(offset, offset + TextSize::new(1))
}

/// Follows brackets outside strings and comments.
fn brackets(text: &str, fault: usize) -> Option<Bracket> {
    let bytes = text.as_bytes();
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut next = 0;
    while next < bytes.len() {
        let byte = bytes[next];
        match byte {
            b'#' => next += text[next..].find('\n').unwrap_or(text.len() - next),
            b'"' | b'\'' => next = skip_string(text, next)?,
            b'(' | b'[' | b'{' => open.push((byte, next)),
            b')' | b']' | b'}' => match open.pop() {
                None if next <= fault => {
                    return Some(Bracket::Wrong(
                        format!("unmatched '{}'", byte as char),
                        at(next),
                    ));
                }
                None => return None,
                Some((opening, from)) if !pairs(opening, byte) && from <= fault => {
                    let lines = text[from..next].matches('\n').count();
                    let line = if lines > 0 {
                        format!(" on line {}", text[..from].matches('\n').count() + 1)
                    } else {
                        String::new()
                    };
                    let message = format!(
                        "closing parenthesis '{}' does not match opening parenthesis '{}'{line}",
                        byte as char, opening as char
                    );
                    return Some(Bracket::Wrong(message, at(next)));
                }
                Some(_) => {}
            },
            _ => {}
        }
        next += 1;
    }
    open.last()
        .map(|(opening, from)| Bracket::Open(*opening as char, at(*from)))
}

fn pairs(opening: u8, closing: u8) -> bool {
    matches!(
        (opening, closing),
        (b'(', b')') | (b'[', b']') | (b'{', b'}')
    )
}

/// The last byte of the string that starts here; `None` if it does not end.
pub(crate) fn skip_string(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = bytes[start];
    let triple = bytes[start..].starts_with(&[quote; 3]);
    let mut next = start + if triple { 3 } else { 1 };
    while next < bytes.len() {
        match bytes[next] {
            b'\\' => next += 1,
            b'\n' if !triple => return None,
            byte if byte == quote && !triple => return Some(next),
            byte if byte == quote && bytes[next..].starts_with(&[quote; 3]) => {
                return Some(next + 2);
            }
            _ => {}
        }
        next += 1;
    }
    None
}

/// CPython's message, where it says more than `invalid syntax`.
fn message(text: &str, source: &LineIndex, error: &ParseError) -> Option<String> {
    let here = error.location.start().to_usize();
    let line = source.line(here as u32);
    let own = |message: &str| Some(message.to_string());
    match &error.error {
        ParseErrorType::ExpectedToken { expected, found } => {
            expected_token(text, here, *expected, *found)
        }
        ParseErrorType::UnexpectedIndentation => own("unexpected indent"),
        ParseErrorType::OtherError(message) => other(text, source, message, here),
        ParseErrorType::InvalidAssignmentTarget => {
            Some(cannot_assign(text, source, error.location))
        }
        ParseErrorType::InvalidNamedAssignmentTarget => {
            let target = parse_expression(&text[error.location]).ok()?.into_expr();
            Some(format!(
                "cannot use assignment expressions with {}",
                kind(&target)
            ))
        }
        ParseErrorType::InvalidAugmentedAssignmentTarget => {
            let target = parse_expression(&text[error.location]).ok()?.into_expr();
            Some(format!(
                "'{}' is an illegal expression for augmented assignment",
                kind(&target)
            ))
        }
        ParseErrorType::InvalidAnnotatedAssignmentTarget => own("illegal target for annotation"),
        ParseErrorType::InvalidDeleteTarget => {
            let target = parse_expression(&text[error.location]).ok()?.into_expr();
            Some(format!("cannot delete {}", kind(&target)))
        }
        ParseErrorType::UnparenthesizedGeneratorExpression => {
            own("Generator expression must be parenthesized")
        }
        ParseErrorType::IterableUnpackingInComprehension => {
            own("iterable unpacking cannot be used in comprehension")
        }
        ParseErrorType::InvalidArgumentUnpackingOrder => {
            own("iterable argument unpacking follows keyword argument unpacking")
        }
        ParseErrorType::PositionalAfterKeywordUnpacking => {
            own("positional argument follows keyword argument unpacking")
        }
        ParseErrorType::PositionalAfterKeywordArgument => {
            own("positional argument follows keyword argument")
        }
        ParseErrorType::DuplicateKeywordArgumentError(name) => {
            Some(format!("keyword argument repeated: {name}"))
        }
        ParseErrorType::NonDefaultParamAfterDefaultParam => {
            own("non-default argument follows default argument")
        }
        ParseErrorType::ExpectedKeywordParam => own("named arguments must follow bare *"),
        ParseErrorType::ParamAfterVarKeywordParam => {
            own("arguments cannot follow var-keyword argument")
        }
        ParseErrorType::VarParameterWithDefault => {
            own("var-positional argument cannot have default value")
        }
        ParseErrorType::SimpleStatementsOnSameLine => run_together(text, source, line, here),
        ParseErrorType::FStringError(fault) => f_string(fault),
        ParseErrorType::Lexical(fault) => lexical(text, source, fault, line, here),
        _ => None,
    }
}

fn expected_token(
    text: &str,
    here: usize,
    expected: TokenKind,
    found: TokenKind,
) -> Option<String> {
    let own = |message: &str| Some(message.to_string());
    match (expected, found) {
        (TokenKind::Colon, TokenKind::Equal) => {
            own("invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
        }
        (TokenKind::Colon, TokenKind::Newline) if text[..here].trim_end().ends_with('}') => None,
        (TokenKind::Colon, TokenKind::Rbrace) => own("':' expected after dictionary key"),
        (TokenKind::Colon, TokenKind::Newline | TokenKind::If) => {
            let line = text[..here]
                .rsplit('\n')
                .next()
                .unwrap_or_default()
                .trim_start();
            if line.starts_with("lambda") {
                None
            } else {
                own("expected ':'")
            }
        }
        (TokenKind::Else, _) => own("expected 'else' after 'if' expression"),
        (
            TokenKind::Comma,
            TokenKind::Name | TokenKind::Int | TokenKind::Float | TokenKind::String,
        ) => own(FORGOTTEN_COMMA),
        _ => None,
    }
}

/// Faults that the parser describes in words of its own.
fn other(text: &str, source: &LineIndex, message: &str, here: usize) -> Option<String> {
    if let Some(rest) = message.strip_prefix("Expected an indented block after ") {
        let what = rest.trim_end_matches(" block").replace('`', "'");
        let what =
            if rest.starts_with('`') && !what.ends_with("statement") && !what.ends_with("clause") {
                format!("{what} statement")
            } else {
                what
            };
        let line = line_of_owner(source, here);
        return Some(format!(
            "expected an indented block after {what} on line {line}"
        ));
    }
    if message.starts_with("Expected `except` or `finally`") {
        return Some("expected 'except' or 'finally' block".to_string());
    }
    if message.starts_with("Bytes literal cannot be mixed") {
        return Some("cannot mix bytes and nonbytes literals".to_string());
    }
    if message.starts_with("Only one '*'") {
        return Some("* argument may appear only once".to_string());
    }
    if message.starts_with("Only one '/'") {
        return Some("/ may appear only once".to_string());
    }
    if message.starts_with("Trailing comma not allowed") {
        return Some("trailing comma not allowed without surrounding parentheses".to_string());
    }
    if message.starts_with("Only single target") {
        return Some("only single target (not tuple) can be annotated".to_string());
    }
    if message.starts_with("Expected a parameter name") {
        let name = text[here..]
            .split(|c: char| !class::is_alphanumeric(c))
            .next()
            .unwrap_or_default();
        if matches!(name, "True" | "False" | "None") {
            return Some(format!("cannot assign to {name}"));
        }
        return Some("expression cannot contain assignment, perhaps you meant \"==\"?".to_string());
    }
    None
}

/// The last line before this place that ends with a colon: the statement whose block is missing.
fn line_of_owner(source: &LineIndex, here: usize) -> u32 {
    let mut line = source.line(here as u32);
    let ends_with_colon = |line: u32| {
        let text = source.line_text(line);
        text.split('#')
            .next()
            .unwrap_or_default()
            .trim_end()
            .ends_with(':')
    };
    while line > 1 {
        line -= 1;
        if ends_with_colon(line) {
            return line;
        }
    }
    1
}

/// The statement that two expressions on one line were meant to be.
fn run_together(text: &str, source: &LineIndex, line: u32, here: usize) -> Option<String> {
    let before = source.line_text(line);
    let column = here - source.line_start(line) as usize;
    let first = before[..column].trim();
    if matches!(first, "print" | "exec") {
        return Some(format!(
            "Missing parentheses in call to '{first}'. Did you mean {first}(...)?"
        ));
    }
    let previous = first.chars().last()?;
    let next = text[here..].chars().next()?;
    if previous.is_ascii_digit() && !before[..column].ends_with(char::is_whitespace) {
        if first.starts_with("0b") && next.is_ascii_digit() {
            return Some(format!("invalid digit '{next}' in binary literal"));
        }
        return Some("invalid decimal literal".to_string());
    }
    None
}

fn f_string(fault: &InterpolatedStringErrorType) -> Option<String> {
    Some(match fault {
        InterpolatedStringErrorType::UnclosedLbrace => "f-string: expecting '}'".to_string(),
        InterpolatedStringErrorType::SingleRbrace => {
            "f-string: single '}' is not allowed".to_string()
        }
        InterpolatedStringErrorType::InvalidConversionFlag => {
            "f-string: invalid conversion character: expected 's', 'r', or 'a'".to_string()
        }
        _ => return None,
    })
}

fn lexical(
    text: &str,
    source: &LineIndex,
    fault: &LexicalErrorType,
    line: u32,
    here: usize,
) -> Option<String> {
    match fault {
        LexicalErrorType::UnclosedStringError => {
            let quotes = text[here..].trim_start_matches(|c: char| c.is_ascii_alphabetic());
            if quotes.starts_with("\"\"\"") || quotes.starts_with("'''") {
                let last = source.line(text.trim_end().len() as u32);
                return Some(format!("unterminated triple-quoted string literal (detected at line {last})"));
            }
            Some(format!("unterminated string literal (detected at line {line})"))
        }
        LexicalErrorType::IndentationError => Some("unindent does not match any outer indentation level".to_string()),
        LexicalErrorType::UnrecognizedToken { tok } => match tok {
            '$' | '?' | '!' => None,
            tok if !class::is_printable(*tok) => {
                Some(format!("invalid non-printable character U+{:04X}", *tok as u32))
            }
            tok => Some(format!("invalid character '{tok}' (U+{:04X})", *tok as u32)),
        },
        LexicalErrorType::LineContinuationError => Some("unexpected character after line continuation character".to_string()),
        LexicalErrorType::FStringError(fault) => f_string(fault),
        LexicalErrorType::OtherError(message) if message.contains("decimal integer") => Some(
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers".to_string(),
        ),
        _ => None,
    }
}

/// `cannot assign to …`, with the advice that CPython adds.
fn cannot_assign(text: &str, source: &LineIndex, range: TextRange) -> String {
    let Ok(target) = parse_expression(&text[range]) else {
        return "cannot assign to expression".to_string();
    };
    let target = target.into_expr();
    let what = kind(&target);
    let constant = matches!(
        target,
        Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) | Expr::EllipsisLiteral(_)
    );
    let line = source.line_text(source.line(range.start().into()));
    let in_for = line.trim_start().starts_with("for ") || line.trim_start().starts_with("with ");
    let first = text[..range.start().to_usize()]
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .trim()
        .is_empty();
    let compare = matches!(target, Expr::Compare(_));
    if constant || in_for || !first || compare {
        return format!("cannot assign to {what}");
    }
    format!("cannot assign to {what} here. Maybe you meant '==' instead of '='?")
}

/// CPython's name for a kind of expression.
fn kind(expression: &Expr) -> &'static str {
    match expression {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) => "f-string expression",
        Expr::BooleanLiteral(ast::ExprBooleanLiteral { value: true, .. }) => "True",
        Expr::BooleanLiteral(_) => "False",
        Expr::NoneLiteral(_) => "None",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => "literal",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        _ => "expression",
    }
}
