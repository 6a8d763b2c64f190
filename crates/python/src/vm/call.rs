//! Calls.

use std::rc::Rc;

use super::replay::Request;
use super::run::Flow;
use super::{Frame, Level, Raise, Result, Step, Vm};
use crate::builtins::type_;
use crate::value::{
    Args, CellRef, Class, Function, Layout, Native, NativeCall, Payload, Special, Str, Value,
};

impl Vm {
    /// `callable(*args, **keywords)`.
    ///
    /// # Errors
    /// `TypeError` where it cannot be called so, and what it raises.
    pub fn call(&mut self, callable: &Value, args: Args) -> Result<Value> {
        let answer = match callable {
            Value::Native(native)
                if self.notes.is_none() && !matches!(native.call, NativeCall::Resumable(_)) =>
            {
                self.check_receiver(native, &args)?;
                let result = match &native.call {
                    NativeCall::Plain(call) | NativeCall::Replayed(call, _) => call(self, args),
                    NativeCall::Closure(call) => call(self, args),
                    NativeCall::Resumable(_) => unreachable!("it was just looked at"),
                };
                match result {
                    Err(Raise::Suspend(suspension)) => self.wait_inside(&suspension),
                    other => other,
                }
            }
            callable => self.perform(Request::Call(callable.clone(), args)),
        };
        match answer {
            Err(Raise::StopIteration(value)) => Err(self.stop_iteration(value)),
            other => other,
        }
    }

    /// A method of a built-in class is called on something.
    fn check_receiver(&mut self, native: &Native, args: &Args) -> Result<()> {
        if native.binds && args.positional.is_empty() {
            let method = &native.qualname;
            return Err(self.type_error(format!("unbound method {method}() needs an argument")));
        }
        Ok(())
    }

    /// `callable(argument)`.
    ///
    /// # Errors
    /// As [`Vm::call`].
    pub fn call_one(&mut self, callable: &Value, argument: Value) -> Result<Value> {
        self.call(callable, Args::one(argument))
    }

    /// `callable(first, second)`.
    ///
    /// # Errors
    /// As [`Vm::call`].
    pub fn call_two(&mut self, callable: &Value, first: Value, second: Value) -> Result<Value> {
        self.call(callable, Args::two(first, second))
    }

    /// `object.name(*args)`.
    ///
    /// # Errors
    /// `AttributeError` where there is no such method, and as [`Vm::call`].
    pub fn call_method(&mut self, object: &Value, name: &str, args: Args) -> Result<Value> {
        let method = self.get_attribute(object, name)?;
        self.call(&method, args)
    }

    /// A special method of an object's class, bound to the object; `None` if the class has none
    /// or sets it to `None`. Only instances, and classes with a metaclass, have special methods that
    /// this finds; those of built-in classes do not count.
    pub fn special_method(&mut self, object: &Value, special: Special) -> Option<Value> {
        let class = match object {
            Value::Instance(instance) => &instance.class,
            Value::Class(class) => class.metaclass.as_ref()?,
            _ => return None,
        };
        let found = class.overridden(special)?;
        if found.is_none() {
            return None;
        }
        self.bind_class_attribute(&found, object, class).ok()
    }

    /// Whether the class of an object sets a special method to `None`: nothing stands in for it.
    pub(super) fn forbids(&self, object: &Value, special: Special) -> bool {
        let class = match object {
            Value::Instance(instance) => &instance.class,
            _ => return false,
        };
        class
            .overridden(special)
            .is_some_and(|found| found.is_none())
    }

    /// Begins a call from bytecode, which gets the result.
    pub(super) fn call_from_bytecode(&mut self, callable: Value, args: Args) -> Result<Flow> {
        match &callable {
            Value::Function(function) => self.call_function(function, args),
            Value::Method(method) => {
                let mut args = args;
                args.positional.insert(0, method.receiver.clone());
                match &method.function {
                    Value::Function(function) => self.call_function(function, args),
                    function => self.call_from_bytecode(function.clone(), args),
                }
            }
            Value::Class(class) => {
                let Some(args) = self.call_initializer(class, args)? else {
                    return Ok(Flow::FrameChanged);
                };
                let step = self.begin_class(class, args)?;
                self.finish(step)
            }
            _ => {
                let step = self.begin_call(callable, args)?;
                self.finish(step)
            }
        }
    }

