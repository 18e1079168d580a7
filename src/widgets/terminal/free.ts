// The terminal without a task.
import type { TerminalLab } from '#course';
import { terminal as words } from '#strings';

export const FREE: TerminalLab = {
  id: 'terminal',
  file: '',
  title: words.title,
  about: words.standfirst,
  order: 0,
  goal: words.free,
  profiles: ['default', 'partner', 'management', 'root'],
  setup: '',
  files: {},
  claims: [],
  hints: [],
  solution: '',
  lazy: [],
  sources: [],
};
