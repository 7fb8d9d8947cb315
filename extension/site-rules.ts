/** Which pages may be read, and under which name the reader's word on a site is kept. */
import { asRecord, type Settings } from './settings.ts';

/**
 * @param page address of the top page, or its location: to take an address apart costs each page a
 *   third of a ms.
 * @returns its host without `www.`, the name a site goes by; undefined for pages that are no site.
 */
export function siteOf(page: string | Pick<URL, 'protocol' | 'host'>): string | undefined {
  const { protocol, host = '' } = (typeof page === 'string' ? URL.parse(page) : page) ?? {};
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return host.startsWith('www.') ? host.slice(4) : host;
}

/**
 * @param settings as they are, or as storage holds them: the script of every frame asks this and
 *   reads nothing else of them.
 * @returns whether pages of this site are annotated.
 */
export function isSiteOn(site: string, settings: unknown): boolean {
  const { mode, sites } = asRecord(settings);
  const words = asRecord(sites);
  const word = Object.hasOwn(words, site) ? words[site] : undefined;
  return word === 'on' || (word !== 'off' && mode !== 'listed');
}

/** @returns settings in which the site is switched; an entry that says nothing new isn't kept. */
export function switchSite(settings: Settings, site: string, isOn: boolean): Settings {
  const sites = { ...settings.sites };
  delete sites[site];
  if (isSiteOn(site, { ...settings, sites }) !== isOn) sites[site] = isOn ? 'on' : 'off';
  return { ...settings, sites };
}
