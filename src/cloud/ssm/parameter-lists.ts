// Describing parameters: what they are, not what is in them.
import { fault } from '../fault.ts';
import { present, type Operation, type Reply, type Site } from '../operation.ts';
import { ssmPage } from './page.ts';
import { filterFault, passes } from './parameter-filters.ts';
import { onRegion, parameterArn, parametersOf } from './parameter.ts';
import type { Parameter } from './state.ts';

const describeParameters: Operation = {
  name: 'ssm:DescribeParameters',
  needs: (site) => [onRegion(site, 'DescribeParameters')],
  run: (site, input) => {
    if (input['Filters'] !== undefined && input['ParameterFilters'] !== undefined)
      return fault(
        'ValidationException',
        'You can use either Filters or ParameterFilters in a single request.',
      );
    const wrong = filterFault(input, 'all');
    if (wrong) return wrong;
    const found = parametersOf(site).filter((one) => passes(site, input, one));
    return ssmPage(
      site,
      input,
      'Parameters',
      found.map((one) => metadataReply(site, one)),
      50,
    );
  },
};

function metadataReply(site: Site, parameter: Parameter): Reply {
  const { name, type, keyId, description, pattern, tier, dataType, versions } = parameter;
  const last = versions.at(-1);
  return present({
    Name: name,
    ARN: parameterArn(site, name),
    Type: type,
    KeyId: keyId,
    LastModifiedDate: last?.modified,
    LastModifiedUser: last?.by,
    Description: description,
    AllowedPattern: pattern,
    Version: last?.number,
    Tier: tier,
    Policies: [],
    DataType: dataType,
  });
}

export const PARAMETER_LISTS: readonly Operation[] = [describeParameters];
