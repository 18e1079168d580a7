// Describing parameters: what they are, and of one all that it has been.
import { fault, isRefused } from '../fault.ts';
import { present, textOf, type Operation, type Reply, type Site } from '../operation.ts';
import { ssmPage } from './page.ts';
import { filterFault, passes } from './parameter-filters.ts';
import { findParameter, onRegion, parameterArn, parameterReply, parametersOf } from './parameter.ts';
import { closed, isOpen, readingPairs } from './parameter-reads.ts';
import type { Parameter, ParameterVersion } from './state.ts';

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

const getParameterHistory: Operation = {
  name: 'ssm:GetParameterHistory',
  needs: (site, input) => readingPairs(site, 'GetParameterHistory', input),
  run: (site, input) => {
    const found = findParameter(site, textOf(input, 'Name'));
    if (isRefused(found)) return found;
    const stop = closed(site, input, [found]);
    if (stop) return stop;
    const { parameter } = found;
    const all = parameter.versions.map((version) => ({
      ...told(parameter, version),
      Value: parameterReply(site, { parameter, version }, isOpen(input))['Value'],
      Labels: [],
    }));
    return ssmPage(site, input, 'Parameters', all, 50);
  },
};

function metadataReply(site: Site, parameter: Parameter): Reply {
  return { ...told(parameter, parameter.versions.at(-1)), ARN: parameterArn(site, parameter.name) };
}

/** What is told of a version of a parameter. */
function told(parameter: Parameter, version: ParameterVersion | undefined): Reply {
  const { name, type, keyId, description, pattern, tier, dataType } = parameter;
  return present({
    Name: name,
    Type: type,
    KeyId: keyId,
    LastModifiedDate: version?.modified,
    LastModifiedUser: version?.by,
    Description: description,
    AllowedPattern: pattern,
    Version: version?.number,
    Tier: tier,
    Policies: [],
    DataType: dataType,
  });
}

export const PARAMETER_LISTS: readonly Operation[] = [describeParameters, getParameterHistory];
