"""Plain wishes to be left alone in other languages, over words without case, accents and punctuation."""

__all__ = ["ABROAD"]

_SPANISH = (
    r"\bno (me|nos) (\w+ ){0,2}?(escrib|contact|llam|mand|envi|molest|text)\w*",
    r"\bno (vuelva[ns]?|volver) a (escrib|contact|llam|mand|envi|molest)\w*",
    r"\bno ((mas|envi\w+|mand\w+|quier\w+|quer\w+|dese\w+|recibir) )+(mensajes?|sms|textos?|correos?)\b",
    r"\bno (quiero|queremos|deseo|deseamos) (mas )?(recibir|que me (escrib|contact|llam|mand|envi))\w*",
    r"\b(deja|deje|dejen|para|pare|paren) de (escrib|contact|llam|mand|envi|molest|text)\w*",
    r"\b(dejar|parar) de recibir (\w+ )?(mensajes?|sms|textos?|correos?)\b",
    r"\b(borr|elimin|quit|saqu|sac|remuev)\w*(me|nos) (de|del)\b",
    r"\b(borr|elimin|quit|saqu|sac|remuev)\w* (mi|mis|este) (numero|datos|telefono|contacto)\b",
    r"^(borr|elimin|quit|saqu|sac)\w*(me|nos)$",
    r"\b(dame|deme|denme|darme|darnos|quiero dar) de baja\b",
    r"\bsalir de (la|su|tu|esta) lista\b",
    r"\bdeje?n?me (en paz|tranquil[oa])\b",
)
_FRENCH = (
    r"\barret(e|es|ez|er) (de |d)(m ?|nous |me )?(envoy|ecri|contact|appel|harcel|spam|text)\w*",
    r"\b(stop|arret\w*) (les|vos|ces|aux|au|de) (messages?|sms|textos?)\b",
    r"\bne (m ?|me |nous )(ecri|contact|envoy|appel|derang|text)\w* (plus|pas)\b",
    r"\b(m ?|me )(ecri|contact|envoy)\w* plus\b",
    r"\bplus (de|aucun) (messages?|sms|textos?|mails?)\b",
    r"\b(desabonn|desinscri|desinscriv)\w+ (moi|nous)\b|\bme (desabonner|desinscrire)\b",
    r"\b(supprim|retir|effac|enlev)\w+ (moi|nous|mon numero|mes donnees|ce numero)\b",
    r"\b(laisse|laissez|fiche|fichez|foutez) (moi|nous) (tranquilles?|la paix|en paix)\b",
    r"\bne (veux|souhaite|voulons|souhaitons|desire) plus (\w+ )?(recevoir|etre contact|de messages?|vos)\w*",
)
_GERMAN = (
    r"\bkeine?n? (\w+ )?(nachrichten|sms|texte|werbung|mails?) mehr\b",
    r"\b(schreib|kontaktier|schick|send|ruf)\w* (sie |ihr )?(mir|mich|uns) (bitte )?(nichts?|nie|keine)\b",
    r"\b(mir|mich|uns) (bitte )?(nicht|nichts|nie|keine \w+) mehr (\w+ )?(schreib|kontaktier|schick|send)\w*",
    r"\bnicht mehr (an)?(schreiben|kontaktieren|texten|anrufen)\b",
    r"\bhor\w* (sie |bitte )*auf (mir|mich|uns|mit (den|diesen))\b",
    r"\blass\w* (sie |ihr )?(mich|uns) (bitte )?in (ruhe|frieden)\b",
    r"\b(losch|entfern|streich)\w* (sie )?(bitte )?(mich|uns|meine \w+)\b",
    r"\b(nehm|nimm|trag)\w* (sie )?(mich|uns) (bitte )?(von|aus)\b",
    r"\b(melde|meldet|melden sie) (mich|uns) (bitte )?ab\b",
)
_PORTUGUESE = (
    r"\bnao (me|nos) (\w+ )?(mand|envi|escrev|contat|contact|lig|perturb)\w*",
    r"\b(pare|parem|para) de (me |nos )?(mand|envi|escrev|contat|lig|perturb)\w*",
    r"\bnao (quero|queremos|desejo|gostaria) (de )?(mais )?(receber|mensage\w+|sms|ser contat\w+)",
    r"\b(me|nos) (tira|tire|tirem|remova|remove|retire|exclua|descadastre)\w*\b",
    r"\b(remov|exclu|apag|delet|retir)\w* (o )?(meu|esse|este) (numero|contato|telefone)\b",
    r"\b(chega|sem mais|nada) de mensage\w+|\bsem mais mensage\w+",
    r"\bme deix\w+ em paz\b",
    r"\bparar de receber\b",
)
_ITALIAN = (
    r"\bnon (mi |ci )?(scriv|contatt|mand|invi|chiam|disturb)\w+(mi|ci|temi|teci)? (\w+ )?(piu|mai)\b",
    r"\b(smett\w+|basta|finit\w+) (di )?(scriv|contatt|mand|invi|messagg|chiam|disturb|sms)\w*",
    r"\bnon (voglio|vogliamo|desidero) (piu )?(\w+ )?(messagg\w+|sms|essere contattat\w+|ricevere)",
    r"\b(cancell|togli|toglie|rimuov|elimin)\w*(mi|ci|temi|teci) ?(da|dalla|dal)?\b(?= |$)",
    r"\b(cancell|togli|rimuov|elimin)\w* il mio (numero|contatto|nome)\b",
    r"\blasci\w*(mi|temi|teci|ci) (stare|in pace)\b",
)
_DUTCH = (
    r"\bgeen (\w+ )?(berichten|smsjes|sms|appjes|reclame) meer\b",
    r"\bstop met (\w+ )?(smsen|berichten|sturen|appen|texten|bellen)\b|\bstop met (mij|me|ons)\b",
    r"\b(stuur|bel|contacteer|schrijf|app|sms) (mij|me|ons) (\w+ )?(niet|geen|nooit)\b",
    r"\blaat (mij|me|ons) met rust\b",
    r"\b(haal|verwijder|schrap) (mij|me|ons|mijn (nummer|gegevens|naam))\b",
    r"\bschrijf (mij|me) uit\b",
)
_NORDIC = (
    r"\bsluta (att )?(skicka|messa|skriva|kontakta|ringa|smsa)\b",
    r"\b(lamna|la|lad) (mig|meg|oss|os) (ifred|i fred|vare i fred|vaere i fred|vaere)\b",
    r"\b(ta bort|slett|slet|fjern|radera) (mig|meg|mitt nummer|nummeret mitt|mit nummer)\b",
    r"\b(inga|ingen) (fler|flere) (sms|meddelanden|meldinger|beskeder)\b",
    r"\b(slutt|stop|stopp) (med )?(a |at )?(sende|skrive|kontakte|smse)\b",
)
_SLAVIC = (
    r"\bnie (pisz|piszcie|wysylaj|wysylajcie|kontaktuj|dzwon)\w* (do mnie|mi|wiecej|sie)\b",
    r"\bprzestan\w* (\w+ )?(pisac|wysylac|dzwonic)\b",
    r"\b(usun|wypisz|skasuj)\w* (mnie|moj numer)\b",
    r"\bне (пиш|присыл|шл|звон|беспоко)\w+( мне| сюда| больше|$)",
    r"\bбольше не (пиш|присыл|шл|звон|беспоко)\w+",
    r"\b(перестан|прекрат|хватит)\w* (мне )?(пис|слат|присыл|звон|спам)\w+",
    r"\b(удал|убер)\w+ (меня|мои номер|этот номер)\b|\bотпиш\w+ меня\b|\bоставьте? меня в покое\b",
)
_FURTHER = (
    r"\b(mesaj|sms) (atma|gonderme|yollama)\w*|\bbana (mesaj )?(yazma|ulasma)\w*",
    r"הסר\w* (אותי|את המספר)|תפסיק\w* (לשלוח|לכתוב|להתקשר|לסמס)|אל ת(כתב|כתוב|שלח|תקשר)\w*|עזו?ב\w* אותי",
    r"לא (רוצה|מעוניינ\w*|מעוניין) (עוד |יותר |לקבל )+",
    r"توقف\w* عن|لا (تراسل|ترسل|تتصل|تكتب)\w*|احذف\w* رقمي",
    r"(不要|别|別|请勿|請勿)再?(给我|給我)?(发|發|联系|聯絡|打扰|打擾|骚扰|騷擾)",
    r"送らないで|連絡しないで|メッセージしないで",
    r"(문자|연락|메시지)\s?(그만|하지 ?마|보내지 ?마)",
)

ABROAD = (*_SPANISH, *_FRENCH, *_GERMAN, *_PORTUGUESE, *_ITALIAN, *_DUTCH, *_NORDIC, *_SLAVIC, *_FURTHER)
