// Mutants that no test can notice, because nothing that can be seen changes. By file: the line as the mutant writes it → why.

const NEVER_ABSENT = 'the place is always there: the other value is for the type alone';
const SLOWER = 'what is left out only saves time: the longer way comes to the same';
const ONE_MORE = 'behind the end there is nothing, and nothing is found';
const BEFORE_USE = 'it is set before anybody reads it';
const NO_PLACE = 'any number below 0 says that there is none';
const ROOM = 'room that is made beforehand: an array that is too short grows';

export const EQUIVALENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'address.ts': {
    'return groups && { groups, top: ((groups[0] ?? 1) << 16) | (groups[1] ?? 0) };': NEVER_ABSENT,
    'return groups && { groups, top: ((groups[0] ?? 0) << 16) | (groups[1] ?? 1) };': NEVER_ABSENT,
    'for (let i = 2, left = bits - 32; left >= 0; i += 1, left -= 16) {':
      'a group of which no bit counts is equal to every other',
    'if ((groups[i] ?? 1) >> masked !== (address.groups[i] ?? 0) >> masked) return false;': NEVER_ABSENT,
    'if ((groups[i] ?? 0) >> masked !== (address.groups[i] ?? 1) >> masked) return false;': NEVER_ABSENT,
    'const [a = 1, b = 0, c = 0, d = 0] = bytes.map(Number);': NEVER_ABSENT,
    'const [a = 0, b = 1, c = 0, d = 0] = bytes.map(Number);': NEVER_ABSENT,
    'const [a = 0, b = 0, c = 1, d = 0] = bytes.map(Number);': NEVER_ABSENT,
    'const [a = 0, b = 0, c = 0, d = 1] = bytes.map(Number);': NEVER_ABSENT,
  },
  'arn-glob.ts': {
    'if (false) return parseGlob(pattern);': SLOWER,
    'if (glob === undefined && part === undefined || !matchesGlob(glob, part)) return false;': NEVER_ABSENT,
  },
  'bytes.ts': {
    'let buffer = 1;': 'two letters push it out before the first byte is read',
  },
  'condition.ts': {
    'outcome: found + UNREADABLE,': 'outcomes are told apart, and by nothing else than being different',
  },
  'glob-list.ts': {
    'const ANY = -2;': 'a pattern that is not there is looked for and not found',
    'const NEVER = -3;': NO_PLACE,
    'const end = glob.head.length - 2;': 'another letter of the head: what does not fit there does not fit',
    'return end <= 0 || end > LONGEST ? ANY : end * 0x10000 + glob.head.charCodeAt(end);': SLOWER,
    'return end < 1 || end > LONGEST ? ANY : end * 0x10000 + glob.head.charCodeAt(end);': SLOWER,
    'return end < 0 || end >= LONGEST ? ANY : end * 0x10000 + glob.head.charCodeAt(end);': SLOWER,
    'for (let i = 0; i <= this.marks.length; i += 1) {': ONE_MORE,
  },
  'glob.ts': {
    'export const NARROW_ONE = -5;': 'a token that stands for no character, whichever it is',
    'if (true) return globOf(tokensOf(pattern));': SLOWER,
    'if (true)': 'a pattern of asterisks alone fits the same texts token by token',
    'if (tokens.some((token) => token <= STAR))':
      'a pattern of asterisks alone fits the same texts token by token',
    'pieces.push(textOf(tokens, star + 1, next <= 0 ? tokens.length : next));':
      'the next asterisk stands behind one, never at 0',
    'pieces.push(textOf(tokens, star + 1, next < 1 ? tokens.length : next));':
      'the next asterisk stands behind one, never at 0',
    'for (let at = start; at <= end; at += 1000)': 'the last slice is empty',
    'const NOWHERE = -2;': NO_PLACE,
    'let starText = 1;': BEFORE_USE,
    'let wideText = 1;': BEFORE_USE,
  },
  'look.ts': {
    'return (this.resourceHit ??= resource ? hitOf(resource, this.asked.resource, this.asked) : -2);':
      'where there is no resource, nobody asks for its place',
    'if (true) {': SLOWER,
    'if (false) return element.globs.find(value);': SLOWER,
  },
  'match.ts': {
    'const steps = new Array<Step>((principal ? 1 : 0) + 1 - (resource ? 1 : 0) + conditions.length);': ROOM,
    'const steps = new Array<Step>((principal ? 1 : 0) - 1 + (resource ? 1 : 0) + conditions.length);': ROOM,
    'if (resource || place.resource)': 'both are there or neither is',
    'for (let i = 0; i <= conditions.length; i += 1) {': ONE_MORE,
    'if (true) steps[next++] = conditionStep(condition, judgement, asked, here);': NEVER_ABSENT,
    'if (condition && judgement || here) steps[next++] = conditionStep(condition, judgement, asked, here);':
      NEVER_ABSENT,
    'if (condition || judgement && here) steps[next++] = conditionStep(condition, judgement, asked, here);':
      NEVER_ABSENT,
    'const here = place.at(hit <= 0 && patterns.length === 1 ? 0 : hit);': 'a hit at 0 is at 0',
    'const here = place.at(hit < 1 && patterns.length === 1 ? 0 : hit);': 'a hit at 0 is at 0',
    'const not = stepAt(NOT[rule], holds, place.at(-2));': NO_PLACE,
  },
  'naming.ts': {
    'const STRENGTH: Readonly<Record<Reach, number>> = { account: 1, role: 2, direct: 4 };':
      'the strongest is as strong as it likes',
    'return STRENGTH[b] >= STRENGTH[a] ? b : a;': 'two that are equally strong are the same',
  },
  'operators.ts': {
    'export const UNREADABLE = -3;': 'a number of its own below 0, whichever it is',
    'const tops = ranges.map((range) => range?.top ?? 1);': 'where there is no range, none is compared',
    'const masks = ranges.map((range) => range?.mask ?? 1);': 'where there is no range, none is compared',
    'for (let i = 0; i <= tops.length; i += 1) {': ONE_MORE,
    'const range = (((tops[i] ?? 1) ^ requested.top) & (masks[i] ?? 0)) === 0 ? ranges[i] : undefined;':
      NEVER_ABSENT,
    'const range = (((tops[i] ?? 0) ^ requested.top) & (masks[i] ?? 1)) === 0 ? ranges[i] : undefined;':
      NEVER_ABSENT,
    'for (let i = 0; i <= arns.length; i += 1) {': ONE_MORE,
    'const nears = values.map((value) => value?.near ?? 1);': 'where there is no value, none is compared',
    'for (let i = 0; i <= nears.length; i += 1) {': ONE_MORE,
    'const near = nears[i] ?? 1;': NEVER_ABSENT,
    'const order = requested.near === near ? undefined : requested.near <= near ? -1 : 1;':
      'the two differ there',
    'const order = requested.near === near ? undefined : requested.near < near ? -2 : 1;':
      'nobody asks how far below or above 0 it is',
    'const order = requested.near === near ? undefined : requested.near < near ? -1 : 2;':
      'nobody asks how far below or above 0 it is',
  },
  'parse-condition.ts': {
    'if (true) return { search: undefined, templates };': SLOWER,
  },
  'read-documents.ts': {
    'if (true) reach = stronger(reach, speech);':
      'how a policy without a principal reaches the caller is asked by nobody',
    'for (let i = 0; i <= looks.length; i += 1) {': ONE_MORE,
  },
  'standing.ts': {
    'this.pointers = [undefined, ...[]];': ROOM,
    'return (this.pointers[place - 1] ??= this.statement.pointer(this.values[place]?.range ?? this.whole));':
      'each place keeps a slot of its own',
    'return (this.pointers[place + 2] ??= this.statement.pointer(this.values[place]?.range ?? this.whole));':
      'each place keeps a slot of its own',
    'this.outcomes = [undefined, undefined, ...[]];': ROOM,
    'if (true) return this.tell(judgement);': SLOWER,
  },
};
