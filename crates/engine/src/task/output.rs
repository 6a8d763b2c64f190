//! What the functions of a task print.

use std::cell::RefCell;

thread_local! {
    static TEXT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Takes text that the running task prints; the driver writes it to its standard error when the
/// task has ended, in the order of the tasks.
pub fn write_task_output(text: &str) {
    TEXT.with_borrow_mut(|kept| kept.push_str(text));
}

/// Takes what this thread's task has printed.
pub(crate) fn take_task_output() -> String {
    TEXT.take()
}
