//! `binascii`: what is asked for once a record. `binascii.py` has the rest.

use brooklet_python::value::{Args, Module, Value};
use brooklet_python::vm::{Raise, Result, Vm};

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("_encode_base64", encode),
            ("_decode_base64", decode),
            ("_crc32", crc32),
        ],
    );
    Ok(())
}

fn encode(vm: &mut Vm, args: Args) -> Result<Value> {
    let data = vm.bytes_like(args.get(0).unwrap_or(&Value::None))?;
    let mut out = Vec::with_capacity(data.len().div_ceil(3) * 4);
    for chunk in data.chunks(3) {
        let bits = chunk.iter().enumerate().fold(0_u32, |bits, (at, byte)| {
            bits | u32::from(*byte) << (16 - 8 * at)
        });
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(if place > chunk.len() { b'=' } else { digit });
        }
    }
    Ok(Value::bytes(out))
}

/// What `binascii.Error` says.
fn error(vm: &mut Vm, message: &str) -> Raise {
    let class = vm.import("binascii").map(|it| it.globals.get_str("Error"));
    match class {
        Ok(Some(Value::Class(class))) => {
            let made = vm.new_exception(&class, vec![Value::str(message)]);
            Raise::Exception(made)
        }
        _ => vm.value_error(message),
    }
}

/// `_decode_base64(data, strict)`: as CPython's `binascii.a2b_base64`, padding at its end included.
fn decode(vm: &mut Vm, args: Args) -> Result<Value> {
    let text = vm.bytes_like(args.get(0).unwrap_or(&Value::None))?;
    let strict = match args.get(1) {
        Some(strict) => vm.truth(strict)?,
        None => false,
    };
    let (mut bits, mut count, mut pads) = (0_u32, 0_usize, 0_usize);
    let mut out = Vec::with_capacity(text.len() * 3 / 4);
    for (at, byte) in text.iter().enumerate() {
        if *byte == b'=' {
            if strict && at == 0 {
                return Err(error(vm, "Leading padding not allowed"));
            }
            pads += 1;
            let place = count % 4;
            if place >= 2 && place + pads >= 4 {
                if strict && at + 1 < text.len() {
                    return Err(error(vm, "Excess data after padding"));
                }
                out.extend_from_slice(&(bits << (6 * (4 - place))).to_be_bytes()[1..place]);
                return Ok(Value::bytes(out));
            }
            continue;
        }
        // What is no digit is skipped.
        let Some(digit) = DIGITS.iter().position(|known| known == byte) else {
            if strict {
                return Err(error(vm, "Only base64 data is allowed"));
            }
            continue;
        };
        if strict && pads > 0 {
            return Err(error(vm, "Discontinuous padding not allowed"));
        }
        pads = 0;
        bits = bits << 6 | digit as u32;
        count += 1;
        if count % 4 == 0 {
            out.extend_from_slice(&bits.to_be_bytes()[1..]);
            bits = 0;
        }
    }
    match count % 4 {
        0 => Ok(Value::bytes(out)),
        1 => {
            let message = format!(
                "Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more \
                 than a multiple of 4"
            );
            Err(error(vm, &message))
        }
        _ => Err(error(vm, "Incorrect padding")),
    }
}

/// `_crc32(data, value)`, see RFC 1952.
fn crc32(vm: &mut Vm, args: Args) -> Result<Value> {
    let data = vm.bytes_like(args.get(0).unwrap_or(&Value::None))?;
    let start = match args.get(1) {
        Some(start) => vm.to_i64(start)? as u32,
        None => 0,
    };
    let sum = data.iter().fold(!start, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ ((sum & 1) * 0xedb8_8320)
        })
    });
    Ok(Value::from(!sum as usize))
}
