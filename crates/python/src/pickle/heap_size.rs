//! How much memory a pickled value holds.

use std::mem::size_of;

use super::{Pickled, PickledInstance, PickledPayload};

/// The two counts that stand before what an `Arc` holds.
const COUNTS: usize = 2 * size_of::<usize>();

/// What an object of a class of Rust code is taken for: its data cannot be seen from here.
const OBJECT: usize = 64;

impl Pickled {
    /// How many bytes it holds on the heap, beside its own. Classes and functions are left out:
    /// many records share one of them. What several values share otherwise is counted for each.
    pub fn heap_bytes(&self) -> usize {
        match self {
            Pickled::BigInt(value) => COUNTS + value.bits().div_ceil(8) as usize,
            Pickled::Str(text) => COUNTS + text.len(),
            Pickled::Bytes(data) | Pickled::ByteArray(data) => COUNTS + data.len(),
            Pickled::Tuple(items)
            | Pickled::List(items)
            | Pickled::Set(items)
            | Pickled::FrozenSet(items) => COUNTS + slice_bytes(items),
            Pickled::Iterator(iterator) => COUNTS + slice_bytes(&iterator.1),
            Pickled::DictView(_, dict) => COUNTS + dict.heap_bytes(),
            Pickled::Dict(items) => COUNTS + pair_bytes(items),
            Pickled::Slice(items) | Pickled::Reduced(items) => COUNTS + slice_bytes(&**items),
            Pickled::Method(pair) => COUNTS + pair_bytes(std::slice::from_ref(&**pair)),
            Pickled::Instance(instance) => COUNTS + instance_bytes(instance),
            Pickled::Object(_) => OBJECT,
            _ => 0,
        }
    }
}

/// The bytes of values in a row, and of what they hold.
fn slice_bytes(items: &[Pickled]) -> usize {
    size_of_val(items) + items.iter().map(Pickled::heap_bytes).sum::<usize>()
}

fn pair_bytes(pairs: &[(Pickled, Pickled)]) -> usize {
    let held = pairs
        .iter()
        .map(|(key, value)| key.heap_bytes() + value.heap_bytes());
    size_of_val(pairs) + held.sum::<usize>()
}

fn instance_bytes(instance: &PickledInstance) -> usize {
    let payload = match &instance.payload {
        PickledPayload::None => 0,
        PickledPayload::Value(value) => value.heap_bytes(),
        PickledPayload::Exception(items) => slice_bytes(items),
        PickledPayload::Native(_) => OBJECT,
    };
    let state = instance.state.as_ref().map_or(0, Pickled::heap_bytes);
    size_of::<PickledInstance>() + pair_bytes(&instance.attributes) + payload + state
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_a_value_holds() {
        let own = size_of::<Pickled>();
        assert_eq!(Pickled::Int(7).heap_bytes(), 0);
        assert_eq!(Pickled::str("word").heap_bytes(), COUNTS + 4);
        let pair = Pickled::tuple([Pickled::str("word"), Pickled::Int(7)]);
        assert_eq!(pair.heap_bytes(), COUNTS + 2 * own + COUNTS + 4);
    }
}
