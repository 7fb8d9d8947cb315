/** A mention for the resolver, which samples frequent forms: its surroundings are cut out when read. */
import type { AmbiguousMention, Surroundings } from '../glossary/mention-text.ts';
import { type MentionContext, readContext } from './mention-context.ts';

export class LazyMention implements AmbiguousMention {
  readonly form: string;
  private readonly context: MentionContext;

  constructor(form: string, context: MentionContext) {
    this.form = form;
    this.context = context;
  }

  get surface(): string {
    const { text, start, end } = this.context;
    return text.slice(start, end);
  }

  around(reach: number): Surroundings {
    return readContext(this.context, reach);
  }
}
