//! The built-in names: classes, one file each, and functions.

macro_rules! plain_classes {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            pub(crate) mod $name {
                use crate::value::ClassBuilder;

                pub(crate) fn define(class: ClassBuilder) -> ClassBuilder {
                    class
                }
            }
        )*
    };
}

plain_classes!(
    object,
    type_,
    none,
    int,
    bool,
    float,
    complex,
    str,
    bytes,
    bytearray,
    tuple,
    list,
    dict,
    dict_view,
    set,
    frozenset,
    range,
    slice,
    function,
    property,
    staticmethod,
    classmethod,
    module,
    generator,
    iterator,
    super_
);

pub(crate) mod exceptions;

use crate::value::Value;
use crate::vm::Vm;

/// Names that exist as classes but not as built-in names.
const HIDDEN: &[&str] = &[
    "NoneType",
    "ellipsis",
    "NotImplementedType",
    "dict_keys",
    "dict_values",
    "dict_items",
    "function",
    "builtin_function_or_method",
    "method",
    "module",
    "generator",
    "iterator",
];

/// Defines the built-in names of a machine.
pub(crate) fn install(vm: &mut Vm) {
    for class in vm.types.named() {
        if !HIDDEN.contains(&class.name.as_str()) {
            vm.builtins
                .set_name(&class.name.clone(), Value::Class(class));
        }
    }
}
