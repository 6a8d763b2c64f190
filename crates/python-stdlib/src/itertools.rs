//! `itertools`.

mod arrangements;
mod endless;
mod grouping;
mod streams;

use std::rc::Rc;

use brooklet_python::native_class::class;
use brooklet_python::value::{Args, Class, ClassBuilder, Module, Value};
use brooklet_python::vm::{Level, Result, Vm};

struct ChainClass(Rc<Class>);

pub(super) fn define(vm: &mut Vm, module: &Module) -> Result<()> {
    for functions in [
        streams::FUNCTIONS,
        arrangements::FUNCTIONS,
        grouping::FUNCTIONS,
    ] {
        super::replayed_functions(module, Level::Call, functions);
    }
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
