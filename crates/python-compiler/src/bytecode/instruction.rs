//! The instructions of the machine.
//!
//! Stack effects are written `before -> after`, the top on the right.

use std::cmp::Ordering;

/// An operator with two operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each is named for its operator")]
pub enum BinaryOp {
    Add,
    Subtract,
    Multiply,
    MatMultiply,
    Divide,
    FloorDivide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    And,
    Or,
    Xor,
}

impl BinaryOp {
    /// How it is written.
    pub fn symbol(self) -> &'static str {
        match self {
            BinaryOp::Add => "+",
            BinaryOp::Subtract => "-",
            BinaryOp::Multiply => "*",
            BinaryOp::MatMultiply => "@",
            BinaryOp::Divide => "/",
            BinaryOp::FloorDivide => "//",
            BinaryOp::Modulo => "%",
            BinaryOp::Power => "** or pow()",
            BinaryOp::LeftShift => "<<",
            BinaryOp::RightShift => ">>",
            BinaryOp::And => "&",
            BinaryOp::Or => "|",
            BinaryOp::Xor => "^",
        }
    }

    /// Whether it is `&`, `|` or `^`.
    pub fn is_bitwise(self) -> bool {
        matches!(self, BinaryOp::And | BinaryOp::Or | BinaryOp::Xor)
    }
}

/// An operator with one operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each is named for its operator")]
pub enum UnaryOp {
    Negative,
    Positive,
    Invert,
    Not,
}

/// A comparison by value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each is named for its operator")]
pub enum CompareOp {
    Less,
    LessEqual,
    Equal,
    NotEqual,
    Greater,
    GreaterEqual,
}

impl CompareOp {
    /// How it is written.
    pub fn symbol(self) -> &'static str {
        match self {
            CompareOp::Less => "<",
            CompareOp::LessEqual => "<=",
            CompareOp::Equal => "==",
            CompareOp::NotEqual => "!=",
            CompareOp::Greater => ">",
            CompareOp::GreaterEqual => ">=",
        }
    }

    /// Whether the comparison holds for values in this order; `None`: neither less, equal nor greater.
    pub fn holds(self, order: Option<Ordering>) -> bool {
        match self {
            CompareOp::Less => order == Some(Ordering::Less),
            CompareOp::LessEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            CompareOp::Equal => order == Some(Ordering::Equal),
            CompareOp::NotEqual => order != Some(Ordering::Equal),
            CompareOp::Greater => order == Some(Ordering::Greater),
            CompareOp::GreaterEqual => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        }
    }

    /// The comparison with its operands exchanged.
    #[must_use]
    pub fn swapped(self) -> CompareOp {
        match self {
            CompareOp::Less => CompareOp::Greater,
            CompareOp::LessEqual => CompareOp::GreaterEqual,
            CompareOp::Greater => CompareOp::Less,
            CompareOp::GreaterEqual => CompareOp::LessEqual,
            same => same,
        }
    }
}

