import { describe, expect, test } from 'vitest';
import { dateInUrl, pathOf } from './url-date.ts';

describe('the date in an address', () => {
  test.each([
    ['https://a.example/2015/06/12/slug/', '2015-06-12'],
    ['https://a.example/article/2015/06/12/slug_4652845_3234.html', '2015-06-12'],
    ['https://a.example/tech/2015/jun/12/slug', '2015-06-12'],
    ['https://a.example/2015/POLITICS/06/12/slug/index.html', '2015-06-12'],
    ['https://a.example/2015-06-12-slug.html', '2015-06-12'],
    ['https://a.example/2016-10/14/content_1.htm', '2016-10-14'],
    ['https://a.example/n1/2016/1014/c1.html', '2016-10-14'],
    ['https://a.example/201610/14/t20161014_1.htm', '2016-10-14'],
    ['https://a.example/slug-20190520', '2019-05-20'],
    ['https://a.example/2015/06/slug', '2015-06'],
    ['https://web.archive.org/web/2020/https://a.example/2015/06/12/slug', '2015-06-12'],
  ])('%s', (url, expected) => {
    expect(dateInUrl(url, 'en')?.date).toBe(expected);
  });

  test.each([
    ['https://a.example/2015/06/12/'],
    ['https://a.example/slug?date=2015-06-12'],
    ['https://2015-06-12.example/slug'],
    ['https://a.example/2015/slug'],
    ['https://a.example/2015/13/45/slug'],
    ['https://a.example/2015/volume/7/2/slug'],
    ['https://a.example/id/20151399999'],
    ['2015/06/12/slug'],
    [''],
  ])('none in %s', (url) => {
    expect(dateInUrl(url, 'en')).toBeUndefined();
  });

  test('the part that says so is told', () => {
    expect(dateInUrl('https://a.example/x/2015/06/12/slug', 'en')?.raw).toBe('2015/06/12');
  });

  test('paths are decoded where that works', () => {
    expect(pathOf('https://a.example/%C3%A9')).toBe('/é');
    expect(pathOf('https://a.example/%E9')).toBe('/%E9');
    expect(pathOf('nonsense')).toBe('');
  });
});
