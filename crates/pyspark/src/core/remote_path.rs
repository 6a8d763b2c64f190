//! Paths on file systems that only a cluster reaches: naming one says what to write in its place.

use brooklet_protocol::ProgramFix;
use brooklet_python::{Result, Value, Vm};

use super::unavailable::unavailable;
use crate::fix::{in_its_place, raise_with};

/// The schemes of such file systems.
const SCHEMES: &[&str] = &[
    "hdfs", "viewfs", "webhdfs", "s3", "s3a", "s3n", "gs", "wasb", "wasbs", "abfs", "abfss", "adl",
    "dbfs", "oss", "http", "https", "ftp",
];

/// The text of a path that a method is given.
///
/// # Errors
/// `NotImplementedError` for a path on a file system that is not here.
pub(crate) fn local_path(vm: &mut Vm, method: &str, path: &Value) -> Result<String> {
    let path = vm.str(path)?;
    let remote = path.split(',').find_map(place_on_remote);
    let Some(place) = remote else {
        return Ok(path);
    };
    let (class, name) = method.rsplit_once('.').unwrap_or(("", method));
    let instead = match (name.starts_with("save"), name.ends_with("Stream")) {
        (true, _) => "write to a path of the program's own",
        (_, true) => "watch a folder of the program's own, and let the files appear in that",
        _ => "add the file to those of the program, and read it by its path there",
    };
    let variable = match class {
        "SparkContext" => "sc.",
        "StreamingContext" => "ssc.",
        _ => "",
    };
    let instead = format!(
        "'{path}' is on a file system of a cluster, which is not here. Instead, {instead}: \
         {variable}{name}(\"{place}\")"
    );
    let raise = unavailable(vm, method, &instead);
    Err(raise_with(vm, raise, fix_of(&path)))
}

/// What mends a path: the places in the program's own folder.
fn fix_of(path: &str) -> ProgramFix {
    let parts = path.split(',');
    let places: Vec<&str> = parts
        .map(|part| place_on_remote(part).unwrap_or(part))
        .collect();
    in_its_place(path, &places.join(","))
}

/// Where a path on another file system would be in the program's own folder; `None` for others.
fn place_on_remote(path: &str) -> Option<&str> {
    let (scheme, rest) = path.trim().split_once(':')?;
    SCHEMES
        .contains(&scheme.to_ascii_lowercase().as_str())
        .then(|| {
            let behind_host = match rest.strip_prefix("//") {
                Some(rest) => rest.split_once('/').map_or(rest, |(_, path)| path),
                None => rest,
            };
            behind_host.trim_matches('/')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_place_behind_host_or_bucket() {
        for (path, place) in [
            ("hdfs://namenode:9000/user/me/logs", Some("user/me/logs")),
            ("hdfs:///logs/", Some("logs")),
            ("hdfs:/logs/*.txt", Some("logs/*.txt")),
            ("S3A://bucket/a.csv", Some("a.csv")),
            ("s3a://bucket", Some("bucket")),
            ("file:///tmp/a", None),
            ("logs/12:30.txt", None),
            ("/tmp/a", None),
        ] {
            assert_eq!(place_on_remote(path), place, "{path}");
        }
    }

    #[test]
    fn every_path_of_several_is_mended() {
        let fix = fix_of("hdfs://n/a,b,s3a://bucket/c");
        assert_eq!(fix, in_its_place("hdfs://n/a,b,s3a://bucket/c", "a,b,c"));
    }
}
