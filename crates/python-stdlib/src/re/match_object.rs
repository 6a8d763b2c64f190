//! Matches and their methods.

use std::rc::Rc;

use brooklet_python_regex::Slots;

use super::find::Subject;
use super::pattern::{self, Joined, Pattern, read_template};
use brooklet_python::native_class::{NativeClass, data, receiver};
use brooklet_python::value::{Args, ClassBuilder, Dict, NativeData, NativeFn, Value};
use brooklet_python::vm::{ExceptionKind, Result, Vm};

/// `re.Match`.
pub(super) struct Match {
    pub(super) pattern: Value,
    pub(super) subject: Subject,
    pub(super) slots: Slots,
    /// Where the search began and ended.
    pub(super) range: (usize, usize),
}

impl NativeData for Match {
    fn pickle(
        &self,
        vm: &mut Vm,
    ) -> Result<std::sync::Arc<dyn brooklet_python::pickle::PickledNative>> {
        Err(vm.type_error("cannot pickle 're.Match' object"))
    }
}

const METHODS: &[(&str, NativeFn)] = &[
    ("group", group),
    ("groups", groups),
    ("groupdict", groupdict),
    ("start", |vm, args| {
        let (this, index) = one_group(vm, &args, "start")?;
        Ok(place(this.slots[index * 2]))
    }),
    ("end", |vm, args| {
        let (this, index) = one_group(vm, &args, "end")?;
        Ok(place(this.slots[index * 2 + 1]))
    }),
    ("span", |vm, args| {
        let (this, index) = one_group(vm, &args, "span")?;
        Ok(this.span(index))
    }),
    ("expand", expand),
    ("__getitem__", |vm, args| {
        let this = receiver::<Match>(vm, &args, "__getitem__")?;
        let key = args.exactly_one(vm, "__getitem__", 1)?;
        let index = this.index(vm, &key)?;
        Ok(pattern::group(&this.subject, &this.slots, index).unwrap_or_default())
    }),
    ("__repr__", repr),
];

impl NativeClass for Match {
    const MODULE: &'static str = "re";
    const NAME: &'static str = "Match";

    fn define(class: ClassBuilder) -> ClassBuilder {
        class.methods(METHODS).properties(&[
            ("string", |vm, args| {
                Ok(receiver::<Match>(vm, &args, "string")?
                    .subject
                    .value
                    .clone())
            }),
            ("re", |vm, args| {
                Ok(receiver::<Match>(vm, &args, "re")?.pattern.clone())
            }),
            ("pos", |vm, args| {
                Ok(Value::from(receiver::<Match>(vm, &args, "pos")?.range.0))
            }),
            ("endpos", |vm, args| {
                Ok(Value::from(receiver::<Match>(vm, &args, "endpos")?.range.1))
            }),
            ("lastindex", |vm, args| {
                let this = receiver::<Match>(vm, &args, "lastindex")?;
                Ok(this.last_index().map_or(Value::None, Value::from))
            }),
            ("lastgroup", |vm, args| {
                let this = receiver::<Match>(vm, &args, "lastgroup")?;
                let name = this.names().and_then(|pattern| {
                    let last = this.last_index()?;
                    pattern
                        .program
                        .names
                        .iter()
                        .find(|(_, group)| *group == last)
                        .map(|(name, _)| Value::str(name))
                });
                Ok(name.unwrap_or_default())
            }),
            ("regs", |vm, args| {
                let this = receiver::<Match>(vm, &args, "regs")?;
                Ok(Value::tuple(
                    (0..=this.count()).map(|index| this.span(index)).collect(),
                ))
            }),
        ])
    }
}

fn place(place: Option<usize>) -> Value {
    place.map_or(Value::Int(-1), Value::from)
}

impl Match {
    fn names(&self) -> Option<Rc<Pattern>> {
        data::<Pattern>(&self.pattern)
    }

    /// How many groups there are, group 0 not counted.
    fn count(&self) -> usize {
        self.slots.len() / 2 - 1
    }

    fn last_index(&self) -> Option<usize> {
        self.slots.last().copied().flatten()
    }

    fn span(&self, index: usize) -> Value {
        Value::tuple(vec![
            place(self.slots[index * 2]),
            place(self.slots[index * 2 + 1]),
        ])
    }

    /// The number of a group that a number or a name means.
    fn index(&self, vm: &mut Vm, key: &Value) -> Result<usize> {
        let index = match key {
            Value::Str(name) => self.names().and_then(|pattern| {
                pattern
                    .program
                    .names
                    .iter()
                    .find(|(known, _)| known == name.as_str())
                    .map(|(_, index)| *index)
            }),
            Value::Int(index) => usize::try_from(*index).ok(),
            Value::Bool(index) => Some(usize::from(*index)),
            _ => None,
        };
        match index.filter(|index| *index <= self.count()) {
            Some(index) => Ok(index),
            None => Err(vm.error(ExceptionKind::IndexError, "no such group")),
        }
    }
}

fn one_group(vm: &mut Vm, args: &Args, method: &str) -> Result<(Rc<Match>, usize)> {
    let this = receiver::<Match>(vm, args, method)?;
    args.between(vm, method, 1, 0, 1)?;
    let index = match args.get(1) {
        Some(key) => this.index(vm, key)?,
        None => 0,
    };
    Ok((this, index))
}

fn group(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Match>(vm, &args, "group")?;
    args.no_keywords(vm, "re.Match.group")?;
    let mut texts = Vec::new();
    for key in &args.positional[1..] {
        let index = this.index(vm, key)?;
        texts.push(pattern::group(&this.subject, &this.slots, index).unwrap_or_default());
    }
    Ok(match texts.len() {
        0 => pattern::group(&this.subject, &this.slots, 0).unwrap_or_default(),
        1 => texts.remove(0),
        _ => Value::tuple(texts),
    })
}

fn groups(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Match>(vm, &args, "groups")?;
    let [default] = args
        .bind(vm, "groups", 1, ["default"], 0)?
        .map(Option::unwrap_or_default);
    let texts = (1..=this.count()).map(|index| {
        pattern::group(&this.subject, &this.slots, index).unwrap_or_else(|| default.clone())
    });
    Ok(Value::tuple(texts.collect()))
}

fn groupdict(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Match>(vm, &args, "groupdict")?;
    let [default] = args
        .bind(vm, "groupdict", 1, ["default"], 0)?
        .map(Option::unwrap_or_default);
    let groups = Dict::new();
    if let Some(pattern) = this.names() {
        for (name, index) in &pattern.program.names {
            let text = pattern::group(&this.subject, &this.slots, *index)
                .unwrap_or_else(|| default.clone());
            groups.set_str(name, text);
        }
    }
    Ok(Value::Dict(Rc::new(groups)))
}

fn expand(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Match>(vm, &args, "expand")?;
    let [template] = args
        .bind(vm, "expand", 1, ["template"], 1)?
        .map(Option::unwrap_or_default);
    let Some(pattern) = this.names() else {
        return Ok(Value::None);
    };
    let parts = read_template(vm, &pattern, &template)?;
    let mut joined = Joined::new(pattern.is_bytes);
    joined.push_parts(&parts, &this.subject, &this.slots);
    Ok(joined.value())
}

fn repr(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Match>(vm, &args, "__repr__")?;
    let span = vm.repr(&this.span(0))?;
    let text = pattern::group(&this.subject, &this.slots, 0).unwrap_or_default();
    let text: String = vm.repr(&text)?.chars().take(50).collect();
    Ok(Value::from(format!(
        "<re.Match object; span={span}, match={text}>"
    )))
}
