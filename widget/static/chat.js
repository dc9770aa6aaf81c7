// The conversation as this page knows it: what the server has, what still waits to be sent, what was read.
// It knows nothing of the page; it dispatches "change", and the element shows what it holds.

import { newId } from "./ids.js";
import { Store } from "./store.js";
import { Refused, Transport } from "./transport.js";
import { Visits } from "./visits.js";

/**
 * @typedef {import("./transport.js").Message} Message
 * @typedef {import("./transport.js").Button} Button
 * @typedef {{ key: string, author: Message["author"], text: string, at: Date | null, name: string | null,
 *   status: "sending" | "sent" | "failed" }} Entry  one bubble, as it is shown
 */

const TYPING_LASTS = 12_000; // a turn of the bot takes ten seconds at most
const TYPING_AGAIN = 3_000;
const SEND_AGAIN = 5_000;

export class Chat extends EventTarget {
  online = true;
  typing = false;
  /** @type {import("./transport.js").State} */
  state = "bot";
  #store;
  #transport;
  /** @type {Map<number, Message>} */
  #messages = new Map();
  #conversation = "";
  #expected = Infinity;
  #flushing = false;
  #toldTyping = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typingEnds;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #again;

  /**
   * @param {string} base  address of the server
   * @param {{ visit: () => { page: import("./visits.js").Page, language: string, timezone: string },
   *   consent: import("./visits.js").Mode }} about  describes the page we are on, and how its site has consent
   */
  constructor(base, { visit, consent }) {
    super();
    this.#store = new Store(new URL(base).host, () => this.#onOtherTab());
    this.#transport = new Transport(base, {
      page: visit,
      token: () => this.#store.session.token,
      on: {
        session: (session) => this.#onSession(session),
        message: (message) => this.#onMessage(message),
        typing: (on) => this.#onTyping(on),
        state: (state) => this.#set({ state }),
        online: (online) => this.#onOnline(online),
      },
    });
    const parts = { store: this.#store, transport: this.#transport, page: () => visit().page };
    this.visits = new Visits(consent, parts);
  }

  /** A visitor who talked to us before is connected at once, so that an answer is seen; others when they open. */
  resume() {
    if (this.#store.session.token || this.#store.outgoing().length) this.start();
  }

  start() {
    this.#transport.start();
  }

  stop() {
    this.visits.stop();
    this.#transport.stop();
    this.#store.close();
    clearTimeout(this.#again);
    clearTimeout(this.#typingEnds);
  }

  /** Whether everything that was said before has arrived. */
  get loaded() {
    return this.#last >= this.#expected;
  }

  /** Whether the panel was open when the page was left. */
  get open() {
    return this.#store.open;
  }

  set open(open) {
    this.#store.open = open;
  }

  get unread() {
    const seen = this.#store.seen;
    return this.#received().filter((message) => message.author !== "visitor" && message.seq > seen).length;
  }

  /** The visitor sees the newest message. */
  read() {
    if (this.#last <= this.#store.seen) return;
    this.#store.seen = this.#last;
    this.#changed();
  }

  /** Name of the person who has the conversation, when one does. */
  get person() {
    return this.#received().findLast((message) => message.author === "rep")?.name ?? null;
  }

  /** Everything said, oldest first, with what still waits to be sent at the end. @returns {Entry[]} */
  entries() {
    /** @type {Entry[]} */
    const entries = this.#received().map((message) => ({
      key: message.client_id ?? String(message.seq),
      author: message.author,
      text: message.text,
      at: new Date(message.at),
      name: message.name ?? null,
      status: "sent",
    }));
    for (const { client_id, text, at, failed } of this.#store.outgoing())
      entries.push({
        key: client_id,
        author: "visitor",
        text,
        at: new Date(at),
        name: null,
        status: failed ? "failed" : "sending",
      });
    return entries;
  }

  /** The answers on offer: those of the bot's latest message, until the visitor says something. @returns {Button[]} */
  get buttons() {
    if (this.#store.outgoing().length) return [];
    const received = this.#received();
    const answered = received.findLastIndex((message) => message.author === "visitor");
    const offer = received.slice(answered + 1).findLast((message) => message.buttons?.length);
    return offer?.buttons ?? [];
  }

  /** @param {string} text  what the visitor typed, or the title of the button pressed @param {Button} [button] */
  send(text, button) {
    const last = this.#store.outgoing().at(-1)?.at ?? 0;
    const at = Math.max(Date.now(), last + 1);
    this.#store.keep({ client_id: newId(), text, at, ...(button && { button: button.id }) });
    this.#toldTyping = 0; // a message ends the typing: the next key begins anew
    this.#changed();
    this.start();
    this.#flush();
  }

  /** @param {string} client_id */
  retry(client_id) {
    const message = this.#store.outgoing().find((waiting) => waiting.client_id === client_id);
    if (!message) return;
    this.#store.keep({ ...message, failed: undefined });
    this.#changed();
    this.#flush();
  }

  /** The visitor writes; said to the other end now and then. */
  tellTyping() {
    if (Date.now() - this.#toldTyping < TYPING_AGAIN) return;
    this.#toldTyping = Date.now();
    this.#transport.typing();
  }

  get #last() {
    return Math.max(0, ...this.#messages.keys());
  }

  #received() {
    return [...this.#messages.values()].sort((one, other) => one.seq - other.seq);
  }

  /** Sends what waits, one after the other. A message that the server refuses for good does not hold up the rest. */
  async #flush() {
    if (this.#flushing) return;
    this.#flushing = true;
    clearTimeout(this.#again);
    try {
      for (let message; (message = this.#store.outgoing().find((waiting) => !waiting.failed));)
        await this.#deliver(message);
    } catch (error) {
      const pause = error instanceof Refused ? error.retryAfter : 0;
      this.#again = setTimeout(() => this.#flush(), Math.max(pause, SEND_AGAIN));
    } finally {
      this.#flushing = false;
    }
  }

  /** @param {import("./store.js").Outgoing} message */
  async #deliver(message) {
    const { client_id, text, button, at } = message;
    try {
      const seq = await this.#transport.deliver(button ? { client_id, button } : { client_id, text });
      const said = new Date(at).toISOString();
      if (!this.#messages.has(seq))
        this.#onMessage({ seq, author: "visitor", text, buttons: [], at: said, client_id });
    } catch (error) {
      if (!(error instanceof Refused && error.lasting)) throw error;
      this.#store.keep({ ...message, failed: error.message });
      this.#changed();
    }
  }

  /** @param {import("./transport.js").Session} session */
  #onSession({ token, conversation, last_seq, state }) {
    if (conversation !== this.#conversation) this.#messages.clear();
    this.#conversation = conversation;
    this.#expected = last_seq;
    this.#store.session = { token, conversation };
    this.#set({ state });
    this.#flush();
    this.visits.onSession(conversation);
  }

  /** What the server knows about this visitor. @returns {Promise<import("./about.js").Holding>} */
  about() {
    return this.#transport.request("GET", "chat/me");
  }

  /** Puts an answer right. @param {string} topic @param {string} text @returns {Promise<import("./about.js").Holding>} */
  correct(topic, text) {
    return this.#transport.request("POST", "chat/me/correct", { topic, text });
  }

  /** Takes an answer or something noticed away. @param {{ topic: string } | { signal: string }} what
   * @returns {Promise<import("./about.js").Holding>} */
  forget(what) {
    return this.#transport.request("POST", "chat/me/forget", what);
  }

  /** Everything goes, there and here; whoever writes again is somebody new. */
  async erase() {
    await this.#transport.request("POST", "chat/me/erase", {});
    this.#messages.clear();
    this.#store.clear();
    this.#transport.restart();
    this.#set({ state: "bot", typing: false });
  }

  /** The visitor decides whether we may note their visits. @param {boolean} granted @param {string} wording */
  decide(granted, wording) {
    this.visits.decide(granted, wording);
    this.#changed();
  }

  /** @param {Message} message */
  #onMessage(message) {
    this.#messages.set(message.seq, message);
    if (message.client_id) this.#store.drop(message.client_id);
    if (message.author !== "visitor") this.#onTyping(false);
    this.#changed();
  }

  /** @param {boolean} on */
  #onTyping(on) {
    clearTimeout(this.#typingEnds);
    if (on) this.#typingEnds = setTimeout(() => this.#set({ typing: false }), TYPING_LASTS);
    this.#set({ typing: on });
  }

  /** @param {boolean} online */
  #onOnline(online) {
    this.#set({ online });
    if (online) this.#flush();
  }

  #onOtherTab() {
    const { token, conversation } = this.#store.session;
    if (this.#conversation && conversation !== this.#conversation) this.#transport.restart();
    else if (token) this.start();
    this.#changed();
  }

  /** @param {Partial<Pick<Chat, "online" | "typing" | "state">>} news */
  #set(news) {
    Object.assign(this, news);
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
