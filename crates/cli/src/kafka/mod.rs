//! Kafka clusters, through the client of the crate `rskafka`. It knows nothing of programs.

mod cluster;
mod follower;

pub(crate) use cluster::{Cluster, KafkaError};
pub(crate) use follower::{FollowedRecord, Follower};
