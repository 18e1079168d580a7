// What EC2 keeps of an account: networks that were made, launches, and the credentials that instances were given.
import type { Named } from '../cloud.ts';

/** Every account has a network in every region already; this is what was made besides. */
export interface NetworkState {
  /** By id. */
  readonly vpcs?: Named<Vpc>;
  readonly subnets?: Named<Subnet>;
  readonly groups?: Named<SecurityGroup>;
  /** By the id of the instance and the version of its metadata service. */
  readonly delivered?: Named<Delivered>;
}

export interface Vpc {
  readonly id: string;
  readonly region: string;
  readonly cidr: string;
  readonly isDefault: boolean;
  readonly tenancy?: string;
}

export interface Subnet {
  readonly id: string;
  readonly vpc: string;
  readonly region: string;
  readonly zone: string;
  readonly cidr: string;
  readonly isDefault: boolean;
}

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly vpc: string;
  readonly region: string;
}

/** Credentials that an instance has been given, and for which role. */
export interface Delivered {
  readonly key: string;
  /** The unique id of the role. */
  readonly role: string;
  readonly since: number;
}

export interface MetadataOptions {
  readonly tokens: string;
  readonly hopLimit: number;
  readonly endpoint: string;
  readonly ipv6: string;
  readonly tags: string;
}

/** What a launch says, with AWS's defaults filled in. */
export interface Launch {
  readonly region: string;
  readonly image: string;
  readonly type: string;
  readonly reservation: string;
  /** Its place in the reservation. */
  readonly order: number;
  readonly subnet: string;
  readonly vpc: string;
  readonly zone: string;
  readonly address: string;
  readonly publicAddress?: string;
  readonly groups: readonly string[];
  readonly keyName?: string;
  /** Base64. */
  readonly userData?: string;
  readonly token: string;
  readonly metadata: MetadataOptions;
  readonly noTermination: boolean;
  readonly noStop: boolean;
  /** `stop` or `terminate`. */
  readonly onShutdown: string;
  readonly ebsOptimized: boolean;
  readonly sourceCheck: boolean;
  readonly monitoring: boolean;
  /** When it was started last, and when it was launched. */
  readonly started: number;
  readonly launched: number;
  /** What somebody wanted last, and when. */
  readonly wanted: 'running' | 'stopped' | 'terminated';
  readonly since: number;
}

export interface EndpointDetail {
  readonly region: string;
  readonly serviceName: string;
  readonly type: string;
  readonly created: number;
  /** When requests begin to go through. */
  readonly ready: number;
  readonly routeTables: readonly string[];
  readonly subnets: readonly string[];
  readonly groups: readonly string[];
  readonly privateDns: boolean;
}
