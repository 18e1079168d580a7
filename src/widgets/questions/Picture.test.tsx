import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Picture } from './Picture.tsx';
import { drawn, type PictureOf } from './picture.ts';

const PICTURE: PictureOf = {
  shows: 'picture',
  title: 'How a letter goes',
  boxes: [
    { id: 'desk', text: 'the desk of `sam`', column: 1 },
    { id: 'post', text: 'the post office', column: 2 },
    { id: 'ferry', text: 'the ferry', column: 2 },
    { id: 'island', text: 'the island', column: 3 },
  ],
  arrows: [
    { from: 'desk', to: 'post', text: 'is handed in' },
    { from: 'post', to: 'ferry', text: 'is loaded' },
    { from: 'ferry', to: 'island', text: 'is brought' },
  ],
};

describe('a picture', () => {
  it('is an image with a name, and a table says the same, arrow by arrow', () => {
    render(<Picture picture={PICTURE} />);
    const image = screen.getByRole('img', { name: 'How a letter goes' });
    const table = screen.getByRole('table', { name: 'The arrows of the picture' });
    expect(image.getAttribute('aria-describedby')).toBe(table.id);
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['No.', 'From', 'To', 'What passes'],
      ['1', 'the desk of sam', 'the post office', 'is handed in'],
      ['2', 'the post office', 'the ferry', 'is loaded'],
      ['3', 'the ferry', 'the island', 'is brought'],
    ]);
  });

  it('has its boxes apart from each other, in their columns and inside its frame', () => {
    const { boxes, width, height } = drawn(PICTURE);
    const [desk, post, ferry, island] = boxes;
    if (!desk || !post || !ferry || !island) throw new Error('a box is missing');
    expect(post.x).toBe(ferry.x);
    expect(desk.x + desk.width).toBeLessThan(post.x);
    expect(post.x + post.width).toBeLessThan(island.x);
    expect(post.y + post.height).toBeLessThan(ferry.y);
    for (const box of boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
  });

  it('has arrows that go from the edge of one box to the edge of another', () => {
    const { boxes, arrows } = drawn(PICTURE);
    const [desk, post, ferry] = boxes;
    const [across, down] = arrows;
    expect([across?.from.x, across?.to.x]).toEqual([(desk?.x ?? 0) + (desk?.width ?? 0), post?.x]);
    expect([down?.from.y, down?.to.y]).toEqual([(post?.y ?? 0) + (post?.height ?? 0), ferry?.y]);
  });
});
