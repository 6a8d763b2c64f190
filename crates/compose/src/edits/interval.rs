//! Write the batch interval.

use super::Editor;
use super::expression::expression;
use crate::change::Change;
use crate::interval::written;
use crate::refusal::Refusal;

pub(super) fn changes(editor: &Editor, text: &str) -> Result<Vec<Change>, Refusal> {
    let context = editor.analysis.contexts.first().ok_or(Refusal::NoContext)?;
    let range = written(editor.program, context).ok_or(Refusal::NoContext)?;
    Ok(vec![Change::replace(range, expression(text)?)])
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
            edit("print(1)\n"),
            "There is no StreamingContext that the form can add to."
        );
    }
}
