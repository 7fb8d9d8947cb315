/** All rules over a pack, in the order in which a contributor wants to hear of them. */
import * as aliases from './aliases.ts';
import * as citations from './citations.ts';
import { claimsOnce } from './claim-texts.ts';
import * as cues from './cues.ts';
import * as dates from './dates.ts';
import * as disagreements from './disagreements.ts';
import { uniqueClaimIds, uniqueSourceIds, uniqueTermIds } from './ids.ts';
import { movesEnd } from './moved.ts';
import type { Rule } from './pack-view.ts';
import * as relations from './relations.ts';
import * as sources from './sources.ts';
import * as supersedes from './supersedes.ts';
import { topicsKnown, topicsUsed } from './topics.ts';
import * as values from './values.ts';
import * as wording from './wording.ts';

/** Every rule that looks across the records of a pack. The schema and file rules come before. */
export const RULES: readonly Rule[] = [
  wording.placeholdersFilled,
  uniqueTermIds,
  uniqueClaimIds,
  uniqueSourceIds,
  movesEnd,
  citations.sourcesKnown,
  citations.citedOnce,
  citations.weakSourceNotHigh,
  citations.passageShort,
  supersedes.supersedesKnown,
  supersedes.supersedesAcyclic,
  supersedes.supersededOnce,
  supersedes.supersedesOlder,
  supersedes.seriesClosed,
  disagreements.disagreementKnown,
  disagreements.disagreementDiffers,
  disagreements.disagreementAtHome,
  disagreements.disagreementNotSuccession,
  dates.daysExist,
  dates.notAfterChecked,
  dates.notAfterSources,
  values.valueHasMeasure,
  values.rangeUpwards,
  values.valueInText,
  values.valueUnit,
  values.valueBound,
  values.figureHasValue,
  values.measureOneUnit,
  aliases.aliasOnce,
  aliases.aliasNeeded,
  aliases.aliasesApart,
  aliases.ambiguousHasCues,
  aliases.shortAliasAmbiguous,
  aliases.longerNameHoldsAlias,
  cues.cueFormsKnown,
  cues.otherSenseFormsAmbiguous,
  cues.otherSensesUsable,
  cues.cuesWellFormed,
  cues.cuesOnce,
  cues.hostsPlain,
  topicsKnown,
  topicsUsed,
  relations.relationKnown,
  relations.relationToOther,
  relations.relationOnce,
  relations.competesFromFirst,
  relations.relationKinds,
  sources.sourcesUsed,
  sources.sourcesOnce,
  sources.addressesClean,
  sources.addressesOwn,
  sources.publishersOneName,
  claimsOnce,
  wording.endsWithStop,
  wording.singleSpaces,
  wording.quotesAlike,
  wording.quotesCurly,
  wording.timeNamed,
  wording.timeLasting,
  wording.noBehindScenes,
  wording.standsAlone,
  wording.oneStatement,
  wording.glossOneLine,
  wording.noPraise,
  wording.figureStyle,
];
