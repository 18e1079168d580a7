// The door of the exam engine: questions, answers, forms, a sitting, a score. Knows no AWS.
export { CHOSEN, elementClaim } from './world.ts';
export type { ClaimId, Work, World } from './world.ts';
export type {
  Answer,
  Asked,
  AskedCase,
  AskedChoice,
  AskedFix,
  AskedMatching,
  AskedOperation,
  AskedOption,
  AskedOrder,
  AskedPrediction,
  AskedRequest,
  AskedStatement,
  Choice,
  Claimed,
  Exhibit,
  KindName,
  TextPlace,
  Points,
  Question,
} from './question.ts';
export { KINDS } from './kinds/index.ts';
export type { Kind, Shuffle } from './kinds/kind.ts';
export { EXTRAS, movedBy, NO_ACCOMMODATION, termsOf } from './clock.ts';
export type { Accommodation, ClockPolicy, Extra, Moved, Stamp, Terms } from './clock.ts';
export { parseEvent } from './event.ts';
export type { Happening, Range, SittingEvent, Tick } from './event.ts';
export { fold, isOpen, markOf, openSitting, readingLeft, timeLeft } from './sitting.ts';
export type { SittingData } from './sitting-data.ts';
export { formOfOneDomain, upgradeForm } from './form.ts';
export type { Form, Mode, Place } from './form.ts';
export type { Mark, Phase, Run, Sitting } from './sitting.ts';
export { isSeed, randomFrom } from './random.ts';
export type { Random } from './random.ts';
export { CODE_LENGTH, makeFormCode, parseFormCode } from './forms/code.ts';
export type { CodeFault } from './forms/code.ts';
export { assemble } from './forms/assemble.ts';
export type { Assembled } from './forms/assemble.ts';
export type { Blueprint, Difficulty, Domain, Drawable, Picked } from './forms/blueprint.ts';
export { domainDrill, marathon, missedOnly, weakestFirst } from './forms/practice.ts';
export { unseenFirst } from './forms/unseen.ts';
export { countedBy, SCORED_AS_BY_AWS } from './scoring/rules.ts';
export type { Confidence, Counting, Scoring } from './scoring/rules.ts';
export { SCALE } from './scoring/scale.ts';
export { reportOn, reportOnForm } from './scoring/report.ts';
export type { Part, Report, ScoredItem } from './scoring/report.ts';
export type { Interval } from './scoring/wilson.ts';
export { layOut } from './forms/layout.ts';
export type { Paper } from './forms/layout.ts';
export { drawForm } from './forms/bank.ts';
export type { Bank, BankItem, Wish } from './forms/bank.ts';
export { shownAt, SHOWN_AT_THE_END } from './results/shows.ts';
export type { ShowMoment, Shows } from './results/shows.ts';
export { givenAnswers } from './results/given.ts';
export { QUADRANTS, quadrantOf, quadrantsOf } from './results/confidence.ts';
export type { Quadrant } from './results/confidence.ts';
export { makeResultFile, parseResultFile } from './results/file.ts';
export type { ResultFault, ResultFile, ResultItem } from './results/file.ts';
export { itemUses, partsOf, resultCsv, roomCsv, roomsOf } from './results/room.ts';
export type { ItemUse, Named, Sat } from './results/room.ts';
