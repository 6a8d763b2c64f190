//! A program that ends because it wants arguments: what it asks for stands in what it printed.

use brooklet_protocol::{Diagnostic, ProgramChange, ProgramFix, Severity};

/// What to tell of a program that gave up and had printed this; `None` unless it asks for arguments, as
/// `Usage: counts.py <hostname> <port>` or as `argparse` does.
pub(super) fn missing_arguments(printed: &str) -> Option<Diagnostic> {
    let (line, names) = printed
        .lines()
        .find_map(|line| Some((line, asked(line)?)))?;
    let shown: Vec<String> = names.iter().map(|name| format!("<{name}>")).collect();
    let values: Option<Vec<&str>> = names.iter().map(|name| value(name)).collect();
    let fix = values.map(|values| {
        let line = values.join(" ");
        ProgramFix {
            label: format!("Start it with {line}"),
            change: ProgramChange::Arguments { line },
        }
    });
    Some(Diagnostic {
        severity: Severity::Error,
        message: line.trim().to_owned(),
        hint: Some(format!(
            "The program asks for arguments: {}. Write them into the field Arguments above the program.",
            shown.join(" ")
        )),
        place: None,
        fix,
    })
}

/// The names of the arguments that a line asks for.
fn asked(line: &str) -> Option<Vec<&str>> {
    const REQUIRED: &str = "the following arguments are required: ";
    if let Some((_, names)) = line.split_once(REQUIRED) {
        return Some(names.split(", ").collect());
    }
    let at = line.to_ascii_lowercase().find("usage")?;
    let mut rest = &line[at..];
    let mut names = Vec::new();
    while let Some((_, from)) = rest.split_once('<') {
        let (name, after) = from.split_once('>')?;
        names.push(name.trim());
        rest = after;
    }
    (!names.is_empty()).then_some(names)
}

/// What an argument of that name may be here. The first word that is part of the name decides.
fn value(name: &str) -> Option<&'static str> {
    const VALUES: [(&str, &str); 16] = [
        ("broker", "localhost:9092"),
        ("bootstrap", "localhost:9092"),
        ("zk", "localhost:2181"),
        ("zookeeper", "localhost:2181"),
        ("topic", "words"),
        ("group", "group"),
        ("host", "localhost"),
        ("server", "localhost"),
        ("port", "9999"),
        ("checkpoint", "checkpoint"),
        ("output", "output.txt"),
        ("dir", "data"),
        ("folder", "data"),
        ("interval", "1"),
        ("duration", "1"),
        ("seconds", "1"),
    ];
    let name = name.to_ascii_lowercase();
    let found = VALUES.iter().find(|(part, _)| name.contains(part));
    found.map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(printed: &str) -> Option<String> {
        match missing_arguments(printed)?.fix?.change {
            ProgramChange::Arguments { line } => Some(line),
            _ => None,
        }
    }

    #[test]
    fn the_samples_of_spark_get_what_they_ask_for() {
        for (printed, line) in [
            (
                "Usage: network_wordcount.py <hostname> <port>\n",
                "localhost 9999",
            ),
            (
                "Usage: recoverable_network_wordcount.py <hostname> <port> <checkpoint-directory> <output-file>\n",
                "localhost 9999 checkpoint output.txt",
            ),
            ("Usage: hdfs_wordcount.py <directory>\n", "data"),
            (
                "usage: kafka_wordcount.py <zk> <topic>\n",
                "localhost:2181 words",
            ),
            (
                "Usage: direct.py <broker_list> <topic>",
                "localhost:9092 words",
            ),
            (
                "usage: p.py [-h] host port\np.py: error: the following arguments are required: host, port\n",
                "localhost 9999",
            ),
        ] {
            assert_eq!(arguments(printed).as_deref(), Some(line));
        }
    }

    #[test]
    fn what_is_not_known_is_told_without_a_guess() {
        let advice = missing_arguments("Usage: p.py <threshold> <host>").unwrap();
        assert!(advice.fix.is_none());
        assert!(advice.hint.unwrap().contains("<threshold> <host>"));
    }

    #[test]
    fn other_programs_have_no_advice() {
        assert!(missing_arguments("memory usage: <none").is_none());
        assert!(missing_arguments("failed\n").is_none());
    }
}
