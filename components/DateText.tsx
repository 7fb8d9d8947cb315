import { formatDate } from './format.ts';

/** A day, month or year as the card writes it: `25 Sep 2023`, readable by machines as given. */
export function DateText({
  date,
  class: name,
}: {
  readonly date: string;
  readonly class?: string;
}) {
  return (
    <time class={name} dateTime={date} dir="auto">
      {formatDate(date)}
    </time>
  );
}
