import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { resolvePage } from '../../glossary/resolve-page.ts';
import { createCardController } from '../../page/card-controller.ts';
import { offerCompanion } from '../../page/companion.ts';
import { createTermTour } from '../../page/term-tour.ts';

/** Put into a frame when the first term was found there. */
export default defineUnlistedScript(() =>
  offerCompanion({ resolvePage, createCardController, createTermTour }),
);
