// A value of the request, read as the type of an operator when one asks for it, and once for all statements.
import { parseAddress, type Address } from './address.ts';
import { arnPartsIn } from './arn-glob.ts';
import { parseBase64 } from './bytes.ts';
import { parseDecimal, type Decimal } from './decimal.ts';
import { parseInstant } from './instant.ts';

/** Each reading is undefined when the text is nothing of that type. */
export class AskedValue {
  readonly text: string;
  // `null`: nobody asked yet.
  private asLower: string | null = null;
  private asDecimal: Decimal | undefined | null = null;
  private asInstant: Decimal | undefined | null = null;
  private asBool: string | undefined | null = null;
  private asBytes: string | undefined | null = null;
  private asAddress: Address | undefined | null = null;
  private asArn: readonly string[] | undefined | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get lower(): string {
    return (this.asLower ??= this.text.toLowerCase());
  }

  get decimal(): Decimal | undefined {
    return this.asDecimal === null ? (this.asDecimal = parseDecimal(this.text)) : this.asDecimal;
  }

  get instant(): Decimal | undefined {
    return this.asInstant === null ? (this.asInstant = parseInstant(this.text)) : this.asInstant;
  }

  get bool(): string | undefined {
    return this.asBool === null ? (this.asBool = parseBool(this.text)) : this.asBool;
  }

  get bytes(): string | undefined {
    return this.asBytes === null ? (this.asBytes = parseBase64(this.text)) : this.asBytes;
  }

  get address(): Address | undefined {
    return this.asAddress === null ? (this.asAddress = parseAddress(this.text)) : this.asAddress;
  }

  /** Six parts. */
  get arn(): readonly string[] | undefined {
    return this.asArn === null ? (this.asArn = arnPartsIn(this.text)) : this.asArn;
  }
}

export function parseBool(text: string): string | undefined {
  const lower = text.toLowerCase();
  return lower === 'true' || lower === 'false' ? lower : undefined;
}
