// The online shop of the DynamoDB developer guide as its source has it.
// Deliberately data only.
import type { PublishedDesign } from './published-design.ts';

/** aws-samples/amazon-dynamodb-design-patterns, examples/an-online-shop at 6dceeaa; it lists no writes. */
export const onlineShop: PublishedDesign = {
  table: 'OnlineShop',
  targets: { table: ['PK', 'SK'], GSI1: ['GSI1-PK', 'GSI1-SK'], GSI2: ['GSI2-PK', 'GSI2-SK'] },
  entities: {
    customer: { PK: 'c#${customerId}', SK: 'c#${customerId}' },
    product: { PK: 'p#${productId}', SK: 'p#${productId}' },
    warehouse: { PK: 'w#${warehouseId}', SK: 'w#${warehouseId}' },
    warehouseItem: {
      PK: 'p#${productId}',
      SK: 'w#${warehouseId}',
      'GSI2-PK': 'w#${warehouseId}',
      'GSI2-SK': 'p#${productId}',
    },
    order: { PK: 'o#${orderId}', SK: 'c#${customerId}' },
    orderItem: {
      PK: 'o#${orderId}',
      SK: 'p#${productId}',
      'GSI1-PK': 'p#${productId}',
      'GSI1-SK': '${Date}',
      'GSI2-PK': 'c#${customerId}',
      'GSI2-SK': 'p#${Date}',
    },
    invoice: {
      PK: 'o#${orderId}',
      SK: 'i#${invoiceId}',
      'GSI1-PK': 'i#${invoiceId}',
      'GSI1-SK': 'i#${invoiceId}',
      'GSI2-PK': 'c#${customerId}',
      'GSI2-SK': 'i#${Date}',
    },
    shipment: {
      PK: 'o#${orderId}',
      SK: 'sh#${shipmentId}',
      'GSI1-PK': 'sh#${shipmentId}',
      'GSI1-SK': 'sh#${shipmentId}',
      'GSI2-PK': 'w#${warehouseId}',
      'GSI2-SK': 'sh#${shipmentId}',
    },
    shipmentItem: {
      PK: 'o#${orderId}',
      SK: 'shp#${shipmentItemId}',
      'GSI1-PK': 'sh#${shipmentId}',
      'GSI1-SK': 'p#${productId}',
    },
    payment: {
      PK: 'o#${orderId}',
      SK: 'pmn#${paymentId}',
      'GSI1-PK': 'i#${invoiceId}',
      'GSI1-SK': 'pmn#${paymentId}',
    },
  },
  reads: {
    getCustomerByCustomerId: {
      operation: 'GetItem',
      condition: 'PK = "c#${customerId}" and SK = "c#${customerId}"',
      returns: ['customer'],
    },
    getProductByProductId: {
      operation: 'GetItem',
      condition: 'PK = "p#${productId}" and SK = "p#${productId}"',
      returns: ['product'],
    },
    getWarehouseByWarehouseId: {
      operation: 'GetItem',
      condition: 'PK = "w#${warehouseId}" and SK = "w#${warehouseId}"',
      returns: ['warehouse'],
    },
    getProductInventoryByProductId: {
      operation: 'Query',
      condition: 'PK = "p#${productId}" and SK begins_with "w#"',
      returns: ['warehouseItem'],
    },
    getOrderDetailsByOrderId: {
      operation: 'Query',
      condition: 'PK = "o#${orderId}"',
      returns: ['order', 'orderItem', 'invoice', 'shipment', 'shipmentItem', 'payment'],
    },
    getProductByOrderId: {
      operation: 'Query',
      condition: 'PK = "o#${orderId}" and SK begins_with "p#"',
      returns: ['orderItem'],
    },
    getInvoiceByOrderId: {
      operation: 'Query',
      condition: 'PK = "o#${orderId}" and SK begins_with "i#"',
      returns: ['invoice'],
    },
    getShipmentByOrderId: {
      operation: 'Query',
      condition: 'PK = "o#${orderId}" and SK begins_with "sh#"',
      returns: ['shipment'],
    },
    getOrderByProductIdForDateRange: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1-PK = "p#${productId}" and GSI1-SK between "${DateFrom}" and "${DateTo}"',
      returns: ['orderItem'],
    },
    getInvoiceByInvoiceId: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1-PK = "i#${invoiceId}" and GSI1-SK = "i#${invoiceId}"',
      returns: ['invoice'],
    },
    getPaymentByInvoiceIdAsPublished: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1-PK = "i#${invoiceId}" and GSI1-SK = "i#${invoiceId}"',
      returns: ['payment'],
    },
    getPaymentByInvoiceId: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1-PK = "i#${invoiceId}" and GSI1-SK = "i#${invoiceId}"',
      returns: ['payment'],
      differs: {
        condition: 'GSI1-PK = "i#${invoiceId}" and GSI1-SK begins_with "pmn#"',
        because: 'As published it finds no payment, which the finding on the pattern above says.',
      },
    },
    getShipmentDetailsByShipmentId: {
      operation: 'Query',
      index: 'GSI1',
      condition: 'GSI1-PK = "sh#${shipmentId}"',
      returns: ['shipment', 'shipmentItem'],
    },
    getShipmentByWarehouseId: {
      operation: 'Query',
      index: 'GSI2',
      condition: 'GSI2-PK = "w#${warehouseId}" and GSI2-SK begins_with "sh#"',
      returns: ['shipment'],
    },
    getProductInventoryByWarehouseId: {
      operation: 'Query',
      index: 'GSI2',
      condition: 'GSI2-PK = "w#${warehouseId}" and GSI2-SK begins_with "p#"',
      returns: ['warehouseItem'],
    },
    getInvoiceByCustomerIdForDateRange: {
      operation: 'Query',
      index: 'GSI2',
      condition: 'GSI2-PK = "c#${customerId}" and GSI2-SK between "i#${DateFrom}" and "i#${DateTo}"',
      returns: ['invoice'],
    },
    getProductsByCustomerIdForDateRange: {
      operation: 'Query',
      index: 'GSI2',
      condition: 'GSI2-PK = "c#${customerId}" and GSI2-SK between "p#${DateFrom}" and "p#${DateTo}"',
      returns: ['orderItem'],
    },
  },
  writes: {},
};
