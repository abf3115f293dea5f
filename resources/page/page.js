"use strict";
const steps = [...document.querySelectorAll("main > figure")];
const [first, back, play, next, last] = document.querySelectorAll("nav button");
const slider = document.querySelector("nav input");
const count = document.querySelector("nav output");
const spoken = document.getElementById("spoken");
let at = 0;
let timer = 0;

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
document.querySelector("header button").onclick = () => {
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
  };
  if (!(event.key in keys) || (event.key === " " && event.target.tagName === "BUTTON")) return;
  event.preventDefault();
  keys[event.key]();
});
window.addEventListener("hashchange", () => go(Number(location.hash.slice(1)) - 1 || 0));
document.documentElement.classList.add("scripted");
slider.max = steps.length;
show((Number(location.hash.slice(1)) || 1) - 1, true);
