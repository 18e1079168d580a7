import { expect, it } from 'vitest';
import { makeResultFile, type ResultFile } from '#exam';
import { EMPTY_ROOM, readFiles, type Handed } from './read-files.ts';

const RESULT: ResultFile = {
  ...{ person: '', exam: 'doors', title: 'Doors', code: '', bank: 'v1', mode: 'simulation' },
  ...{ begun: 0, closed: 1, ended: 'submitted', minutes: null, clockMoved: 0 },
  ...{ raw: 0, max: 0, cut: 0.001, scaled: 100, passMark: 720, passed: false },
  ...{ domains: [], tasks: [], items: [] },
};
const file = (name: string, text: string): Handed => ({ name, text: () => Promise.resolve(text) });
const result = (name: string, more: Partial<ResultFile> = {}): Handed =>
  file(name, makeResultFile({ ...RESULT, ...more }));

it('[each-for-itself] reads every result, and tells what is none by its name', async () => {
  const gone: Handed = { name: 'gone.json', text: () => Promise.reject(new Error('gone')) };
  const files = [
    result('ana.json'),
    file('cat.png', '\u0089PNG'),
    gone,
    result('x.json', { person: 'Bo', begun: 2 }),
  ];
  const room = await readFiles(EMPTY_ROOM, files);
  expect(room.results.map(({ who }) => who)).toEqual(['ana', 'Bo']);
  expect(room.faults).toEqual([
    { name: 'cat.png', fault: 'not-a-result' },
    { name: 'gone.json', fault: 'unreadable' },
  ]);
});

it('[once] takes each result once, by whatever name it comes', async () => {
  const first = await readFiles(EMPTY_ROOM, [result('ana.json'), result('copy of ana.json')]);
  expect([first.results.length, first.again]).toEqual([1, 1]);
  const second = await readFiles(first, [result('ana.json'), result('bo.json', { begun: 2 })]);
  expect([second.results.length, second.again]).toEqual([2, 1]);
});
