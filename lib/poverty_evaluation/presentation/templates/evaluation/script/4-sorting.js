// Tables sorted by a column: up, down, as they were. Totals and headings of groups keep their place, rows are sorted
// between them, and parts ("trong đó") follow the row that they are a part of.

const collator = new Intl.Collator(language, { numeric: true });

// The cell over each column: those that several share are passed over.
const columnHeads = (table) => {
  const taken = [];
  const heads = [];
  [...table.tHead.rows].filter((row) => !row.matches(".numbers")).forEach((row, line) => {
    let column = 0;
    for (const cell of row.cells) {
      while (taken[line] && taken[line][column]) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        taken[line + down] = taken[line + down] || [];
        for (let across = 0; across < cell.colSpan; across += 1) taken[line + down][column + across] = true;
      }
      if (cell.scope === "col" && cell.textContent.trim()) heads.push([cell, column]);
      column += cell.colSpan;
    }
  });
  return heads;
};

// Rows that move together, in runs between the rows that stay: [[unit, unit], [pinned unit], [unit] …]
const runsOf = (table) => {
  const runs = [];
  let pinned = true;
  for (const row of table.tBodies[0].rows) {
    if (row.matches(".part") && runs.length) {
      runs[runs.length - 1].at(-1).push(row);
      continue;
    }
    const stays = row.matches(".total, .group");
    if (stays || pinned) runs.push([[row]]);
    else runs[runs.length - 1].push([row]);
    pinned = stays;
  }
  return runs;
};

const cellAt = (row, column) => {
  let place = 0;
  for (const cell of row.cells) {
    place += cell.colSpan;
    if (column < place) return cell;
  }
  return null;
};

// A date as it is written in Vietnamese (24/12/2021) or in English (24 December 2021), as a number.
const dayOf = (text) => {
  const day = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (day) return Date.UTC(day[3], day[2] - 1, day[1]);
  return /^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(text) ? Date.parse(`${text} UTC`) : NaN;
};

// What a cell is sorted by: the exact value of its first number, a date as a number, else its text; null for nothing.
const keyOf = (row, column) => {
  const cell = cellAt(row, column);
  if (!cell) return null;
  const number = cell.querySelector("data.indicator");
  if (number) return number.value === "" ? null : Number(number.value);
  const text = cell.textContent.trim();
  return dayOf(text) || text || null;
};

// Numbers before text; nothing comes last in either direction.
const compare = (one, other, direction) => {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one !== typeof other) return typeof one === "number" ? -1 : 1;
  return direction * (typeof one === "number" ? one - other : collator.compare(one, other));
};

const arrange = (table, runs, column, direction) => {
  const rows = runs.flatMap((run) => {
    if (!direction) return run.flat();
    const keyed = run.map((unit) => [keyOf(unit[0], column), unit]);
    return keyed.sort(([one], [other]) => compare(one, other, direction)).flatMap(([, unit]) => unit);
  });
  table.tBodies[0].append(...rows);
};

const makeSortable = (table) => {
  const runs = runsOf(table);
  if (!runs.some((run) => run.length > 1)) return;
  const state = { head: null, column: 0, direction: 0 };
  const sort = (head, column) => {
    const next = state.head === head ? { 1: -1, "-1": 0, 0: 1 }[state.direction] : 1;
    if (state.head) state.head.removeAttribute("aria-sort");
    Object.assign(state, { head, column, direction: next });
    if (next) head.setAttribute("aria-sort", next > 0 ? "ascending" : "descending");
    arrange(table, runs, column, next);
    const told = { 1: words.sorted_up, "-1": words.sorted_down, 0: words.sorted_back }[next];
    announce(fill(told, { column: head.textContent.trim() }));
  };
  for (const [head, column] of columnHeads(table)) {
    const text = [...head.childNodes];
    const button = makeButton("", () => sort(head, column), "sort");
    button.append(...text);
    button.title = words.sort;
    head.append(button);
  }
  window.addEventListener("beforeprint", () => arrange(table, runs, 0, 0));
  window.addEventListener("afterprint", () => arrange(table, runs, state.column, state.direction));
};

document.querySelectorAll("main table").forEach(makeSortable);
