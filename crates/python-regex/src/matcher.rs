//! Runs a program over a text: depth first, with its own stack of ways not taken yet, so that a
//! long text cannot exhaust Rust's stack.

use crate::letter_case::LetterCase;
use crate::program::{Instruction, Program, Test};
use crate::set::Class;
use crate::syntax::{Assertion, Greed};

/// The text that is searched. Places are code points (bytes, for `bytes`).
pub enum Text<'a> {
    /// A character a byte: ASCII, or `bytes`.
    Bytes(&'a [u8]),
    /// Any text.
    Chars(Vec<char>),
}

impl Text<'_> {
    /// How many code points or bytes there are.
    pub fn len(&self) -> usize {
        match self {
            Text::Bytes(bytes) => bytes.len(),
            Text::Chars(chars) => chars.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn at(&self, place: usize) -> char {
        match self {
            Text::Bytes(bytes) => bytes[place] as char,
            Text::Chars(chars) => chars[place],
        }
    }
}

/// The search was given up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cancelled;

/// What a match must be like.
#[derive(Clone, Copy, Default)]
pub struct Demands {
    /// It ends at the end of the text.
    pub whole: bool,
    /// It is not empty.
    pub not_empty: bool,
}

/// Places of the groups: start and end of each, then the index of the group that closed last.
pub type Slots = Vec<Option<usize>>;

enum Entry {
    /// Another way to go on.
    Branch {
        pc: usize,
        at: usize,
    },
    /// Shorter ways through a greedy run.
    Shorter {
        pc: usize,
        least: usize,
        at: usize,
    },
    /// Longer ways through a lazy run.
    Longer {
        pc: usize,
        at: usize,
        left: usize,
    },
    Slot {
        index: usize,
        old: Option<usize>,
    },
    Register {
        index: usize,
        old: usize,
    },
}

/// Looks for matches of a program in a text.
pub struct Matcher<'a> {
    program: &'a Program,
    text: &'a Text<'a>,
    end: usize,
    cancelled: &'a dyn Fn() -> bool,
    slots: Slots,
    registers: Vec<usize>,
    stack: Vec<Entry>,
    steps: u32,
}

