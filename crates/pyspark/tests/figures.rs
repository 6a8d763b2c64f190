//! Figures of `matplotlib` as events of a run, and when they are drawn.

use brooklet_protocol::{EngineProgress, Figure, FigureShape, RunEvent};
use brooklet_pyspark::{Driver, DriverOptions};

fn events_of(program: &str) -> Vec<RunEvent> {
    let options = DriverOptions::default();
    let mut driver = Driver::new(program, "program.py", options).expect("it compiles");
    while !matches!(driver.poll(100_000), EngineProgress::Ended { .. }) {
        driver.tick();
    }
    driver.take_events()
}

/// The figures of a program, each with the number of the batch that drew it.
fn figures_of(program: &str) -> Vec<(Option<i64>, Figure)> {
    let events = events_of(program);
    let mut errors = events.iter().filter_map(|event| match event {
        RunEvent::Ended { failure, .. } => failure.as_ref(),
        _ => None,
    });
    assert_eq!(errors.next(), None);
    let times: Vec<i64> = events.iter().filter_map(time_of_batch).collect();
    let figures = events.into_iter().filter_map(|event| match event {
        RunEvent::Figure {
            figure,
            batch_time_ms,
        } => {
            let batch = batch_time_ms.and_then(|time| times.iter().position(|each| *each == time));
            Some((batch.map(|at| at as i64 + 1), figure))
        }
        _ => None,
    });
    figures.collect()
}

fn time_of_batch(event: &RunEvent) -> Option<i64> {
    match event {
        RunEvent::Batch { report } => Some(report.batch_time_ms),
        _ => None,
    }
}

fn texts(figure: &Figure) -> Vec<&str> {
    let texts = figure.shapes.iter().filter_map(|shape| match shape {
        FigureShape::Text { text, .. } => Some(text.as_str()),
        FigureShape::Path { .. } => None,
    });
    texts.collect()
}

const STREAM: &str = "\
from pyspark import SparkContext
from pyspark.streaming import StreamingContext
import matplotlib.pyplot as plt
sc = SparkContext('local[2]', 'plot')
ssc = StreamingContext(sc, 1)
words = ssc.queueStream([['a', 'b', 'a'], ['b']])
counts = words.countByValue()
def draw(time, rdd):
    found = sorted(rdd.collect())
    plt.clf()
    plt.bar([word for word, _ in found], [count for _, count in found])
    plt.title('%d words' % len(found))
    AFTER
counts.foreachRDD(draw)
ssc.start()
ssc.awaitTerminationOrTimeout(2.5)
ssc.stop()
";

#[test]
fn a_figure_is_drawn_at_the_batch_that_shows_it() {
    let figures = figures_of(&STREAM.replace("AFTER", "plt.pause(0.1)"));
    let batches: Vec<_> = figures.iter().map(|(batch, _)| *batch).collect();
    assert_eq!(batches, [Some(1), Some(2)]);
    let (first, second) = (&figures[0].1, &figures[1].1);
    assert_eq!(first.serial, second.serial);
    assert_eq!(first.label, "2 words: bars");
    assert_eq!(first.tables[0].columns, ["bar", "height"]);
    assert_eq!(first.tables[0].rows, [["a", "2"], ["b", "1"]]);
    assert!(texts(first).contains(&"a"));
    assert_eq!(second.tables[0].rows, [["b", "1"]]);
}

#[test]
fn what_was_not_shown_is_drawn_when_the_output_is_done() {
    let figures = figures_of(&STREAM.replace("AFTER", ""));
    let batches: Vec<_> = figures.iter().map(|(batch, _)| *batch).collect();
    assert_eq!(batches, [Some(1), Some(2)]);
}

/// As a window that is closed before the program goes on.
#[test]
fn a_shown_figure_is_gone() {
    let program = "\
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.show()
print(plt.get_fignums())
plt.plot([3, 4])
plt.show()
";
    let figures = figures_of(program);
    assert_eq!(figures.len(), 2);
    assert_ne!(figures[0].1.serial, figures[1].1.serial);
    assert_eq!(figures[1].1.tables[0].rows, [["0", "3"], ["1", "4"]]);
}

#[test]
fn a_figure_is_drawn_at_the_end_if_it_has_changed() {
    let figures =
        figures_of("import matplotlib.pyplot as plt\nplt.plot([1, 2], label='a')\nplt.legend()");
    assert_eq!(figures.len(), 1);
    assert!(texts(&figures[0].1).contains(&"a"));
    let figures = figures_of("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.draw()");
    assert_eq!(figures.len(), 1);
}

