// The list of messages: one bubble an entry, kept in step with the conversation without building it anew.

import { h, hidden, icon, linked } from "./dom.js";

/**
 * @typedef {import("./chat.js").Entry} Entry
 * @typedef {import("./transport.js").Button} Button
 * @typedef {{ root: HTMLElement, meta: HTMLElement }} Bubble
 */

const TOGETHER = 5 * 60_000; // messages of one author this close share one line with the time
const SETTLED_AFTER = 500;
const AT_END = 40; // pixels that still count as looking at the newest message

export class Messages {
  #texts;
  #language;
  #on;
  /** @type {Map<string, Bubble>} */
  #bubbles = new Map();
  #choices = h("div", { class: "choices", role: "group" });
  #typing = h("div", { class: "typing", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
  #list = h("div", { class: "list" });
  #offered = "";
  #settled = false;
  #pinned = true; // to the newest message, until the visitor scrolls up

  /**
   * @param {import("./texts.js").Texts} texts
   * @param {string} language
   * @param {{ choose: (button: Button) => void, retry: (key: string) => void }} on
   */
  constructor(texts, language, on) {
    this.#texts = texts;
    this.#language = language;
    this.#on = on;
    this.#choices.setAttribute("aria-label", texts.answers);
    this.log = h(
      "div",
      { class: "log", role: "log", "aria-live": "off", "aria-label": texts.conversation, tabindex: "0" },
      this.#list,
      this.#choices,
      this.#typing,
    );
    this.below = h(
      "button",
      { class: "below", type: "button", click: () => this.toEnd() },
      icon("down"),
      texts.below,
    );
    this.below.hidden = true;
    this.log.addEventListener("scroll", () => {
      this.#pinned = this.#atEnd;
      if (this.#pinned) this.below.hidden = true;
    });
    new ResizeObserver(() => this.#pinned && this.toEnd()).observe(this.log);
  }

  /** @param {{ entries: Entry[], buttons: Button[], typing: boolean, loaded: boolean }} now */
  show({ entries, buttons, typing, loaded }) {
    const news = entries.filter((entry) => !this.#bubbles.has(entry.key));
    this.#showEntries(entries);
    this.#offer(buttons);
    this.#typing.hidden = !typing;
    if (this.#pinned || news.some((entry) => entry.status === "sending")) this.toEnd();
    else if (news.length) this.below.hidden = false;
    // What was said before is not read out again; what is said once that has settled is.
    if (loaded && !this.#settled)
      setTimeout(() => this.log.setAttribute("aria-live", "polite"), SETTLED_AFTER);
    this.#settled ||= loaded;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.below.hidden = true;
  }

  get #atEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < AT_END;
  }

  /** @param {Entry[]} entries */
  #showEntries(entries) {
    /** @type {HTMLElement[]} */
    const wanted = [];
    const latest = entries.findLast(({ author }) => author === "visitor");
    entries.forEach((entry, index) => {
      const [before, after] = [entries[index - 1], entries[index + 1]];
      const newDay = entry.at && entry.at.toDateString() !== before?.at?.toDateString();
      if (newDay) wanted.push(this.#keyed(`day ${entry.at?.toDateString()}`, () => this.#day(entry)).root);
      const bubble = this.#keyed(entry.key, () => this.#bubble(entry));
      const first = newDay || !together(before, entry);
      bubble.root.className = `entry ${entry.author} ${entry.status} ${first ? "first" : ""}`;
      this.#tell(bubble.meta, entry, { timed: !together(entry, after), receipt: entry === latest });
      wanted.push(bubble.root);
    });
    place(this.#list, wanted);
    const kept = new Set(wanted);
    for (const [key, { root }] of this.#bubbles) if (!kept.has(root)) this.#bubbles.delete(key);
  }

  /** @param {string} key @param {() => Bubble} make */
  #keyed(key, make) {
    const bubble = this.#bubbles.get(key) ?? make();
    this.#bubbles.set(key, bubble);
    return bubble;
  }

  /** @param {Entry} entry @returns {Bubble} */
  #bubble({ author, text, name }) {
    const { assistant, you, person, somebody, newTab } = this.#texts;
    const who =
      author === "rep"
        ? h("p", { class: "author" }, h("bdi", {}, name ?? somebody), ` · ${person}`)
        : hidden(author === "bot" ? assistant : you);
    const words = h(
      "p",
      { class: "text", dir: "auto" },
      ...(author === "visitor" ? [text] : linked(text, newTab)),
    );
    const meta = h("p", { class: "meta" });
    return { root: h("div", {}, who, words, meta), meta };
  }

  /** @param {Entry} entry @returns {Bubble} */
  #day({ at }) {
    const root = h("p", { class: "day" }, at ? dayName(at, this.#language) : "");
    return { root, meta: root };
  }

  /**
   * The line under a bubble: when it was said, and how far the visitor's latest one got.
   * @param {HTMLElement} meta @param {Entry} entry @param {{ timed: boolean, receipt: boolean }} what
   */
  #tell(meta, { key, at, status }, { timed, receipt }) {
    const state = `${status} ${timed} ${receipt}`;
    if (meta.dataset.state === state) return;
    meta.dataset.state = state;
    const { failed, retry, sending, sent } = this.#texts;
    if (status === "failed") {
      const again = h("button", { type: "button", class: "retry", click: () => this.#on.retry(key) }, retry);
      meta.replaceChildren(failed, " ", again);
    } else if (status === "sending") {
      meta.replaceChildren(sending);
    } else if (timed && at) {
      const clock = at.toLocaleTimeString(this.#language, { timeStyle: "short" });
      meta.replaceChildren(h("time", { datetime: at.toISOString() }, clock), receipt ? ` · ${sent}` : "");
    } else {
      meta.replaceChildren();
    }
  }

  /** @param {Button[]} buttons */
  #offer(buttons) {
    const offered = JSON.stringify(buttons);
    if (offered === this.#offered) return;
    this.#offered = offered;
    const choose = (/** @type {Button} */ button) => {
      if (this.#offered === offered) this.#on.choose(button); // a second click finds the offer gone
    };
    this.#choices.replaceChildren(
      ...buttons.map((button) =>
        h("button", { type: "button", dir: "auto", click: () => choose(button) }, button.title),
      ),
    );
  }
}

/** @param {Entry | undefined} one @param {Entry | undefined} next */
function together(one, next) {
  if (!one?.at || !next?.at || one.author !== next.author || one.name !== next.name) return false;
  if (one.at.toDateString() !== next.at.toDateString()) return false;
  return next.at.getTime() - one.at.getTime() < TOGETHER && one.status === next.status;
}

/** Makes the children of `list` exactly `wanted`, moving nothing that is in place already.
 * @param {HTMLElement} list @param {HTMLElement[]} wanted */
function place(list, wanted) {
  const kept = new Set(wanted);
  for (const child of [...list.children]) if (!kept.has(/** @type {HTMLElement} */ (child))) child.remove();
  wanted.forEach((element, index) => {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
  });
}

/** @param {Date} at @param {string} language */
function dayName(at, language) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days > 1) return at.toLocaleDateString(language, { weekday: "long", day: "numeric", month: "long" });
  const name = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-days, "day");
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
