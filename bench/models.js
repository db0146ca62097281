/* How long one run of a model takes in V8: `node models.js` reads one JSON line an order, {script, module, params, data, hand, batch}, and
   writes one JSON line an answer, {milliseconds, result}. `hand` is a file that exports `run`, in place of a translation. */
"use strict";

const vm = require("vm");
const lines = require("readline").createInterface({ input: process.stdin });

lines.on("line", (line) => {
  const { script, module: name, params, data, hand, batch } = JSON.parse(line);
  let run;
  if (hand) {
    run = require(hand).run;
  } else {
    globalThis.window = globalThis;
    globalThis.explainer = undefined;
    vm.runInThisContext(script);
    run = globalThis.explainer.modules[name].run;
  }
  const result = run(params, data);
  const some = (milliseconds) => {
    let runs = 0;
    const start = process.hrtime.bigint();
    let spent = 0;
    do {
      run(params, data);
      runs += 1;
      spent = Number(process.hrtime.bigint() - start) / 1e6;
    } while (spent < milliseconds);
    return spent / runs;
  };
  some(batch); // V8 compiles what runs often: not counted
  const times = [1, 2, 3, 4, 5].map(() => some(batch)).sort((a, b) => a - b);
  process.stdout.write(JSON.stringify({ milliseconds: times[2], result }) + "\n");
});
