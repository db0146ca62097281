/* Moves the lines, marks and words of a trace that look as they did: plotly.js would style each anew, most of the work of a change. */
(function () {
  "use strict";

  const one = (values) => values.every((value) => !Array.isArray(value));

  /** A number as d3-format writes it with ".1f" (decimals) or ".3~r" (digits that count), "," before it for groups of three, or "," alone for a
      whole number; null for any other format. */
  function written(value, format) {
    const [, groups, digits, kind] = (Number.isFinite(value) && value >= 0 && format.match(/^(,?)(?:\.(\d)(f|~r))?$/)) || [];
    if (groups === undefined || (!kind && !Number.isInteger(value))) return null;
    const plain = kind === "f" ? value.toFixed(digits) : String(kind ? Number(value.toPrecision(digits)) : value);
    const [whole, part] = plain.split(".");
    return (groups ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole) + (part ? `.${part}` : "");
  }

  /** What stands for "text", "customdata", "customdata[1]" or "customdata:.1f" at a point; null for anything else. */
  function filled(name, { tx, data }) {
    if (name === "text") return tx;
    const [found, index, format] = name.match(/^customdata(?:\[(\d+)\])?(?::(.*))?$/) || [];
    if (!found || (index && !Array.isArray(data))) return null;
    const value = index ? data[index] : data;
    return format ? written(value, format) : value;
  }

  /** The words of a point, filled in as plotly.js does; null where its template asks for more than the point's own data. */
  function worded({ texttemplate: template }, point) {
    if (!template) return point.tx;
    let known = true;
    const words = template.replace(/%\{([^}]*)\}/g, (whole, name) => {
      const shown = filled(name, point);
      if (typeof shown !== "string" && !Number.isFinite(shown)) known = false;
      return shown;
    });
    return known ? words : null;
  }

  const wordsOf = (label) => label.firstChild.dataset.unformatted;
  const tags = (words) => (words.match(/<[^>]*>/g) || []).join("");
  const between = (words) => words.split(/<[^>]*>/).filter(Boolean);

  /** Keeps a copy of a node for when another of its look is needed; one is enough. */
  function keep(patterns, look, node) {
    if (!patterns.has(look)) patterns.set(look, node.cloneNode(true));
  }

  /** A copy of a kept node; null where none of that look was drawn yet. */
  const copied = (patterns, look) => (patterns.has(look) ? patterns.get(look).cloneNode(true) : null);

  /** A label given other words between the same tags; null where it is not made so. */
  function reworded(label, words) {
    const old = wordsOf(label);
    if (/&/.test(old + words) || tags(old) !== tags(words)) return null;
    const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data) texts.push(walker.currentNode);
    const [was, is] = [between(old), between(words)];
    if (is.length !== was.length || texts.length !== was.length || texts.some((text, index) => text.data !== was[index])) return null;
    texts.forEach((text, index) => { text.data = is[index]; });
    label.firstChild.dataset.unformatted = words;
    return label;
  }

  /** A bend through three places, as plotly.js draws a "spline": a centripetal Catmull-Rom curve (Yuksel, Schaefer, Keyser 2011). */
  function bend([before, here, after], smoothing) {
    const root = (place) => ((place[0] - here[0]) ** 2 + (place[1] - here[1]) ** 2) ** 0.25;
    const [a, b] = [root(before), root(after)];
    const handle = (length) => here.map((middle, side) => {
      const pull = (b * b * (before[side] - middle) - a * a * (after[side] - middle)) * smoothing;
      return Math.round((middle + (length && pull / (3 * length * (a + b)))) * 100) / 100;
    });
    return `M${before}Q${handle(b)} ${here}Q${handle(-a)} ${after}`;
  }

  /** The path through the places of a line without a gap; "" for a spline that is more than a bend. */
  function path(piece, { shape, smoothing }) {
    if (shape === "linear" || piece.length < 3) return `M${piece.join("L")}`;
    return piece.length === 3 && piece[0].join() !== piece[2].join() ? bend(piece, smoothing) : "";
  }

  /** Sets an attribute that is another: the browser works out the look of a mark anew even for the same one. */
  function set(node, name, value) {
    if (node.getAttribute(name) !== value) node.setAttribute(name, value);
  }

  const finite = ([, x, y]) => Number.isFinite(x) && Number.isFinite(y);

  /** plotly.js (d3) keeps the point at its node, and hides what lies outside where a trace of the subplot is not clipped. */
  function placed(node, point, { xaxis, yaxis, layerClipId }) {
    node.__data__ = point;
    if (!layerClipId) return;
    if (!(xaxis.isPtWithinRange(point) && yaxis.isPtWithinRange(point))) set(node, "display", "none");
    else node.removeAttribute("display");
  }

  /** The nodes in the order of the items that they are to stand for: what shows already what an item is to show stands on, for the others' sake
      too; any other item gets one of the rest, or none; what is too much comes last. */
  function matched(nodes, items, shows) {
    const there = new Map(nodes.map((node) => [shows(node), node]));
    const found = items.map(([, shown]) => {
      const node = there.get(shown);
      there.delete(shown);
      return node;
    });
    const taken = new Set(found);
    const rest = nodes.filter((node) => !taken.has(node));
    return [...found.map((node) => node || rest.shift()), ...rest];
  }

  /** What a trace draws, by the words of its `mode`: all of one look, so that places and words alone tell them apart.
   *
   * `items`: what is to stand, as [point or points, what it shows, …], made of [point, x, y] for each of all points; `shows`: the same of a node
   * that stands, `look`: how it looks; `standing`: the node for an item, that of before if it will do, or null where plotly.js must draw it;
   * `put`: moves a node to its item.
   */
  const KINDS = {
    lines: {
      follows: ["x", "y"],
      alike: ({ line, fill, connectgaps }) => (line.shape === "spline" || (line.shape === "linear" && line.simplify === false)) && fill === "none" && !connectgaps,
      layer: ".lines",
      items(places, points, { line }) {
        const pieces = [[]];
        for (const place of places) {
          if (finite(place)) pieces[pieces.length - 1].push(place.slice(1));
          else pieces.push([]);
        }
        return pieces.filter((piece) => piece.length).map((piece) => [points, path(piece, line)]);
      },
      shows: (node) => node.getAttribute("d"),
      look: () => "line",
      standing: (node, [, drawn], trace, { patterns }) => (drawn ? node || copied(patterns, "line") : null),
      put(node, [points, drawn]) { node.__data__ = points; set(node, "d", drawn); },
    },
    markers: {
      follows: ["x", "y"],
      alike: ({ marker }) => one([marker.symbol, marker.size, marker.color, marker.opacity, marker.line.color, marker.line.width]) && !marker.maxdisplayed,
      layer: ".points",
      items: (places) => places.filter(finite).map(([point, x, y]) => [point, `translate(${x},${y})`]),
      shows: (node) => node.getAttribute("transform"),
      look: () => "mark",
      standing: (node, item, trace, { patterns }) => node || copied(patterns, "mark"),
      put(node, [point, shift], plot) { placed(node, point, plot); set(node, "transform", shift); },
    },
    text: {
      follows: ["x", "y", "text", "customdata", "textposition"],
      alike: ({ textfont, textposition, texttemplate }) => one([textfont.size, textfont.color, textposition, texttemplate]),
      layer: ".text",
      // plotly.js leaves out what has no words
      items: (places, points, trace) => places.filter(finite).map(([point, x, y]) => [point, worded(trace, point), x, y]).filter(([, words]) => words !== ""),
      shows: wordsOf,
      look: (node, position) => position + tags(wordsOf(node)),
      standing(node, [, words], trace, { patterns, position }) {
        if (!words) return null;
        if (node && position === trace.textposition && wordsOf(node) === words) return node;
        const copy = copied(patterns, trace.textposition + tags(words));
        return copy && reworded(copy, words);
      },
      put(node, [point, , x, y], plot) {
        placed(node, point, plot);
        node.firstChild.__data__ = point;
        for (const line of [node.firstChild, ...node.querySelectorAll("tspan.line")]) { set(line, "x", String(x)); set(line, "y", String(y)); }
      },
    },
  };

  /** What is kept of a trace between its moves: a node of each look, and where its words stand to their points. */
  explainer.keeping = (trace) => ({ patterns: new Map(), position: trace.textposition });

  /** Moves what stands for `points` (as plotly.js calculates them) in the subplot `plot`, adding copies and taking away what is too much.
   *
   * `changed` names the places of the figure that changed; `kept` comes from `keeping`. Returns false, and does nothing, where more is
   * needed than moving.
   */
  explainer.moved = function (box, trace, points, plot, changed, kept) {
    const before = { ...kept };
    kept.position = trace.textposition; // whoever draws it
    const kinds = trace.mode.split("+").map((mode) => KINDS[mode]);
    if (!kinds.every(Boolean)) return false;
    const own = `data[${trace.index}].`;
    const follows = (place) => !place.startsWith(own) || kinds.some((kind) => kind.follows.includes(place.slice(own.length)));
    if (!changed.every(follows)) { kept.patterns.clear(); return false; }
    if (!kinds.every((kind) => kind.alike(trace)) || trace.ids || trace.selectedpoints || trace._needsCull) return false;
    const group = box.querySelector(`.trace${trace.uid}`);
    const places = points.map((point) => [point, plot.xaxis.c2p(point.x), plot.yaxis.c2p(point.y)]);
    const rows = kinds.map((kind) => {
      const layer = group && group.querySelector(kind.layer);
      const items = kind.items(places, points, trace);
      const standing = layer ? Array.from(layer.children) : [];
      standing.forEach((node) => keep(kept.patterns, kind.look(node, before.position), node));
      const nodes = matched(standing, items, kind.shows);
      return { kind, layer, nodes, items, stand: items.map((item, index) => (layer ? kind.standing(nodes[index], item, trace, before) : null)) };
    });
    if (rows.some(({ stand }) => stand.includes(null))) return false;
    for (const { kind, layer, nodes, items, stand } of rows) {
      nodes.splice(items.length).forEach((node) => node.remove());
      stand.forEach((node, index) => {
        if (!nodes[index]) layer.append(node);
        else if (node !== nodes[index]) nodes[index].replaceWith(node);
        kind.put(node, items[index], plot);
      });
    }
    return true;
  };
})();
