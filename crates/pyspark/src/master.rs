//! Where Spark runs tasks: the `--master` of `spark-submit`, as far as one process can be one.

use std::fmt;
use std::str::FromStr;

use brooklet_protocol::ProgramFix;

use crate::fix::in_its_place;

/// How many threads `local[*]` stands for: a fixed number, so that results do not depend on the
/// machine.
const ALL_CORES: usize = 4;

/// A local master: `local`, `local[N]`, `local[*]`, `local[N,F]`.
///
/// ```
/// use brooklet_pyspark::Master;
///
/// let master: Master = "local[2,3]".parse().unwrap();
/// assert_eq!((master.parallelism, master.max_failures), (2, 3));
/// assert!("yarn".parse::<Master>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Master {
    /// `sc.defaultParallelism`: N.
    pub parallelism: usize,
    /// How often a task is tried: F, else 1.
    pub max_failures: usize,
}

impl Default for Master {
    fn default() -> Master {
        Master {
            parallelism: 4,
            max_failures: 1,
        }
    }
}

impl fmt::Display for Master {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.max_failures {
            1 => write!(out, "local[{}]", self.parallelism),
            failures => write!(out, "local[{},{failures}]", self.parallelism),
        }
    }
}

/// What masters that are clusters begin with.
const CLUSTERS: [&str; 6] = [
    "spark://",
    "yarn",
    "mesos://",
    "k8s://",
    "local-cluster[",
    "sc://",
];

/// A master that is not local.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NotLocal(String);

impl fmt::Display for NotLocal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let master = &self.0;
        match self.is_cluster() {
            true => write!(
                out,
                "The master '{master}' is a cluster, which is not here. Write local[4] in its place, \
                 or leave the master out of the program; on the cluster, name it with \
                 spark-submit --master {master}"
            ),
            false => write!(out, "Could not parse Master URL: '{master}'"),
        }
    }
}

impl std::error::Error for NotLocal {}

impl NotLocal {
    /// What mends it, where it names a cluster.
    pub(crate) fn fix(&self) -> Option<ProgramFix> {
        let instead = Master::default().to_string();
        self.is_cluster().then(|| in_its_place(&self.0, &instead))
    }

    fn is_cluster(&self) -> bool {
        CLUSTERS.iter().any(|cluster| self.0.starts_with(cluster))
    }
}

impl FromStr for Master {
    type Err = NotLocal;

    fn from_str(text: &str) -> Result<Master, NotLocal> {
        let unknown = || NotLocal(text.to_owned());
        if text == "local" {
            return Ok(Master {
                parallelism: 1,
                max_failures: 1,
            });
        }
        let inside = text
            .strip_prefix("local[")
            .and_then(|rest| rest.strip_suffix(']'))
            .ok_or_else(unknown)?;
        let (threads, failures) = match inside.split_once(',') {
            Some((threads, failures)) => (threads.trim(), failures.trim()),
            None => (inside.trim(), "1"),
        };
        let parallelism = match threads {
            "*" => ALL_CORES,
            number => number.parse().map_err(|_| unknown())?,
        };
        let max_failures = failures.parse().map_err(|_| unknown())?;
        match (parallelism, max_failures) {
            (0, _) | (_, 0) => Err(unknown()),
            _ => Ok(Master {
                parallelism,
                max_failures,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_what_spark_calls_local() {
        for (text, parallelism, max_failures) in [
            ("local", 1, 1),
            ("local[8]", 8, 1),
            ("local[*]", 4, 1),
            ("local[2, 5]", 2, 5),
        ] {
            let expected = Master {
                parallelism,
                max_failures,
            };
            assert_eq!(text.parse(), Ok(expected));
        }
        for text in ["", "local[]", "local[0]", "local[x]", "spark://host:7077"] {
            assert!(text.parse::<Master>().is_err(), "{text}");
        }
    }

    #[test]
    fn says_what_to_write_in_place_of_a_cluster() {
        let message = |master: &str| master.parse::<Master>().unwrap_err().to_string();
        for master in [
            "spark://host:7077",
            "yarn",
            "yarn-client",
            "k8s://https://host",
        ] {
            assert!(
                message(master).contains("Write local[4] in its place"),
                "{master}"
            );
        }
        let fix = |master: &str| master.parse::<Master>().unwrap_err().fix();
        assert_eq!(fix("yarn"), Some(in_its_place("yarn", "local[4]")));
        assert_eq!(fix("locl"), None);
        assert_eq!(message("locl"), "Could not parse Master URL: 'locl'");
    }
}
