/**
 * What the words around a date say about it: published, changed, or something else altogether.
 * Pure. Roots rather than words, so that one entry serves many endings and languages; all in
 * folded text (see `foldText`).
 */

const CHANGED =
  /updat|modif|\bedit(?:ed|ado|e\b)|revis|last (?:change|review)|medically reviewed|aktuali|actuali|atuali|geander|bearbeit|\bstand\b|mis a jour|\bmaj\b|aggiorn|bijgewerkt|gewijzigd|uppdater|oppdater|opdater|sist endret|andrad|paivitet|muokat|zmien|zmenen|upraven|frissit|modosit|обновл|измен|оновл|змінен|ενημερ|guncelle|degistir|更新|修改|编辑|編集|改訂|수정|업데이트|تحديث|تعديل|עודכן|עדכון/;

const PUBLISHED =
  /\b(?:re)?publi(?!c\b|cs\b|city)|pubbl|\bpost(?:ed|e)\b|\bdated?\b|\bfiled\b|submitted|\bwritten\b|created|veroffentlicht|erschienen|\bvom\b|erstellt|mis en ligne|paru le|plaats|julkais|lagt ut|skrevet|\bdodan|zverejn|vydan|megjelen|публик|создан|δημοσ|yayin|eklen|发布|发表|發佈|發布|發表|公開|掲載|投稿|配信|입력|등록|게시|승인|작성|نشر|פורסם|\bdatum\b|\bfecha\b|\bdata:/;

const UNRELATED =
  /expir|retriev|\baccess|copyright|©|\(c\)|\bborn\b|\bdied\b|deadline|\bdue\b|\bevents?\b|\buntil\b|\bthrough\b|\bsince\b|\bjoined\b|abgerufen|consulte|effective|valid|release date|recorded|\btaken\b|\bphoto|\bfoto|getty|\bgeboren|\bseit\b|\bbis\b|upcoming|webinar|\bwhen\b|\bbirth|\bregist|next |prev/;

export type DateWords = 'published' | 'modified' | 'unrelated' | 'none';

/** Letters before a date in which the word that explains it is looked for. */
const WORDS_BEFORE = 60;
/** And after it, where East Asian languages put the word; elsewhere it speaks of the next date. */
const WORDS_AFTER = 8;
const EAST_ASIAN = /[\u3040-\uffdc]/;

/**
 * @param before folded text between the last date (or the start of the line) and this one
 * @param after folded text that follows in the same line, up to the next date
 */
export function readDateWords(before: string, after: string): DateWords {
  const ahead = before.slice(-WORDS_BEFORE);
  if (UNRELATED.test(ahead)) return 'unrelated';
  const behind = after.slice(0, WORDS_AFTER);
  for (const text of [ahead, EAST_ASIAN.test(behind) ? behind : '']) {
    if (CHANGED.test(text)) return 'modified';
    if (PUBLISHED.test(text)) return 'published';
  }
  return 'none';
}

const BESIDE_DATES =
  /\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b)?|\b(?:utc|gmt|bst|cest?|[ecmp][sd]?t|uhr|at|on|um|am|by|a las|h)\b|\p{P}|\p{S}|\d+ (?:min(?:ute)?s?|comments?)(?: read)?/gu;

/**
 * How much a line says beside its date: the letters that are left when clocks, zones and
 * punctuation are gone. A date line has few, a sentence many.
 * @param line folded text of the line without the date
 */
export function lengthBeside(line: string): number {
  return line.replace(BESIDE_DATES, ' ').replace(/\s+/g, ' ').trim().length;
}
