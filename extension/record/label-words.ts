/*
 * What the words beside a field say in the other languages that staff set their CRM to. A label is understood only as a whole:
 * each of its words must be known, and together they must name one field. "Telefoonnummer contactpersoon" is a telephone number,
 * "telefoon aannemer" is not. German and Dutch write words together; those are taken apart.
 */
import type { RecordField } from '../../core/record.ts';

/**
 * Words by what they mean, without accents: German, French, Spanish, Italian, Dutch, Polish, Portuguese, Swedish,
 * Danish, Norwegian, Finnish, Welsh, Japanese, Korean, Chinese, Arabic.
 */
const MEANINGS = {
  filler:
    'de la le les du des der die das den del della dell di da do d l el of het een van voor y yr w z na am il lo os o a e i och en ou af og for の と 의 및 的 ال',
  number:
    'nummer nr numero no num n referenz reference referencia riferimento referentie kennung numer rhif cyfeirnod viite 番号 sagsnr saksnummer 번호 编号 号码 号 編號 號碼 رقم مرجع',
  person:
    'contact kontakt kontakts kontaktu kontaktowy contacto contatto contato contactpersoon referente cliente clientes client klant klient klienta kunde kunden kund asiakas cwsmer cyswllt tenant inquilino inquilina arrendatario locataire locatario mieter mieters mieterin huurder hyresgast najemca najemcy lokator solicitante demandeur aanvrager requester ceisydd anfragender anforderer 顧客 連絡先 lejer lejers leietaker leietakers beboer kontaktperson 取引先責任者 入居者 借主 賃借人 居住者 依頼者 연락처 고객 임차인 세입자 거주자 요청자 联系人 客户 租户 租客 住户 聯絡人 客戶 جهة الاتصال العميل عميل المستأجر مستأجر الساكن',
  name: 'name nom nombre nome naam nazwa namn nimi imie nazwisko imienazwisko enw completo complet llawn 氏名 名前 navn fulde fullt 名 이름 성명 姓名 名字 اسم الاسم الكامل',
  phone:
    'telefon telefonu telefone telefono telephone telefoon puhelin ffon handy mobil mobiltelefon rufnummer portable movil cellulare celular komorkowy mobiel mobiele symudol tel fixe fisso principal principale cyfrif 電話 携帯 携帯電話 전화 휴대폰 휴대전화 电话 手机 手機 هاتف الهاتف الجوال',
  email:
    'email emailadres emailadresse courriel correo mel ebost epost sahkoposti e mail elettronica electronico electronica electronique posta courrier eletronico メール メールアドレス 電子メール 이메일 전자메일 메일 邮箱 电子邮件 邮件 電子郵件 電郵 البريد الإلكتروني بريد',
  address:
    'adresse anschrift adres adress direccion indirizzo endereco osoite cyfeiriad domicile domicilio 住所 所在地 주소 地址 住址 عنوان العنوان',
  home: 'wohnung immobilie objekt miet wohn post logement bien propriete vivienda inmueble propiedad immobile woning pand huurwoning lokalu nieruchomosci mieszkania zamieszkania imovel fastighet asunto eiddo cartref postal postale abitazione bolig boligens ejendom ejendommens eiendom eiendommens 物件 住居 自宅 주택 부동산 자택 房产 物业 物業 住宅 العقار المنزل السكن',
  tenancy:
    'bail contrat contrato contratto alquiler arrendamiento locazione location affitto huurovereenkomst huurcontract huur mietvertrag mietvertrags miete umowy najmu najem aluguel locacao arrendamento hyresavtal tenantiaeth denantiaeth lejemal lejekontrakt lejekontrakts leiekontrakt leieforhold 賃貸 賃貸借 契約 임대 임대차 계약 租赁 租约 合同 租賃 租約 عقد الإيجار',
  rent: 'loyer alquiler affitto huur miete czynsz czynszu aluguel hyra rhent husleje husleie 家賃 임대료 월세 租金 الإيجار إيجار',
  account: 'compte cuenta conto konto rekening conta cyfrif 口座 계좌 계정 账户 帐户 帳戶 حساب',
  type: 'type typ tipo art math 種別 種類 유형 종류 类型 類型 نوع',
  case: 'fall ticket vorgang vorgangs kundenvorgang anfrage aktenzeichen requete dossier incident cas caso zaak case aanvraag sprawy zgłoszenia chamado arende achos sag sags sak ケース 案件 サポート案件 チケット 사례 케이스 티켓 个案 案例 工单 個案 الحالة',
  complaint:
    'beschwerde reclamation plainte reclamacion queja reclamo klacht skargi reklamacji reclamacao klagomal gwyn cwyn klage klagens 苦情 クレーム 불만 민원 投诉 投訴 الشكوى شكوى',
  stage: 'stufe etape fase etap etapa stadium steg vaihe cam trin 段階 ステージ 단계 阶段 階段 مرحلة',
  priority:
    'prioritat priorite priorytet prioridad prioridade priorita prioriteit prioritet blaenoriaeth 優先度 優先順位 우선순위 우선 순위 优先级 優先級 الأولوية',
  status: 'status statut estado stato stan tila statws 状況 状態 ステータス 상태 状态 狀態 الحالة',
  received:
    'eingegangen erhalten empfangen eingang eingangs recu recue reception otrzymania otrzymano wpływu wpłyneło recepcion recibido recibida recebido recebimento ricevuto ricevimento ricezione ontvangen ontvangst mottagen mottaget vastaanotettu derbyn derbyniwyd 受信 modtaget mottatt 受付 受領 접수 수신 接收 收到 الاستلام استلام',
  opened:
    'eroffnet geoffnet offnung ouverture ouvert apertura aperto abierto abertura geopend otwarcia oppnad agor oprettet opprettet 作成 オープン 登録 생성 개설 创建 打开 建立 الفتح الإنشاء',
  date: 'datum date data fecha dyddiad heure hora ora uhrzeit tijd godzina godz op on zeit tid pvm 日時 dato 日付 日 날짜 일자 일시 시간 日期 时间 時間 تاريخ التاريخ وقت',
  due: 'fallig faellig frist termin echeance limite vencimiento vencimento scadenza uiterlijk deadline erbyn forfallodag attendue svarfrist 期限 期日 締切 기한 마감 截止 到期 الاستحقاق',
  answer:
    'antwort reponse respuesta risposta antwoord odpowiedzi resposta svar ymateb 回答 返信 応答 답변 응답 회신 回复 答复 回覆 الرد',
  subject:
    'betreff objet asunto oggetto onderwerp temat assunto amne aihe pwnc titel titre titulo titolo tytuł teitl 件名 emne タイトル 題名 제목 主题 标题 主旨 標題 الموضوع',
  notes:
    'anmerkung anmerkungen bemerkung bemerkungen notiz notizen beschreibung remarque remarques commentaire commentaires notas note notities opmerkingen omschrijving beschrijving notatki uwagi opis descripcion descrizione descricao observaciones observacoes observacion anteckningar beskrivning kuvaus nodiadau sylwadau disgrifiad manylion メモ 説明 noter beskrivelse merknader bemaerkninger 備考 詳細 메모 설명 비고 备注 说明 描述 備註 說明 ملاحظات الملاحظات الوصف وصف',
  vulnerability:
    'vulnerabilite vulnerabilidad vulnerabilidade vulnerabilita kwetsbaarheid schutzbedurftigkeit vulnerabilitat sarbarhet bregusrwydd sarbarhed 脆弱性 취약성 弱势',
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
  for (const word of words.split(' ').map(plain)) KNOWN.set(word, (KNOWN.get(word) ?? new Set()).add(meaning));
}

/** The field that a label in another language names; null where one of its words isn't known, or they name none. */
export function fieldInWords(label: string): RecordField | null {
  const words = plain(label).match(/\p{L}+/gu) ?? [];
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

function plain(text: string): string {
  return text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').normalize('NFC');
}

/** Languages that write their words without blanks between them. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u;

/** What a word says, or the words that it is put together from; null where it isn't known. */
function partsOf(word: string): readonly Set<Meaning>[] | null {
  const whole = KNOWN.get(word);
  if (whole) return [whole];
  if (UNSPACED.test(word)) return wordsInRow(word);
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

/** The words that stand in a row without blanks, the longest first each time; null where there is one that isn't known. */
function wordsInRow(row: string): readonly Set<Meaning>[] | null {
  if (row === '') return [];
  for (let at = Math.min(row.length, 8); at >= 1; at -= 1) {
    const first = KNOWN.get(row.slice(0, at));
    const rest = first ? wordsInRow(row.slice(at)) : null;
    if (first && rest) return [first, ...rest];
  }
  return null;
}
