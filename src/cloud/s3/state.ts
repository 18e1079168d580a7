// Buckets and what is in them. Tags of a bucket are with it: they are no tags for permissions.
import type { DocumentText, Named, Pins } from '../cloud.ts';

export interface Bucket {
  readonly created: number;
  /** Where it is; in its account's own region when absent. */
  readonly region?: string;
  /** By key, the newest version first. */
  readonly objects: Named<readonly ObjectVersion[]>;
  readonly policy?: DocumentText;
  readonly pins?: Pins;
  readonly publicAccess?: PublicAccess;
  readonly versioning?: 'Enabled' | 'Suspended';
  readonly ownership?: string;
  readonly encryption?: Encryption;
  readonly tags?: Named<string>;
}

export interface PublicAccess {
  readonly BlockPublicAcls: boolean;
  readonly IgnorePublicAcls: boolean;
  readonly BlockPublicPolicy: boolean;
  readonly RestrictPublicBuckets: boolean;
}

/** How objects are encrypted: with keys of S3, or with a key of KMS. */
export interface Encryption {
  readonly algorithm: string;
  /** As somebody named it; the key that AWS manages for S3 when absent. */
  readonly key?: string;
  readonly bucketKey?: boolean;
}

export interface ObjectVersion {
  /** Absent for the version `null`. */
  readonly id?: string;
  readonly modified: number;
  /** It says that the object is deleted. */
  readonly marker?: true;
  /** Base64; absent when it is empty. */
  readonly body?: string;
  readonly size?: number;
  readonly etag?: string;
  readonly checksum?: string;
  /** `ContentType` and the like, under their names in a reply. */
  readonly headers?: Named<string>;
  readonly metadata?: Named<string>;
  readonly tags?: Named<string>;
  /** With the ARN of its key. */
  readonly encryption?: Encryption;
}
