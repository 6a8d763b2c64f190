//! `collections.namedtuple`: tuples whose items have names.

use std::rc::Rc;

use brooklet_unicode::class::{is_identifier, is_space};

use crate::operator::item_getter;
use brooklet_python::signature::Signature;
use brooklet_python::value::{
    Args, Class, ClassMethod, Dict, Native, NativeCall, NativeFn, Payload, Property, Value,
};
use brooklet_python::vm::{Level, Result, Vm};

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];

pub(super) fn namedtuple(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let rename = args
        .take_keyword("rename")
        .map_or(Ok(false), |rename| vm.truth(&rename))?;
    let defaults = match args
        .take_keyword("defaults")
        .filter(|defaults| !defaults.is_none())
    {
        Some(defaults) => vm.collect(&defaults)?,
        None => Vec::new(),
    };
    let module = args
        .take_keyword("module")
        .filter(|module| !module.is_none());
    let module = module
        .as_ref()
        .and_then(Value::as_str)
        .unwrap_or("__main__")
        .to_string();
    let [name, fields] = args
        .bind(vm, "namedtuple", 0, ["typename", "field_names"], 2)?
        .map(Option::unwrap_or_default);
    let name = vm.str(&name)?;
    let mut fields = field_names(vm, &fields)?;
    if rename {
        for at in 0..fields.len() {
            let field = &fields[at];
            let bad = !is_identifier(field)
                || KEYWORDS.contains(&field.as_str())
                || field.starts_with('_')
                || fields[..at].contains(field);
            if bad {
                fields[at] = format!("_{at}");
            }
        }
    }
    check(vm, &name, &fields, rename)?;
    if defaults.len() > fields.len() {
        return Err(vm.type_error("Got more default values than field names"));
    }
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    Ok(Value::Class(derive(vm, &module, &name, &fields, defaults)?))
}

fn field_names(vm: &mut Vm, fields: &Value) -> Result<Vec<String>> {
    if let Some(text) = fields.as_str() {
        let names = text
            .split(|c: char| c == ',' || is_space(c))
            .filter(|name| !name.is_empty());
        return Ok(names.map(ToString::to_string).collect());
    }
    let mut names = Vec::new();
    for field in vm.collect(fields)? {
        names.push(vm.str(&field)?);
    }
    Ok(names)
}

fn check(vm: &mut Vm, name: &str, fields: &[String], rename: bool) -> Result<()> {
    for name in std::iter::once(name).chain(fields.iter().map(String::as_str)) {
        if !is_identifier(name) {
            let name = vm.repr(&Value::str(name))?;
            return Err(vm.value_error(format!(
                "Type names and field names must be valid identifiers: {name}"
            )));
        }
        if KEYWORDS.contains(&name) {
            return Err(vm.value_error(format!(
                "Type names and field names cannot be a keyword: '{name}'"
            )));
        }
    }
    for (at, field) in fields.iter().enumerate() {
        if field.starts_with('_') && !rename {
            return Err(vm.value_error(format!(
                "Field names cannot start with an underscore: '{field}'"
            )));
        }
        if fields[..at].contains(field) {
            return Err(vm.value_error(format!("Encountered duplicate field name: '{field}'")));
        }
    }
    Ok(())
}

fn method(class: &str, name: &str, call: NativeFn) -> Value {
    Value::Native(Rc::new(Native::method(class, name, call)))
}

/// A method that may call Python code, and then runs again.
fn replayed(class: &str, name: &str, call: NativeFn) -> Value {
    let call = NativeCall::Replayed(call, Level::Call);
    Value::Native(Rc::new(Native::method_of(class, name, call)))
}

