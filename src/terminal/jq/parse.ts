// Reads a jq program into a filter. What each part does is said in `parts.ts` and its neighbours.
import type { Value } from '../value.ts';
import { ARITHMETIC } from './arithmetic.ts';
import type { Filter } from './filter.ts';
import { calling, defined, defining, type Call } from './functions.ts';
import * as parts from './parts.ts';
import { bound, folded, reduced, type Pattern } from './patterns.ts';
import { Unreadable } from './problem.ts';
import { Cursor, KEYWORDS } from './cursor.ts';
import { tokensOf, type Token } from './tokens.ts';

/** What a name with its number of parameters is, outside the program. */
export type Known = (name: string, arity: number) => Call | undefined;

export function parseProgram(program: string, known: Known, variables: readonly string[] = []): Filter {
  const parser = new Parser(tokensOf(program), known, {
    names: new Set(variables.map((name) => `$${name}`)),
  });
  return parser.whole();
}

/** Definitions alone, each as the call of its name. */
export function parseDefinitions(text: string, known: Known): ReadonlyMap<string, Call> {
  return new Parser(tokensOf(text), known, { names: new Set() }).definitions();
}

/** The names that may be used at a place: `f/1`, `$x`, `*out`. */
interface Names {
  readonly names: ReadonlySet<string>;
}

interface Level {
  readonly operators: ReadonlyMap<string, (left: Filter, right: Filter) => Filter>;
  /** Where it is no list of its kind: what may stand on the right side. */
  readonly right?: 'same' | 'weakest' | 'next';
}

const calculating = (...names: readonly string[]): Level['operators'] =>
  new Map(
    names.map((name) => {
      const operator = ARITHMETIC[name] ?? (() => null);
      return [name, (left: Filter, right: Filter) => parts.operation(operator, left, right)] as const;
    }),
  );

const changing = (name: string) => (left: Filter, right: Filter) =>
  name === '|=' ? parts.updated(left, right) : parts.assigned(left, right, parts.assigning(name));

const ASSIGNMENTS = ['=', '|=', '+=', '-=', '*=', '/=', '%=', '//='];

const LEVELS: readonly Level[] = [
  {
    operators: new Map([
      ['//', parts.alternative],
      ['?//', (left, right) => parts.alternative(parts.attempt(left), right)],
    ]),
    right: 'same',
  },
  { operators: new Map(ASSIGNMENTS.map((name) => [name, changing(name)])), right: 'weakest' },
  { operators: new Map([['or', (left, right) => parts.junction(false, left, right)]]) },
  { operators: new Map([['and', (left, right) => parts.junction(true, left, right)]]) },
  { operators: calculating('==', '!=', '<', '<=', '>', '>='), right: 'next' },
  { operators: calculating('+', '-') },
  { operators: calculating('*', '/', '%') },
];

const ALWAYS = new Set(['$ENV', '$__loc__', '$ARGS', '$__prog_args']);
class Parser extends Cursor {
  private readonly known: Known;
  private scope: Names;

  constructor(tokens: readonly Token[], known: Known, scope: Names) {
    super(tokens);
    this.known = known;
    this.scope = scope;
  }

  whole(): Filter {
    const filter = this.peek().kind === 'end' ? parts.identity : this.pipe();
    if (this.peek().kind !== 'end') throw this.unexpected();
    return filter;
  }

  definitions(): ReadonlyMap<string, Call> {
    const all = new Map<string, Call>();
    while (this.isWord('def')) {
      const { name, params, body } = this.definition();
      all.set(`${name}/${params.length}`, defined(name, params, body));
    }
    return all;
  }

  /** Reads with more names, then goes back to those before. */
  private knowing<T>(names: readonly string[], read: () => T): T {
    const before = this.scope;
    this.scope = { names: new Set([...before.names, ...names]) };
    const result = read();
    this.scope = before;
    return result;
  }

  private pipe(): Filter {
    if (this.isWord('def')) {
      const { name, params, body } = this.definition();
      return this.knowing([`${name}/${params.length}`], () => defining(name, params, body, this.pipe()));
    }
    if (this.isWord('label')) {
      this.at += 1;
      const name = this.variableName();
      this.skip('|');
      return this.knowing([`*${name}`], () => parts.label(name, this.pipe()));
    }
    const left = this.comma();
    return this.skipIf('|') ? parts.pipe(left, this.pipe()) : left;
  }

  private definition(): { readonly name: string; readonly params: readonly string[]; readonly body: Filter } {
    this.skip('def');
    const name = this.name();
    const params: string[] = [];
    if (this.skipIf('(')) {
      do params.push(this.peek().kind === 'variable' ? `$${this.variableName()}` : this.name());
      while (this.skipIf(';'));
      this.skip(')');
    }
    this.skip(':');
    const names = params.flatMap((param) =>
      param.startsWith('$') ? [param, `${param.slice(1)}/0`] : [`${param}/0`],
    );
    const body = this.knowing([`${name}/${params.length}`, ...names], () => this.pipe());
    this.skip(';');
    return { name, params, body };
  }

