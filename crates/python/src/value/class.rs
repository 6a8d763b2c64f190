//! Classes.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::attributes::Attributes;
use super::slots::Slots;
use super::{Args, Dict, Instance, Payload, Special, Str, Value};
use crate::vm::{Finalizers, Result, Vm};

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
    id: Cell<u64>,
    /// Its name where it was made.
    pub name: Str,
    /// Its dotted name where it was made.
    pub qualname: Str,
    /// The module that it was made in.
    pub module: Str,
    /// The `__name__` and the `__qualname__` that the program gave it since.
    renamed: RefCell<[Option<Str>; 2]>,
    /// Its own class, where that is not `type`.
    pub metaclass: Option<Rc<Class>>,
    /// Its direct bases.
    pub bases: Vec<Rc<Class>>,
    /// Its ancestors in resolution order, without itself.
    pub ancestors: Vec<Rc<Class>>,
    /// What its instances are built on.
    pub layout: Layout,
    /// What makes its values; `None`: what its nearest ancestor with one does.
    pub new: Option<New>,
    /// Names defined in its body, and set on it since.
    pub attributes: Attributes,
    /// Whether Rust code defines it: it is not pickled by value.
    pub builtin: bool,
    /// The special methods that it and its ancestors define.
    pub(super) slots: Slots,
    /// The names that `__slots__` allows, found when first looked at.
    slot_names: OnceCell<Option<Vec<Str>>>,
    /// Where its instances go when they go, if it has `__del__`.
    pub(crate) finalizers: OnceCell<Rc<Finalizers>>,
}

/// What a class is made of.
pub(super) struct ClassParts<'a> {
    pub(super) metaclass: Option<Rc<Class>>,
    pub(super) name: &'a str,
    pub(super) qualname: &'a str,
    pub(super) module: &'a str,
    pub(super) bases: Vec<Rc<Class>>,
    pub(super) ancestors: Vec<Rc<Class>>,
    pub(super) layout: Layout,
    pub(super) new: Option<New>,
    pub(super) attributes: Rc<Dict>,
    pub(super) builtin: bool,
}

impl Class {
    /// `__name__`.
    pub fn current_name(&self) -> Str {
        let renamed = self.renamed.borrow();
        renamed[0].as_ref().unwrap_or(&self.name).clone()
    }

    /// `__qualname__`.
    pub fn current_qualname(&self) -> Str {
        let renamed = self.renamed.borrow();
        renamed[1].as_ref().unwrap_or(&self.qualname).clone()
    }

    /// `__module__`; it may have been set to anything.
    pub(crate) fn current_module(&self) -> Value {
        let own = self.attributes.get_str("__module__");
        own.unwrap_or_else(|| Value::Str(self.module.clone()))
    }

    pub(crate) fn rename(&self, name: Str) {
        self.renamed.borrow_mut()[0] = Some(name);
    }

    pub(crate) fn rename_qualified(&self, qualname: Str) {
        self.renamed.borrow_mut()[1] = Some(qualname);
    }

    /// Tells classes apart across machines: the pickled copy of a class keeps it.
    pub fn id(&self) -> u64 {
        self.id.get()
    }

    /// Makes it the copy of a class of another machine.
    pub(crate) fn become_copy_of(&self, id: u64) {
        self.id.set(id);
    }

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

    /// Looks a name up and says which class defines it.
    pub fn lookup_with_owner(self: &Rc<Class>, name: &Str) -> Option<(Rc<Class>, Value)> {
        self.resolution_order()
            .find_map(|class| Some((class.clone(), class.attributes.get_name(name)?)))
    }

    /// The names that `__slots__` allows, where instances have no `__dict__`.
    pub(crate) fn slot_names(self: &Rc<Class>) -> Option<&[Str]> {
        let names = self.slot_names.get_or_init(|| self.find_slot_names());
        names.as_deref()
    }

    fn find_slot_names(self: &Rc<Class>) -> Option<Vec<Str>> {
        if matches!(self.layout, Layout::Exception | Layout::Native) || self.builtin {
            return None;
        }
        let mut names = Vec::new();
        for class in self.resolution_order().filter(|class| !class.builtin) {
            match class.attributes.get_str("__slots__")? {
                Value::Str(name) => names.push(name),
                Value::Dict(listed) => {
                    names.extend(listed.keys().iter().filter_map(Value::to_name));
                }
                Value::Tuple(listed) => names.extend(listed.iter().filter_map(Value::to_name)),
                Value::List(listed) => {
                    names.extend(listed.borrow().iter().filter_map(Value::to_name));
                }
                _ => {}
            }
        }
        Some(names)
    }

    /// Whether its instances say themselves how they are pickled.
    pub fn pickles_itself(self: &Rc<Class>) -> bool {
        [Special::Reduce, Special::GetState, Special::SetState]
            .into_iter()
            .any(|special| self.overrides(special))
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
        Class::derive_by(vm, None, name, qualname, module, bases, attributes)
    }

    /// [`Class::derive`] with a class of its own, where that is not `type`.
    pub(crate) fn derive_by(
        vm: &mut Vm,
        metaclass: Option<Rc<Class>>,
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
        let class = Class::of_parts(ClassParts {
            metaclass,
            name,
            qualname,
            module,
            bases,
            ancestors,
            layout: layout.unwrap_or(Layout::Object),
            new: None,
            attributes,
            builtin: false,
        });
        let inherits = class
            .ancestors
            .iter()
            .any(|ancestor| ancestor.finalizers.get().is_some());
        if inherits || class.attributes.get_str("__del__").is_some() {
            class.expect_finalizers(vm);
        }
        Ok(class)
    }

    /// Its instances have `__del__` from now on.
    pub(crate) fn expect_finalizers(&self, vm: &Vm) {
        vm.finalizers.expect_classes();
        self.finalizers.get_or_init(|| vm.finalizers.clone());
    }

    pub(super) fn of_parts(parts: ClassParts) -> Rc<Class> {
        let class = Rc::new(Class {
            id: Cell::new(NEXT_ID.fetch_add(1, Ordering::Relaxed)),
            metaclass: parts.metaclass,
            name: Str::new(parts.name),
            qualname: Str::new(parts.qualname),
            module: Str::new(parts.module),
            renamed: RefCell::default(),
            bases: parts.bases,
            ancestors: parts.ancestors,
            layout: parts.layout,
            new: parts.new,
            attributes: Attributes::new(parts.attributes),
            builtin: parts.builtin,
            slots: Slots::new(),
            slot_names: OnceCell::new(),
            finalizers: OnceCell::new(),
        });
        class.announce();
        class
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

impl Class {
    /// An instance of this class, made without calling anything.
    pub fn instance(self: &Rc<Class>, payload: Payload) -> Rc<Instance> {
        Rc::new(Instance::new(self.clone(), payload))
    }
}
