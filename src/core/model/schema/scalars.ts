// The small shapes that the schema of the file format is made of: names, quantities, one-or-many.
// Deliberately checks the form of a quantity only; what it means is read by syntax/quantity.ts.
import * as z from 'zod';

/** A text that is not empty, with the reference shown on hover and in the JSON Schema. */
export const text = (description: string, title = 'text') => z.string().min(1).meta({ title, description });

/** A list, or one value that stands alone. */
export const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item, z.array(item)]);

const amountPattern = /^\s*\d+(\.\d+)?\s*[kMGT]?\s*$/;

export const amount = z
  .union([z.number().nonnegative(), z.string().regex(amountPattern)])
  .meta({ title: 'an amount such as 40, 2.5, 10k or 1M', examples: ['40', '10k', '1M'] });

/** Where DynamoDB refuses 0. */
export const amountAboveZero = z
  .union([z.number().min(1), z.string().regex(/^\s*0*[1-9]\d*(\.\d+)?\s*[kMGT]?\s*$/)])
  .meta({ title: 'an amount from 1 such as 25 or 1k', examples: ['25', '1k'] });

export const bytes = z
  .union([z.number().nonnegative(), z.string().regex(/^\s*\d+(\.\d+)?\s*(B|KB|MB|GB|TB)\s*$/)])
  .meta({ title: 'a size such as 400 B or 2 KB (1 KB is 1,024 bytes)', examples: ['400 B', '2 KB'] });

export const share = z
  .string()
  .regex(/^\s*(100(\.0+)?|\d{1,2}(\.\d+)?)\s*%\s*$/)
  .meta({ title: 'a share such as 3% or 60%', examples: ['3%', '60%'] });

export const ratePattern = /^\s*\d+(\.\d+)?\s*[kMGT]?\s*\/\s*(s|min|h|day|month)\s*$/;

export const rate = z
  .string()
  .regex(ratePattern)
  .meta({ title: 'a rate such as 80/s, 5k/min or 2M/month', examples: ['80/s', '5k/min', '2M/month'] });

export const duration = z
  .string()
  .regex(/^\s*\d+(\.\d+)?\s*(ms|seconds?|s|minutes?|min|hours?|h|days?|weeks?|months?|years?)\s*$/)
  .meta({ title: 'a duration such as 30 days, 3 years or 1 ms', examples: ['30 days', '3 years', '1 ms'] });

export const budget = z
  .string()
  .regex(/^\s*(\d+(\.\d+)?\s*[kMGT]?\s*(RCU|WCU|RRU|WRU)|\$\s*\d+(\.\d+)?\s*[kMGT]?(\s*\/\s*month)?)\s*$/)
  .meta({
    title: 'units per call such as 2 RCU, or money per month such as $50',
    examples: ['2 RCU', '$50'],
  });

/** `20 per Customer`; the amount alone is the total. */
export const countText = z
  .union([z.number().nonnegative(), z.string().regex(/^\s*\d+(\.\d+)?\s*[kMGT]?(\s+per\s+\S.*)?$/)])
  .meta({ title: 'a number of items such as 1M or 20 per Customer', examples: ['1M', '20 per Customer'] });

export const scalar = z
  .union([z.string(), z.number(), z.boolean()])
  .meta({ title: 'a text, a number, or true or false' });

export const entityName = z.string().min(1).meta({ title: 'the name of an entity' });
export const entityNames = oneOrMany(entityName).meta({ title: 'the name of an entity, or a list of them' });
export const names = oneOrMany(z.string().min(1)).meta({
  title: 'the name of an attribute, or a list of them',
});
