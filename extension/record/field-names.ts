import type { RecordField } from '../../core/record.ts';

/**
 * What the words beside a field, or the name that a programmer gave it, say that it is. They are compared without blanks, case
 * and punctuation: "Tenancy ref.", "tenancy_ref" and "TenancyRef" are the same. In the order in which they are asked.
 */
const NAMES: readonly (readonly [RecordField, RegExp])[] = [
  ['tenancyType', /^(?:tenancy|tenure)type$/],
  [
    'tenancy',
    /^(?:tenancy|tenure|tenant|agreement)(?:ref|reference|no|number|num|id)(?:no|number)?$|^cyfeirnodtenantiaeth$|^rhiftenantiaeth$/,
  ],
  ['rentAccount', /^rent(?:account|acct|ac)(?:no|number|ref|reference)?$/],
  [
    'reference',
    /^(?:(?:case|ticket|complaint|enquiry|incident|record)(?:ref|reference|no|number|num|id)(?:no|number)?|ref|refno|reference|referencenumber|ourref|ourreference|cyfeirnod|cyfeirnod(?:yr)?achos|cyfeirnodcwyn|rhif(?:yr)?achos)$/,
  ],
  [
    'address',
    /^(?:property|home|contact|postal|current|full|main|correspondence|tenancy|mailing|street|customer|tenant|resident)?address(?:line)?1?$|^(?:property|premises)$|^cyfeiriad(?:cartref|(?:yr)?eiddo|llawn)?$/,
  ],
  [
    'phone',
    /^(?:contact|home|main|primary|work|daytime|mobile|customer|tenant|preferred)?(?:phone|telephone|tel|mobile)(?:phone)?(?:number|no)?(?:1|2|3|h|m|w|home|mobile|work)?$|^contactn(?:umber|o)$|^(?:landline|mob)$|^(?:rhif)?(?:ffon)?(?:ffon|symudol|cartref)$/,
  ],
  [
    'email',
    /^(?:contact|customer|tenant|home|main|primary|supplied|web)?e?mail(?:address)?(?:1)?$|^(?:cyfeiriad)?ebost$/,
  ],
  ['stage', /^(?:complaint|case)?stage$|^cam$/],
  ['priority', /^(?:case|ticket)?priority(?:code)?$/],
  ['status', /^(?:case|ticket)status(?:code)?$|^status(?:code)?$|^statws$/],
  [
    'due',
    /^(?:response|reply|answer|target)?due(?:date|on|by)?$|^(?:respond|response|reply)by$|^(?:deadline|targetdate)$/,
  ],
  [
    'received',
    /^(?:date)?received(?:on|date|at)?$|^date(?:and)?(?:time)?(?:opened|created|received|logged|reported)$|^(?:created|opened|logged)(?:on|date|at)$|^(?:dyddiad)?derbyn(?:iwyd)?$/,
  ],
  ['subject', /^(?:case|ticket|complaint)?(?:title|subject|topic)$|^pwnc$/],
  [
    'notes',
    /^(?:case|contact|call|complaint|officer)?(?:notes?|description|details|comments?|narrative)$|^(?:summary|natureofcomplaint|detailsof(?:the)?complaint|whathappened|observations)$|^(?:nodiadau|sylwadau|disgrifiad|manylion)$/,
  ],
  ['alert', /^(?:alerts?|warnings?|cautions?|cautionaryalerts?)$/],
  ['vulnerability', /^vulnerabilit(?:y|ies)$|^supportneeds$/],
  [
    'name',
    /^(?:customer|contact|tenant|resident|requester|caller|complainant|applicant|person|client|full|leadtenant|maintenant|lead)?(?:full)?name$|^(?:customer|requester|tenant|resident|complainant|customerid|contactid|contact|leadtenant|maintenant)$|^nameof(?:the)?(?:tenant|customer|resident|caller|complainant)$|^(?:person|leaseholder|occupier|tenants?name)$|^enw(?:llawn|y?r?(?:cwsmer|tenant|preswylydd|galwr))?$/,
  ],
];

/**
 * The same in the other languages that staff set their CRM to: German, French, Polish, Spanish, Italian, Dutch, Welsh. Asked
 * after the English ones; accents are gone, as in what they are compared with.
 */
