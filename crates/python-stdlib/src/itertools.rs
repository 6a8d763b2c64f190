//! `itertools`.

mod arrangements;
mod endless;
mod grouping;
mod streams;

use std::rc::Rc;

use brooklet_python::native_class::class;
use brooklet_python::value::{Args, Class, ClassBuilder, Module, Value};
use brooklet_python::vm::{Result, Vm};

struct ChainClass(Rc<Class>);

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    super::functions(module, streams::FUNCTIONS);
    super::functions(module, arrangements::FUNCTIONS);
    super::functions(module, grouping::FUNCTIONS);
    module.set("count", Value::Class(class::<endless::Count>(vm)));
    module.set("repeat", Value::Class(class::<endless::Repeat>(vm)));
    let object = vm.types.object.clone();
    let chain = vm.extension(|| {
        let class = ClassBuilder::new("itertools", "chain", &object)
            .constructor(|vm, _, args| streams::chain(vm, args))
            .static_methods(&[("from_iterable", streams::chain_from_iterable)]);
        ChainClass(class.build())
    });
    module.set("chain", Value::Class(chain.0.clone()));
    Ok(())
}

/// Iterators of all arguments.
fn iterators(vm: &mut Vm, args: &Args) -> Result<Vec<Value>> {
    let mut iterators = Vec::with_capacity(args.len());
    for iterable in &args.positional {
        iterators.push(vm.iter(iterable)?);
    }
    Ok(iterators)
}
