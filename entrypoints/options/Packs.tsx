import { useEffect, useState } from 'preact/hooks';
import { PACKS_TEXT } from '../../components/options/options-text.ts';
import {
  type ListedPack,
  PackManager,
  type PackPreview,
} from '../../components/options/PackManager.tsx';
import { isTerm } from '../../data/is-term.ts';
import type { Pack } from '../../data/schema.ts';
import { changePacks, loadPacks, readBundledPacks } from '../../extension/dataset.ts';
import { checkPackText, MAX_PACK_BYTES } from '../../glossary/import-pack.ts';
import { buildLexicon } from '../../glossary/lexicon.ts';

interface Offer {
  readonly pack: Pack;
  readonly preview: PackPreview;
}

/** Wires the packs to storage: a file is shown first, and taken only then. */
export function Packs(props: {
  readonly labelOf: (id: string) => string;
  /** Terms have come or gone. */
  readonly onChange: () => void;
}) {
  const [bundled, setBundled] = useState<readonly Pack[]>([]);
  const [imported, setImported] = useState<readonly Pack[]>([]);
  const [offer, setOffer] = useState<Offer | PackPreview>();
  const [outcome, setOutcome] = useState('');

  useEffect(() => {
    void readBundledPacks().then(setBundled);
    void loadPacks().then(setImported);
  }, []);

  const read = async (file: File) => {
    setOutcome(PACKS_TEXT.reading);
    setOffer(await preview(file, bundled, imported));
    setOutcome('');
  };
  const apply = async (change: (packs: readonly Pack[]) => readonly Pack[], done: string) => {
    setOffer(undefined);
    try {
      await changePacks(change);
      setOutcome(done);
    } catch {
      setOutcome(PACKS_TEXT.full);
    }
    setImported(await loadPacks());
  };
  return (
    <PackManager
      packs={[
        ...bundled.map((pack) => listed(pack, true)),
        ...imported.map((pack) => listed(pack, false)),
      ]}
      preview={offer !== undefined && 'pack' in offer ? offer.preview : offer}
      labelOf={props.labelOf}
      outcome={outcome}
      onFile={(file) => void read(file)}
      onCancel={() => setOffer(undefined)}
      onAccept={() => {
        if (offer === undefined || !('pack' in offer)) return;
        const { pack } = offer;
        void apply((packs) => [...packs, pack], PACKS_TEXT.done(pack.info.title));
      }}
      onRemove={(id) => {
        const title = imported.find(({ info }) => info.id === id)?.info.title ?? id;
        void apply(
          (packs) => packs.filter(({ info }) => info.id !== id),
          PACKS_TEXT.removed(title),
        );
      }}
    />
  );
}

async function preview(
  file: File,
  bundled: readonly Pack[],
  imported: readonly Pack[],
): Promise<Offer | PackPreview> {
  const refuse = (why: string): PackPreview => ({ kind: 'refused', why, faults: [] });
  if (file.size > MAX_PACK_BYTES) return refuse(PACKS_TEXT.tooLarge(MAX_PACK_BYTES / 1024 ** 2));
  const check = checkPackText(await file.text(), buildLexicon([...bundled, ...imported]));
  switch (check.kind) {
    case 'not-json':
      return refuse(PACKS_TEXT.notJson(check.message));
    case 'faulty':
      return { kind: 'refused', why: '', faults: check.faults };
    case 'usable': {
      const { pack, added, clashes, remarks } = check;
      const taken = [...bundled, ...imported].find(({ info }) => info.id === pack.info.id);
      if (taken !== undefined) return refuse(PACKS_TEXT.taken(taken.info.title));
      if (added.length === 0) return refuse(PACKS_TEXT.nothingNew);
      const { title, maintainer, licence, scope } = pack.info;
      const claims = pack.terms.filter(isTerm).reduce((sum, term) => sum + term.claims.length, 0);
      return {
        pack,
        preview: {
          kind: 'offered',
          title,
          maintainer,
          licence,
          scope,
          terms: added,
          claims,
          sources: pack.sources.length,
          clashes,
          remarks,
        },
      };
    }
  }
}

function listed({ info, terms }: Pack, isBundled: boolean): ListedPack {
  const { id, title, checked, licence } = info;
  return { id, title, checked, licence, terms: terms.filter(isTerm).length, isBundled };
}
