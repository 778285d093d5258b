// The findings of a draft in a panel of their own; each leads to the numbers it concerns and back.

const findings = read("findings");
const isShown = (id) => numbersOf.has(id);

const makeFindings = () => {
  const aside = make("aside", "", "findings-tools");
  aside.setAttribute("aria-label", words.findings_title);
  const toggle = makeButton(fill(words.findings_button, { count: findings.length }), () => turn(), "findings-toggle");
  toggle.setAttribute("aria-expanded", "false");
  toggle.setAttribute("aria-controls", "findings-panel");
  const drawer = make("div", "", "findings-panel");
  drawer.id = "findings-panel";
  drawer.hidden = true;
  drawer.tabIndex = -1;
  drawer.setAttribute("role", "dialog");
  drawer.setAttribute("aria-labelledby", "findings-panel-title");
  const title = make("h2", words.findings_title);
  title.id = "findings-panel-title";
  const bar = make("div", "", "panel-bar");
  bar.append(title, makeButton(words.close, () => turn(), "close"));
  const list = make("ol");
  drawer.append(bar, makeFilters(list), list);
  list.append(...findings.map(findingEntry));

  const turn = () => {
    const opens = drawer.hidden;
    drawer.hidden = !opens;
    toggle.setAttribute("aria-expanded", String(opens));
    keepPlace(() => document.documentElement.classList.toggle("findings-open", opens));
    (opens ? drawer : toggle).focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !drawer.hidden) turn();
  });
  aside.append(toggle, drawer);
  document.querySelector(".layout").before(aside);
};

// What the reader has before him stays there when the page becomes narrower or wider.
const keepPlace = (change) => {
  const page = document.querySelector("main").getBoundingClientRect();
  const seen = document.elementFromPoint(page.left + page.width / 2, 160);
  const before = seen.getBoundingClientRect().top;
  change();
  window.scrollBy({ top: seen.getBoundingClientRect().top - before, behavior: "instant" });
};

const findingEntry = (finding) => {
  const item = findingItem(finding);
  item.dataset.severity = finding.severity;
  item.append(...numbersConcerned(finding));
  return item;
};

const numbersConcerned = (finding) => {
  const shown = finding.numbers.filter(isShown);
  return shown.length ? [make("div", words.finding_numbers, "quiet"), listed(shown, numberItem)] : [];
};

const numberItem = (id) => {
  const item = make("li");
  const button = makeButton(`${provenance[id].label}: ${provenance[id].formatted}`, () => {
    const number = numbersOf.get(id)[0];
    leave();
    reveal(number);
    open(number, button);
  });
  item.append(button);
  return item;
};

const makeFilters = (list) => {
  const group = make("div", "", "filters");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", words.filter);
  const count = (severity) => findings.filter((one) => !severity || one.severity === severity).length;
  const choose = (severity, chosen) => {
    for (const item of list.children) item.hidden = Boolean(severity) && item.dataset.severity !== severity;
    for (const button of group.children) button.setAttribute("aria-pressed", String(button === chosen));
    announce(fill(words.findings_shown, { count: count(severity) }));
  };
  for (const severity of ["", "error", "warning", "note"]) {
    if (severity && !count(severity)) continue;
    const label = severity ? words.severities[severity] : words.all;
    const button = makeButton(`${label} (${count(severity)})`, () => choose(severity, button));
    button.setAttribute("aria-pressed", String(!severity));
    group.append(button);
  }
  return group;
};

// The list of findings in the document itself leads to the numbers as well.
for (const finding of findings) {
  const entry = document.getElementById(entryId(finding));
  const concerned = make("div", "", "told concerned");
  concerned.append(...numbersConcerned(finding));
  if (entry && concerned.firstChild) entry.append(concerned);
}

if (findings.some((finding) => finding.numbers.some(isShown))) makeFindings();