  private name(): string {
    if (this.peek().kind !== 'name') throw this.unexpected();
    return this.take().text;
  }

  private variableName(): string {
    if (this.peek().kind !== 'variable') throw this.unexpected();
    return this.take().text;
  }

  private comma(): Filter {
    let left = this.alternative();
    while (this.skipIf(',')) left = parts.comma(left, this.alternative());
    return left;
  }

  private alternative(): Filter {
    return this.binary(0);
  }

  /** Operators of one level, the weakest first; a term below all of them. */
  private binary(depth: number): Filter {
    const level = LEVELS[depth];
    if (!level) return this.term();
    let left = this.binary(depth + 1);
    for (;;) {
      const { kind, text } = this.peek();
      const make = kind === 'mark' || kind === 'name' ? level.operators.get(text) : undefined;
      if (!make) return left;
      this.at += 1;
      left = make(
        left,
        this.binary(level.right === 'same' ? depth : level.right === 'weakest' ? 0 : depth + 1),
      );
      if (level.right !== undefined) return left;
    }
  }

  /** A term; `… as $x | …` takes all that follows. */
  private term(): Filter {
    if (this.skipIf('-')) return parts.negated(this.term());
    const term = this.postfix();
    if (!this.skipIf('as')) return term;
    const patterns = [this.pattern()];
    while (this.skipIf('?//')) patterns.push(this.pattern());
    this.skip('|');
    const names = patterns.flatMap((pattern) => pattern.names);
    return this.knowing(
      names.map((name) => `$${name}`),
      () => bound(term, patterns, this.pipe()),
    );
  }

  private postfix(): Filter {
    let term = this.primary();
    for (;;) {
      const { kind } = this.peek();
      if (kind === 'field') term = parts.index(term, parts.literal(this.take().text));
      else if (this.skipIf('?')) term = parts.attempt(term);
      else if (this.isMark('[')) term = this.bracket(term);
      else if (this.isMark('.') && this.peek(1).kind === 'text') {
        this.at += 1;
        term = parts.index(term, this.text('@text'));
      } else if (this.isMark('.') && this.peek(1).text === '[') this.at += 1;
      else return term;
    }
  }

  private bracket(of: Filter): Filter {
    this.skip('[');
    if (this.skipIf(']')) return parts.each(of);
    if (this.skipIf(':')) {
      const end = this.pipe();
      this.skip(']');
      return parts.slice(of, parts.literal(null), end);
    }
    const start = this.pipe();
    if (!this.skipIf(':')) {
      this.skip(']');
      return parts.index(of, start);
    }
    const end = this.isMark(']') ? parts.literal(null) : this.pipe();
    this.skip(']');
    return parts.slice(of, start, end);
  }

  private primary(): Filter {
    const { kind, text } = this.peek();
    if (kind === 'number') return parts.literal(Number(this.take().text));
    if (kind === 'text') return this.text('@text');
    if (kind === 'format') {
      this.at += 1;
      if (this.peek().kind === 'text') return this.text(text);
      return parts.format(text);
    }
    if (kind === 'field') return parts.index(parts.identity, parts.literal(this.take().text));
    if (kind === 'variable') return this.variable();
    if (kind === 'name') return this.word();
    if (this.skipIf('.'))
      return this.peek().kind === 'text' ? parts.index(parts.identity, this.text('@text')) : parts.identity;
    if (this.skipIf('..')) return this.call('recurse', []);
    if (this.skipIf('(')) {
      const inner = this.pipe();
      this.skip(')');
      return inner;
    }
    if (this.skipIf('[')) {
      const inner = this.isMark(']') ? undefined : this.pipe();
      this.skip(']');
      return parts.list(inner);
    }
    if (this.skipIf('{')) return this.fields();
    throw this.unexpected();
  }

  private variable(): Filter {
    const name = this.variableName();
    if (!this.scope.names.has(`$${name}`) && !ALWAYS.has(`$${name}`))
      throw new Unreadable(`$${name} is not defined`);
    return parts.variable(name);
  }

  private text(format: string): Filter {
    const token = this.take();
    if (token.kind !== 'text') throw new Unreadable('QQSTRING_START');
    const pieces = token.parts.map((part) =>
      typeof part === 'string' ? part : new Parser(part, this.known, this.scope).whole(),
    );
    return parts.text(pieces, format);
  }

