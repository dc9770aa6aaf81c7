// The panel: who we talk to, what was said, and the field to write in. A dialog; on small screens a modal one.

import { h, icon } from "./dom.js";
import { Messages } from "./messages.js";
import { withNumber } from "./texts.js";

const LONGEST = 2_000; // characters the server takes
const COUNT_FROM = 1_800;
const SMALL_SCREEN = "(max-width: 30em), (max-height: 30em)"; // the same as in the style sheet

export class Panel {
  #texts;
  #on;
  #messages;
  #small = matchMedia(SMALL_SCREEN);
  #title = h("p", { class: "title", id: "title" });
  #status = h("p", { class: "status" });
  #notice = h("p", { class: "notice", role: "status" });
  #left = h("span", { class: "left", id: "left" });
  #ask;
  #input;
  #send;

  /**
   * @param {import("./texts.js").Texts} texts
   * @param {string} language
   * @param {{ send: (text: string, button?: import("./transport.js").Button) => void, retry: (key: string) => void,
   *   write: () => void, fold: () => void, about: () => void, decide: (granted: boolean) => void }} on
   */
  constructor(texts, language, on) {
    this.#texts = texts;
    this.#on = on;
    this.#messages = new Messages(texts, language, {
      choose: (button) => {
        on.send(button.title, button);
        this.focus();
      },
      retry: on.retry,
    });
    this.#input = h("textarea", {
      rows: "1",
      dir: "auto",
      maxlength: String(LONGEST),
      enterkeyhint: "send",
      placeholder: texts.placeholder,
      "aria-label": texts.placeholder,
      "aria-describedby": "left",
      input: () => this.#onInput(),
    });
    this.#input.addEventListener("keydown", (event) => this.#onKey(event));
    this.#send = h("button", { class: "send", type: "submit", "aria-label": texts.send }, icon("send"));
    const answer = (/** @type {string} */ words, /** @type {boolean} */ granted) =>
      h("button", { type: "button", click: () => this.#decide(granted) }, words);
    this.#ask = h(
      "div",
      { class: "ask" },
      h("p", {}, texts.mayWeNote),
      h("p", { class: "decide" }, answer(texts.agree, true), answer(texts.disagree, false)),
    );
    this.dialog = h(
      "dialog",
      {
        class: "panel",
        id: "panel",
        tabindex: "-1",
        "aria-labelledby": "title",
        cancel: (event) => this.#onCancel(event),
      },
      h(
        "header",
        {},
        h("span", { class: "mark" }, icon("bantam")),
        h("div", { class: "who" }, this.#title, this.#status),
        h(
          "button",
          { class: "icon", type: "button", "aria-label": texts.about, "aria-haspopup": "dialog", click: on.about },
          icon("about"),
        ),
        h(
          "button",
          { class: "icon close", type: "button", "aria-label": texts.close, click: on.fold },
          icon("close"),
        ),
      ),
      this.#notice,
      this.#ask,
      h("div", { class: "body" }, this.#messages.log, this.#messages.below),
      h(
        "form",
        { submit: (event) => this.#onSubmit(event) },
        h("div", { class: "field" }, this.#input, this.#left),
        this.#send,
      ),
    );
    this.#onInput();
  }

  get open() {
    return this.dialog.open;
  }

  /** Whether it fills the screen and keeps the page behind it out of reach. */
  get small() {
    return this.#small.matches;
  }

  /** Opens without taking the focus, unless it takes the whole screen. */
  unfold() {
    if (this.small) this.dialog.showModal();
    else this.dialog.open = true;
  }

  fold() {
    this.dialog.close();
  }

  /** To the field; not on a touch screen, where the keyboard would cover what there is to read. */
  focus() {
    if (matchMedia("(pointer: coarse)").matches) this.dialog.focus();
    else this.#input.focus();
  }

  /**
   * Keeps the panel on what the eye sees while the screen turns, shrinks or gives way to a keyboard.
   * @param {HTMLElement} above  what covers the panel, and goes with it
   */
  fit(above) {
    const { height, offsetTop, scale } = visualViewport ?? { height: innerHeight, offsetTop: 0, scale: 1 };
    const zoomed = scale > 1.01; // pinched: the reader moves about in the page, and the panel stays as it is
    for (const { style } of [this.dialog, above]) {
      style.setProperty("--height", zoomed ? "" : `${height}px`);
      style.setProperty("--top", zoomed ? "" : `${offsetTop}px`);
    }
    if (!this.open || above.matches("[open]") || this.dialog.matches(":modal") === this.small) return;
    const writing = this.dialog.contains(this.#active);
    this.fold();
    this.unfold();
    if (writing) this.focus();
  }

  /**
   * @param {{ entries: import("./chat.js").Entry[], chat: import("./chat.js").Chat }} now
   */
  show({ entries, chat: { buttons, typing, loaded, state, person, online, visits } }) {
    const { title, human, assistant, offline, ended } = this.#texts;
    write(this.#title, (state === "human" && person) || title);
    write(this.#status, state === "human" ? human : assistant);
    write(this.#notice, online ? (state === "closed" ? ended : "") : offline);
    this.#notice.hidden = this.#notice.textContent === "";
    this.#ask.hidden = !visits.asks;
    this.#messages.show({ entries, buttons, typing, loaded });
  }

  get #active() {
    return /** @type {ShadowRoot} */ (this.dialog.getRootNode()).activeElement;
  }

  /** @param {boolean} granted */
  #decide(granted) {
    this.#on.decide(granted);
    this.focus(); // what was pressed is gone
  }

  #onInput() {
    const { value, style } = this.#input;
    const left = LONGEST - value.length;
    write(this.#left, value.length >= COUNT_FROM ? String(left) : "");
    this.#left.title = withNumber(this.#texts.left, left);
    this.#left.hidden = value.length < COUNT_FROM;
    this.#send.setAttribute("aria-disabled", String(!value.trim()));
    style.height = "";
    if (value) style.height = `${this.#input.scrollHeight}px`;
    if (value) this.#on.write();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    this.#onSubmit(event);
  }

  /** @param {Event} event */
  #onSubmit(event) {
    event.preventDefault();
    const text = this.#input.value.trim();
    if (!text) return;
    this.#input.value = "";
    this.#onInput();
    this.#on.send(text);
    this.#input.focus();
  }

  /** Escape, or the back gesture of a phone. @param {Event} event */
  #onCancel(event) {
    event.preventDefault();
    this.#on.fold();
  }
}

/** Sets the text only where it changed, so that nothing is read out twice. @param {HTMLElement} element @param {string} text */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
