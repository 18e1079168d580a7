// A shell's files, variables and standard input for tests: a few files, nothing else.
import type { Host } from '../aws/command.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The end of a zip file's directory: the shortest zip there is. */
const ZIP = Uint8Array.from([0x50, 0x4b, 0x05, 0x06, ...Array.from({ length: 18 }, () => 0)]);

const FILES: ReadonlyMap<string, Uint8Array> = new Map([
  ['policy.json', bytes('{"Version":"2012-10-17",\r\n"Statement":[]}\n')],
  ['tags.json', bytes('[{"Key":"a","Value":"b"}]')],
  ['/home/learner/input.json', bytes('{"UserName":"x","Path":"/p/","Tags":[{"Key":"k","Value":"v"}]}')],
  ['input.yaml', bytes('UserName: y # who\nTags:\n- Key: k\n  Value: "v: w"\n')],
  ['bytes', Uint8Array.from([0, 1, 254, 255])],
  ['f.zip', ZIP],
  ['/dev/stdin', bytes('{"from":"stdin"}')],
]);

export function testHost(env: Readonly<Record<string, string>> = {}): Host {
  return {
    env: new Map(Object.entries(env)),
    home: '/home/learner',
    stdin: FILES.get('/dev/stdin') ?? new Uint8Array(),
    read: (path) => Promise.resolve(FILES.get(path)),
    write: () => Promise.resolve(),
    list: (path) => Promise.resolve(path === 'folder' ? [] : undefined),
    remove: () => Promise.resolve(),
  };
}
