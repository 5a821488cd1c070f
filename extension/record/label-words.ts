/*
 * What the words beside a field say in the other languages that staff set their CRM to. A label is understood only as a whole:
 * each of its words must be known, and together they must name one field. "Telefoonnummer contactpersoon" is a telephone number,
 * "telefoon aannemer" is not. German and Dutch write words together; those are taken apart.
 */
import type { RecordField } from '../../core/record.ts';

/** Words by what they mean, without accents: German, French, Spanish, Italian, Dutch, Polish, Portuguese, Swedish, Finnish, Welsh, Japanese. */
const MEANINGS = {
  filler:
    'de la le les du des der die das den del della dell di da do d l el of het een van voor y yr w z na am il lo os o a e i och en ou',
  number:
    'nummer nr numero no num n referenz reference referencia riferimento referentie kennung numer rhif cyfeirnod viite 番号',
  person:
    'contact kontakt kontakts kontaktu kontaktowy contacto contatto contato contactpersoon referente cliente clientes client klant klient klienta kunde kunden kund asiakas cwsmer cyswllt tenant inquilino inquilina arrendatario locataire locatario mieter mieters mieterin huurder hyresgast najemca najemcy lokator solicitante demandeur aanvrager requester ceisydd anfragender anforderer 顧客 連絡先',
  name: 'name nom nombre nome naam nazwa namn nimi imie nazwisko imienazwisko enw completo complet llawn 氏名 名前',
  phone:
    'telefon telefonu telefone telefono telephone telefoon puhelin ffon handy mobil mobiltelefon rufnummer portable movil cellulare celular komorkowy mobiel mobiele symudol tel fixe fisso principal principale cyfrif 電話',
  email:
    'email emailadres emailadresse courriel correo mel ebost epost sahkoposti e mail elettronica electronico electronica electronique posta courrier eletronico メール メールアドレス',
  address: 'adresse anschrift adres adress direccion indirizzo endereco osoite cyfeiriad domicile domicilio 住所',
  home: 'wohnung immobilie objekt miet wohn post logement bien propriete vivienda inmueble propiedad immobile woning pand huurwoning lokalu nieruchomosci mieszkania zamieszkania imovel fastighet asunto eiddo cartref postal postale abitazione',
  tenancy:
    'bail contrat contrato contratto alquiler arrendamiento locazione location affitto huurovereenkomst huurcontract huur mietvertrag mietvertrags miete umowy najmu najem aluguel locacao arrendamento hyresavtal tenantiaeth denantiaeth',
  rent: 'loyer alquiler affitto huur miete czynsz czynszu aluguel hyra rhent',
  account: 'compte cuenta conto konto rekening conta cyfrif',
  type: 'type typ tipo art math',
  case: 'fall ticket vorgang vorgangs kundenvorgang anfrage aktenzeichen requete dossier incident cas caso zaak case aanvraag sprawy zgłoszenia chamado arende achos',
  complaint:
    'beschwerde reclamation plainte reclamacion queja reclamo klacht skargi reklamacji reclamacao klagomal gwyn cwyn',
  stage: 'stufe etape fase etap etapa stadium steg vaihe cam',
  priority: 'prioritat priorite priorytet prioridad prioridade priorita prioriteit prioritet blaenoriaeth 優先度',
  status: 'status statut estado stato stan tila statws 状況',
  received:
    'eingegangen erhalten empfangen eingang eingangs recu recue reception otrzymania otrzymano wpływu wpłyneło recepcion recibido recibida recebido recebimento ricevuto ricevimento ricezione ontvangen ontvangst mottagen mottaget vastaanotettu derbyn derbyniwyd 受信',
  opened: 'eroffnet geoffnet offnung ouverture ouvert apertura aperto abierto abertura geopend otwarcia oppnad agor',
  date: 'datum date data fecha dyddiad heure hora ora uhrzeit tijd godzina godz op on zeit tid pvm 日時',
  due: 'fallig faellig frist termin echeance limite vencimiento vencimento scadenza uiterlijk deadline erbyn forfallodag attendue',
  answer: 'antwort reponse respuesta risposta antwoord odpowiedzi resposta svar ymateb',
  subject:
    'betreff objet asunto oggetto onderwerp temat assunto amne aihe pwnc titel titre titulo titolo tytuł teitl 件名',
  notes:
    'anmerkung anmerkungen bemerkung bemerkungen notiz notizen beschreibung remarque remarques commentaire commentaires notas note notities opmerkingen omschrijving beschrijving notatki uwagi opis descripcion descrizione descricao observaciones observacoes observacion anteckningar beskrivning kuvaus nodiadau sylwadau disgrifiad manylion メモ 説明',
  vulnerability:
    'vulnerabilite vulnerabilidad vulnerabilidade vulnerabilita kwetsbaarheid schutzbedurftigkeit vulnerabilitat sarbarhet bregusrwydd',
} as const;

