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

  /** What an address leads to is not left folded away (older browsers leave it so). */
  function unfold() {
    const place = document.querySelector(":target");
    const box = place && place.closest("details:not([open])");
    if (!box) return;
    box.open = true;
    place.scrollIntoView();
  }

  document.documentElement.classList.remove("no-js");
  unfold();
  addEventListener("hashchange", unfold);
  explainer.scheme();
  framed();
  explainer.figures();
  explainer.questions();
  explainer.search();
  explainer.filters();
})();
