// Contents that follow the reader: beside the page where there is room, else folded into a bar above it.

const nav = document.querySelector("nav.contents");

const followReader = () => {
  const folded = nav.querySelector("details");
  const here = nav.querySelector(".here");
  const links = new Map();
  for (const link of nav.querySelectorAll("a")) links.set(link.hash.slice(1), link);
  const heads = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
  let current = null;

  const keepInSight = (link) => { // scrolls the contents only, never the page
    const box = wide.matches ? nav : nav.querySelector("ol");
    const at = link.getBoundingClientRect();
    const frame = box.getBoundingClientRect();
    if (at.top < frame.top + 40) box.scrollTop -= frame.top + 40 - at.top;
    else if (at.bottom > frame.bottom - 40) box.scrollTop += at.bottom - (frame.bottom - 40);
  };
  const mark = () => {
    let head = null;
    for (const candidate of heads) if (candidate.getBoundingClientRect().top < 120) head = candidate;
    const link = head ? links.get(head.id) : null;
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    if (link) {
      link.setAttribute("aria-current", "true");
      keepInSight(link);
    }
    here.textContent = link ? link.textContent : "";
    current = link;
  };
  let waiting = false;
  window.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  const fold = () => { folded.open = wide.matches; };
  wide.addEventListener("change", fold);
  folded.addEventListener("toggle", () => { if (folded.open && current) keepInSight(current); });
  nav.addEventListener("click", (event) => { if (event.target.closest("a")) fold(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || wide.matches || !folded.open) return;
    folded.open = false;
    folded.querySelector("summary").focus();
  });
  fold();
  mark();
};

if (nav) followReader();
