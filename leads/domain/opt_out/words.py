"""Keywords that opt a number out or in, or ask who we are, when they are the whole message; by language.

They are compared without case, accents, punctuation and courtesies.
"""

__all__ = ["HELP_WORDS", "RESUME_WORDS", "START_WORDS", "STOP_WORDS"]


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word.strip() for line in lines for word in line.split(","))


STOP_WORDS = _words(
    "stop, stopall, unsubscribe, cancel, end, quit, revoke, optout, opt out",  # the carriers' own list
    "stop all, unsub, un subscribe, opting out, opted out, remove, cease, desist, halt, dnc, no more, enough",
    "arrêt, arrête, arrêter, arrêtez, stopper, annuler, résilier, désabonner, désabonnement, désinscrire",
    "désinscription",
    "alto, parar, para, pare, paren, basta, ya basta, detener, detente, deténgase, cancelar, cancela, baja",
    "darme de baja, dar de baja, salir, terminar, fin, eliminar, desuscribir, desuscribirse",
    "stopp, stoppen, abmelden, abmeldung, abbestellen, aufhören, austragen, beenden, ende, kündigen",
    "sair, parem, descadastrar, remover, cancele, chega",
    "ferma, fermati, fermare, smettila, smettetela, smettere, annulla, cancella, cancellami, disiscrivi",
    "disiscrivimi, afmelden, uitschrijven",
    "stoppa, avsluta, avregistrera, afmeld, frameld, avslutt, meld av, meld meg av, lopeta, pysäytä",
    "koniec, rezygnuję, wypisz, wypisz mnie, zrušit, odhlásit, prestaň, dezabonare, oprește, leiratkozás",
    "leiratkozom, iptal, durdur, dur, dừng, hủy, ngừng, berhenti, itigil, tigil, hinto, band karo",
    "стоп, отписаться, отписка, отпишите, отпишите меня, хватит, прекратите, відписатися",
    "στοπ, σταμάτα, σταματήστε, διακοπή, עצור, הסר, הסרה, הפסק, די",
    "توقف, إيقاف, ايقاف, إلغاء, إلغاء الاشتراك, الغاء الاشتراك, قف, बंद करो, रोकें, रोको",
    "停止, 停, 退订, 退訂, 取消, 取消订阅, 取消訂閱, 别发了, 不要再发, ストップ, 配信停止, 解除",
    "やめて, 止めて, 중지, 수신거부, 정지, 그만, หยุด, ยกเลิก",
)

START_WORDS = _words("start, unstop")

# What opts in again only while the number is opted out; at any other time these are ordinary words.
RESUME_WORDS = _words(
    "yes, y, yeah, yep, yup, sure, resume, restart, start again, subscribe, resubscribe, opt in, optin",
    "opt me in, opt me back in, opt back in, subscribe me, sign me up, sign me back up, continue, begin",
    "text me again, start texting, start texting me, start texting me again, you can text me",
    "you can text me again, you may text me, you may text me again",
    "si, oui, ja, sim, да, alta, iniciar, empezar, comenzar, commencer, reprendre, démarrer, starten",
    "anmelden, começar, inizia, iniziare, старт, 开始, 開始, ابدأ",
)

HELP_WORDS = _words(
    "help, info, aide, ayuda, hilfe, ajuda, aiuto, hulp, hjälp, hjelp, hjælp, pomoc, помощь, 帮助, 幫助",
    "ヘルプ, 도움말, مساعدة, yardım, βοήθεια",
)
