/* Questions and claims to judge: choosing an answer opens its explanation. Nothing is sent or kept. */
(function () {
  "use strict";

  function mark(choice, right) {
    choice.parentNode.querySelectorAll(".choice").forEach((other) => {
      other.removeAttribute("data-marked");
      other.setAttribute("aria-pressed", String(other === choice));
    });
    choice.setAttribute("data-marked", right ? "right" : "wrong");
  }

  function say(details, right) {
    let place = details.querySelector(".said");
    if (!place) {
      place = document.createElement("p");
      place.className = "said";
      place.setAttribute("role", "status");
      details.querySelector("summary").after(place);
    }
    place.textContent = right ? explainer.words.right : explainer.words.wrong;
    place.dataset.right = right;
  }

  function question(section) {
    section.addEventListener("click", (event) => {
      const choice = event.target.closest(".choice");
      if (!choice) return;
      const right = choice.value === section.dataset.answer;
      const details = section.querySelector("details");
      mark(choice, right);
      details.open = true;
      say(details, right);
    });
  }

  function judge(section) {
    const items = Array.from(section.querySelectorAll("li[data-verdict]"));
    const first = new Map();
    const tally = section.querySelector(".tally");
    items.forEach((item) => item.addEventListener("click", (event) => {
      const choice = event.target.closest(".choice");
      if (!choice) return;
      const right = choice.value === item.dataset.verdict;
      const details = item.querySelector("details");
      mark(choice, right);
      item.dataset.answered = right ? "right" : "wrong";
      details.open = true;
      say(details, right);
      if (!first.has(item)) first.set(item, right);
      const count = { right: Array.from(first.values()).filter(Boolean).length, answered: first.size, left: items.length - first.size };
      tally.textContent = explainer.fill(count.left ? explainer.words.tally : explainer.words.tally_done, count);
    }));
  }

  explainer.questions = function () {
    document.querySelectorAll(".question").forEach(question);
    document.querySelectorAll(".judge").forEach(judge);
  };
})();
