// The content, read once for all pages of a build.
import { loadContent } from '#course/load';
import { tagsOf, type Content, type Lesson, type Scenario, type TerminalLab } from '#course';

let read: Content | undefined;

export function content(): Content {
  read ??= loadContent('.').content;
  return read;
}

/** The lessons of a module in their order. */
export function lessonsOf(module: string): readonly Lesson[] {
  return [...content().lessons.values()]
    .filter((lesson) => lesson.module === module)
    .toSorted((a, b) => a.order - b.order);
}

/** Scenarios with a lab in the order in which the lessons come to them; those that no lesson names stand last. */
export function labsInOrder(): readonly Scenario[] {
  const { modules, scenarios } = content();
  const named = modules
    .flatMap(({ slug }) => lessonsOf(slug))
    .flatMap(({ body }) => [...body.matchAll(/<Lab scenario="([^"]+)"/g)].map((match) => match[1] ?? ''));
  const ids = new Set([...named, ...scenarios.keys()]);
  return [...ids].flatMap((id) => scenarios.get(id) ?? []).filter((scenario) => scenario.lab);
}

/** Labs in the terminal in their order. */
export function terminalLabs(): readonly TerminalLab[] {
  return [...content().labs.values()].toSorted((a, b) => a.order - b.order);
}

/** What the lessons give to a widget where they show it, in their order. */
export function givenTo(tool: string): readonly ReadonlyMap<string, string>[] {
  return lessonsWith(tool)
    .flatMap(({ body }) => tagsOf(body))
    .filter(({ name, given }) => name === 'Widget' && given.get('name') === tool)
    .map(({ given }) => given);
}

/** The lessons that show a widget, in the order of the modules. */
export function lessonsWith(tool: string): readonly Lesson[] {
  return content()
    .modules.flatMap(({ slug }) => lessonsOf(slug))
    .filter(({ body }) =>
      tagsOf(body).some(({ name, given }) => name === 'Widget' && given.get('name') === tool),
    );
}
