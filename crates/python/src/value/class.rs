//! Classes.

use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{Args, Dict, Instance, Native, NativeFn, Payload, Special, Str, Value};
use crate::vm::{Result, Vm};

/// Which built-in kind of value the instances of a class are, or are built on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// An ordinary object.
    Object,
    /// A built-in value: calling the class itself gives a bare [`Value`], a derived class
    /// gives an instance with [`Payload::Value`].
    Value,
    /// An exception.
    Exception,
    /// A class that Rust code defines, with [`Payload::Native`].
    Native,
}

/// What makes the value when a class is called: the class that was called, and the arguments.
pub type New = fn(&mut Vm, &Rc<Class>, Args) -> Result<Value>;

static NEXT_ID: AtomicU64 = AtomicU64::new(1);

/// A class: built in, defined by a module, or defined by the program.
pub struct Class {
    /// Tells classes apart across machines: the pickled copy of a class keeps it.
    pub id: u64,
    /// `__name__`.
    pub name: Str,
    /// `__qualname__`.
    pub qualname: Str,
    /// `__module__`.
    pub module: Str,
    /// Its direct bases.
    pub bases: Vec<Rc<Class>>,
    /// Its ancestors in resolution order, without itself.
    pub ancestors: Vec<Rc<Class>>,
    /// What its instances are built on.
    pub layout: Layout,
    /// What makes its values; `None`: what its nearest ancestor with one does.
    pub new: Option<New>,
    /// Names defined in its body.
    pub attributes: Rc<Dict>,
    /// Whether Rust code defines it: its attributes cannot be changed and it is not pickled by value.
    pub builtin: bool,
    /// What its attributes ask for, found when first looked at.
    pub(crate) access: std::cell::OnceCell<Access>,
}

/// How the attributes of a class's instances are reached.
#[derive(Clone, Debug)]
pub(crate) struct Access {
    /// Whether `__getattribute__` is the program's own.
    pub(crate) overridden: bool,
    /// The names that `__slots__` allows, where instances have no `__dict__`.
    pub(crate) slots: Option<Vec<Str>>,
    /// Whether its instances say themselves how they are pickled.
    pub(crate) pickled_by_itself: bool,
}

impl Class {
    /// The class itself and then its ancestors, in resolution order.
    pub fn resolution_order(self: &Rc<Class>) -> impl Iterator<Item = &Rc<Class>> {
        std::iter::once(self).chain(self.ancestors.iter())
    }

    /// Looks a name up in the class and its ancestors.
    pub fn lookup(self: &Rc<Class>, name: &Str) -> Option<Value> {
        self.resolution_order()
            .find_map(|class| class.attributes.get_name(name))
    }

    /// Looks a name up in the class and its ancestors.
    pub fn lookup_str(self: &Rc<Class>, name: &str) -> Option<Value> {
        self.lookup(&Str::new(name))
    }

    /// Looks a special method up in the class and its ancestors.
    pub fn lookup_special(self: &Rc<Class>, special: Special) -> Option<Value> {
        self.lookup_str(special.name())
    }

    /// Looks a name up and says which class defines it.
    pub fn lookup_with_owner(self: &Rc<Class>, name: &Str) -> Option<(Rc<Class>, Value)> {
        self.resolution_order()
            .find_map(|class| Some((class.clone(), class.attributes.get_name(name)?)))
    }

    /// How the attributes of its instances are reached.
    pub(crate) fn access(self: &Rc<Class>) -> &Access {
        self.access.get_or_init(|| {
            let own = || self.resolution_order().filter(|class| !class.builtin);
            let overridden =
                own().any(|class| class.attributes.get_str("__getattribute__").is_some());
            let pickled_by_itself = own().any(|class| {
                ["__reduce__", "__getstate__", "__setstate__"]
                    .iter()
                    .any(|name| class.attributes.get_str(name).is_some())
            });
            let plain_bases = self.layout == Layout::Object && own().next().is_some();
            let mut slots = plain_bases.then(Vec::new);
            for class in own() {
                slots = match (slots, class.attributes.get_str("__slots__")) {
                    (Some(mut names), Some(listed)) => {
                        match listed {
                            Value::Str(name) => names.push(name),
                            Value::Tuple(listed) => {
                                names.extend(listed.iter().filter_map(Value::to_name))
                            }
                            Value::List(listed) => {
                                names.extend(listed.borrow().iter().filter_map(Value::to_name));
                            }
                            _ => {}
                        }
                        Some(names)
                    }
                    _ => None,
                };
            }
            Access {
                overridden,
                slots,
                pickled_by_itself,
            }
        })
    }

