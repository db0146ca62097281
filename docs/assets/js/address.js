/* The state of the page's explorables in its address: ?NAME.control=value, the path and the anchor unchanged. */
(function () {
  "use strict";

  let timer = 0;
  const pending = new Map();

  /** [[control, text], …] that the address gives for an explorable. */
  explainer.given = function (name) {
    const prefix = `${name}.`;
    return Array.from(new URLSearchParams(location.search))
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, text]) => [key.slice(prefix.length), text]);
  };

  /** The page's address with this explorable in this state; what stands at its start is left out. */
  explainer.addressOf = function (definition, params) {
    const query = new URLSearchParams(location.search);
    for (const key of Array.from(query.keys())) {
      if (key.startsWith(`${definition.name}.`)) query.delete(key);
    }
    for (const control of definition.controls) {
      const value = params[control.name];
      if (value !== control.default) query.set(`${definition.name}.${control.name}`, value === true ? "1" : value === false ? "0" : value);
    }
    const text = query.toString();
    return location.pathname + (text ? `?${text}` : "") + location.hash;
  };

  /** Writes the state to the address once the reader pauses: browsers limit how often an address may change. */
  explainer.remember = function (definition, params) {
    pending.set(definition, params);
    clearTimeout(timer);
    timer = setTimeout(explainer.writeAddress, 250);
  };

  explainer.writeAddress = function () {
    clearTimeout(timer);
    for (const [definition, params] of pending) {
      try {
        history.replaceState(history.state, "", explainer.addressOf(definition, params));
      } catch (refused) {
        // some browsers refuse it for files; "Link to this state" still works
      }
    }
    pending.clear();
  };
})();
