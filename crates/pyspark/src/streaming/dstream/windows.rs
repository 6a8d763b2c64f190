//! `window` and the methods over windows.

use brooklet_engine::dstream::{DStream, KeyedWindow};
use brooklet_pyspark_api::streaming::DSTREAM;
use brooklet_python::value::NativeFn;
use brooklet_python::{Args, Result, Value, Vm};
use brooklet_python_compiler::bytecode::BinaryOp;

use super::{raised, receiver};
use crate::advice;
use crate::binding::{arguments, methods};
use crate::bridge::result_iterable;
use crate::core::arguments::optional;
use crate::state::Definition;
use crate::streaming::arguments::{milliseconds, partitions, whole_milliseconds};

pub(super) const METHODS: &[(&str, NativeFn)] = methods![DSTREAM;
    "window" => window,
    "reduceByWindow" => reduce_by_window,
    "countByWindow" => count_by_window,
    "countByValueAndWindow" => count_by_value_and_window,
    "groupByKeyAndWindow" => group_by_key_and_window,
    "reduceByKeyAndWindow" => reduce_by_key_and_window,
];

/// A window's duration and slide in milliseconds, both checked against the stream's slide.
fn durations(
    vm: &mut Vm,
    stream: &DStream,
    window: Value,
    slide: Value,
) -> Result<(i64, Option<i64>)> {
    let unit = raised(vm, stream.slide_ms(), "dstream")?;
    let window_ms = multiple_of(vm, "windowDuration", &window, unit)?;
    let slide_ms = match optional(slide) {
        Some(slide) if vm.truth(&slide)? => Some(multiple_of(vm, "slideDuration", &slide, unit)?),
        Some(slide) => Some(milliseconds(vm, &slide)?),
        None => None,
    };
    Ok((window_ms, slide_ms))
}

/// A duration in milliseconds that must be a multiple of a stream's slide.
fn multiple_of(vm: &mut Vm, name: &str, duration: &Value, unit: i64) -> Result<i64> {
    let millis = whole_milliseconds(vm, duration)?;
    let rest = vm.binary(BinaryOp::Modulo, &millis, &Value::Int(unit))?;
    if vm.truth(&rest)? {
        return Err(vm.value_error(format!(
            "{name} must be multiple of the parent dstream's slide (batch) duration ({unit} ms)"
        )));
    }
    vm.to_i64(&millis)
}

/// A function that may be left out; anything falsy stands for none.
fn unless_falsy(vm: &mut Vm, function: Value) -> Result<Option<Value>> {
    Ok(vm.truth(&function)?.then_some(function))
}

/// Says what an inverse function does, or does not do, for a window of this length.
fn advise_on_inverse(
    vm: &mut Vm,
    stream: &DStream,
    window_ms: i64,
    slide_ms: Option<i64>,
    is_filtered: bool,
) {
    let slide_ms = slide_ms.unwrap_or_else(|| stream.planned_slide_ms());
    let about = vm.current_span();
    if window_ms < KeyedWindow::FEWEST_SLIDES_FOR_INVERSE * slide_ms {
        advice::INVERSE_UNUSED.give(vm, about);
    } else if !is_filtered {
        advice::KEYS_STAY.give(vm, about);
    }
}

fn window(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [window, slide] = arguments(args);
    let (window_ms, slide_ms) = durations(vm, &this.stream, window, slide)?;
    let windowed = this.stream.window(window_ms, slide_ms);
    let windowed = raised(vm, windowed, "window")?;
    this.derive(vm, Definition::of("window").over(window_ms), &windowed)
}

fn reduce_by_window(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [function, inverted, window, slide] = arguments(args);
    let (window_ms, slide_ms) = durations(vm, &this.stream, window, slide)?;
    let inverted = unless_falsy(vm, inverted)?;
    if inverted.is_some() {
        advise_on_inverse(vm, &this.stream, window_ms, slide_ms, true);
    }
    let reduced = this
        .stream
        .reduce_by_window(&function, inverted, window_ms, slide_ms);
    let reduced = raised(vm, reduced, "window")?;
    this.derive(
        vm,
        Definition::of("reduceByWindow").over(window_ms),
        &reduced,
    )
}

fn count_by_window(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [window, slide] = arguments(args);
    let (window_ms, slide_ms) = durations(vm, &this.stream, window, slide)?;
    let counted = this.stream.count_by_window(window_ms, slide_ms);
    let counted = raised(vm, counted, "window")?;
    this.derive(
        vm,
        Definition::of("countByWindow").over(window_ms),
        &counted,
    )
}

fn count_by_value_and_window(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [window, slide, count] = arguments(args);
    let (window_ms, slide_ms) = durations(vm, &this.stream, window, slide)?;
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let counted = this
        .stream
        .count_by_value_and_window(window_ms, slide_ms, count);
    let counted = raised(vm, counted, "window")?;
    this.derive(
        vm,
        Definition::of("countByValueAndWindow").over(window_ms),
        &counted,
    )
}

fn group_by_key_and_window(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [window, slide, count] = arguments(args);
    let (window_ms, slide_ms) = durations(vm, &this.stream, window, slide)?;
    let count = partitions(vm, count, this.stream.default_partitions())?;
    let wrap = result_iterable(vm)?;
    let grouped = this
        .stream
        .group_by_key_and_window(window_ms, slide_ms, count, &wrap);
    let grouped = raised(vm, grouped, "window")?;
    this.derive(
        vm,
        Definition::of("groupByKeyAndWindow").over(window_ms),
        &grouped,
    )
}

fn reduce_by_key_and_window(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver(vm, &args)?;
    let [function, inverted, window, slide, count, filter] = arguments(args);
    let (window_ms, slide_ms) = durations(vm, &this.stream, window, slide)?;
    let partitions = partitions(vm, count, this.stream.default_partitions())?;
    let inverse = unless_falsy(vm, inverted)?;
    let filter = unless_falsy(vm, filter)?;
    if inverse.is_some() {
        advise_on_inverse(vm, &this.stream, window_ms, slide_ms, filter.is_some());
    }
    let reduced = this.stream.reduce_by_key_and_window(KeyedWindow {
        function,
        inverse,
        window_ms,
        slide_ms,
        partitions,
        filter,
    });
    let reduced = raised(vm, reduced, "window")?;
    this.derive(
        vm,
        Definition::of("reduceByKeyAndWindow").over(window_ms),
        &reduced,
    )
}
