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

  /** The same once more where the site was published anew while this window was open, so that names have changed. */
  function again(path, failure) {
    const before = named(path);
    return fetched(`${explainer.site}assets/generated/files.js?${Date.now()}`).then(
      () => { if (named(path) === before) throw failure; return fetched(named(path)); },
      () => { throw failure; },
    );
  }

  /** A classic script, loaded once; works from a folder, where modules and fetch do not. */
  explainer.script = function (path) {
    scripts[path] = scripts[path] || fetched(named(path)).catch((failure) => again(path, failure));
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

  /** A figure in its box: draw() draws it anew, with the theme and the size of now. */
  explainer.Drawing = class {
    constructor(figure, definition) {
      this.box = figure.querySelector(".live");
      this.figure = figure;
      this.definition = definition;
      this.result = null;
      this.ready = false;
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

    draw() {
      if (!this.ready || !this.figure.isConnected) return;
      this.prepare();
      for (const [target, source] of this.definition.bindings || []) {
        if (this.result) explainer.setEntry(this.drawn, target, explainer.coloured(explainer.entry(this.result, source), this.style));
      }
      Object.assign(this.drawn.layout, this.size(), { autosize: false });
      // react leaves the old hatching on a bar that is no longer hatched: such figures are drawn anew
      const draw = this.hatched ? window.Plotly.newPlot : window.Plotly.react;
      draw(this.box, this.drawn.data, this.drawn.layout, CONFIG);
      this.figure.setAttribute("data-live", "");
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
