// Tags of objects.
import type { Context } from '#evaluator';
import { fault, isRefused, type Refused } from '../fault.ts';
import {
  isStructure,
  textOf,
  structuresOf,
  type Input,
  type Operation,
  type Site,
  type Done,
} from '../operation.ts';
import { tagList, tagsIn, type Tags } from '../tags.ts';
import { lookup, type Cloud } from '../cloud.ts';
import { withBucket, type FoundBucket } from './bucket.ts';
import { bucketIn } from './door.ts';
import { existingKeys } from './get-object.ts';
import { objectArn, versionIn } from './objects.ts';
import { objectTagFault, requestObjectTags } from './put-object.ts';
import type { ObjectVersion } from './state.ts';

/** The tags in `Tagging`, a structure with a `TagSet`. */
export function taggingIn(input: Input): Tags {
  const tagging = input['Tagging'];
  return isStructure(tagging) ? tagsIn(tagging, 'TagSet') : {};
}

/** The same key twice is no set of tags. */
export function repeated(input: Input): Refused | undefined {
  const tagging = input['Tagging'];
  const keys = (isStructure(tagging) ? structuresOf(tagging, 'TagSet') : []).map((tag) => textOf(tag, 'Key'));
  return new Set(keys).size < keys.length
    ? fault('InvalidTag', 'Cannot provide multiple Tags with the same key')
    : undefined;
}

function withTagsOf(cloud: Cloud, found: FoundBucket, key: string, of: ObjectVersion, tags: Tags): Cloud {
  const { bucket } = found;
  const versions = (lookup(bucket.objects, key) ?? []).map((one) => (one === of ? { ...one, tags } : one));
  return withBucket(cloud, found, { ...bucket, objects: { ...bucket.objects, [key]: versions } });
}

type Work = (site: Site, input: Input, found: FoundBucket, version: ObjectVersion) => Done;

/** Source: s3-actions. */
function onTags(verb: string, work: Work, keys: (input: Input) => Context = () => ({})): Operation {
  return {
    name: `s3:${verb}ObjectTagging`,
    anonymous: true,
    needs: (site, input) => {
      const found = bucketIn(site, input);
      if (isRefused(found)) return found;
      const [key, id] = [textOf(input, 'Key'), textOf(input, 'VersionId')];
      const version = versionIn(found.bucket, key, id);
      return [
        {
          action: `s3:${verb}Object${id === '' ? '' : 'Version'}Tagging`,
          on: objectArn(found.name, key),
          context: { ...existingKeys(version, id), ...keys(input) },
        },
      ];
    },
    run: (site, input) => {
      const found = bucketIn(site, input);
      if (isRefused(found)) return found;
      const version = versionIn(found.bucket, textOf(input, 'Key'), textOf(input, 'VersionId'));
      return isRefused(version) ? version : work(site, input, found, version);
    },
  };
}

function versionId({ bucket }: FoundBucket, { id = 'null' }: ObjectVersion): { readonly VersionId?: string } {
  return bucket.versioning === undefined ? {} : { VersionId: id };
}

export const OBJECT_TAGGING: readonly Operation[] = [
  onTags('Get', ({ cloud }, _, found, version) => ({
    cloud,
    reply: { ...versionId(found, version), TagSet: tagList(version.tags ?? {}) },
  })),
  onTags(
    'Put',
    ({ cloud }, input, found, version) => {
      const tags = taggingIn(input);
      const wrong = repeated(input) ?? objectTagFault(tags);
      if (wrong) return wrong;
      return {
        cloud: withTagsOf(cloud, found, textOf(input, 'Key'), version, tags),
        reply: versionId(found, version),
      };
    },
    (input) => requestObjectTags(taggingIn(input)),
  ),
  onTags('Delete', ({ cloud }, input, found, version) => ({
    cloud: withTagsOf(cloud, found, textOf(input, 'Key'), version, {}),
    reply: versionId(found, version),
  })),
];
