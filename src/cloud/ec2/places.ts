// Describing regions and zones.
import { fault, isRefused } from '../fault.ts';
import { flagOf, textsOf, type Operation } from '../operation.ts';
import { filtered, type Facts } from './filters.ts';
import { onAll } from './network-lists.ts';
import { OPT_IN_REGIONS, REGION_NAMES, zoneId, zonesOf } from './regions.ts';

interface Region {
  readonly name: string;
  readonly status: string;
}

const describeRegions: Operation = {
  name: 'ec2:DescribeRegions',
  needs: onAll('DescribeRegions'),
  run: (site, input) => {
    const all: readonly Region[] = [
      ...REGION_NAMES.map((name) => ({ name, status: 'opt-in-not-required' })),
      ...OPT_IN_REGIONS.map((name) => ({ name, status: 'not-opted-in' })),
    ];
    const names = textsOf(input, 'RegionNames');
    const strange = names.filter((name) => !all.some((one) => one.name === name));
    if (strange.length > 0)
      return fault('InvalidParameterValue', `Invalid region names provided: ${strange.join(', ')}`);
    const open = flagOf(input, 'AllRegions') === true || names.length > 0;
    const some = all.filter(
      ({ name, status }) =>
        (open || status !== 'not-opted-in') && (names.length === 0 || names.includes(name)),
    );
    const facts = ({ name, status }: Region): Facts => ({
      'region-name': [name],
      'opt-in-status': [status],
      endpoint: [`ec2.${name}.amazonaws.com`],
    });
    const found = filtered(input, some, facts, ['region-name', 'opt-in-status', 'endpoint']);
    if (isRefused(found)) return found;
    const Regions = found.map(({ name, status }) => ({
      OptInStatus: status,
      RegionName: name,
      Endpoint: `ec2.${name}.amazonaws.com`,
    }));
    return { cloud: site.cloud, reply: { Regions } };
  },
};

const describeAvailabilityZones: Operation = {
  name: 'ec2:DescribeAvailabilityZones',
  needs: onAll('DescribeAvailabilityZones'),
  run: (site, input) => {
    const { region } = site;
    const all = zonesOf(region);
    const strange = [
      ...textsOf(input, 'ZoneNames').filter((name) => !all.includes(name)),
      ...textsOf(input, 'ZoneIds').filter((id) => !all.some((zone) => zoneId(zone) === id)),
    ];
    if (strange.length > 0)
      return fault('InvalidParameterValue', `Invalid availability zone: [${strange.join(', ')}]`);
    const names = [...textsOf(input, 'ZoneNames'), ...textsOf(input, 'ZoneIds')];
    const some = all.filter(
      (zone) => names.length === 0 || names.includes(zone) || names.includes(zoneId(zone)),
    );
    const facts = (zone: string): Facts => ({
      'zone-name': [zone],
      'zone-id': [zoneId(zone)],
      'region-name': [region],
      state: ['available'],
      'zone-type': ['availability-zone'],
      'opt-in-status': ['opt-in-not-required'],
    });
    const found = filtered(input, some, facts, Object.keys(facts('')));
    if (isRefused(found)) return found;
    const AvailabilityZones = found.map((zone) => ({
      OptInStatus: 'opt-in-not-required',
      Messages: [],
      RegionName: region,
      ZoneName: zone,
      ZoneId: zoneId(zone),
      GroupName: `${region}-zg-1`,
      NetworkBorderGroup: region,
      ZoneType: 'availability-zone',
      State: 'available',
    }));
    return { cloud: site.cloud, reply: { AvailabilityZones } };
  },
};

export const PLACES: readonly Operation[] = [describeRegions, describeAvailabilityZones];
