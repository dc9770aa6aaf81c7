// What the console does beyond links and forms: live pages, a few keys, and times that keep going.
// Every page works without it.

const REGION = "[data-live]";
const PAUSE = 1500; // between two looks, however much happens
const RETRY = 5000;
const SETTLED = 1000; // by then the news have been subscribed to
const UNITS = /** @type {const} */ ([[86400, "d"], [3600, "h"], [60, "min"]]);

// ---- Live: when something has changed, the page is asked for again and its regions are brought up to date.

/** Keeps one region as it is while somebody is writing in it. */
const isBusy = (/** @type {Element} */ region) =>
  [...region.querySelectorAll("input, textarea")].some((field) => field.value !== field.defaultValue && field.type !== "checkbox");

const keyOf = (/** @type {Node} */ node) => (node instanceof Element ? node.getAttribute("data-key") || node.id : "");

/** Makes `old` the same as `fresh`, touching only what differs: focus, scrolling and open things stay. */
function morph(/** @type {Node} */ old, /** @type {Node} */ fresh) {
  if (old.isEqualNode(fresh)) return;
  if (!(old instanceof Element) || !(fresh instanceof Element)) {
    old.textContent = fresh.textContent;
    return;
  }
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  morphChildren(old, fresh);
}

function morphChildren(/** @type {Element} */ old, /** @type {Element} */ fresh) {
  const keyed = new Map([...old.children].filter(keyOf).map((child) => [keyOf(child), child]));
  let here = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const key = keyOf(wanted);
    const known = key ? keyed.get(key) : here && !keyOf(here) && here.nodeName === wanted.nodeName ? here : null;
    if (!known) {
      const added = document.importNode(wanted, true);
      if (key && added instanceof Element) added.classList.add("is-new");
      old.insertBefore(added, here);
      continue;
    }
    if (known === here) here = here.nextSibling;
    else old.insertBefore(known, here);
    morph(known, wanted);
  }
  while (here) {
    const next = here.nextSibling;
    here.remove();
    here = next;
  }
}

const sayings = () => new Map([...document.querySelectorAll(`${REGION} [data-say]`)].map((one) => [keyOf(one), one.getAttribute("data-say")]));

function bringUpToDate(/** @type {Document} */ fresh) {
  const said = sayings();
  const focused = document.activeElement;
  for (const region of document.querySelectorAll(REGION)) {
    const now = fresh.getElementById(region.id);
    if (now && !isBusy(region)) morph(region, now);
  }
  if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
  document.title = fresh.title;
  const news = [...sayings()].filter(([key]) => !said.has(key)).map(([, words]) => words);
  if (news.length) announce(news.slice(0, 3).join(" "));
  tick();
}

function announce(/** @type {string} */ words) {
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = words;
}

/** The page as it is now. XMLHttpRequest parses it: nothing in it runs, and no markup passes through our hands. */
function look() {
  const request = new XMLHttpRequest();
  request.responseType = "document";
  request.open("GET", location.href);
  request.onload = () => {
    if (new URL(request.responseURL).pathname === "/console/login") leave();
    else if (request.status === 200 && request.responseXML) bringUpToDate(request.responseXML);
  };
  request.send();
}

/** The session is over: what is on the page stays, for whoever is in the middle of a sentence. */
function leave() {
  isOver = true;
  const again = /** @type {HTMLAnchorElement} */ (document.getElementById("again"));
  again.href = `/console/login?next=${encodeURIComponent(location.pathname + location.search)}`;
  document.getElementById("notice").hidden = false;
}

let isOver = false;
let timer = 0;
let looked = 0;
function lookSoon() {
  if (timer) return;
  timer = setTimeout(() => {
    timer = 0;
    looked = Date.now();
    look();
  }, Math.max(0, looked + PAUSE - Date.now()));
}

