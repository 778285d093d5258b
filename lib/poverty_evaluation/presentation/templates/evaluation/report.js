"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const provenance = read("provenance");
  const words = read("provenance-words");
  const known = (id) => Object.prototype.hasOwnProperty.call(provenance, id);

  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const panel = make("div", "", "provenance-panel");
  panel.id = "provenance-panel";
  panel.hidden = true;
  panel.tabIndex = -1;
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-labelledby", "provenance-title");
  document.body.append(panel);

  let opener = null;
  let trail = [];

  const pair = (list, label, content) => {
    if (!content || (content.childNodes && content.childNodes.length === 0)) return;
    const value = make("dd");
    value.append(content);
    list.append(make("dt", label), value);
  };

  const followed = (id) => {
    const item = make("li");
    if (known(id)) {
      const button = make("button", `${provenance[id].label}: ${provenance[id].formatted}`);
      button.type = "button";
      button.addEventListener("click", () => { trail.push(id); show(); });
      item.append(button);
    } else {
      item.textContent = id;
    }
    return item;
  };

  const source = (cell) => {
    const item = make("li");
    const parts = [cell.file];
    if (cell.sheet) parts.push(`${words.sheet.toLowerCase()} ${cell.sheet}`);
    if (cell.row) parts.push(`${words.row.toLowerCase()} ${cell.row}`);
    if (cell.column) parts.push(`${words.column.toLowerCase()} “${cell.column}”`);
    item.append(make("div", parts.join(", ")));
    const text = make("div");
    text.append(`${words.cell_text}: `, make("span", cell.text, "quote"));
    item.append(text);
    if (cell.line) item.append(make("div", `${words.line}: ${cell.line}`));
    return item;
  };

  const finding = (entry) => {
    const item = make("li", entry.message);
    if (entry.computed) item.append(make("div", `${words.computed}: ${entry.computed}`));
    if (entry.explanation) item.append(make("div", entry.explanation));
    return item;
  };

  const listed = (items, render) => {
    const list = make("ul");
    list.append(...items.map(render));
    return list;
  };

  const show = () => {
    const entry = provenance[trail[trail.length - 1]];
    const title = make("h2", entry.label);
    title.id = "provenance-title";
    const close = make("button", words.close, "close");
    close.type = "button";
    close.addEventListener("click", hide);
    const details = make("dl");
    pair(details, words.unit, entry.unit_text);
    pair(details, words.status, entry.status_text);
    if (entry.qualifier !== "exact") pair(details, words.qualifier, entry.qualifier_text);
    pair(details, words.as_printed, entry.as_printed ? make("span", entry.as_printed, "quote") : "");
    pair(details, words.formula, entry.formula);
    pair(details, words.operands, listed(entry.operands, followed));
    pair(details, words.sources, entry.sources.length ? listed(entry.sources, source) : words.no_sources);
    pair(details, words.findings, listed(entry.findings, finding));
    panel.replaceChildren(title, close, make("p", entry.formatted, "big"), details);
    if (trail.length > 1) {
      const back = make("button", `← ${words.back}`);
      back.type = "button";
      back.addEventListener("click", () => { trail.pop(); show(); });
      panel.append(back);
    }
    panel.hidden = false;
    place();
    panel.scrollTop = 0;
    panel.focus({ preventScroll: true });
  };

  const place = () => {
    if (!opener) return;
    const at = opener.getBoundingClientRect();
    const width = panel.offsetWidth;
    const height = panel.offsetHeight;
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    const fitsBelow = at.bottom + height + 12 < window.innerHeight || at.top < height + 12;
    const top = fitsBelow ? at.bottom + 6 : at.top - height - 6;
    panel.style.left = `${left + window.scrollX}px`;
    panel.style.top = `${top + window.scrollY}px`;
  };

  const hide = () => {
    panel.hidden = true;
    trail = [];
    if (opener) {
      opener.setAttribute("aria-expanded", "false");
      opener.focus({ preventScroll: true });
    }
    opener = null;
  };

  const open = (number) => {
    if (opener) opener.setAttribute("aria-expanded", "false");
    opener = number;
    trail = [number.dataset.id];
    number.setAttribute("aria-expanded", "true");
    show();
  };

  for (const number of document.querySelectorAll("data.indicator")) {
    if (!known(number.dataset.id)) continue;
    number.tabIndex = 0;
    number.setAttribute("role", "button");
    number.setAttribute("aria-haspopup", "dialog");
    number.setAttribute("aria-expanded", "false");
    number.title = words.show_source;
  }

  document.addEventListener("click", (event) => {
    const number = event.target.closest('data.indicator[role="button"]');
    if (number) open(number);
    else if (!panel.hidden && event.target.isConnected && !panel.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) hide();
    const number = event.target.closest && event.target.closest('data.indicator[role="button"]');
    if (number && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      open(number);
    }
  });
  window.addEventListener("resize", () => { if (!panel.hidden) place(); });

  const links = new Map();
  for (const link of document.querySelectorAll("nav.contents a")) links.set(link.hash.slice(1), link);
  const heads = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let current = null;
  const mark = () => {
    let head = null;
    for (const candidate of heads) if (candidate.getBoundingClientRect().top < 120) head = candidate;
    const link = head && links.get(head.id);
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    if (link) link.setAttribute("aria-current", "true");
    current = link;
  };
  let waiting = false;
  window.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
})();
