/* Put into a page that is measured: tells when a changed picture has been painted after a control moved.

   A change counts from the event's own time stamp (a key, a press of the mouse, or `input`) to the first task after the frame that painted the last
   change of the picture: event, script, style, layout and paint of the page's own thread. Pixels reach the screen a little later,
   by the compositor, at the same cost for every page. */
(function () {
  "use strict";

  const frame = new MessageChannel();
  let inFrame = false; // between a frame's first callback and its paint
  let watched = null;

  frame.port1.onmessage = () => {
    inFrame = false;
    if (watched) watched.painted(performance.now());
  };
  (function tick() {
    // asked for a frame ahead, so it comes before what a page asks for in answer to an event
    inFrame = true;
    if (watched && watched.waiting) { watched.waiting = false; watched.dirty = true; }
    frame.port2.postMessage(0);
    requestAnimationFrame(tick);
  })();

  for (const kind of ["keydown", "mousedown", "input"]) {
    addEventListener(kind, (event) => { if (watched && watched.began === null) watched.began = event.timeStamp; }, true);
  }

  window.bench = {
    /** Begins to watch; `done()` gives milliseconds once the picture has been still for `quiet` milliseconds, or null: after `limit`, and
        after a third of it where nothing has changed so far. */
    watch(selector, quiet, limit) {
      const box = document.querySelector(selector);
      const change = { began: null, dirty: false, waiting: false, ended: null };
      const observer = new MutationObserver(() => {
        if (inFrame) change.dirty = true; // this frame paints it
        else change.waiting = true; // the next frame does
      });
      change.painted = (now) => {
        if (change.dirty) change.ended = now;
        change.dirty = false;
      };
      observer.observe(box, { subtree: true, childList: true, attributes: true, characterData: true });
      watched = change;
      window.bench.done = () => new Promise((resolve) => {
        const start = performance.now();
        (function look() {
          const now = performance.now();
          const still = !change.dirty && !change.waiting;
          if (still && change.ended !== null && now - change.ended > quiet) finish(change.ended - change.began);
          else if (now - start > (still && change.ended === null ? limit / 3 : limit)) finish(null);
          else setTimeout(look, 10);
        })();
        function finish(value) { observer.disconnect(); watched = null; resolve(value); }
      });
    },

    /** What the picture shows: its text, and the lines and places of what is drawn. */
    picture(selector) {
      const seen = [];
      document.querySelectorAll(`${selector} *`).forEach((element) => {
        if (element.closest("defs")) return;
        for (const name of ["d", "transform", "x", "y", "cx", "cy", "width", "height"]) seen.push(element.getAttribute(name));
        seen.push(element.style.fill.replace(/url.*/, "url"), element.style.stroke, element.style.opacity, element.children.length ? "" : element.textContent);
      });
      return seen.join("|");
    },

    /** Sets a native control and says so, as a reader's move does; in a task of its own, as the browser does. */
    set(selector, value) {
      setTimeout(() => {
        const input = document.querySelector(selector);
        if (input.type === "checkbox") input.checked = value;
        else input.value = String(value);
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }, 0);
    },

    rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
})();
