import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerCardBundle } from '../../page/card-bundle.ts';
import { createCardHost } from '../../page/card-host.tsx';
import { readPageDate } from '../../page/read-page-date.ts';

/** Put into a frame when the first card is about to be wanted there. */
export default defineUnlistedScript(() => offerCardBundle({ createCardHost, readPageDate }));
