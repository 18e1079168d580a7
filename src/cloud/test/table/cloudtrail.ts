// The table's rows for CloudTrail.
import type { Row } from './row.ts';

export const CLOUDTRAIL_ROWS: readonly Row[] = [
  {
    operation: 'cloudtrail:LookupEvents',
    input: { MaxResults: 1, LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CreateUser' }] },
    needs: ['cloudtrail:LookupEvents'],
    reply: { Events: [] },
    faults: [
      {
        code: 'InvalidLookupAttributesException',
        input: {
          LookupAttributes: [
            { AttributeKey: 'EventName', AttributeValue: 'CreateUser' },
            { AttributeKey: 'ReadOnly', AttributeValue: 'false' },
          ],
        },
      },
      { code: 'InvalidTimeRangeException', input: { StartTime: 2, EndTime: 1 } },
      { code: 'InvalidNextTokenException', input: { NextToken: 'x' } },
      { code: 'ValidationException', input: { EventCategory: 'other' } },
      { code: 'ValidationException', input: { MaxResults: 51 } },
    ],
    never: {
      InvalidEventCategoryException: 'the model refuses other categories first',
      InvalidMaxResultsException: 'the model refuses other numbers first',
      OperationNotPermittedException: 'no delegated administrator of CloudTrail is simulated',
      UnsupportedOperationException: 'LookupEvents is there in every region',
    },
  },
];
