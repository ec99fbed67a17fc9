// An endpoint that fails as it is told: in front of a real engine, it drops, delays, refuses or changes what passes.
// Deliberately ours and in this process: what an engine does wrong must be the same each time.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import dynalite from 'dynalite';

/** A value of DynamoDB's API as JSON has it: `{ "S": "ann" }`. */
type WireValue = Readonly<Record<string, unknown>>;
export type WireItem = Record<string, WireValue>;

/** Of requests and answers what tests look at or change. */
export interface Wire {
  TableName?: string;
  IndexName?: string;
  RequestItems?: Readonly<Record<string, unknown>>;
  ProjectionExpression?: string;
  KeyConditionExpression?: string;
  ConditionExpression?: string;
  FilterExpression?: string;
  BillingMode?: string;
  Tags?: readonly { readonly Key: string; readonly Value: string }[];
  Item?: WireItem | undefined;
  Items?: WireItem[];
  LastEvaluatedKey?: WireItem;
  ConsumedCapacity?: { CapacityUnits: number; Table?: unknown; GlobalSecondaryIndexes?: unknown };
  TableNames?: readonly string[];
  Table?: object;
}

/** What becomes of one request. */
export type Fault =
  | { readonly kind: 'pass' }
  /** The engine never sees it. */
  | { readonly kind: 'drop' }
  /** The engine does it, and the answer is lost. */
  | { readonly kind: 'lose-answer' }
  /** Somebody else does it, without tags, and the answer is lost. */
  | { readonly kind: 'untagged' }
  | { readonly kind: 'hang' }
  /** Done after so many milliseconds, whoever still waits. */
  | { readonly kind: 'late'; readonly ms: number }
  /** A page of somebody else. */
  | { readonly kind: 'garbage' }
  /** Answered as if it had been done. */
  | { readonly kind: 'pretend' }
  /** An error of the API. */
  | { readonly kind: 'error'; readonly status: number; readonly type: string; readonly message: string }
  /** The answer, changed. */
  | { readonly kind: 'change'; readonly change: (answer: Wire) => void };

export interface Request {
  readonly operation: string;
  readonly input: Wire;
  /** How many of this operation there were before. */
  readonly nth: number;
}

export interface Seen extends Request {
  readonly table: string | undefined;
  readonly authorization: string;
}

export interface Faulty {
  readonly endpoint: string;
  /** In the order in which they came. */
  readonly log: readonly Seen[];
  /** The names of the tables that the engine has. */
  tables(): Promise<readonly string[]>;
  /** Asks the engine itself, past all faults. */
  ask(operation: string, input: object): Promise<Wire>;
  close(): Promise<void>;
}

export const pass: Fault = { kind: 'pass' };

export const apiError = (type: string, message = 'as told', status = 400): Fault => ({
  kind: 'error',
  status,
  type,
  message,
});

/** The fault for every request of one operation, from the nth on. */
export const always =
  (operation: string, fault: Fault, from = 0) =>
  (request: Request): Fault =>
    request.operation === operation && request.nth >= from ? fault : pass;

/** An address at which nobody answers. */
export async function deadEndpoint(): Promise<string> {
  const server = http.createServer();
  const port = await listening(server);
  await closed(server);
  return `http://127.0.0.1:${port}`;
}

const listening = (server: http.Server): Promise<number> =>
  new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );

const closed = (server: http.Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

async function bodyOf(message: http.IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

/** dynalite looks at the form of a signature, not at what it signs. */
const signed = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=x, Signature=x',
};

const target = (operation: string): string => `DynamoDB_20120810.${operation}`;

/**
 * @param serverHeader how it greets; without one it looks like dynalite
 * @param greeting `silent`: it does not greet at all
 */
export async function startFaulty(
  faultFor: (request: Request) => Fault = () => pass,
  serverHeader?: string,
  greeting: 'greets' | 'silent' = 'greets',
): Promise<Faulty> {
  const engine = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const enginePort = await listening(engine);
  const log: Seen[] = [];

  const forward = async (operation: string, body: string): Promise<{ status: number; json: Wire }> => {
    const headers = { ...signed, 'x-amz-target': target(operation) };
    const response = await fetch(`http://127.0.0.1:${enginePort}/`, { method: 'POST', headers, body });
    return { status: response.status, json: (await response.json()) as Wire };
  };

  const answer = async (message: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    if (serverHeader !== undefined) response.setHeader('server', serverHeader);
    if (message.method === 'GET') {
      if (greeting === 'greets') response.end('healthy: dynamodb.us-east-1.amazonaws.com ');
      return;
    }
    const body = await bodyOf(message);
    const operation = String(message.headers['x-amz-target']).split('.')[1] ?? '';
    const input = JSON.parse(body) as Wire;
    const nth = log.filter((each) => each.operation === operation).length;
    const table = input.TableName ?? Object.keys(input.RequestItems ?? {})[0];
    log.push({ operation, input, nth, table, authorization: String(message.headers.authorization) });
    // Without a checksum: what is changed no longer has the engine's.
    const reply = (status: number, json: object): void => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify(json));
    };
    const fault = faultFor({ operation, input, nth });
    switch (fault.kind) {
      case 'drop':
        message.socket.destroy();
        return;
      case 'hang':
        return;
      case 'pretend':
        reply(200, {});
        return;
      case 'error':
        reply(fault.status, {
          __type: `com.amazonaws.dynamodb.v20120810#${fault.type}`,
          message: fault.message,
        });
        return;
      case 'garbage':
        response.end('<html>Welcome to the captive portal</html>');
        return;
      case 'untagged': {
        const { Tags, ...rest } = input;
        await forward(operation, JSON.stringify(rest));
        message.socket.destroy();
        return;
      }
      case 'late':
      case 'pass':
      case 'lose-answer':
      case 'change': {
        if (fault.kind === 'late') await new Promise((resolve) => setTimeout(resolve, fault.ms));
        const { status, json } = await forward(operation, body);
        if (fault.kind === 'change' && status === 200) fault.change(json);
        if (fault.kind === 'lose-answer') message.socket.destroy();
        else reply(status, json);
      }
    }
  };

  // An answer that nobody waits for any more is no failure of the test.
  const server = http.createServer((message, response) => {
    answer(message, response).catch(() => message.socket.destroy());
  });
  const port = await listening(server);
  const ask = async (operation: string, input: object): Promise<Wire> =>
    (await forward(operation, JSON.stringify(input))).json;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    log,
    ask,
    async tables() {
      return (await ask('ListTables', {})).TableNames ?? [];
    },
    async close() {
      await closed(server);
      await closed(engine);
    },
  };
}
