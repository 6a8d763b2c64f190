//! Patterns as instructions for the matcher.

use crate::letter_case::LetterCase;
use crate::parser_error::SyntaxError;
use crate::set::Set;
use crate::syntax::{Assertion, Flags, Greed, Node, Parsed, parse};

/// A test of one character.
#[derive(Debug)]
pub(crate) enum Test {
    Char(char),
    /// A character that counts as this one when case is ignored so.
    Folded(LetterCase, char),
    Any,
    AnyButLineEnd,
    Set(Set),
}

impl Test {
    /// Whether a character passes.
    pub(crate) fn passes(&self, c: char) -> bool {
        match self {
            Test::Char(wanted) => c == *wanted,
            Test::Folded(letter_case, wanted) => letter_case.key(c) == *wanted,
            Test::Any => true,
            Test::AnyButLineEnd => c != '\n',
            Test::Set(set) => set.has(c),
        }
    }
}

/// An instruction; numbers are places in the program.
#[derive(Debug)]
pub(crate) enum Instruction {
    /// One character.
    One(Test),
    /// A run of characters.
    Run {
        test: Test,
        least: usize,
        most: usize,
        greed: Greed,
    },
    Assert(Assertion),
    /// Notes the place: of group `n / 2`, its start if even, its end if odd.
    Save(usize),
    /// What a group matched, again.
    Reference {
        index: usize,
        letter_case: LetterCase,
    },
    /// Goes on at the first; if that fails, at the second.
    Split(usize, usize),
    Jump(usize),
    /// Notes where a round of a loop begins.
    BeginRound(usize),
    /// Goes to a place if the round matched nothing.
    EndRound {
        register: usize,
        exit: usize,
    },
    /// Matches what follows up to [`Instruction::Done`] without moving, from so many characters back.
    Look {
        back: usize,
        negated: bool,
        after: usize,
    },
    /// Matches what follows up to [`Instruction::Done`] in one way only.
    Atomic {
        after: usize,
    },
    /// Goes to a place if a group did not match.
    IfGroup {
        index: usize,
        otherwise: usize,
    },
    /// The end of what `Look` and `Atomic` match.
    Done,
    Match,
}

/// A compiled pattern.
pub struct Program {
    pub(crate) instructions: Vec<Instruction>,
    /// How many groups there are, group 0 not counted.
    pub groups: usize,
    /// Names of groups, in order.
    pub names: Vec<(String, usize)>,
    /// The flags that were given, and those found inside.
    pub flags: Flags,
    pub(crate) registers: usize,
    /// The character that every match begins with, if there is one.
    pub(crate) first: Option<char>,
}

const LARGEST: usize = 500_000;

/// Compiles a pattern.
///
/// # Errors
/// Where it is not well formed, or too large.
///
/// # Examples
/// ```
/// use brooklet_python_regex::{Flags, Matcher, Text, compile};
///
/// let program = compile(r"(\d+)-(?P<unit>\w+)", Flags::default()).unwrap();
/// let text = Text::Bytes(b"in 12-ms");
/// let found = Matcher::new(&program, &text, 8, &|| false).search(0, false).unwrap().unwrap();
/// assert_eq!(found[..6], [3, 8, 3, 5, 6, 8].map(Some));
/// assert!(compile("(", Flags::default()).is_err());
/// ```
pub fn compile(pattern: &str, flags: Flags) -> Result<Program, SyntaxError> {
    let parsed = parse(pattern, flags)?;
    lower_tree(parsed)
}

fn lower_tree(parsed: Parsed) -> Result<Program, SyntaxError> {
    let mut compiler = Compiler {
        out: Vec::new(),
        registers: 0,
    };
    compiler.node(&parsed.node)?;
    compiler.out.push(Instruction::Match);
    let first = compiler
        .out
        .iter()
        .find(|instruction| !matches!(instruction, Instruction::Save(_)));
    let first = match first {
        Some(Instruction::One(Test::Char(c))) => Some(*c),
        Some(Instruction::Run {
            test: Test::Char(c),
            least: 1..,
            ..
        }) => Some(*c),
        _ => None,
    };
    Ok(Program {
        instructions: compiler.out,
        groups: parsed.groups,
        names: parsed.names,
        flags: parsed.flags,
        registers: compiler.registers,
        first,
    })
}

struct Compiler {
    out: Vec<Instruction>,
    registers: usize,
}

