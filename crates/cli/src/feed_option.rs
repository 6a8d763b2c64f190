//! `--feed ADDRESS=FILE`: a feed from a file.

use std::fs;
use std::path::Path;
use std::str::FromStr;

use brooklet_protocol::{ArrivalTime, Feed, FeedBytes, FolderFile, SocketArrival, TopicRecord};

use crate::feed_lines::{FeedLine, read_lines};

/// What stands in `--feed`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FeedOption {
    pub(crate) address: Address,
    /// The file, or for a folder the real folder.
    pub(crate) source: String,
}

/// Which feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Address {
    Socket { host: String, port: u32 },
    Topic { name: String },
    Folder { path: String },
}

impl FromStr for FeedOption {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<FeedOption, &'static str> {
        let (address, source) = text.split_once('=').ok_or("it is ADDRESS=FILE")?;
        let address = match address.split_once(':') {
            Some(("topic", name)) => Address::Topic {
                name: name.to_owned(),
            },
            Some(("folder", path)) => Address::Folder {
                path: path.to_owned(),
            },
            _ => {
                let (host, port) = address
                    .rsplit_once(':')
                    .ok_or("its address is HOST:PORT, topic:NAME or folder:PATH")?;
                Address::Socket {
                    host: host.to_owned(),
                    port: port.parse().map_err(|_| "its port is no number")?,
                }
            }
        };
        Ok(FeedOption {
            address,
            source: source.to_owned(),
        })
    }
}

impl FeedOption {
    /// The feed; plain lines come so many a batch.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub(crate) fn read(&self, lines_a_batch: u32) -> Result<Feed, String> {
        let told = |error: std::io::Error| format!("{}: {error}", self.source);
        if let Address::Folder { path } = &self.address
            && Path::new(&self.source).is_dir()
        {
            let files = files_of(&self.source).map_err(told)?;
            let path = path.clone();
            return Ok(Feed::Folder { path, files });
        }
        let content = fs::read(&self.source).map_err(told)?;
        let lines = read_lines(&content, lines_a_batch)
            .map_err(|(line, why)| format!("{}, line {line}: {why}", self.source))?;
        Ok(match &self.address {
            Address::Socket { host, port } => Feed::Socket {
                host: host.clone(),
                port: *port,
                listens_from: None,
                arrivals: lines.into_iter().map(arrival).collect(),
            },
            Address::Topic { name } => Feed::Topic {
                name: name.clone(),
                partitions: partitions(lines),
            },
            Address::Folder { path } => Feed::Folder {
                path: path.clone(),
                files: (1..).zip(lines).map(file).collect(),
            },
        })
    }
}

/// A real folder's files, in the order of their names, one a batch.
fn files_of(folder: &str) -> std::io::Result<Vec<FolderFile>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |(batch, path): (u32, std::path::PathBuf)| {
        Ok(FolderFile {
            time: ArrivalTime::Batch(batch),
            name: path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            data: FeedBytes(fs::read(&path)?),
        })
    };
    (1..).zip(paths).map(read).collect()
}

/// A line as a server sends it: text with a line end, unless the line says that it has none.
fn arrival(line: FeedLine) -> SocketArrival {
    let mut data = line.data.unwrap_or_default();
    if !line.is_whole {
        data.push(b'\n');
    }
    SocketArrival {
        time: line.time,
        data: FeedBytes(data),
        closes: line.closes,
    }
}

fn partitions(lines: Vec<FeedLine>) -> Vec<Vec<TopicRecord>> {
    let mut partitions: Vec<Vec<TopicRecord>> = vec![Vec::new()];
    for line in lines {
        while partitions.len() <= line.partition {
            partitions.push(Vec::new());
        }
        partitions[line.partition].push(TopicRecord {
            time: line.time,
            key: line.key.map(FeedBytes),
            value: line.data.map(FeedBytes),
        });
    }
    partitions
}

fn file((number, line): (u32, FeedLine)) -> FolderFile {
    let mut data = line.data.unwrap_or_default();
    if !line.is_whole {
        data.push(b'\n');
    }
    FolderFile {
        time: line.time,
        name: line.name.unwrap_or_else(|| format!("part-{number:05}.txt")),
        data: FeedBytes(data),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_of_three_kinds() {
        let address = |text: &str| text.parse().map(|option: FeedOption| option.address);
        let socket = Address::Socket {
            host: "localhost".to_owned(),
            port: 9999,
        };
        assert_eq!(address("localhost:9999=a=b.txt"), Ok(socket));
        let topic = Address::Topic {
            name: "words".to_owned(),
        };
        assert_eq!(address("topic:words=a.jsonl"), Ok(topic));
        let folder = Address::Folder {
            path: "/tmp/in".to_owned(),
        };
        assert_eq!(address("folder:/tmp/in=inbox"), Ok(folder));
        for wrong in ["lines.txt", "localhost=a.txt", "localhost:http=a.txt"] {
            assert!(address(wrong).is_err(), "{wrong}");
        }
    }
}
