/* Starts everything. Deferred: the page is read by now. */
(function () {
  "use strict";

  /** A figure alone in another site's frame tells the frame its height. */
  function framed() {
    if (!document.body.classList.contains("embed") || window.parent === window) return;
    new ResizeObserver(() => {
      const height = document.documentElement.scrollHeight;
      window.parent.postMessage({ subject: "lti.frameResize", height }, "*");
    }).observe(document.body);
  }

  document.documentElement.classList.remove("no-js");
  explainer.scheme();
  framed();
  explainer.figures();
  explainer.questions();
  explainer.search();
  explainer.filters();
})();
