// Where a number comes from: a panel for each, in which its operands can be followed in turn.

const panel = make("div", "", "provenance-panel");
panel.id = "provenance-panel";
panel.hidden = true;
panel.tabIndex = -1;
panel.setAttribute("role", "dialog");
panel.setAttribute("aria-labelledby", "provenance-title");
document.body.append(panel);

let opener = null; // the number in the page
let origin = null; // where the focus goes back to: the number, or the finding that led to it
let trail = [];

const pair = (list, label, content) => {
  if (!content || (content.childNodes && content.childNodes.length === 0)) return;
  const value = make("dd");
  value.append(content);
  list.append(make("dt", label), value);
};

const operandItem = (id) => {
  if (!known(id)) return make("li", id);
  const item = make("li");
  item.append(makeButton(`${provenance[id].label}: ${provenance[id].formatted}`, () => { trail.push(id); show(); }));
  return item;
};

const sourceItem = (cell) => {
  const item = make("li");
  const parts = [cell.file];
  if (cell.sheet) parts.push(`${words.sheet.toLowerCase()} ${cell.sheet}`);
  if (cell.row) parts.push(`${words.row.toLowerCase()} ${cell.row}`);
  if (cell.column) parts.push(`${words.column.toLowerCase()} “${cell.column}”`);
  item.append(make("div", parts.join(", ")));
  const text = make("div", `${words.cell_text}: `);
  text.append(quoted(cell.text));
  item.append(text);
  if (cell.line) item.append(make("div", `${words.line}: ${cell.line}`));
  return item;
};

const sourcesOf = (entry) => {
  if (entry.sources.length) return listed(entry.sources, sourceItem);
  return entry.source_count ? fill(words.many_sources, { count: entry.source_count }) : words.no_sources;
};

// The finding in the list of findings of the document, where the document has one.
const entryLink = (finding) => {
  const id = `k-finding-${finding.id}`;
  if (!document.getElementById(id)) return "";
  const link = make("a", words.finding_entry);
  link.href = `#${id}`;
  link.addEventListener("click", () => leave());
  return link;
};

const findingItem = (finding) => {
  const item = make("li", "", "told");
  const text = make("div");
  text.append(make("strong", words.severities[finding.severity], `severity ${finding.severity}`), " ", finding.message);
  item.append(text);
  if (finding.computed) {
    const computed = make("div", `${words.computed}: `);
    computed.append(quoted(finding.computed, ""));
    item.append(computed);
  }
  if (finding.explanation) item.append(make("div", finding.explanation));
  const link = entryLink(finding);
  if (link) item.append(link);
  return item;
};

const detailsOf = (entry) => {
  const details = make("dl");
  pair(details, words.unit, entry.unit_text);
  pair(details, words.status, words.statuses[entry.status]);
  pair(details, words.qualifier, entry.qualifier_text);
  pair(details, words.as_printed, entry.as_printed ? quoted(entry.as_printed) : "");
  pair(details, words.formula, entry.formula ? make("span", entry.formula, "formula") : "");
  pair(details, words.operands, listed(entry.operands, operandItem));
  pair(details, words.sources, sourcesOf(entry));
  pair(details, words.findings, listed(entry.findings || [], findingItem));
  return details;
};

const show = () => {
  const entry = provenance[trail[trail.length - 1]];
  const title = make("h2", entry.label);
  title.id = "provenance-title";
  const bar = make("div", "", "panel-bar");
  if (trail.length > 1) bar.append(makeButton(`← ${words.back}`, () => { trail.pop(); show(); }, "back"));
  else if (origin !== opener) bar.append(makeButton(`← ${words.back_to_findings}`, () => hide(), "back"));
  bar.append(makeButton(words.close, () => hide(), "close"));
  panel.replaceChildren(bar, title, make("p", entry.formatted, "big"), detailsOf(entry));
  panel.hidden = false;
  place();
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
};

const place = () => {
  const at = opener.getBoundingClientRect();
  if (narrow.matches) { // a sheet at the bottom: the number must stay in sight above it
    const hiddenBy = at.bottom + 16 - (window.innerHeight - panel.offsetHeight);
    if (hiddenBy > 0) window.scrollBy({ top: hiddenBy, behavior: "instant" });
    return;
  }
  const drawer = document.querySelector(".findings-panel:not([hidden])");
  const end = (drawer && wide.matches ? drawer.getBoundingClientRect().left : document.documentElement.clientWidth) - 8;
  const left = Math.max(8, Math.min(at.left, end - panel.offsetWidth));
  const below = window.innerHeight - at.bottom - 14;
  const above = at.top - 14;
  panel.style.maxHeight = `${Math.min(560, Math.max(above, below, 240))}px`;
  const top = below >= Math.min(panel.offsetHeight, above) ? at.bottom + 6 : at.top - panel.offsetHeight - 6;
  panel.style.left = `${left + window.scrollX}px`;
  panel.style.top = `${top + window.scrollY}px`;
};

// Close the panel and leave the focus where the reader has put it.
const leave = () => {
  panel.hidden = true;
  trail = [];
  if (opener) opener.setAttribute("aria-expanded", "false");
  document.documentElement.classList.remove("following");
  opener = origin = null;
};

// Close the panel and go back to where it was opened from.
const hide = () => {
  const back = origin;
  leave();
  if (back) back.focus({ preventScroll: !back.closest(".findings-panel") });
};

const open = (number, from = number) => {
  if (opener) opener.setAttribute("aria-expanded", "false");
  opener = number;
  origin = from;
  trail = [number.dataset.id];
  number.setAttribute("aria-expanded", "true");
  document.documentElement.classList.toggle("following", from !== number);
  show();
};

const numbersOf = new Map(); // id → the numbers of the page that show it
for (const number of document.querySelectorAll("data.indicator")) {
  const id = number.dataset.id;
  if (!known(id)) continue;
  numbersOf.set(id, [...(numbersOf.get(id) || []), number]);
  number.tabIndex = 0;
  number.setAttribute("role", "button");
  number.setAttribute("aria-haspopup", "dialog");
  number.setAttribute("aria-expanded", "false");
  number.title = words.show_source;
}

document.addEventListener("click", (event) => {
  const number = event.target.closest('data.indicator[role="button"]');
  if (number) open(number);
  else if (!panel.hidden && event.target.isConnected && !event.target.closest("[role=dialog]")) leave();
});
document.addEventListener("keydown", (event) => {
  const number = event.target.closest && event.target.closest('data.indicator[role="button"]');
  if (number && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    open(number);
  } else if (event.key === "Escape" && !panel.hidden) {
    event.stopImmediatePropagation();
    hide();
  }
});

// Tab past either end goes back to the number, so that the next Tab reads on from there.
panel.addEventListener("keydown", (event) => {
  if (event.key !== "Tab") return;
  const inside = [...panel.querySelectorAll("button, a[href]")];
  const first = document.activeElement === panel || document.activeElement === inside[0];
  if (event.shiftKey ? first : document.activeElement === inside[inside.length - 1]) {
    event.preventDefault();
    hide();
  }
});
window.addEventListener("resize", () => { if (!panel.hidden) place(); });