/** One page listens for all that are open: browsers allow few connections to a server. */
function listen() {
  const others = new BroadcastChannel("bantam-console");
  const tell = () => {
    others.postMessage("changed");
    lookSoon();
  };
  others.onmessage = lookSoon;
  const subscribe = (/** @type {() => void} */ done) => {
    const source = new EventSource("/console/news");
    source.onopen = tell; // what happened while nobody listened
    source.addEventListener("changed", tell);
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      tell();
      setTimeout(() => (isOver ? done() : subscribe(done)), RETRY);
    };
  };
  if (navigator.locks) navigator.locks.request("bantam-console-news", () => new Promise((done) => subscribe(() => done(undefined))));
  else subscribe(() => {});
  setTimeout(lookSoon, SETTLED); // what happened between the page and the first news
}

// ---- Times: "3 min ago" goes on being true.

function ago(/** @type {number} */ seconds) {
  const unit = UNITS.find(([size]) => seconds >= size);
  return unit ? `${Math.floor(seconds / unit[0])} ${unit[1]} ago` : "just now";
}

function tick() {
  for (const time of document.querySelectorAll("time[data-ago]")) {
    const words = ago((Date.now() - Date.parse(time.getAttribute("datetime"))) / 1000);
    if (time.textContent !== words) time.textContent = words;
  }
}

// ---- Keys: single letters, for those who want them, and never while somebody is writing.

const MAY_USE = "bantam-console-keys";
const help = /** @type {HTMLDialogElement} */ (document.getElementById("keys"));
const useKeys = /** @type {HTMLInputElement} */ (document.getElementById("use-keys"));

function step(/** @type {number} */ by) {
  const items = [...document.querySelectorAll("a[data-item]")];
  if (!items.length) return;
  const at = items.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(at + by, 0), items.length - 1);
  items[next].focus();
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => document.getElementById("q")?.focus(),
  "?": () => help.showModal(),
};

function onKey(/** @type {KeyboardEvent} */ event) {
  const isWriting = event.target instanceof Element && event.target.closest("input, textarea, select, dialog");
  const act = KEYS[event.key];
  if (!act || !useKeys.checked || isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
}

// ---- Forms: sent once, however often the button is pressed.

function onSubmit(/** @type {SubmitEvent} */ event) {
  const button = event.submitter;
  if (button?.getAttribute("aria-disabled") === "true") event.preventDefault();
  else if (event.target.method === "post") button?.setAttribute("aria-disabled", "true");
}

// ---- Writing: back to the field after sending, Ctrl and Enter to send; the visitor sees that a reply is on its way.

const TELL_AGAIN = 3000;
let told = 0;

function onInput(/** @type {Event} */ event) {
  const field = event.target instanceof HTMLTextAreaElement ? event.target : null;
  const address = field?.dataset.tell;
  if (!address || !field.value || Date.now() - told < TELL_AGAIN) return;
  told = Date.now();
  const csrf = /** @type {HTMLInputElement} */ (field.form.elements.namedItem("csrf")).value;
  fetch(address, { method: "POST", body: new URLSearchParams({ csrf }) }).catch(() => {}); // only a courtesy
}

function onWritingKey(/** @type {KeyboardEvent} */ event) {
  const field = event.target instanceof HTMLTextAreaElement ? event.target : null;
  if (!field?.form || event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  event.preventDefault();
  field.form.requestSubmit(field.form.querySelector("button[type=submit]"));
}

function goOnWriting() {
  if (location.hash !== "#latest") return;
  /** @type {HTMLTextAreaElement | null} */ (document.querySelector("textarea[data-tell]"))?.focus({ preventScroll: true });
}

useKeys.checked = localStorage.getItem(MAY_USE) !== "no";
useKeys.addEventListener("change", () => localStorage.setItem(MAY_USE, useKeys.checked ? "yes" : "no"));
document.getElementById("help").addEventListener("click", () => help.showModal());
document.documentElement.classList.add("scripted");
document.addEventListener("keydown", onKey);
document.addEventListener("submit", onSubmit);
document.addEventListener("input", onInput);
document.addEventListener("keydown", onWritingKey);
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
  goOnWriting(); // now: going to the place that the address names takes the focus away
});
setInterval(tick, 20_000);
tick();
listen();
