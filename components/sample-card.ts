/** Made-up records for the tests of components. */
import type { ClaimId, PartialDate, SourceId, TermId } from '../data/schema.ts';
import type { CardCitation, CardClaim, CardRecord, CardRelated } from '../glossary/card-record.ts';

export const termId = (id: string) => id as TermId;
export const claimId = (id: string) => id as ClaimId;
export const date = (text: string) => text as PartialDate;

export function sampleCitation(
  publisher: string,
  change: { href?: string; locator?: string; source?: Partial<CardCitation['source']> } = {},
): CardCitation {
  const url = `https://${publisher.toLowerCase().replaceAll(' ', '-')}.example/story`;
  return {
    source: {
      id: publisher.toLowerCase() as SourceId,
      title: 'A title',
      publisher,
      author: null,
      published: date('2024-11-20'),
      url,
      kind: 'news',
      ...change.source,
    },
    locator: change.locator ?? 'paragraph 4',
    href: change.href ?? url,
  };
}

export function sampleClaim(id: string, asOf: string, change: Partial<CardClaim> = {}): CardClaim {
  return {
    id: claimId(id),
    text: `Text of ${id}.`,
    asOf: date(asOf),
    confidence: 'high',
    citations: [sampleCitation('The Paper')],
    ...change,
  };
}

export function sampleRelated(label: string, change: Partial<CardRelated> = {}): CardRelated {
  const id = termId(label.toLowerCase().replaceAll(' ', '-'));
  return { id, label, kind: 'company', relation: 'makes', inverse: true, ...change };
}

export function sampleCard(change: Partial<CardRecord> = {}): CardRecord {
  return {
    id: termId('trainium'),
    label: 'AWS Trainium',
    kind: 'chip',
    gloss: 'A chip for training.',
    claims: [sampleClaim('newest', '2024-11'), sampleClaim('oldest', '2023-09-25')],
    disagreements: [],
    related: [sampleRelated('Amazon Web Services')],
    aliases: ['Trainium'],
    pack: { id: 'ai-cloud', title: 'AI and cloud' },
    checked: date('2026-11-14'),
    ...change,
  };
}
