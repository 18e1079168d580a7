import { describe, expect, it } from 'vitest';
import type { Part } from '#cloud';
import { cloudOf } from '#course';
import { loadContent } from '#course/load';
import { judge } from '#widgets/lab/judge.ts';
import { compare, ORDER_IDS, saidIn, type OrderId } from './orders.ts';

const scenario = loadContent('.').content.scenarios.get('seven-requests');
const requests = (scenario?.proves ?? []).flatMap(({ as, asks }) => {
  const [part] =
    scenario && asks ? judge(cloudOf(scenario), as, { action: asks.action, on: asks.on }).parts : [];
  return part ? [{ as, part }] : [];
});
const wrongFor = (order: OrderId, turned = false): readonly string[] =>
  requests.filter(({ part }) => !compare(part, order, turned).agrees).map(({ as }) => as);
const partOf = (as: string): Part | undefined => requests.find((one) => one.as === as)?.part;

describe('what the orders predict', () => {
  it.each<readonly [OrderId, readonly string[]]>([
    ['deny-allow-deny', ['user/mei', 'role/Scanner', 'role/BatchWorker']],
    ['every-layer', ['user/oskar']],
    ['strictest', ['user/sam']],
    ['nearest', ['user/mei', 'user/ana', 'user/lena', 'role/Scanner', 'role/BatchWorker']],
    ['first-answer', ['user/mei', 'user/ana', 'user/lena', 'role/Scanner', 'role/BatchWorker']],
    ['resource-ends-it', ['role/Scanner', 'role/BatchWorker']],
  ])('%s is wrong about %j', (order, wrong) => {
    expect(wrongFor(order)).toEqual(wrong);
  });
  it('is not mended by asking in the opposite order', () => {
    expect(ORDER_IDS.map((order) => wrongFor(order, true).length > 0)).not.toContain(false);
  });
  it('rests on what each document says of the request', () => {
    const part = partOf('user/ana');
    const said = part ? saidIn(part) : [];
    expect(said.map(({ document, effect }) => [document.split('/').at(-1), effect])).toEqual([
      ['FullAWSAccess', 'Allow'],
      ['nothing-deleted', 'Deny'],
      ['cleaning', 'Allow'],
    ]);
  });
});
