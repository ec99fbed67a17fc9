// What client and command line load when somebody asks to verify: one bundle, with the AWS SDK in it.
// Deliberately the only file of verify with the SDK behind it that they import, and only when it is needed.
import { configuredRegion, openAws } from './engines/aws.ts';
import { startEmbedded } from './engines/embedded.ts';
import { openEndpoint } from './engines/endpoint.ts';
import { verify } from './run.ts';

export const verifier = { configuredRegion, openAws, openEndpoint, startEmbedded, verify } as const;

export type Verifier = typeof verifier;