  private word(): Filter {
    if (this.skipIf('if')) return this.condition();
    if (this.skipIf('try')) {
      const body = this.postfix();
      return parts.attempt(body, this.skipIf('catch') ? this.postfix() : undefined);
    }
    if (this.skipIf('reduce'))
      return this.fold(([init, update], source, pattern) => reduced(source, pattern, init, update));
    if (this.skipIf('foreach'))
      return this.fold(([init, update, extract], source, pattern) =>
        folded(source, pattern, init, update, extract),
      );
    if (this.skipIf('break')) {
      const name = this.variableName();
      if (!this.scope.names.has(`*${name}`)) throw new Unreadable(`$*label-${name} is not defined`);
      return parts.breaking(name);
    }
    if (this.isWord('def')) return this.pipe();
    const { text } = this.peek();
    if (KEYWORDS.has(text)) throw this.unexpected();
    this.at += 1;
    const args: Filter[] = [];
    if (this.skipIf('(')) {
      do args.push(this.pipe());
      while (this.skipIf(';'));
      this.skip(')');
    }
    return this.call(text, args);
  }

  private call(name: string, args: readonly Filter[]): Filter {
    const full = `${name}/${args.length}`;
    if (this.scope.names.has(full)) return calling(name, args);
    const literals: Readonly<Record<string, Value>> = { null: null, true: true, false: false };
    if (args.length === 0 && Object.hasOwn(literals, name)) return parts.literal(literals[name] ?? null);
    const call = this.known(name, args.length);
    if (!call) throw new Unreadable(`${full} is not defined`);
    return call(args);
  }

  private condition(): Filter {
    const of = this.pipe();
    this.skip('then');
    const then = this.pipe();
    if (this.skipIf('elif')) return parts.condition(of, then, this.condition());
    const otherwise = this.skipIf('else') ? this.pipe() : parts.identity;
    this.skip('end');
    return parts.condition(of, then, otherwise);
  }

  private fold(
    make: (
      [init, update, extract]: readonly [Filter, Filter, Filter | undefined],
      source: Filter,
      pattern: Pattern,
    ) => Filter,
  ): Filter {
    const source = this.postfix();
    this.skip('as');
    const pattern = this.pattern();
    this.skip('(');
    const init = this.pipe();
    this.skip(';');
    const names = pattern.names.map((name) => `$${name}`);
    const update = this.knowing(names, () => this.pipe());
    const extract = this.skipIf(';') ? this.knowing(names, () => this.pipe()) : undefined;
    this.skip(')');
    return make([init, update, extract], source, pattern);
  }

  private pattern(): Pattern {
    if (this.peek().kind === 'variable') return { kind: 'name', names: [this.take().text] };
    if (this.skipIf('[')) {
      const items: Pattern[] = [];
      do items.push(this.pattern());
      while (this.skipIf(','));
      this.skip(']');
      return { kind: 'list', items, names: items.flatMap(({ names }) => names) };
    }
    this.skip('{');
    const members: { readonly key: Filter; readonly name?: string; readonly of?: Pattern }[] = [];
    do members.push(this.member());
    while (this.skipIf(','));
    this.skip('}');
    const names = members.flatMap(({ name, of }) => [
      ...(name === undefined ? [] : [name]),
      ...(of?.names ?? []),
    ]);
    return { kind: 'fields', members, names };
  }

  private member(): { readonly key: Filter; readonly name?: string; readonly of?: Pattern } {
    if (this.peek().kind === 'variable') {
      const name = this.variableName();
      return { key: parts.literal(name), name, ...(this.skipIf(':') ? { of: this.pattern() } : {}) };
    }
    const key = this.key();
    this.skip(':');
    return { key, of: this.pattern() };
  }

  private key(): Filter {
    const { kind, text } = this.peek();
    if (kind === 'text') return this.text('@text');
    if (kind === 'format') {
      this.at += 1;
      return this.text(text);
    }
    if (kind === 'name' || kind === 'number') return parts.literal(this.take().text);
    this.skip('(');
    const inner = this.pipe();
    this.skip(')');
    return inner;
  }

  private fields(): Filter {
    const members: (readonly [Filter, Filter])[] = [];
    while (!this.skipIf('}')) {
      if (members.length > 0) {
        this.skip(',');
        if (this.skipIf('}')) break;
      }
      members.push(this.entry());
    }
    return parts.fields(members);
  }

  private entry(): readonly [Filter, Filter] {
    if (this.peek().kind === 'variable') {
      const { text } = this.peek();
      return [parts.literal(text), this.variable()];
    }
    const key = this.key();
    if (!this.skipIf(':')) return [key, parts.index(parts.identity, key)];
    let value = this.alternative();
    while (this.skipIf('|')) value = parts.pipe(value, this.alternative());
    return [key, value];
  }
}
