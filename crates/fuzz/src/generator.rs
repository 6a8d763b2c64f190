//! Inputs at random, the same ones for the same seed.

/// What programs, patterns and literals are made of.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    ".",
    "=",
    "==",
    "\n",
    "\n    ",
    "\"",
    "'",
    "\\",
    "#",
    "lambda x: ",
    "def f(x):\n    return x\n",
    "for i in ",
    "if ",
    "else",
    "yield ",
    "class A:\n",
    "*",
    "**",
    "-",
    "0",
    "1e9",
    "0x",
    "10**20",
    "None",
    "True",
    "f\"{",
    "\"\"\"",
    "é",
    "日",
    "\u{301}",
    "😀",
    "\t",
    "\u{0}",
    ".map(lambda r: r)",
    ".pprint()",
    ".filter(",
    "ssc",
    "|",
    "?",
    "+?",
    "{2,3}",
    "(?:",
    "(?P<a>",
    "(?=",
    "\\d",
    "\\w",
    "\\b",
    "^",
    "$",
    "[^",
    "a-z",
    "(?i)",
    "\\1",
];

/// A generator of inputs.
pub(crate) struct Generator {
    state: u64,
}

impl Generator {
    pub(crate) fn new(seed: u64) -> Generator {
        Generator { state: seed }
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit, or 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// A text of the corpus with some changes, or now and then one of nothing but noise.
    pub(crate) fn input(&mut self, corpus: &[String]) -> String {
        if self.below(16) == 0 {
            let bytes: Vec<u8> = (0..self.below(200)).map(|_| self.next() as u8).collect();
            return String::from_utf8_lossy(&bytes).into_owned();
        }
        let at = self.below(corpus.len());
        let mut text: Vec<char> = corpus[at].chars().collect();
        for _ in 0..self.below(6) {
            self.change(&mut text, corpus);
        }
        text.into_iter().collect()
    }

    fn change(&mut self, text: &mut Vec<char>, corpus: &[String]) {
        let from = self.below(text.len() + 1);
        let to = (from + self.below(12)).min(text.len());
        match self.below(4) {
            0 => drop(text.drain(from..to)),
            1 => {
                let piece = PIECES[self.below(PIECES.len())];
                text.splice(from..from, piece.chars());
            }
            2 => {
                let copied: Vec<char> = text[from..to].to_vec();
                let at = self.below(text.len() + 1);
                text.splice(at..at, copied);
            }
            _ => {
                let at = self.below(corpus.len());
                let other: Vec<char> = corpus[at].chars().collect();
                let start = self.below(other.len() + 1);
                let end = (start + self.below(60)).min(other.len());
                text.splice(from..to, other[start..end].iter().copied());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Generator;

    #[test]
    fn a_seed_gives_the_same_inputs() {
        let corpus = ["x = [1, 2]\n".to_owned(), "print('é')\n".to_owned()];
        let inputs = |seed| {
            let mut generator = Generator::new(seed);
            (0..50)
                .map(|_| generator.input(&corpus))
                .collect::<Vec<_>>()
        };
        assert_eq!(inputs(3), inputs(3));
        assert_ne!(inputs(3), inputs(4));
    }
}
