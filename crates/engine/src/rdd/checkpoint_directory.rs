//! Where the checkpoints of RDDs go.

use brooklet_python::files::FileSystem;

use crate::files::{child, location, make_folders, normalize};

/// Makes the folder that the checkpoints of one application go into, within a directory, and gives its
/// place as Hadoop shows it: `file:/tmp/checkpoints/3d2f…`.
///
/// Source: `SparkContext.setCheckpointDir`, which draws a random UUID. Here it is the first of a fixed
/// sequence that the directory has not, so that each run of a program says the same.
pub(crate) fn make(files: &dyn FileSystem, directory: &str, now_ms: i64) -> String {
    let directory = normalize(directory);
    let taken = files.list(&directory).unwrap_or_default();
    let uuid = (1..).map(uuid).find(|uuid| !taken.contains(uuid));
    let path = child(&directory, &uuid.unwrap_or_default());
    make_folders(files, &path, now_ms);
    location(files, &path)
}

/// The UUID of version 4 with this number.
fn uuid(number: u64) -> String {
    let [high, low] = [2 * number, 2 * number + 1].map(mixed);
    format!(
        "{:08x}-{:04x}-4{:03x}-{:x}{:03x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        8 | low >> 62,
        low >> 48 & 0xfff,
        low & 0xffff_ffff_ffff,
    )
}

/// The finalizer of `SplitMix64`.
fn mixed(number: u64) -> u64 {
    let z = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::MemoryFiles;

    #[test]
    fn each_application_has_a_folder_of_its_own() {
        let files = MemoryFiles::new();
        let first = make(&files, "/tmp/cp", 0);
        let second = make(&files, "/tmp/cp", 0);
        assert_ne!(first, second);
        let name = first
            .strip_prefix("file:/tmp/cp/")
            .expect("it is within the directory");
        let lengths: Vec<usize> = name.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert_eq!(&name[14..15], "4");
        assert!("89ab".contains(&name[19..20]));
        assert_eq!(files.list("/tmp/cp").expect("it is there").len(), 2);
    }
}
