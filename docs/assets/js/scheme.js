/* Light and dark: as the machine has it until the reader chooses, then as chosen, on every page and at the next visit. */
(function () {
  "use strict";

  const NAME = "data-md-color-scheme";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function choose(scheme) {
    if (document.body.getAttribute(NAME) !== scheme) document.body.setAttribute(NAME, scheme);
  }

  /** A figure alone in another site's frame has no button and keeps nothing: there is no `__md_get`. */
  function follow() {
    if (!window.__md_get || !__md_get("scheme")) choose(dark.matches ? "slate" : "default");
  }

  explainer.scheme = function () {
    follow();
    dark.addEventListener("change", follow);
    const button = document.querySelector("button.scheme");
    if (button) button.addEventListener("click", () => {
      choose(document.body.getAttribute(NAME) === "slate" ? "default" : "slate");
      __md_set("scheme", document.body.getAttribute(NAME));
    });
  };
})();
