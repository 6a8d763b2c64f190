//! `base64`: base 64 and base 16.

use brooklet_python::value::{Args, Module, Value};
use brooklet_python::vm::{Raise, Result, Vm};

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(super) fn define(_: &mut Vm, module: &Module) -> Result<()> {
    super::functions(
        module,
        &[
            ("b64encode", |vm, args| encode(vm, &args, false)),
            ("standard_b64encode", |vm, args| encode(vm, &args, false)),
            ("urlsafe_b64encode", |vm, args| encode(vm, &args, true)),
            ("b64decode", |vm, args| decode(vm, &args, false)),
            ("standard_b64decode", |vm, args| decode(vm, &args, false)),
            ("urlsafe_b64decode", |vm, args| decode(vm, &args, true)),
            ("b16encode", |vm, args| {
                let data = bytes(vm, &args)?;
                let text: String = data.iter().map(|byte| format!("{byte:02X}")).collect();
                Ok(Value::bytes(text.into_bytes()))
            }),
        ],
    );
    Ok(())
}

fn bytes(vm: &mut Vm, args: &Args) -> Result<Vec<u8>> {
    match args.get(0) {
        Some(Value::Bytes(data)) => Ok(data.to_vec()),
        Some(Value::ByteArray(data)) => Ok(data.borrow().clone()),
        other => {
            let name = vm.type_name(&other.cloned().unwrap_or_default());
            Err(vm.type_error(format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

fn encode(vm: &mut Vm, args: &Args, url: bool) -> Result<Value> {
    let data = bytes(vm, args)?;
    let mut out = Vec::with_capacity(data.len().div_ceil(3) * 4);
    for chunk in data.chunks(3) {
        let bits = chunk.iter().enumerate().fold(0_u32, |bits, (at, byte)| {
            bits | u32::from(*byte) << (16 - 8 * at)
        });
        for place in 0..4 {
            let digit = STANDARD[(bits >> (18 - 6 * place) & 63) as usize];
            out.push(match digit {
                _ if place > chunk.len() => b'=',
                b'+' if url => b'-',
                b'/' if url => b'_',
                digit => digit,
            });
        }
    }
    Ok(Value::bytes(out))
}

fn padding(vm: &mut Vm) -> Raise {
    vm.value_error("Incorrect padding")
}

fn decode(vm: &mut Vm, args: &Args, url: bool) -> Result<Value> {
    let text = match args.get(0) {
        Some(Value::Str(text)) => text.as_str().as_bytes().to_vec(),
        _ => bytes(vm, args)?,
    };
    let (mut bits, mut count, mut pads) = (0_u32, 0, 0);
    let mut out = Vec::with_capacity(text.len() * 3 / 4);
    for byte in text {
        let byte = match byte {
            b'-' if url => b'+',
            b'_' if url => b'/',
            byte => byte,
        };
        if byte == b'=' {
            pads += 1;
        }
        // What is no digit is skipped.
        let Some(digit) = STANDARD.iter().position(|known| *known == byte) else {
            continue;
        };
        bits = bits << 6 | digit as u32;
        count += 1;
        if count == 4 {
            out.extend_from_slice(&bits.to_be_bytes()[1..]);
            (bits, count) = (0, 0);
        }
    }
    match (count, pads) {
        (0, _) => {}
        (2, 2..) => out.push((bits >> 4) as u8),
        (3, 1..) => out.extend([(bits >> 10) as u8, (bits >> 2) as u8]),
        _ => return Err(padding(vm)),
    }
    Ok(Value::bytes(out))
}
