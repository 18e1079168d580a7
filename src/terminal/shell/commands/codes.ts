// One-time codes: what an MFA device shows, and `oathtool`, which makes codes of a seed. It keeps no seed.
import { failed, said, type Ran, type ShellCommand } from '../command.ts';

export interface Codes {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What a virtual MFA device shows; `undefined` when there is no such device. */
  readonly mfaCode: (serial: string) => string | undefined;
  /** The code of a seed in base32 at a moment. */
  readonly totp: (seed: string, time: number) => string;
}

export function codeCommands(codes: Codes): readonly ShellCommand[] {
  return [
    { name: 'mfa-code', run: (args) => mfaCode(args, codes) },
    { name: 'oathtool', run: (args) => oathtool(args, codes) },
  ];
}

function mfaCode([serial, ...more]: readonly string[], codes: Codes): Ran {
  if (serial === undefined || more.length > 0) return failed(2, 'usage: mfa-code SERIAL-NUMBER');
  const code = codes.mfaCode(serial);
  return code === undefined ? failed(1, `mfa-code: no virtual device ${serial}`) : said(`${code}\n`);
}

const STEP = 30_000;

/** Time-based codes of a seed in base32, six digits, now and for as many steps more as `-w` says. */
function oathtool(args: readonly string[], { now, totp }: Codes): Ran {
  let seed: string | undefined;
  let isTime = false;
  let isBase32 = false;
  let more = 0;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (/^--totp(?:=sha1)?$/i.test(arg)) isTime = true;
    else if (arg === '-b' || arg === '--base32') isBase32 = true;
    else if (arg === '-w' || arg === '--window') more = Number(args[(at += 1)]);
    else if (arg.startsWith('--window=')) more = Number(arg.slice('--window='.length));
    else if (arg.startsWith('-')) return failed(1, `oathtool: ${arg} is not simulated here`);
    else if (seed === undefined) seed = arg.replace(/[\s=]/g, '').toUpperCase();
    else return failed(1, "oathtool: too many parameters\nTry 'oathtool --help' for more information.");
  }
  if (!isTime || !isBase32 || !Number.isInteger(more) || more < 0)
    return failed(1, 'oathtool: only `oathtool --totp --base32 SEED` is simulated here');
  if (seed === undefined || !/^[A-Z2-7]+$/.test(seed))
    return failed(1, 'oathtool: base32 decoding failed: Base32 string is invalid');
  const key = seed;
  const lines = Array.from({ length: more + 1 }, (_, step) => `${totp(key, now() + step * STEP)}\n`);
  return said(lines.join(''));
}
