import { type ComponentChild, render } from 'preact';
import type { Settings } from '../../extension/settings.ts';
import { loadSettings, watchSettings } from '../../extension/settings-store.ts';

/** Fills one of the extension's own pages, in the reader's theme. */
export function showPage(page: ComponentChild): void {
  followTheme();
  const app = document.querySelector('#app');
  if (app !== null) render(page, app);
}

/** Gives the document the reader's theme now and whenever it changes; `page` is the system's. */
function followTheme(): void {
  const apply = ({ theme }: Settings) => {
    if (theme === 'page') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  watchSettings(apply);
  loadSettings().then(apply, () => {});
}
