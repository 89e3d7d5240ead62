/**
 * What in a survey is about the person and not about the shop. Answers to such questions are never loaded; some say
 * who answered. Surveys have no list of fields, so the question's words and the cells' shape have to tell.
 */
export type QuestionPurpose = 'order' | 'customer' | 'email' | 'phone' | 'personal';

/** Words of a question (lower case, punctuation of names like order_id as spaces) that ask for something, in order. */
const PURPOSES: [QuestionPurpose, string[]][] = [
  [
    'order',
    [
      '^(what is |what was |enter |please enter )?(your |the |my |shopify )?order( (id|no|nr|number|name|ref|reference))?[^a-z0-9]*$',
    ],
  ],
  [
    'customer',
    [
      '^(shopify |your )?(user|customer|client|member|account|contact|klaviyo)( (id|no|nr|number))[^a-z0-9]*$',
      '^(user|customer|client|member|account)id$',
      '^custom data( \\d+)?$',
    ],
  ],
  [
    'email',
    [
      '\\be[ -]?mail( address| id|[^a-z]*$)',
      '\\byour (\\w+ )?e[ -]?mail\\b',
      '^(e[ -]?mail[ -]?adress?e?|courriel|correo( electr[oó]nico)?)[^a-z]*$',
      '^username$',
      '^(e-?post|mailadress)',
      '^(メール|이메일|电子邮|邮箱|電子郵|адрес электронной почты|(эл\\S*|e-?mail) почта|электронная почта|địa chỉ email|ที่อยู่อีเมล|อีเมล|(عنوان )?البريد الإلكتروني)',
    ],
  ],
  [
    'phone',
    [
      '^(your )?(mobile |cell )?(tele)?phone( number| no)?[^a-z]*$',
      '\\b(tele|cell|mobile )?phone (number|no)\\b',
      '\\b(mobile|cell|contact|telephone|whats ?app) (number|no)\\b',
      '^(telefon|telefonnummer|tel[eé]fono|t[eé]l[eé]phone|telefone|celular|handynummer|mobile?|whats ?app)[^a-z]*$',
      '^(ご?電話|携帯|전화|휴대폰|연락처|电话|手机|電話|手機|(номер )?телефон|số điện thoại|เบอร์โทร|رقم (الهاتف|الجوال)|(numer )?telefonu?)',
    ],
  ],
  [
    'personal',
    [
      '^(your |the )?((full|first|last|middle|family|given|customer|contact|user|screen|display|nick|sur|fore) ?)?names?\\b',
      '\\b(first|last|full|family|given|middle|maiden|sur|user|screen)[ -]?names?\\b',
      '\\byour name\\b',
      '^(vorname|nachname|nombre|apellidos?|nome|cognome|nom|pr[eé]nom|naam|voornaam|achternaam)\\b',
      '^(your |full |home |street |current )*address\\b',
      '\\b(home|street|postal|mailing|shipping|billing|delivery|full|your|ip) address\\b',
      '\\b(zip|post(al)?)[ -]?code\\b',
      '^(imi[eę]|nazwisko|(for|efter|etter)?navn|(för|efter)?namn|фио|ф\\.и\\.о|(ваше |ваша )?(имя|фамилия)|(адрес|дата рождения)|họ (và )?tên|tên|địa chỉ|ngày sinh|الاسم|العنوان|تاريخ الميلاد)([^\\pL]|$)',
      '^(お?名前|ご?氏名|ふりがな|フリガナ|ご?住所|郵便番号|生年月日|이름|성함|성명|주소|생년월일|姓名|名字|您的姓名|地址|出生|生日|ชื่อ|นามสกุล|ที่อยู่|วันเกิด)',
      // "Could we have your full name?", "Danos tu dirección", wherever they stand in a question.
      '\\b(votre|ton) (pr[eé])?nom\\b|\\bnoms? (complet|de famille|et pr[eé]noms?)\\b|\\bpr[eé]noms? et noms?\\b',
      '\\b(dein|ihr|euer)(e[nrs]?)? (vollständiger? )?((vor|nach|familien)-?)?namen?\\b|\\bvor- ?(und|&) ?nachname|\\bvollständiger? name\\b',
      '\\b(tu|su) (nombre|apellidos?)\\b|\\bnombres? (completos?|y apellidos?)\\b|\\bapellidos? y nombres?\\b',
      '\\b(tuo|suo|vostro) (nome|cognome)\\b|\\bnome e cognome\\b|\\b(seu|teu) (sobre)?nome\\b|\\bnome (completo|e sobrenome)\\b',
      '\\b(je|jouw|uw) (volledige )?(voor|achter)?naam\\b|\\b(ditt|dit) (för|efter|for|etter)?na(m|v)n\\b|\\b(twoje|pan[ai]) imi[eę]',
      '^nama[^a-z]*$|\\bnama (lengkap|anda|kamu|panggilan|responden)\\b|\\bad[ıi]? ?(ve )?soyad|\\b(soy)?ad[ıi]n[ıi]z\\b',
      '\\b(votre|ton|sua|tu|su|vostra|deine|ihre|uw) (adresse|anschrift|direcci[oó]n|indirizzo|morada|adres)\\b|^alamat\\b',
      '\\b(date de naissance|fecha de nacimiento|data (di|de) nasci(ta|mento)|geboortedatum|geburtstag|tanggal lahir|doğum tarihi|födelsedatum)',
      '^(anschrift|adresse|direcci[oó]n|indirizzo|adres|endere[cç]o|plz|postleitzahl)\\b',
      '^(company|city/town|state/province|zip/postal code|address 2)$',
      '\\b(date of birth|birth ?day|birth ?date|dob|geburtsdatum)\\b',
      '\\b(instagram|twitter|tiktok|facebook|telegram|discord|snapchat|social media|your) (handle|account|profile|user)\\b',
      '^(uid|ip|network id|respondent|signature|photo|photo url.*)$',
      // What an advert writes behind a link: it is one person's click.
      '^((fb|g|ms|tt|dc|tw|y)clid|wbraid|gbraid)$',
    ],
  ],
];

