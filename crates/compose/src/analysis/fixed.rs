/// Why a form only shows something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fixed {
    /// It is in the body of a loop or a comprehension.
    Loop,
    /// It is in a function.
    Function,
    /// It is in a branch.
    Branch,
    /// Which stream it is called on depends on the run.
    Uncertain,
    /// It has arguments with stars.
    Stars,
    /// It has arguments that the method does not take.
    Arguments,
    /// The batches are computed.
    Computed,
    /// The batch is no list of records.
    NoList,
    /// It is in an expression that the form does not understand.
    Starred,
}

impl Fixed {
    /// In one sentence.
    pub(crate) fn sentence(self) -> &'static str {
        match self {
            Fixed::Loop => "It is in a loop, which may make any number of streams.",
            Fixed::Function => "It is in a function, which may be called any number of times.",
            Fixed::Branch => "It is in a branch, which may be left out.",
            Fixed::Uncertain => "Which stream it reads depends on how the program runs.",
            Fixed::Stars => "It takes arguments out of a sequence or a dict, with stars.",
            Fixed::Arguments => "It is given arguments that the method does not take.",
            Fixed::Computed => "The program computes the batches.",
            Fixed::NoList => "The program computes this batch.",
            Fixed::Starred => "It holds parts of another list, with a star.",
        }
    }
}
