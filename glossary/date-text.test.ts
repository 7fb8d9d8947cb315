import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWrittenDates, foldText, readStamp } from './date-text.ts';

const find = (text: string, language = '') =>
  findWrittenDates(foldText(text), language)
    .map(({ date, other }) => (other ? `${date}|${other}` : date))
    .join(' ');

describe('written dates', () => {
  test.each([
    ['12 June 2015', 'en', '2015-06-12'],
    ['June 12th, 2015', 'en', '2015-06-12'],
    ['Sept. 5, 2016', 'en', '2016-09-05'],
    ['Thu Apr 16 20:02:01 +0000 2015', 'en', '2015-04-16'],
    ['05-May-15', 'en', '2015-05-05'],
    ["Jun 12 '15 at 10:30", 'en', '2015-06-12'],
    ['May 06 Wed 2015', 'en', '2015-05-06'],
    ['12 juin 2015', 'fr', '2015-06-12'],
    ['1er février 2019', 'fr', '2019-02-01'],
    ['12 de mayo de 2015', 'es', '2015-05-12'],
    ['5. März 2015', 'de', '2015-03-05'],
    ['3 gennaio 2020', 'it', '2020-01-03'],
    ['3 de março de 2020', 'pt-BR', '2020-03-03'],
    ['3 maart 2020', 'nl', '2020-03-03'],
    ['12 Μαΐου 2015', 'el', '2015-05-12'],
    ['12 мая 2015 г.', 'ru', '2015-05-12'],
    ['15 листопада 2020', 'uk', '2020-11-15'],
    ['12 maja 2015', 'pl', '2015-05-12'],
    ['31. prosince 2018', 'cs', '2018-12-31'],
    ['2015. május 12.', 'hu', '2015-05-12'],
    ['12. toukokuuta 2015', 'fi', '2015-05-12'],
    ['5 Mayıs 2015', 'tr', '2015-05-05'],
    ['2015 m. gegužės 5 d.', 'lt', '2015-05-05'],
    ["12 d'abril de 2015", 'ca', '2015-04-12'],
    ['5 במאי 2015', 'he', '2015-05-05'],
    ['١٢ مايو ٢٠١٥', 'ar', '2015-05-12'],
    ['04 آب/اغسطس 2013', 'ar', '2013-08-04'],
    ['4 أغسطس/ آب 2013', 'ar', '2013-08-04'],
    ['2015年5月12日', 'zh', '2015-05-12'],
    ['２０１５年５月１２日', 'ja', '2015-05-12'],
    ['2015년 5월 12일', 'ko', '2015-05-12'],
    ['2015. 5. 12.', 'ko', '2015-05-12'],
  ])('%s (%s)', (text, language, expected) => {
    expect(find(text, language)).toBe(expected);
  });

  test('a page may declare the wrong language, or none', () => {
    expect(find('12 de mayo de 2015', 'en')).toBe('2015-05-12');
    expect(find('12 juin 2015')).toBe('2015-06-12');
    expect(find('2015. augusztus 20., 11:16')).toBe('2015-08-20');
    expect(find('4. elokuuta 2013', 'en')).toBe('2013-08-04');
    expect(find('12 juin 2015', 'no such language')).toBe('2015-06-12');
  });

  test('as precise as written', () => {
    expect(find('May 2015', 'en')).toBe('2015-05');
    expect(find('2015年5月', 'ja')).toBe('2015-05');
    expect(find('5 May', 'en')).toBe('--05-05');
    expect(find('5月12日', 'zh')).toBe('--05-12');
    expect(find('29 February', 'en')).toBe('--02-29');
  });

  test.each([
    ['03/11/2017', 'en-US', '2017-03-11'],
    ['03/11/2017', 'en-GB', '2017-11-03'],
    ['03/11/2017', 'fr', '2017-11-03'],
    ['03/11/2017', 'en', '2017-03-11|2017-11-03'],
    ['03/11/2017', '', '2017-03-11|2017-11-03'],
    ['03/25/2017', 'en', '2017-03-25'],
    ['25/03/2017', 'en-US', '2017-03-25'],
    ['12/8/2014 5:00 AM PST', 'en', '2014-12-08'],
    ['11.03.17', 'en-US', '2017-11-03|2017-03-11'],
    ['08.04.2015', 'de', '2015-04-08'],
    ['08.04.98', 'de', '1998-04-08'],
    ['08.04.2015-12:46', 'de', '2015-04-08'],
    ['6.mai.2020 às 10h00', 'pt-BR', '2020-05-06'],
    ['Thứ tư, 6/5/2020, 10:00', 'vi', '2020-05-06'],
    ['03-11-2017', 'nl', '2017-11-03'],
  ])('numeric: %s in “%s”', (text, language, expected) => {
    expect(find(text, language)).toBe(expected);
  });

  test('several in one line, in order', () => {
    expect(find('6 May 2020, updated 2020-08-09', 'en')).toBe('2020-05-06 2020-08-09');
  });

  test.each([
    ['30 February 2015'],
    ['2015-13-01'],
    ['version 1.2.3.4'],
    ['10:30:15'],
    ['192.168.10.15'],
    ['call 2015-12-34-56'],
    ['PlayStation 4 Pro'],
    ['5 million in 2015'],
    ['in 2015'],
  ])('no date: %s', (text) => {
    expect(find(text, 'en')).toBe('');
  });

  test('every day that English and German write is read back', () => {
    const days = fc.date({
      min: new Date('1995-01-01'),
      max: new Date('2026-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('en-US', 'en-GB', 'de', 'fr', 'es', 'pl', 'ru', 'ja', 'hu'),
        (at, language) => {
          const style = {
            day: 'numeric',
            month: 'long',
            year: 'numeric',
            timeZone: 'UTC',
          } as const;
          const text = new Intl.DateTimeFormat(language, style).format(at);
          expect(find(text, language)).toBe(at.toISOString().slice(0, 10));
        },
      ),
    );
  });

  test('any text is read without harm', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: 'grapheme' }),
        fc.string({ maxLength: 8 }),
        (text, language) => {
          for (const { start, end } of findWrittenDates(foldText(text), language)) {
            expect(start).toBeLessThan(end);
          }
          readStamp(text, language);
        },
      ),
    );
  });
});

