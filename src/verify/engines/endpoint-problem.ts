// What is wrong with an address as an engine's.
// Deliberately without the SDK, so that it can be asked before anything is loaded.

const isAmazon = (host: string): boolean => /(^|\.)(amazonaws\.com(\.cn)?|api\.aws)$/i.test(host);

/** What is wrong with the address; undefined where nothing is. */
export function endpointProblem(endpoint: string): string | undefined {
  if (!URL.canParse(endpoint))
    return `${JSON.stringify(endpoint)} is no address; write http://localhost:8000.`;
  const { protocol, hostname, username, password } = new URL(endpoint);
  if (protocol !== 'http:' && protocol !== 'https:') return `An endpoint begins with http:// or https://.`;
  if (username !== '' || password !== '') return 'An endpoint with a user or a password in it is not used.';
  if (isAmazon(hostname)) {
    return `${hostname} is AWS itself, where tables cost money: use \`singlet verify --aws\`, which asks first.`;
  }
  return undefined;
}
