// A scripted engine worker for tests of the page alone: the events a real one would send for a few programs.
// It is put in the place of `Worker` before the page's own scripts run.
(() => {
  const START_MS = Date.UTC(2024, 0, 1);
  const LINE = "-------------------------------------------\n";
  /** @type {[string, number][][]} */
  const SCORES = [
    [
      ["Alice", 100],
      ["Bob", 60],
    ],
    [
      ["Alice", 100],
      ["Bob", 120],
    ],
    [
      ["Alice", 100],
      ["Bob", 120],
      ["Carlos", 90],
      ["Dan", 40],
    ],
    [
      ["Bob", 60],
      ["Erin", 90],
      ["Carlos", 100],
      ["Dan", 60],
    ],
    [
      ["Erin", 90],
      ["Frank", 200],
      ["Carlos", 120],
      ["Dan", 60],
    ],
    [
      ["Erin", 90],
      ["Frank", 200],
      ["Carlos", 30],
      ["Dan", 20],
    ],
    [
      ["Frank", 200],
      ["Carlos", 20],
    ],
  ];

  /** @param {string} program @param {string} needle */
  const placeOf = (program, needle) => {
    const lines = program.split("\n");
    const index = lines.findIndex((text) => text.includes(needle));
    const column = lines[index]?.indexOf(needle) ?? 0;
    return { line: index + 1, column, endLine: index + 1, endColumn: column + needle.length };
  };

  /** @param {string[][]} rows Each a name and a number of points. */
  const pageOf = (rows) => {
    const [names, points] = [0, 1].map((column) => rows.map((row) => row[column] ?? ""));
    const strings = names?.map((name) => name.slice(1, -1));
    return {
      columns: [
        { name: "_1", kind: "str", texts: names, numbers: [], strings },
        { name: "_2", kind: "int", texts: points, numbers: points?.map(Number), strings: [] },
      ],
      total: rows.length,
      more: false,
    };
  };

  class FakeWorker {
    constructor() {
      /** @type {((message: { data: unknown }) => void) | null} */
      this.onmessage = null;
      /** @type {((error: { message: string, preventDefault(): void }) => void) | null} */
      this.onerror = null;
      this.program = "";
      this.batch = 0;
      this.state = "idle";
      this.isStuck = false;
      this.pace = "fast";
      this.timer = 0;
      const life = { type: "ready", threads: 0, threadsReason: "The page is not cross-origin isolated." };
      setTimeout(() => this.send({ type: "life", life }), 20);
    }

    /** @param {object} message */
    send(message) {
      setTimeout(() => this.onmessage?.({ data: message }));
    }

    /** @param {object} event */
    tell(event) {
      this.send({ type: "event", event });
    }

    /** @param {string} state */
    turn(state) {
      this.state = state;
      this.tell({ type: "state", state, clockMs: START_MS + this.batch * 1000 });
    }

    terminate() {
      clearTimeout(this.timer);
      this.onmessage = null;
    }

    /** @param {any} message */
    postMessage(message) {
      if (this.isStuck) return;
      if (message.type === "request") this.answer(message);
      else this.obey(message.command);
    }

    /** @param {{ id: number, request: any }} message */
    answer({ id, request }) {
      const answer = this.answerTo(request);
      if (answer) this.send({ type: "answer", id, answer: { type: request.type, ...answer } });
    }

    /** @param {any} request */
    answerTo(request) {
      if (request.type === "load") return { diagnostics: this.load(request.program) };
      if (request.type === "inspect") return { inspection: this.inspect(request) };
      return null;
    }

    /** @param {any} command */
    obey(command) {
      // It never runs far ahead of the page, so it need not wait for it.
      if (command.type === "seen") return;
      clearTimeout(this.timer);
      if (command.type === "run") this.run(command.pace);
      else if (command.type === "step") this.step();
      else if (command.type === "pause") this.turn("paused");
      else if (command.type === "stop") this.turn("ended");
    }

    /** @param {string} program */
    load(program) {
      clearTimeout(this.timer);
      this.program = program;
      this.batch = 0;
      this.state = "idle";
      return program.includes("def (")
        ? [
            {
              severity: "error",
              message: "SyntaxError: expected a function name",
              hint: "Write a name after def.",
              fix: null,
              place: placeOf(program, "def ("),
            },
          ]
        : [];
    }

    start() {
      if (this.batch > 0) return;
      const outputs = [...this.program.matchAll(/\.pprint\(\)/g)].map((_, id) => ({
        id,
        stream: 1,
        operator: "pprint",
        label: `pprint, line ${placeOf(this.program, ".pprint()").line}`,
        place: placeOf(this.program, ".pprint()"),
      }));
      const place = placeOf(this.program, "ssc.queueStream(rddQueue)");
      const stream = { place, parents: [], slideMs: 1000, windowMs: null, isStateful: false, feeds: [] };
      const call = "inputStream.reduceByKeyAndWindow(add, sub, 3, 1)";
      this.tell({
        type: "graph",
        streams: [
          { ...stream, id: 0, operator: "queueStream" },
          {
            ...stream,
            id: 1,
            operator: "reduceByKeyAndWindow",
            parents: [0],
            windowMs: 3000,
            place: placeOf(this.program, call),
          },
        ],
        outputs,
      });
      this.outputs = outputs;
      if (this.program.includes("while True")) this.isStuck = true;
      if (this.program.includes("trap()"))
        this.onerror?.({ message: "Uncaught RuntimeError: unreachable", preventDefault() {} });
    }

    /** @param {string} pace */
    run(pace) {
      this.pace = pace;
      this.turn("running");
      this.start();
      if (!this.isStuck) this.next();
    }

    next() {
      if (this.state !== "running") return;
      if (this.program.includes("forever()")) {
        for (let count = 0; count < 20; count++) this.runBatch();
      } else if (this.batch === SCORES.length) {
        this.finish();
        return;
      } else {
        this.runBatch();
      }
      this.timer = window.setTimeout(() => this.next(), this.pace === "fast" ? 2 : 400);
    }

    step() {
      this.start();
      if (this.batch < SCORES.length) this.runBatch();
      if (this.batch === SCORES.length) this.finish();
      else this.turn("paused");
    }

    finish() {
      const said = /^print\("(.*)"\)$/m.exec(this.program)?.[1];
      if (said) this.tell({ type: "text", stream: "stdout", text: `${said}\n`, batchTimeMs: null, output: null });
      const failure = this.program.includes("raise ValueError")
        ? {
            title: "ValueError",
            message: "no such player",
            traceback:
              'Traceback (most recent call last):\n  File "program.py", line 30, in <module>\nValueError: no such player\n',
            place: placeOf(this.program, "raise ValueError"),
            why: "The program raises it itself.",
            mend: "Take the line out.",
          }
        : null;
      this.tell({ type: "ended", exitCode: failure ? 1 : 0, failure });
      this.turn("ended");
    }

    runBatch() {
      const prize = Number(/"Frank", (\d+)/.exec(this.program)?.[1] ?? 200);
      const scores = (SCORES[this.batch % SCORES.length] ?? []).map(
        ([name, points]) => /** @type {const} */ ([name, name === "Frank" ? prize : points]),
      );
      this.batch++;
      const batchTimeMs = START_MS + this.batch * 1000;
      const time = new Date(batchTimeMs).toISOString().slice(0, 19).replace("T", " ");
      const isWrong = this.program.includes("1 / 0") && this.batch % 3 === 2;
      const reports = (this.outputs ?? []).map(({ id }) => {
        const rows = scores.map(([name, points]) => [`'${name}'`, String(points + id)]);
        const body = rows.map(([name, points]) => `(${name}, ${points})\n`).join("");
        const text = isWrong ? "" : `${LINE}Time: ${time}\n${LINE}${body}\n`;
        if (text) this.tell({ type: "text", stream: "stdout", text, batchTimeMs, output: id });
        const failure = isWrong
          ? {
              title: "ZeroDivisionError",
              message: "division by zero",
              traceback:
                'Traceback (most recent call last):\n  File "program.py", line 20, in <lambda>\nZeroDivisionError: division by zero\n',
              place: placeOf(this.program, "1 / 0"),
              why: "Something is divided by a number that is zero for a record of this batch.",
              mend: "Leave such records out with filter() before.",
            }
          : null;
        const records = isWrong ? null : pageOf(rows);
        return { output: id, text, records, learned: null, failure, processingTimeMs: 0.4 };
      });
      this.turn(this.state === "running" ? "running" : "paused");
      this.tell({
        type: "batch",
        report: {
          batch: this.batch,
          batchTimeMs,
          outputs: reports,
          jobs: isWrong ? [] : reports.map(({ output }) => this.job(output)),
          inputRecords: [2, 1, 2, 3, 2, 0, 0][(this.batch - 1) % 7],
          processingTimeMs: 0.3 + ((this.batch * 7) % 5) / 3,
          schedulingDelayMs: this.batch === 4 ? 0.4 : 0,
          failure: null,
        },
      });
    }

    /** @param {number} output */
    job(output) {
      const id = this.batch * 2;
      /** @param {number} count @param {number} start */
      const tasks = (count, start) =>
        Array.from({ length: count }, (_, partition) => ({
          partition,
          thread: partition % 2,
          startedMs: start + Math.floor(partition / 2) * 0.3,
          processingTimeMs: 0.25,
          records: partition === 1 ? 3 : 1,
          attempts: 1,
        }));
      const stage = { parents: [], isSkipped: false, shuffleWriteRecords: 0 };
      return {
        id: this.batch - 1,
        output,
        stages: [
          { ...stage, id: id - 2, name: "reduceByKey", isSkipped: true, tasks: [] },
          { ...stage, id: id - 1, name: "reduceByKey", shuffleWriteRecords: 4, tasks: tasks(4, 0) },
          { ...stage, id, name: "runJob", parents: [id - 2, id - 1], tasks: tasks(2, 0.6) },
        ],
      };
    }

    /** @param {{ stream: number, batchTimeMs: number, selection: { type: string } }} request */
    inspect({ stream, batchTimeMs, selection }) {
      const nothing = { records: pageOf([]), partitions: [], window: null };
      if (selection.type === "page") return { ...nothing, stateChanges: null, absence: "Its records are gone." };
      const batch = (batchTimeMs - START_MS) / 1000;
      const rows = (SCORES[(batch - 1) % SCORES.length] ?? []).map(([name, points]) => [`'${name}'`, String(points)]);
      const filled = stream === 0 && batch > 5 ? [] : [0, 1, 2, 3];
      const held = filled.map((partition) => rows.filter((_, index) => index % 3 === partition));
      const records = pageOf(held.flat());
      const partitions = held.map(({ length }) => ({ total: length, shown: length }));
      const inspection = { records, partitions, window: null, stateChanges: null, absence: null };
      if (stream === 0) return inspection;
      const inside = [batchTimeMs - 2000, batchTimeMs - 1000, batchTimeMs].filter((time) => time > START_MS);
      const left = batchTimeMs - 3000;
      return {
        ...inspection,
        window: { insideMs: inside, enteredMs: [batchTimeMs], leftMs: left > START_MS ? [left] : [] },
        stateChanges: {
          total: 3,
          changes: [
            { key: "'Frank'", before: "120", after: "200" },
            { key: "'Dan'", before: "20", after: null },
            { key: "'Erin'", before: null, after: "90" },
          ],
        },
      };
    }
  }

  window.Worker = /** @type {any} */ (FakeWorker);
})();