impl<'a> Matcher<'a> {
    /// A search in the text up to `end`, which asks now and then whether it is to be given up.
    pub fn new(
        program: &'a Program,
        text: &'a Text<'a>,
        end: usize,
        cancelled: &'a dyn Fn() -> bool,
    ) -> Matcher<'a> {
        Matcher {
            program,
            text,
            end,
            cancelled,
            slots: Vec::new(),
            registers: vec![usize::MAX; program.registers],
            stack: Vec::new(),
            steps: 0,
        }
    }

    /// A match that begins at a place.
    ///
    /// # Errors
    /// Where it was given up.
    pub fn match_at(&mut self, start: usize, demands: Demands) -> Result<Option<Slots>, Cancelled> {
        self.slots = vec![None; self.program.groups * 2 + 3];
        self.slots[0] = Some(start);
        self.stack.clear();
        let Some(end) = self.run(0, start, Some((start, demands)))? else {
            return Ok(None);
        };
        self.slots[1] = Some(end);
        Ok(Some(std::mem::take(&mut self.slots)))
    }

    /// The first match from a place on; only a match at that place must not be empty.
    ///
    /// # Errors
    /// Where it was given up.
    pub fn search(&mut self, start: usize, not_empty: bool) -> Result<Option<Slots>, Cancelled> {
        for at in start..=self.end {
            if let Some(first) = self.program.first
                && (at == self.end || self.text.at(at) != first)
            {
                continue;
            }
            let demands = Demands {
                whole: false,
                not_empty: not_empty && at == start,
            };
            if let Some(found) = self.match_at(at, demands)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn count_step(&mut self) -> Result<(), Cancelled> {
        self.steps = self.steps.wrapping_add(1);
        if self.steps & 0xffff == 0 && (self.cancelled)() {
            return Err(Cancelled);
        }
        Ok(())
    }

    /// How far a run of characters goes from a place.
    fn span(&self, test: &Test, at: usize, most: usize) -> usize {
        let limit = self.end.min(at.saturating_add(most));
        let mut place = at;
        while place < limit && test.passes(self.text.at(place)) {
            place += 1;
        }
        place
    }

    fn set_slot(&mut self, index: usize, value: Option<usize>) {
        let old = std::mem::replace(&mut self.slots[index], value);
        self.stack.push(Entry::Slot { index, old });
    }

    fn set_register(&mut self, index: usize, value: usize) {
        let old = std::mem::replace(&mut self.registers[index], value);
        self.stack.push(Entry::Register { index, old });
    }

    /// Runs from an instruction to `Match` (with `whole` set) or `Done`; gives where it ended.
    fn run(
        &mut self,
        pc: usize,
        at: usize,
        whole: Option<(usize, Demands)>,
    ) -> Result<Option<usize>, Cancelled> {
        let base = self.stack.len();
        let (mut pc, mut at) = (pc, at);
        loop {
            self.count_step()?;
            match self.step(pc, at, whole)? {
                Step::To(next, place) => (pc, at) = (next, place),
                Step::Ended => return Ok(Some(at)),
                Step::Failed => match self.back(base) {
                    Some((next, place)) => (pc, at) = (next, place),
                    None => return Ok(None),
                },
            }
        }
    }

    /// Takes up the last way that was not taken.
    fn back(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Entry::Branch { pc, at } => return Some((pc, at)),
                Entry::Shorter { pc, least, at } => {
                    let at = at - 1;
                    if at > least {
                        self.stack.push(Entry::Shorter { pc, least, at });
                    }
                    return Some((pc, at));
                }
                Entry::Longer { pc, at, left } => {
                    let Instruction::Run { test, .. } = &self.program.instructions[pc - 1] else {
                        continue;
                    };
                    if left > 0 && at < self.end && test.passes(self.text.at(at)) {
                        self.stack.push(Entry::Longer {
                            pc,
                            at: at + 1,
                            left: left - 1,
                        });
                        return Some((pc, at + 1));
                    }
                }
                Entry::Slot { index, old } => self.slots[index] = old,
                Entry::Register { index, old } => self.registers[index] = old,
            }
        }
        None
    }

    fn step(
        &mut self,
        pc: usize,
        at: usize,
        whole: Option<(usize, Demands)>,
    ) -> Result<Step, Cancelled> {
        let program = self.program;
        let passed = |holds: bool| {
            if holds {
                Step::To(pc + 1, at)
            } else {
                Step::Failed
            }
        };
        Ok(match &program.instructions[pc] {
            Instruction::One(test) => {
                if at < self.end && test.passes(self.text.at(at)) {
                    Step::To(pc + 1, at + 1)
                } else {
                    Step::Failed
                }
            }
            Instruction::Run {
                test,
                least,
                most,
                greed,
            } => self.run_of(pc, at, test, *least, *most, *greed),
            Instruction::Assert(assertion) => passed(self.holds(*assertion, at)),
            Instruction::Save(slot) => {
                self.set_slot(*slot, Some(at));
                if slot % 2 == 1 {
                    let last = self.slots.len() - 1;
                    self.set_slot(last, Some(slot / 2));
                }
                Step::To(pc + 1, at)
            }
            Instruction::Reference { index, letter_case } => {
                self.reference(pc, at, *index, *letter_case)
            }
            Instruction::Split(first, second) => {
                self.stack.push(Entry::Branch { pc: *second, at });
                Step::To(*first, at)
            }
            Instruction::Jump(target) => Step::To(*target, at),
            Instruction::BeginRound(register) => {
                self.set_register(*register, at);
                Step::To(pc + 1, at)
            }
            Instruction::EndRound { register, exit } => {
                if self.registers[*register] == at {
                    Step::To(*exit, at)
                } else {
                    Step::To(pc + 1, at)
                }
            }
            Instruction::Look {
                back,
                negated,
                after,
            } => {
                let height = self.stack.len();
                let found = match at.checked_sub(*back) {
                    Some(from) => self.run(pc + 1, from, None)?.is_some(),
                    None => false,
                };
                if found == *negated {
                    self.undo(height);
                    Step::Failed
                } else {
                    if *negated {
                        self.undo(height)
                    } else {
                        self.keep_only_undos(height)
                    }
                    Step::To(*after, at)
                }
            }
            Instruction::Atomic { after } => {
                let height = self.stack.len();
                match self.run(pc + 1, at, None)? {
                    Some(end) => {
                        self.keep_only_undos(height);
                        Step::To(*after, end)
                    }
                    None => Step::Failed,
                }
            }
            Instruction::IfGroup { index, otherwise } => {
                if self.slots[index * 2 + 1].is_some() {
                    Step::To(pc + 1, at)
                } else {
                    Step::To(*otherwise, at)
                }
            }
            Instruction::Done => Step::Ended,
            Instruction::Match => match whole {
                Some((start, demands))
                    if (demands.whole && at != self.end) || (demands.not_empty && at == start) =>
                {
                    Step::Failed
                }
                _ => Step::Ended,
            },
        })
    }

    /// Undoes what was noted above a height.
    fn undo(&mut self, height: usize) {
        while self.stack.len() > height {
            match self.stack.pop() {
                Some(Entry::Slot { index, old }) => self.slots[index] = old,
                Some(Entry::Register { index, old }) => self.registers[index] = old,
                _ => {}
            }
        }
    }

    /// Forgets the ways not taken above a height, but not how to undo what was noted.
    fn keep_only_undos(&mut self, height: usize) {
        let mut kept = height;
        for at in height..self.stack.len() {
            if matches!(self.stack[at], Entry::Slot { .. } | Entry::Register { .. }) {
                self.stack.swap(kept, at);
                kept += 1;
            }
        }
        self.stack.truncate(kept);
    }

    fn run_of(
        &mut self,
        pc: usize,
        at: usize,
        test: &Test,
        least: usize,
        most: usize,
        greed: Greed,
    ) -> Step {
        if greed == Greed::Lazy {
            let reached = self.span(test, at, least);
            if reached - at < least {
                return Step::Failed;
            }
            self.stack.push(Entry::Longer {
                pc: pc + 1,
                at: reached,
                left: most - least,
            });
            return Step::To(pc + 1, reached);
        }
        let reached = self.span(test, at, most);
        if reached - at < least {
            return Step::Failed;
        }
        if greed == Greed::Greedy && reached > at + least {
            self.stack.push(Entry::Shorter {
                pc: pc + 1,
                least: at + least,
                at: reached,
            });
        }
        Step::To(pc + 1, reached)
    }

    fn reference(&self, pc: usize, at: usize, index: usize, letter_case: LetterCase) -> Step {
        let (Some(start), Some(end)) = (self.slots[index * 2], self.slots[index * 2 + 1]) else {
            return Step::Failed;
        };
        let length = end - start;
        if at + length > self.end {
            return Step::Failed;
        }
        let same = (0..length).all(|offset| {
            let (a, b) = (self.text.at(start + offset), self.text.at(at + offset));
            letter_case.repeats(a, b)
        });
        if same {
            Step::To(pc + 1, at + length)
        } else {
            Step::Failed
        }
    }

    fn holds(&self, assertion: Assertion, at: usize) -> bool {
        let line_end_at = |place: usize| place < self.end && self.text.at(place) == '\n';
        match assertion {
            Assertion::Start => at == 0,
            Assertion::End => at == self.end,
            Assertion::EndOrLast => at == self.end || (at + 1 == self.end && line_end_at(at)),
            Assertion::LineStart => at == 0 || line_end_at(at - 1),
            Assertion::LineEnd => at == self.end || line_end_at(at),
            Assertion::WordBoundary { negated, ascii } => {
                let word = |place: usize| Class::Word.has(self.text.at(place), ascii);
                let before = at > 0 && word(at - 1);
                let after = at < self.end && word(at);
                // CPython finds neither in an empty text.
                if self.text.is_empty() {
                    false
                } else {
                    (before != after) != negated
                }
            }
        }
    }
}

/// What an instruction leads to.
enum Step {
    /// The next instruction and place.
    To(usize, usize),
    Failed,
    Ended,
}
