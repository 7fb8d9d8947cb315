import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { loadStart, watchSettings } from '../../extension/content-data.ts';
import { isSiteOn } from '../../extension/site-rules.ts';
import { topSite } from './frame.ts';
import { createPageDay } from './page-day.ts';
import { servePopup } from './popup-port.ts';
import { createSession, type Session } from './session.ts';

/** The script of every frame: reads the settings once and works only where it is wanted. */
export default defineUnlistedScript(async () => {
  const site = topSite(window);
  if (site === undefined) return;
  const life = new AbortController();
  let session: Session | undefined;
  const pageDay = createPageDay(document);
  const port = servePopup(() => session, pageDay, life.signal);
  const { settings, lexicon } = await loadStart();
  if (lexicon === undefined) return;

  const apply = (current: typeof settings) => {
    const isOn = isSiteOn(site, current);
    if (isOn && session?.accepts(current)) return;
    session?.end();
    session = isOn
      ? createSession({
          settings: current,
          lexicon,
          site,
          pageDay,
          onChange: port.report,
          onGone: end,
        })
      : undefined;
    port.report();
  };
  const end = () => {
    life.abort();
    session?.end();
  };
  watchSettings(apply, life.signal);
  apply(settings);
});
