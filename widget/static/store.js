// What the browser remembers between page loads: the token, what was read, what was decided, and what is not sent yet.
// The conversation itself stays on the server. Where storage is blocked, all this lasts as long as the page.

/**
 * A message on its way to the server. `client_id` makes sending it again harmless.
 * @typedef {{ client_id: string, text: string, button?: string, at: number, failed?: string }} Outgoing
 */

/**
 * What the visitor decided about noting their visits (`own`: here, and not on the site), and as which visitor the
 * server has been told.
 * @typedef {{ granted: boolean, wording: string, own?: boolean, toldAs?: string }} ConsentGiven
 *
 * Something the visitor did that the server does not know yet.
 * @typedef {{ id: string, kind: string, form?: string, page: object }} Untold
 */

const OUTGOING = "outgoing:"; // one key per message, so that two tabs never overwrite each other's
const UNTOLD = "untold:";

export class Store {
  #prefix;
  #changed;
  /** @type {Map<string, string>} */
  #values = new Map();

  /**
   * @param {string} scope  keeps two servers on one page apart
   * @param {() => void} changed  called when another tab has written
   */
  constructor(scope, changed) {
    this.#prefix = `bantam:${scope}:`;
    this.#changed = changed;
    this.#load();
    addEventListener("storage", this.#onStorage);
  }

  close() {
    removeEventListener("storage", this.#onStorage);
  }

  /** The visitor's token and the conversation it opens; one value, as they change together. */
  get session() {
    const { token = null, conversation = null } = JSON.parse(this.#values.get("session") ?? "{}");
    return { token, conversation };
  }

  /** @param {{ token: string | null, conversation: string | null }} session */
  set session({ token, conversation }) {
    if (conversation !== this.session.conversation) this.seen = 0;
    this.#set("session", JSON.stringify({ token, conversation }));
  }

  /** The sequence number up to which the visitor has read. */
  get seen() {
    return Number(this.#values.get("seen") ?? 0);
  }

  set seen(seq) {
    this.#set("seen", String(seq));
  }

  /** Whether the panel was open when this tab left its last page. */
  get open() {
    return attempt(() => sessionStorage.getItem(this.#prefix + "open")) === "yes";
  }

  set open(open) {
    attempt(() => sessionStorage.setItem(this.#prefix + "open", open ? "yes" : "no"));
  }

  /** Messages not yet with the server, oldest first. @returns {Outgoing[]} */
  outgoing() {
    return [...this.#values]
      .filter(([key]) => key.startsWith(OUTGOING))
      .map(([, value]) => JSON.parse(value))
      .sort((one, other) => one.at - other.at);
  }

  /** @param {Outgoing} message */
  keep(message) {
    this.#set(OUTGOING + message.client_id, JSON.stringify(message));
  }

  /** @param {string} client_id */
  drop(client_id) {
    this.#remove(OUTGOING + client_id);
  }

  /** @returns {ConsentGiven | null} */
  get consent() {
    return JSON.parse(this.#values.get("consent") ?? "null");
  }

  set consent(consent) {
    this.#set("consent", JSON.stringify(consent));
  }

  /** What the visitor did that the server does not know yet. @returns {Untold[]} */
  untold() {
    return [...this.#values].filter(([key]) => key.startsWith(UNTOLD)).map(([, value]) => JSON.parse(value));
  }

  /** @param {Untold} done */
  keepUntold(done) {
    this.#set(UNTOLD + done.id, JSON.stringify(done));
  }

  /** @param {string} id */
  dropUntold(id) {
    this.#remove(UNTOLD + id);
  }

  /** Forgets everything: this browser is a stranger's. */
  clear() {
    for (const key of [...this.#values.keys()]) this.#remove(key);
  }

  #onStorage = (/** @type {StorageEvent} */ event) => {
    if (event.key !== null && !event.key.startsWith(this.#prefix)) return;
    this.#load();
    this.#changed();
  };

  #load() {
    const stored = attempt(() => Object.entries(localStorage)) ?? [];
    const ours = stored.filter(([key]) => key.startsWith(this.#prefix));
    this.#values = new Map(ours.map(([key, value]) => [key.slice(this.#prefix.length), value]));
  }

  /** @param {string} key @param {string} value */
  #set(key, value) {
    this.#values.set(key, value);
    attempt(() => localStorage.setItem(this.#prefix + key, value));
  }

  /** @param {string} key */
  #remove(key) {
    this.#values.delete(key);
    attempt(() => localStorage.removeItem(this.#prefix + key));
  }
}

/** The result, or undefined where storage is blocked or full: what is in memory goes on working.
 * @template T @param {() => T} action @returns {T | undefined} */
function attempt(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}
