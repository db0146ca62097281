/* What a reader takes away from a figure: its numbers, its picture, the link to its state, its embed snippet. */
(function () {
  "use strict";

  function save(url, name) {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
  }

  const cell = (text) => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

  /** Copies a text; where the browser refuses, shows it to copy by hand. */
  function copy(button, text) {
    const said = (note) => {
      let place = button.parentNode.querySelector(".copied");
      if (!place) {
        place = document.createElement("span");
        place.className = "copied";
        place.setAttribute("role", "status");
        button.after(place);
      }
      place.textContent = "";
      place.append(note);
    };
    const byHand = () => {
      const field = document.createElement("input");
      field.readOnly = true;
      field.value = text;
      field.setAttribute("aria-label", explainer.words.copy_by_hand);
      said(field);
      field.select();
    };
    if (!navigator.clipboard) byHand();
    else navigator.clipboard.writeText(text).then(() => said(explainer.words.copied), byHand);
  }

  function image(part, format) {
    const { width, height } = part.drawing.size();
    return window.Plotly.toImage({ data: part.drawing.drawn.data, layout: { ...part.drawing.drawn.layout, paper_bgcolor: getComputedStyle(document.body).getPropertyValue("--paper").trim() } }, { format, width, height, scale: format === "png" ? 2 : 1 });
  }

  explainer.downloads = function (figure, part) {
    const name = figure.id;
    const on = (kind, then) => {
      const target = figure.querySelector(`.get-${kind}`);
      if (!target) return;
      if (target.closest(".scripted")) target.closest(".scripted").hidden = false;
      target.addEventListener("click", (event) => then(event, target));
    };
    on("csv", (event) => {
      const rows = part.rows;
      if (!rows) return;
      event.preventDefault();
      const text = [part.definition.columns, ...rows].map((row) => row.map(cell).join(",")).join("\n") + "\n";
      const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
      save(url, `${name}.csv`);
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    });
    on("svg", (event) => {
      if (!part.drawing.ready) return;
      event.preventDefault();
      image(part, "svg").then((url) => save(url, `${name}.svg`));
    });
    on("png", () => {
      part.drawing.start(() => {}, () => {}).then(() => { if (part.drawing.ready) image(part, "png").then((url) => save(url, `${name}.png`)); });
    });
    on("link", (event, button) => copy(button, new URL(explainer.addressOf(part.definition, part.params), location.href).href.replace(/#.*$/, "") + `#${name}`));
    on("embed", (event, button) => {
      const query = part.params ? new URL(explainer.addressOf(part.definition, part.params), location.href).search : "";
      const title = figure.querySelector("figcaption").textContent.replace(/"/g, "&quot;");
      copy(button, `<iframe src="${explainer.site}embed/${name}.html${query.replace(/&/g, "&amp;")}" title="${title}" width="100%" height="900" loading="lazy"></iframe>`);
    });
  };
})();
