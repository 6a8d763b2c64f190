//! `class name(bases, **keywords): body`.

use std::rc::Rc;

use super::{ExceptionKind, Level, Result, Step, Vm};
use crate::builtins::cell;
use crate::value::{Args, CellRef, Class, Dict, Function, Special, Str, Value};

impl Vm {
    /// Begins the body of a class; the metaclass makes a class of the names that it defines then.
    pub(super) fn build_class(
        &mut self,
        body: &Value,
        name: Value,
        bases: Vec<Value>,
        keywords: Value,
    ) -> Result<Step> {
        let Value::Function(body) = body.clone() else {
            unreachable!("the compiler makes a function of the body")
        };
        let given = Value::tuple(bases.clone());
        let keywords = match keywords {
            Value::Dict(keywords) => names_and_values(&keywords),
            _ => Vec::new(),
        };
        let plan = {
            let (name, given) = (name.clone(), given.clone());
            move |vm: &mut Vm| {
                let (bases, replaced) = vm.resolve_bases(bases.clone(), &given)?;
                let mut keywords = keywords.clone();
                let metaclass = vm.metaclass_for(&bases, &mut keywords)?;
                let bases = Value::tuple(bases);
                let namespace = vm.prepared_namespace(&metaclass, &name, &bases, &keywords)?;
                let passed = Dict::new();
                for (name, value) in &keywords {
                    passed.set_name(name, value.clone());
                }
                let passed = Value::Dict(Rc::new(passed));
                let replaced = Value::Bool(replaced);
                Ok(Value::tuple(vec![
                    metaclass, bases, namespace, passed, replaced,
                ]))
            }
        };
        self.after(
            |vm| vm.operate(Level::Uncounted, plan),
            move |vm, planned| {
                let Value::Tuple(planned) = planned? else {
                    unreachable!("the plan is a tuple")
                };
                vm.begin_class_body(&body, name, &planned, given)
            },
        )
    }

    /// Begins the body, with what was found before: the metaclass, the bases, the namespace, the
    /// keywords for the metaclass, and whether the bases are others than those given.
    fn begin_class_body(
        &mut self,
        body: &Function,
        name: Value,
        planned: &[Value],
        given: Value,
    ) -> Result<Step> {
        let [metaclass, bases, namespace, Value::Dict(keywords), replaced] = planned else {
            unreachable!("the plan has these parts")
        };
        let (metaclass, bases, namespace) = (metaclass.clone(), bases.clone(), namespace.clone());
        let keywords = names_and_values(keywords);
        let replaced = matches!(replaced, Value::Bool(true));
        let code = body.code.clone();
        let module = body.globals.get_str("__name__");
        let module = module.unwrap_or_else(|| Value::str("builtins"));
        self.define_in(&namespace, "__module__", module)?;
        self.define_in(&namespace, "__qualname__", Value::str(&code.code.qualname))?;
        if let Some(doc) = &code.code.doc {
            self.define_in(&namespace, "__doc__", Value::str(doc))?;
        }
        let names = match self.unwrap_builtin(&namespace) {
            Value::Dict(names) => names,
            _ => Rc::new(Dict::new()),
        };
        self.check_recursion()?;
        let (globals, closure) = (body.globals.clone(), body.closure.clone());
        self.push_body_frame(code.clone(), globals, names, closure);
        if !matches!(namespace, Value::Dict(_)) {
            self.top_frame().namespace = Some(namespace.clone());
        }
        let class_cell = code
            .code
            .cells
            .iter()
            .position(|(cell, _)| &**cell == "__class__")
            .map(|at| self.top_frame().cells[at].clone());
        let finish = move |vm: &mut Vm, answer: Result<Value>| {
            answer?;
            if replaced {
                vm.define_in(&namespace, "__orig_bases__", given)?;
            }
            if let Some(cell) = &class_cell {
                let cell = cell::wrap(vm, cell);
                vm.define_in(&namespace, "__classcell__", cell)?;
            }
            let args = Args {
                positional: [name.clone(), bases, namespace].into_iter().collect(),
                keywords,
            };
            vm.after(
                |vm| vm.begin_call(metaclass, args),
                move |vm, class| vm.check_class_cell(class?, class_cell.as_ref(), &name),
            )
        };
        let base = self.frames.len() - 1;
        self.leave_below(base, Box::new(finish));
        Ok(Step::Pushed)
    }

