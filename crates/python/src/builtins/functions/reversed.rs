//! `reversed`.

use std::rc::Rc;

use crate::value::{Args, Class, Dict, PyIterator, Range, Special, Value, ViewKind, iterate};
use crate::vm::{RangeItems, Result, Vm, view_items};

pub(super) fn new(vm: &mut Vm, _: &Rc<Class>, args: Args) -> Result<Value> {
    args.no_keywords(vm, "reversed")?;
    args.between(vm, "reversed", 0, 1, 1)?;
    let sequence = &args[0];
    if let Some(method) = vm.special_method(sequence, Special::Reversed) {
        return vm.call(&method, Args::none());
    }
    let indexable = vm.special_method(sequence, Special::GetItem).is_some()
        && vm.special_method(sequence, Special::Len).is_some();
    let inner = if indexable {
        sequence.clone()
    } else {
        vm.unwrap_builtin(sequence)
    };
    Ok(match &inner {
        Value::List(_) => from_end("list_reverseiterator", inner.clone(), vm.length(&inner)?),
        Value::Tuple(_) | Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_) => {
            from_end("reversed", inner.clone(), vm.length(&inner)?)
        }
        Value::Range(range) => {
            let reversed = match range.len() {
                0 => **range,
                length => Range {
                    start: range.get(length - 1),
                    stop: range.start.wrapping_sub(range.step),
                    step: range.step.wrapping_neg(),
                },
            };
            Value::iterator("range_iterator", RangeItems::new(&reversed))
        }
        Value::Dict(dict) => reversed_dict(dict, ViewKind::Keys),
        Value::DictView(view) => reversed_dict(&view.dict, view.kind),
        Value::Instance(_) if indexable => from_end("reversed", inner.clone(), vm.length(&inner)?),
        _ => {
            let name = vm.type_name(sequence);
            return Err(vm.type_error(format!("'{name}' object is not reversible")));
        }
    })
}

/// An iterator over a dict from its end.
pub(crate) fn reversed_dict(dict: &Dict, kind: ViewKind) -> Value {
    let mut items = view_items(dict, kind);
    items.reverse();
    let type_name = match kind {
        ViewKind::Keys => "dict_reversekeyiterator",
        ViewKind::Values => "dict_reversevalueiterator",
        ViewKind::Items => "dict_reverseitemiterator",
    };
    Value::iterator(type_name, iterate(items))
}

fn from_end(type_name: &'static str, sequence: Value, length: u64) -> Value {
    Value::iterator(
        type_name,
        FromEnd {
            sequence,
            left: length,
        },
    )
}

/// The items of a sequence by index, from the last one down.
struct FromEnd {
    sequence: Value,
    left: u64,
}

impl PyIterator for FromEnd {
    fn next(&mut self, vm: &mut Vm) -> Result<Option<Value>> {
        if let Value::List(items) = &self.sequence {
            self.left = self.left.min(items.len() as u64);
        }
        let Some(at) = self.left.checked_sub(1) else {
            return Ok(None);
        };
        self.left = at;
        vm.get_item(&self.sequence, &Value::from(at)).map(Some)
    }

    fn size_hint(&self) -> u64 {
        self.left
    }
}
