/** A mention of an ambiguous form and the text around it, cut out only as far as somebody reads. */

/** Text on the two sides of a mention, blocks parted by a line break. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

export interface AmbiguousMention {
  /** The alias text, exactly as in the lexicon. */
  readonly form: string;
  /** As on the page: perhaps a plural or in capitals. */
  readonly surface: string;
  /** @param reach - At most so many characters on each side. */
  around(reach: number): Surroundings;
}

/** A mention in a text that is at hand. */
export class MentionInText implements AmbiguousMention {
  readonly form: string;
  readonly surface: string;
  private readonly text: string;
  private readonly start: number;

  /** @param start - Offset into `text` at which `surface` stands. */
  constructor(form: string, surface: string, text: string, start: number) {
    this.form = form;
    this.surface = surface;
    this.text = text;
    this.start = start;
  }

  around(reach: number): Surroundings {
    const end = this.start + this.surface.length;
    return {
      before: this.text.slice(Math.max(0, this.start - reach), this.start),
      after: this.text.slice(end, end + reach),
    };
  }
}
