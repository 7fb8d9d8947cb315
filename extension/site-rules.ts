/** Which pages may be read, and under which name the reader's word on a site is kept. */
import type { Settings } from './settings.ts';

/**
 * @param url address of the top page.
 * @returns its host without `www.`, the name a site goes by; undefined for pages that are no site.
 */
export function siteOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  return host.startsWith('www.') ? host.slice(4) : host;
}

/** @returns whether pages of this site are annotated. */
export function isSiteOn(site: string, settings: Pick<Settings, 'mode' | 'sites'>): boolean {
  const word = Object.hasOwn(settings.sites, site) ? settings.sites[site] : undefined;
  return word === undefined ? settings.mode === 'everywhere' : word === 'on';
}

/** @returns settings in which the site is switched; an entry that says nothing new isn't kept. */
export function switchSite(settings: Settings, site: string, isOn: boolean): Settings {
  const sites = { ...settings.sites };
  delete sites[site];
  if (isSiteOn(site, { ...settings, sites }) !== isOn) sites[site] = isOn ? 'on' : 'off';
  return { ...settings, sites };
}
