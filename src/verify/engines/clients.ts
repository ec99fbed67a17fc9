// The AWS SDK's clients for one address: one that asks again, one that does not.
// Deliberately the only file that configures the SDK.
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

export interface Clients {
  readonly client: DynamoDBClient;
  readonly once: DynamoDBClient;
  destroy(): void;
}

/** What emulators want to see in place of credentials: any text will do, and a real secret must not go there. */
const nobody = { accessKeyId: 'singlet', secretAccessKey: 'singlet' };

/** A connection that is kept may be closed by the other side just as it is used again; who asks once opens a new one. */
const newConnections = { httpAgent: { keepAlive: false }, httpsAgent: { keepAlive: false } };

function clientsWith(config: DynamoDBClientConfig): Clients {
  const client = new DynamoDBClient({ ...config, maxAttempts: 3 });
  const once = new DynamoDBClient({ ...config, maxAttempts: 1, requestHandler: newConnections });
  return {
    client,
    once,
    destroy() {
      client.destroy();
      once.destroy();
    },
  };
}

/** For an emulator: without credentials of anybody. */
export const emulatorClients = (endpoint: string): Clients =>
  clientsWith({ endpoint, region: 'us-east-1', credentials: nobody });

/** For AWS: credentials and Region as the SDK's own chain finds them, the Region else as given. */
export const awsClients = (region: string | undefined, endpoint?: string): Clients =>
  clientsWith({ ...(region !== undefined && { region }), ...(endpoint !== undefined && { endpoint }) });
