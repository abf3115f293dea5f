"use strict";
const steps = [...document.querySelectorAll("main > figure")];
const [first, back, play, next, last] = document.querySelectorAll("nav button");
const slider = document.querySelector("nav input");
const count = document.querySelector("nav output");
const spoken = document.getElementById("spoken");
const pictures = steps.map((step) => step.querySelector("svg"));
const { x: left, y: top_, width: wide, height: high } = pictures[0].viewBox.baseVal;
const NEAREST = 40; // times
let seen = { x: left, y: top_, width: wide };
let at = 0;
let timer = 0;

function look(x, y, width) {
  const room = Math.min(Math.max(width, wide / NEAREST), wide);
  const share = room / wide;
  seen = {
    x: Math.min(Math.max(x, left), left + wide - room),
    y: Math.min(Math.max(y, top_), top_ + high - high * share),
    width: room,
  };
  document.documentElement.classList.toggle("near", room < wide);
  pictures[at].setAttribute("viewBox", [seen.x, seen.y, room, high * share].join(" "));
}

// the point of the picture under a point of the window
function under(event) {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(pictures[at].getScreenCTM().inverse());
}

function zoom(factor, point) {
  const share = seen.width / wide;
  const about = point || { x: seen.x + seen.width / 2, y: seen.y + high * share / 2 };
  const width = Math.min(Math.max(seen.width / factor, wide / NEAREST), wide);
  const kept = width / seen.width;
  look(about.x - (about.x - seen.x) * kept, about.y - (about.y - seen.y) * kept, width);
}

function fit() { look(left, top_, wide); }

function show(place, quietly) {
  at = Math.min(Math.max(place, 0), steps.length - 1);
  steps.forEach((step, k) => { step.hidden = k !== at; });
  const said = steps[at].querySelector("figcaption").textContent.replace(/\s+/g, " ").trim();
  slider.value = at + 1;
  slider.setAttribute("aria-valuetext", said);
  count.value = `${at + 1} / ${steps.length}`;
  first.disabled = back.disabled = at === 0;
  next.disabled = last.disabled = at === steps.length - 1;
  if (!quietly) spoken.textContent = said;
  look(seen.x, seen.y, seen.width);
  history.replaceState(null, "", `#${at + 1}`);
}

function pause() {
  clearInterval(timer);
  timer = 0;
  play.setAttribute("aria-label", play.dataset.play);
  play.querySelector("path").setAttribute("d", "M3 1v14l11-7z");
}

function toggle() {
  if (timer) return pause();
  if (at === steps.length - 1) show(0);
  play.setAttribute("aria-label", play.dataset.pause);
  play.querySelector("path").setAttribute("d", "M3 1h4v14H3zM9 1h4v14H9z");
  timer = setInterval(() => { show(at + 1); if (at === steps.length - 1) pause(); }, 1600);
}

function go(place) { pause(); show(place); }

first.onclick = () => go(0);
back.onclick = () => go(at - 1);
play.onclick = toggle;
next.onclick = () => go(at + 1);
last.onclick = () => go(steps.length - 1);
slider.oninput = () => go(slider.value - 1);
document.querySelectorAll(".zoom").forEach((button) => {
  const by = Number(button.dataset.zoom);
  button.onclick = () => (by ? zoom(by) : fit());
});
pictures.forEach((picture) => {
  let held = null;
  picture.addEventListener("wheel", (event) => {
    if (event.deltaY > 0 && seen.width >= wide) return; // the page scrolls
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.002)), under(event));
  }, { passive: false });
  picture.addEventListener("pointerdown", (event) => {
    if (event.button || seen.width >= wide) return;
    held = under(event);
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener("pointermove", (event) => {
    if (!held) return;
    const here = under(event);
    look(seen.x + held.x - here.x, seen.y + held.y - here.y, seen.width);
  });
  for (const end of ["pointerup", "pointercancel"]) picture.addEventListener(end, () => { held = null; });
  picture.addEventListener("dblclick", (event) => (seen.width < wide ? fit() : zoom(2.5, under(event))));
});
window.addEventListener("beforeprint", () => {
  fit();
  pictures.forEach((picture) => picture.setAttribute("viewBox", [left, top_, wide, high].join(" ")));
});
document.querySelector(".theme").onclick = () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = {
    ArrowRight: () => go(at + 1), PageDown: () => go(at + 1),
    ArrowLeft: () => go(at - 1), PageUp: () => go(at - 1),
    Home: () => go(0), End: () => go(steps.length - 1), " ": toggle,
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), "0": fit,
  };
  if (!(event.key in keys) || (event.key === " " && event.target.tagName === "BUTTON")) return;
  event.preventDefault();
  keys[event.key]();
});
window.addEventListener("hashchange", () => go(Number(location.hash.slice(1)) - 1 || 0));
document.documentElement.classList.add("scripted");
slider.max = steps.length;
show((Number(location.hash.slice(1)) || 1) - 1, true);
