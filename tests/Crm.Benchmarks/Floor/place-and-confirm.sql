\set customer random(0, 9999)
\set first random(0, 199)
BEGIN;
SELECT id AS customer_id FROM floor.customers WHERE place = :customer \gset
SELECT id, sku, name, category, unit, list_price, currency, cost, is_active FROM floor.products WHERE place IN (:first, (:first + 37) % 200, (:first + 74) % 200, (:first + 111) % 200, (:first + 148) % 200);
SELECT id, on_hand, allocated, version FROM floor.stock_levels WHERE place IN (:first, (:first + 37) % 200, (:first + 74) % 200, (:first + 111) % 200, (:first + 148) % 200) ORDER BY place FOR UPDATE;
SELECT gen_random_uuid() AS order_id \gset
INSERT INTO floor.orders VALUES (:order_id::uuid, :order_id::text, :customer_id::uuid, NULL, 'web', NULL, NULL, 'EUR', current_date, NULL, now(), now(), 'main', 4.9, 0, 100.5, 100.5, 105.4, 0, 'confirmed', 'none', 'unpaid', 'confirmed', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1);
INSERT INTO floor.order_lines SELECT gen_random_uuid(), i, gen_random_uuid(), 'P0001', 'Product 1', 'Category 1', NULL, 0.5, i, 20, 0.05, 0, 19, 19, i, 0, 0, :order_id::uuid FROM generate_series(1, 5) i;
UPDATE floor.stock_levels SET allocated = allocated + 1 WHERE place = :first;
UPDATE floor.stock_levels SET allocated = allocated + 2 WHERE place = (:first + 37) % 200;
UPDATE floor.stock_levels SET allocated = allocated + 3 WHERE place = (:first + 74) % 200;
UPDATE floor.stock_levels SET allocated = allocated + 4 WHERE place = (:first + 111) % 200;
UPDATE floor.stock_levels SET allocated = allocated + 5 WHERE place = (:first + 148) % 200;
INSERT INTO floor.outbox_messages (id, event_name, body, stream, stream_position, occurred_at) VALUES (gen_random_uuid(), 'sales-orders.order-confirmed.v1', repeat('x', 1800), 'order/' || :order_id::text, 1, now());
INSERT INTO floor.audit_entries (at, caller_id, caller_kind, caller_name, action, record_type, record_id, version, changes) VALUES (now(), gen_random_uuid(), 'Application', 'benchmark', 'PlaceOrder', 'order', :order_id::uuid, 1, repeat('x', 2500));
COMMIT;
