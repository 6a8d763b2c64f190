//! Classes that Rust code defines.

use std::rc::Rc;

use super::class::ClassParts;
use super::{
    Class, ClassMethod, Dict, Layout, Native, NativeCall, NativeFn, New, Property, ResumableFn,
    Value,
};
use crate::vm::Level;

/// Builds a class that Rust code defines.
pub struct ClassBuilder {
    name: &'static str,
    module: &'static str,
    metaclass: Option<Rc<Class>>,
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
            metaclass: base.metaclass.clone(),
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
            metaclass: None,
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

    /// Its own class, where that is not the one of its base.
    #[must_use]
    pub fn metaclass(mut self, metaclass: &Rc<Class>) -> ClassBuilder {
        self.metaclass = Some(metaclass.clone());
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

    /// Adds methods that may run again from their start when Python code that they call has answered.
    #[must_use]
    pub fn replayed(self, methods: &[(&str, NativeFn)]) -> ClassBuilder {
        self.special_calls(methods, |call| NativeCall::Replayed(*call, Level::Call))
    }

    /// The same for methods that CPython does not count as a level of recursion.
    #[must_use]
    pub fn replayed_uncounted(self, methods: &[(&str, NativeFn)]) -> ClassBuilder {
        self.special_calls(methods, |call| {
            NativeCall::Replayed(*call, Level::Uncounted)
        })
    }

    /// Adds methods that go on after Python code that they call.
    #[must_use]
    pub fn resumable(self, methods: &[(&str, ResumableFn)]) -> ClassBuilder {
        self.special_calls(methods, |call| NativeCall::Resumable(*call))
    }

    fn special_calls<F>(
        self,
        methods: &[(&str, F)],
        call: impl Fn(&F) -> NativeCall,
    ) -> ClassBuilder {
        for (name, function) in methods {
            let method = Native::method_of(self.name, name, call(function));
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
            self.attributes
                .set_str(name, Value::ClassMethod(Rc::new(ClassMethod { function })));
        }
        self
    }

    /// Adds class methods that may run again from their start when Python code that they call has answered.
    #[must_use]
    pub fn replayed_class_methods(self, methods: &[(&str, NativeFn)]) -> ClassBuilder {
        for (name, call) in methods {
            let call = NativeCall::Replayed(*call, Level::Call);
            let function = Value::Native(Rc::new(Native::method_of(self.name, name, call)));
            self.attributes
                .set_str(name, Value::ClassMethod(Rc::new(ClassMethod { function })));
        }
        self
    }

    /// Adds read-only properties.
    #[must_use]
    pub fn properties(self, properties: &[(&str, NativeFn)]) -> ClassBuilder {
        for (name, call) in properties {
            let getter = Value::Native(Rc::new(Native::method(self.name, name, *call)));
            let property = Property {
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
            let property = Property {
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
        Class::of_parts(ClassParts {
            metaclass: self.metaclass,
            name: self.name,
            qualname: self.name,
            module: self.module,
            bases: self.bases,
            ancestors,
            layout: self.layout,
            new: self.new,
            attributes: self.attributes,
            builtin: true,
        })
    }
}
