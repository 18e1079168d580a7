// One place of the tree: what hangs there, what it says of the request, and how to hang up and take down.
import { useId, type ReactNode } from 'react';
import type { Cloud } from '#cloud';
import { organization as words } from '#strings';
import { mayTakeDown, policiesIn, type Kind, type Place, type Standing } from './tree.ts';

interface Props {
  readonly place: Place;
  readonly cloud: Cloud;
  readonly scp: Standing | undefined;
  readonly rcp: Standing | undefined;
  readonly onHang: (kind: Kind, names: readonly string[]) => void;
}

const TONES: Readonly<Record<Standing, string>> = {
  denies: 'deny',
  silent: 'silent',
  allows: 'allow',
  spared: 'spared',
};

export function PlaceLine({ place, cloud, scp, rcp, onHang }: Props): ReactNode {
  const said = [
    ...(scp ? [{ kind: 'scp' as const, standing: scp }] : []),
    ...(rcp ? [{ kind: 'rcp' as const, standing: rcp }] : []),
  ];
  return (
    <li
      className={`org-place org-depth-${Math.min(place.depth, 4)}${said.length > 0 ? ' asked' : ''}`}
      aria-label={`${words.kinds[place.kind]} ${place.name}`}
    >
      <p className="org-head">
        <small>{words.kinds[place.kind]}</small> <strong>{place.name}</strong>
        {said.map(({ kind, standing }) => (
          <span key={kind} className={`org-said ${TONES[standing]}`}>
            <span aria-hidden="true">{words.signs[standing]}</span> {words.standings[kind][standing]}
          </span>
        ))}
      </p>
      <div className="org-hung">
        {(['scp', 'rcp'] as const).map((kind) => (
          <Hung key={kind} place={place} kind={kind} all={policiesIn(cloud, kind)} onHang={onHang} />
        ))}
      </div>
    </li>
  );
}

function Hung({
  place,
  kind,
  all,
  onHang,
}: {
  readonly place: Place;
  readonly kind: Kind;
  readonly all: readonly string[];
  readonly onHang: Props['onHang'];
}): ReactNode {
  const id = useId();
  const names = place[kind];
  const free = all.filter((name) => !names.includes(name));
  const stays = !mayTakeDown(place, kind);
  if (all.length === 0) return null;
  return (
    <div className="org-kind">
      <abbr title={words.long[kind]}>{words.short[kind]}</abbr>
      {kind === 'rcp' && <span className="org-fixed">{words.fixed}</span>}
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="org-chip"
          disabled={stays}
          title={stays ? words.last : undefined}
          aria-label={words.takeDown(name, place.name)}
          onClick={() => {
            onHang(
              kind,
              names.filter((other) => other !== name),
            );
          }}
        >
          {name}
          {!stays && <span aria-hidden="true">×</span>}
        </button>
      ))}
      {free.length > 0 && (
        <>
          <label className="visually-hidden" htmlFor={id}>
            {words.hangUp(kind, place.name)}
          </label>
          <select
            id={id}
            className="org-add"
            value=""
            onChange={(event) => {
              onHang(kind, [...names, event.target.value]);
            }}
          >
            <option value="">{words.add}</option>
            {free.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}
