// What a line that begins with `aws` comes to, once it is read: the words between the grammar, the account and the printer.
import type { Input, Reply } from '#cloud';

export type OutputFormat = 'json' | 'text' | 'table' | 'yaml' | 'yaml-stream' | 'off';

/** How an error is shown. */
export type ErrorFormat = 'legacy' | 'json' | 'yaml' | 'text' | 'table' | 'enhanced';

/** Options that every command has, as they stand on the line. */
export interface GlobalOptions {
  readonly profile?: string;
  readonly region?: string;
  readonly output?: OutputFormat;
  /** A JMESPath expression. */
  readonly query?: string;
  readonly endpointUrl?: string;
  readonly noPaginate?: boolean;
  readonly noSignRequest?: boolean;
  readonly debug?: boolean;
  /** `--output off`: nothing goes to standard output. */
  readonly silent?: boolean;
  /** `base64` unless it says otherwise. */
  readonly binaryFormat?: 'base64' | 'raw-in-base64-out';
  readonly errorFormat?: ErrorFormat;
}

/** Options of commands that answer in pages. */
export interface PagingOptions {
  readonly maxItems?: number;
  readonly pageSize?: number;
  readonly startingToken?: string;
}

/** One operation, its parameters read into the model's form. */
export interface OperationCommand {
  /** What the command line calls the service, such as `s3api`. */
  readonly service: string;
  /** The operation's own name, such as `PutBucketPolicy`. */
  readonly operation: string;
  readonly input: Input;
  readonly options: GlobalOptions;
  readonly paging: PagingOptions;
  /** Where a streaming answer goes, or the seed of a virtual MFA device. */
  readonly outfile?: string;
  /** In which form the seed of a virtual MFA device goes to the outfile; the answer leaves both out. */
  readonly seed?: 'QRCodePNG' | 'Base32StringSeed';
  /** `aws … wait`: the waiter's name in `waiters.json`; the operation is what it asks. */
  readonly waiter?: string;
  /** `--generate-cli-skeleton output`: the answer to print. Nothing is called. */
  readonly sample?: Reply;
}

/** What the command says instead of calling anything: exit status and standard error. */
export interface CliFault {
  /** 252 bad syntax, 253 configuration, 255 other. */
  readonly exit: 252 | 253 | 255;
  /** As printed, without the line end. */
  readonly message: string;
}

/** What ran: text on both streams and the exit status. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/** The files, variables and standard input of the shell that a command runs in. Paths as the shell writes them. */
export interface Host {
  readonly env: ReadonlyMap<string, string>;
  readonly home: string;
  readonly stdin: Uint8Array;
  /** @returns the bytes; `undefined` when there is no such file */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly list: (
    path: string,
  ) => Promise<readonly { readonly name: string; readonly isFolder: boolean }[] | undefined>;
  readonly remove: (path: string) => Promise<void>;
}
