/* What an explorable's controls hold: read from the form, read strictly from an address, written back. */
(function () {
  "use strict";

  const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
  const numeric = (control) => ["range", "draw", "guess"].includes(control.type);

  /** "{a} is {b}" with its slots filled; what fills them is never read as markup. */
  explainer.fill = (template, slots) => template.replace(/\{(\w+)\}/g, (whole, name) => (name in slots ? String(slots[name]) : whole));

  /** A text short enough to repeat to the reader. */
  const shown = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

  const decimals = (step) => (String(step).split(".")[1] || "").length;

  /** The nearest value that the control's steps allow. */
  function stepped(control, value) {
    const step = control.step || 1;
    const steps = Math.round((value - control.low) / step);
    return Number((control.low + steps * step).toFixed(decimals(step)));
  }

  /** {value, note}: what a text from an address means for a control; `note` is a sentence for the reader, or "". */
  explainer.parse = function (control, text) {
    const words = explainer.words;
    const slots = { label: control.label || control.question, given: shown(text), low: control.low, high: control.high };
    const start = control.default;
    const ignored = (value) => ({ value, note: explainer.fill(words.ignored, { ...slots, value: value === true ? words.yes : value === false ? words.no : control.options ? control.options[value] : value }) });
    if (numeric(control)) {
      const number = NUMBER.test(text) ? Number(text) : NaN;
      if (control.type === "guess" && number === -1) return { value: -1, note: "" };
      if (!Number.isFinite(number)) return ignored(start);
      const value = stepped(control, Math.min(control.high, Math.max(control.low, number)));
      const out = number < control.low || number > control.high;
      return { value, note: out ? explainer.fill(words.clamped, { ...slots, value }) : "" };
    }
    if (control.type === "switch") {
      if (["1", "true", "yes"].includes(text)) return { value: true, note: "" };
      if (["0", "false", "no"].includes(text)) return { value: false, note: "" };
      return ignored(start);
    }
    if (control.type === "choice") {
      return Object.prototype.hasOwnProperty.call(control.options, text) ? { value: text, note: "" } : ignored(start);
    }
    const characters = Array.from(text);
    if (characters.length > control.limit) {
      return { value: characters.slice(0, control.limit).join(""), note: explainer.fill(words.cut, { ...slots, limit: control.limit }) };
    }
    return { value: text, note: "" };
  };

  /** The value of a control in its form, always one that the control allows. */
  explainer.held = function (control, input) {
    if (control.type === "switch") return input.checked;
    if (control.type === "choice") return input.value;
    if (control.type === "text") return Array.from(input.value).slice(0, control.limit).join("");
    const number = Number(input.value);
    if (input.value.trim() === "" || !Number.isFinite(number)) return control.default;
    return stepped(control, Math.min(control.high, Math.max(control.low, number)));
  };

  /** Puts a value into its input. */
  explainer.put = function (control, input, value) {
    if (control.type === "switch") input.checked = value;
    else if (input.value !== String(value)) input.value = String(value);
  };

  /** A value with its unit: "1 point", "0.5 points". */
  explainer.counted = (control, value) => value + (Number(value) === 1 && control.one ? control.one : control.unit || "");

  /** A seed for another draw. Any, not the next: neighbouring seeds of the models' generator give related draws. */
  explainer.newSeed = () => 1 + Math.floor(Math.random() * 2147483646);
})();
