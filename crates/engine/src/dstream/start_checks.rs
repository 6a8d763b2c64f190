//! What a graph is checked for when its context starts, in Spark's order.
//!
//! Source: `DStream.validateAtStart`, `StreamingContext.validate`.

use super::node::Node;
use crate::error::{Error, Result};

/// Checks a node, then its parents.
///
/// # Errors
/// `IllegalArgumentException` for the first rule that is broken.
pub(crate) fn check(node: &Node) -> Result<()> {
    if let Some(interval) = node.checkpoint_ms() {
        check_checkpoint(node, interval)?;
    }
    node.parents().iter().try_for_each(check)
}

fn check_checkpoint(node: &Node, interval: i64) -> Result<()> {
    let class = node.compute().class_name();
    let slide = node.slide_ms();
    if node.lifecycle().spark.checkpoint_directory().is_none() {
        return Err(Error::requirement_failed(
            "The checkpoint directory has not been set. Please set it by StreamingContext.checkpoint().",
        ));
    }
    if interval < slide {
        return Err(Error::requirement_failed(format!(
            "The checkpoint interval for {class} has been set to {interval} ms which is lower than its \
             slide time ({slide} ms). Please set it to at least {slide} ms."
        )));
    }
    if interval % slide != 0 {
        return Err(Error::requirement_failed(format!(
            "The checkpoint interval for {class} has been set to  {interval} ms which not a multiple of \
             its slide time ({slide} ms). Please set it to a multiple of {slide} ms."
        )));
    }
    if !node.is_persisted() {
        return Err(Error::requirement_failed(format!(
            "{class} has been marked for checkpointing but the storage level has not been set to enable \
             persisting. Please use DStream.persist() to set the storage level to use memory for better \
             checkpointing performance."
        )));
    }
    match node.remember_ms() {
        Some(remember) if remember <= interval => Err(Error::requirement_failed(format!(
            "The remember duration for {class} has been set to  {remember} ms which is not more than the \
             checkpoint interval ({interval} ms). Please set it to a value higher than {interval} ms."
        ))),
        _ => Ok(()),
    }
}
