// What the widget looks like. Sheets are adopted, so a page's content policy needs no exception for us.

const DEFAULT_COLOR = "#b93a17";
const READABLE = 4.5; // the contrast that WCAG AA asks of text

const THEMES = {
  light: {
    surface: "#ffffff",
    raised: "#f4f1ed",
    text: "#1f1b18",
    muted: "#665f58",
    line: "#e3ddd6",
    shade: "#2a1a1033",
  },
  dark: {
    surface: "#1b1917",
    raised: "#2a2724",
    text: "#f4f0eb",
    muted: "#aea69e",
    line: "#3d3833",
    shade: "#00000080",
  },
};

/**
 * The colours of one theme as a style sheet, readable whatever colour the site chose.
 * @param {string | null} color  "#rgb" or "#rrggbb"; anything else gives our own
 * @param {keyof typeof THEMES} theme
 */
export function palette(color, theme) {
  const brand = /^#([\da-f]{3}|[\da-f]{6})$/i.test(color ?? "") ? String(color) : DEFAULT_COLOR;
  const { surface, text } = THEMES[theme];
  const colors = {
    ...THEMES[theme],
    brand,
    "on-brand": contrast(brand, "#ffffff") >= READABLE ? "#ffffff" : "#000000",
    accent: readable(brand, surface, text),
    tint: mix(surface, brand, 0.1),
  };
  const lines = Object.entries(colors).map(([name, value]) => `--${name}: ${value};`);
  return `:host { color-scheme: ${theme}; ${lines.join(" ")} }`;
}

/**
 * The colour, drawn towards the text's until it can be read on the surface.
 * @param {string} color @param {string} surface @param {string} text
 */
function readable(color, surface, text) {
  for (let share = 0; share < 1; share += 0.1) {
    const candidate = mix(color, text, share);
    if (contrast(candidate, surface) >= READABLE) return candidate;
  }
  return text;
}