    fn call_function(&mut self, function: &Rc<Function>, args: Args) -> Result<Flow> {
        // A call counts, but only a jump back gives way.
        self.fuel = self.fuel.saturating_sub(1);
        let step = self.begin_function(function, args)?;
        self.finish(step)
    }

    fn begin_function(&mut self, function: &Rc<Function>, args: Args) -> Result<Step> {
        let levels = function.code.code.flags.levels();
        self.check_depth(Level::Uncounted, levels)?;
        let frame = self.bind_frame(function, args)?;
        if function.code.code.flags.is_suspended() {
            return Ok(Step::Done(self.make_generator(function, frame)));
        }
        self.push_frame(frame);
        Ok(Step::Pushed)
    }

    /// Begins `callable(*args, **keywords)`.
    ///
    /// # Errors
    /// `TypeError` for what cannot be called, and what the call raises.
    pub fn begin_call(&mut self, callable: Value, mut args: Args) -> Result<Step> {
        match &callable {
            Value::Function(function) => self.begin_function(function, args),
            Value::Native(native) => {
                self.check_receiver(native, &args)?;
                match &native.call {
                    NativeCall::Plain(call) => call(self, args).map(Step::Done),
                    NativeCall::Closure(call) => call(self, args).map(Step::Done),
                    NativeCall::Resumable(call) => call(self, args),
                    NativeCall::Replayed(call, level) => {
                        // The keys of a dict and the items of a set were asked when they were put in.
                        let receiver = match args.get(0) {
                            Some(Value::Dict(_) | Value::Set(_)) if native.binds => 1,
                            _ => 0,
                        };
                        let keywords = args.keywords.iter().map(|(_, value)| value);
                        let given = args.positional[receiver..].iter().chain(keywords);
                        if given.into_iter().any(Value::may_call_back) {
                            let (call, level) = (*call, *level);
                            return self.operate(level, move |vm| call(vm, args.clone()));
                        }
                        call(self, args).map(Step::Done)
                    }
                }
            }
            Value::Method(method) => {
                args.positional.insert(0, method.receiver.clone());
                self.begin_call(method.function.clone(), args)
            }
            Value::Class(class) => self.begin_class(class, args),
            Value::StaticMethod(function) => self.begin_call(function.as_ref().clone(), args),
            other => match self.special_method(other, Special::Call) {
                Some(Value::Method(method)) if matches!(method.function, Value::Native(_)) => {
                    self.begin_call(Value::Method(method), args)
                }
                Some(method) => self.one_level(|vm| vm.begin_call(method, args)),
                None => {
                    let name = self.type_name(other);
                    Err(self.type_error(format!("'{name}' object is not callable")))
                }
            },
        }
    }

    /// Does something that is a level of recursion of its own, as calls of objects are in CPython.
    ///
    /// # Errors
    /// `RecursionError` where there are too many levels, and what `start` raises.
    pub fn one_level(&mut self, start: impl FnOnce(&mut Vm) -> Result<Step>) -> Result<Step> {
        self.check_depth(Level::Call, 1)?;
        let base = self.frames.len();
        self.depth += 1;
        let step = start(self);
        match self.frames.get_mut(base) {
            Some(lowest) => lowest.levels += 1,
            None => self.depth -= 1,
        }
        step
    }

    /// A class whose objects need no more than `__init__` of the program: begins that call, the
    /// object being the result already. Gives the arguments back where there is more to do.
    fn call_initializer(&mut self, class: &Rc<Class>, mut args: Args) -> Result<Option<Args>> {
        let initializer = if class.builtin {
            None
        } else {
            class.lookup_special(Special::Init)
        };
        if let Some(Value::Function(initializer)) = initializer
            && class.constructor().is_none()
            && !called_by_metaclass(class)
            && class
                .lookup_special(Special::New)
                .is_none_or(|new| matches!(new, Value::Native(_)))
            && !initializer.code.code.flags.is_suspended()
        {
            self.check_abstract(class)?;
            let object = Value::Instance(class.instance(Payload::None));
            args.positional.insert(0, object.clone());
            self.check_depth(Level::Call, 1)?;
            self.check_depth(Level::Uncounted, 2)?;
            let mut frame = self.bind_frame(&initializer, args)?;
            frame.is_initializer = true;
            frame.levels = 2;
            self.top_frame().stack.push(object);
            self.push_frame(frame);
            return Ok(None);
        }
        Ok(Some(args))
    }

