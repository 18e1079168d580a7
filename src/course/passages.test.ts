import { describe, expect, it } from 'vitest';
import { sectionsOf } from './passages.ts';

describe('a lesson is cut', () => {
  it('at its headings, and what stands before the first has none', () => {
    expect(sectionsOf('Before.\n\n## One `thing`\n\nFirst.\n\n## Two\n\nSecond.\n')).toEqual([
      { text: 'Before.' },
      { heading: 'One thing', text: 'First.' },
      { heading: 'Two', text: 'Second.' },
    ]);
  });
  it('without code, components and marks, and names keep their underscores', () => {
    expect(
      sectionsOf(
        'A **bold** [word](/learn/) in _session_ and `aws_key`.\n\n<Lab scenario="x" />\n\n```json\n{}\n```\n\n- one\n- two\n',
      ),
    ).toEqual([{ text: 'A bold word in session and aws_key. one two' }]);
  });
});
