// The widget's own words, in the languages it speaks. What the bot says comes from the server.

/** @typedef {typeof ENGLISH} Texts */

const ENGLISH = {
  title: "Chat with us",
  assistant: "Automated assistant",
  human: "You are talking to a person",
  ended: "This conversation has ended. Write to start again.",
  greeting: "Hello! What would you like to improve? Tell me a little, and I'll see how we can help.",
  open: "Open chat",
  openUnread: "Open chat, unread messages: {n}",
  close: "Close chat",
  conversation: "Conversation",
  you: "You",
  person: "from our team",
  somebody: "A person",
  placeholder: "Write a message…",
  send: "Send",
  left: "Characters left: {n}",
  answers: "Suggested answers",
  sending: "Sending…",
  sent: "Sent",
  failed: "Not sent.",
  retry: "Try again",
  offline: "No connection. Your messages are kept and will be sent.",
  below: "New messages",
  newTab: "(opens in a new tab)",
};

/** @type {Record<string, Texts>} */
const LANGUAGES = {
  en: ENGLISH,
  de: {
    title: "Schreiben Sie uns",
    assistant: "Automatischer Assistent",
    human: "Sie sprechen mit einem Menschen",
    ended: "Dieses Gespräch ist beendet. Schreiben Sie, um neu zu beginnen.",
    greeting: "Hallo! Was möchten Sie verbessern? Erzählen Sie kurz, und ich sehe, wie wir helfen können.",
    open: "Chat öffnen",
    openUnread: "Chat öffnen, ungelesene Nachrichten: {n}",
    close: "Chat schließen",
    conversation: "Gespräch",
    you: "Sie",
    person: "aus unserem Team",
    somebody: "Ein Mensch",
    placeholder: "Nachricht schreiben…",
    send: "Senden",
    left: "Verbleibende Zeichen: {n}",
    answers: "Antwortvorschläge",
    sending: "Wird gesendet…",
    sent: "Gesendet",
    failed: "Nicht gesendet.",
    retry: "Noch einmal",
    offline: "Keine Verbindung. Ihre Nachrichten bleiben erhalten und werden gesendet.",
    below: "Neue Nachrichten",
    newTab: "(öffnet einen neuen Tab)",
  },
  fr: {
    title: "Écrivez-nous",
    assistant: "Assistant automatique",
    human: "Vous parlez à une personne",
    ended: "Cette conversation est terminée. Écrivez pour recommencer.",
    greeting:
      "Bonjour ! Que souhaitez-vous améliorer ? Dites-m'en un peu, et je verrai comment nous pouvons aider.",
    open: "Ouvrir la discussion",
    openUnread: "Ouvrir la discussion, messages non lus : {n}",
    close: "Fermer la discussion",
    conversation: "Conversation",
    you: "Vous",
    person: "de notre équipe",
    somebody: "Une personne",
    placeholder: "Écrire un message…",
    send: "Envoyer",
    left: "Caractères restants : {n}",
    answers: "Réponses proposées",
    sending: "Envoi…",
    sent: "Envoyé",
    failed: "Non envoyé.",
    retry: "Réessayer",
    offline: "Pas de connexion. Vos messages sont gardés et seront envoyés.",
    below: "Nouveaux messages",
    newTab: "(s'ouvre dans un nouvel onglet)",
  },
  es: {
    title: "Escríbanos",
    assistant: "Asistente automático",
    human: "Está hablando con una persona",
    ended: "Esta conversación ha terminado. Escriba para empezar de nuevo.",
    greeting: "¡Hola! ¿Qué le gustaría mejorar? Cuénteme un poco y veré cómo podemos ayudar.",
    open: "Abrir el chat",
    openUnread: "Abrir el chat, mensajes sin leer: {n}",
    close: "Cerrar el chat",
    conversation: "Conversación",
    you: "Usted",
    person: "de nuestro equipo",
    somebody: "Una persona",
    placeholder: "Escriba un mensaje…",
    send: "Enviar",
    left: "Caracteres restantes: {n}",
    answers: "Respuestas sugeridas",
    sending: "Enviando…",
    sent: "Enviado",
    failed: "No enviado.",
    retry: "Reintentar",
    offline: "Sin conexión. Sus mensajes se guardan y se enviarán.",
    below: "Mensajes nuevos",
    newTab: "(se abre en una pestaña nueva)",
  },
};

/** The texts of a language tag such as "de-AT"; English where we do not speak it. @param {string} language */
export function textsOf(language) {
  return LANGUAGES[language.toLowerCase().split("-")[0]] ?? ENGLISH;
}

/** @param {string} text @param {number} n */
export function withNumber(text, n) {
  return text.replace("{n}", String(n));
}
