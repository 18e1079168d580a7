import { describe, expect, it } from 'vitest';
import { makeResultFile, parseResultFile, type ResultFile } from './file.ts';
import { itemUses, resultCsv, roomCsv, roomsOf } from './room.ts';

const RESULT: ResultFile = {
  person: 'Mei',
  exam: 'doors',
  title: 'Doors',
  code: 'DOOR-0000-0000-0000',
  bank: 'v1',
  mode: 'simulation',
  begun: 0,
  closed: 60_000,
  ended: 'submitted',
  minutes: 10,
  clockMoved: 0,
  ...{ raw: 1, max: 2, cut: 1.4, scaled: 543, passMark: 720, passed: false },
  domains: [{ id: '1', title: 'Opening', points: 1, max: 2 }],
  tasks: [{ id: '1.1', title: 'Hinges', points: 1, max: 2 }],
  items: [
    {
      id: 'a',
      kind: 'single',
      domain: '1',
      task: '1.1',
      scored: true,
      points: 1,
      max: 1,
      answer: 'x',
      seconds: 7,
    },
    {
      id: 'b',
      kind: 'multiple',
      domain: '1',
      task: '1.1',
      scored: true,
      points: 0,
      max: 1,
      answer: ['x', 'y'],
      seconds: 9,
    },
    { id: 'c', kind: 'single', domain: '1', task: '1.1', scored: false, points: 1, max: 1, seconds: 0 },
  ],
  chain: { hash: 'abc', broken: false },
};

describe('the file of a result', () => {
  it('[round-trip] says what it was made of', () => {
    expect(parseResultFile(makeResultFile(RESULT))).toEqual({ result: RESULT });
  });

  it.each([
    ['nothing', '', 'not-a-result'],
    ['a picture', '\u0089PNG', 'not-a-result'],
    ['other data', '{"format": "gatehouse-backup"}', 'not-a-result'],
    ['a list', '[]', 'not-a-result'],
    ['one cut short', makeResultFile(RESULT).slice(0, 500), 'damaged'],
    ['one without its items', makeResultFile(RESULT).replace('"items"', '"things"'), 'damaged'],
    ['one whose points were changed', makeResultFile({ ...RESULT, raw: 2 }), 'damaged'],
    ['a newer one', makeResultFile(RESULT).replace('"version": 1', '"version": 2'), 'newer'],
  ])('[no-result] is told from %s', (_what, text, fault) => {
    expect(parseResultFile(text)).toEqual({ fault });
  });

  it('[items] becomes a line for every item', () => {
    expect(resultCsv(RESULT).split('\r\n')[2]).toBe(
      '2,b,multiple,1,1.1,true,0,1,"[""x"",""y""]",,9,DOOR-0000-0000-0000,v1',
    );
  });
});

describe('a room of results', () => {
  const other: ResultFile = {
    ...RESULT,
    person: 'Oskar',
    raw: 2,
    items: RESULT.items.map((item) => ({ ...item, points: 1 })),
  };
  const room = [
    { ...other, who: 'Oskar' },
    { ...RESULT, who: 'Mei' },
    { ...RESULT, code: 'DOOR-1', who: 'Ana' },
    { ...RESULT, bank: 'v2', who: 'Bo' },
  ];

  it('[same-paper] keeps apart what was sat on another form or on other questions', () => {
    expect(roomsOf(room).map(({ results }) => results.map(({ who }) => who))).toEqual([
      ['Mei', 'Oskar'],
      ['Ana'],
      ['Bo'],
    ]);
  });

  it('[p-value] says how much of each item the room got, the hardest first', () => {
    expect(itemUses([RESULT, other]).map(({ id, p, count }) => [id, p, count])).toEqual([
      ['b', 0.5, 2],
      ['a', 1, 2],
      ['c', 1, 2],
    ]);
  });

  it('[by-task] becomes a line for everybody, with a share for each domain and task', () => {
    const [sat] = roomsOf(room);
    expect(sat && roomCsv(sat).split('\r\n')[1]).toBe(
      'Mei,doors,DOOR-0000-0000-0000,v1,1970-01-01T00:00:00.000Z,submitted,1,2,1.4,543,false,0.5,0.5',
    );
  });
});
