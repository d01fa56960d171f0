"use strict";
// Sorting and finding in the list of units; without it the list stands in the order of what needs a person most.
(() => {
  const table = document.querySelector(".units");
  const body = table && table.tBodies[0];
  if (!body) return;
  const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent;
  table.tHead.querySelectorAll("th").forEach((head, column) => {
    head.querySelector("button").addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.querySelectorAll("th")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const sorted = [...body.rows].sort((one, two) =>
        value(one, column).localeCompare(value(two, column), document.documentElement.lang, { numeric: true }));
      body.append(...(down ? sorted.reverse() : sorted));
    });
  });
  const search = document.getElementById("search");
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase();
    for (const row of body.rows) row.classList.toggle("off", !row.textContent.toLowerCase().includes(wanted));
  });
  for (const tools of document.querySelectorAll(".tools[hidden]")) tools.hidden = false;
})();
