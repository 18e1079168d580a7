import { describe, expect, it } from 'vitest';
import { machine, NOW, type Asked } from '../test/machine.ts';
import type { Answer } from '../simulation.ts';

const KEYS = { '.aws/credentials': '[default]\naws_access_key_id = A\naws_secret_access_key = s\n' };

/** Five groups, two on a page unless the caller says otherwise. */
function groups({ input = {} }: Asked): Answer {
  const from = Number(input['Marker'] ?? 0);
  const to = from + Number(input['MaxItems'] ?? 2);
  const all = [1, 2, 3, 4, 5].map((number) => ({
    Path: '/',
    GroupName: `g${number}`,
    GroupId: 'AGPA',
    Arn: 'arn',
    CreateDate: NOW,
  }));
  const more = to < all.length;
  return {
    reply: {
      Groups: all.slice(from, to),
      IsTruncated: more,
      ...(more ? { Marker: String(to) } : {}),
    },
  };
}

const NAMES = '--query Groups[].GroupName --output text';

describe('[pages-are-put-together] an answer in pages', () => {
  it('is one answer with all results and nothing of the paging', async () => {
    const at = machine(KEYS, groups);
    const { stdout } = await at.aws('iam list-groups');
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['Groups']);
    expect(at.asked.map(({ input }) => input?.['Marker'])).toEqual([undefined, '2', '4']);
  });

  it('is one page as it came with --no-paginate', async () => {
    const { stdout } = await machine(KEYS, groups).aws('iam list-groups --no-paginate');
    expect(JSON.parse(stdout)).toMatchObject({ IsTruncated: true, Marker: '2', Groups: [{}, {}] });
  });

  it('asks for pages of the wanted size', async () => {
    const at = machine(KEYS, groups);
    await at.aws('iam list-groups --page-size 4');
    expect(at.asked.map(({ input }) => input?.['MaxItems'])).toEqual([4, 4]);
  });

  it.each([1, 2, 3])(
    'goes on where --max-items cut it, until there is no more: %i at a time',
    async (items) => {
      const seen: string[] = [];
      let token = '';
      for (let round = 0; round < 9; round += 1) {
        const line = `iam list-groups --max-items ${items} --page-size 3${token === '' ? '' : ` --starting-token ${token}`}`;
        const { stdout } = await machine(KEYS, groups).aws(line);
        const answer = JSON.parse(stdout) as { Groups: { GroupName: string }[]; NextToken?: string };
        seen.push(...answer.Groups.map(({ GroupName }) => GroupName));
        if (answer.NextToken === undefined) break;
        token = answer.NextToken;
      }
      expect(seen).toEqual(['g1', 'g2', 'g3', 'g4', 'g5']);
    },
  );

  it('gives the token that the command line gives', async () => {
    const { stdout } = await machine(KEYS, groups).aws('iam list-groups --max-items 1');
    const { NextToken } = JSON.parse(stdout) as { NextToken: string };
    expect(atob(NextToken)).toBe('{"Marker": null, "boto_truncate_amount": 1}');
  });

  it('ends text that was cut with where it goes on, of which no query is asked', async () => {
    const cut = 'iam list-groups --output text --max-items 1';
    expect((await machine(KEYS, groups).aws(cut)).stdout).toMatch(/^GROUPS\t.*\nNEXTTOKEN\teyJ[\w=]+\n$/);
    const { stdout } = await machine(KEYS, groups).aws(`${cut} --query Groups[].GroupName`);
    expect(stdout).toMatch(/^g1\nNEXTTOKEN\teyJ[\w=]+\n$/);
  });

  it('is cut in a stream of pages as well', async () => {
    const { stdout } = await machine(KEYS, groups).aws(
      'iam list-groups --max-items 3 --output yaml-stream --query Groups[].GroupName',
    );
    expect(stdout).toBe('- - g1\n  - g2\n- - g3\n');
  });

  it('fails where a page fails', async () => {
    const answer = (asked: Asked): Answer =>
      asked.input?.['Marker'] === undefined
        ? groups(asked)
        : { fault: { code: 'Throttling', message: 'slow' } };
    expect(await machine(KEYS, answer).aws(`iam list-groups ${NAMES}`)).toEqual({
      stdout: '',
      stderr: '\naws: [ERROR]: An error occurred (Throttling) when calling the ListGroups operation: slow\n',
      exit: 254,
    });
  });
});

