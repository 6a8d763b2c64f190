//! The names by which Python's own operations find methods on a class.
//!
//! The names are one table for all machines. A look-up builds and hashes no text: it reads a slot of the
//! class, by the method's place in the enum. Only a write to a class asks the table which slot a name is.

use brooklet_python_compiler::bytecode::{BinaryOp, CompareOp};

macro_rules! specials {
    ($($(#[$group:meta])* $special:ident = $name:literal,)*) => {
        /// A special method: `a + b` calls [`Special::Add`], `len(a)` calls [`Special::Len`].
        ///
        /// They are looked up on the class of an object, never on the object itself.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[expect(missing_docs, reason = "each is named for its method")]
        pub enum Special {
            $($special,)*
        }

        impl Special {
            /// Every special method, in the order of the enum.
            const ALL: &[Special] = &[$(Special::$special,)*];
        }

        /// The names, in the order of the enum.
        const NAMES: &[&str] = &[$($name,)*];
    };
}

specials! {
    // Classes and their objects.
    New = "__new__",
    Init = "__init__",
    Call = "__call__",
    SetName = "__set_name__",
    InitSubclass = "__init_subclass__",
    ClassGetItem = "__class_getitem__",
    Prepare = "__prepare__",
    MroEntries = "__mro_entries__",
    InstanceCheck = "__instancecheck__",
    SubclassCheck = "__subclasscheck__",
    // Attributes.
    GetAttribute = "__getattribute__",
    GetAttr = "__getattr__",
    SetAttr = "__setattr__",
    DelAttr = "__delattr__",
    Dir = "__dir__",
    Get = "__get__",
    Set = "__set__",
    Delete = "__delete__",
    // Text, truth and hash.
    Repr = "__repr__",
    Str = "__str__",
    Bytes = "__bytes__",
    Format = "__format__",
    Hash = "__hash__",
    Bool = "__bool__",
    FsPath = "__fspath__",
    // Comparisons.
    Lt = "__lt__",
    Le = "__le__",
    Eq = "__eq__",
    Ne = "__ne__",
    Gt = "__gt__",
    Ge = "__ge__",
    // Containers and iterators.
    Len = "__len__",
    LengthHint = "__length_hint__",
    GetItem = "__getitem__",
    SetItem = "__setitem__",
    DelItem = "__delitem__",
    Missing = "__missing__",
    Contains = "__contains__",
    Iter = "__iter__",
    Next = "__next__",
    Reversed = "__reversed__",
    // `with`.
    Enter = "__enter__",
    Exit = "__exit__",
    // Copies and pickles.
    Copy = "__copy__",
    DeepCopy = "__deepcopy__",
    Reduce = "__reduce__",
    GetState = "__getstate__",
    SetState = "__setstate__",
    // Numbers.
    Int = "__int__",
    Float = "__float__",
    Complex = "__complex__",
    Index = "__index__",
    Trunc = "__trunc__",
    Floor = "__floor__",
    Ceil = "__ceil__",
    Round = "__round__",
    Abs = "__abs__",
    Neg = "__neg__",
    Pos = "__pos__",
    Invert = "__invert__",
    DivMod = "__divmod__",
    RDivMod = "__rdivmod__",
    // Operators.
    Add = "__add__",
    RAdd = "__radd__",
    IAdd = "__iadd__",
    Sub = "__sub__",
    RSub = "__rsub__",
    ISub = "__isub__",
    Mul = "__mul__",
    RMul = "__rmul__",
    IMul = "__imul__",
    MatMul = "__matmul__",
    RMatMul = "__rmatmul__",
    IMatMul = "__imatmul__",
    TrueDiv = "__truediv__",
    RTrueDiv = "__rtruediv__",
    ITrueDiv = "__itruediv__",
    FloorDiv = "__floordiv__",
    RFloorDiv = "__rfloordiv__",
    IFloorDiv = "__ifloordiv__",
    Mod = "__mod__",
    RMod = "__rmod__",
    IMod = "__imod__",
    Pow = "__pow__",
    RPow = "__rpow__",
    IPow = "__ipow__",
    LShift = "__lshift__",
    RLShift = "__rlshift__",
    ILShift = "__ilshift__",
    RShift = "__rshift__",
    RRShift = "__rrshift__",
    IRShift = "__irshift__",
    And = "__and__",
    RAnd = "__rand__",
    IAnd = "__iand__",
    Or = "__or__",
    ROr = "__ror__",
    IOr = "__ior__",
    Xor = "__xor__",
    RXor = "__rxor__",
    IXor = "__ixor__",
}

impl Special {
    /// How many there are: fewer than the bits of a `u128`, one for each.
    pub(super) const COUNT: usize = Special::ALL.len();

    /// Its name: `__add__`.
    pub const fn name(self) -> &'static str {
        NAMES[self as usize]
    }

    /// The special method of a name.
    pub(super) fn named(name: &str) -> Option<Special> {
        if !name.starts_with("__") {
            return None;
        }
        let at = NAMES.iter().position(|known| *known == name)?;
        Some(Special::ALL[at])
    }

    /// The special methods of an operator: of the left operand, of the right operand, in place.
    pub fn of_binary(op: BinaryOp) -> (Special, Special, Special) {
        use Special::*;
        match op {
            BinaryOp::Add => (Add, RAdd, IAdd),
            BinaryOp::Subtract => (Sub, RSub, ISub),
            BinaryOp::Multiply => (Mul, RMul, IMul),
            BinaryOp::MatMultiply => (MatMul, RMatMul, IMatMul),
            BinaryOp::Divide => (TrueDiv, RTrueDiv, ITrueDiv),
            BinaryOp::FloorDivide => (FloorDiv, RFloorDiv, IFloorDiv),
            BinaryOp::Modulo => (Mod, RMod, IMod),
            BinaryOp::Power => (Pow, RPow, IPow),
            BinaryOp::LeftShift => (LShift, RLShift, ILShift),
            BinaryOp::RightShift => (RShift, RRShift, IRShift),
            BinaryOp::And => (And, RAnd, IAnd),
            BinaryOp::Or => (Or, ROr, IOr),
            BinaryOp::Xor => (Xor, RXor, IXor),
        }
    }

    /// The special method of a comparison.
    pub fn of_compare(op: CompareOp) -> Special {
        match op {
            CompareOp::Less => Special::Lt,
            CompareOp::LessEqual => Special::Le,
            CompareOp::Equal => Special::Eq,
            CompareOp::NotEqual => Special::Ne,
            CompareOp::Greater => Special::Gt,
            CompareOp::GreaterEqual => Special::Ge,
        }
    }
}

const _: () = assert!(Special::COUNT < u128::BITS as usize);

#[cfg(test)]
mod tests {
    use super::Special;

    #[test]
    fn every_name_finds_its_method() {
        for special in Special::ALL {
            assert_eq!(Special::named(special.name()), Some(*special));
        }
        assert_eq!(Special::named("__frobnicate__"), None);
        assert_eq!(Special::named("len"), None);
    }
}
