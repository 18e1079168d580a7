// What a question may get wrong in itself: ids that stand twice or are not there, rules and operations that do not exist.
import { isRuleId } from '#evaluator';
import {
  checkActs,
  checkExpectation,
  checkIds,
  checkWish,
  type Path,
  type Report,
} from './check-expectation.ts';
import type { AuthoredQuestion, Content } from './content.ts';
import { factNamesOf } from './pages.ts';
import type { Spec } from './worlds/index.ts';

export function checkFacts(question: AuthoredQuestion, content: Content, report: Report): void {
  for (const { fact, path } of factNamesOf(question))
    if (!content.facts.has(fact)) report(path, `there is no fact \`${fact}\``);
}

export function checkQuestion(spec: Spec, report: Report): void {
  checkIds(spec.claims, ['claims'], report);
  spec.claims.forEach((claim, i) => {
    checkExpectation(claim.expects, ['claims', i, 'expects'], report);
  });
  checkPictures(spec, report);
  switch (spec.kind) {
    case 'single':
    case 'multiple':
      checkOptions(spec, report);
      return;
    case 'ordering':
      checkSteps(spec, report);
      spec.steps.forEach(({ does = [] }, i) => {
        checkActs(does, ['steps', i, 'does'], report);
      });
      return;
    case 'trace-order':
      checkSteps(spec, report);
      checkWish(spec.request, ['request'], report);
      spec.steps.forEach(({ rule }, i) => {
        if (!isRuleId(rule)) report(['steps', i, 'rule'], `there is no rule \`${rule}\``);
      });
      return;
    case 'matching':
      checkMatching(spec, report);
      return;
    case 'predict':
    case 'hot-statement':
      checkWish(spec.request, ['request'], report);
      return;
    case 'request-builder':
      checkRule(spec.outcome.because, ['outcome', 'because'], report);
      return;
    case 'policy-fix':
      if (spec.claims.length === 0) report(['claims'], 'a policy to be mended needs claims');
      return;
    case 'operate':
      checkIds(spec.checks, ['checks'], report);
      spec.lazy.forEach(({ fails }, i) => {
        fails.forEach((id, j) => {
          if (!spec.checks.some((check) => check.id === id))
            report(['lazy', i, 'fails', j], `there is no check \`${id}\``);
        });
      });
      return;
    case 'case-study':
      checkIds(spec.parts, ['parts'], report);
      spec.parts.forEach((part, i) => {
        checkQuestion(part, (path, message, inText) => {
          report(['parts', i, ...path], message, inText);
        });
      });
  }
}

function checkRule(rule: string, path: Path, report: Report): void {
  if (!isRuleId(rule)) report(path, `there is no rule \`${rule}\``);
}

function checkPictures({ exhibits }: Spec, report: Report): void {
  exhibits.forEach((exhibit, i) => {
    if (exhibit.shows !== 'picture') return;
    checkIds(exhibit.boxes, ['exhibits', i, 'boxes'], report);
    exhibit.arrows.forEach((arrow, j) => {
      for (const end of ['from', 'to'] as const)
        if (!exhibit.boxes.some(({ id }) => id === arrow[end]))
          report(['exhibits', i, 'arrows', j, end], `there is no box \`${arrow[end]}\``);
    });
  });
}

function checkSteps({ steps, key }: Spec & { kind: 'ordering' | 'trace-order' }, report: Report): void {
  checkIds(steps, ['steps'], report);
  if (
    steps
      .map(({ id }) => id)
      .toSorted()
      .join() !== [...key].toSorted().join()
  )
    report(['key'], 'the key has not each step once');
}

function checkMatching({ prompts, responses, key }: Spec & { kind: 'matching' }, report: Report): void {
  checkIds(prompts, ['prompts'], report);
  checkIds(responses, ['responses'], report);
  prompts.forEach(({ id, asks }, i) => {
    if (asks) checkWish(asks, ['prompts', i, 'asks'], report);
    if (key[id] === undefined) report(['key'], `the key says nothing of \`${id}\``);
  });
  responses.forEach(({ outcome }, i) => {
    if (outcome) checkRule(outcome.because, ['responses', i, 'outcome', 'because'], report);
  });
  for (const [prompt, response] of Object.entries(key)) {
    if (!prompts.some(({ id }) => id === prompt)) report(['key', prompt], `there is no prompt \`${prompt}\``);
    if (!responses.some(({ id }) => id === response))
      report(['key', prompt], `there is no response \`${response}\``);
  }
}

function checkOptions(
  { options, key, choose = 1 }: Spec & { kind: 'single' | 'multiple' },
  report: Report,
): void {
  checkIds(options, ['options'], report);
  key.forEach((id, i) => {
    if (!options.some((option) => option.id === id)) report(['key', i], `there is no option \`${id}\``);
  });
  if (key.length !== choose)
    report(['key'], `the key has ${key.length} options, the question asks for ${choose}`);
  options.forEach((option, i) => {
    const path: Path = ['options', i];
    checkActs(option.does ?? [], [...path, 'does'], report);
    option.says?.forEach((said, j) => {
      checkExpectation(said, [...path, 'says', j], report);
    });
    option.right?.shows.forEach((shown, j) => {
      checkExpectation(shown, [...path, 'right', 'shows', j], report);
    });
    option.wrong?.fails.shows?.forEach((shown, j) => {
      checkExpectation(shown, [...path, 'wrong', 'fails', 'shows', j], report);
    });
  });
}
