// <bantam-chat>: the launcher in the corner, the panel above it, and what the page around them shows of it.

import { About } from "./about.js";
import { aboutTextsOf } from "./about_texts.js";
import { Chat } from "./chat.js";
import { h, hidden, icon } from "./dom.js";
import { Panel } from "./panel.js";
import { palette, STYLE } from "./style.js";
import { textsOf, withNumber } from "./texts.js";

export class BantamChat extends HTMLElement {
  /** @type {Widget | null} */
  #widget = null;

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
  }

  connectedCallback() {
    this.#widget = new Widget(this);
  }

  disconnectedCallback() {
    this.#widget?.remove();
  }

  open() {
    this.#widget?.open();
  }

  close() {
    this.#widget?.close();
  }

  /**
   * The site had its visitor's consent to noting visits, or its withdrawal.
   * @param {boolean} granted @param {string} [wording]  what the visitor was asked, or the version of it
   */
  consent(granted, wording) {
    this.#widget?.consent(!!granted, wording ? cut(String(wording)) : undefined);
  }
}

/** One life of the element on the page, from being put there to being taken away. */
class Widget {
  #host;
  #texts;
  #greeting;
  #chat;
  #panel;
  #about;
  #badge = h("span", { class: "badge", "aria-hidden": "true" });
  #launcher;
  #label = hidden("");
  #colors = new CSSStyleSheet();
  #night = matchMedia("(prefers-color-scheme: dark)");
  #attached = new AbortController();
  #titleMark = "";

  /** @param {BantamChat} host */
  constructor(host) {
    const language = host.getAttribute("language") || document.documentElement.lang || navigator.language;
    this.#host = host;
    this.#texts = textsOf(language);
    this.#greeting = host.getAttribute("greeting") || this.#texts.greeting;
    this.#chat = new Chat(new URL("..", import.meta.url).href, {
      visit: () => visit(language),
      consent: modeOf(host.getAttribute("consent")),
    });
    this.#panel = new Panel(this.#texts, localeOf(language), {
      send: (text, button) => this.#chat.send(text, button),
      retry: (key) => this.#chat.retry(key),
      write: () => this.#chat.tellTyping(),
      fold: () => this.close(),
      about: () => this.#about.show(),
      decide: (granted) => this.#chat.decide(granted, this.#texts.mayWeNote),
    });
    this.#about = new About(aboutTextsOf(language), localeOf(language), this.#chat, {
      decide: (granted) => this.#chat.decide(granted, this.#texts.mayWeNote),
      erased: () => this.#show(),
    });
    this.#launcher = h(
      "button",
      { class: "launcher", type: "button", "aria-controls": "panel", click: () => this.#toggle() },
      this.#label,
      icon("bantam"),
      icon("down"),
      this.#badge,
    );
    this.#draw();
    this.#listen();
    this.#chat.resume();
    if (this.#chat.open && !this.#panel.small) this.#unfold();
    this.#show();
  }

  remove() {
    this.#attached.abort();
    this.#chat.stop();
    this.#markTitle(0);
  }

  open() {
    if (!this.#panel.open) this.#unfold();
    this.#panel.focus();
  }

  close() {
    if (!this.#panel.open) return;
    this.#panel.fold();
    this.#chat.open = false;
    this.#show();
    this.#launcher.focus();
  }

  /** @param {boolean} granted @param {string} [wording] */
  consent(granted, wording) {
    this.#chat.visits.siteSays(granted, wording);
  }

  #toggle() {
    if (this.#panel.open) this.close();
    else this.open();
  }

  #unfold() {
    this.#chat.start();
    this.#chat.open = true;
    this.#panel.unfold();
    this.#show();
  }

  #draw() {
    const root = /** @type {ShadowRoot} */ (this.#host.shadowRoot);
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style, this.#colors];
    root.replaceChildren(this.#panel.dialog, this.#launcher, this.#about.dialog);
    this.#paint();
    this.#panel.fit(this.#about.dialog);
  }

  #listen() {
    const { signal } = this.#attached;
    this.#chat.addEventListener("change", () => this.#show(), { signal });
    document.addEventListener("visibilitychange", () => this.#show(), { signal });
    this.#night.addEventListener("change", () => this.#paint(), { signal });
    for (const target of [window, visualViewport])
      for (const event of ["resize", "scroll"])
        target?.addEventListener(event, () => this.#panel.fit(this.#about.dialog), { signal, passive: true });
    this.#host.shadowRoot?.addEventListener(
      "keydown",
      (event) => {
        const { key, isComposing } = /** @type {KeyboardEvent} */ (event);
        if (key === "Escape" && !isComposing && !this.#about.open) this.close();
      },
      { signal },
    );
  }

  /** In the site's colour, light or dark as the site says or the visitor's system prefers. */
  #paint() {
    const wish = this.#host.getAttribute("dark");
    const dark = wish === "dark" || (wish !== "light" && this.#night.matches);
    this.#colors.replaceSync(palette(this.#host.getAttribute("color"), dark ? "dark" : "light"));
  }

  #show() {
    const { open } = this.#panel;
    const seen = open && !document.hidden;
    if (seen) this.#chat.read();
    const unread = seen ? 0 : this.#chat.unread;
    const { openUnread, open: toOpen, close } = this.#texts;
    this.#label.textContent = open ? close : unread ? withNumber(openUnread, unread) : toOpen;
    this.#launcher.setAttribute("aria-expanded", String(open));
    this.#badge.textContent = unread > 99 ? "99+" : String(unread);
    this.#badge.hidden = !unread;
    this.#markTitle(unread);
    this.#panel.show({ entries: [this.#hello, ...this.#chat.entries()], chat: this.#chat });
  }

  /** Shown above everything, never stored. @returns {import("./chat.js").Entry} */
  get #hello() {
    return { key: "greeting", author: "bot", text: this.#greeting, at: null, name: null, status: "sent" };
  }

  /** "(2) Title of the page"; the page may have set another title in the meantime. @param {number} unread */
  #markTitle(unread) {
    const mark = unread ? `(${unread}) ` : "";
    const plain = document.title.startsWith(this.#titleMark)
      ? document.title.slice(this.#titleMark.length)
      : document.title;
    if (document.title !== mark + plain) document.title = mark + plain;
    this.#titleMark = mark;
  }
}

/** @param {string | null} written @returns {import("./visits.js").Mode} */
function modeOf(written) {
  return written === "granted" || written === "site" || written === "off" ? written : "ask";
}

/** How the visitor writes times in this language: a page in English shows 15:30 in London. @param {string} language */
function localeOf(language) {
  const [spoken] = language.split("-");
  return navigator.languages.find((locale) => locale.split("-")[0] === spoken) ?? language;
}

/** The page the visitor is on. Without query and fragment: these may hold what is nobody's business. @param {string} language */
function visit(language) {
  const parameters = [...new URLSearchParams(location.search)];
  const utm = parameters
    .filter(([name]) => name.startsWith("utm_"))
    .map(([name, value]) => [name.slice(4), cut(value)]);
  return {
    page: {
      url: cut(location.origin + location.pathname),
      title: cut(document.title),
      referrer: cut(document.referrer.split(/[?#]/)[0]),
      utm: Object.fromEntries(utm),
    },
    language,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** @param {string} text */
function cut(text) {
  return text.slice(0, 500);
}

customElements.define("bantam-chat", BantamChat);
