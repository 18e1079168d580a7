// The catalogue as it is read here and as a browser gets it: the same, and small.
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readCatalogue, type ServiceData } from '#evaluator/validate';
import { catalogueData, COURSE_SERVICES, loadCatalogue, serviceData } from './load.ts';

const catalogue = loadCatalogue('.');
const kilobytes = (value: unknown): number =>
  brotliCompressSync(JSON.stringify(value), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length /
  1000;

describe('the catalogue', () => {
  it('knows a service, its actions and what they take', () => {
    const s3 = catalogue.service('s3');
    expect(s3?.actions.get('getobject')).toMatchObject({ name: 'GetObject', level: 'Read' });
    expect(s3?.actions.get('getobject')?.resources).toContain('object');
    expect(s3?.actions.get('getobject')?.keys).toContain('s3:existingobjecttag/');
    expect(s3?.actions.get('listbucket')?.keys).toContain('s3:prefix');
    expect(s3?.actions.get('listallmybuckets')?.resources).toEqual([]);
    expect(s3?.arns.get('bucket')).toBe('arn:*:s3:::*');
    expect(s3?.keys.get('s3:max-keys')).toBe('Numeric');
    expect(catalogue.service('ec2')?.actions.get('stopinstances')?.keys).toContain('aws:resourcetag/');
    expect(catalogue.service('secretsmanager')?.keys.has('secretsmanager:resourcetag/')).toBe(true);
    expect(catalogue.service('iam')?.actions.get('attachuserpolicy')?.level).toBe('Permissions management');
  });

  it('has nothing for a service that does not exist, whatever its name', () => {
    for (const name of ['s4', '', '..', '../conditionKeys/s3', '__proto__', 'constructor']) {
      expect(catalogue.services.has(name)).toBe(false);
      expect(catalogue.service(name)).toBeUndefined();
      expect(catalogue.actionsOf(name)).toBeUndefined();
    }
  });

  it('knows which services a resource control policy may name', () => {
    expect([...catalogue.controlled]).toEqual(
      expect.arrayContaining(['s3', 'sts', 'kms', 'sqs', 'secretsmanager']),
    );
    expect(catalogue.controlled.has('iam')).toBe(false);
  });

  it('is the same when it comes from the files that a browser gets', () => {
    const { names, ...data } = catalogueData('.');
    const sent = JSON.parse(JSON.stringify(serviceData('.', 'kms'))) as ServiceData;
    const loaded = readCatalogue(
      data,
      (prefix) => names[prefix],
      (prefix) => (prefix === 'kms' ? sent : undefined),
    );
    expect(loaded.service('kms')).toEqual(catalogue.service('kms'));
    expect(loaded.actionsOf('ec2')).toEqual(catalogue.actionsOf('ec2'));
    expect(loaded.service('ec2')).toBeUndefined();
  });
});

describe('what a browser loads of it (brotli)', () => {
  it('is at most 90 KB for the names of all actions', () => {
    expect(kilobytes(catalogueData('.'))).toBeLessThan(90);
  });

  it('is at most 40 KB for all services of the course together, and 10 KB for any one', () => {
    const sizes = COURSE_SERVICES.map((prefix) => kilobytes(serviceData('.', prefix)));
    expect(sizes.every((size) => size > 0.1)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40);
    expect(Math.max(...sizes)).toBeLessThan(10);
  });
});
