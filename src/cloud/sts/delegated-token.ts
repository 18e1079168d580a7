// GetDelegatedAccessToken: for partners of AWS whose request somebody approved. Nobody here is one.
import { fault } from '../fault.ts';
import type { Operation } from '../operation.ts';

export const GET_DELEGATED_ACCESS_TOKEN: Operation = {
  name: 'sts:GetDelegatedAccessToken',
  formFirst: true,
  needs: () => [{ action: 'sts:GetDelegatedAccessToken', on: '*' }],
  run: () => fault('ExpiredTradeInTokenException', 'The trade-in token has expired or was never issued.'),
};