fn test_of(node: &Node) -> Option<Test> {
    Some(match node {
        Node::Char {
            c,
            letter_case: LetterCase::Exact,
        } => Test::Char(*c),
        Node::Char { c, letter_case } => Test::Folded(*letter_case, letter_case.key(*c)),
        Node::Any { dot_all: true } => Test::Any,
        Node::Any { dot_all: false } => Test::AnyButLineEnd,
        Node::Set(set) => Test::Set(set.clone()),
        _ => return None,
    })
}

impl Compiler {
    fn hole(&mut self) -> usize {
        self.out.push(Instruction::Done);
        self.out.len() - 1
    }

    fn node(&mut self, node: &Node) -> Result<(), SyntaxError> {
        if self.out.len() > LARGEST {
            return Err(SyntaxError::without_place("pattern is too large"));
        }
        if let Some(test) = test_of(node) {
            self.out.push(Instruction::One(test));
            return Ok(());
        }
        match node {
            Node::Sequence(parts) => parts.iter().try_for_each(|part| self.node(part))?,
            Node::Choice(parts) => self.choice(parts)?,
            Node::Assert(assertion) => self.out.push(Instruction::Assert(*assertion)),
            Node::Group { inner, index } => {
                self.out.push(Instruction::Save(index * 2));
                self.node(inner)?;
                self.out.push(Instruction::Save(index * 2 + 1));
            }
            Node::Reference { index, letter_case } => {
                self.out.push(Instruction::Reference {
                    index: *index,
                    letter_case: *letter_case,
                });
            }
            Node::Repeat {
                inner,
                least,
                most,
                greed,
            } => self.repeat(inner, *least, *most, *greed)?,
            Node::Look {
                inner,
                back,
                negated,
            } => {
                let at = self.hole();
                self.node(inner)?;
                self.out.push(Instruction::Done);
                self.out[at] = Instruction::Look {
                    back: *back,
                    negated: *negated,
                    after: self.out.len(),
                };
            }
            Node::Atomic(inner) => {
                let at = self.hole();
                self.node(inner)?;
                self.out.push(Instruction::Done);
                self.out[at] = Instruction::Atomic {
                    after: self.out.len(),
                };
            }
            Node::Conditional { index, yes, no } => {
                let test = self.hole();
                self.node(yes)?;
                let skip = self.hole();
                self.out[test] = Instruction::IfGroup {
                    index: *index,
                    otherwise: self.out.len(),
                };
                self.node(no)?;
                self.out[skip] = Instruction::Jump(self.out.len());
            }
            Node::Char { .. } | Node::Any { .. } | Node::Set(_) => {}
        }
        Ok(())
    }

    fn choice(&mut self, parts: &[Node]) -> Result<(), SyntaxError> {
        let mut exits = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            if at + 1 == parts.len() {
                self.node(part)?;
                break;
            }
            let split = self.hole();
            self.node(part)?;
            exits.push(self.hole());
            self.out[split] = Instruction::Split(split + 1, self.out.len());
        }
        for exit in exits {
            self.out[exit] = Instruction::Jump(self.out.len());
        }
        Ok(())
    }

    fn repeat(
        &mut self,
        inner: &Node,
        least: u32,
        most: Option<u32>,
        greed: Greed,
    ) -> Result<(), SyntaxError> {
        if let Some(test) = test_of(inner) {
            let most = most.map_or(usize::MAX, |most| most as usize);
            self.out.push(Instruction::Run {
                test,
                least: least as usize,
                most,
                greed,
            });
            return Ok(());
        }
        if greed == Greed::Possessive {
            let at = self.hole();
            self.repeat(inner, least, most, Greed::Greedy)?;
            self.out.push(Instruction::Done);
            self.out[at] = Instruction::Atomic {
                after: self.out.len(),
            };
            return Ok(());
        }
        for _ in 0..least {
            self.node(inner)?;
        }
        let split = |first, second| match greed {
            Greed::Lazy => Instruction::Split(second, first),
            _ => Instruction::Split(first, second),
        };
        let register = self.registers;
        self.registers += 1;
        match most {
            None => {
                let begin = self.hole();
                self.out.push(Instruction::BeginRound(register));
                self.node(inner)?;
                let end = self.hole();
                self.out.push(Instruction::Jump(begin));
                let exit = self.out.len();
                self.out[end] = Instruction::EndRound { register, exit };
                self.out[begin] = split(begin + 1, exit);
            }
            Some(most) => {
                let mut splits = Vec::new();
                for _ in least..most {
                    splits.push(self.hole());
                    self.node(inner)?;
                }
                let exit = self.out.len();
                for at in splits {
                    self.out[at] = split(at + 1, exit);
                }
            }
        }
        Ok(())
    }
}