    /// Begins to call a class: makes the object, then initialises it.
    fn begin_class(&mut self, class: &Rc<Class>, args: Args) -> Result<Step> {
        if called_by_metaclass(class)
            && let Some(call) = self.special_method(&Value::Class(class.clone()), Special::Call)
        {
            return self.one_level(|vm| vm.begin_call(call, args));
        }
        self.begin_class_plainly(class, args)
    }

    /// Begins what `type.__call__` does.
    pub(crate) fn begin_class_plainly(&mut self, class: &Rc<Class>, args: Args) -> Result<Step> {
        if class.builtin && class.layout != Layout::Native && class.metaclass.is_none() {
            if args.len() != 3 {
                return self.begin_builtin(class, args);
            }
            // `type(name, bases, names)`, also where a base has a metaclass.
            let class = class.clone();
            let given = args.clone();
            return self.one_level(|vm| {
                let base = vm.frames.len();
                let begun = vm.begin_object(&class, given);
                vm.after_begun(base, begun, move |vm, object| match object? {
                    Value::Class(made) if made.metaclass.is_some() => {
                        let object = Value::Class(made);
                        let metaclass = vm.class_of(&object);
                        vm.begin_initialize(&metaclass, object, args)
                    }
                    object => Ok(Step::Done(object)),
                })
            });
        }
        if !class.builtin
            && let Some(new) = class.lookup_special(Special::New)
            && matches!(new, Value::Function(_) | Value::StaticMethod(_))
        {
            let mut new_args = args.clone();
            new_args.positional.insert(0, Value::Class(class.clone()));
            let class = class.clone();
            return self.one_level(|vm| {
                vm.after(
                    |vm| vm.begin_call(new, new_args),
                    move |vm, object| {
                        let object = object?;
                        if !vm.is_instance(&object, &class) {
                            return Ok(Step::Done(object));
                        }
                        let made = vm.class_of(&object);
                        vm.begin_initialize(&made, object, args)
                    },
                )
            });
        }
        if class.is_subclass(&self.types.type_) {
            let class = class.clone();
            let given = args.clone();
            return self.one_level(|vm| {
                let base = vm.frames.len();
                let begun = vm.begin_object(&class, given);
                vm.after_begun(base, begun, move |vm, object| {
                    vm.begin_initialize(&class, object?, args)
                })
            });
        }
        let object = self.make_object(class, args.clone())?;
        self.one_level(|vm| vm.begin_initialize(class, object, args))
    }

    /// Begins to call a built-in class, whose constructor may call methods of what it is given.
    fn begin_builtin(&mut self, class: &Rc<Class>, args: Args) -> Result<Step> {
        let calls_back = args.positional.iter().any(Value::may_call_back);
        if !calls_back || class.module.as_str() != "builtins" {
            return self.make_object(class, args).map(Step::Done);
        }
        let class = class.clone();
        let types = &self.types;
        let collects = [&types.list, &types.tuple, &types.set, &types.frozenset]
            .iter()
            .any(|collection| Rc::ptr_eq(collection, &class));
        match args.get(0) {
            Some(iterable @ (Value::Generator(_) | Value::Iterator(_) | Value::Instance(_)))
                if collects && args.len() == 1 && args.keywords.is_empty() =>
            {
                self.collecting(&iterable.clone(), move |vm, items| {
                    if Rc::ptr_eq(&class, &vm.types.list) {
                        return Ok(Step::Done(Value::list(items)));
                    }
                    if Rc::ptr_eq(&class, &vm.types.tuple) {
                        return Ok(Step::Done(Value::tuple(items)));
                    }
                    vm.operate(Level::Uncounted, move |vm| {
                        vm.make_object(&class, Args::one(Value::list(items.clone())))
                    })
                })
            }
            _ => self.operate(Level::Uncounted, move |vm| {
                vm.make_object(&class, args.clone())
            }),
        }
    }

    /// Begins what `object.__new__(class, …)` and its like do; a class has hooks to call.
    pub(crate) fn begin_object(&mut self, class: &Rc<Class>, args: Args) -> Result<Step> {
        if args.len() == 3 && class.is_subclass(&self.types.type_) {
            self.check_abstract(class)?;
            return type_::begin_new(self, class, args);
        }
        self.make_object(class, args).map(Step::Done)
    }

