// Making elements without markup: text is set as text, so nothing that is said can become anything else.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | EventListener>} [attributes]  functions are listeners
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (typeof value === "string") element.setAttribute(name, value);
    else element.addEventListener(name, value);
  element.append(...children);
  return element;
}

/** Paths of our own 24 × 24 pictures. */
const ICONS = {
  // A speech bubble that is a bantam: comb, eye and beak.
  bantam:
    "M5 21.5v-10a7 7 0 0 1 1.1-3.8 2.1 2.1 0 0 1 .6-3.4 2.1 2.1 0 0 1 2.6-2 2.4 2.4 0 0 1 4.4 0 2.1 2.1 0 0 1 2.3 2.6A7 7 0 0 1 18.8 10l3 1.6a.6.6 0 0 1 0 1.1L19 13.9A7 7 0 0 1 12 18.5H9.2L6.1 22A.6.6 0 0 1 5 21.5ZM14 9.3a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6Z",
  about: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm0 2a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm-1 5.5h2V17h-2Zm0-3.5h2v2h-2Z",
  back: "M14.6 4.6 16 6l-6 6 6 6-1.4 1.4L7.2 12Z",
  close: "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4L12 13.4 6.4 19 5 17.6 10.6 12 5 6.4Z",
  down: "M12 15.8 5.6 9.4 7 8l5 5 5-5 1.4 1.4Z",
  send: "M11 20V7.8l-5.2 5.2L4.4 11.6 12 4l7.6 7.6-1.4 1.4L13 7.8V20Z",
};

/** A picture for the eye only: what it means stands beside it as text. @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[name]);
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
const TRAILING = /[.,;:!?'’)\]}]+$/;

/** The text, with its web addresses as links. Nothing but http and https ever becomes one. @returns {(Node | string)[]} */
export function linked(/** @type {string} */ text, /** @type {string} */ hint) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, "");
    if (!URL.canParse(address)) continue;
    const attributes = { href: address, target: "_blank", rel: "noopener noreferrer nofollow" };
    parts.push(text.slice(end, match.index), h("a", attributes, address, hidden(` ${hint}`)));
    end = match.index + address.length;
  }
  return [...parts, text.slice(end)];
}

/** Text for screen readers alone. @param {string} text */
export function hidden(text) {
  return h("span", { class: "hidden" }, text);
}
