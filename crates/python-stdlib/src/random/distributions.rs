//! Drawing from distributions, by the methods that CPython 3.11 uses.

use std::f64::consts::{E, PI, TAU};

use brooklet_python_text::numeric::elementary::{acos, cos, exp, ln, sin};
use brooklet_python_text::numeric::power::power;

use super::Random;
use brooklet_python::native_class::receiver;
use brooklet_python::signature::bind;
use brooklet_python::value::{Args, NativeFn, Value};
use brooklet_python::vm::{Result, Vm};

pub(super) const METHODS: &[(&str, NativeFn)] = &[
    ("uniform", uniform),
    ("triangular", triangular),
    ("normalvariate", normalvariate),
    ("gauss", gauss),
    ("lognormvariate", lognormvariate),
    ("expovariate", expovariate),
    ("vonmisesvariate", vonmisesvariate),
    ("gammavariate", gammavariate),
    ("betavariate", betavariate),
    ("paretovariate", paretovariate),
    ("weibullvariate", weibullvariate),
];

/// Two parameters as floats, with their defaults.
fn two(
    vm: &mut Vm,
    args: Args,
    function: &str,
    names: [&str; 2],
    defaults: Option<(f64, f64)>,
) -> Result<(f64, f64)> {
    let required = if defaults.is_some() { 0 } else { 2 };
    let [a, b] = bind(vm, args, &format!("Random.{function}"), 1, names, required)?;
    let (first, second) = defaults.unwrap_or_default();
    Ok((
        a.map_or(Ok(first), |a| vm.to_f64(&a))?,
        b.map_or(Ok(second), |b| vm.to_f64(&b))?,
    ))
}

fn uniform(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "uniform")?;
    let (a, b) = two(vm, args, "uniform", ["a", "b"], None)?;
    Ok(Value::Float(a + (b - a) * this.random()))
}

fn triangular(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "triangular")?;
    let [low, high, mode] = bind(vm, args, "Random.triangular", 1, ["low", "high", "mode"], 0)?;
    let original = low.clone();
    let mut low = low.map_or(Ok(0.0), |low| vm.to_f64(&low))?;
    let mut high = high.map_or(Ok(1.0), |high| vm.to_f64(&high))?;
    let mut u = this.random();
    let mut c = match mode.filter(|mode| !mode.is_none()) {
        None => 0.5,
        Some(_) if high == low => return Ok(original.unwrap_or(Value::Float(low))),
        Some(mode) => (vm.to_f64(&mode)? - low) / (high - low),
    };
    if u > c {
        u = 1.0 - u;
        c = 1.0 - c;
        std::mem::swap(&mut low, &mut high);
    }
    Ok(Value::Float(low + (high - low) * (u * c).sqrt()))
}

/// Kinderman and Monahan (1977): the ratio of uniform deviates.
fn normal(this: &Random, mu: f64, sigma: f64) -> f64 {
    let magic = 4.0 * exp(-0.5) / 2.0_f64.sqrt();
    loop {
        let u1 = this.random();
        let u2 = 1.0 - this.random();
        let z = magic * (u1 - 0.5) / u2;
        if z * z / 4.0 <= -ln(u2) {
            return mu + z * sigma;
        }
    }
}

fn normalvariate(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "normalvariate")?;
    let (mu, sigma) = two(vm, args, "normalvariate", ["mu", "sigma"], Some((0.0, 1.0)))?;
    Ok(Value::Float(normal(&this, mu, sigma)))
}

/// Box and Muller: numbers come in pairs, the second is kept for the next call.
fn gauss(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "gauss")?;
    let (mu, sigma) = two(vm, args, "gauss", ["mu", "sigma"], Some((0.0, 1.0)))?;
    let z = this.spare_gauss.take().unwrap_or_else(|| {
        let angle = this.random() * TAU;
        let radius = (-2.0 * ln(1.0 - this.random())).sqrt();
        this.spare_gauss.set(Some(sin(angle) * radius));
        cos(angle) * radius
    });
    Ok(Value::Float(mu + z * sigma))
}

fn lognormvariate(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "lognormvariate")?;
    let (mu, sigma) = two(vm, args, "lognormvariate", ["mu", "sigma"], None)?;
    Ok(Value::Float(exp(normal(&this, mu, sigma))))
}

