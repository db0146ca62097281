/* Moves the marks and the words of a trace that look as they did: plotly.js would style each anew, most of the work of a change. */
(function () {
  "use strict";

  const one = (values) => values.every((value) => !Array.isArray(value));
  const plain = (words) => Boolean(words) && !/[<&]/.test(words);

  /** What stands for a trace's points: all alike, so that their places (and words) alone tell them apart. */
  const KINDS = {
    markers: {
      follows: ["x", "y"],
      alike: ({ marker, customdata }) => one([marker.symbol, marker.size, marker.color, marker.opacity, marker.line.color, marker.line.width, customdata]) && !marker.maxdisplayed,
      nodes: ".points > .point",
      standing: (node) => node,
      put: (node, point, x, y) => { node.setAttribute("transform", `translate(${x},${y})`); },
    },
    text: {
      follows: ["x", "y", "text"],
      alike: ({ textfont, textposition, texttemplate }) => one([textfont.size, textfont.color, textposition, texttemplate]) && !/%\{/.test(texttemplate),
      nodes: ".text > .textpoint",
      /** The node with these words: as it stands, as plotly.js drew it before, or with plain words put in the place of others. */
      standing(node, words, before) {
        if (!node.firstChild) return null;
        const old = node.firstChild.dataset.unformatted;
        if (old === words) return node;
        if (!before.has(old)) before.set(old, node.cloneNode(true));
        if (before.has(words)) return before.get(words).cloneNode(true);
        if (!plain(words) || node.firstChild.childElementCount) return null;
        const other = node.cloneNode(true);
        other.firstChild.textContent = other.firstChild.dataset.unformatted = words;
        return other;
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
    const kind = KINDS[trace.mode];
    const own = `data[${trace.index}].`;
    const follows = (place) => !place.startsWith(own) || kind.follows.includes(place.slice(own.length));
    if (!kind || !changed.every(follows) || !kind.alike(trace)) return false;
    if (trace.ids || trace.selectedpoints || trace._needsCull) return false;
    const { xaxis, yaxis, layerClipId } = plot;
    const places = points.map((point) => [point, xaxis.c2p(point.x), yaxis.c2p(point.y)]).filter(([, x, y]) => Number.isFinite(x) && Number.isFinite(y));
    const group = box.querySelector(`.trace${trace.uid}`);
    const nodes = group ? Array.from(group.querySelectorAll(kind.nodes)) : [];
    if (!nodes.length) return false;
    const parent = nodes[0].parentNode;
    const stand = [];
    for (const [{ tx }] of places) {
      const node = kind.standing(nodes[stand.length] || nodes[0].cloneNode(true), trace.texttemplate || tx, before);
      if (!node) return false;
      stand.push(node);
    }
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
    return true;
  };
})();