describe('[wait-moves-the-clock] aws … wait', () => {
  const absent: Answer = { fault: { code: 'NoSuchEntity', message: 'gone' } };
  const there: Answer = {
    reply: { User: { Path: '/', UserName: 'm', UserId: 'A', Arn: 'a', CreateDate: NOW } },
  };
  const WAIT = 'iam wait user-exists --user-name m';

  it('asks again after the delay of the waiter until it is so', async () => {
    const at = machine(KEYS, (_, clock) => (clock.now < NOW + 3000 ? absent : there));
    expect(await at.aws(WAIT)).toEqual({ stdout: '', stderr: '', exit: 0 });
    expect(at.clock.now).toBe(NOW + 3000);
    expect(at.asked).toHaveLength(4);
  });

  it('gives up after as many times as the waiter has', async () => {
    const at = machine(KEYS, () => absent);
    expect(await at.aws(WAIT)).toEqual({
      stdout: '',
      stderr:
        '\naws: [ERROR]: Waiter UserExists failed: Max attempts exceeded. Previously accepted state: Matched expected service error code: NoSuchEntity\n',
      exit: 255,
    });
    expect(at.asked).toHaveLength(20);
  });

  it('stops at an error that it does not wait for', async () => {
    const at = machine(KEYS, () => ({ fault: { code: 'AccessDenied', message: 'no' } }));
    expect(await at.aws(WAIT)).toMatchObject({
      stderr: '\naws: [ERROR]: Waiter UserExists failed: An error occurred (AccessDenied): no\n',
      exit: 255,
    });
  });

  it('stops at a state that is the end', async () => {
    const at = machine(KEYS, () => ({
      reply: { Configuration: { State: 'Failed', LastUpdateStatus: 'Failed' } },
    }));
    const ran = await at.aws('lambda wait function-active-v2 --function-name f --region eu-west-1');
    expect(ran.stderr).toBe(
      '\naws: [ERROR]: Waiter FunctionActiveV2 failed: Waiter encountered a terminal failure state: For expression "Configuration.State" we matched expected path: "Failed"\n',
    );
  });
});

describe('[answers-go-where-they-belong] an answer', () => {
  it('with a content goes into the file, and the rest is printed', async () => {
    const at = machine(KEYS, () => ({
      reply: { StatusCode: 200, Payload: btoa('{"a":1}'), ExecutedVersion: '$LATEST' },
    }));
    const ran = await at.aws('lambda invoke --function-name f --region eu-west-1 out.json');
    expect(at.files.get('out.json')).toBe('{"a":1}');
    expect(JSON.parse(ran.stdout)).toEqual({ StatusCode: 200, ExecutedVersion: '$LATEST' });
  });

  it('from another address never comes', async () => {
    expect(await machine(KEYS).aws('iam list-users --endpoint-url http://localhost:4566')).toMatchObject({
      stderr: '\naws: [ERROR]: Could not connect to the endpoint URL: "http://localhost:4566/"\n',
      exit: 255,
    });
  });

  it('is told step by step with --debug', async () => {
    const { stderr } = await machine(KEYS).aws('sts get-caller-identity --debug');
    expect(stderr).toMatch(/^2026-11-23 09:00:00,000 - MainThread - .* - DEBUG - Arguments entered to CLI: /);
    expect(stderr).toContain('Calling sts:GetCallerIdentity');
  });

  it('of a command that is real and not here is that it is not', async () => {
    expect(await machine(KEYS).aws('login')).toMatchObject({
      stderr: '\naws: [ERROR]: aws login is a real command, but it is not simulated here\n',
      exit: 255,
    });
  });
});
