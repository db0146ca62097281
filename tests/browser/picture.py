"""What a picture shows, in one spelling: two pictures that look the same are the same text.

Without what plotly.js makes up at each drawing (ids), the order of attributes and of ticks, and what is not shown.
"""

from __future__ import annotations

SHOWN = r"""(box => {
  const ids = /trace[0-9a-f]{6}|(clip|legend|defs|g|[= #])-?[0-9a-f]{6}(-(?=[0-9]))?/g;
  const one = (name, value) => {
    if (name !== "style") return `${name}=${value}`;
    return "style=" + value.replace(/url\([^)]*\)/g, "url").split(";").map(rule => rule.trim()).filter(Boolean).sort().join(";");
  };
  // marks, words or lines of one look: which lies above which is not seen
  const alike = (node, name) => new Set(Array.from(node.children).flatMap(child => {
    const drawn = name === "text" ? child.firstElementChild : child;
    return drawn ? [one("style", drawn.getAttribute("style") || "") + (name === "points" ? drawn.getAttribute("d") : "")] : [];
  })).size < 2;
  const show = node => {
    if (node.nodeType !== 1) return node.nodeType === 3 ? node.data : "";
    const path = node.getAttribute("d");
    if (node.style.display === "none" || node.getAttribute("display") === "none" || node.classList.contains("patterns")) return "";
    if (node.localName === "path" && [null, "", "M0,0Z", "M0,0"].includes(path)) return "";
    const marked = ({ value }) => value && value !== "pattern_filled"; // a mark that plotly.js leaves on a bar without a pattern
    const attributes = Array.from(node.attributes).filter(marked).map(({ name, value }) => one(name, value)).sort();
    const inside = Array.from(node.childNodes, show);
    const name = node.getAttribute("class") || "";
    if (/infolayer|axislayer|^[xy]\d*$/.test(name) || (/^(points|text|lines)$/.test(name) && alike(node, name))) inside.sort();
    if (node.localName === "g" && !inside.join("")) return "";
    return `<${node.localName} ${attributes.join(" ")}>${inside.join("")}</${node.localName}>`;
  };
  return Array.from(box.querySelectorAll("svg.main-svg"), show).join("").replace(ids, "");
})"""


def shown(figure) -> str:
    """The picture of a live figure (a Playwright locator)."""
    return figure.locator(".live").evaluate(SHOWN)
