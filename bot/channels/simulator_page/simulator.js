// @ts-check
// The simulated phone: shows a number's texts as the server has them, and sends what is typed.

/** @typedef {{id: string, ours: boolean, text: string, encoding: string, segments: number, state: string, at: string}} Line */
/** @typedef {{number: string, consent: string, lines: Line[]}} Phone */

const EVERY_MS = 1000;
const NUMBER = /^\+[1-9]\d{6,14}$/;
const CONSENTS = { opted_in: "allowed, they said START", opted_out: "stopped", unknown: "allowed" };
const STATES = { pending: "waiting", sending: "on its way", sent: "", blocked: "not sent: they opted out", failed: "not sent" };
const ENCODINGS = { gsm7: "plain", ucs2: "Unicode" };

/** @template {HTMLElement} T @param {string} id @returns {T} */
const find = (id) => /** @type {T} */ (document.getElementById(id));

const number = /** @type {HTMLInputElement} */ (find("number"));
const text = /** @type {HTMLTextAreaElement} */ (find("text"));
const lines = find("lines");
const problem = find("problem");
let shown = "";

/** @param {number} count */
const segments = (count) => `${count} ${count === 1 ? "segment" : "segments"}`;

/** @returns {string} */
const address = () => `/simulator/phones/${encodeURIComponent(number.value.trim())}`;

/** @param {Response} response */
async function told(response) {
  if (response.ok) return;
  const body = await response.json().catch(() => null);
  throw new Error(body?.error?.message ?? "That did not work.");
}

/** @param {Line} line */
function bubble(line) {
  const item = document.createElement("li");
  item.classList.toggle("mine", !line.ours);
  item.classList.toggle("lost", line.state === "blocked" || line.state === "failed");
  const words = document.createElement("p");
  words.textContent = line.text || "(no words)";
  const about = document.createElement("small");
  const time = new Date(line.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const size = line.ours ? `${segments(line.segments)}, ${ENCODINGS[line.encoding]}` : "";
  about.textContent = [time, size, line.ours ? STATES[line.state] : ""].filter(Boolean).join(" · ");
  item.append(words, about);
  return item;
}

/** @param {Phone} phone */
function show(phone) {
  const now = JSON.stringify(phone);
  if (now === shown) return;
  shown = now;
  find("consent").textContent = CONSENTS[phone.consent];
  const sent = phone.lines.filter((line) => line.ours && line.state === "sent");
  find("bill").textContent = segments(sent.reduce((sum, line) => sum + line.segments, 0));
  lines.replaceChildren(...phone.lines.map(bubble));
  lines.scrollTop = lines.scrollHeight;
}

async function look() {
  if (!NUMBER.test(number.value.trim())) {
    problem.textContent = "A number looks like +14155550100.";
    return;
  }
  const asked = address();
  try {
    const response = await fetch(asked);
    await told(response);
    const phone = await response.json();
    if (asked !== address()) return;
    show(phone);
    problem.textContent = "";
  } catch (error) {
    problem.textContent = error.message;
  }
}

/** @param {string} words */
async function send(words) {
  try {
    const headers = { "Content-Type": "application/json" };
    await told(await fetch(address(), { method: "POST", headers, body: JSON.stringify({ text: words }) }));
    await look();
    return true;
  } catch (error) {
    problem.textContent = error.message;
    return false;
  }
}

find("compose").addEventListener("submit", async (event) => {
  event.preventDefault();
  const words = text.value;
  text.value = "";
  if (!(await send(words))) text.value = words;
  text.focus();
});
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  /** @type {HTMLFormElement} */ (find("compose")).requestSubmit();
});
find("words-to-try").addEventListener("click", (event) => {
  const words = event.target instanceof HTMLElement ? event.target.dataset.text : undefined;
  if (words) send(words);
});
number.addEventListener("input", look);

look();
setInterval(look, EVERY_MS);
