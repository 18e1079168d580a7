// From a situation to its decision. It knows neither page nor browser.
import { decide, type Context, type Document, type Layers, type Pointer, type Request } from '#evaluator';
import { documentOf, type LevelNames, type Part } from '#cloud';
import { sandbox as words } from '#strings';
import { kindOf, type Layer, type Paper, type Situation } from './situation.ts';

/** Why nothing can be decided yet. */
export type Trouble =
  | { readonly code: 'missing'; readonly word: 'caller' | 'action' | 'resource' }
  | { readonly code: 'key-twice'; readonly key: string };

export type Judgement = { readonly part: Part } | { readonly trouble: Trouble };

export function judge(situation: Situation): Judgement {
  const trouble = troubleOf(situation);
  if (trouble) return { trouble };
  const request = requestOf(situation);
  const layers = layersOf(situation);
  return { part: { request, layers, names: namesOf(situation), verdict: decide(request, layers) } };
}

function troubleOf({ caller, action, resource, circumstances }: Situation): Trouble | undefined {
  if (caller.arn === '' && caller.type !== 'anonymous') return { code: 'missing', word: 'caller' };
  if (action.trim() === '') return { code: 'missing', word: 'action' };
  if (resource.trim() === '') return { code: 'missing', word: 'resource' };
  const keys = circumstances.map(({ key }) => key.toLowerCase()).filter((key) => key !== '');
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  return twice === undefined ? undefined : { code: 'key-twice', key: twice };
}

export function requestOf(situation: Situation): Request {
  const { caller, action, resource, resourceAccount, resourceInManagementAccount } = situation;
  return {
    principal: caller,
    action: action.trim(),
    resource: resource.trim(),
    resourceAccount,
    resourceInManagementAccount,
    context: contextOf(situation),
  };
}

/** A key without a name is not sent. */
export function contextOf({ circumstances }: Situation): Context {
  return Object.fromEntries(
    circumstances
      .filter(({ key }) => key !== '')
      .map(({ key, values }) => [key, values.length === 1 ? (values[0] ?? '') : values] as const),
  );
}

/** The papers of a layer as the evaluator counts them. */
function papersAt({ papers }: Situation, layer: Layer, level?: number): readonly Paper[] {
  return papers.filter((paper) => paper.layer === layer && (level === undefined || paper.level === level));
}

export function layersOf(situation: Situation): Layers {
  const read = ({ layer, text }: Paper): Document => documentOf(text, kindOf(layer, situation.action));
  const all = (layer: Layer): readonly Document[] => papersAt(situation, layer).map(read);
  const levels = (layer: 'scp' | 'rcp'): readonly (readonly Document[])[] =>
    Array.from({ length: situation.levels[layer] }, (_, level) =>
      papersAt(situation, layer, level).map(read),
    );
  const [boundary] = all('boundary');
  const [resource] = all('resource');
  const [vpce] = all('vpce');
  return {
    identity: all('identity'),
    session: all('session'),
    scp: levels('scp'),
    rcp: levels('rcp'),
    ...(boundary ? { boundary } : {}),
    ...(resource ? { resource } : {}),
    ...(vpce ? { vpce } : {}),
  };
}

/** The paper that a place of the trace is in. */
export function paperAt(
  situation: Situation,
  at: Pick<Pointer, 'layer' | 'level' | 'policy'>,
): Paper | undefined {
  const layer = at.layer === 'trust' ? 'resource' : at.layer;
  return papersAt(situation, layer, at.level)[at.policy];
}

/** The name under which the derivation knows a paper. */
export function documentIdOf({ id, name }: Paper): string {
  return `policy/${name.replaceAll('/', '\u2215') || id}/${id}`;
}

function namesOf(situation: Situation): Part['names'] {
  const names = (layer: Layer, level?: number): readonly string[] =>
    papersAt(situation, layer, level).map(documentIdOf);
  const levels = (layer: 'scp' | 'rcp'): readonly LevelNames[] =>
    Array.from({ length: situation.levels[layer] }, (_, level) => ({
      name: words.levelName(level),
      documents: names(layer, level),
    }));
  const [boundary] = names('boundary');
  const [resource] = names('resource');
  const [vpce] = names('vpce');
  return {
    identity: names('identity'),
    session: names('session'),
    scp: levels('scp'),
    rcp: levels('rcp'),
    ...(boundary === undefined ? {} : { boundary }),
    ...(resource === undefined ? {} : { resource }),
    ...(vpce === undefined ? {} : { vpce }),
  };
}
