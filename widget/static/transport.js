// How the widget talks to the server: a session, then a socket, or long polling where sockets are blocked.
// It reconnects by itself, and asks each time for what came after the last message it has.

/**
 * @typedef {{ id: string, title: string }} Button
 * @typedef {"bot" | "human" | "closed"} State
 * @typedef {{ seq: number, author: "visitor" | "bot" | "rep", text: string, buttons: Button[], at: string,
 *   client_id?: string, name?: string }} Message
 * @typedef {{ token: string, conversation: string, last_seq: number, state: State }} Session
 * @typedef {object} Listener
 * @property {(session: Session) => void} session  a session is open; its token is the one to keep
 * @property {(message: Message) => void} message  in order, each once per connection
 * @property {(on: boolean) => void} typing  somebody at the other end writes, or stopped
 * @property {(state: State) => void} state  who holds the conversation
 * @property {(online: boolean) => void} online  whether the server can be reached
 */

const WELCOME_WITHIN = 5_000;
const ANSWER_WITHIN = 10_000;
const PING_AFTER = 25_000;
const PONG_WITHIN = 10_000;
const POLL_SECONDS = 25;
const POLL_ENDS = 35_000; // the server answers sooner, if it is there
const POLL_FOR = 600_000; // then see whether sockets work by now
const STEADY_AFTER = 10_000;
const LONGEST_PAUSE = 30_000;
const TEMPORARY = new Set([401, 408, 425, 429]);

/** The server's "no". A lasting one will be "no" again; the other may be asked again after `retryAfter` ms. */
export class Refused extends Error {
  /** @param {string} message @param {{ lasting: boolean, retryAfter?: number }} how */
  constructor(message, { lasting, retryAfter = 0 }) {
    super(message);
    this.lasting = lasting;
    this.retryAfter = retryAfter;
  }
}

export class Transport {
  #base;
  #page;
  #token;
  #on;
  #after = 0;
  #conversation = "";
  #running = false;
  #hasSession = false;
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {Map<string, { resolve: (seq: number) => void, reject: (error: Error) => void }>} */
  #acks = new Map();
  /** @type {Set<() => void>} what to cut when the connection must be made anew */
  #open = new Set();
  #wake = () => {};
  #probe = () => {};

  /**
   * @param {string} base  address of the server, ending in a slash
   * @param {{ token: () => string | null, page: () => object, on: Listener }} options
   */
  constructor(base, { token, page, on }) {
    this.#base = base;
    this.#token = token;
    this.#page = page;
    this.#on = on;
  }

