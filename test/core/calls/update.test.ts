// The call of an update that takes an item from one alternative of an index's keys to another.
// Deliberately little of calls themselves: golden.test.ts has them in each language.
import assert from 'node:assert/strict';
import { inputJson } from '../../../src/core/calls/aws-cli.ts';
import { callsIn } from './calls.ts';

const model = `
version: 1
table: { name: Orders, partitionKey: PK }
indexes: { Open: { partitionKey: OpenPK, sortKey: OpenSK } }
entities:
  Order:
    attributes:
      orderId: ulid
      status: { enum: [PLACED, HELD] }
    keys:
      PK: "ORDER#\${orderId}"
      Open:
        - { when: status = PLACED, OpenPK: OPEN, OpenSK: "\${orderId}" }
        - { when: status = HELD, OpenPK: HELD, OpenSK: "\${orderId}" }
accessPatterns:
  hold: { update: Order, set: status = HELD, when: status = PLACED, condition: exists }
`;

describe('the call of an update', () => {
  it('writes the key anew that holds something else under the other alternative', () => {
    const [call] = callsIn(model).flatMap(({ calls }) => calls);
    assert.ok(call);
    const { UpdateExpression } = inputJson(call) as { readonly UpdateExpression: string };
    assert.equal(UpdateExpression, 'SET #status = :status, #OpenPK = :OpenPK');
  });
});
