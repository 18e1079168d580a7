// A process that answers one message with one reply. It knows no message.
import { fork, type ChildProcess } from 'node:child_process';

export class Child<Message extends object> {
  private readonly process: ChildProcess;

  constructor(module: string, ...args: readonly string[]) {
    this.process = fork(module, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  /** One question at a time: the next reply answers it. */
  ask(message: Message): Promise<unknown> {
    return new Promise((answer, fail) => {
      const ended = (): void => {
        fail(new Error('its process ended'));
      };
      this.process.once('exit', ended);
      this.process.once('message', (reply) => {
        this.process.off('exit', ended);
        answer(reply);
      });
      this.process.send(message);
    });
  }

  close(): void {
    this.process.kill();
  }
}
