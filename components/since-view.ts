/** What “since this article” has to show: the changes, and where the page's date was read. */
import type { ChangesSince } from '../glossary/changes-since.ts';
import type { PageDate } from '../glossary/page-date.ts';

type Dated = Exclude<ChangesSince, { readonly kind: 'unknown' }>;

export type SinceView =
  | Extract<ChangesSince, { readonly kind: 'unknown' }>
  | (Dated & {
      readonly origin: PageDate['origin'];
      /** Whether it is the day of writing, which it is where left out, or of the last change. */
      readonly role?: PageDate['role'] | undefined;
    });
