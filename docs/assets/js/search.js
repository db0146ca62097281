/* Search: the index and MiniSearch are loaded at first use, as scripts, so that it works from a folder too. */
(function () {
  "use strict";

  const HAN = /[\u3400-\u9fff]+/g;
  const MOST = 20;
  let index = null;
  let dialog = null;

  /** English words, and of each Chinese run its characters and pairs, so that any part of a term is found. */
  function tokens(text) {
    const words = text.replace(HAN, " ").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    for (const run of text.match(HAN) || []) {
      const characters = Array.from(run);
      characters.forEach((character, place) => {
        words.push(character);
        if (place + 1 < characters.length) words.push(character + characters[place + 1]);
      });
    }
    return words;
  }

  /** Letters without accents, so that "xinyong" finds "xìnyòng". */
  const plain = (term) => term.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  function load() {
    index = index || Promise.all([explainer.script("lib/minisearch.js"), explainer.script("search.js")]).then(() => {
      const made = new window.MiniSearch({
        fields: ["heading", "page", "text"], storeFields: ["url", "page", "heading", "text"], tokenize: tokens, processTerm: plain,
        searchOptions: { boost: { heading: 4, page: 2 }, prefix: (term) => term.length > 2, fuzzy: (term) => (term.length > 5 && !HAN.test(term) ? 0.15 : false), combineWith: "AND" },
      });
      made.addAll(explainer.documents);
      return made;
    });
    index.catch(() => { index = null; });
    return index;
  }

  /** A Chinese query must stand in the section as it was typed: pairs alone could come from two places. */
  function whole(query, found) {
    const runs = query.match(HAN) || [];
    return runs.every((run) => (found.heading + found.text + found.page).includes(run));
  }

  function snippet(text, terms) {
    const low = plain(text);
    const at = Math.max(0, Math.min(...terms.map((term) => low.indexOf(plain(term))).filter((place) => place >= 0), text.length) - 50);
    return (at > 0 ? "…" : "") + text.slice(at, at + 180) + (at + 180 < text.length ? "…" : "");
  }

  function row(found, query) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = explainer.site + found.url;
    const head = document.createElement("b");
    head.textContent = found.heading;
    const where = document.createElement("span");
    where.className = "search-page";
    where.textContent = found.heading === found.page ? "" : found.page;
    const text = document.createElement("span");
    text.className = "search-text";
    text.textContent = snippet(found.text, [query.trim(), ...tokens(query)]);
    link.append(head, " ", where, text);
    link.addEventListener("click", () => dialog.close());
    item.append(link);
    return item;
  }

  function show(query) {
    const list = dialog.querySelector("ol");
    const count = dialog.querySelector("[role=status]");
    load().then((made) => {
      if (dialog.querySelector("input").value !== query) return;
      const found = query.trim() ? made.search(query).filter((item) => whole(query, item)) : [];
      list.replaceChildren(...found.slice(0, MOST).map((item) => row(item, query)));
      const words = explainer.words;
      count.textContent = !query.trim() ? "" : found.length === 0 ? explainer.fill(words.search_none, { query: query.slice(0, 60) }) : found.length === 1 ? words.search_one : explainer.fill(words.search_many, { n: found.length });
    }, () => { count.textContent = explainer.words.search_failed; });
  }

  function build() {
    const words = explainer.words;
    dialog = document.createElement("dialog");
    dialog.className = "search";
    dialog.setAttribute("aria-label", words.search);
    const form = document.createElement("form");
    form.method = "dialog";
    const input = document.createElement("input");
    input.type = "search";
    input.name = "search";
    input.autocomplete = "off";
    input.setAttribute("aria-label", words.search_label);
    input.placeholder = words.search_label;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = words.search_close;
    close.addEventListener("click", () => dialog.close());
    const count = document.createElement("p");
    count.setAttribute("role", "status");
    form.append(input, close);
    form.addEventListener("submit", (event) => { event.preventDefault(); dialog.querySelector("ol a")?.click(); });
    dialog.append(form, count, document.createElement("ol"));
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    input.addEventListener("input", () => show(input.value));
    // the browser's own Escape only empties the field
    input.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); dialog.close(); } });
    document.body.append(dialog);
  }

  /** The words of an address that led nowhere: "/system/black-lists.html" asks for "black lists". */
  function fromAddress() {
    try {
      const last = decodeURIComponent(location.pathname).split("/").filter(Boolean).pop() || "";
      return last.replace(/\.\w+$/, "").replace(/[-_+\s]+/g, " ").trim().slice(0, 60);
    } catch (malformed) {
      return "";
    }
  }

  explainer.search = function () {
    document.querySelectorAll(".search-open").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => {
        if (!dialog) build();
        dialog.showModal();
        load().catch(() => {});
        const input = dialog.querySelector("input");
        if (button.hasAttribute("data-from-address")) { input.value = fromAddress(); show(input.value); }
        input.focus();
      });
    });
  };
})();