/// A class of tuples with these fields; the last ones have defaults.
///
/// All that it holds can be pickled, so that it crosses threads as a class of the program does.
pub(crate) fn derive(
    vm: &mut Vm,
    module: &str,
    name: &str,
    fields: &[&str],
    defaults: Vec<Value>,
) -> Result<Rc<Class>> {
    let attributes = Rc::new(Dict::new());
    let default_items = Dict::new();
    for (field, value) in fields[fields.len() - defaults.len()..]
        .iter()
        .zip(&defaults)
    {
        default_items.set_str(field, value.clone());
    }
    let field_values = Value::tuple(fields.iter().map(Value::str).collect());
    attributes.set_str(
        "__doc__",
        Value::from(format!("{name}({})", fields.join(", "))),
    );
    attributes.set_str("__module__", Value::str(module));
    attributes.set_str("__slots__", Value::tuple(Vec::new()));
    attributes.set_str("__match_args__", field_values.clone());
    attributes.set_str("_fields", field_values);
    attributes.set_str("_field_defaults", Value::Dict(Rc::new(default_items)));
    attributes.set_str(
        "__new__",
        Value::StaticMethod(Rc::new(Value::native("__new__", new))),
    );
    let make = ClassMethod {
        function: replayed(name, "_make", make),
    };
    attributes.set_str("_make", Value::ClassMethod(Rc::new(make)));
    attributes.set_str("_replace", method(name, "_replace", replace));
    attributes.set_str("_asdict", method(name, "_asdict", asdict));
    attributes.set_str("__repr__", replayed(name, "__repr__", repr));
    attributes.set_str("__getnewargs__", method(name, "__getnewargs__", plain));
    for (at, field) in fields.iter().enumerate() {
        let getter = match GETTERS.get(at) {
            Some(getter) => Value::native(field, *getter),
            None => item_getter(vm, Value::from(at)),
        };
        let property = Property {
            getter,
            setter: Value::native(
                field,
                |vm, _| Err(vm.attribute_error("can't set attribute")),
            ),
            deleter: Value::native(field, |vm, _| {
                Err(vm.attribute_error("can't delete attribute"))
            }),
            doc: Value::from(format!("Alias for field number {at}")),
        };
        attributes.set_str(field, Value::Property(Rc::new(property)));
    }
    let tuple = vm.types.tuple.clone();
    Class::derive(vm, name, name, module, vec![tuple], attributes)
}

/// A tuple of such a class.
pub(crate) fn instance(class: &Rc<Class>, values: Vec<Value>) -> Value {
    Value::Instance(class.instance(Payload::Value(Value::tuple(values))))
}

fn items(vm: &mut Vm, value: Option<&Value>) -> Result<Vec<Value>> {
    match value {
        Some(Value::Tuple(items)) => Ok(items.to_vec()),
        Some(Value::Instance(instance)) => match instance.inner_value() {
            Some(Value::Tuple(items)) => Ok(items.to_vec()),
            _ => Err(vm.type_error("descriptor requires a 'tuple' object")),
        },
        _ => Err(vm.type_error("descriptor requires a 'tuple' object")),
    }
}

fn field<const AT: usize>(vm: &mut Vm, args: Args) -> Result<Value> {
    if let Some(Value::Instance(instance)) = args.get(0)
        && let Payload::Value(Value::Tuple(items)) = &*instance.payload()
        && let Some(item) = items.get(AT)
    {
        return Ok(item.clone());
    }
    Err(vm.index_error("tuple index out of range"))
}

/// Getters that need no state, so that reading a field is one plain call.
const GETTERS: [NativeFn; 16] = [
    field::<0>,
    field::<1>,
    field::<2>,
    field::<3>,
    field::<4>,
    field::<5>,
    field::<6>,
    field::<7>,
    field::<8>,
    field::<9>,
    field::<10>,
    field::<11>,
    field::<12>,
    field::<13>,
    field::<14>,
    field::<15>,
];

fn receiving_class(vm: &mut Vm, args: &mut Args) -> Result<Rc<Class>> {
    if args.positional.is_empty() {
        return Err(vm.type_error("tuple.__new__(): not enough arguments"));
    }
    match args.take_first() {
        Value::Class(class) => Ok(class),
        other => Ok(vm.class_of(&other)),
    }
}

fn fields_of(class: &Rc<Class>) -> Vec<Value> {
    match class.lookup_str("_fields") {
        Some(Value::Tuple(fields)) => fields.to_vec(),
        _ => Vec::new(),
    }
}

fn new(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let class = receiving_class(vm, &mut args)?;
    let fields = fields_of(&class);
    if args.keywords.is_empty() && args.len() == fields.len() {
        return Ok(instance(&class, args.positional.to_vec()));
    }
    let defaults = match class.lookup_str("_field_defaults") {
        Some(Value::Dict(defaults)) => defaults,
        _ => Rc::default(),
    };
    args.positional.insert(0, Value::None);
    let values = bind(vm, class.name.as_str(), &fields, &defaults, args)?;
    Ok(instance(&class, values))
}

