// The one script tag: <script src="https://…/widget.js" async data-color="#0a7d5a"></script>
// Puts <bantam-chat> on the page once the page itself has settled; everything else is in the modules beside it.

(() => {
  const script = /** @type {HTMLScriptElement | null} */ (
    document.currentScript ?? document.querySelector('script[src*="/widget.js"]')
  );
  if (!script || document.querySelector("bantam-chat")) return;

  const chat = /** @type {import("./element.js").BantamChat} */ (document.createElement("bantam-chat"));
  for (const name of ["color", "position", "language", "greeting", "dark", "consent"]) {
    const value = script.dataset[name];
    if (value) chat.setAttribute(name, value);
  }

  let isThere = () => {};
  const there = new Promise((resolve) => (isThere = () => resolve(undefined)));
  const whenThere = (/** @type {() => void} */ action) => void there.then(action);

  // Anything on the page that is marked data-bantam-open opens the chat, also when clicked before it has loaded.
  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element && event.target.closest("[data-bantam-open]");
    if (!opener) return;
    event.preventDefault();
    whenThere(() => chat.open());
  });

  // For the site's own scripts; what is asked for before the chat has loaded happens then.
  Object.assign(window, {
    bantam: {
      open: () => whenThere(() => chat.open()),
      close: () => whenThere(() => chat.close()),
      /** @param {boolean} granted @param {string} [wording]  of the site's own notice, or its version */
      consent: (granted, wording) => whenThere(() => chat.consent(granted, wording)),
    },
  });

  const begin = async () => {
    await import(new URL("widget/element.js", script.src).href);
    document.body.append(chat);
    isThere();
  };
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
})();