describe('stamps', () => {
  test.each([
    ['2015-04-16T20:02:01+00:00', { date: '2015-04-16', utc: true }],
    ['2015-04-16T20:02:01Z', { date: '2015-04-16', utc: true }],
    ['2015-04-16T23:02:01-05:00', { date: '2015-04-16' }],
    ['2017-11-16T14:15+0000', { date: '2017-11-16', utc: true }],
    ['2017-11-03 03:01:00.000000', { date: '2017-11-03' }],
    ['2018-04-05T06:00', { date: '2018-04-05' }],
    ['20190806', { date: '2019-08-06' }],
    ['20190806103251', { date: '2019-08-06' }],
    ['2015/05/27', { date: '2015-05-27' }],
    ['2015-04', { date: '2015-04' }],
    ['2015', { date: '2015' }],
    ['1429214521', { date: '2015-04-16', utc: true }],
    ['1429214521000', { date: '2015-04-16', utc: true }],
    ['Thu, 16 Apr 2015 20:02:01 GMT', { date: '2015-04-16', utc: true }],
    ['Thu Apr 16 2015 20:02:01 GMT+0000 (UTC)', { date: '2015-04-16', utc: true }],
    ['Thursday, April 16, 2015 - 20:02', { date: '2015-04-16' }],
  ])('%s', (raw, expected) => {
    expect(readStamp(raw, 'en')).toEqual(expected);
  });

  test.each([
    ['2015-02-30'],
    ['08:00'],
    ['PT0H2M4S'],
    ['yesterday'],
    [''],
    [`2015-04-16 ${'x'.repeat(120)}`],
    ['6 May 2020 to 8 May 2020'],
  ])('no stamp: %s', (raw) => {
    expect(readStamp(raw, 'en')).toBeUndefined();
  });
});
