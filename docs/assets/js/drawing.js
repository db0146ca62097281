/* Figures drawn by plotly.js: loaded once when the first comes near, coloured by theme, sized by their box. */
(function () {
  "use strict";

  // where this script lies is where everything generated lies, on every page and in a folder alike
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  const scripts = {};
  const definitions = {};
  const PHONE = 600;
  const CONFIG = { staticPlot: true, displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false, showSendToCloud: false, showTips: false };

  explainer.site = here.replace(/assets\/\w+\/$/, "");

  /** A script element; tells whether it came. */
  const fetched = (address) => new Promise((done, failed) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = done;
    element.onerror = () => { element.remove(); failed(new Error(address)); };
    document.head.append(element);
  });

  /** Where a generated script lies: in a published site under a name with a hash, which `explainer.files` tells. */
  const named = (path) => here + (explainer.files[path] || path);

  /** The same once more where the site was published anew while this window was open, so that `tried` is no longer the name. */
  function again(path, tried, failure) {
    return fetched(`${explainer.site}assets/generated/files.js?${Date.now()}`).then(
      () => { if (named(path) === tried) throw failure; return fetched(named(path)); },
      () => { throw failure; },
    );
  }

  /** A classic script, loaded once; works from a folder, where modules and fetch do not. */
  explainer.script = function (path) {
    const name = named(path);
    scripts[path] = scripts[path] || fetched(name).catch((failure) => again(path, name, failure));
    scripts[path].catch(() => { delete scripts[path]; });
    return scripts[path];
  };

  /** Called by each figure's own script. */
  explainer.define = (definition) => { definitions[definition.name] = definition; };

  /** A figure's definition, its script loaded if need be. */
  explainer.definition = (name) => explainer.script(`figures/${name}.js`).then(() => definitions[name]);

  /** ["data", 0, "y"] from "data[0].y". */
  const steps = (place) => place.match(/[A-Za-z_][\w-]*|\d+/g);

  explainer.entry = (whole, place) => steps(place).reduce((here_, step) => here_[step], whole);

  explainer.setEntry = function (whole, place, value) {
    const path = steps(place);
    const last = path.pop();
    path.reduce((here_, step) => here_[step], whole)[last] = value;
  };

  /** Colour tokens (@ink) as the theme's colours, in any part of a figure. */
  explainer.coloured = function (part, style) {
    if (typeof part === "string") return part.indexOf("@") < 0 ? part : part.replace(/@([a-z][a-z-]*)/g, (whole, token) => style.getPropertyValue(`--${token}`).trim() || whole);
    if (Array.isArray(part)) return typeof part[0] === "number" ? part : part.map((item) => explainer.coloured(item, style));
    if (part && typeof part === "object") return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, explainer.coloured(item, style)]));
    return part;
  };

  /** Whether two values in a figure are the same: numbers, texts, lists of them. */
  function same(one, other) {
    if (one === other) return true;
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, index) => same(item, other[index]));
  }

  /** plotly.js leaves out a trace without points, and all that was said of it; one with a point nowhere it keeps, and asks what it is to say. */
  const NOWHERE = { x: null, y: null, customdata: Array(9).fill("") };

  function present(target, value) {
    const [, entry] = target.match(/^data\[\d+\]\.(x|y|customdata)$/) || [];
    return entry && Array.isArray(value) && !value.length ? [NOWHERE[entry]] : value;
  }

  /** A figure in its box: draw() draws it anew, with the theme and the size of now; change() only what a result changed. */
  explainer.Drawing = class {
    constructor(figure, definition) {
      this.box = figure.querySelector(".live");
      this.figure = figure;
      this.definition = definition;
      this.result = null;
      this.ready = false;
      this.kept = []; // of each trace, for `moved`
      this.theme = "";
      this.hatched = definition.figure.data.some((trace) => trace.marker && trace.marker.pattern);
    }

    size() {
      const [wide, phone] = this.definition.heights;
      return { width: Math.max(240, Math.floor(this.box.clientWidth)), height: window.innerWidth < PHONE ? phone : wide };
    }

    /** Colours the figure for the theme; what the result fills in is coloured as it comes. */
    prepare() {
      const theme = document.body.getAttribute("data-md-color-scheme") || "default";
      if (this.theme === theme && this.drawn) return;
      this.theme = theme;
      this.style = getComputedStyle(document.body);
      this.drawn = explainer.coloured(this.definition.figure, this.style);
    }

    /** Puts the result into the figure. Returns the places that it changed. */
    bind() {
      const changed = [];
      if (!this.result) return changed;
      for (const [target, source] of this.definition.bindings || []) {
        const value = present(target, explainer.coloured(explainer.entry(this.result, source), this.style));
        if (same(explainer.entry(this.drawn, target), value)) continue;
        explainer.setEntry(this.drawn, target, value);
        changed.push(target);
      }
      return changed;
    }

    /** Places of empty labels: what comes to stand there, plotly.js would leave out. */
    sweep() {
      this.box.querySelectorAll("g.textpoint:empty").forEach((place) => place.remove());
    }

    draw() {
      if (!this.ready || !this.figure.isConnected) return;
      this.prepare();
      this.sweep();
      this.bind();
      Object.assign(this.drawn.layout, this.size(), { autosize: false });
      // react leaves the old hatching on a bar that is no longer hatched: such figures are drawn anew
      const draw = this.hatched ? window.Plotly.newPlot : window.Plotly.react;
      draw(this.box, this.drawn.data, this.drawn.layout, CONFIG);
      this.kept = this.box._fullData.map(explainer.keeping);
      this.figure.setAttribute("data-live", "");
    }

    /** Shows the result in the picture that stands; what did not change is not drawn again. */
    change() {
      if (!this.ready || !this.figure.isConnected) return;
      const drawn = this.drawn;
      this.prepare();
      if (!drawn || drawn !== this.drawn || this.box.data !== drawn.data) { this.draw(); return; }
      const changed = this.bind();
      if (changed.length && !this.redraw(changed)) this.draw();
    }

    /** Draws alone what changed, by plotly.js's own drawing of a trace, of labels and of axes.
     *
     * Plotly.react works through every trace, axis and label whatever changed: two to four times the work. What stands here uses
     * inner names of plotly.js; a test holds each picture against one drawn anew. Returns false, and does nothing, where a change
     * reaches further: traces that depend on each other, axes that follow their data, other parts of the layout.
     */
    redraw(changed) {
      const { box, drawn } = this;
      const { _fullData: traces, _fullLayout: layout, calcdata } = box;
      const touched = new Set();
      const changes = { ranges: {}, ticks: {}, parts: {} };
      for (const place of changed) {
        const [, index] = place.match(/^data\[(\d+)\]/) || [];
        const kind = /^layout\.[xy]axis\d*\.range$/.test(place) ? "ranges" : /^layout\.[xy]axis\d*\.(ticktext|tickvals|dtick|tick0)$/.test(place) ? "ticks" : /^layout\.(annotations|shapes)\[/.test(place) ? "parts" : "";
        if (index !== undefined) touched.add(Number(index));
        // what a pattern looks like is worked out where there is one
        if (/\.pattern\./.test(place) && !traces[index].marker.pattern.size) return false;
        if (kind) changes[kind][place.replace(/^layout\./, "")] = explainer.entry(drawn, place);
        else if (index === undefined) return false;
      }
      const stretched = Object.keys(changes.ranges).map((place) => layout[place.split(".")[0]]);
      if (stretched.length) traces.forEach((trace) => touched.add(trace.index));
      const bars = traces.filter((trace) => trace.type === "bar");
      if (bars.some((trace) => touched.has(trace.index))) bars.forEach((trace) => touched.add(trace.index));
      const again = Array.from(touched, (index) => traces[index]);
      const plain = (trace) => trace && trace.visible === true && ["scatter", "bar"].includes(trace.type) && Array.isArray(trace.x) && Array.isArray(trace.y);
      const alone = (trace) => !trace.stackgroup && !trace.zorder && !/^tonext/.test(trace.fill || "");
      const fixed = (axis) => !axis.autorange && !axis.type.includes("category");
      if (!again.every(plain) || !traces.every(alone)) return false;
      if (!Object.values(layout._plots).every(({ xaxis, yaxis }) => fixed(xaxis) && fixed(yaxis))) return false;
      if (stretched.length && [...layout.annotations, ...layout.shapes].length) return false; // they may stand on the axis

      for (const place of changed) {
        const [top, index] = steps(place);
        if (top === "data") explainer.setEntry(traces[index], place.replace(/^data\[\d+\]\./, ""), explainer.entry(drawn, place));
      }
      for (const [place, value] of Object.entries({ ...changes.ranges, ...changes.ticks })) explainer.setEntry(layout, place, Array.isArray(value) ? value.slice() : value);
      for (const axis of stretched) {
        axis.setScale();
        changes.ticks[`${axis._name}.showgrid`] = axis.showgrid; // a change that is none: ticks are drawn
      }
      for (const trace of again) {
        trace._length = Math.min(trace.x.length, trace.y.length);
        const points = trace._module.calc(box, trace);
        points[0].t = points[0].t || {};
        points[0].trace = trace;
        calcdata[trace.index] = points;
      }
      const plotOf = (trace) => layout._plots[trace.xaxis + trace.yaxis];
      const barPlots = new Set(bars.filter((trace) => touched.has(trace.index)).map(plotOf));
      barPlots.forEach((plot) => bars[0]._module.crossTraceCalc(box, plot));

      this.sweep();
      /** Labels and shapes: plotly.js draws the one that changed, and then all the rest again, unless it is told not to. */
      const relabel = (what) => {
        const shapes = Object.keys(what).filter((place) => place.startsWith("shapes"));
        if (!Object.keys(what).length) return;
        // one that is drawn comes to lie on top: those that lie above it are drawn after it
        if (shapes.length) drawn.layout.shapes.forEach((shape, index) => { what[`shapes[${index}].visible`] = shape.visible !== false; });
        const stay = () => false;
        const before = { calcdata, layout: box.layout };
        box.on("plotly_beforeplot", stay);
        window.Plotly.relayout(box, what).catch(() => {});
        box.removeListener("plotly_beforeplot", stay);
        Object.assign(box, before);
      };
      const layer = (plot, name) => plot.plot.selectAll(`g.${name}layer`);
      for (const trace of again) {
        const plot = plotOf(trace);
        if (trace.type !== "scatter" || explainer.moved(box, trace, calcdata[trace.index], plot, changed, this.kept[trace.index])) continue;
        // as a transition of no length, and one by one: the other traces of the layer stay, and stay in their order
        trace._module.plot(box, plot, [calcdata[trace.index]], layer(plot, "scatter"), { duration: 0 });
      }
      barPlots.forEach((plot) => bars[0]._module.plot(box, plot, bars.filter((trace) => plotOf(trace) === plot).map((trace) => calcdata[trace.index]), layer(plot, "bar")));
      if (barPlots.size) bars[0]._module.style(box);
      if (Object.keys(changes.ticks).length) {
        layout._skipDefaults = true; // what it would work out is in its place already
        window.Plotly.relayout(box, changes.ticks);
        delete layout._skipDefaults;
      }
      relabel(changes.parts);
      return true;
    }

    /** Draws once plotly.js is there; `late` is told when that takes long, `failed` when it cannot be had. */
    start(late, failed) {
      const timer = setTimeout(late, 4000);
      return explainer.script("lib/plotly.js").then(
        () => { clearTimeout(timer); this.ready = true; this.draw(); },
        () => { clearTimeout(timer); failed(); },
      );
    }
  };

  /** Runs `then` when the element comes near the window. */
  explainer.whenNear = function (element, then) {
    if (!("IntersectionObserver" in window)) { then(); return; }
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      then();
    }, { rootMargin: "200px 0px" });
    watcher.observe(element);
  };
})();