    /// What `object.__new__(class, …)` and its like make.
    pub fn make_object(&mut self, class: &Rc<Class>, args: Args) -> Result<Value> {
        match class.constructor() {
            Some(new) => {
                self.check_abstract(class)?;
                new(self, class, args)
            }
            None => {
                let takes_arguments = class
                    .lookup_special(Special::Init)
                    .is_some_and(|init| !self.is_object_init(&init));
                if !args.is_empty() && !takes_arguments {
                    return Err(self.type_error(format!("{}() takes no arguments", class.name)));
                }
                self.check_abstract(class)?;
                Ok(Value::Instance(class.instance(Payload::None)))
            }
        }
    }

    fn is_object_init(&self, init: &Value) -> bool {
        self.types
            .object
            .attributes
            .get_str("__init__")
            .is_some_and(|own| own.is(init))
    }

    fn begin_initialize(&mut self, class: &Rc<Class>, object: Value, args: Args) -> Result<Step> {
        let initializer = class.lookup_special(Special::Init);
        let Some(initializer) = initializer.filter(|init| !self.is_object_init(init)) else {
            return Ok(Step::Done(object));
        };
        let bound = self.bind_class_attribute(&initializer, &object, class)?;
        self.after(
            |vm| vm.begin_call(bound, args),
            move |vm, result| {
                let result = result?;
                vm.check_initialized(&result)?;
                Ok(Step::Done(object))
            },
        )
    }

    /// `__init__` must give `None`.
    pub(super) fn check_initialized(&mut self, result: &Value) -> Result<()> {
        if result.is_none() {
            return Ok(());
        }
        let name = self.type_name(result);
        Err(self.type_error(format!("__init__() should return None, not '{name}'")))
    }

    /// A frame for a call of a function, its parameters bound.
    pub(super) fn bind_frame(
        &mut self,
        function: &Rc<Function>,
        mut args: Args,
    ) -> Result<Box<Frame>> {
        let code = &function.code;
        let parameters = &code.code.parameters;
        let positional = parameters.positional as usize;
        let mut frame = self.spare_frame();
        frame.locals.resize(code.code.locals.len().max(1), None);
        let given = args.positional.len();
        if given > positional && !parameters.rest {
            self.check_keywords(function, &args)?;
            let missing_keyword_only = self.count_given_keyword_only(function, &args);
            return Err(self.too_many_positional(function, given, missing_keyword_only));
        }
        let plain = given == positional && args.keywords.is_empty() && parameters.keyword_only == 0;
        for (local, value) in frame
            .locals
            .iter_mut()
            .zip(args.positional.drain(..given.min(positional)))
        {
            *local = Some(value);
        }
        let mut after = positional + parameters.keyword_only as usize;
        if parameters.rest {
            let rest: Vec<Value> = args.positional.drain(..).collect();
            frame.locals[after] = Some(Value::tuple(rest));
            after += 1;
        }
        if !plain {
            self.bind_keywords(function, &mut frame, args, after)?;
        } else if parameters.keywords {
            frame.locals[after] = Some(Value::Dict(Rc::new(crate::value::Dict::new())));
        }
        for (_, from) in &code.code.cells {
            let cell = CellRef::default();
            if let Some(from) = from {
                *cell.borrow_mut() = frame.locals[*from as usize].take();
            }
            frame.cells.push(cell);
        }
        frame.cells.extend(function.closure.iter().cloned());
        frame.globals = Some(function.globals.clone());
        frame.code = Some(code.clone());
        frame.levels = code.code.flags.levels();
        Ok(frame)
    }

