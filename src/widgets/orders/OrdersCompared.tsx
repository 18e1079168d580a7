// An order of evaluation beside what is decided, request by request.
import { useMemo, type ReactNode } from 'react';
import type { Decision } from '#evaluator';
import type { Cloud } from '#cloud';
import { lab, orders as words } from '#strings';
import { decidingPart, judge } from '#widgets/lab/judge.ts';
import { nameOf } from '#widgets/lab/names.ts';
import { Paths } from '#widgets/lab/Path.tsx';
import { Inline } from '#widgets/prose/Prose.tsx';
import { Frame } from '#widgets/tools/Frame.tsx';
import { guarded } from '#widgets/tools/guarded.tsx';
import { OneOf } from '#widgets/tools/OneOf.tsx';
import { useTool, type ToolPlace } from '#widgets/tools/use-tool.ts';
import { compare, ORDER_IDS } from './orders.ts';

/** One request, as its scenario proves it. */
export interface Asking {
  readonly as: string;
  readonly action: string;
  readonly on: string;
}

interface Props {
  readonly place: ToolPlace;
  readonly cloud: Cloud;
  readonly askings: readonly Asking[];
}

export default guarded(OrdersCompared);

function OrdersCompared({ place, cloud, askings }: Props): ReactNode {
  const state = useTool(place, { order: ORDER_IDS[0] ?? '', shown: '0', turned: 'no' });
  const { values, set } = state;
  const order = ORDER_IDS.find((one) => one === values.order) ?? 'deny-allow-deny';
  const turned = values.turned === 'yes';
  const parts = useMemo(
    () =>
      askings.flatMap(({ as, action, on }) => {
        const part = decidingPart(judge(cloud, as, { action, on }).parts);
        return part ? [{ as, part }] : [];
      }),
    [cloud, askings],
  );
  const rows = parts.map(({ as, part }) => ({ as, part, ...compare(part, order, turned) }));
  const shown = rows[Number(values.shown)] ?? rows[0];
  const right = rows.filter(({ agrees }) => agrees).length;
  return (
    <Frame place={place} state={state}>
      <div className="orders-names" role="group" aria-label={words.orders}>
        <OneOf
          value={order}
          options={ORDER_IDS.map((id) => [id, words.names[id]])}
          onChoose={(id) => {
            set({ order: id });
          }}
        />
      </div>
      <p className="orders-says">
        <Inline text={words.says[order]} />
      </p>
      <label className="orders-turn">
        <input
          type="checkbox"
          checked={turned}
          onChange={(event) => {
            set({ turned: event.target.checked ? 'yes' : 'no' });
          }}
        />{' '}
        {words.turned}
      </label>
      <p className="orders-count" role="status">
        {words.count(right, rows.length)}
      </p>
      <div className="scrolls">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.request}</th>
              <th scope="col">{words.predicted}</th>
              <th scope="col">{words.decided}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ as, part, predicted, decided, agrees }, i) => (
              <tr key={as} className={agrees ? undefined : 'orders-wrong'}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    aria-pressed={shown?.as === as}
                    onClick={() => {
                      set({ shown: String(i) });
                    }}
                  >
                    {words.asks(words.who[as] ?? as, part.request.action)}
                  </button>
                </th>
                <td>
                  <Word decision={predicted} />
                  {!agrees && <span className="orders-mark"> {words.wrong}</span>}
                </td>
                <td>
                  <Word decision={decided} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown && (
        <div className="orders-shown">
          <div>
            <h3>{words.documents}</h3>
            <ul>
              {shown.said.map(({ layer, document, effect }) => (
                <li
                  key={document}
                  className={effect === undefined ? 'silent' : effect === 'Deny' ? 'deny' : 'allow'}
                >
                  <b>{words.effects[effect ?? 'silent']}</b> {nameOf(document)}{' '}
                  <small>{lab.kinds[layer]}</small>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h3>{words.derivation}</h3>
            <Paths parts={[shown.part]} />
          </div>
        </div>
      )}
    </Frame>
  );
}

function Word({ decision }: { readonly decision: Decision }): ReactNode {
  return (
    <>
      <span aria-hidden="true">{lab.signs[decision]}</span> {words.decisions[decision]}
    </>
  );
}
