// `aws s3 mb` and `rb`: buckets made and removed. Source: cli-source.
import { splitArguments } from '../arguments.ts';
import type { CliFault, Printed } from '../command.ts';
import { generalFault, parameterFault } from '../faults.ts';
import { isS3, parseS3 } from './paths.ts';
import { errorText, usageFault, type S3Place } from './place.ts';
import { rm } from './transfer.ts';

const PATH = [{ name: 'path', required: true }];

export function mb(args: readonly string[], { ask, caller }: S3Place): Printed | CliFault {
  const { values } = splitArguments([{ name: 'tags', takes: 'many' }], PATH, args);
  const path = values.get('path');
  if (typeof path !== 'string' || !isS3(path)) return usageFault('<S3Uri>');
  const { bucket } = parseS3(path);
  const place = caller.region === 'us-east-1' ? {} : { LocationConstraint: caller.region };
  const answer = ask('CreateBucket', {
    Bucket: bucket,
    ...(Object.keys(place).length === 0 ? {} : { CreateBucketConfiguration: place }),
  });
  return 'fault' in answer
    ? failed(`make_bucket failed: ${path} ${errorText('CreateBucket', answer.fault)}`)
    : { stdout: `make_bucket: ${bucket}\n`, stderr: '', exit: 0 };
}

export function rb(args: readonly string[], place: S3Place): Printed | CliFault {
  const { values } = splitArguments([{ name: 'force', takes: { flag: true } }], PATH, args);
  const path = values.get('path');
  if (typeof path !== 'string' || !isS3(path)) return usageFault('<S3Uri>');
  const { bucket, key } = parseS3(path);
  if (key !== '') return parameterFault(`Please specify a valid bucket name only. E.g. s3://${bucket}`);
  const emptied = values.has('force')
    ? rm([path, '--recursive'], place)
    : { stdout: '', stderr: '', exit: 0 };
  if ('message' in emptied) return emptied;
  if (emptied.exit !== 0) {
    const { message } = generalFault(
      'remove_bucket failed: Unable to delete all objects in the bucket, bucket will not be deleted.',
    );
    return { ...emptied, stderr: `${emptied.stderr}${message}\n`, exit: 255 };
  }
  const answer = place.ask('DeleteBucket', { Bucket: bucket });
  if (!('fault' in answer)) return { ...emptied, stdout: `${emptied.stdout}remove_bucket: ${bucket}\n` };
  const { stderr, exit } = failed(`remove_bucket failed: ${path} ${errorText('DeleteBucket', answer.fault)}`);
  return { ...emptied, stderr, exit };
}

function failed(message: string): Printed {
  return { stdout: '', stderr: `${message}\n`, exit: 1 };
}
