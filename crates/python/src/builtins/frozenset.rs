//! `frozenset`.

use std::rc::Rc;

use super::{protocol, set};
use crate::value::{Args, Class, ClassBuilder, Set, Value};
use crate::vm::{Result, Vm};

pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
    set::define_common(class)
        .constructor(new)
        .replayed(protocol::HASH)
}

fn new(vm: &mut Vm, class: &Rc<Class>, args: Args) -> Result<Value> {
    if class.builtin {
        args.no_keywords(vm, "frozenset")?;
    }
    let positional = Args::of(args.positional.iter().cloned());
    positional.between(vm, "frozenset", 0, 0, 1)?;
    let set = match args.get(0) {
        Some(frozen @ Value::FrozenSet(_)) => frozen.clone(),
        Some(iterable) => Value::FrozenSet(Rc::new(Set::from_iterable(vm, iterable)?)),
        None => Value::FrozenSet(Rc::new(Set::new())),
    };
    Ok(vm.wrap_builtin(class, set))
}