    /// The metaclass must have told the methods of a class which class they are of.
    fn check_class_cell(
        &mut self,
        class: Value,
        cell: Option<&CellRef>,
        name: &Value,
    ) -> Result<Step> {
        if let Some(cell) = cell
            && matches!(class, Value::Class(_))
            && cell.borrow().is_none()
        {
            let class = self.repr(&class)?;
            let name = name.as_str().unwrap_or_default();
            return Err(self.runtime_error(format!(
                "__class__ not set defining '{name}' as {class}. Was __classcell__ propagated to type.__new__?"
            )));
        }
        Ok(Step::Done(class))
    }

    /// The bases, each that has `__mro_entries__` replaced by what that gives; and whether one was.
    fn resolve_bases(&mut self, bases: Vec<Value>, given: &Value) -> Result<(Vec<Value>, bool)> {
        let mut resolved: Vec<Value> = Vec::new();
        let mut replaced = false;
        for base in bases {
            let entries = match &base {
                Value::Class(_) => None,
                other => self.find_attribute(other, "__mro_entries__")?,
            };
            let Some(entries) = entries else {
                resolved.push(base);
                continue;
            };
            replaced = true;
            let entries = self.call_one(&entries, given.clone())?;
            for entry in self.collect(&entries)? {
                if !resolved.iter().any(|known| known.is(&entry)) {
                    resolved.push(entry);
                }
            }
        }
        Ok((resolved, replaced))
    }

    /// What makes the class: the keyword `metaclass`, or the most derived metaclass of the bases.
    fn metaclass_for(
        &mut self,
        bases: &[Value],
        keywords: &mut Vec<(Str, Value)>,
    ) -> Result<Value> {
        let at = keywords
            .iter()
            .position(|(name, _)| name.as_str() == "metaclass");
        let metaclass = match (at, bases.first()) {
            (Some(at), _) => keywords.remove(at).1,
            (None, Some(base)) => Value::Class(self.class_of(base)),
            (None, None) => Value::Class(self.types.type_.clone()),
        };
        match metaclass {
            Value::Class(class) => self.most_derived_metaclass(class, bases).map(Value::Class),
            other => Ok(other),
        }
    }

    /// The metaclass from which those of all bases are derived, or are the same.
    ///
    /// # Errors
    /// `TypeError: metaclass conflict: …` where there is none.
    pub(crate) fn most_derived_metaclass(
        &mut self,
        metaclass: Rc<Class>,
        bases: &[Value],
    ) -> Result<Rc<Class>> {
        let mut most = metaclass;
        for base in bases {
            let other = self.class_of(base);
            if other.is_subclass(&most) {
                most = other;
            } else if !most.is_subclass(&other) {
                return Err(self.type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
                ));
            }
        }
        Ok(most)
    }

    /// What `__prepare__` of a metaclass gives for the names of the body.
    ///
    /// # Errors
    /// What it raises; `TypeError` where that is no mapping.
    pub(crate) fn prepared_namespace(
        &mut self,
        metaclass: &Value,
        name: &Value,
        bases: &Value,
        keywords: &[(Str, Value)],
    ) -> Result<Value> {
        if metaclass.is(&Value::Class(self.types.type_.clone())) {
            return Ok(Value::Dict(Rc::default()));
        }
        let Some(prepare) = self.find_attribute(metaclass, Special::Prepare.name())? else {
            return Ok(Value::Dict(Rc::default()));
        };
        let mut args = Args::two(name.clone(), bases.clone());
        args.keywords = keywords.to_vec();
        let namespace = self.call(&prepare, args)?;
        let is_mapping = matches!(self.unwrap_builtin(&namespace), Value::Dict(_))
            || self.special_method(&namespace, Special::GetItem).is_some();
        if !is_mapping {
            let metaclass = match metaclass {
                Value::Class(class) => class.name.to_string(),
                _ => "<metaclass>".to_string(),
            };
            let given = self.type_name(&namespace);
            return Err(self.type_error(format!(
                "{metaclass}.__prepare__() must return a mapping, not {given}"
            )));
        }
        Ok(namespace)
    }

    fn define_in(&mut self, namespace: &Value, name: &str, value: Value) -> Result<()> {
        self.set_item(namespace, Value::str(name), value)
    }

    /// A name in the namespace of the running body, where `__prepare__` gave it; `None` if it is
    /// not there.
    pub(super) fn find_in_namespace(
        &mut self,
        namespace: &Value,
        name: &Str,
    ) -> Result<Option<Value>> {
        match self.get_item(namespace, &Value::Str(name.clone())) {
            Ok(value) => Ok(Some(value)),
            Err(raise) if self.is_exception(&raise, ExceptionKind::KeyError) => Ok(None),
            Err(raise) => Err(raise),
        }
    }
}

/// The items of a dict whose keys are names.
pub(crate) fn names_and_values(dict: &Dict) -> Vec<(Str, Value)> {
    dict.items()
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_name()?, value)))
        .collect()
}
