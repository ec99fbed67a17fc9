// The published designs behind the examples, by the name of the example.
// Deliberately a list only.
import { ecommerce, github } from './published-debrie.ts';
import type { PublishedDesign } from './published-design.ts';
import { onlineShop } from './published-online-shop.ts';

export const published: Readonly<Record<string, PublishedDesign>> = {
  'aws-online-shop': onlineShop,
  'debrie-ecommerce': ecommerce,
  'debrie-github': github,
};
