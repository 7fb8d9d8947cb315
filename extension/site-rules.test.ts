import { describe, expect, test } from 'vitest';
import { DEFAULTS } from './settings.ts';
import { isSiteOn, siteOf, switchSite } from './site-rules.ts';

test.each([
  ['https://www.example.org/a?b#c', 'example.org'],
  ['http://news.example.org:8080/', 'news.example.org:8080'],
  ['about:blank', undefined],
  ['file:///tmp/a.html', undefined],
  ['chrome://extensions', undefined],
  ['not an address', undefined],
])('%s is the site %s', (url, site) => {
  expect(siteOf(url)).toBe(site);
});

test('a location is told as its address is', () => {
  expect(siteOf(new URL('http://www.example.org:8080/a'))).toBe('example.org:8080');
  expect(siteOf(new URL('about:blank'))).toBeUndefined();
});

describe('a site', () => {
  test('is on everywhere until it is switched off, and forgets nothing else', () => {
    const off = switchSite(DEFAULTS, 'a.example', false);
    expect(isSiteOn('a.example', off)).toBe(false);
    expect(isSiteOn('b.example', off)).toBe(true);
    expect(switchSite(off, 'a.example', true).sites).toEqual({});
  });

  test('is off in listed mode until it is switched on', () => {
    const listed = { ...DEFAULTS, mode: 'listed' } as const;
    expect(isSiteOn('a.example', listed)).toBe(false);
    expect(isSiteOn('a.example', switchSite(listed, 'a.example', true))).toBe(true);
  });

  test('is told from what storage holds, junk or not', () => {
    for (const junk of [
      undefined,
      null,
      7,
      'off',
      [],
      { sites: null },
      { sites: { 'a.example': 7 } },
    ]) {
      expect(isSiteOn('a.example', junk)).toBe(true);
    }
    expect(isSiteOn('a.example', { mode: 'listed', sites: 'all' })).toBe(false);
    expect(isSiteOn('a.example', { sites: { 'a.example': 'off' } })).toBe(false);
  });

  test('named like a property of every object is a site like any other', () => {
    expect(isSiteOn('constructor', DEFAULTS)).toBe(true);
    expect(isSiteOn('__proto__', { ...DEFAULTS, mode: 'listed' })).toBe(false);
  });
});
