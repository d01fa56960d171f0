"use strict";
// The page reads without this: it only shows, for one figure, what the check sheet below already says.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const report = document.getElementById("report");
  const panel = document.getElementById("panel");
  const marks = [...report.querySelectorAll("mark[id]")];
  const states = { f: words.fails, o: words.open, p: words.passes, b: words.bounds, u: words.untied };
  const numberOf = (mark) => Number(mark.id.slice(1));
  const checksOf = new Map();
  data.checks.forEach((figures, index) => {
    for (const figure of figures) {
      if (!checksOf.has(figure)) checksOf.set(figure, []);
      checksOf.get(figure).push(index + 1);
    }
  });
  let chosen = null;
  let lit = [];

  // A row without a class is a check that holds; "off" is the filter's.
  const stateOf = (row) => row.className.replace("off", "").trim() || "pass";

  function make(tag, content, properties = {}) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...[content].flat());
    return made;
  }

  // Names: the labels of row and column, in prose the words before the figure.
  // Beside another figure of the same row or column the label that both have is left out.
  function nameOf(number, beside) {
    const place = data.places[number];
    if (place) {
      const table = data.tables[place[0]];
      const other = (beside !== undefined && data.places[beside]) || [];
      const [row, column] = [table.rows[place[1]], table.columns[place[2]]];
      if (other[0] === place[0] && other[1] === place[1] && column) return column;
      if (other[0] === place[0] && other[2] === place[2] && row) return row;
      return [row, column].filter(Boolean).join(" × ");
    }
    const mark = document.getElementById("f" + number);
    if (!mark || !mark.parentElement) return "";
    const range = document.createRange();
    range.selectNodeContents(mark.parentElement);
    range.setEndBefore(mark);
    return "…" + range.toString().replace(/\s+/g, "").slice(-14);
  }

  function textOf(number) {
    const mark = document.getElementById("f" + number);
    return mark ? mark.textContent : "?";
  }

  function link(number, beside) {
    return make("a", `${nameOf(number, beside)} ${textOf(number)}`, { href: "#f" + number });
  }

  function told(check, number) {
    const row = document.getElementById("k" + check);
    const [, , equation, verdict] = row.cells;
    const box = make("div", [], { className: "check " + stateOf(row) });
    const rule = row.closest("tbody").rows[0].textContent;
    box.append(make("div", [make("strong", verdict.textContent), " ", rule]));
    box.append(make("p", equation.textContent, { className: "equation" }));
    const others = [...new Set(data.checks[check - 1])].filter((other) => other !== number);
    if (others.length) {
      box.append(make("div", words.partners));
      box.append(make("ul", others.map((other) => make("li", link(other, number))), { className: "partners" }));
    }
    return box;
  }

  // The findings that these checks led to, each once, with the suspect if there is one.
  function faults(checks) {
    const links = checks.map((check) => document.getElementById("k" + check).cells[3].querySelector("a"));
    const targets = [...new Set(links.filter(Boolean).map((found) => found.getAttribute("href")))];
    return targets.map((target) => {
      const card = document.getElementById(target.slice(1));
      const suspects = [...card.querySelectorAll(".suspect")].map((line) => make("p", line.textContent, { className: "suspect" }));
      return make("div", [make("a", card.querySelector("h3").textContent, { href: target }), ...suspects], { className: "fault" });
    });
  }

  function clear() {
    for (const mark of lit) mark.classList.remove("with", "chosen");
    lit = [];
    chosen = null;
    panel.classList.add("idle");
  }

  function choose(mark) {
    clear();
    chosen = mark;
    const number = numberOf(mark);
    const checks = checksOf.get(number) || [];
    const partners = new Set(checks.flatMap((check) => data.checks[check - 1]));
    for (const partner of partners) {
      const other = document.getElementById("f" + partner);
      if (other) lit.push(other);
    }
    for (const other of lit) other.classList.add("with");
    mark.classList.add("chosen");
    lit.push(mark);
    const state = states[mark.className[0]];
    const close = make("button", words.close, { type: "button" });
    close.addEventListener("click", () => { clear(); mark.focus(); });
    panel.classList.remove("idle");
    panel.replaceChildren(
      make("h2", [mark.textContent, " ", make("small", state)]),
      make("p", nameOf(number), { className: "hint" }),
      ...faults(checks),
      ...(checks.length ? checks.map((check) => told(check, number)) : [make("p", words.none)]),
      close,
    );
    panel.scrollTop = 0;
  }

  function focus(mark) {
    for (const other of marks) if (other.tabIndex === 0) other.tabIndex = -1;
    mark.tabIndex = 0;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center", inline: "nearest" });
  }

  for (const mark of marks) {
    // A button cannot hold another; links still lead to the outer one.
    if (mark.querySelector("mark")) continue;
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-label", `${mark.textContent} ${states[mark.className[0]]}`);
    mark.tabIndex = -1;
  }
  const failing = marks.filter((mark) => mark.classList.contains("f"));
  if (marks.length) (failing[0] || marks[0]).tabIndex = 0;

  report.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[id]");
    if (mark) { focus(mark); choose(mark); }
  });

  function step(list, by) {
    if (!list.length) return;
    const at = list.indexOf(document.activeElement.closest("mark") || chosen);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
    focus(list[next]);
    if (list === failing) choose(list[next]);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const mark = document.activeElement.closest("mark[id]");
    if (event.key === "Escape" && chosen) {
      const back = chosen;
      clear();
      back.focus();
    } else if (mark || panel.contains(document.activeElement)) {
      if (event.key === "n") step(failing, 1);
      else if (event.key === "p") step(failing, -1);
      else if (mark && (event.key === "Enter" || event.key === " ")) choose(mark);
      else if (mark && event.key === "ArrowRight") step(marks, 1);
      else if (mark && event.key === "ArrowLeft") step(marks, -1);
      else return;
      event.preventDefault();
    }
  });
  document.getElementById("next").addEventListener("click", () => step(failing, 1));
  document.getElementById("previous").addEventListener("click", () => step(failing, -1));

  function arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches("mark[id]")) { focus(target); choose(target); }
    else if (target.matches(".card")) target.focus();
  }
  window.addEventListener("hashchange", arrive);
  arrive();

  // Filters hide on the screen only: what is printed is always the whole sheet.
  const cards = [...document.querySelectorAll(".card")];
  const groups = [...document.querySelectorAll(".checks tbody")];
  const rows = [...document.querySelectorAll(".checks tbody tr[id]")];
  function filter() {
    const severities = new Set([...document.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const rule = document.getElementById("rule").value;
    const verdict = document.getElementById("verdict").value;
    let shown = 0;
    for (const card of cards) {
      const off = !severities.has(card.dataset.severity) || (rule && card.dataset.rule !== rule);
      card.classList.toggle("off", Boolean(off));
      shown += off ? 0 : 1;
    }
    for (const group of groups) group.classList.toggle("off", Boolean(rule) && group.dataset.rule !== rule);
    for (const row of rows) row.classList.toggle("off", Boolean(verdict) && stateOf(row) !== verdict);
    document.getElementById("shown").textContent = words.shown.replace("{shown}", shown).replace("{all}", cards.length);
  }
  for (const box of document.querySelectorAll("[name=severity], #rule, #verdict")) box.addEventListener("change", filter);
  for (const box of document.querySelectorAll("[name=state]")) {
    box.addEventListener("change", () => report.classList.toggle("no-" + box.value, !box.checked));
  }
  document.getElementById("print").addEventListener("click", () => window.print());
  for (const tools of document.querySelectorAll(".tools[hidden]")) tools.hidden = false;
})();
