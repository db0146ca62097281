/* Makes the figures of a page live. Knows the contract, and no figure by name. */
(function () {
  "use strict";

  const live = new Set();
  const STILL = 200; // milliseconds without a move, after which the numbers follow the picture

  function notice(figure, sentences) {
    const box = figure.querySelector(".notice");
    if (!box) return;
    box.textContent = sentences.join(" ");
    box.hidden = !sentences.length;
  }

  /** The state that the address asks for, and what the reader must be told of it. */
  function fromAddress(definition) {
    const params = {};
    const notes = [];
    for (const control of definition.controls) params[control.name] = control.default;
    const seen = new Set();
    for (const [name, text] of explainer.given(definition.name)) {
      const control = definition.controls.find((item) => item.name === name);
      if (!control) {
        notes.push(explainer.fill(explainer.words.unknown, { given: name.slice(0, 40) }));
      } else if (seen.has(name)) {
        notes.push(explainer.fill(explainer.words.repeated, { label: control.label || control.question }));
      } else {
        seen.add(name);
        const { value, note } = explainer.parse(control, text);
        params[name] = value;
        if (note) notes.push(note);
      }
    }
    return { params, notes: Array.from(new Set(notes)), asked: seen.size > 0 };
  }

  function table(figure, rows) {
    const body = figure.querySelector("table.numbers tbody");
    while (body.rows.length > rows.length) body.deleteRow(-1);
    rows.forEach((cells, index) => {
      const row = body.rows[index] || body.insertRow();
      cells.forEach((text, column) => {
        let cell = row.cells[column];
        if (!cell) {
          cell = document.createElement(column ? "td" : "th");
          if (!column) cell.scope = "row";
          row.append(cell);
        }
        if (cell.textContent !== text) cell.textContent = text;
      });
    });
  }

  /** Holds a box at the height of what is in it: what changes there is laid out without the page. With `keeps` also when that gets lower, at
      one width, so that the page below does not jump under the reader's hand. */
  function hold(box, inside, keeps) {
    const had = { width: 0, height: 0 };
    new ResizeObserver(() => {
      const { width, height: whole } = inside.getBoundingClientRect();
      const height = Math.min(whole + box.offsetHeight - box.clientHeight, parseFloat(getComputedStyle(box).maxHeight) || Infinity);
      if (!whole || (width === had.width && (keeps ? height <= had.height : height === had.height))) return;
      box.style.height = `${height}px`;
      Object.assign(had, { width, height });
    }).observe(inside);
  }

  class Explorable {
    constructor(figure, definition) {
      this.figure = figure;
      this.definition = definition;
      this.form = figure.querySelector("form.controls");
      this.guess = figure.querySelector("form.guess");
      this.said = figure.querySelector(".say");
      this.outcome = figure.querySelector(".outcome");
      this.model = explainer.modules[definition.model];
      this.drawing = new explainer.Drawing(figure, definition);
      this.waiting = 0;
      this.more = false;
      const { params, notes, asked } = fromAddress(definition);
      this.params = params;
      this.notes = notes;
      this.fields = definition.controls.map((control) => [control, (control.type === "guess" ? this.guess : this.form).elements[control.name]]);
      this.wire();
      this.show();
      this.update();
      this.fill();
      hold(this.outcome, this.said, true);
      hold(figure.querySelector(".numbers-box .scroll"), figure.querySelector("table.numbers"), false);
      notice(figure, notes);
      if (this.guess && !asked) this.ask();
    }

    wire() {
      this.form.querySelector("fieldset").disabled = false;
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.form.addEventListener("input", () => { this.read(); this.soon(); });
      this.form.addEventListener("click", (event) => this.press(event.target.closest("button")));
      const reset = this.form.querySelector(".reset");
      if (reset) reset.hidden = false;
      explainer.downloads(this.figure, this);
    }

    press(button) {
      if (!button) return;
      if (button.dataset.fill !== undefined) {
        this.field(button).value = button.dataset.fill;
      } else if (button.classList.contains("draw")) {
        this.field(button).value = explainer.newSeed();
      } else if (button.classList.contains("reset")) {
        const kept = this.definition.controls.filter((control) => control.type === "guess").map((control) => [control.name, this.params[control.name]]);
        this.params = Object.fromEntries([...this.definition.controls.map((control) => [control.name, control.default]), ...kept]);
        this.show();
      } else {
        return;
      }
      this.read();
      this.soon();
    }

    field(button) {
      return button.closest(".control").querySelector("input");
    }

    read() {
      for (const [control, input] of this.fields) {
        if (control.type !== "guess") this.params[control.name] = explainer.held(control, input);
      }
      if (this.notes.length) notice(this.figure, (this.notes = []));
    }

    /** The controls show the state. */
    show() {
      for (const [control, input] of this.fields) {
        if (control.type !== "guess") explainer.put(control, input, this.params[control.name]);
      }
    }

    /** Updates at once, so that the next frame shows it; of what else comes before that frame, the last is shown in the one after. */
    soon() {
      if (this.waiting) { this.more = true; return; }
      this.more = false;
      this.update();
      clearTimeout(this.settling);
      this.settling = setTimeout(() => this.fill(), STILL);
      explainer.remember(this.definition, this.params);
      this.waiting = requestAnimationFrame(() => { this.waiting = 0; if (this.more) this.soon(); });
    }

    /** Model, picture and sentence together. */
    update() {
      const { data, words } = this.definition;
      const result = this.model.run(this.params, data);
      this.result = result;
      // the picture first: plotly.js measures its labels, which costs most on a page whose text has just changed
      this.drawing.result = result;
      this.drawing.change();
      const sentence = this.model.say(this.params, result, data, words);
      if (this.said.textContent !== sentence) this.said.textContent = sentence;
      for (const [control, input] of this.fields) {
        const output = control.type === "range" && input.closest(".control").querySelector("output");
        const shown = output && explainer.counted(control, this.params[control.name]);
        if (!output || input.getAttribute("aria-valuetext") === shown) continue;
        output.textContent = shown;
        input.setAttribute("aria-valuetext", shown);
      }
    }

    /** The numbers of the result, a row each, as texts. */
    get rows() {
      return this.model.rows(this.params, this.result, this.definition.data, this.definition.words);
    }

    fill() {
      table(this.figure, this.rows);
    }

    get changed() {
      return this.definition.controls.some((control) => this.params[control.name] !== control.default);
    }

    /** Asks for a guess before the answer is shown; never forced. */
    ask() {
      const control = this.definition.controls.find((item) => item.type === "guess");
      const input = this.guess.elements[control.name];
      const output = this.guess.querySelector("output");
      this.guess.hidden = false;
      this.figure.setAttribute("data-guessing", "");
      input.addEventListener("input", () => { output.textContent = explainer.counted(control, input.value); });
      this.guess.addEventListener("submit", (event) => {
        event.preventDefault();
        this.params[control.name] = explainer.held(control, input);
        this.reveal(true);
      });
      this.guess.querySelector(".skip").addEventListener("click", () => this.reveal(false));
    }

    reveal(guessed) {
      if (!this.figure.hasAttribute("data-guessing")) return;
      this.figure.removeAttribute("data-guessing");
      this.guess.hidden = true;
      this.update();
      this.fill();
      if (guessed) {
        const why = document.createElement("p");
        why.className = "why";
        why.textContent = this.guess.dataset.why;
        this.outcome.after(why);
        explainer.remember(this.definition, this.params);
      }
      this.said.tabIndex = -1;
      this.said.focus({ preventScroll: true });
    }
  }

  class Chart {
    constructor(figure, definition) {
      this.figure = figure;
      this.definition = definition;
      this.drawing = new explainer.Drawing(figure, definition);
      this.changed = false;
      explainer.downloads(figure, this);
    }

    reveal() {}

    fill() {}
  }

  function wire(figure, Kind) {
    const begin = () => explainer.definition(figure.id).then((definition) => {
      const part = new Kind(figure, definition);
      live.add(part);
      figure.explorable = part;
      resizing.observe(figure.querySelector(".picture"));
      explainer.whenNear(figure, () => part.drawing.start(
        () => notice(figure, [explainer.words.slow]),
        () => notice(figure, [explainer.words.failed]),
      ).then(() => { if (part.drawing.ready && figure.querySelector(".notice")?.textContent === explainer.words.slow) notice(figure, []); }));
    }).catch(() => notice(figure, [explainer.words.stopped]));
    // an address that asks for a state is answered at once; else a figure starts as it comes near
    if (explainer.given(figure.id).length) begin();
    else explainer.whenNear(figure, begin);
  }

  const resizing = new ResizeObserver((entries) => {
    for (const entry of entries) {
      const part = entry.target.closest("figure").explorable;
      // one that is folded away has no size to be drawn in
      if (!part || !part.drawing.ready || !entry.contentRect.width) continue;
      const { width, height } = part.drawing.size();
      const layout = part.drawing.drawn && part.drawing.drawn.layout;
      if (!layout || (layout.width === width && layout.height === height)) continue;
      part.drawing.draw();
    }
  });

  let paper = null;
  const redraw = () => live.forEach((part) => part.drawing.draw());
  new MutationObserver(redraw).observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });

  // on paper: the picture of the state that stands, drawn for light paper, and nothing folded away
  addEventListener("beforeprint", () => {
    paper = document.body.getAttribute("data-md-color-scheme");
    document.body.setAttribute("data-md-color-scheme", "default");
    document.querySelectorAll("details:not([open])").forEach((box) => { box.dataset.folded = "1"; box.open = true; });
    for (const part of live) {
      part.reveal(false);
      part.fill();
      part.figure.toggleAttribute("data-changed", part.changed);
      part.drawing.draw();
      part.figure.querySelectorAll(".live svg").forEach((svg) => svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`));
    }
  });
  addEventListener("afterprint", () => {
    if (paper !== null) document.body.setAttribute("data-md-color-scheme", paper);
    document.querySelectorAll("details[data-folded]").forEach((box) => { delete box.dataset.folded; box.open = false; });
  });
  addEventListener("pagehide", () => explainer.writeAddress());

  explainer.figures = function () {
    document.querySelectorAll("figure[data-explorable]").forEach((figure) => wire(figure, Explorable));
    document.querySelectorAll("figure[data-chart]").forEach((figure) => wire(figure, Chart));
  };
})();
