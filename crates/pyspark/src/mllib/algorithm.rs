//! What all streaming algorithms are: a model that batches train, and predictions with it.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use brooklet_python::native_class::{NativeClass, object, object_of, pickle_state, receiver};
use brooklet_python::pickle::PickledNative;
use brooklet_python::value::{ClassBuilder, Method, NativeData};
use brooklet_python::{Args, Class, Result, Value, Vm};

use super::usage::Usage;
use crate::binding::arguments;
use crate::streaming::define_step;

/// What tells one algorithm from another.
pub(super) trait Kind: Sized + 'static {
    /// The module of its class.
    const MODULE: &'static str;
    /// The name of its class.
    const NAME: &'static str;

    /// Its constructor and its methods.
    fn define(class: ClassBuilder) -> ClassBuilder;

    /// Refuses what is no stream, and an algorithm that has no model yet.
    fn validate(vm: &mut Vm, algorithm: &Algorithm<Self>, dstream: &Value) -> Result<()>;
}

/// An algorithm of a kind. Its settings are plain attributes.
pub(super) struct Algorithm<K> {
    model: RefCell<Value>,
    pub(super) usage: Usage,
    kind: PhantomData<K>,
}

impl<K: Kind> Algorithm<K> {
    fn new(model: Value) -> Algorithm<K> {
        Algorithm {
            model: RefCell::new(model),
            usage: Usage::default(),
            kind: PhantomData,
        }
    }

    /// An algorithm with this model (`None`: with none yet) as the program sees it.
    pub(super) fn value(class: &Rc<Class>, model: Value) -> Value {
        object_of(class, Algorithm::<K>::new(model))
    }

    /// The model as it is now.
    pub(super) fn model(&self) -> Value {
        self.model.borrow().clone()
    }

    /// Puts another model in its place.
    pub(super) fn set_model(&self, model: Value) {
        *self.model.borrow_mut() = model;
    }
}

impl<K: Kind> NativeData for Algorithm<K> {
    /// Tasks see the model as it was when their functions were pickled.
    fn pickle(&self, vm: &mut Vm) -> Result<Arc<dyn PickledNative>> {
        pickle_state(vm, &self.model(), |vm, model| {
            Ok(object(vm, Algorithm::<K>::new(model)))
        })
    }
}

impl<K: Kind> NativeClass for Algorithm<K> {
    const MODULE: &'static str = K::MODULE;
    const NAME: &'static str = K::NAME;

    fn define(class: ClassBuilder) -> ClassBuilder {
        K::define(class).settable_properties(&[(
            "_model",
            |vm, args| Ok(this::<K>(vm, &args)?.model()),
            |vm, args| {
                this::<K>(vm, &args)?.set_model(args[1].clone());
                Ok(Value::None)
            },
        )])
    }
}

/// The algorithm that a method was called on.
pub(super) fn this<K: Kind>(vm: &mut Vm, args: &Args) -> Result<Rc<Algorithm<K>>> {
    receiver::<Algorithm<K>>(vm, args, K::NAME)
}

pub(super) fn latest_model<K: Kind>(vm: &mut Vm, args: Args) -> Result<Value> {
    let algorithm = this::<K>(vm, &args)?;
    Ok(algorithm.model())
}

/// `predictOn` and `predictOnValues`: a step that predicts with the model as it is when the step's
/// batch is generated.
pub(super) fn predict_on<K: Kind>(
    vm: &mut Vm,
    args: Args,
    operator: &'static str,
) -> Result<Value> {
    let (own, algorithm) = (args[0].clone(), this::<K>(vm, &args)?);
    let [dstream] = arguments(args);
    K::validate(vm, &algorithm, &dstream)?;
    algorithm.usage.note_prediction(vm);
    let predict = Value::native("predict", |vm, args| {
        let model = this::<K>(vm, &args)?.model();
        vm.call_method(&model, "predict", Args::of(args.get(1).cloned()))
    });
    let predict = Value::Method(Rc::new(Method {
        function: predict,
        receiver: own,
    }));
    define_step(vm, &dstream, operator, |stream| match operator {
        "predictOn" => stream.map(&predict, false),
        _ => stream.map_values(&predict),
    })
}
