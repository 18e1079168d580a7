// What a terminal needs once it is open: the shell, the account, the grader. It is fetched when somebody opens one.
import { complete, type Completion, type Session } from '#terminal';

export { gradeSession, openTerminalLab } from '#course/terminal';

export async function completed(session: Session, text: string, caret: number): Promise<Completion> {
  return complete(text, caret, await session.known());
}
