/*
 * How mail programs introduce what they quote, in the languages that residents' mail programs speak. From the programs'
 * own settings; the fixtures are the messages of test/inbox.
 */

/** "wrote": ends the line above a quoted message. */
export const WROTE =
  /(?:\bwrote|\bschrieb|a écrit|ha scritto|\bescribió|\bescreveu|napisał(?:\(a\)|a)?|\bpisze|\ba scris|\bskrev(?: följande)?|\bschreef|rašė|írta|yazdı|napsal(?:\(a\)|a)?|napísal(?:\(a\)|a)?|написа(?:в|л|ла)(?:\(а\))?|пише|пишет|كتب[^:]{0,80}|نوشت|লিখেছেন|\bshkroi|je napisa(?:o|la)|έγραψε|rakstīja|kirjutas|kirjoitti|skrifaði|је написао|כתב|viết|寫道|写道)\s*:?\s*-{0,6}$/i;

/** German, Welsh and Gaelic attributions have the verb in the middle: "Ar Maw, 4 Maw 2025 am 14:10, ysgrifennodd Ann:". */
export const WROTE_INSIDE =
  /\b(?:ysgrifennodd|scríobh|sgrìobh|schrieb|schreef|skrev)\b.{0,120}:$|(?:^|\s)كتب\s.{0,120}:$/i;

/** The key that names the sender of a quoted message; first of its block. */
export const FROM_KEY =
  /^(?:from|von|de|de la|od|da|van|från|fra|oddi wrth|o|expéditeur|nadawca|odesílatel|odosielateľ|feladó|kimden|gönderen|lähettäjä|nuo|šalje|pošiljatelj|nga|от|від|από|από τον|من|از|مرسل|প্রেরক|差出人|发件人|寄件者|보낸 사람)\s*[:：]/i;

/** The other keys of such a block. */
export const DATE_KEY =
  /^(?:sent|date|gesendet|datum|envoyé(?: le)?|enviado(?: el| em)?|fecha|data|inviato|wysłano|verzonden|skickat|dato|sendt|anfonwyd|dyddiad|trimis|odesláno|odoslané|dátum|küldve|elküldve|tarih|gönderildi|gönderilme tarihi|wysłane|enviada em|envoyée?(?: le)?|sendt|lähetetty|päivämäärä|išsiųsta|poslano|dërguar|дата|надіслано|отправлено|изпратено|στάλθηκε|ημερομηνία|تاريخ|التاريخ|تم الإرسال|أُرسلت|পাঠানো হয়েছে|তারিখ|送信日時|日時|发送时间|寄件日期|보낸 날짜)\s*[:：]/i;
export const OTHER_KEY =
  /^(?:to|cc|bcc|subject|reply-to|importance|attachments?|an|kopie|betreff|à|objet|para|asunto|assunto|a|oggetto|do|dw|temat|aan|onderwerp|till|ämne|til|emne|at|pwnc|către|către|subiect|komu|předmět|predmet|címzett|másolatot kap|tárgy|kime|konu|bilgi|vastaanottaja|kopio|aihe|kam|kopija|prima|кому|до|относно|копия|копія|προς|κοιν|إلى|نسخة|الموضوع|প্রাপক|বিষয়|宛先|件名|收件人|抄送|主题|收件者|主旨|받는 사람|제목)\s*[:：]/i;
export const SUBJECT_KEY =
  /^(?:subject|betreff|objet|asunto|assunto|oggetto|temat|onderwerp|ämne|emne|pwnc|subiect|předmět|predmet|tárgy|konu|aihe|тема|относно|θέμα|الموضوع|বিষয়|件名|主题|主旨|제목)\s*[:：]/i;

const ORIGINAL =
  'original message|original mail|original e-?mail|ursprüngliche nachricht|message d.origine|mensaje original|mensagem original|messaggio originale|oryginalna wiadomość|wiadomość oryginalna|oorspronkelijk bericht|mesaj original|originalmeddelande|oprindelig meddelelse|neges wreiddiol|původní zpráva|исходное сообщение';
const FORWARDED =
  'forwarded(?: message| mail| e-?mail| by [^-]{1,60})?|weitergeleitete nachricht|message transféré|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|wiadomość przekazana|przekazana wiadomość|doorgestuurd bericht|mesaj redirecționat|neges wedi.i hanfon ymlaen|пересылаемое сообщение';

/** A line that opens an earlier message, and one that opens a message passed on. */
export const ORIGINAL_DIVIDER = new RegExp(`^[-_=*\\s]{0,40}(?:${ORIGINAL})[-_=*:\\s]{0,40}$`, 'i');
export const FORWARD_DIVIDER = new RegExp(
  `^(?:[-_=*\\s]{2,40}(?:${FORWARDED})[-_=*:\\s]{0,40}|begin forwarded message:?|début du message (?:réexpédié|transféré)\\s*:?|anfang der weitergeleiteten nachricht:?)$`,
  'i',
);

/** What portals put above the earlier messages of a conversation. */
export const EARLIER_DIVIDER =
  /^[-_=*\s]{0,40}(?:earlier|previous|past|older)\s(?:in this (?:thread|conversation)|messages?|correspondence|conversation|replies|emails?)(?:\s[^.?!]{0,40})?[-_=*:\s]{0,40}$/i;

/** A subject that says that the message is passed on. */
export const FORWARD_SUBJECT = /^\s*(?:\[[^\]]{0,40}\]\s*)?(?:fw|fwd|wg|tr|rv|enc|pd|doorst|ymlaen)\s*:/i;