/// The conversion in a replacement field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "each is named for its function")]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// An instruction. Numbers are indices into the code's tables, counts, depths from the top of
/// the stack (1 is the top), or targets (the index of an instruction).
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Instruction {
    /// `-> constant`
    LoadConstant(u32),
    /// `-> value` of a local variable.
    LoadFast(u32),
    /// `value ->`
    StoreFast(u32),
    /// Unbinds a local variable.
    DeleteFast(u32),
    /// `-> value` of a shared variable: the function's own cells first, then its free ones.
    LoadCell(u32),
    /// `value ->`
    StoreCell(u32),
    /// Unbinds a shared variable.
    DeleteCell(u32),
    /// `-> value` of a name in a class body that may be free.
    LoadClassCell(u32),
    /// `-> value` of a name in the globals, then in the builtins.
    LoadGlobal(u32),
    /// `value ->`
    StoreGlobal(u32),
    /// Unbinds a global name.
    DeleteGlobal(u32),
    /// `-> value` of a name in a module or class body.
    LoadName(u32),
    /// `value ->`
    StoreName(u32),
    /// Unbinds a name in a module or class body.
    DeleteName(u32),
    /// `object -> value`
    LoadAttribute(u32),
    /// `value object ->`
    StoreAttribute(u32),
    /// `object ->`
    DeleteAttribute(u32),
    /// `object -> function receiver` for a call by [`Instruction::CallMethod`]; the function is
    /// absent (a marker) where the attribute does not bind.
    LoadMethod(u32),
    /// `value ->`
    Pop,
    /// `… value … -> … value … value`: copies the value at a depth.
    Copy(u32),
    /// Exchanges the top with the value at a depth.
    Swap(u32),
    /// `value -> result`
    Unary(UnaryOp),
    /// `left right -> result`
    Binary(BinaryOp),
    /// `left right -> result`, with the left operand changed in place if it can be.
    InPlace(BinaryOp),
    /// `left right -> result`
    Compare(CompareOp),
    /// `left right -> bool`; inverted if set.
    Is(bool),
    /// `item container -> bool`; inverted if set.
    Contains(bool),
    /// `items -> tuple`
    BuildTuple(u32),
    /// `items -> list`
    BuildList(u32),
    /// `items -> set`
    BuildSet(u32),
    /// `items -> set`, for a display of constants: CPython makes a `frozenset` of them and fills
    /// the set from that, so that the order of iteration may differ from [`Instruction::BuildSet`].
    BuildSetOfConstants(u32),
    /// `key value … -> dict` of so many pairs.
    BuildDict(u32),
    /// `texts -> str`
    BuildString(u32),
    /// `start stop [step] -> slice` of 2 or 3 parts.
    BuildSlice(u32),
    /// `… list … value -> … list …`: appends to the list at a depth (after the pop).
    ListAppend(u32),
    /// The same for a set.
    SetAdd(u32),
    /// `… dict … key value -> … dict …`
    DictAdd(u32),
    /// `… list … iterable -> … list …`
    ListExtend(u32),
    /// The same for a set.
    SetUpdate(u32),
    /// `… dict … mapping -> … dict …`; later keys win.
    DictUpdate(u32),
    /// The same for the keyword arguments of a call: a key that comes twice is an error.
    DictMerge(u32),
    /// `list -> tuple`
    ListToTuple,
    /// `object key -> value`
    GetItem,
    /// `value object key ->`
    SetItem,
    /// `object key ->`
    DeleteItem,
    /// Goes to a target.
    Jump(u32),
    /// `value ->`; goes to a target if false.
    JumpIfFalse(u32),
    /// `value ->`; goes to a target if true.
    JumpIfTrue(u32),
    /// `value -> value` and goes to a target if false, else `value ->`.
    JumpIfFalseOrPop(u32),
    /// `value -> value` and goes to a target if true, else `value ->`.
    JumpIfTrueOrPop(u32),
    /// `iterable -> iterator`
    GetIterator,
    /// `iterator -> iterator item`, or `iterator ->` and goes to a target at the end.
    ForEach(u32),
    /// `iterable -> items`, the first on top.
    UnpackSequence(u32),
    /// `iterable -> items`: so many before the starred one, so many after it.
    UnpackStarred(u16, u16),
    /// `function arguments -> result`
    Call(u32),
    /// `function arguments names -> result`, where `names` is a tuple of keywords: the last
    /// arguments belong to them.
    CallKeywords(u32),
    /// `function receiver arguments -> result` after [`Instruction::LoadMethod`].
    CallMethod(u32),
    /// `function tuple [dict] -> result`; with the dict if set.
    CallSpread(bool),
    /// `[defaults] [keyword defaults] [annotations] -> function`: the constant is the code.
    MakeFunction {
        /// Index of the code among the constants.
        code: u16,
        /// Positional defaults: how many.
        defaults: u8,
        /// Whether a dict of keyword defaults is on the stack.
        keyword_defaults: bool,
        /// Whether a dict of annotations is on the stack.
        annotations: bool,
    },
    /// `body name bases… -> class`: so many bases; keyword arguments of the class as a dict on top if set.
    BuildClass(u16, bool),
    /// `value ->`: what the function gives.
    Return,
    /// `value -> sent`
    Yield,
    /// `iterator sent -> result`: yields all that the iterator gives.
    YieldFrom,
    /// `value -> iterator`: what `await` waits for.
    GetAwaitable,
    /// `value -> iterator` for `async for`.
    GetAsyncIterator,
    /// `iterator -> iterator awaitable` of the next item.
    AsyncNext,
    /// `iterator exception ->`: the end of `async for`; raises any other exception again.
    EndAsyncFor,
    /// `manager -> exit awaitable` of `__aenter__`.
    EnterAsyncWith,
    /// `exit exception -> exit exception awaitable`: calls it with the exception.
    ExitAsyncWithException,
    /// `[exception [cause]] ->`: raises; with no operand, raises the handled exception again.
    Raise(u32),
    /// `exception ->`: goes on with it as if it had not been caught.
    Reraise,
    /// `exception -> exception`: it is the one being handled from here on.
    EnterHandler,
    /// The exception that was being handled is handled.
    LeaveHandler,
    /// `exception class -> exception bool`
    MatchException,
    /// `manager -> exit result-of-enter`
    EnterWith,
    /// `exit ->`: calls it without an exception.
    ExitWith,
    /// `exit exception -> exit exception bool`: calls it with the exception.
    ExitWithException,
    /// `-> module`, the first part of a dotted name; the name's index.
    Import(u32),
    /// `-> module`, the last part of a dotted name.
    ImportLeaf(u32),
    /// `module -> module value`
    ImportFrom(u32),
    /// `module ->`: binds all its public names.
    ImportStar,
    /// `value [spec] -> str`; with a spec if set.
    FormatValue(Conversion, bool),
    /// `annotation ->`: of a name in a class body or module.
    StoreAnnotation(u32),
    /// `-> AssertionError`
    LoadAssertionError,
    /// `value -> value len`
    GetLength,
    /// `value -> value bool`: whether a pattern for sequences can match.
    MatchSequence,
    /// `value -> value bool`: whether a pattern for mappings can match.
    MatchMapping,
    /// `mapping keys -> mapping keys values-or-None`
    MatchKeys,
    /// `mapping keys -> dict` of the other keys.
    MatchRest,
    /// `value class names -> tuple-or-None`: so many positional patterns before the names.
    MatchClass(u32),
}