#[test]
fn a_pause_moves_the_virtual_clock() {
    let program = "\
import time
import matplotlib.pyplot as plt
before = time.time()
plt.plot([1])
plt.pause(2.5)
assert time.time() - before == 2.5, time.time() - before
";
    assert_eq!(figures_of(program).len(), 1);
}

#[test]
fn an_animation_runs_while_it_is_shown() {
    let program = "\
import time
import matplotlib.pyplot as plt
from matplotlib.animation import FuncAnimation
fig, ax = plt.subplots()
line, = ax.plot([], [])
xs = []
def step(frame):
    xs.append(frame)
    line.set_data(xs, xs)
    ax.relim()
    ax.autoscale_view()
    return line,
before = time.time()
animation = FuncAnimation(fig, step, frames=3, interval=500)
plt.show()
assert xs == [0, 1, 2] and time.time() - before == 1.0
";
    let figures = figures_of(program);
    let last = figures.last().expect("it drew");
    assert_eq!(last.1.tables[0].total, 3);
}

#[test]
fn colours_of_the_page_are_those_of_ink_and_paper() {
    let figures = figures_of("import matplotlib.pyplot as plt\nplt.plot([1, 2], 'k')\nplt.show()");
    let strokes = |figure: &Figure| -> Vec<String> {
        let strokes = figure.shapes.iter().filter_map(|shape| match shape {
            FigureShape::Path { stroke, .. } if stroke != "none" => Some(stroke.clone()),
            _ => None,
        });
        strokes.collect()
    };
    assert!(strokes(&figures[0].1).iter().all(|stroke| stroke == "ink"));
    let dark = "import matplotlib.pyplot as plt\nplt.style.use('dark_background')\nplt.plot([1])\nplt.show()";
    let figures = figures_of(dark);
    assert!(!strokes(&figures[0].1).iter().any(|stroke| stroke == "ink"));
}

#[test]
fn savefig_writes_the_same_shapes_as_svg() {
    let program = "\
import io
import matplotlib.pyplot as plt
plt.plot([1, 2], [3, 4], 'r--')
plt.title('a < b')
plt.savefig('figure.svg')
text = open('figure.svg').read()
assert text.startswith('<?xml') and text.endswith('</svg>\\n')
assert '>a &lt; b</text>' in text and 'stroke=\"#ff0000\"' in text
plt.savefig('figure.png')
assert open('figure.svg').read() == text
buffer = io.BytesIO()
plt.savefig(buffer, format='svg')
assert buffer.getvalue().decode() == text
try:
    plt.savefig(io.BytesIO())
except NotImplementedError as error:
    print(error)
plt.close()
";
    let events = events_of(program);
    let printed = |event: &RunEvent| match event {
        RunEvent::Text { text, .. } => Some(text.clone()),
        _ => None,
    };
    let text: String = events.iter().filter_map(printed).collect();
    assert!(
        text.contains("'figure.svg' is written in place of 'figure.png'"),
        "{text}"
    );
    assert!(text.contains("give format='svg'"), "{text}");
    assert!(!text.contains("Traceback"), "{text}");
}

#[test]
fn what_is_not_drawn_says_what_is() {
    let program = "\
import matplotlib.pyplot as plt
for call in (lambda: plt.contour([[1]]), lambda: plt.gca().violinplot([1])):
    try:
        call()
    except NotImplementedError as error:
        print(error)
";
    let events = events_of(program);
    let told = events.iter().any(|event| {
        matches!(event, RunEvent::Text { text, .. }
            if text.contains("matplotlib.pyplot.contour is not in Brooklet. Here are plot,")
                && text.contains("Axes.violinplot is not in Brooklet"))
    });
    assert!(told, "{events:?}");
}

#[test]
fn ipython_shows_and_clears() {
    let program = "\
from IPython.display import display, clear_output, HTML
import matplotlib.pyplot as plt
fig = plt.figure()
plt.plot([1])
display(fig, 3)
display(HTML('<b>'))
clear_output(wait=True)
plt.close()
";
    let events = events_of(program);
    let shown: Vec<String> = events
        .iter()
        .filter_map(|event| match event {
            RunEvent::Text { text, .. } => Some(text.clone()),
            RunEvent::Figure { .. } => Some("figure".to_owned()),
            RunEvent::Cleared { waits, .. } => Some(format!("cleared {waits}")),
            _ => None,
        })
        .collect();
    let expected = [
        "Figure(640x480) 3\n",
        "figure",
        "<IPython.core.display.HTML object>\n",
        "cleared true",
    ];
    assert_eq!(shown, expected);
}