/** Questions that only sound like the above: "Name one song", "How likely …", "Name of the product". */
const NO_PURPOSE = [
  '^(please )?(name|list) (one|a|an|any|some|two|three|up to|\\d)\\b',
  '^names? of (the |your |our )?(product|brand|item|shop|store|article|song)',
  '^how (likely|satisfied|easy|often|important|helpful|well|much)\\b',
  '^(please )?rate\\b',
];

/** SQL of a header as it is compared with the words above. */
function words(text: string): string {
  return `trim(regexp_replace(replace(lower(${text}), '_', ' '), '\\s+', ' ', 'g'))`;
}

function matchesAny(text: string, patterns: string[]): string {
  return `regexp_matches(${text}, '${patterns.join('|')}')`;
}

/**
 * SQL of what a question asks for; null for a question about the shop.
 *
 * @param question SQL of the question's text
 * @param choice SQL of the text below it in a second header row, '' without
 */
export function questionPurpose(question: string, choice: string): string {
  const [whole, part] = [words(question), words(choice)];
  const cases = PURPOSES.map(
    ([purpose, patterns]) =>
      `WHEN ${matchesAny(whole, patterns)} OR ${matchesAny(part, patterns)} THEN '${purpose}'`,
  );
  return `CASE WHEN ${matchesAny(whole, NO_PURPOSE)} THEN NULL ${cases.join(' ')} END`;
}

/** SQL: whether a question asks about another person: "Your friend's e-mail". */
export function asksAboutOthers(question: string): string {
  return `regexp_matches(lower(${question}), '\\b(friend|colleague|refer|someone|gift recipient)')`;
}

const EMAIL = String.raw`'?\s*[^@\s]+@[^@\s]+\.[^@\s]+`;
/** With a plus, spaces or a zero in front; or ten digits and more. A date or a small number is none. */
const PHONE = String.raw`'?\s*(\+\d|\(?0|\(?\d{2,4}[ ).-])[\d ()./-]{5,18}|'?\d{10,15}`;
/** Days, and Amazon's order numbers. */
const NO_PHONE = String.raw`\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.*|\d{3}-\d{7}-\d{7}`;
const LINK = String.raw`https?://\S+`;

function isWhole(cell: string, pattern: string): string {
  return `regexp_full_match(${cell}, '${pattern.replaceAll("'", "''")}')`;
}

/** SQL: whether a cell is an e-mail address. */
export function isEmail(cell: string): string {
  return isWhole(cell, EMAIL);
}

/** SQL: whether a cell is a phone number. */
export function isPhone(cell: string): string {
  return `(${isWhole(cell, PHONE)} AND NOT ${isWhole(cell, NO_PHONE)})`;
}

/** SQL: whether a cell looks like something about a person: an address, a phone number, an uploaded file. */
export function looksPersonal(cell: string): string {
  return `CASE WHEN ${isWhole(cell, `${EMAIL}|${PHONE}|${LINK}`)} THEN NOT ${isWhole(cell, NO_PHONE)} ELSE false END`;
}

/** SQL: whether a cell tells nothing about a person, whatever the question: a mark from 0 to 999, yes or no. */
export function tellsNothing(cell: string): string {
  return isWhole(cell, '\\d{1,3}|(?i:yes|no|true|false)');
}
