// `--cli-error-format`: an error in another form than the usual one. It knows no wording of any error.
import type { ErrorFormat, Printed } from '../command.ts';
import { printed } from './printed.ts';

/** What every error says that has a code. */
const WITH_CODE =
  /^\naws: \[ERROR\]: An error occurred \(([^)]*)\)( when calling the \w+ operation)?: (.*)\n$/s;

/**
 * The error of a command in the form that was asked for; an error without a code has but one form.
 * @param query a JMESPath expression, asked of the error as it would be of an answer
 */
export async function inErrorFormat(ran: Printed, format: ErrorFormat, query?: string): Promise<Printed> {
  const [, Code, calling, Message = ''] = WITH_CODE.exec(ran.stderr) ?? [];
  if (Code === undefined || format === 'enhanced') return ran;
  if (format === 'legacy')
    return calling === undefined ? { ...ran, stderr: `\naws: [ERROR]: ${Message}\n` } : ran;
  const options = { output: format, ...(query === undefined ? {} : { query }) };
  const text = await printed({ Code, Message }, options, 'error');
  return 'stdout' in text ? { ...ran, stderr: text.stdout } : ran;
}
