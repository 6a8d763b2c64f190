//! `numpy.set_printoptions`.

use std::cell::RefCell;
use std::rc::Rc;

use brooklet_python::value::Value;
use brooklet_python::vm::{Result, Vm};

#[derive(Clone)]
pub(crate) struct PrintOptions {
    /// Digits after the point, at most.
    pub(super) precision: usize,
    /// Arrays of more elements are shortened.
    pub(super) threshold: usize,
    /// How many are shown at each end of a shortened axis.
    pub(super) edge: usize,
    /// The width of a line.
    pub(super) width: usize,
    /// Whether small numbers are never shown with an exponent.
    pub(super) suppress: bool,
    /// Whether all digits of the precision are shown.
    pub(super) is_fixed: bool,
    /// Whether positive numbers have a sign.
    pub(super) signs: bool,
    pub(super) nan: String,
    pub(super) infinity: String,
    /// Whether scalars are shown as plain numbers and texts, as NumPy 1 did it.
    pub(super) plain_scalars: bool,
    /// A dictionary of functions that give elements their texts, by kinds of elements.
    pub(super) formatter: Value,
}

/// The options of a machine.
pub(super) fn options(vm: &mut Vm) -> PrintOptions {
    shared(vm).borrow().clone()
}

/// Whether scalars are shown as plain numbers and texts, as NumPy 1 did it.
pub(crate) fn has_plain_scalars(vm: &mut Vm) -> bool {
    shared(vm).borrow().plain_scalars
}

fn shared(vm: &mut Vm) -> Rc<RefCell<PrintOptions>> {
    vm.extension(|| {
        RefCell::new(PrintOptions {
            precision: 8,
            threshold: 1000,
            edge: 3,
            width: 75,
            suppress: false,
            is_fixed: false,
            signs: false,
            nan: "nan".to_string(),
            infinity: "inf".to_string(),
            plain_scalars: false,
            formatter: Value::None,
        })
    })
}

/// Sets an option; names that change nothing here are passed over.
///
/// # Errors
/// `TypeError` for values of another type.
pub(crate) fn set_option(vm: &mut Vm, name: &str, value: &Value) -> Result<()> {
    let options = shared(vm);
    let mut options = options.borrow().clone();
    let is_text = value.as_str().is_some();
    if name == "formatter" {
        options.formatter = value.clone();
    } else if value.is_none() {
        return Ok(());
    }
    match name {
        "suppress" => options.suppress = vm.truth(value)?,
        "nanstr" => options.nan = vm.str(value)?,
        "infstr" => options.infinity = vm.str(value)?,
        "floatmode" => options.is_fixed = value.as_str() == Some("fixed"),
        "sign" => options.signs = value.as_str() == Some("+"),
        "legacy" => {
            let old = ["1.13", "1.21", "1.25"];
            options.plain_scalars = value.as_str().is_some_and(|version| old.contains(&version));
        }
        _ if is_text => {}
        "precision" => options.precision = count(vm, value)?,
        "threshold" => options.threshold = count(vm, value)?,
        "edgeitems" => options.edge = count(vm, value)?,
        "linewidth" => options.width = count(vm, value)?,
        _ => {}
    }
    *shared(vm).borrow_mut() = options;
    Ok(())
}

fn count(vm: &mut Vm, value: &Value) -> Result<usize> {
    match vm.to_f64(value)? {
        value if value >= 1e18 => Ok(usize::MAX >> 1),
        value => Ok(value.max(0.0) as usize),
    }
}
