//! Steps over the values of pairs, for what the graph itself computes.

use brooklet_python::Value;
use brooklet_python::vm::{Result, Vm};

use crate::partition::{Records, from_fn};
use crate::plan::unpack_pair;

/// A function of a step's arguments and a pair's value; `None` drops the pair.
type OfValue = fn(&mut Vm, &[Value], Value) -> Result<Option<Value>>;

/// Each key with what the function gives for its value.
pub(crate) fn over_values(input: Records, arguments: &[Value], function: OfValue) -> Records {
    let mut input = input;
    let arguments = arguments.to_vec();
    from_fn(move |vm| {
        while let Some(record) = input.next(vm)? {
            let (key, value) = unpack_pair(vm, &record)?;
            if let Some(value) = function(vm, &arguments, value)? {
                return Ok(Some(Value::tuple(vec![key, value])));
            }
        }
        Ok(None)
    })
}