/** @param {string} from @param {string} to @param {number} share  of `to` */
function mix(from, to, share) {
  const target = channels(to);
  const mixed = channels(from).map((channel, i) => Math.round(channel + (target[i] - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG contrast ratio of two colours. @param {string} one @param {string} other */
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {string} color */
function luminance(color) {
  const [r, g, b] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} color */
function channels(color) {
  const hex = color.length === 4 ? color.slice(1).replace(/./g, "$&$&") : color.slice(1);
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/** Sizes are in em of the reader's own font size, so larger text and zoom enlarge everything together. */
export const STYLE = `
:host {
  all: initial; position: fixed; z-index: 2147483000; inset: auto; color: var(--text); font-size: medium;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; line-height: 1.45;
}
* { box-sizing: border-box; margin: 0; letter-spacing: normal; }
[hidden], .hidden:empty { display: none !important; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; user-select: none; }
svg { display: block; width: 1.5em; height: 1.5em; fill: currentColor; }
button { font: inherit; color: inherit; background: none; border: 1px solid transparent; padding: 0; cursor: pointer; }
:focus { outline: none; }
:focus-visible { outline: .15em solid var(--text); outline-offset: .125em; }

.launcher {
  position: fixed; bottom: max(1.25em, env(safe-area-inset-bottom)); right: max(1.25em, env(safe-area-inset-right));
  display: grid; place-items: center; width: 3.75em; height: 3.75em; border-radius: 50%;
  color: var(--on-brand); background: var(--brand);
  box-shadow: 0 .25em .75em var(--shade), 0 .75em 2em var(--shade); transition: transform .15s ease-out;
}
.launcher:hover { transform: scale(1.05); }
.launcher:active { transform: scale(.97); }
.launcher:focus-visible { outline-color: var(--brand); box-shadow: 0 0 0 .125em var(--surface), 0 0 0 .375em var(--text); }
.launcher svg { width: 2em; height: 2em; }
.launcher[aria-expanded="true"] svg:first-of-type, .launcher[aria-expanded="false"] svg:last-of-type { display: none; }
.badge {
  position: absolute; top: -.25em; right: -.25em; min-width: 1.7em; padding: 0 .35em; border-radius: 1em;
  font-size: .8125em; font-weight: 650; line-height: 1.7; text-align: center;
  color: var(--surface); background: var(--text); border: 1px solid var(--surface);
}

.panel {
  position: fixed; inset: auto; right: max(1.25em, env(safe-area-inset-right)); bottom: calc(max(1.25em, env(safe-area-inset-bottom)) + 4.625em);
  width: 25em; height: 42em; max-width: none; max-height: calc(100dvh - 7.25em); padding: 0; overflow: hidden;
  flex-direction: column; color: var(--text); background: var(--surface);
  border: 1px solid var(--line); border-radius: 1.125em; box-shadow: 0 .5em 1.5em var(--shade), 0 1.5em 4em var(--shade);
}
.panel[open] { display: flex; animation: rise .18s ease-out; }
.panel::backdrop { background: none; }
:host([position="left"]) :is(.launcher, .panel) { right: auto; left: max(1.25em, env(safe-area-inset-left)); }

header { display: flex; align-items: center; gap: .75em; padding: .875em 1em; border-bottom: 1px solid var(--line); }
.mark { flex: none; padding: .5em; border-radius: 50%; color: var(--on-brand); background: var(--brand); }
.mark svg { width: 1.375em; height: 1.375em; }
.who { flex: 1; min-width: 0; }
.title { font-weight: 650; line-height: 1.3; }
.status { color: var(--muted); font-size: .8125em; }
.icon { flex: none; display: grid; place-items: center; width: 2.5em; height: 2.5em; border-radius: 50%; color: var(--muted); }
.icon:hover { color: var(--text); background: var(--raised); }
.notice { padding: .5em 1em; font-size: .8125em; text-align: center; background: var(--raised); border-bottom: 1px solid var(--line); }
.ask { display: flex; flex-wrap: wrap; align-items: center; gap: .5em 1em; padding: .625em 1em; font-size: .8125em; background: var(--raised); border-bottom: 1px solid var(--line); }
.ask p:first-child { flex: 1 12em; }
.decide { display: flex; gap: .5em; }
.decide button { min-height: 2.25em; padding: .25em .875em; font-weight: 600; border-color: var(--muted); border-radius: 1.125em; }
.decide button:hover { border-color: var(--text); background: var(--surface); }

.body { position: relative; flex: 1; min-height: 0; display: flex; }
.log { flex: 1; padding: 1em; overflow: hidden auto; overscroll-behavior: contain; scrollbar-width: thin; }
.log:focus-visible { outline-offset: -.25em; border-radius: .75em; }
.day { margin: 1.25em 0 .75em; text-align: center; color: var(--muted); font-size: .75em; }
.day:first-child { margin-top: 0; }
.entry { display: flex; flex-direction: column; align-items: flex-start; margin-top: .25em; animation: rise .15s ease-out; }
.entry.first { margin-top: .875em; }
.entry.visitor { align-items: flex-end; }
.author { margin: 0 .875em .25em; color: var(--muted); font-size: .75em; }
.author bdi { color: var(--text); font-weight: 650; }
.text {
  max-width: 85%; padding: .5625em .875em; font-size: .9375em; white-space: pre-wrap; overflow-wrap: anywhere;
  border: 1px solid transparent; border-radius: 1.125em .375em .375em 1.125em;
}
.entry:is(.bot, .rep) .text { background: var(--raised); border-radius: .375em 1.125em 1.125em .375em; }
.entry.rep .text { background: var(--tint); }
.entry:not(.first) .author { display: none; }
.entry.visitor .text { color: var(--on-brand); background: var(--brand); }
.entry:is(.bot, .rep).first .text { border-start-start-radius: 1.125em; }
.entry.visitor.first .text { border-start-end-radius: 1.125em; }
.entry.sending .text { opacity: .75; }
.meta { margin: .25em .875em 0; color: var(--muted); font-size: .75em; }
.meta:empty { display: none; }
.failed .meta { color: var(--text); }
.retry { text-decoration: underline; font-weight: 650; }
a { color: inherit; text-decoration: underline; text-underline-offset: .15em; }
.choices { display: flex; flex-wrap: wrap; gap: .5em; margin-top: .875em; }
.choices:empty { display: none; }
.choices button {
  max-width: 100%; min-height: 2.625em; padding: .375em 1em; font-size: .9375em; font-weight: 550; overflow-wrap: anywhere;
  text-align: start; color: var(--accent); border-color: currentColor; border-radius: 1.375em;
}
.choices button:hover { color: var(--on-brand); background: var(--brand); border-color: var(--brand); }
.typing { display: flex; gap: .3em; width: max-content; margin-top: .875em; padding: .9em 1em; border-radius: 1.125em; background: var(--raised); }
.typing i { width: .45em; height: .45em; border-radius: 50%; background: var(--muted); animation: hop 1.2s infinite ease-in-out; }
.typing i:nth-child(2) { animation-delay: .15s; }
.typing i:nth-child(3) { animation-delay: .3s; }
.below {
  position: absolute; bottom: .75em; left: 50%; transform: translateX(-50%); display: flex; align-items: center; gap: .25em;
  padding: .375em .875em .375em .5em; font-size: .8125em; font-weight: 600; white-space: nowrap;
  color: var(--surface); background: var(--text); border-radius: 2em; box-shadow: 0 .25em 1em var(--shade);
}

.about .title { flex: 1; font-size: 1em; }
.about header svg:dir(rtl) { transform: scaleX(-1); }
.about[open] { display: flex; }
.told { padding: .625em 1em; font-size: .875em; font-weight: 600; background: var(--raised); border-bottom: 1px solid var(--line); }
.told:empty { display: none; }
.known { flex: 1; padding: 1em 1em max(1em, env(safe-area-inset-bottom)); overflow: hidden auto; overscroll-behavior: contain; scrollbar-width: thin; }
.intro, .from, .noting { color: var(--muted); font-size: .8125em; }
.known h3 { margin: 1.25em 0 .25em; font-size: .9375em; }
.known ul { padding: 0; list-style: none; }
.known li { padding: .75em 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.what { color: var(--muted); font-size: .8125em; }
.value { font-weight: 600; }
.from q { color: var(--text); quotes: none; font-style: italic; }
.acts, .editor { display: flex; flex-wrap: wrap; gap: .5em; margin-top: .5em; padding: 0; border: 0; }
:is(.acts, .editor, .noting, .erasing) button { min-height: 2.25em; padding: .25em .875em; font-size: .875em; font-weight: 550; color: var(--text); border-color: var(--muted); border-radius: 1.125em; }
:is(.acts, .editor, .noting, .erasing) button:hover { border-color: var(--text); background: var(--raised); }
.editor input { flex: 1 1 100%; min-width: 0; min-height: 2.5em; padding: .25em .75em; font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--muted); border-radius: .625em; }
.noting { margin-top: 1.5em; }
.noting button { margin-inline-start: .25em; }
.erasing { margin-top: 1.5em; }
.sure { padding: .875em; font-size: .875em; border: 1px solid var(--muted); border-radius: .75em; }
.erasing .erase { color: var(--surface); background: var(--text); }
.erasing .erase:hover { background: var(--muted); }

form { display: flex; align-items: flex-end; gap: .5em; padding: .75em; padding-bottom: max(.75em, env(safe-area-inset-bottom)); border-top: 1px solid var(--line); }
.field {
  flex: 1; display: flex; align-items: flex-end; min-width: 0; border: 1px solid var(--muted); border-radius: 1.375em; background: var(--surface);
}
.field:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
textarea {
  flex: 1; min-width: 0; height: 2.625em; max-height: 8em; padding: .5625em 1em; resize: none;
  font: inherit; color: inherit; background: none; border: 0; overflow-y: auto; scrollbar-width: thin;
}
textarea:focus-visible { outline: none; } /* the field around it shows the focus */
textarea::placeholder { color: var(--muted); opacity: 1; }
.left { padding: .875em .875em .875em 0; color: var(--muted); font-size: .75em; font-variant-numeric: tabular-nums; }
.send { flex: none; display: grid; place-items: center; width: 2.75em; height: 2.75em; border-radius: 50%; color: var(--on-brand); background: var(--brand); }
.send[aria-disabled="true"] { color: var(--muted); background: var(--raised); cursor: default; }

@media (max-width: 30em), (max-height: 30em) {
  .panel, :host([position="left"]) .panel {
    top: var(--top, 0); left: 0; right: 0; bottom: auto; width: 100%; height: var(--height, 100dvh); max-height: none;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) 0 env(safe-area-inset-left); border: 0; border-radius: 0;
  }
  .panel[open] + .launcher { display: none; }
}
@media (max-height: 22em) { header { padding-block: .375em; } form { padding-block: .375em; } }
@media (prefers-reduced-motion: reduce) { *, .typing i { animation: none !important; transition: none !important; } }
@media (forced-colors: active) { .text, .typing, .launcher, .send { border: 1px solid; } }
@media print { :host { display: none; } }
@keyframes rise { from { opacity: 0; transform: translateY(.5em); } }
@keyframes hop { 0%, 60%, 100% { transform: none; } 30% { transform: translateY(-.25em); } }
`;
