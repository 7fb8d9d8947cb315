import { describe, expect, test } from 'vitest';
import { findTracking, isStandIn, sameAddressKey, withoutTracking } from './addresses.ts';

describe('addresses', () => {
  test('lose their tracking parameters and nothing else', () => {
    const url = 'https://a.example/p?UTM_Source=x&id=7&gclid=1&cid=2&q=a%20b#part';
    expect(findTracking(url)).toEqual(['UTM_Source', 'gclid', 'cid']);
    expect(withoutTracking(url)).toBe('https://a.example/p?id=7&q=a+b#part');
  });

  test('lose the tags of those who are paid for a visit', () => {
    const url = 'https://a.example/p?tag=shop-20&AFF_id=3&affiliate=x&ref=mail&ref_src=y&hl=de';
    expect(findTracking(url)).toEqual(['tag', 'AFF_id', 'affiliate', 'ref', 'ref_src']);
    expect(withoutTracking(url)).toBe('https://a.example/p?hl=de');
  });

  test.each([
    'https://a.example/p?reference=4',
    'https://a.example/p?tags=news',
    'https://a.example/p?affair=1',
  ])('%s has none', (url) => {
    expect(findTracking(url)).toEqual([]);
  });

  test.each([
    ['https://www.a.example/p/', 'https://a.example/p', true],
    ['https://a.example/p?b=1&a=2', 'https://a.example/p?a=2&b=1#x', true],
    ['https://a.example/', 'https://a.example/index.html', true],
    ['https://a.example/p?id=1', 'https://a.example/p?id=2', false],
    ['https://a.example/P', 'https://a.example/p', false],
  ])('%s and %s are one page: %s', (a, b, same) => {
    expect(sameAddressKey(a) === sameAddressKey(b)).toBe(same);
  });

  test.each([
    ['https://t.co/abc', true],
    ['https://www.google.com/url?q=x', true],
    ['https://webcache.googleusercontent.com/x', true],
    ['https://cloud.google.com/blog', false],
    ['https://not-t.co/abc', false],
  ])('%s stands in for another page: %s', (url, expected) => {
    expect(isStandIn(url)).toBe(expected);
  });
});
