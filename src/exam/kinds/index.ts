// Every kind of question by its name.
import type { Answer, KindName, Question } from '../question.ts';
import { choice, type Kind } from './kind.ts';

export const KINDS: Readonly<Record<KindName, Kind<Question, Answer>>> = { single: choice, multiple: choice };
