import { describe, expect, it } from 'vitest';
import { begin, change, undo } from './history.ts';
import { BLANK, STARTERS } from './starters.ts';
import {
  addPaper,
  changePaper,
  emptyLevels,
  openLayers,
  removeLevel,
  removePaper,
  type Layer,
  type Situation,
} from './situation.ts';

const paper = (layer: Layer, name: string, level = 0) => ({ layer, name, level, text: '{}' });
const names = ({ papers }: Situation): readonly string[] => papers.map(({ name }) => name);

describe('the policies of a situation', () => {
  it('stand in the order of the layers, whatever came first', () => {
    const now = [
      paper('vpce', 'v'),
      paper('scp', 'low', 1),
      paper('scp', 'top'),
      paper('identity', 'i'),
    ].reduce(addPaper, BLANK);
    expect(names(now)).toEqual(['i', 'top', 'low', 'v']);
  });

  it('have ids and names of their own', () => {
    const now = [paper('identity', 'a'), paper('identity', 'a'), paper('session', 'a')].reduce(
      addPaper,
      BLANK,
    );
    expect(names(now)).toEqual(['a', 'a 2', 'a 3']);
    expect(new Set(now.papers.map(({ id }) => id)).size).toBe(3);
  });

  it('are not offered twice where there is one at most', () => {
    expect(openLayers(addPaper(BLANK, paper('boundary', 'b')))).not.toContain('boundary');
    expect(openLayers(addPaper(BLANK, paper('identity', 'b')))).toContain('identity');
  });
});

describe('the levels of an organization', () => {
  const two = addPaper(addPaper(BLANK, paper('scp', 'top')), paper('scp', 'low', 1));

  it('grow with the policy that is put into a new one', () => {
    expect(two.levels).toEqual({ scp: 2, rcp: 0 });
    expect(changePaper(two, 'p2', { level: 2 }).levels.scp).toBe(3);
  });

  it('that lost their last policy go with it when it is taken away, and stay when it moved', () => {
    const without = removePaper(two, 'p1');
    expect(without.levels.scp).toBe(1);
    expect(without.papers.map(({ level }) => level)).toEqual([0]);
    const moved = changePaper(two, 'p1', { level: 1 });
    expect(emptyLevels(moved, 'scp')).toEqual([0]);
    expect(removeLevel(moved, 'scp', 0).papers.map(({ level }) => level)).toEqual([0, 0]);
  });
});

describe('taking steps back', () => {
  it('takes back what was typed in one place in one step', () => {
    let history = begin('');
    for (const text of ['a', 'ab', 'abc']) history = change(history, text, 'name');
    history = change(history, 'abc!', 'text');
    expect(undo(history).now).toBe('abc');
    expect(undo(undo(history)).now).toBe('');
    expect(undo(undo(undo(history))).now).toBe('');
  });

  it('begins a new step after one was taken back', () => {
    const typed = change(change(begin(''), 'a', 'name'), 'ab', 'text');
    expect(undo(change(undo(typed), 'ax', 'name')).now).toBe('a');
  });
});

it('a ready situation has at least one policy and a question', () => {
  for (const { papers, action, resource } of Object.values(STARTERS)) {
    expect(papers.length).toBeGreaterThan(0);
    expect([action, resource]).not.toContain('');
  }
});
