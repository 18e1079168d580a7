// The world beside the terminal: a drawing for the eye and the same as a table.
import { useMemo, type ReactNode } from 'react';
import type { Cloud } from '#cloud';
import { terminal as words } from '#strings';
import { pictureOf, worldOf, type Kind, type Picture } from './picture.ts';

const SIGNS: Readonly<Record<Kind, string>> = {
  user: '●',
  group: '◎',
  role: '◆',
  policy: '▤',
  profile: '▢',
  resource: '■',
  outside: '○',
};

export default function WorldPicture({ cloud }: { readonly cloud: Cloud }): ReactNode {
  const { accounts } = cloud;
  const world = useMemo(() => worldOf({ ...cloud, accounts }), [cloud, accounts]);
  const picture = useMemo(() => pictureOf(world), [world]);
  const names = new Map(world.nodes.map(({ id, name }) => [id, name]));
  return (
    <div className="world">
      <div className="drawing" tabIndex={0} role="img" aria-label={words.picture}>
        <Drawing picture={picture} />
      </div>
      <details>
        <summary>{words.relations}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.relationColumns.from}</th>
              <th scope="col">{words.relationColumns.relation}</th>
              <th scope="col">{words.relationColumns.to}</th>
            </tr>
          </thead>
          <tbody>
            {world.edges.map(({ from, relation, to }, i) => (
              <tr key={i}>
                <th scope="row">{names.get(from)}</th>
                <td>{words.relation[relation]}</td>
                <td>{names.get(to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function Drawing({ picture }: { readonly picture: Picture }): ReactNode {
  const { frames, nodes, edges, width, height } = picture;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {frames.map(({ account, x, y, width: w, height: h }) => (
        <g key={account} className="frame">
          <rect x={x} y={y} width={w} height={h} rx={8} />
          <text x={x + 12} y={y + 18}>
            {words.account(account)}
          </text>
        </g>
      ))}
      {edges.map(({ points, relation }, i) => (
        <polyline
          key={i}
          className={`edge ${relation}`}
          points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
          markerEnd="url(#arrow)"
        />
      ))}
      {nodes.map(({ id, kind, name, x, y, width: w, height: h }) => (
        <g key={id} className={`node ${kind}`}>
          <rect x={x} y={y} width={w} height={h} rx={6} />
          <text x={x + 12} y={y + h / 2 + 4.5}>
            {SIGNS[kind]} {name}
          </text>
        </g>
      ))}
    </svg>
  );
}
