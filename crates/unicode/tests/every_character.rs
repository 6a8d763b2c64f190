//! What every method of `str` gives for every character, against the digests that
//! `tables/generate.py` recorded from CPython 3.11.

use std::collections::BTreeMap;

use brooklet_unicode::{case, class};
use sha2::{Digest, Sha256};

fn truth(test: bool) -> String {
    if test { "True" } else { "False" }.to_owned()
}

fn method(name: &str) -> fn(char) -> String {
    match name {
        "isalpha" => |char| truth(class::is_alpha(char)),
        "isalnum" => |char| truth(class::is_alphanumeric(char)),
        "isprintable" => |char| truth(class::is_printable(char)),
        "isupper" => |char| truth(class::is_upper(char)),
        "islower" => |char| truth(class::is_lower(char)),
        "istitle" => |char| truth(class::is_title(char) || class::is_upper(char)),
        "isdigit" => |char| truth(class::is_digit(char)),
        "isdecimal" => |char| truth(class::is_decimal(char)),
        "isnumeric" => |char| truth(class::is_numeric(char)),
        "isspace" => |char| truth(class::is_space(char)),
        "isidentifier" => |char| truth(class::starts_identifier(char)),
        "lower" => |char| case::lower(char.encode_utf8(&mut [0; 4])),
        "upper" => |char| case::upper(char.encode_utf8(&mut [0; 4])),
        "title" => |char| case::title(char.encode_utf8(&mut [0; 4])),
        "casefold" => |char| case::fold(char.encode_utf8(&mut [0; 4])),
        "swapcase" => |char| case::swap(char.encode_utf8(&mut [0; 4])),
        "capitalize" => |char| case::capitalize(char.encode_utf8(&mut [0; 4])),
        _ => panic!("no method {name}"),
    }
}

#[test]
fn every_method_gives_what_cpython_gives() {
    let digests: BTreeMap<String, String> =
        serde_json::from_str(include_str!("digests.json")).unwrap();
    for (name, expected) in digests {
        let method = method(&name);
        let mut hasher = Sha256::new();
        for char in '\0'..=char::MAX {
            hasher.update(method(char));
            hasher.update("\n");
        }
        let given: String = hasher
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert_eq!(given, expected, "{name}");
    }
}
