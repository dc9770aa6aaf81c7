// What the browser remembers between page loads: the token, what was read, and the messages not sent yet.
// The conversation itself stays on the server. Where storage is blocked, all this lasts as long as the page.

/**
 * A message on its way to the server. `client_id` makes sending it again harmless.
 * @typedef {{ client_id: string, text: string, button?: string, at: number, failed?: string }} Outgoing
 */

const OUTGOING = "outgoing:"; // one key per message, so that two tabs never overwrite each other's

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
    this.#values.delete(OUTGOING + client_id);
    attempt(() => localStorage.removeItem(this.#prefix + OUTGOING + client_id));
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
