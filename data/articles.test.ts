/**
 * The five articles that the dataset began with, where a copy lies beside the project: no claim
 * borrows their sentences, every passage given for them is in them, and what they name has a term.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coveredForms, levelText } from './lint/alias-forms.ts';
import { viewPack } from './lint/pack-view.ts';
import { textsOf } from './lint/texts.ts';
import { readPacks } from './read-packs.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, '..', 'shared', 'seeds');
const areHere = existsSync(FOLDER);

/** As many words in a row as no claim may share with an article. */
const BORROWED_WORDS = 7;

/** Each article by the beginning of its file's name, and the address its source has. */
const ARTICLES = [
  { file: '000', name: 'Pure AI', address: /^pureai\.com\/articles\/2023\/09\/28\// },
  { file: '001', name: 'TIME', address: /^time\.com\/6317366\b/ },
  { file: '002', name: 'The Batch', address: /^deeplearning\.ai\/the-batch\/amazon-deepens/ },
  { file: '003', name: 'Taipei Times', address: /^taipeitimes\.com\/.*\/2023\/09\/30\// },
  { file: '004', name: 'Glasp', address: /^glasp\.co\// },
] as const;

/** Names as the articles write them, and the term that each means. */
const NAMES: Readonly<Record<string, string>> = {
  Amazon: 'amazon',
  'Amazon.com Inc': 'amazon',
  'Amazon Web Services': 'aws',
  AWS: 'aws',
  Anthropic: 'anthropic',
  OpenAI: 'openai',
  Microsoft: 'microsoft',
  'Microsoft Corp': 'microsoft',
  'Microsoft Research': 'microsoft-research',
  Google: 'google',
  Alphabet: 'alphabet',
  'Alphabet Inc': 'alphabet',
  DeepMind: 'deepmind',
  'Google Brain': 'google-brain',
  'Google DeepMind': 'google-deepmind',
  Meta: 'meta',
  'Meta Platforms Inc': 'meta',
  Facebook: 'meta',
  xAI: 'xai',
  Nvidia: 'nvidia',
  Salesforce: 'salesforce',
  Cohere: 'cohere',
  Oracle: 'oracle',
  'AI Now Institute': 'ai-now-institute',
  'The Information': 'the-information',
  'Pure AI': 'pure-ai',
  TIME: 'time-magazine',
  'Competition and Markets Authority': 'cma',
  'Federal Trade Commission': 'ftc',
  'European Commission': 'european-commission',
  Trainium: 'trainium',
  Inferentia: 'inferentia',
  Neuron: 'neuron-sdk',
  Bedrock: 'bedrock',
  'Amazon Bedrock': 'bedrock',
  Azure: 'azure',
  'Microsoft Azure': 'azure',
  GPU: 'gpu',
  'graphics processing units': 'gpu',
  Claude: 'claude',
  'Claude 2': 'claude-2',
  ChatGPT: 'chatgpt',
  'GPT-3': 'gpt-3',
  'GPT-4': 'gpt-4',
  Bard: 'bard',
  LLaMA: 'llama',
  LlaMA: 'llama',
  LLaMa: 'llama',
  Gemini: 'gemini',
  'DALL-E': 'dall-e',
  Copilots: 'microsoft-copilot',
  CoPilot: 'github-copilot',
  'Bing chatbot': 'bing-chat',
  Alexa: 'alexa',
  CodeWhisperer: 'codewhisperer',
  Windows: 'windows',
  'Dario Amodei': 'dario-amodei',
  'Daniela Amodei': 'daniela-amodei',
  'Elon Musk': 'elon-musk',
  'Marc Benioff': 'marc-benioff',
  'Andy Jassy': 'andy-jassy',
  'Andrew Ng': 'andrew-ng',
  'James McCaffrey': 'james-mccaffrey',
  'Jai Vipra': 'jai-vipra',
  'Anton Korinek': 'anton-korinek',
  'Kunjan Sobhani': 'kunjan-sobhani',
  'Dave Lee': 'dave-lee',
  'Will Henshall': 'will-henshall',
  'large language model': 'large-language-model',
  'large-language model': 'large-language-model',
  LLM: 'large-language-model',
  parameters: 'parameters',
  'foundation model': 'foundation-model',
  'foundational model': 'foundation-model',
  compute: 'compute',
  'fine-tune': 'fine-tuning',
  distillation: 'distillation',
  'vertical integration': 'vertical-integration',
  'minority stake': 'minority-stake',
  antitrust: 'antitrust',
  'AI safety': 'ai-safety',
  'primary cloud provider': 'primary-cloud-provider',
  chatbot: 'chatbot',
  Wikipedia: 'wikipedia-training-data',
  'AI arms race': 'ai-arms-race',
};

/** What the articles tell of without a name. */
const UNNAMED = [
  'deeplearning-ai',
  'deal-amazon-anthropic-2023',
  'deal-amazon-anthropic-2024',
  'deal-google-anthropic-2023',
  'deal-microsoft-openai',
  'deal-google-deepmind-2014',
  'cma-foundation-models-report',
  'inquiry-cma-amazon-anthropic',
  'inquiry-cma-alphabet-anthropic',
  'ftc-genai-blog-2023',
  'ftc-6b-inquiry',
  'ec-microsoft-openai-review',
] as const;

const { folders } = readPacks(ROOT);
const views = folders.map(({ pack, folder, unread }) => viewPack(pack, folder, unread));

function readArticle(file: string): string {
  const name = readdirSync(FOLDER).find((entry) => entry.startsWith(file)) ?? '';
  return readFileSync(join(FOLDER, name), 'utf8');
}

function wordsOf(text: string): readonly string[] {
  const levelled = text.normalize('NFKC').replace(/[‘’]/gu, "'").toLowerCase();
  return levelled.match(/[\p{L}\p{N}]+(?:['.,][\p{L}\p{N}]+)*/gu) ?? [];
}

function runsOf(text: string): readonly string[] {
  const words = wordsOf(text);
  return words
    .slice(0, Math.max(0, words.length - BORROWED_WORDS + 1))
    .map((_, index) => words.slice(index, index + BORROWED_WORDS).join(' '));
}

function names(text: string, form: string): boolean {
  const literal = form.replace(/\./gu, '\\.');
  return new RegExp(`(?<![\\p{L}\\p{N}-])${literal}s?(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/** Whether an alias of the term covers a form, which may have a plural s more than the alias. */
function hasAlias(id: string, form: string): boolean {
  const written = [form, form.replace(/s$/u, '')].map(levelText);
  return views.some((view) =>
    view.terms
      .filter((term) => term.id === id)
      .flatMap((term) => term.aliases.map(coveredForms))
      .some(({ key, forms }) =>
        written.some((text) =>
          forms === undefined ? key === text.toLowerCase() : forms.has(text),
        ),
      ),
  );
}

describe.skipIf(!areHere)('the articles beside the project (skipped where they are absent)', () => {
  test('share no seven words in a row with what the cards say', () => {
    const runs = new Map<string, string>();
    for (const { file, name } of ARTICLES) {
      for (const run of runsOf(readArticle(file))) runs.set(run, name);
    }
    const borrowed = views.flatMap((view) =>
      textsOf(view)
        .filter(({ role }) => role === 'claim' || role === 'gloss' || role === 'reading')
        .flatMap(({ file, field, text }) => {
          const run = runsOf(text).find((words) => runs.has(words));
          return run === undefined ? [] : [`${file} › ${field}: “${run}” (${runs.get(run)})`];
        }),
    );
    expect(borrowed).toEqual([]);
  });

  test.each(ARTICLES)('$name holds every passage that is given for it', ({ file, address }) => {
    const lines = readArticle(file).split('\n');
    let checked = 0;
    const missing = views.flatMap((view) => {
      const ids = new Set(
        view.pack.sources
          .filter(({ url }) => address.test(url.replace(/^https:\/\/(?:www\.)?/u, '')))
          .map(({ id }) => id),
      );
      return view.claims.flatMap((place) =>
        place.claim.sources.flatMap(({ source, passage }, index) => {
          if (!ids.has(source) || passage === undefined) return [];
          checked += 1;
          const { start, end } = passage;
          const isFound = lines.some((line) => {
            const at = line.indexOf(start);
            return at >= 0 && (end === undefined || line.indexOf(end, at) >= 0);
          });
          return isFound ? [] : [`${place.file} › ${place.field}.sources.${index}.passage`];
        }),
      );
    });
    expect(missing).toEqual([]);
    // No passage at all would mean that the address in the table is not the source's.
    expect(checked).toBeGreaterThan(0);
  });

  test.each(ARTICLES)('$name names nothing that has no term with this alias', ({ file }) => {
    const text = readArticle(file);
    const named = Object.entries(NAMES).filter(([form]) => names(text, form));
    expect(named.length).toBeGreaterThan(5);
    const missing = named.filter(([form, id]) => !hasAlias(id, form));
    expect(missing.map(([form, id]) => `“${form}” is no alias of ${id}`)).toEqual([]);
  });

  test('name each form of the table somewhere', () => {
    const all = ARTICLES.map(({ file }) => readArticle(file)).join('\n');
    expect(Object.keys(NAMES).filter((form) => !names(all, form))).toEqual([]);
  });

  test('tell of deals and inquiries that have a term', () => {
    const ids = new Set(views.flatMap((view) => [...view.entryById.keys()]));
    expect(UNNAMED.filter((id) => !ids.has(id))).toEqual([]);
  });
});
