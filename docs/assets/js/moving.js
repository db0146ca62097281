/* Moves the marks and the words of a trace that look as they did: plotly.js would style each anew, most of the work of a change. */
(function () {
  "use strict";

  const one = (values) => values.every((value) => !Array.isArray(value));

  /** A number as d3-format writes it with ".1f" or ",.1f" (decimals, groups of three); null for any other format. */
  function written(value, format) {
    const [, groups, decimals] = (Number.isFinite(value) && value >= 0 && format.match(/^(,?)\.(\d)f$/)) || [];
    if (decimals === undefined) return null;
    const [whole, part] = value.toFixed(decimals).split(".");
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

  const tags = (words) => (words.match(/<[^>]*>/g) || []).join("");
  const between = (words) => words.split(/<[^>]*>/).filter(Boolean);

  /** A copy of a label with other words between the same tags; null where it is not made so. */
  function reworded(label, old, words) {
    if (!words || /&/.test(old + words) || tags(old) !== tags(words)) return null;
    const copy = label.cloneNode(true);
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data) texts.push(walker.currentNode);
    const [was, is] = [between(old), between(words)];
    if (is.length !== was.length || texts.length !== was.length || texts.some((text, index) => text.data !== was[index])) return null;
    texts.forEach((text, index) => { text.data = is[index]; });
    copy.firstChild.dataset.unformatted = words;
    return copy;
  }

  /** What stands for a trace's points: all alike, so that their places (and words) alone tell them apart. */
  const KINDS = {
    markers: {
      follows: ["x", "y"],
      alike: ({ marker }) => one([marker.symbol, marker.size, marker.color, marker.opacity, marker.line.color, marker.line.width]) && !marker.maxdisplayed,
      nodes: ".points > .point",
      standing: (node) => node,
      put: (node, point, x, y) => { node.setAttribute("transform", `translate(${x},${y})`); },
    },
    text: {
      follows: ["x", "y", "text", "customdata"],
      alike: ({ textfont, textposition, texttemplate }) => one([textfont.size, textfont.color, textposition, texttemplate]),
      nodes: ".text > .textpoint",
      /** The node with these words: as it stands, as plotly.js drew it before, or with words put in the place of others. */
      standing(node, trace, point, before) {
        const words = worded(trace, point);
        if (!node.firstChild || words === null) return null;
        const old = node.firstChild.dataset.unformatted;
        if (old === words) return node;
        if (!before.has(old)) before.set(old, node.cloneNode(true));
        if (before.has(words)) return before.get(words).cloneNode(true);
        return reworded(node, old, words);
      },
      put(node, point, x, y) {
        node.firstChild.__data__ = point;
        for (const line of [node.firstChild, ...node.querySelectorAll("tspan.line")]) { line.setAttribute("x", x); line.setAttribute("y", y); }
      },
    },
  };

  /** Moves what stands for `points` (as plotly.js calculates them) in the subplot `plot`, adding copies and taking away what is too much.
   *
   * `changed` names the places of the figure that changed; `before` keeps, by their words, labels that plotly.js drew. Returns false,
   * and does nothing, where more is needed than moving.
   */
  explainer.moved = function (box, trace, points, plot, changed, before) {
    const kinds = trace.mode.split("+").map((mode) => KINDS[mode]);
    if (!kinds.every(Boolean)) return false;
    const own = `data[${trace.index}].`;
    const follows = (place) => !place.startsWith(own) || kinds.some((kind) => kind.follows.includes(place.slice(own.length)));
    if (!changed.every(follows) || !kinds.every((kind) => kind.alike(trace))) return false;
    if (trace.ids || trace.selectedpoints || trace._needsCull) return false;
    const { xaxis, yaxis, layerClipId } = plot;
    const places = points.map((point) => [point, xaxis.c2p(point.x), yaxis.c2p(point.y)]).filter(([, x, y]) => Number.isFinite(x) && Number.isFinite(y));
    const group = box.querySelector(`.trace${trace.uid}`);
    const rows = kinds.map((kind) => {
      const nodes = group ? Array.from(group.querySelectorAll(kind.nodes)) : [];
      const stand = nodes.length ? places.map(([point], index) => kind.standing(nodes[index] || nodes[0].cloneNode(true), trace, point, before)) : [null];
      return { kind, nodes, stand };
    });
    if (rows.some(({ stand }) => stand.includes(null))) return false;
    for (const { kind, nodes, stand } of rows) {
      const parent = nodes[0].parentNode;
      nodes.splice(places.length).forEach((node) => node.remove());
      stand.forEach((node, index) => {
        if (index >= nodes.length) parent.append(node);
        else if (node !== nodes[index]) nodes[index].replaceWith(node);
        const [point, x, y] = places[index];
        // plotly.js (d3) keeps the point at its node, and hides what lies outside where a trace of the subplot is not clipped
        node.__data__ = point;
        if (layerClipId && !(xaxis.isPtWithinRange(point) && yaxis.isPtWithinRange(point))) node.setAttribute("display", "none");
        else node.removeAttribute("display");
        kind.put(node, point, x, y);
      });
    }
    return true;
  };
})();