/// Binds arguments to fields, with the messages of a function that has them as parameters.
fn bind(
    vm: &mut Vm,
    class: &str,
    fields: &[Value],
    defaults: &Dict,
    args: Args,
) -> Result<Vec<Value>> {
    let names: Vec<&str> = fields.iter().filter_map(Value::as_str).collect();
    let function = format!("{class}.__new__");
    let required = names.len() - defaults.len();
    let signature = Signature {
        function: &function,
        receivers: 1,
        names: &names,
        required,
    };
    let mut values = signature.bind(vm, args)?;
    for (slot, name) in values.iter_mut().zip(&names) {
        if slot.is_none() {
            *slot = defaults.get_str(name);
        }
    }
    Ok(values.into_iter().flatten().collect())
}

fn make(vm: &mut Vm, mut args: Args) -> Result<Value> {
    let class = receiving_class(vm, &mut args)?;
    let iterable = args.exactly_one(vm, "_make", 0)?;
    let values = vm.collect(&iterable)?;
    let (expected, given) = (fields_of(&class).len(), values.len());
    if expected != given {
        return Err(vm.type_error(format!("Expected {expected} arguments, got {given}")));
    }
    Ok(instance(&class, values))
}

fn replace(vm: &mut Vm, args: Args) -> Result<Value> {
    let mut values = items(vm, args.get(0))?;
    let class = vm.class_of(&args[0]);
    let fields = fields_of(&class);
    let mut unknown = Vec::new();
    for (name, value) in args.keywords {
        match fields
            .iter()
            .position(|field| field.as_str() == Some(name.as_str()))
        {
            Some(at) => values[at] = value,
            None => unknown.push(Value::Str(name)),
        }
    }
    if !unknown.is_empty() {
        let names = vm.repr(&Value::list(unknown))?;
        return Err(vm.value_error(format!("Got unexpected field names: {names}")));
    }
    Ok(instance(&class, values))
}

fn asdict(vm: &mut Vm, args: Args) -> Result<Value> {
    let values = items(vm, args.get(0))?;
    let fields = fields_of(&vm.class_of(&args[0]));
    let dict = Dict::from_items(vm, fields.into_iter().zip(values))?;
    Ok(Value::Dict(Rc::new(dict)))
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let values = items(vm, args.get(0))?;
    let class = vm.class_of(&args[0]);
    let mut parts = Vec::with_capacity(values.len());
    for (field, value) in fields_of(&class).iter().zip(&values) {
        parts.push(format!(
            "{}={}",
            field.as_str().unwrap_or_default(),
            vm.repr(value)?
        ));
    }
    // Those of `sys` are C's, which show their module.
    let home = match class.module.as_str() {
        "sys" => "sys.",
        _ => "",
    };
    let parts = parts.join(", ");
    Ok(Value::from(format!("{home}{}({parts})", class.name)))
}

fn plain(vm: &mut Vm, args: Args) -> Result<Value> {
    items(vm, args.get(0)).map(Value::tuple)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LIBRARY;
    use brooklet_python::vm::SilentHost;

    #[test]
    fn binds_as_a_function_with_the_fields_as_parameters() {
        let mut vm = Vm::with_library(Rc::new(SilentHost), &LIBRARY);
        let fields = [Value::str("x"), Value::str("y")];
        let defaults = Dict::new();
        let mut bound =
            |args| bind(&mut vm, "P", &fields, &defaults, args).map(|values| values.len());
        assert_eq!(
            bound(Args::two(Value::None, Value::None).with_keyword("y", Value::None)).unwrap(),
            2
        );
        let message = |result: Result<usize>| format!("{:?}", result.unwrap_err());
        assert_eq!(
            message(bound(Args::one(Value::None))),
            "TypeError: P.__new__() missing 2 required positional arguments: 'x' and 'y'"
        );
        assert_eq!(
            message(bound(
                Args::two(Value::None, Value::None).with_keyword("x", Value::None)
            )),
            "TypeError: P.__new__() got multiple values for argument 'x'"
        );
    }
}
