/* The list of all sources, filtered by type, language and page. Without this script the list is simply whole. */
(function () {
  "use strict";

  const FACETS = ["kind", "language", "pages"]; // the first two in the order of the small print

  /** The values of an item: type and language as its small print gives them; its pages are numbers of names that the list gives once. */
  function valuesOf(item, facet) {
    if (facet !== "pages") return [item.querySelector("small").textContent.split(" · ")[FACETS.indexOf(facet)]];
    const names = item.parentNode.dataset.pages.split(" ");
    return (item.dataset.pages || "").split(" ").filter(Boolean).map((number) => names[number]);
  }

  function wire(list) {
    const items = Array.from(list.children);
    const form = list.previousElementSibling;
    const count = form.querySelector("[role=status]");
    form.addEventListener("submit", (event) => event.preventDefault());
    const change = () => {
      let shown = 0;
      for (const item of items) {
        const fits = FACETS.every((facet) => {
          const wanted = form.elements[facet].value;
          return !wanted || valuesOf(item, facet).includes(wanted);
        });
        item.hidden = !fits;
        shown += fits;
      }
      count.textContent = explainer.fill(explainer.words.shown, { shown, all: items.length });
    };
    form.addEventListener("change", change);
    // a link to one source finds it, whatever is filtered
    const goto = () => { const target = document.getElementById(location.hash.slice(1)); if (target && target.hidden) { form.reset(); change(); target.scrollIntoView(); } };
    addEventListener("hashchange", goto);
  }

  explainer.filters = function () {
    document.querySelectorAll(".all-sources").forEach(wire);
  };
})();
