// A picture of boxes and numbered arrows, with a table that says the same.
import { useId, type ReactNode } from 'react';
import { questions as words } from '#strings';
import { Inline } from '#widgets/prose/Prose.tsx';
import { drawn, type PictureOf } from './picture.ts';

export function Picture({ picture }: { readonly picture: PictureOf }): ReactNode {
  const id = useId();
  const { width, height, boxes, arrows } = drawn(picture);
  const nameOf = (box: string): string => picture.boxes.find((one) => one.id === box)?.text ?? box;
  return (
    <>
      <svg
        className="picture"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={picture.title}
        aria-describedby={id}
      >
        <defs>
          <marker
            id={`${id}-tip`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0 L8 4 L0 8 Z" />
          </marker>
        </defs>
        {boxes.map((box) => (
          <g key={box.id}>
            <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="8" />
            {box.lines.map((line) => (
              <text key={line.y} x={line.x} y={line.y} textAnchor="middle">
                {line.text}
              </text>
            ))}
          </g>
        ))}
        {arrows.map(({ number, from, to, middle }) => (
          <g key={number} className="arrow">
            <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} markerEnd={`url(#${id}-tip)`} />
            <circle cx={middle.x} cy={middle.y} r="11" />
            <text x={middle.x} y={middle.y + 5} textAnchor="middle">
              {number}
            </text>
          </g>
        ))}
      </svg>
      <table className="picture-table" id={id}>
        <caption className="visually-hidden">{words.pictureTable}</caption>
        <thead>
          <tr>
            {Object.entries(words.pictureColumns).map(([column, text]) => (
              <th key={column} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {picture.arrows.map(({ from, to, text }, i) => (
            <tr key={i}>
              <td>{i + 1}</td>
              <td>
                <Inline text={nameOf(from)} />
              </td>
              <td>
                <Inline text={nameOf(to)} />
              </td>
              <td>
                <Inline text={text} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
