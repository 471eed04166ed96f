-- What a month costs at most; null for what billing told before anybody asked.
alter table known_price add column monthly_rate numeric(20, 6);
