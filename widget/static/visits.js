// What the visitor does on the site: pages looked at, and forms sent that ask for it. Noted only after they have agreed,
// and never against what their browser says.

import { newId } from "./ids.js";
import { Refused } from "./transport.js";

/**
 * How the site wants consent to be had: we ask in the panel, the site has it already, the site will tell us
 * (`bantam.consent`), or visits are none of our business.
 * @typedef {"ask" | "granted" | "site" | "off"} Mode
 * @typedef {{ url: string, title: string, referrer: string, utm: Record<string, string> }} Page
 */

const BY_THE_SITE = "The site says that it was granted."; // for the record, when the site gives no words of its own
const AGAIN = 5_000;

export class Visits {
  #mode;
  #store;
  #transport;
  #page;
  #path = "";
  #conversation = "";
  #telling = false;
  #attached = new AbortController();

  /**
   * @param {Mode} mode
   * @param {{ store: import("./store.js").Store, transport: import("./transport.js").Transport, page: () => Page }} parts
   */
  constructor(mode, { store, transport, page }) {
    this.#mode = refusesTracking() ? "off" : mode;
    this.#store = store;
    this.#transport = transport;
    this.#page = page;
    if (this.#mode === "off") return;
    const { signal } = this.#attached;
    document.addEventListener("submit", (event) => this.#onSubmit(event), { signal, capture: true });
    for (const source of [window, /** @type {any} */ (window).navigation])
      for (const event of ["popstate", "navigatesuccess"])
        source?.addEventListener(event, () => this.#look(), { signal });
    if (this.#mode === "granted" && !this.#store.consent) this.siteSays(true);
    else this.#look();
  }

  stop() {
    this.#attached.abort();
  }

  /** Whether the visitor should be asked: nobody has decided yet, and it is for us to ask. */
  get asks() {
    return this.#mode === "ask" && !this.#store.consent;
  }

  /** Whether visits can be noted here at all. */
  get possible() {
    return this.#mode !== "off";
  }

  get granted() {
    return this.possible && !!this.#store.consent?.granted;
  }

  /** The visitor decides, here. @param {boolean} granted @param {string} wording  what they were asked */
  decide(granted, wording) {
    if (this.possible) this.#keep({ granted, wording, own: true });
  }

  /**
   * The site tells what its visitor decided there. That never undoes a "no" they gave us.
   * @param {boolean} granted @param {string} [wording]  what they were asked, or the version of it
   */
  siteSays(granted, wording = BY_THE_SITE) {
    const known = this.#store.consent;
    const isNews = known ? known.granted !== granted && !(granted && known.own) : granted;
    if (this.possible && isNews) this.#keep({ granted, wording });
  }

  /** A session is open: what waits can be told. @param {string} conversation  the visitor's id */
  onSession(conversation) {
    this.#conversation = conversation;
    this.#tell();
  }

  /** @param {import("./store.js").ConsentGiven} consent */
  #keep(consent) {
    const isFirst = !this.#store.consent;
    this.#store.consent = consent;
    this.#path = "";
    if (consent.granted) this.#look();
    else this.#drop();
    if (consent.granted || !isFirst) this.#tell(); // a "no" to begin with needs no session
  }

  #drop() {
    for (const { id } of this.#store.untold()) this.#store.dropUntold(id);
  }

  #look() {
    if (!this.granted || location.pathname === this.#path) return;
    this.#path = location.pathname;
    this.#note({ kind: "page_view" });
  }

  /** A form says by `data-bantam-form` that it may be noted: its name, and nothing of what is in it. @param {Event} event */
  #onSubmit({ target }) {
    if (!this.granted || !(target instanceof HTMLFormElement) || !target.hasAttribute("data-bantam-form")) return;
    this.#note({ kind: "form_submit", form: target.getAttribute("data-bantam-form") || target.id });
  }

  /** @param {{ kind: string, form?: string }} what */
  #note(what) {
    this.#store.keepUntold({ id: newId(), ...what, page: this.#page() });
    this.#tell();
  }

  /** The decision first, then what was done, in order; what cannot be told now is told later, also on the next page. */
  async #tell() {
    if (this.#telling || !this.#store.consent || this.#attached.signal.aborted) return;
    this.#transport.start();
    if (!this.#conversation) return;
    this.#telling = true;
    try {
      for (let consent; (consent = this.#store.consent) && consent.toldAs !== this.#conversation;)
        await this.#tellDecision(consent);
      for (let signals; (signals = this.#store.untold().slice(0, 20)).length && this.granted;) {
        await this.#transport.request("POST", "chat/signals", { signals });
        for (const { id } of signals) this.#store.dropUntold(id);
      }
    } catch (error) {
      this.#onTrouble(error);
    } finally {
      this.#telling = false;
    }
  }

  /** @param {import("./store.js").ConsentGiven} consent */
  async #tellDecision(consent) {
    const toldAs = this.#conversation;
    const state = consent.granted ? "granted" : "withdrawn";
    await this.#transport.request("POST", "chat/consent", { state, wording: consent.wording });
    // Unless they have decided otherwise in the meantime: that has to be told, too.
    if (this.#store.consent?.granted === consent.granted) this.#store.consent = { ...consent, toldAs };
  }

  /** What is refused for good is dropped; the rest waits. @param {unknown} error */
  #onTrouble(error) {
    if (error instanceof Refused && error.lasting) this.#drop();
    else setTimeout(() => this.#tell(), Math.max(AGAIN, error instanceof Refused ? error.retryAfter : 0));
  }
}

/** Global Privacy Control, and the older Do Not Track. */
function refusesTracking() {
  const { globalPrivacyControl, doNotTrack } = /** @type {any} */ (navigator);
  return globalPrivacyControl === true || doNotTrack === "1";
}
