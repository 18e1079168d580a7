// `node src/tools/evaluator-size.ts`: how many bytes the evaluator is, minified and in brotli.
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

/** The evaluator alone, as a browser would get it. */
export async function evaluatorBytes(): Promise<number> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: 'src/evaluator/index.ts', formats: ['es'], fileName: 'evaluator' },
    },
  });
  const code = [result]
    .flat()
    .flatMap((bundle) => ('output' in bundle ? bundle.output : []))
    .map((part) => (part.type === 'chunk' ? part.code : ''))
    .join('');
  if (code === '') throw new Error('the evaluator gave no bundle');
  return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

if (import.meta.main) console.log(await evaluatorBytes());
