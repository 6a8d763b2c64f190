use brooklet_protocol::{
    ArgumentKind, CallArgument, InputBatch, InputBatches, ProgramOutline, StreamCall,
};
use ruff_text_size::Ranged;

use crate::analysis::{Analysis, Argument, Call, Feed};
use crate::batches::{Batch, Batches};
use crate::interval;
use crate::program::Program;

/// The streams that a program's text defines; `None` for a text that does not parse.
///
/// # Examples
/// ```
/// let outline = brooklet_compose::outline("\
/// from pyspark.streaming import StreamingContext
/// ssc = StreamingContext(sc, 1)
/// numbers = ssc.queueStream([[1, 2], [3]])
/// numbers.map(lambda x: x * 2).pprint()
/// ").unwrap();
/// let methods: Vec<&str> = outline.calls.iter().map(|call| call.method.as_str()).collect();
/// assert_eq!(methods, ["queueStream", "map", "pprint"]);
/// assert_eq!(outline.calls[1].arguments[0].text.as_deref(), Some("lambda x: x * 2"));
/// assert_eq!(outline.inputs[0].batches[0].records, ["1", "2"]);
/// ```
pub fn outline(text: &str) -> Option<ProgramOutline> {
    let program = Program::parse(text).ok()?;
    let analysis = Analysis::of(&program);
    Some(ProgramOutline {
        calls: analysis
            .calls
            .iter()
            .enumerate()
            .map(|(id, call)| stream_call(&program, id, call))
            .collect(),
        inputs: analysis
            .feeds
            .iter()
            .map(|feed| input(&program, &analysis, feed))
            .collect(),
        batch_interval: batch_interval(&program, &analysis),
    })
}

fn stream_call(program: &Program, id: usize, call: &Call) -> StreamCall {
    StreamCall {
        id: id as u32,
        method: call.method.name().to_string(),
        role: call.method.role(),
        variable: call.variable.map(str::to_string),
        parents: call.parents.iter().map(|parent| *parent as u32).collect(),
        place: program.place(call.range),
        arguments: call
            .arguments
            .iter()
            .map(|argument| call_argument(program, argument))
            .collect(),
        fixed: call.fixed.map(|fixed| fixed.sentence().to_string()),
    }
}

fn call_argument(program: &Program, argument: &Argument) -> CallArgument {
    let value = argument.written.map(|written| written.value);
    CallArgument {
        name: argument.name.clone(),
        kind: argument.kind,
        is_required: argument.is_required,
        default: argument.default.map(str::to_string),
        text: value.map(|range| program.slice(range).to_string()),
        place: value.map(|range| program.place(range)),
    }
}

fn batch_interval(program: &Program, analysis: &Analysis) -> Option<CallArgument> {
    let context = analysis.contexts.first()?;
    let value = interval::written(program, context);
    Some(CallArgument {
        name: "batchDuration".to_string(),
        kind: ArgumentKind::Duration,
        is_required: true,
        default: None,
        text: value.map(|range| program.slice(range).to_string()),
        place: value.map(|range| program.place(range)),
    })
}

fn input(program: &Program, analysis: &Analysis, feed: &Feed) -> InputBatches {
    let batches = Batches::of(program, analysis, feed);
    InputBatches {
        call: feed.call as u32,
        variable: feed
            .literal
            .and_then(|list| analysis.lists.get(&list.start()))
            .map(|name| name.to_string()),
        place: program.place(batches.range),
        batches: batches
            .batches
            .iter()
            .map(|batch| input_batch(program, batch))
            .collect(),
        fixed: batches.fixed.map(|fixed| fixed.sentence().to_string()),
    }
}

