"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const marks = all("a.mark");
  const listed = new Map(all("aside .finding").map((one) => [one.id.slice(2), one]));
  const aside = document.querySelector("aside");
  const sheet = document.querySelector(".sheet");
  const filters = document.querySelector(".filters");
  const announced = document.getElementById("announced");
  const wide = matchMedia("(min-width: 68rem)");
  const links = new Map(marks.map((mark) => [mark, mark.getAttribute("href")]));
  const numbers = new Map(marks.map((mark) => [mark, mark.dataset.findings.trim().split(" ")]));
  const ofFinding = new Map();
  for (const [mark, held] of numbers) {
    for (const number of held) {
      if (!ofFinding.has(number)) ofFinding.set(number, []);
      ofFinding.get(number).push(mark);
    }
  }
  let pinned = null;
  let opener = null;
  let lit = [];

  document.documentElement.classList.add("scripted");
  filters.hidden = false;

  const isOn = (number) => !listed.get(number).hidden;

  const clear = () => {
    for (const one of lit) one.classList.remove("lit", "chosen");
    lit = [];
  };

  const light = (held, chosen) => {
    clear();
    for (const number of held) lit.push(listed.get(number), ...(ofFinding.get(number) || []));
    for (const one of lit) one.classList.add("lit");
    if (chosen) chosen.classList.add("chosen");
  };

  const bring = (number) => {
    const finding = listed.get(number);
    const folded = finding.closest("details");
    if (folded) folded.open = true;
    const bar = aside.querySelector(".bar").offsetHeight;
    const above = finding.getBoundingClientRect().top - aside.getBoundingClientRect().top;
    aside.scrollTo({ top: aside.scrollTop + above - bar - 8 });
  };

  const tell = (held) => {
    if (wide.matches) {
      bring(held[0]);
      return;
    }
    const copies = held.map((number) => {
      const copy = listed.get(number).cloneNode(true);
      copy.removeAttribute("id");
      return copy;
    });
    sheet.querySelector("ol").replaceChildren(...copies);
    sheet.hidden = false;
    sheet.scrollTop = 0;
  };

  const close = () => {
    pinned = null;
    clear();
    const held = sheet.contains(document.activeElement);
    sheet.hidden = true;
    announced.textContent = "";
    if (held && opener) opener.focus();
  };

  const choose = (mark) => {
    const held = numbers.get(mark).filter(isOn);
    if (!held.length) return;
    pinned = mark;
    opener = mark;
    light(held, mark);
    tell(held);
    announced.textContent = held
      .map((number) => all(".head, .computation, .head ~ p:not(.label):not(.figures)", listed.get(number)))
      .flat()
      .map((part) => part.textContent.trim())
      .join(". ");
  };

  const pass = (mark) => {
    const held = numbers.get(mark).filter(isOn);
    if (pinned || !held.length) return;
    light(held, mark);
    if (wide.matches) bring(held[0]);
  };

  for (const mark of marks) {
    mark.addEventListener("click", (event) => {
      if (!mark.hasAttribute("href")) return;
      event.preventDefault();
      if (pinned === mark) close();
      else choose(mark);
    });
    mark.addEventListener("mouseenter", () => pass(mark));
    mark.addEventListener("focus", () => pass(mark));
    mark.addEventListener("mouseleave", () => pinned || clear());
    mark.addEventListener("blur", () => pinned || clear());
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('.finding a[href^="#m-"]');
    if (!link) return;
    const mark = document.getElementById(link.hash.slice(1));
    if (!mark) return;
    event.preventDefault();
    choose(mark);
    mark.scrollIntoView({ block: wide.matches ? "center" : "start" });
    mark.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
  sheet.querySelector(".close").addEventListener("click", close);

  const filter = () => {
    const on = new Set(all('[aria-pressed="true"]', filters).map((button) => button.dataset.verdict));
    for (const finding of listed.values()) finding.hidden = !on.has(finding.dataset.verdict);
    for (const part of all("aside section, aside details")) {
      part.hidden = all(".finding", part).length > 0 && !all(".finding:not([hidden])", part).length;
      if (part.tagName === "DETAILS" && !part.hidden) part.open = true;
    }
    for (const mark of marks) {
      if (numbers.get(mark).some(isOn)) mark.setAttribute("href", links.get(mark));
      else mark.removeAttribute("href");
    }
  };
  filters.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    close();
    filter();
  });
  filter();
})();
