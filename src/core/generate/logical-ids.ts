// Logical ids of a CloudFormation template: letters and digits, each once.
// Deliberately from names, so that the same model always has the same ids: CloudFormation replaces what changes its id.

const longest = 200;

/** A function that makes an id of a name; a name that gives an id already taken gets a number behind it. */
export function createLogicalIds(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const base = pascal(name).slice(0, longest) || 'Table';
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}${number}`;
    taken.add(id);
    return id;
  };
}

/** `order-items.v2` is `OrderItemsV2`. */
const pascal = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
