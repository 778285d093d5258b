// What all parts share: the data of the page, its words, how elements are made.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const provenance = read("provenance");
const words = read("provenance-words");
const language = document.documentElement.lang;
const known = (id) => Object.prototype.hasOwnProperty.call(provenance, id);
const wide = window.matchMedia("(min-width: 75rem)"); // the contents stand beside the page
const narrow = window.matchMedia("(max-width: 39.99rem)"); // panels come from below

document.documentElement.classList.add("scripted");

const make = (name, text, className) => {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
};

const makeButton = (text, act, className) => {
  const button = make("button", text, className);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
};

const listed = (items, render) => {
  const list = make("ul");
  list.append(...items.map(render));
  return list;
};

// What somebody wrote in Vietnamese, also in the English page.
const quoted = (text) => {
  const element = make("span", text, "quote");
  if (language !== "vi") element.lang = "vi";
  return element;
};

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

// Bring an element into sight, out of whatever is folded.
const reveal = (element) => {
  for (let folded = element.closest("details"); folded; folded = folded.parentElement.closest("details")) {
    folded.open = true;
  }
  element.scrollIntoView({ behavior: "instant", block: "center", inline: "center" });
};

// Said to screen readers, not shown.
const announcer = make("div", "", "unseen");
announcer.setAttribute("role", "status");
document.body.append(announcer);
const announce = (text) => { announcer.textContent = text; };
