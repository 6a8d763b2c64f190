//! Names of characters: what `unicodedata.name` gives and `"\N{…}"` asks for.
//!
//! ```
//! use brooklet_unicode::names;
//!
//! assert_eq!(names::name('é').as_deref(), Some("LATIN SMALL LETTER E WITH ACUTE"));
//! assert_eq!(names::character("hangul syllable gag"), Some('각'));
//! assert_eq!(names::character("NBSP"), Some('\u{a0}'));
//! ```

use std::sync::OnceLock;

/// The table, see `tables/generate.py`. The page's engine fetches it when this is first called (see
/// `crates/xtask`): nothing else may read it.
#[inline(never)]
fn text_of_names() -> &'static str {
    // Keeps the compiler from giving what it returns to its callers.
    std::hint::black_box(include_str!("../tables/names.txt"))
}

/// Characters that follow each other and are named in the same way.
struct Run {
    first: u32,
    last: u32,
    /// Where their names begin in the table.
    at: usize,
    /// Whether each is named by the prefix at that place and its number.
    is_numbered: bool,
}

struct Names {
    text: &'static str,
    runs: Vec<Run>,
    /// Where other names begin.
    aliases: usize,
}

fn names() -> &'static Names {
    static NAMES: OnceLock<Names> = OnceLock::new();
    NAMES.get_or_init(|| read(text_of_names()))
}

fn read(text: &'static str) -> Names {
    let mut runs: Vec<Run> = Vec::new();
    let mut aliases = text.len();
    let mut next = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        match line.as_bytes().first() {
            Some(b'@') => match line[1..].split_once('-') {
                Some((first, rest)) => {
                    let (last, prefix) = rest.split_once(' ').unwrap_or_default();
                    runs.push(Run {
                        first: hex(first),
                        last: hex(last),
                        at: end - prefix.len(),
                        is_numbered: true,
                    });
                }
                None => {
                    next = hex(line[1..].trim_end());
                    runs.push(Run {
                        first: next,
                        last: next,
                        at: end,
                        is_numbered: false,
                    });
                }
            },
            Some(b'=') => {
                aliases = at;
                break;
            }
            _ => {
                if let Some(run) = runs.last_mut() {
                    run.last = next;
                }
                next += 1;
            }
        }
        at = end;
    }
    Names {
        text,
        runs,
        aliases,
    }
}

fn hex(digits: &str) -> u32 {
    u32::from_str_radix(digits, 16).unwrap_or_default()
}

/// The name of a character.
pub fn name(character: char) -> Option<String> {
    let code = u32::from(character);
    if let Some(index) = code.checked_sub(HANGUL).filter(|index| *index < SYLLABLES) {
        let [first, vowel, last] = letters(index);
        return Some(format!("{HANGUL_PREFIX}{first}{vowel}{last}"));
    }
    let names = names();
    let after = names.runs.partition_point(|run| run.first <= code);
    let run = names.runs.get(after.checked_sub(1)?)?;
    if code > run.last {
        return None;
    }
    let mut lines = names.text[run.at..].lines();
    if run.is_numbered {
        return Some(format!("{}{code:X}", lines.next()?));
    }
    lines.nth((code - run.first) as usize).map(String::from)
}

/// The character of a name or of another name that it has, in capital or small letters.
pub fn character(name: &str) -> Option<char> {
    let name = name.to_ascii_uppercase();
    if let Some(syllable) = name.strip_prefix(HANGUL_PREFIX) {
        let found = (0..SYLLABLES).find(|index| letters(*index).concat() == syllable)?;
        return char::from_u32(HANGUL + found);
    }
    let names = names();
    let numbered = names.runs.iter().filter(|run| run.is_numbered);
    for run in numbered {
        let prefix = names.text[run.at..].lines().next()?;
        if let Some(digits) = name.strip_prefix(prefix) {
            let code = hex(digits);
            let is_it = (run.first..=run.last).contains(&code) && format!("{code:X}") == digits;
            if is_it {
                return char::from_u32(code);
            }
        }
    }
    if let Some(line) = names.text[names.aliases..]
        .lines()
        .find(|line| line.split_once(' ').is_some_and(|(_, other)| other == name))
    {
        return char::from_u32(hex(line[1..].split(' ').next()?));
    }
    let line = format!("\n{name}\n");
    let at = names.text[..names.aliases].find(&line)? + 1;
    let run = &names.runs[names
        .runs
        .partition_point(|run| run.at <= at)
        .checked_sub(1)?];
    let before = names.text[run.at..at].lines().count() as u32;
    char::from_u32(run.first + before)
}

const HANGUL: u32 = 0xac00;
const HANGUL_PREFIX: &str = "HANGUL SYLLABLE ";
const SYLLABLES: u32 = 11_172;
const FIRST: [&str; 19] = [
    "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P",
    "H",
];
const VOWELS: [&str; 21] = [
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE",
    "WI", "YU", "EU", "YI", "I",
];
const LAST: [&str; 28] = [
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M",
    "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H",
];

/// The letters that a syllable of Hangul is made of, see the Unicode Standard, 3.12.
fn letters(index: u32) -> [&'static str; 3] {
    let index = index as usize;
    [
        FIRST[index / (21 * 28)],
        VOWELS[index / 28 % 21],
        LAST[index % 28],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_characters() {
        for code in [
            "A",
            "•",
            "\u{0}",
            "一",
            "힣",
            "😀",
            "\u{fe0f}",
            "\u{10ffff}",
            "𝔘",
        ] {
            let wanted = code.chars().next().unwrap();
            if let Some(name) = name(wanted) {
                assert_eq!(character(&name), Some(wanted), "{name}");
            }
        }
        assert_eq!(name('一').as_deref(), Some("CJK UNIFIED IDEOGRAPH-4E00"));
        assert_eq!(name('\n'), None);
        assert_eq!(character("line feed"), Some('\n'));
        assert_eq!(character("GRINNING FACE"), Some('😀'));
        assert_eq!(character("NO SUCH NAME"), None);
    }
}
