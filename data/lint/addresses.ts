/** Addresses of sources: plain, lasting, each once. */

/**
 * Parameters that only tell a site where a visitor came from, who is paid for the visit or which
 * account looked at the page; a trailing `*` stands for any ending.
 */
const TRACKING = [
  'utm_*',
  'gclid',
  'gbraid',
  'wbraid',
  'dclid',
  'fbclid',
  'msclkid',
  'yclid',
  'twclid',
  'ttclid',
  'li_fat_id',
  'igshid',
  'igsh',
  'mc_cid',
  'mc_eid',
  '_hsenc',
  '_hsmi',
  'mkt_tok',
  'vero_id',
  'cid',
  'ncid',
  'icid',
  'cmp',
  'cmpid',
  'campaign_id',
  's_cid',
  's_kwcid',
  'smid',
  'smtyp',
  'ref',
  'ref_*',
  'referer',
  'referrer',
  'referring_guid',
  'tag',
  'ascsubtag',
  'linkcode',
  'aff',
  'aff_*',
  'affid',
  'affiliate*',
  'irclickid',
  'ea_cnt',
  'ea_med',
  'ea_src',
  'authuser',
  'trk',
  'trkinfo',
  'sc_channel',
  'sc_campaign',
  'sc_content',
  'sc_country',
  'sc_geo',
  'guccounter',
  'guce_referrer',
  'guce_referrer_sig',
  'at_medium',
  'at_campaign',
  'pk_campaign',
  'wt.mc_id',
  'ocid',
  'xtor',
  'spm',
  'feature',
  'si',
  'srsltid',
  '_ga',
  '_gl',
];

/** Hosts that answer with another page's address or copy. */
const STAND_INS = [
  'bit.ly',
  't.co',
  'tinyurl.com',
  'lnkd.in',
  'ow.ly',
  'goo.gl',
  'buff.ly',
  'webcache.googleusercontent.com',
  'news.google.com',
  'cdn.ampproject.org',
];

/** The tracking parameters of an address, as they are written in it. */
export function findTracking(url: string): readonly string[] {
  return [...parse(url).searchParams.keys()].filter((name) =>
    TRACKING.some((known) =>
      known.endsWith('*')
        ? name.toLowerCase().startsWith(known.slice(0, -1))
        : name.toLowerCase() === known,
    ),
  );
}

/** The address without its tracking parameters. */
export function withoutTracking(url: string): string {
  const address = parse(url);
  for (const name of findTracking(url)) address.searchParams.delete(name);
  return address.href;
}

/** Whether the address is a short link, a search engine's redirect or a cached copy. */
export function isStandIn(url: string): boolean {
  const { host, pathname } = parse(url);
  if (/^(www\.)?google\.[a-z.]+$/u.test(host) && /^\/(search|url|amp)/u.test(pathname)) return true;
  return STAND_INS.some((known) => host === known || host.endsWith(`.${known}`));
}

/** A text that is equal for two addresses of one page. */
export function sameAddressKey(url: string): string {
  const address = new URL(withoutTracking(url));
  address.hash = '';
  address.searchParams.sort();
  const path = address.pathname.replace(/\/(?:index\.html?)?$/u, '');
  return `${address.host.replace(/^www\./u, '')}${path}${address.search}`;
}

/** The part after `#`, without the sign. */
export function fragmentOf(url: string): string {
  return parse(url).hash.slice(1);
}

/** Addresses were checked by the schema; what still cannot be read has no parts. */
function parse(url: string): URL {
  return URL.canParse(url) ? new URL(url) : new URL('https://invalid/');
}
