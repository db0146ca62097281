/* Starts everything, on each page: also on those that the theme loads without reloading the window. */
(function () {
  "use strict";

  /** A figure alone in another site's frame: follows the reader's colours, and tells the frame its height. */
  function framed() {
    if (!document.body.classList.contains("embed")) return;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => document.body.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
    follow();
    dark.addEventListener("change", follow);
    if (window.parent === window) return;
    new ResizeObserver(() => {
      const height = document.documentElement.scrollHeight;
      window.parent.postMessage({ subject: "lti.frameResize", height }, "*");
    }).observe(document.body);
  }

  function start() {
    document.documentElement.classList.remove("no-js");
    explainer.figures();
    explainer.questions();
    explainer.search();
    explainer.filters();
  }

  framed();
  // deferred: the page is read by now. What is started already is passed over when the theme, too, says that a page is there;
  // in a folder the theme never says so.
  start();
  if (window.document$) window.document$.subscribe(start);
})();
