/** A mention for the resolver, which samples frequent forms: its surroundings are cut out when read. */
import type { AmbiguousMention } from '../glossary/resolve-page.ts';
import { type MentionContext, readContext } from './mention-context.ts';

export class LazyMention implements AmbiguousMention {
  readonly form: string;
  private readonly context: MentionContext;
  private read: ReturnType<typeof readContext> | undefined;

  constructor(form: string, context: MentionContext) {
    this.form = form;
    this.context = context;
  }

  get surface(): string {
    return this.text().surface;
  }

  get before(): string {
    return this.text().before;
  }

  get after(): string {
    return this.text().after;
  }

  private text(): ReturnType<typeof readContext> {
    this.read ??= readContext(this.context);
    return this.read;
  }
}
