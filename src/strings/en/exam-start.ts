// The start page of an exam: what it is, and how one sits it.
const plural = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${n} ${many}`);

export const examStart = {
  facts: {
    items: 'Questions',
    minutes: 'Time',
    passMark: 'To pass',
    minutesText: (n: number): string => `${n} minutes`,
    passText: (mark: number): string => `${mark} of 1,000`,
  },
  domains: 'What it asks about',
  share: (percent: number): string => `${percent} %`,
  rules: 'Before you begin',
  ruleTexts: {
    back: 'One question at a time. You may go back and change any answer until you submit.',
    allOrNothing: 'An unanswered question counts as wrong. A wrong one costs nothing more.',
    partial:
      'An unanswered question counts nothing. Where a question has several answers, each right one gains a part of its points and each wrong one loses as much. No question is worth less than nothing.',
    weight: (kind: string, times: number): string => `${kind}: each counts ${times} times as much.`,
    confidence:
      'With each answer you say how sure you are. Sure and right earns the most marks, sure and wrong costs the most. These marks are told beside the score.',
    kept: 'Each answer is kept on this machine at once. Close the page, and the sitting waits for you here.',
  },
  kinds: {
    single: 'Questions with one answer',
    multiple: 'Questions with several answers',
    ordering: 'Steps to put in order',
    matching: 'Things to match',
    'case-study': 'Case studies',
    predict: 'Decisions to predict',
    'hot-statement': 'Statements to find',
    'policy-fix': 'Policies to mend',
    'request-builder': 'Requests to put together',
    operate: 'Tasks in the terminal',
    'trace-order': 'Decisions to put in order',
  },
  fetching: 'Fetching the questions …',
  notFetched: 'The questions could not be fetched. They are needed to make a form.',
  again: 'Try again',
  mode: 'How you sit it',
  modes: {
    simulation: [
      'Timed simulation',
      'As in the test centre: by the clock, and nothing is shown before the end.',
    ],
    untimed: ['Untimed', 'The same form without a clock.'],
    practice: [
      'Practice',
      'The same form without a clock. You see what is right, and why, after each answer.',
    ],
    drill: ['One domain', 'Every question of one domain, with the reasons after each answer.'],
    missed: ['What you missed', 'The questions that you got wrong the last time you met them.'],
    weakest: ['Weakest tasks first', 'All questions, those of your weakest tasks first.'],
    marathon: ['Marathon', 'Every question there is.'],
  } as const,
  count: (n: number): string => plural(n, 'question', 'questions'),
  nothingMissed: 'Nothing missed so far.',
  scoringPast: 'Your earlier attempts are being scored …',
  more: 'More ways to practise',
  domain: 'Domain',
  clock: 'The clock',
  clocks: {
    strict: ['Strict clock', 'Runs from the start to its end, also while this page is closed.'],
    active: [
      'Active time',
      'Runs while this page is open. You can pause it; the question is hidden meanwhile.',
    ],
    break: [
      'With a break',
      'Runs like the strict one. It stands still in a break, and what you saw before the break can no longer be changed.',
    ],
  } as const,
  needs: 'More time, and other needs',
  extra: 'Time',
  extras: {
    none: 'As it is',
    'x1.25': 'A quarter more',
    'x1.5': 'Half as much again',
    x2: 'Twice as much',
    '+30': '30 minutes more',
    untimed: 'No limit',
  } as const,
  reading: 'Time to read, before the clock starts',
  readingMinutes: (n: number): string => (n === 0 ? 'None' : plural(n, 'minute', 'minutes')),
  hidden: 'Keep the clock out of sight until the last five minutes',
  youHave: (time: string): string => `You have ${time}.`,
  youRead: (time: string, reading: string): string => `You have ${reading} to read and ${time} to answer.`,
  noLimit: 'You have all the time you want.',
  paper: 'The form',
  papers: {
    new: 'A new one, with as little as possible that you have met',
    code: 'By its code',
    retake: 'One that you have sat, once more',
    sibling: 'A sibling of one that you have sat: the same tasks, drawn anew where they can be',
  } as const,
  code: 'Code of the form',
  codeHint: 'Sixteen characters, with or without dashes.',
  codeFaults: {
    character: (character: string): string => `No code has the character ${character}.`,
    length: (length: number, of: number): string =>
      length < of
        ? `${plural(of - length, 'character is', 'characters are')} missing: a code has ${of}.`
        : `${plural(length - of, 'character', 'characters')} too many: a code has ${of}.`,
    check: 'A character is mistaken. Compare it with the paper.',
    exam: (own: string): string => `This is a code of another exam: those of this one begin with ${own}.`,
  },
  earlier: 'Which one',
  earlierForm: (code: string, date: string): string => `${code}, sat on ${date}`,
  fromLink: (code: string): string => `The link that you followed names the form ${code}.`,
  cannot: 'This form cannot be made:',
  chosen: 'Your sitting',
  chosenClock: (clock: string, time: string): string => `${clock}, ${time}`,
  chosenNoClock: 'No clock',
  chosenReading: (time: string): string => `${time} to read before it`,
  chosenForm: {
    new: 'A new form',
    code: (code: string): string => (code === '' ? 'The form of a code' : `Form ${code}`),
    retake: 'A form once more',
    sibling: 'A sibling form',
  },
  start: 'Start',
  link: 'A link for others',
  linkText:
    'Whoever opens it sits this very form, with this clock. The form, and no answer, is in the link; nothing is sent.',
  makeLink: 'Make a link',
  copy: 'Copy the link',
  copied: 'The link is copied.',
  copyByHand: 'Copy it from the field.',
  linkLabel: 'Link to this form',
  toWorkshop: 'Leading a room? The workshop also has its clock and its results.',
  linkSits: (code: string): string => `Form ${code}. Start now, and you sit it too.`,
  version: (version: string, items: number): string => `Bank ${version}, ${plural(items, 'item', 'items')}`,
  minutesLong: (minutes: number): string => {
    const whole = Math.floor(minutes);
    const seconds = Math.round((minutes - whole) * 60);
    const hours = Math.floor(whole / 60);
    const parts = [
      ...(hours > 0 ? [plural(hours, 'hour', 'hours')] : []),
      ...(whole % 60 > 0 ? [plural(whole % 60, 'minute', 'minutes')] : []),
      ...(seconds > 0 ? [plural(seconds, 'second', 'seconds')] : []),
    ];
    return parts.join(' ');
  },
};