fn expovariate(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "expovariate")?;
    let [rate] =
        bind(vm, args, "Random.expovariate", 1, ["lambd"], 1)?.map(Option::unwrap_or_default);
    let rate = vm.to_f64(&rate)?;
    if rate == 0.0 {
        return Err(vm.zero_division("float division by zero"));
    }
    Ok(Value::Float(-ln(1.0 - this.random()) / rate))
}

/// Best and Fisher, as in Fisher, "Statistical Analysis of Circular Data" (1993).
fn vonmisesvariate(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "vonmisesvariate")?;
    let (mu, kappa) = two(vm, args, "vonmisesvariate", ["mu", "kappa"], None)?;
    if kappa <= 1e-6 {
        return Ok(Value::Float(TAU * this.random()));
    }
    let s = 0.5 / kappa;
    let r = s + (1.0 + s * s).sqrt();
    let z = loop {
        let z = cos(PI * this.random());
        let d = z / (r + z);
        let u2 = this.random();
        if u2 < 1.0 - d * d || u2 <= (1.0 - d) * exp(d) {
            break z;
        }
    };
    let q = 1.0 / r;
    let f = (q + z) / (1.0 + q * z);
    let angle = if this.random() > 0.5 {
        mu + acos(f)
    } else {
        mu - acos(f)
    };
    // Python's modulo: never negative for a positive divisor.
    let rest = angle % TAU;
    Ok(Value::Float(if rest < 0.0 { rest + TAU } else { rest }))
}

fn gamma(this: &Random, alpha: f64, beta: f64) -> f64 {
    if alpha > 1.0 {
        // Cheng, "The generation of Gamma variables with non-integral shape parameters" (1977).
        let magic = 1.0 + ln(4.5);
        let a = (2.0 * alpha - 1.0).sqrt();
        let b = alpha - ln(4.0);
        let c = alpha + a;
        loop {
            let u1 = this.random();
            if !(1e-7 < u1 && u1 < 0.999_999_9) {
                continue;
            }
            let u2 = 1.0 - this.random();
            let v = ln(u1 / (1.0 - u1)) / a;
            let x = alpha * exp(v);
            let z = u1 * u1 * u2;
            let r = b + c * v - x;
            if r + magic - 4.5 * z >= 0.0 || r >= ln(z) {
                return x * beta;
            }
        }
    }
    if alpha == 1.0 {
        return -ln(1.0 - this.random()) * beta;
    }
    // Algorithm GS of Kennedy and Gentle, "Statistical Computing".
    loop {
        let b = (E + alpha) / E;
        let p = b * this.random();
        let x = if p <= 1.0 {
            power(p, 1.0 / alpha)
        } else {
            -ln((b - p) / alpha)
        };
        let u = this.random();
        let accepted = if p > 1.0 {
            u <= power(x, alpha - 1.0)
        } else {
            u <= exp(-x)
        };
        if accepted {
            return x * beta;
        }
    }
}

fn positive(vm: &mut Vm, alpha: f64, beta: f64) -> Result<()> {
    if alpha <= 0.0 || beta <= 0.0 {
        return Err(vm.value_error("gammavariate: alpha and beta must be > 0.0"));
    }
    Ok(())
}

fn gammavariate(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "gammavariate")?;
    let (alpha, beta) = two(vm, args, "gammavariate", ["alpha", "beta"], None)?;
    positive(vm, alpha, beta)?;
    Ok(Value::Float(gamma(&this, alpha, beta)))
}

fn betavariate(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "betavariate")?;
    let (alpha, beta) = two(vm, args, "betavariate", ["alpha", "beta"], None)?;
    positive(vm, alpha, 1.0)?;
    let y = gamma(&this, alpha, 1.0);
    if y == 0.0 {
        return Ok(Value::Float(0.0));
    }
    positive(vm, beta, 1.0)?;
    Ok(Value::Float(y / (y + gamma(&this, beta, 1.0))))
}

fn paretovariate(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "paretovariate")?;
    let [alpha] =
        bind(vm, args, "Random.paretovariate", 1, ["alpha"], 1)?.map(Option::unwrap_or_default);
    let alpha = vm.to_f64(&alpha)?;
    Ok(Value::Float(power(1.0 - this.random(), -1.0 / alpha)))
}

fn weibullvariate(vm: &mut Vm, args: Args) -> Result<Value> {
    let this = receiver::<Random>(vm, &args, "weibullvariate")?;
    let (alpha, beta) = two(vm, args, "weibullvariate", ["alpha", "beta"], None)?;
    Ok(Value::Float(
        alpha * power(-ln(1.0 - this.random()), 1.0 / beta),
    ))
}