type Meaning = keyof typeof MEANINGS;

/** What each field's label must say, and what it may say beside that; the narrower ones first. */
const FIELDS: readonly (readonly [RecordField, readonly (readonly Meaning[])[], readonly Meaning[]])[] = [
  ['tenancyType', [['type', 'tenancy']], []],
  ['rentAccount', [['account', 'rent']], ['number']],
  ['email', [['email']], ['address', 'person']],
  ['tenancy', [['tenancy', 'number']], ['person']],
  [
    'reference',
    [
      ['case', 'number'],
      ['complaint', 'number'],
    ],
    ['complaint'],
  ],
  ['address', [['address']], ['home', 'person']],
  ['phone', [['phone']], ['number', 'person']],
  ['stage', [['stage']], ['complaint', 'case']],
  ['priority', [['priority']], ['case', 'complaint']],
  ['status', [['status']], ['case', 'complaint']],
  ['due', [['due'], ['due', 'answer']], ['date']],
  ['received', [['received'], ['opened', 'date'], ['opened', 'case']], ['date', 'case', 'complaint']],
  ['subject', [['subject']], ['case', 'complaint']],
  ['notes', [['notes']], ['case', 'complaint', 'person']],
  ['vulnerability', [['vulnerability']], []],
  ['name', [['name'], ['person']], ['person']],
];

const KNOWN = new Map<string, Set<Meaning>>();
for (const [meaning, words] of Object.entries(MEANINGS) as [Meaning, string][]) {
  for (const word of words.split(' ')) KNOWN.set(word, (KNOWN.get(word) ?? new Set()).add(meaning));
}

/** The field that a label in another language names; null where one of its words isn't known, or they name none. */
export function fieldInWords(label: string): RecordField | null {
  const words =
    label
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .normalize('NFC')
      .match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || words.length > 8) return null;
  const parts = words.map(partsOf);
  if (!parts.every((part) => part !== null)) return null;
  const said = parts.flat();
  return (
    FIELDS.find(([, required, may]) =>
      required.some(
        (must) =>
          must.every((meaning) => said.some((part) => part.has(meaning))) &&
          said.every((part) => part.has('filler') || [...must, ...may].some((meaning) => part.has(meaning))),
      ),
    )?.[0] ?? null
  );
}

/** What a word says, or the words that it is put together from; null where it isn't known. */
function partsOf(word: string): readonly Set<Meaning>[] | null {
  const whole = KNOWN.get(word);
  if (whole) return [whole];
  for (let at = word.length - 2; at >= 2; at -= 1) {
    const first = KNOWN.get(word.slice(0, at));
    if (!first || first.has('filler')) continue;
    const rest = word.slice(at);
    // German sets an s or an n between them.
    const second = KNOWN.get(rest) ?? KNOWN.get(rest.replace(/^(?:s|n|en|e)/, ''));
    if (second) return [first, second];
  }
  return null;
}