    /// Whether this is `other` or derived from it.
    pub fn is_subclass(self: &Rc<Class>, other: &Rc<Class>) -> bool {
        self.resolution_order()
            .any(|class| Rc::ptr_eq(class, other))
    }

    /// What makes its values.
    pub fn constructor(self: &Rc<Class>) -> Option<New> {
        self.resolution_order().find_map(|class| class.new)
    }

    /// A class derived by the program (or by `namedtuple` and the like).
    ///
    /// # Errors
    /// `TypeError` for bases that have no consistent resolution order.
    pub fn derive(
        vm: &mut Vm,
        name: &str,
        qualname: &str,
        module: &str,
        bases: Vec<Rc<Class>>,
        attributes: Rc<Dict>,
    ) -> Result<Rc<Class>> {
        let id = NEXT_ID.fetch_add(1, Ordering::Relaxed);
        Class::derive_with_id(vm, id, name, qualname, module, bases, attributes)
    }

    pub(crate) fn derive_with_id(
        vm: &mut Vm,
        id: u64,
        name: &str,
        qualname: &str,
        module: &str,
        bases: Vec<Rc<Class>>,
        attributes: Rc<Dict>,
    ) -> Result<Rc<Class>> {
        let ancestors = merge_orders(vm, &bases)?;
        let layout = ancestors
            .iter()
            .map(|class| class.layout)
            .find(|layout| *layout != Layout::Object);
        Ok(Rc::new(Class {
            id,
            name: Str::new(name),
            qualname: Str::new(qualname),
            module: Str::new(module),
            bases,
            ancestors,
            layout: layout.unwrap_or(Layout::Object),
            new: None,
            attributes,
            builtin: false,
            access: std::cell::OnceCell::new(),
        }))
    }
}

/// The C3 linearisation of the bases' resolution orders.
fn merge_orders(vm: &mut Vm, bases: &[Rc<Class>]) -> Result<Vec<Rc<Class>>> {
    let mut orders: Vec<Vec<Rc<Class>>> = bases
        .iter()
        .map(|base| base.resolution_order().cloned().collect())
        .collect();
    orders.push(bases.to_vec());
    let mut merged = Vec::new();
    loop {
        orders.retain(|order| !order.is_empty());
        if orders.is_empty() {
            return Ok(merged);
        }
        let candidate = orders.iter().map(|order| &order[0]).find(|candidate| {
            !orders
                .iter()
                .any(|order| order[1..].iter().any(|class| Rc::ptr_eq(class, candidate)))
        });
        let Some(candidate) = candidate.cloned() else {
            let names: Vec<&str> = bases.iter().map(|base| base.name.as_str()).collect();
            return Err(vm.type_error(format!(
                "Cannot create a consistent method resolution\norder (MRO) for bases {}",
                names.join(", ")
            )));
        };
        for order in &mut orders {
            if Rc::ptr_eq(&order[0], &candidate) {
                order.remove(0);
            }
        }
        merged.push(candidate);
    }
}

/// Builds a class that Rust code defines.
pub struct ClassBuilder {
    name: &'static str,
    module: &'static str,
    bases: Vec<Rc<Class>>,
    layout: Layout,
    new: Option<New>,
    attributes: Rc<Dict>,
}

impl ClassBuilder {
    /// A class called `name` in `module`, derived from `base`.
    pub fn new(module: &'static str, name: &'static str, base: &Rc<Class>) -> ClassBuilder {
        let layout = base.layout;
        ClassBuilder {
            name,
            module,
            bases: vec![base.clone()],
            layout,
            new: None,
            attributes: Rc::new(Dict::new()),
        }
    }

