// "What we know about you": every answer and what was noticed, each to change or remove, and everything to erase.
// A modal dialog over the panel: the browser keeps the focus in it, and gives it back.

import { h, icon } from "./dom.js";
import { Refused } from "./transport.js";

/**
 * @typedef {{ topic: string, value: string, words: string, origin: "said" | "here" | "told", at: string }} Known
 * @typedef {{ id: string, what: string, at: string, path?: string, title?: string, form?: string }} Noticed
 * @typedef {{ referrer: string | null, utm: Record<string, string>, timezone: string | null }} Source
 * @typedef {{ answers: Known[], noticed: Noticed[], source: Source, may_note: boolean }} Holding
 */

export class About {
  #texts;
  #language;
  #chat;
  #on;
  #status = h("p", { class: "told", role: "status" });
  #body = h("div", { class: "known" });

  /**
   * @param {import("./about_texts.js").AboutTexts} texts
   * @param {string} language
   * @param {import("./chat.js").Chat} chat
   * @param {{ decide: (granted: boolean) => void, erased: () => void }} on
   */
  constructor(texts, language, chat, on) {
    this.#texts = texts;
    this.#language = language;
    this.#chat = chat;
    this.#on = on;
    const back = h("button", { class: "icon", type: "button", "aria-label": texts.back, click: () => this.close() });
    back.append(icon("back"));
    const title = h("h2", { class: "title", id: "about-title" }, texts.title);
    const attributes = { class: "panel about", "aria-labelledby": "about-title" };
    this.dialog = h("dialog", attributes, h("header", {}, back, title), this.#status, this.#body);
  }

  get open() {
    return this.dialog.open;
  }

  async show() {
    this.#body.replaceChildren();
    this.#say("");
    this.dialog.showModal();
    await this.#attempt(async () => this.#draw(await this.#chat.about()));
  }

  close() {
    this.dialog.close();
  }

  /** @param {Holding} holding */
  #draw({ answers, noticed, source }) {
    const { intro, told, nothingTold, noticed: noticedTitle, nothingNoticed } = this.#texts;
    const facts = this.#facts(source);
    this.#body.replaceChildren(
      h("p", { class: "intro" }, intro),
      heading("about-told", told),
      list("about-told", answers.map((known) => this.#answer(known)), nothingTold),
      heading("about-noticed", noticedTitle),
      list("about-noticed", [...noticed.map((one) => this.#signal(one)), ...facts], nothingNoticed),
      this.#noting(),
      this.#erasing(),
    );
  }

  /** @param {Known} known */
  #answer({ topic, value, words, origin, at }) {
    const texts = this.#texts;
    const label = texts.topics[topic] ?? topic;
    const from = { said: texts.said, here: texts.here, told: texts.toldByOthers }[origin];
    const acts = h("p", { class: "acts" });
    const change = this.#button(texts.change, label, () => acts.replaceWith(this.#editor(topic, label, value, acts)));
    change.id = `change-${topic}`;
    const remove = this.#button(texts.remove, label, () =>
      this.#change(() => this.#chat.forget({ topic }), texts.removed, "about-told"),
    );
    acts.append(change, remove);
    return h(
      "li",
      {},
      h("p", { class: "what" }, label),
      h("p", { class: "value", dir: "auto" }, topic === "country" ? this.#country(value) : value),
      h("p", { class: "from" }, this.#at(from, at), words ? " " : "", ...(words ? [h("q", { dir: "auto" }, words)] : [])),
      acts,
    );
  }

  /** @param {Noticed} one */
  #signal({ id, what, at, path, title, form }) {
    const { signals, on, remove, gone } = this.#texts;
    const label = signals[what] ?? what;
    const where = form ?? title ?? path;
    return h(
      "li",
      {},
      h("p", { class: "what" }, label),
      ...(where ? [h("p", { class: "value", dir: "auto" }, path && path !== where ? `${where} (${path})` : where)] : []),
      h("p", { class: "from" }, this.#at(on, at)),
      h(
        "p",
        { class: "acts" },
        this.#button(remove, label, () =>
          this.#change(() => this.#chat.forget({ signal: id }), gone, "about-noticed"),
        ),
      ),
    );
  }

  /** What came with them, which goes when everything goes. @param {Source} source */
  #facts({ referrer, utm, timezone }) {
    const { cameFrom, campaign, timezone: zone } = this.#texts;
    const campaigns = Object.entries(utm).map(([name, value]) => `${name}: ${value}`);
    const facts = [
      [cameFrom, referrer],
      [campaign, campaigns.join(", ")],
      [zone, timezone],
    ];
    return facts
      .filter(([, value]) => value)
      .map(([label, value]) =>
        h("li", {}, h("p", { class: "what" }, label ?? ""), h("p", { class: "value", dir: "auto" }, value ?? "")),
      );
  }

  /** @param {string} topic @param {string} label @param {string} value @param {HTMLElement} acts */
  #editor(topic, label, value, acts) {
    const { what, save, cancel, changed } = this.#texts;
    const input = h("input", { maxlength: "500", dir: "auto", value, "aria-label": `${label}: ${what}` });
    const done = h("button", { type: "submit" }, save);
    const leave = h("button", { type: "button" }, cancel);
    const editor = h("form", { class: "editor" }, input, done, leave);
    leave.addEventListener("click", () => {
      editor.replaceWith(acts);
      acts.querySelector("button")?.focus();
    });
    editor.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = input.value.trim();
      if (text) this.#change(() => this.#chat.correct(topic, text), changed, `change-${topic}`);
    });
    setTimeout(() => input.select());
    return editor;
  }

  #noting() {
    const { noting, notNoting, stop, allow, refused } = this.#texts;
    const { possible, granted } = this.#chat.visits;
    if (!possible) return h("p", { class: "noting" }, refused);
    const toggle = h("button", { type: "button", id: "noting" }, granted ? stop : allow);
    const line = h("p", { class: "noting" }, granted ? noting : notNoting, " ", toggle);
    toggle.addEventListener("click", () => {
      this.#on.decide(!granted);
      const now = this.#noting();
      line.replaceWith(now);
      now.querySelector("button")?.focus();
      this.#say(granted ? notNoting : noting);
    });
    return line;
  }

  #erasing() {
    const { eraseAll, eraseSure, erase, keep } = this.#texts;
    const ask = h("button", { type: "button", class: "erase" }, eraseAll);
    const sure = h("button", { type: "button", class: "erase", click: () => this.#erase() }, erase);
    const no = h("button", { type: "button" }, keep);
    const question = h("div", { class: "sure", role: "group", "aria-label": eraseAll }, h("p", {}, eraseSure));
    question.append(h("p", { class: "acts" }, sure, no));
    const swap = (/** @type {HTMLElement} */ out, /** @type {HTMLElement} */ come, /** @type {HTMLElement} */ focus) => {
      out.replaceWith(come);
      focus.focus();
    };
    ask.addEventListener("click", () => swap(ask, question, no));
    no.addEventListener("click", () => swap(question, ask, ask));
    return h("div", { class: "erasing" }, ask);
  }

  #erase() {
    return this.#attempt(async () => {
      await this.#chat.erase();
      this.#body.replaceChildren();
      this.#say(this.#texts.erased);
      this.#on.erased();
      this.dialog.querySelector("button")?.focus();
    });
  }

  /**
   * Changes something, shows what there is now, and says so; the focus goes to the element of this id.
   * @param {() => Promise<Holding>} change @param {string} said @param {string} next
   */
  #change(change, said, next) {
    return this.#attempt(async () => {
      this.#draw(await change());
      this.#say(said);
      /** @type {HTMLElement | null} */ (this.#body.querySelector(`#${next}`))?.focus();
    });
  }

  /** @param {() => Promise<void>} action */
  async #attempt(action) {
    try {
      await action();
    } catch (error) {
      this.#say(error instanceof Refused && error.lasting ? error.message : this.#texts.failed);
    }
  }

  /** @param {string} words */
  #say(words) {
    this.#status.textContent = words;
  }

  /** A button that says what it is about to whoever does not see what it stands beside.
   * @param {string} words @param {string} about @param {() => void} click */
  #button(words, about, click) {
    return h("button", { type: "button", "aria-label": `${words}: ${about}`, click }, words);
  }

  /** @param {string} text @param {string} at */
  #at(text, at) {
    const shown = new Date(at).toLocaleString(this.#language, { dateStyle: "medium", timeStyle: "short" });
    return text.replace("{at}", shown);
  }

  /** @param {string} code */
  #country(code) {
    if (!/^[A-Z]{2}$/.test(code)) return code;
    return new Intl.DisplayNames(this.#language, { type: "region" }).of(code) ?? code;
  }
}

/** @param {string} id @param {string} words */
function heading(id, words) {
  return h("h3", { id, tabindex: "-1" }, words);
}

/** @param {string} labelled @param {HTMLElement[]} items @param {string} nothing */
function list(labelled, items, nothing) {
  return items.length ? h("ul", { "aria-labelledby": labelled }, ...items) : h("p", { class: "from" }, nothing);
}
