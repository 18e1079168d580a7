// SNS calls functions as its service principal, in the name of a topic: the function's policy decides. What a function does
// with its event is not known here. Source: sns-fanout, lambda-sns.
import { base64Of, utf8 } from '../bytes.ts';
import type { Cloud } from '../cloud.ts';
import { textOf, type Input, type Reply } from '../operation.ts';
import { messageAttributesOf } from '../sqs/enqueue.ts';
import { mayCall } from './deliver.ts';
import { functionEvent } from './envelope.ts';
import { isWanted } from './filter.ts';
import { bodyFor } from './publish.ts';
import { subscriptionsTo, topicAt } from './topic.ts';

export interface CalledFunction {
  readonly arn: string;
  readonly region: string;
  /** Base64 of its event. */
  readonly payload: string;
}

/** The functions that a message calls that was published just now. */
export function functionsCalled(cloud: Cloud, input: Input, reply: Reply): readonly CalledFunction[] {
  const topic = topicAt(cloud, textOf(input, 'TopicArn') || textOf(input, 'TargetArn'));
  if (!topic) return [];
  const message = bodyFor(input, 'lambda') ?? '';
  const attributes = messageAttributesOf(input);
  const called = subscriptionsTo(topic.owner, topic.arn).filter(
    ([, { protocol, endpoint, token, attributes: own }]) =>
      protocol === 'lambda' &&
      token === undefined &&
      isWanted(own, message, attributes) &&
      mayCall(cloud, topic, { action: 'lambda:InvokeFunction', on: endpoint }),
  );
  return called.map(([subscription, { endpoint }]) => {
    const event = functionEvent({
      ...{ id: textOf(reply, 'MessageId'), topic: topic.arn, time: cloud.time, subscription },
      ...{ subject: textOf(input, 'Subject'), message, attributes },
    });
    return { arn: endpoint, region: endpoint.split(':')[3] ?? '', payload: base64Of(utf8(event)) };
  });
}
