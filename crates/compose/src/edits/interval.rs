//! Write the batch interval.

use ruff_text_size::Ranged;

use super::Editor;
use super::expression::expression;
use crate::analysis::inside;
use crate::change::Change;
use crate::interval::written;
use crate::refusal::Refusal;
use crate::sequence::Sequence;

pub(super) fn changes(editor: &Editor, text: &str) -> Result<Vec<Change>, Refusal> {
    let context = editor.analysis.contexts.first().ok_or(Refusal::NoContext)?;
    let text = expression(text)?;
    if let Some(range) = written(editor.program, context) {
        return Ok(vec![Change::replace(range, text)]);
    }
    let arguments = &context.call.arguments;
    match (&arguments.args[..], &arguments.keywords[..]) {
        ([spark], []) if !spark.is_starred_expr() => {
            let within = inside(arguments);
            let spark = editor.program.with_parentheses(spark.range(), within);
            let sequence = Sequence::new(editor.program, within, vec![spark]);
            Ok(sequence.insert(1, &[text.to_string()]))
        }
        _ => Err(Refusal::NoContext),
    }
}

#[cfg(test)]
mod tests {
    use brooklet_protocol::ProgramEdit;

    use crate::testing::whole_edited;

    #[test]
    fn writes_it_wherever_it_stands() {
        let edit =
            |text: &str| whole_edited(text, ProgramEdit::SetBatchInterval { text: "0.5".into() });
        let import = "from pyspark.streaming import StreamingContext\n";
        assert_eq!(
            edit(&format!(
                "{import}ssc = StreamingContext(sc, 1)  # a second\n"
            )),
            format!("{import}ssc = StreamingContext(sc, 0.5)  # a second\n")
        );
        assert_eq!(
            edit(&format!(
                "{import}ssc = StreamingContext(batchDuration = 2, sparkContext=sc)"
            )),
            format!("{import}ssc = StreamingContext(batchDuration = 0.5, sparkContext=sc)")
        );
        assert_eq!(
            edit(&format!("{import}ssc = StreamingContext(sc)")),
            format!("{import}ssc = StreamingContext(sc, 0.5)")
        );
        assert_eq!(
            edit("print(1)\n"),
            "There is no StreamingContext that the form can add to."
        );
    }
}
