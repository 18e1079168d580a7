export const home = {
  title: 'AWS identity and access, to be tried by hand',
  description: 'A course and exam engine for AWS identity and access management that works offline.',
  headline: 'Know who may do what. And why.',
  standfirst:
    'AWS identity and access, learned on the rules of the real thing: change a policy, watch the decision turn, read its reasons. Everything stays on this machine.',
  start: 'Start with a question',
  map: 'See the whole course',
  counts: (lessons: number, labs: number, questions: number): string =>
    `${lessons} lessons · ${labs} labs · ${questions} proven questions · works offline, no account`,
  modulesTitle: 'The course',
  continueLesson: (title: string): string => `Continue “${title}”`,
  continueExam: (title: string): string => `Continue the exam “${title}”`,
  place: (heading: string): string => `You were at “${heading}”.`,
  coming: 'coming',
  lessons: (n: number): string => (n === 1 ? '1 lesson' : `${n} lessons`),
  done: (done: number, of: number): string => `${done} of ${of} done`,
};
