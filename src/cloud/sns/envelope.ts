// The JSON in which SNS wraps what it sends to a queue or a function. Whom it is sent to is not known here.
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { base64Of, utf8 } from '../bytes.ts';
import type { Named } from '../cloud.ts';
import { textOf, type Input } from '../operation.ts';

interface Sent {
  readonly id: string;
  readonly topic: string;
  readonly time: number;
}

export interface Notification extends Sent {
  readonly subject: string;
  readonly message: string;
  readonly attributes: Named<Input>;
  /** The ARN of the subscription. */
  readonly subscription: string;
}

export interface Confirmation extends Sent {
  readonly token: string;
}

const address = ({ topic }: Sent): string => `https://sns.${topic.split(':')[3] ?? ''}.amazonaws.com/`;

/** What arrives of a published message. Source: sns-fanout. */
export function notification(sent: Notification): string {
  const { id, topic, time, subject, message, attributes } = sent;
  const own = Object.entries(attributes).map(([name, value]) => [name, attributeOf(value)] as const);
  return written({
    Type: 'Notification',
    MessageId: id,
    TopicArn: topic,
    ...(subject === '' ? {} : { Subject: subject }),
    Message: message,
    Timestamp: new Date(time).toISOString(),
    SignatureVersion: '1',
    Signature: signature(`${id} ${message}`),
    SigningCertURL: certificate(sent),
    UnsubscribeURL: unsubscribing(sent),
    ...(own.length === 0 ? {} : { MessageAttributes: Object.fromEntries(own) }),
  });
}

/** The event of a function that a published message calls. Source: lambda-sns. */
export function functionEvent(sent: Notification): string {
  const { id, topic, time, subject, message, attributes, subscription } = sent;
  const own = Object.entries(attributes).map(([name, value]) => [name, attributeOf(value)] as const);
  const record = {
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    EventSubscriptionArn: subscription,
    Sns: {
      Type: 'Notification',
      MessageId: id,
      TopicArn: topic,
      Subject: subject === '' ? null : subject,
      Message: message,
      Timestamp: new Date(time).toISOString(),
      SignatureVersion: '1',
      Signature: signature(`${id} ${message}`),
      SigningCertUrl: certificate(sent),
      UnsubscribeUrl: unsubscribing(sent),
      MessageAttributes: Object.fromEntries(own),
    },
  };
  return JSON.stringify({ Records: [record] });
}

function unsubscribing(sent: Notification): string {
  return `${address(sent)}?Action=Unsubscribe&SubscriptionArn=${sent.subscription}`;
}

/** What arrives of a subscription that somebody else made. */
export function confirmation(sent: Confirmation): string {
  const { id, topic, time, token } = sent;
  return written({
    Type: 'SubscriptionConfirmation',
    MessageId: id,
    Token: token,
    TopicArn: topic,
    Message: `You have chosen to subscribe to the topic ${topic}.\nTo confirm the subscription, visit the SubscribeURL included in this message.`,
    SubscribeURL: `${address(sent)}?Action=ConfirmSubscription&TopicArn=${topic}&Token=${token}`,
    Timestamp: new Date(time).toISOString(),
    SignatureVersion: '1',
    Signature: signature(`${id} ${token}`),
    SigningCertURL: certificate(sent),
  });
}

function attributeOf(value: Input): object {
  const Type = textOf(value, 'DataType');
  return { Type, Value: textOf(value, Type.startsWith('Binary') ? 'BinaryValue' : 'StringValue') };
}

/** JSON as SNS writes it: two spaces, and one before each colon. */
function written(members: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(members).map(
    ([name, value]) => `  ${JSON.stringify(name)} : ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}`;
}

/** Looks like a signature of 256 bytes and follows from what is signed; nobody can check it. */
function signature(text: string): string {
  return base64Of(concatBytes(...Array.from({ length: 8 }, (_, i) => sha256(utf8(`${i} ${text}`)))));
}

function certificate(sent: Sent): string {
  return `${address(sent)}SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem`;
}
