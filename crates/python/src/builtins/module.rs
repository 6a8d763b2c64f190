//! Modules.

use super::object;
use crate::value::ClassBuilder;

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    class.constructor(object::no_instances)
}
