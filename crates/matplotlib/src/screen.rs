//! Where figures go: whoever runs a program installs a screen in its machine.

use std::cell::RefCell;
use std::rc::Rc;

use brooklet_protocol::Figure;
use brooklet_python::define::functions;
use brooklet_python::value::{Args, Module, Value};
use brooklet_python::{Result, Vm};

use crate::figure::read_figure;

/// What shows a program's figures.
pub trait Screen {
    /// A figure was drawn; it takes the place of what was drawn of it before.
    fn show(&self, figure: Figure);

    /// What was shown goes; if `waits`, once there is something new.
    fn clear(&self, waits: bool);
}

/// The screen of a machine. Those of tasks have none, and show nothing.
struct Installed(Option<Rc<dyn Screen>>);

/// What draws the figures that have changed since they were shown, once a program can have some.
#[derive(Default)]
struct AtRest(RefCell<Option<Value>>);

/// Installs the screen of a machine, before anything runs on it.
pub fn install(vm: &mut Vm, screen: Rc<dyn Screen>) {
    vm.extension(move || Installed(Some(screen)));
}

/// Shows the open figures that have changed since they were last shown, as a notebook does when a
/// cell has run.
///
/// # Errors
/// What drawing them raises.
pub fn draw_changed(vm: &mut Vm) -> Result<()> {
    let at_rest = vm.extension(AtRest::default).0.borrow().clone();
    match at_rest {
        Some(draw) => vm.call(&draw, Args::default()).map(|_| ()),
        None => Ok(()),
    }
}

/// `_figures`: what the Python texts show figures with.
pub(crate) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    functions(
        module,
        &[("show", show), ("clear", clear), ("at_rest", at_rest)],
    );
    Ok(())
}

fn show(vm: &mut Vm, args: Args) -> Result<Value> {
    let drawn = args.exactly_one(vm, "show", 0)?;
    if let Some(screen) = vm.extension(|| Installed(None)).0.clone() {
        let figure = read_figure(vm, &drawn)?;
        screen.show(figure);
    }
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: Args) -> Result<Value> {
    let waits = args.exactly_one(vm, "clear", 0)?;
    let waits = vm.truth(&waits)?;
    if let Some(screen) = vm.extension(|| Installed(None)).0.clone() {
        screen.clear(waits);
    }
    Ok(Value::None)
}

fn at_rest(vm: &mut Vm, args: Args) -> Result<Value> {
    let draw = args.exactly_one(vm, "at_rest", 0)?;
    vm.extension(AtRest::default).0.replace(Some(draw));
    Ok(Value::None)
}