    /// The class that has no base: `object`.
    pub(crate) fn root(name: &'static str) -> ClassBuilder {
        ClassBuilder {
            name,
            module: "builtins",
            bases: Vec::new(),
            layout: Layout::Object,
            new: None,
            attributes: Rc::new(Dict::new()),
        }
    }

    /// Derives it from another class too, looked at after the bases before it.
    #[must_use]
    pub fn also(mut self, base: &Rc<Class>) -> ClassBuilder {
        self.bases.push(base.clone());
        self
    }

    /// What its instances are built on.
    #[must_use]
    pub fn layout(mut self, layout: Layout) -> ClassBuilder {
        self.layout = layout;
        self
    }

    /// What makes its values.
    #[must_use]
    pub fn constructor(mut self, new: New) -> ClassBuilder {
        self.new = Some(new);
        self
    }

    /// Adds methods.
    #[must_use]
    pub fn methods(self, methods: &[(&str, NativeFn)]) -> ClassBuilder {
        for (name, call) in methods {
            let method = Native::method(self.name, name, *call);
            self.attributes
                .set_str(name, Value::Native(Rc::new(method)));
        }
        self
    }

    /// Adds static methods.
    #[must_use]
    pub fn static_methods(self, methods: &[(&str, NativeFn)]) -> ClassBuilder {
        for (name, call) in methods {
            let mut function = Native::method(self.name, name, *call);
            function.binds = false;
            self.attributes.set_str(
                name,
                Value::StaticMethod(Rc::new(Value::Native(Rc::new(function)))),
            );
        }
        self
    }

    /// Adds class methods: called with the class first.
    #[must_use]
    pub fn class_methods(self, methods: &[(&str, NativeFn)]) -> ClassBuilder {
        for (name, call) in methods {
            let function = Value::Native(Rc::new(Native::method(self.name, name, *call)));
            self.attributes.set_str(
                name,
                Value::ClassMethod(Rc::new(super::ClassMethod { function })),
            );
        }
        self
    }

    /// Adds read-only properties.
    #[must_use]
    pub fn properties(self, properties: &[(&str, NativeFn)]) -> ClassBuilder {
        for (name, call) in properties {
            let getter = Value::Native(Rc::new(Native::method(self.name, name, *call)));
            let property = super::Property {
                getter,
                setter: Value::None,
                deleter: Value::None,
                doc: Value::None,
            };
            self.attributes
                .set_str(name, Value::Property(Rc::new(property)));
        }
        self
    }

    /// Adds properties that can be set: name, getter, setter.
    #[must_use]
    pub fn settable_properties(self, properties: &[(&str, NativeFn, NativeFn)]) -> ClassBuilder {
        for (name, get, set) in properties {
            let [getter, setter] = [get, set]
                .map(|call| Value::Native(Rc::new(Native::method(self.name, name, *call))));
            let property = super::Property {
                getter,
                setter,
                deleter: Value::None,
                doc: Value::None,
            };
            self.attributes
                .set_str(name, Value::Property(Rc::new(property)));
        }
        self
    }

    /// Adds an attribute.
    #[must_use]
    pub fn attribute(self, name: &str, value: Value) -> ClassBuilder {
        self.attributes.set_str(name, value);
        self
    }

    /// The class.
    pub fn build(self) -> Rc<Class> {
        let mut ancestors: Vec<Rc<Class>> = Vec::new();
        for (at, base) in self.bases.iter().enumerate() {
            let later = &self.bases[at + 1..];
            let shared = |class: &Rc<Class>| later.iter().any(|base| base.is_subclass(class));
            ancestors.extend(
                base.resolution_order()
                    .filter(|class| !shared(class))
                    .cloned(),
            );
        }
        Rc::new(Class {
            id: NEXT_ID.fetch_add(1, Ordering::Relaxed),
            name: Str::new(self.name),
            qualname: Str::new(self.name),
            module: Str::new(self.module),
            bases: self.bases,
            ancestors,
            layout: self.layout,
            new: self.new,
            attributes: self.attributes,
            builtin: true,
            access: std::cell::OnceCell::new(),
        })
    }
}

impl Class {
    /// An instance of this class, made without calling anything.
    pub fn instance(self: &Rc<Class>, payload: Payload) -> Rc<Instance> {
        Rc::new(Instance::new(self.clone(), payload))
    }
}
