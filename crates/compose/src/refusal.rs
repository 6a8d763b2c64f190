use std::fmt;

/// Why an edit cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The program does not parse as it is.
    NotPython {
        /// What Python says.
        message: String,
        /// Its line, from 1.
        line: u32,
    },
    /// The program would not parse any more.
    WouldNotParse {
        /// What Python says.
        message: String,
        /// The line it would be in, from 1.
        line: u32,
    },
    /// Nothing in the program is Python 2's.
    NotPython2,
    /// No literal of the program is the text that is to be replaced.
    NoLiteral,
    /// An expression does not parse.
    NotAnExpression {
        /// What Python says.
        message: String,
    },
    /// There are several expressions where one belongs.
    SeveralExpressions,
    /// There is a comment in an expression, which would hide what follows.
    Comment,
    /// There is no such call, batch, record or argument: the text is not the one it was.
    NotThere,
    /// A form cannot express the call or the batches.
    Fixed {
        /// Why, in a sentence.
        reason: &'static str,
    },
    /// The catalogue has no such method, or it cannot be put there.
    NoSuchMethod {
        /// Its name.
        method: String,
    },
    /// The call does not work without the argument.
    ArgumentNeeded {
        /// Its name.
        name: String,
    },
    /// The argument can only be written behind others that are not there.
    ArgumentsMissing {
        /// Its name.
        name: String,
    },
    /// An output has no stream that another call could read.
    NoStream,
    /// No other stream has a name at this place.
    NoOtherStream,
    /// The program makes no `StreamingContext`, or none that a form can edit.
    NoContext,
    /// Something reads the stream.
    StillRead {
        /// What reads it.
        reader: String,
        /// In which line, from 1.
        line: u32,
    },
    /// There is no place for a call between a stream and the call that reads it.
    NotBetween,
    /// More than one call reads the stream between two that would change places.
    SeveralReaders,
    /// There is no operator on that side in the same chain.
    EndOfChain,
    /// An input needs a batch.
    LastBatch,
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = match self {
            Refusal::NotPython { message, line } => {
                return write!(out, "Line {line} does not parse: {message}.");
            }
            Refusal::WouldNotParse { message, line } => {
                return write!(out, "The program would not parse: {message} (line {line}).");
            }
            Refusal::NotAnExpression { message } => {
                return write!(out, "This does not parse: {message}.");
            }
            Refusal::NoSuchMethod { method } => {
                return write!(out, "{method} cannot be put here.");
            }
            Refusal::ArgumentNeeded { name } => {
                return write!(out, "{name} cannot be left out.");
            }
            Refusal::ArgumentsMissing { name } => {
                return write!(out, "{name} needs the arguments before it.");
            }
            Refusal::StillRead { reader, line } => {
                return write!(out, "{reader} in line {line} still reads it.");
            }
            Refusal::Fixed { reason } => reason,
            Refusal::NotPython2 => "Nothing in the program is only of Python 2.",
            Refusal::NoLiteral => {
                "The program puts this text together, or gets it from outside: write the other one by hand."
            }
            Refusal::SeveralExpressions => "There must be one expression here.",
            Refusal::Comment => "A comment here would hide what follows it.",
            Refusal::NotThere => "The program has changed, and this is no longer in it.",
            Refusal::NoStream => "An output has no stream that could be read.",
            Refusal::NoOtherStream => "There is no other stream with a name before this line.",
            Refusal::NoContext => "There is no StreamingContext that the form can add to.",
            Refusal::NotBetween => "The form cannot put a call between these two.",
            Refusal::SeveralReaders => "Several calls read the stream between the two.",
            Refusal::EndOfChain => "There is no operator on that side in the same chain.",
            Refusal::LastBatch => "An input needs at least one batch.",
        };
        out.write_str(sentence)
    }
}

impl std::error::Error for Refusal {}
