import { loadSettings, watchSettings } from '../../extension/settings-store.ts';

/** Gives the document the reader's theme now and whenever it changes; `page` is the system's. */
export function followTheme(): void {
  const apply = ({ theme }: { readonly theme: 'page' | 'light' | 'dark' }) => {
    if (theme === 'page') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  watchSettings(apply);
  loadSettings().then(apply, () => {});
}