    fn bind_keywords(
        &mut self,
        function: &Rc<Function>,
        frame: &mut Frame,
        args: Args,
        keywords_at: usize,
    ) -> Result<()> {
        let code = &function.code;
        let parameters = &code.code.parameters;
        let positional_only = parameters.positional_only as usize;
        let named = (parameters.positional + parameters.keyword_only) as usize;
        let extra = parameters
            .keywords
            .then(|| Rc::new(crate::value::Dict::new()));
        let qualname = function.qualname.borrow().clone();
        let mut positional_only_by_name = Vec::new();
        for (name, value) in args.keywords {
            let slot = code.local_names[..named]
                .iter()
                .position(|local| *local == name);
            match slot {
                Some(at) if at >= positional_only => {
                    if frame.locals[at].is_some() {
                        return Err(self.type_error(format!(
                            "{qualname}() got multiple values for argument '{name}'"
                        )));
                    }
                    frame.locals[at] = Some(value);
                }
                _ => match &extra {
                    Some(extra) => extra.set_name(&name, value),
                    None if slot.is_some() => positional_only_by_name.push(name.to_string()),
                    None => {
                        return Err(self.type_error(format!(
                            "{qualname}() got an unexpected keyword argument '{name}'"
                        )));
                    }
                },
            }
        }
        if !positional_only_by_name.is_empty() {
            let names = positional_only_by_name.join(", ");
            return Err(self.type_error(format!(
                "{qualname}() got some positional-only arguments passed as keyword arguments: '{names}'"
            )));
        }
        if let Some(extra) = extra {
            frame.locals[keywords_at] = Some(Value::Dict(extra));
        }
        let positional = parameters.positional as usize;
        let defaults = function.defaults.borrow().clone();
        let first_default = positional - defaults.len();
        for (at, default) in (first_default..positional).zip(defaults) {
            frame.locals[at].get_or_insert(default);
        }
        for at in positional..named {
            if frame.locals[at].is_none() {
                let name = &code.local_names[at];
                let default = function
                    .keyword_defaults
                    .borrow()
                    .iter()
                    .find(|(other, _)| other == name)
                    .map(|(_, v)| v.clone());
                frame.locals[at] = default;
            }
        }
        let missing = |range: std::ops::Range<usize>| -> Vec<String> {
            range
                .filter(|at| frame.locals[*at].is_none())
                .map(|at| format!("'{}'", code.local_names[at]))
                .collect()
        };
        let missing_positional = missing(0..positional);
        if !missing_positional.is_empty() {
            return Err(self.missing_arguments(&qualname, "positional", &missing_positional));
        }
        let missing_keyword = missing(positional..named);
        if !missing_keyword.is_empty() {
            return Err(self.missing_arguments(&qualname, "keyword-only", &missing_keyword));
        }
        Ok(())
    }

    fn missing_arguments(&mut self, function: &Str, kind: &str, names: &[String]) -> Raise {
        let listed = match names {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [others @ .., last] => format!("{}, and {last}", others.join(", ")),
            [] => String::new(),
        };
        let plural = if names.len() == 1 { "" } else { "s" };
        let count = names.len();
        self.type_error(format!(
            "{function}() missing {count} required {kind} argument{plural}: {listed}"
        ))
    }

    /// Refuses a keyword that is no parameter; this comes before a count of arguments.
    fn check_keywords(&mut self, function: &Rc<Function>, args: &Args) -> Result<()> {
        let parameters = &function.code.code.parameters;
        let named = (parameters.positional + parameters.keyword_only) as usize;
        let known = &function.code.local_names[..named];
        match args.keywords.iter().find(|(name, _)| !known.contains(name)) {
            Some((name, _)) if !parameters.keywords => {
                let qualname = function.qualname.borrow().clone();
                Err(self.type_error(format!(
                    "{qualname}() got an unexpected keyword argument '{name}'"
                )))
            }
            _ => Ok(()),
        }
    }

    fn count_given_keyword_only(&self, function: &Rc<Function>, args: &Args) -> usize {
        let parameters = &function.code.code.parameters;
        let from = parameters.positional as usize;
        let names = &function.code.local_names[from..from + parameters.keyword_only as usize];
        args.keywords
            .iter()
            .filter(|(name, _)| names.contains(name))
            .count()
    }

    fn too_many_positional(
        &mut self,
        function: &Rc<Function>,
        given: usize,
        keyword_only: usize,
    ) -> Raise {
        let most = function.code.code.parameters.positional as usize;
        let least = most - function.defaults.borrow().len();
        let takes = if least == most {
            most.to_string()
        } else {
            format!("from {least} to {most}")
        };
        let plural = if most == 1 && least == most { "" } else { "s" };
        let qualname = function.qualname.borrow().clone();
        let verb = if given == 1 && keyword_only == 0 {
            "was"
        } else {
            "were"
        };
        let with_keywords = if keyword_only > 0 {
            let arguments = if given == 1 { "argument" } else { "arguments" };
            let keywords = if keyword_only == 1 {
                "argument"
            } else {
                "arguments"
            };
            format!(" positional {arguments} (and {keyword_only} keyword-only {keywords})")
        } else {
            String::new()
        };
        self.type_error(format!(
            "{qualname}() takes {takes} positional argument{plural} but {given}{with_keywords} {verb} given"
        ))
    }
}

/// Whether the metaclass of a class says what calling the class does.
fn called_by_metaclass(class: &Class) -> bool {
    let metaclass = class.metaclass.as_ref();
    metaclass.is_some_and(|metaclass| metaclass.overrides(Special::Call))
}