  start() {
    if (this.#running) return;
    this.#running = true;
    addEventListener("online", this.#nudge);
    addEventListener("offline", this.#lose);
    document.addEventListener("visibilitychange", this.#nudge);
    this.#run();
  }

  stop() {
    this.#running = false;
    removeEventListener("online", this.#nudge);
    removeEventListener("offline", this.#lose);
    document.removeEventListener("visibilitychange", this.#nudge);
    this.#cut();
  }

  /** Opens the session anew: the token belongs to another conversation now. */
  restart() {
    this.#hasSession = false;
    this.#cut();
  }

  /**
   * Hands one message over and resolves with its sequence number. One at a time: that keeps their order.
   * @param {{ client_id: string, text?: string, button?: string }} message
   * @returns {Promise<number>}
   */
  async deliver(message) {
    if (!this.#hasSession) throw new Error("No session yet");
    if (!this.#socket) return this.#post(message);
    this.#send({ type: "message", ...message });
    return new Promise((resolve, reject) => {
      this.#acks.set(message.client_id, { resolve, reject });
      setTimeout(() => this.#acks.has(message.client_id) && this.#cut(), ANSWER_WITHIN);
    });
  }

  /** @param {object} message */
  async #post(message) {
    const { seq } = await this.#call("POST", "chat/messages", message);
    this.#wake(); // the server is there: listen to what it says, however long we meant to rest
    return seq;
  }

  /**
   * Asks for anything else under the visitor's token. It is carried out even when the page is left meanwhile.
   * @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>}
   */
  async request(method, path, body) {
    if (!this.#hasSession) throw new Error("No session yet");
    return this.#call(method, path, body, ANSWER_WITHIN, true);
  }

  typing() {
    this.#send({ type: "typing" });
  }

  async #run() {
    for (let failures = 0; this.#running;) {
      const began = Date.now();
      let pause = 0;
      try {
        if (!this.#hasSession) await this.#openSession();
        pause = (await this.#listen()) ?? (await this.#poll());
      } catch (error) {
        if (error instanceof Refused) pause = error.retryAfter;
      }
      failures = Date.now() - began > STEADY_AFTER ? 0 : failures + 1;
      if (failures > 1) this.#on.online(false);
      if (this.#running) await this.#rest(Math.max(pause, backoff(failures)));
    }
  }

  async #openSession() {
    /** @type {Session} */
    const session = await this.#call("POST", "chat/session", { token: this.#token(), ...this.#page() });
    if (session.conversation !== this.#conversation) this.#after = 0;
    this.#conversation = session.conversation;
    this.#hasSession = true;
    this.#on.session(session);
  }

  /**
   * Listens on a socket until it ends, then says how long to wait at least.
   * @returns {Promise<number | null>}  null when sockets do not work here
   */
  #listen() {
    return new Promise((resolve) => {
      /** @type {ReturnType<typeof setTimeout>} */
      let timer;
      let welcome = false;
      const socket = openSocket(new URL("chat/socket", this.#base));
      if (!socket) return resolve(null);

      const end = (/** @type {number} */ code) => {
        if (!this.#open.delete(cut)) return;
        clearTimeout(timer);
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
        this.#socket = null;
        this.#fail(new Error("The connection was lost"));
        if (code === 4401) this.#hasSession = false;
        resolve(welcome || code >= 4000 ? (code === 4429 ? STEADY_AFTER : 0) : null);
      };
      const cut = () => end(4000);
      const ping = () => {
        clearTimeout(timer);
        this.#send({ type: "ping" });
        timer = setTimeout(cut, PONG_WITHIN);
      };

      this.#open.add(cut);
      timer = setTimeout(() => end(1006), WELCOME_WITHIN);
      socket.onopen = () =>
        socket.send(JSON.stringify({ type: "hello", token: this.#token(), after: this.#after }));
      socket.onclose = (event) => end(event.code);
      socket.onmessage = (event) => {
        clearTimeout(timer);
        timer = setTimeout(ping, PING_AFTER);
        const frame = JSON.parse(event.data);
        if (frame.type === "welcome") {
          welcome = true;
          this.#socket = socket;
          this.#probe = ping;
          this.#on.online(true);
        }
        this.#receive(frame);
      };
    });
  }

  /** @param {any} frame */
  #receive(frame) {
    if (frame.type === "message") this.#take(frame);
    else if (frame.type === "ack") this.#acked(frame.client_id, frame.seq);
    else if (frame.type === "typing") this.#on.typing(frame.on);
    else if (frame.type === "state" || frame.type === "welcome") this.#on.state(frame.state);
    else if (frame.type === "error")
      this.#fail(
        new Refused(frame.message, { lasting: frame.code !== "slow_down" && frame.code !== "busy" }),
      );
  }

  /** Long polling, until it fails or sockets are worth another try. @returns {Promise<number>} */
  async #poll() {
    let wait = 0; // the first answer only says that we are connected
    let known = "";
    for (const until = Date.now() + POLL_FOR; this.#running && Date.now() < until; wait = POLL_SECONDS) {
      const path = `chat/messages?after=${this.#after}&wait=${wait}&known=${known}`;
      const news = await this.#call("GET", path, undefined, POLL_ENDS);
      known = news.known ?? "";
      this.#on.online(true);
      for (const message of news.messages) this.#take(message);
      this.#on.typing(news.typing);
      this.#on.state(news.state);
    }
    return 0;
  }

  /** @param {Message} message */
  #take(message) {
    this.#after = Math.max(this.#after, message.seq);
    if (message.client_id) this.#acked(message.client_id, message.seq);
    this.#on.message(message);
  }

  /** @param {string} client_id @param {number} seq */
  #acked(client_id, seq) {
    this.#acks.get(client_id)?.resolve(seq);
    this.#acks.delete(client_id);
  }

  /** @param {Error} error */
  #fail(error) {
    for (const { reject } of this.#acks.values()) reject(error);
    this.#acks.clear();
  }

  /** @param {object} frame */
  #send(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async #call(method, path, body, within = ANSWER_WITHIN, keepalive = false) {
    const abort = new AbortController();
    const cut = () => abort.abort();
    const timer = setTimeout(cut, within);
    this.#open.add(cut);
    try {
      /** @type {Record<string, string>} */
      const headers = {};
      if (body) headers["Content-Type"] = "application/json";
      if (this.#hasSession) headers["Authorization"] = `Bearer ${this.#token()}`;
      const response = await fetch(new URL(path, this.#base), {
        method,
        headers,
        body: body && JSON.stringify(body),
        signal: abort.signal,
        credentials: "omit",
        cache: "no-store",
        keepalive,
      });
      if (response.status === 204) return null;
      if (response.ok) return await response.json();
      if (response.status === 401) this.restart();
      const lasting = response.status < 500 && !TEMPORARY.has(response.status);
      throw new Refused(await reason(response), {
        lasting,
        retryAfter: 1000 * Number(response.headers.get("Retry-After") ?? 0),
      });
    } finally {
      clearTimeout(timer);
      this.#open.delete(cut);
    }
  }

  /** The network is back, or the page is looked at again: phones let sockets die without a word. */
  #nudge = () => {
    if (document.hidden) return;
    this.#wake();
    this.#probe();
  };

  /** The browser has no network: say so now, not when an answer fails to come. */
  #lose = () => {
    this.#on.online(false);
    this.#cut();
  };

  #cut() {
    for (const cut of [...this.#open]) cut();
    this.#wake();
  }

  /** @param {number} milliseconds */
  #rest(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(undefined);
      };
    });
  }
}

/** Exponential, with full jitter, so that a restarted server is not met by everybody at once. */
export function backoff(/** @type {number} */ failures, random = Math.random()) {
  return random * Math.min(LONGEST_PAUSE, 500 * 2 ** failures);
}

/** @param {URL} address */
function openSocket(address) {
  address.protocol = address.protocol.replace("http", "ws");
  try {
    return new WebSocket(address);
  } catch {
    return null; // some content policies refuse by throwing
  }
}

/** @param {Response} response */
async function reason(response) {
  try {
    return (await response.json()).error.message;
  } catch {
    return response.statusText; // a proxy's page, not our server's answer
  }
}
