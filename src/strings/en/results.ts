const one = (n: number, singular: string, plural: string): string => `${n} ${n === 1 ? singular : plural}`;
const percent = (share: number): string => `${Math.floor(share * 100 + 1e-9)} percent`;
const number = (value: number): string => String(Math.round(value * 100) / 100);

export const results = {
  scaled: (score: number): string => `${score} of 1,000`,
  estimate: 'A practice estimate',
  passed: (mark: number): string => `Passed: this exam asks for ${mark}.`,
  failed: (mark: number): string => `Not passed yet: this exam asks for ${mark}.`,
  raw: (raw: number, max: number, cut: number): string =>
    `${number(raw)} of ${one(max, 'point', 'points')}. The cut of this form is ${number(cut)}.`,
  scoreLine: (scaled: number, raw: number, max: number): string =>
    `${scaled} of 1,000, ${number(raw)} of ${one(max, 'point', 'points')}`,
  scaleLabel: (score: number, mark: number): string =>
    `On the scale from 100 to 1,000 you are at ${score}, and the pass mark is at ${mark}.`,
  noScore: 'This exam shows no score.',
  methodTitle: 'How this number comes about',
  method: (cut: number, max: number, mark: number): readonly string[] => [
    'For every question somebody estimated how many of a hundred candidates who just qualify would get it right. This is the method that William Angoff described.',
    `The sum of these estimates over your scored questions is the cut: ${number(cut)} of ${max} points. A form of harder questions has a lower cut, so two forms ask the same of you.`,
    `Two straight lines lead from points to the scale: from no points at 100 to the cut at ${mark}, and from there to all points at 1,000.`,
    'AWS tells this method, and not its formula. Our estimates are our own and have not been measured on candidates yet. Take the number as a sign, not as a forecast.',
  ],
  honest: 'Practice on our own questions. AWS scores its exams by a method of its own.',
  formCode: (code: string): string => `Form ${code}`,
  modes: {
    simulation: 'Simulation',
    untimed: 'Untimed',
    practice: 'Practice',
    drill: 'One domain',
    missed: 'What was missed',
    weakest: 'Weakest tasks first',
    marathon: 'Marathon',
    retake: 'The same form again',
    sibling: 'A sibling form',
  },
  took: (time: string): string => `took ${time}`,
  clockMoved: (times: number, most: string): string =>
    `The clock of this machine was set during the sitting ${times === 1 ? 'once' : `${times} times`}, by up to ${most}. Nothing was lost, and no time was won or taken.`,
  expired: 'Time ran out. The sitting was closed with the answers that stood then.',
  broken:
    'The record of this sitting was changed or is not whole. What stands before that place counts, and what was done knowing of it.',
  other:
    'The questions of this exam have changed since you sat it. It is scored by the questions of today as far as they are the same.',
  missing: (n: number): string =>
    `${one(n, 'question is', 'questions are')} not in the exam any more. ${n === 1 ? 'It is' : 'They are'} left out here.`,
  parts: 'By domain and task',
  partsNote:
    'The bar is your share of the points, the line through it where that share may lie with many more questions like these, with 95 in a hundred. Few questions make a long line.',
  part: 'Domain or task',
  points: 'Points',
  share: 'Share',
  weight: (weight: number): string => `${number(weight)} percent of the exam`,
  pointsOf: (points: number, max: number): string => `${number(points)} of ${max}`,
  shareText: (share: number, low: number, high: number): string =>
    `${percent(share)}, likely ${Math.round(low * 100)} to ${Math.round(high * 100)}`,
  meets: 'Meets',
  needs: 'Needs improvement',
  sureTitle: 'How sure you were',
  confidenceMarks: (marks: number, max: number): string =>
    `${marks} of ${max} marks for being right and knowing it. A guess gives 1 or 0, fairly sure 2 or −2, certain 3 or −6.`,
  quadrants: {
    'sure-wrong': 'Sure and wrong',
    'unsure-right': 'Unsure and right',
    'unsure-wrong': 'Unsure and wrong',
    'sure-right': 'Sure and right',
  },
  quadrantNotes: {
    'sure-wrong': 'Look at these first: you believe something that is not so.',
    'unsure-right': 'You know more than you think, or you were lucky.',
    'unsure-wrong': 'You knew that you did not know.',
    'sure-right': 'This is yours.',
  },
  confidence: { 1: 'you guessed', 2: 'you were fairly sure', 3: 'you were sure' } as Readonly<
    Record<number, string>
  >,
  changesTitle: 'Changed answers',
  changesNote: 'An answer counts once it stood for three seconds or you left the question with it.',
  changing: 'Your earlier answers are being tried …',
  changes: (better: number, worse: number, rest: number): string =>
    `From wrong to right: ${better}. From right to wrong: ${worse}. Neither: ${rest}.`,
  changeWords: { right: 'right', wrong: 'wrong' },
  changeArrow: ' → ',
  changeOf: (n: number): string => `Question ${n}`,
  timeTitle: 'Time for each question',
  timeNote: (share: string): string => `The mark is an even share of the time: ${share}.`,
  timeQuestion: 'Question',
  timeSpent: 'In view',
  timeLink: (n: number): string => `Question ${n}`,
  all: 'Every question',
  filter: 'Show',
  filters: { all: 'All', wrong: 'Wrong', flagged: 'Flagged', sure: 'Sure', changed: 'Changed' },
  domain: 'Domain',
  everyDomain: 'every domain',
  shown: (n: number, total: number): string => `${n} of ${total} questions shown.`,
  none: 'No question is like that.',
  unscored: 'not scored',
  unscoredNote: (n: number): string =>
    `${one(n, 'question', 'questions')} on this form did not count. Only now you can tell which.`,
  yourAnswer: 'Your answer',
  theKey: 'The key',
  noAnswer: 'none',
  yourNote: 'Your note',
  sources: 'Sources',
  readOn: (date: string): string => `read on ${date}`,
  lessons: 'Show me the lesson:',
  openInSandbox: 'Open in the sandbox',
  trySibling: 'Try a sibling',
  noSibling: 'The exam of today has no sibling of this question.',
  noArrival: 'The questions did not arrive. Try again.',
  siblingTitle: 'A sibling of this question',
  siblingNote: 'The same idea with other names and another twist. It is not kept and not counted.',
  answer: 'Answer',
  another: 'Another sibling',
  put: 'Put it away',
  saveTitle: 'Save and print',
  saveNote: 'The file has your answers and points. It goes nowhere by itself: hand it on if you like.',
  name: 'Your name, if you hand it on',
  saveFile: 'Save the result to a file',
  saveCsv: 'Save a table (CSV)',
  print: 'Print this page',
  printPaper: 'Print the paper, the answer sheet or the key',
};
