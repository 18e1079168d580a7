// Deleting objects, one or many. Deleting what is not there succeeds.
import type { BareRequest } from '../authorize.ts';
import { partOf } from '../authorize.ts';
import { fault, isRefused } from '../fault.ts';
import { flagOf, isStructure, structuresOf, textOf, type Operation, type Reply } from '../operation.ts';
import { refusalText } from '../refusal.ts';
import { findBucket } from './bucket.ts';
import { bucketIn } from './door.ts';
import { objectArn, withoutVersion } from './objects.ts';

/** A version has an action of its own. Source: s3-actions. */
function pair(bucket: string, key: string, version: string): BareRequest {
  return {
    action: version === '' ? 's3:DeleteObject' : 's3:DeleteObjectVersion',
    on: objectArn(bucket, key),
    context: version === '' ? {} : { 's3:VersionId': version },
  };
}

const deleteObject: Operation = {
  name: 's3:DeleteObject',
  anonymous: true,
  needs: (site, input) => {
    const found = bucketIn(site, input);
    return isRefused(found) ? found : [pair(found.name, textOf(input, 'Key'), textOf(input, 'VersionId'))];
  },
  run: (site, input) => {
    const found = bucketIn(site, input);
    if (isRefused(found)) return found;
    return withoutVersion(site.cloud, found, textOf(input, 'Key'), textOf(input, 'VersionId'));
  },
};

const MOST = 1000;
const MALFORMED = fault(
  'MalformedXML',
  'The XML you provided was not well-formed or did not validate against our published schema',
);

/** Each key is decided for itself, and those that are refused are in the answer. Source: api-s3. */
const deleteObjects: Operation = {
  name: 's3:DeleteObjects',
  anonymous: true,
  needs: (site, input) => {
    const found = bucketIn(site, input);
    return isRefused(found) ? found : [];
  },
  run: (site, input) => {
    const found = bucketIn(site, input);
    if (isRefused(found)) return found;
    const wanted = isStructure(input['Delete']) ? input['Delete'] : {};
    const objects = structuresOf(wanted, 'Objects');
    if (objects.length === 0 || objects.length > MOST) return MALFORMED;
    let { cloud } = site;
    const deleted: Reply[] = [];
    const errors: Reply[] = [];
    for (const one of objects) {
      const [Key, VersionId] = [textOf(one, 'Key'), textOf(one, 'VersionId')];
      const named = { Key, ...(VersionId === '' ? {} : { VersionId }) };
      const { verdict } = partOf(site.cloud, site.session, pair(found.name, Key, VersionId));
      const now = findBucket(cloud, found.name);
      if (verdict.decision !== 'allowed' || !now) {
        const { code, message } = refusalText('s3:DeleteObjects', verdict);
        errors.push({ ...named, Code: code, Message: message });
        continue;
      }
      const done = withoutVersion(cloud, now, Key, VersionId);
      cloud = done.cloud;
      const { DeleteMarker, VersionId: id } = done.reply;
      deleted.push({
        ...named,
        ...(DeleteMarker === true ? { DeleteMarker, DeleteMarkerVersionId: id } : {}),
      });
    }
    const quiet = flagOf(wanted, 'Quiet') === true;
    return {
      cloud,
      reply: {
        ...(deleted.length > 0 && !quiet ? { Deleted: deleted } : {}),
        ...(errors.length > 0 ? { Errors: errors } : {}),
      },
    };
  },
};

export const DELETE_OBJECTS: readonly Operation[] = [deleteObject, deleteObjects];
