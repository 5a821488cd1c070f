/*
 * Lines that no writer wrote: banners above, device signatures, disclaimers and automatic footers below. They count as
 * such only at the head or the tail of a piece of new text; the same words within a letter stay.
 */

import type { LeftOut } from './reading.ts';

type Kind = LeftOut['kind'];

const DEVICE =
  /^(?:sent (?:from|via|using|with|on) (?:\w+app\b|my |an? |the |outlook|yahoo|mail|samsung|gmail|proton|aol|bt |android|ios|iphone|ipad|galaxy|huawei|nokia|xiaomi|mobile)|get outlook for|get the new|download outlook|envoyé de(?:puis)? mon|gesendet (?:von|mit) |von mein(?:em|er) .{1,40} gesendet|diese nachricht wurde von mein|enviado (?:desde|do|pelo|de) |inviat[oa] da(?:l mio|lla mia)? |wysłan[eo] z |trimis (?:de pe|din|de la) |skickat från|verstuurd vanaf|verzonden (?:vanaf|met) |sendt fra |lähetetty (?:omasta|.{1,40}sta)|odesláno z|odoslané z|elküldve |küldve a |trimis de pe|iphone.?(?:umdan|’umdan)? gönderildi|.{1,30}(?:’|')?(?:dan|den|umdan) gönderildi|στάλθηκε από|изпратено от|išsiųsta iš|poslano s|dërguar nga|از .{1,30} ارسال شده|أُ?رسلت من|تم الإرسال من|أرسل من|.{0,20}(?:から送信|发自|傳送自|에서 보냄)|发自|從我的|anfonwyd (?:o|o'm|o fy) |отправлено с|надіслано з|(?:typed|written|dictated|sent) (?:on|with|by|from|using) (?:my|a|an|one|two|voice|thumb|phone)\b|(?:please )?(?:excuse|forgive|apologies for|sorry for) (?:any |the |my )?(?:typos|typing|brevity|spelling|predictive))/i;

const SEPARATOR =
  /^(?:[-_=*~#•–—]{3,}|-{2} ?|<?\[?cid:[^\s]{1,120}\]?>?.{0,80}|\[?(?:image|logo|inline image)[^\]]{0,60}\]?|&nbsp;)$/i;

const BANNER =
  /^[*[\s!⚠️]*(?:caution|warning|external|\[external\]|external (?:e-?mail|sender|message)|this (?:e-?mail|message) (?:came|originated|was sent|is) from (?:outside|an external)|e-?mail from outside|you don.t often get email from|be careful|rhybudd|attention : |do not click)/i;

const AUTOMATIC =
  /^[*[\s]*(?:this is an auto(?:mated|matic|-generated)?|this (?:e-?mail|message) (?:was|has been|is) (?:sent automatically|automatically|auto-?generated|generated)|automated message|please (?:do not|don.t) (?:reply|respond)|do not reply|this (?:mailbox|inbox|address|email address) is (?:not|un)\s?monitored|no-?reply|a new (?:response|submission|form|message|entry|enquiry) (?:has been|was) (?:submitted|received)|you have (?:received )?a new|you are receiving this|you.re receiving this|you received this (?:e-?mail|message) because|to unsubscribe|unsubscribe|if you.d rather not hear from|manage (?:your )?(?:preferences|subscription)|rate (?:my|this|our) |open (?:case|ticket|record|task|in )|view (?:case|ticket|record|online|in browser|this)|reply in |click here to |(?:how are|how.re) we doing\?|how did (?:i|we) do\?|want to tell us how|tell us how we|transcript\b[^:]{0,60}:$|.{1,60} reacted via gmail)/i;

const DISCLAIMER_START =
  /^[*[\s]*(?:uk parliament disclaimer|disclaimer|confidential(?:ity)?(?: notice)?\b|privileged|this (?:e-?mail|message|communication|transmission|mail)(?: and (?:any |its )?(?:attachments?|files?).{0,40})?,? (?:is|are|may|contains?|has|and any)|the (?:information|contents?) (?:contained )?(?:in|of) this|information in this|the (?:council|university|trust|company|firm).{0,20} (?:e-?mails?|does not accept|may monitor)|e-?mails? (?:may be|are) monitored|please (?:consider|think of) the (?:environment|trees|planet)|please (?:note that )?(?:any )?views|any views|views expressed|if you (?:have|are|.ve) (?:received|had|got|not the intended|read this)|if you.ve had (?:it|this)|if you are reading this in print|registered (?:in|office|charity|society|provider|company)|authorised and regulated|service by (?:e-?mail|fax)|scanned (?:for|by)|virus|nhs e-?mail|you can read our privacy|privacy notice|we (?:process|collect) (?:your )?personal|rydym yn croesawu|croesewir|mae.r (?:neges|e-bost)|we welcome correspondence)/i;

const DISCLAIMER_INSIDE =
  /intended (?:solely |only )?(?:for|recipient)|received (?:this|it) (?:e-?mail |message )?in error|registered (?:in england|in wales|society|charity|provider|office|under the)|is a registered|charitable community benefit|legally privileged|consider the environment|before printing|accepts? no (?:liability|responsibility)|not (?:wish|want) to receive|viruses\b|monitor(?:s|ed)? (?:e-?mail|communications)|is not monitored|complaints about our service|not happy with (?:our service|something)\?|(?:dissatisfied|unhappy) with our service\?|may contain confidential|do not reply to this (?:e-?mail|message)\.?$|make a complaint about .{1,60} visit|committed to putting things right|in accordance with (?:the )?(?:data protection|gdpr)/i;

/** Words of registered offices and of lawyers; three of them in a line without an "I" make a disclaimer. */
const LEGALESE =
  /\b(?:registered|company (?:no|number|reg)|vat (?:no|reg|number)|charity|regulated|liabilit\w+|recipients?|confidential\w*|privacy|monitor\w*|unsubscribe|copyright|attachments?|privileged|e-?mails?|intended|sender|addressee|opinions|disclos\w+|delete)\b/gi;

function isLegalese(head: string): boolean {
  if (/\b(?:i|i'm|i've|me|my)\b/i.test(head)) return false;
  return new Set(head.match(LEGALESE)?.map((word) => word.toLowerCase())).size >= 3;
}

/** The kind of an automatic line at the end of a piece of text, or null for a line that somebody wrote. */
export function footerKind(head: string): Kind | null {
  if (SEPARATOR.test(head)) return 'footer';
  if (DEVICE.test(head) && head.length < 120 && !/[.!?]\s+\S+\s\S+\s\S+/.test(head)) return 'device-signature';
  if (AUTOMATIC.test(head)) return 'footer';
  if (DISCLAIMER_START.test(head) || DISCLAIMER_INSIDE.test(head) || isLegalese(head)) return 'disclaimer';
  return null;
}

/** Whether a disclaimer begins with this line, so that the rest of its paragraph belongs to it. */
export function startsDisclaimer(head: string): boolean {
  return DISCLAIMER_START.test(head);
}

/** The kind of an automatic line at the beginning of a piece of text, or null. */
export function bannerKind(head: string): Kind | null {
  if (BANNER.test(head) && head.length < 300) return 'banner';
  if (AUTOMATIC.test(head) && head.length < 160) return 'banner';
  return /^(?:[-_=*~#]{3,}|\[?cid:[^\s]{1,120}\]?)$/.test(head) ? 'banner' : null;
}