const ELSEWHERE: readonly (readonly [RecordField, RegExp])[] = [
  [
    'tenancy',
    /^(?:mietvertrags?|mieter|vertrags?)(?:nummer|nr|referenz|kennung)$|^(?:reference|numero)(?:du)?(?:bail|locataire|contrat)$|^(?:numer|nr)(?:umowy)?najmu$|^numerumowy$|^(?:referencia|numero)(?:del)?(?:contrato|inquilino|arrendamiento)$|^huurovereenkomst(?:nummer)?$/,
  ],
  [
    'reference',
    /^(?:fall|ticket|vorgangs?|kundenvorgangs?|beschwerde|anfrage)(?:nummer|nr|referenz)$|^(?:aktenzeichen|referenz)$|^numero(?:de|du)?(?:la|l)?(?:requete|dossier|ticket|incident|cas|reclamation)$|^(?:numer|nr)(?:sprawy|zgłoszenia|skargi)$|^numero(?:de|del)?(?:caso|ticket)$|^numerocaso$|^(?:zaak|ticket|case)nummer$/,
  ],
  [
    'address',
    /^(?:post|wohn|objekt|miet)?(?:adresse|anschrift)(?:der)?(?:wohnung|immobilie)?$|^adresse(?:du|de|postale)?(?:la|l)?(?:logement|bien|propriete|domicile)?$|^adres(?:lokalu|nieruchomosci|mieszkania|zamieszkania)?$|^(?:direccion|indirizzo)(?:postal|de(?:la)?(?:vivienda|propiedad))?$/,
  ],
  [
    'phone',
    /^(?:kontakt)?(?:telefon|mobil|handy|rufnummer|mobiltelefon)(?:nummer|nr)?(?:deskontakts)?$|^(?:numerode)?telephone(?:mobile|portable|fixe)?(?:ducontact|principal)?$|^(?:(?:numer|nr))?(?:telefonu?)(?:komorkowy|komórkowy|kontaktowy|kontaktu)?$|^telefono(?:movil|decontacto|cellulare)?$|^(?:mobiele)?telefoon(?:nummer)?$/,
  ],
  [
    'email',
    /^(?:kontakt)?email(?:adresse|deskontakts)?$|^(?:adresse)?(?:email|courriel|courrierelectronique|mel)(?:ducontact)?$|^(?:adres)?email$|^correo(?:electronico)?$|^(?:indirizzo)?email$|^e?mailadres$/,
  ],
  [
    'stage',
    /^(?:beschwerde)?stufe$|^etape(?:de)?(?:la)?(?:reclamation|plainte)?$|^etap(?:skargi|reklamacji)?$|^etapa(?:delaqueja)?$|^camygwyn$/,
  ],
  ['priority', /^(?:prioritat|priorite|priorytet|prioridad|priorita|prioriteit|blaenoriaeth)$/],
  ['status', /^(?:statut|estado|stato)(?:du|de)?(?:la|l)?(?:requete|ticket|incident|dossier)?$/],
  [
    'received',
    /^(?:eingegangen|erhalten|empfangen|eroffnet)(?:am)?$|^(?:eingangsdatum|datumuhrzeitgeoffnet|datumdereroffnung)$|^recu(?:le)?$|^date(?:heure)?(?:de)?(?:d)?(?:reception|ouverture)$|^(?:data)?(?:otrzymania|otrzymano|wpływu|wpłynieło|otwarcia)$|^(?:fechade)?(?:recepcion|recibido)(?:el)?$|^ontvangen(?:op)?$/,
  ],
  ['subject', /^(?:betreff|objet|temat|asunto|oggetto|onderwerp)$/],
  [
    'notes',
    /^(?:anmerkung|bemerkung|notiz)(?:en)?$|^beschreibung$|^(?:remarques?|commentaires?)$|^(?:notatki|uwagi|opis)$|^(?:notas|descripcion|note|descrizione|opmerkingen|omschrijving)$/,
  ],
  [
    'name',
    /^(?:kontakt|kunden|mieter)?name(?:desmieters|deskunden|deskontakts)?$|^(?:kunde|mieter|mieterin|anfragender|anforderer)$|^nom(?:complet)?(?:du)?(?:contact|client|locataire)?$|^(?:demandeur|client|locataire)$|^(?:imieinazwisko|klient|najemca|lokator|zgłaszajacy)$|^nombre(?:completo|delcontacto|delinquilino)?$|^(?:cliente|inquilino|solicitante|ceisydd)$|^naam$/,
  ],
];

/** Which field a label or a programmer's name speaks of; null where it says nothing that a complaint needs. */
export function fieldNamed(label: string): RecordField | null {
  const compact = label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (compact === '' || compact.length > 40) return null;
  return [...NAMES, ...ELSEWHERE].find(([, pattern]) => pattern.test(compact))?.[0] ?? null;
}

/** A field's value as a complaint needs it: an address in one line, a telephone number without the words around it. */
export function tidied(field: RecordField, value: string): string {
  const lines = value
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  if (field === 'address') return lines.map((line) => line.replace(/,$/, '')).join(', ');
  const text = lines.join(field === 'notes' ? '\n' : ' ');
  if (field === 'phone' || field === 'phone2') return /\+?\(?\d[\d\s()-]{7,20}\d/.exec(text)?.[0] ?? text;
  if (field === 'email') return /[^\s<>@]{1,100}@[^\s<>@]{1,100}/.exec(text)?.[0] ?? text;
  return text;
}
