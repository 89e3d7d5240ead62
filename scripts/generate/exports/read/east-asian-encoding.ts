import { KoreanDecoder } from './korean-decoder.ts';

/** Encodings of spreadsheet programs and shops in Japan, Korea, Taiwan and China. */
export type EastAsianEncoding = 'shift_jis' | 'euc-kr' | 'big5' | 'gb18030';

/** Letters that only Japanese is written with; those of half width are single bytes and would be any accented letter. */
const KANA = /[\u3041-\u30ff]/g;
const BEYOND_ASCII = /[\u0080-\uffff]/g;
/** Japanese text has far more of them; two quotes that happen to look like one have not. */
const LEAST_KANA = 2;
const LEAST_KANA_SHARE = 0.1;
const LEAST_LONG_SHARE = 0.5;
const MOST_ODD_SHARE = 0.05;

/** Syllables of which every Korean table is full: endings of words, and what shops and their tools write about. */
const KOREAN = new Set(
  '이다의는에을가고하지로사자기인스리아시도대한일정주상제수나부명전보원해라서어를과와으은그장구비성동유안년여경조신선공문품호우화번금배송결단위개월관매출캠페광노클릭용날짜체크색발생일',
);
/** The commonest letters of Chinese as Taiwan and Hong Kong write it, and those of shops and their tools. */
const TAIWANESE = new Set(
  '的一是不了在有人我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作用道行所然家種事成方多經去法學如都同現當沒動面起看定天分還進好小部主樣理心本前開但因只從想實日者意無力與長把機十民第公此工使情明性知全三關點正業外將兩高間由問最重並物手應文體美相見被利二等產或新制果加月合回特代內信表化老給世位次門先通教原東提立及比員解水名處各入口認條平氣題活更別打女變四總何電數安少報結反受目太量再感務做接場件計管期市直資金指區保形社決科司五基書白界達光放強色路記南品住告類求程北邊張交規取格望領共確傳師清今院識帶導運訂單號買商價額費付款姓址備註廣花曝擊連購',
);
/** The commonest letters of Japanese beside its syllables, and those of shops and their tools: a table can be written without syllables. */
const JAPANESE = new Set(
  '日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山女北午百書先川千水半男西土木食車南万毎白天火右左父母雨会同事自社発者地業方新場員立開手力問代明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計死特私始朝運終台広住真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写字答夜音注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚兄犬妹姉漢番号商名数量単価合税込抜額所氏電話郵便顧客配受付支払法決済状態取消確定備在庫送個管処割引包装祝御袋箱革綿麻絹布帯無限都府県市区村丁株式全利登録情報期変更種類枚点型番税',
);
/** So many of them a text must hold, and so many of its letters must be of them: elsewhere a fortieth is. */
const LEAST_COMMON = 3;
const LEAST_COMMON_SHARE = 0.2;

/**
 * The encoding of a text that is no UTF-8, where its letters can only be Japanese (Shift_JIS, which Windows calls cp932),
 * Korean (EUC-KR with the syllables of Windows' cp949) or Chinese (Big5 of Taiwan, GB18030, which holds GBK and GB2312);
 * null: none. Western text has single bytes beyond ASCII, hardly ever four in a row.
 *
 * @param head the first bytes of the file; it may end in the middle of a letter
 * @example eastAsianEncoding(Buffer.from([0x83, 0x65, 0x83, 0x42])) // => 'shift_jis'
 * @example eastAsianEncoding(Buffer.from('caf\u00e9', 'latin1')) // => null
 */
export function eastAsianEncoding(head: Uint8Array): EastAsianEncoding | null {
  if (isJapanese(head)) return 'shift_jis';
  if (isMostly(KOREAN, new KoreanDecoder().decode(head, { stream: true }))) return 'euc-kr';
  if (isMostly(TAIWANESE, decoded(head, 'big5'))) return 'big5';
  return isChinese(head) ? 'gb18030' : null;
}

/** Whether the letters of a text are those that its language is full of: any bytes decode to some letters. */
function isMostly(common: ReadonlySet<string>, text: string | null): boolean {
  const letters = text?.match(BEYOND_ASCII) ?? [];
  const found = letters.filter((letter) => common.has(letter)).length;
  return found >= LEAST_COMMON && found >= LEAST_COMMON_SHARE * letters.length;
}

function isJapanese(head: Uint8Array): boolean {
  const text = decoded(head, 'shift_jis');
  const kana = text?.match(KANA)?.length ?? 0;
  const letters = text?.match(BEYOND_ASCII)?.length ?? 0;
  return (kana >= LEAST_KANA && kana >= LEAST_KANA_SHARE * letters) || isMostly(JAPANESE, text);
}

/** Bytes beyond ASCII in pairs, most of the pairs side by side; rare letters have one such byte only. */
function isChinese(head: Uint8Array): boolean {
  let [runs, oddRuns, longRuns, length] = [0, 0, 0, 0];
  for (const byte of head) {
    if (byte >= 0xa1) {
      length += 1;
      continue;
    }
    if (length > 0) runs += 1;
    if (length % 2 === 1) oddRuns += 1;
    if (length >= 4) longRuns += 1;
    length = 0;
  }
  const isPaired = oddRuns <= MOST_ODD_SHARE * runs && longRuns >= LEAST_LONG_SHARE * runs;
  return longRuns > 0 && isPaired && decoded(head, 'gb18030') !== null;
}

/** The text; null where the bytes are none in that encoding. */
function decoded(head: Uint8Array, encoding: EastAsianEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return null;
  }
}