fn input_batch(program: &Program, batch: &Batch) -> InputBatch {
    InputBatch {
        place: program.place(batch.whole),
        records: batch
            .records
            .iter()
            .map(|record| program.slice(*record).to_string())
            .collect(),
        fixed: batch.fixed.map(|fixed| fixed.sentence().to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::BEGINNING;

    fn of(text: &str) -> ProgramOutline {
        outline(&format!("{BEGINNING}{text}")).unwrap()
    }

    /// The calls: number, method, parents, and why they are fixed.
    fn calls(text: &str) -> Vec<String> {
        let calls = of(text).calls.into_iter();
        calls
            .map(|call| {
                let fixed = call.fixed.map(|fixed| format!(" {fixed}"));
                let fixed = fixed.unwrap_or_default();
                format!("{} {} {:?}{fixed}", call.id, call.method, call.parents)
            })
            .collect()
    }

    /// The batches of the first input, or why they are fixed.
    fn batches(text: &str) -> Result<Vec<Vec<String>>, String> {
        let input = of(text).inputs.swap_remove(0);
        match input.fixed {
            Some(fixed) => Err(fixed),
            None => Ok(input
                .batches
                .into_iter()
                .map(|batch| batch.records)
                .collect()),
        }
    }

    #[test]
    fn follows_chains_and_names() {
        let text = "\
lines = ssc.textFileStream('inbox')
words = (lines
         .flatMap(str.split))
words = words.filter(bool)
pairs: object = words.map(lambda w: (w, 1))
pairs.join(lines.map(lambda l: (l, 0)), 2)\\
    .pprint()
";
        assert_eq!(
            calls(text),
            [
                "0 textFileStream []",
                "1 flatMap [0]",
                "2 filter [1]",
                "3 map [2]",
                "4 join [3, 5]",
                "5 map [0]",
                "6 pprint [4]",
            ]
        );
        let found = of(text);
        assert_eq!(found.calls[3].variable.as_deref(), Some("pairs"));
        let place = &found.calls[1].place;
        assert_eq!(
            (place.line, place.column, place.end_line, place.end_column),
            (7, 9, 7, 28)
        );
    }

    #[test]
    fn follows_contexts_and_models() {
        let text = "\
a, b = ssc.queueStream([[1]]), ssc.queueStream([[2]])
ssc.union(a, b).pprint()
ssc.transform([b, a], len).foreachRDD(print)
model.trainOn(a)
model.predictOnValues(b.map(f)).pprint()
";
        assert_eq!(
            calls(text),
            [
                "0 queueStream []",
                "1 queueStream []",
                "2 union [0, 1]",
                "3 pprint [2]",
                "4 transform [1, 0]",
                "5 foreachRDD [4]",
                "6 trainOn [0]",
                "7 predictOnValues [8]",
                "8 map [1]",
                "9 pprint [7]",
            ]
        );
    }

    #[test]
    fn says_why_a_call_is_fixed() {
        let text = "\
s = ssc.queueStream([[1]])
t = s.map(str)
for each in (s, t):
    each.pprint()
def show(what):
    what.pprint()
show(t)
show(t)
if x:
    u = s.count()
else:
    u = t
u.pprint()
t.pprint(*n)
t.map(f, what=1)
[s.filter(f) for f in fs]
";
        let of_loop = "It is in a loop, which may make any number of streams.";
        let of_function = "It is in a function, which may be called any number of times.";
        assert_eq!(
            calls(text),
            [
                "0 queueStream []".to_string(),
                "1 map [0]".to_string(),
                format!("2 pprint [0, 1] {of_loop}"),
                format!("3 pprint [1] {of_function}"),
                "4 count [0] It is in a branch, which may be left out.".to_string(),
                "5 pprint [1, 4] Which stream it reads depends on how the program runs."
                    .to_string(),
                "6 pprint [1] It takes arguments out of a sequence or a dict, with stars."
                    .to_string(),
                "7 map [1] It is given arguments that the method does not take.".to_string(),
                format!("8 filter [0] {of_loop}"),
            ]
        );
    }

    #[test]
    fn reads_a_function_that_is_called_once_as_its_call() {
        let text = "\
def main(context):
    stream = context.queueStream([[1]])
    stream.pprint()
    context.start()
if __name__ == '__main__':
    main(ssc)
";
        assert_eq!(calls(text), ["0 queueStream []", "1 pprint [0]"]);
        assert_eq!(batches(text), Ok(vec![vec!["1".to_string()]]));
        let twice = format!("{text}    main(ssc)\n");
        assert!(of(&twice).calls.iter().all(|call| call.fixed.is_some()));
    }

    #[test]
    fn names_arguments_as_the_signature_does() {
        let found = of("s = ssc.queueStream([[1]])\ns.window(5, slideDuration=(2))\n");
        let window = &found.calls[1].arguments;
        let shown = |index: usize| {
            let argument = &window[index];
            (
                argument.name.as_str(),
                argument.text.as_deref(),
                argument.is_required,
            )
        };
        assert_eq!(shown(0), ("windowDuration", Some("5"), true));
        assert_eq!(shown(1), ("slideDuration", Some("(2)"), false));
        let one_at_a_time = &found.calls[0].arguments[1];
        assert_eq!(one_at_a_time.default.as_deref(), Some("True"));
        assert_eq!((&one_at_a_time.text, &one_at_a_time.place), (&None, &None));
    }

    #[test]
    fn finds_the_literals_that_feed_an_input() {
        let expected = Ok(vec![vec!["1".to_string(), "'a'".to_string()], vec![]]);
        let literal = "[[1, 'a'], []]";
        for text in [
            format!("ssc.queueStream({literal})"),
            format!("ssc.queueStream(oneAtATime=False, rdds={literal})"),
            "ssc.queueStream([sc.parallelize([1, 'a']), ssc.sparkContext.parallelize([], 2)])"
                .into(),
            format!("data = {literal}\nssc.queueStream(data)"),
            format!("data = {literal}\nssc.queueStream([sc.parallelize(d) for d in data])"),
            format!("ssc.queueStream([sc.parallelize(d, 2) for d in {literal}])"),
            format!(
                "d = {literal}\nq = []\nfor x in d:\n  q += [sc.parallelize(x)]\nssc.queueStream(q)"
            ),
            format!(
                "d = {literal}\nq = []\nfor x in d:\n  q.append(sc.parallelize(x))\nssc.queueStream(q)"
            ),
            format!(
                "q = []\nfor x in {literal}:\n  q = q + [sc.parallelize(x)]\nssc.queueStream(q)"
            ),
        ] {
            assert_eq!(batches(&text), expected, "{text}");
        }
    }

    #[test]
    fn leaves_alone_what_the_program_computes() {
        let computed = Err("The program computes the batches.".to_string());
        for text in [
            "ssc.queueStream(load())",
            "ssc.queueStream([[1]] * 3)",
            "ssc.queueStream([[n] for n in range(3)])",
            "ssc.queueStream([sc.parallelize(d) for d in [[1], [2]] if d])",
            "data = [[1]]\ndata[0] = [2]\nssc.queueStream(data)",
            "data = [[1]]\nif x:\n  data = load()\nssc.queueStream(data)",
            "q = [sc.parallelize([0])]\nfor x in [[1]]:\n  q.append(sc.parallelize(x))\nssc.queueStream(q)",
        ] {
            assert_eq!(batches(text), computed, "{text}");
        }
        let found = of("ssc.queueStream([[1], range(3), (4,), [*d]])");
        let fixed: Vec<bool> = found.inputs[0]
            .batches
            .iter()
            .map(|batch| batch.fixed.is_some())
            .collect();
        assert_eq!(fixed, [false, true, true, true]);
    }

    #[test]
    fn has_nothing_to_say_of_what_does_not_parse() {
        assert_eq!(outline("ssc.queueStream(["), None);
        assert_eq!(outline("").unwrap().calls, []);
    }
}
