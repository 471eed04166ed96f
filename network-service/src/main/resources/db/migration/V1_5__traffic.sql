alter table port add column traffic_allowance_gb integer check (traffic_allowance_gb > 0);

-- How far the counters of a port had come in a month, as its host told them: the highest that was heard of. A report that
-- comes twice or late changes nothing, and counters that begin anew, on whatever host, are another row.
create table traffic_counter (
    port_id uuid not null references port,
    month date not null,
    compute_machine_id uuid not null,
    counted_since timestamptz not null,
    tenant_id uuid not null,
    received_bytes bigint not null check (received_bytes >= 0),
    sent_bytes bigint not null check (sent_bytes >= 0),
    primary key (port_id, month, compute_machine_id, counted_since)
);
alter table traffic_counter enable row level security;
alter table traffic_counter force row level security;
create policy traffic_counter_tenant on traffic_counter using (sees(tenant_id));

-- A port's month: what it may carry, and up to which part of that the world was told.
create table traffic (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    instance_id uuid not null,
    port_id uuid not null references port,
    month date not null,
    allowance_gb integer,
    told_percent integer not null,
    unique (port_id, month)
);
create index traffic_tenant on traffic (tenant_id, id);
create index traffic_instance on traffic (instance_id);
alter table traffic enable row level security;
alter table traffic force row level security;
create policy traffic_tenant on traffic using (sees(tenant_id));

create function this_month() returns date
    language sql stable
    return date_trunc('month', now() at time zone 'UTC')::date;

-- What a port carried in a month: what its counters grew by since the month before. No host makes a sum that cannot be read.
create function traffic_carried(of_port uuid, of_month date) returns table (received_bytes bigint, sent_bytes bigint)
    language sql stable
begin atomic
    select least(coalesce(sum(greatest(counter.received_bytes - before.received, 0)), 0), 4e18)::bigint,
        least(coalesce(sum(greatest(counter.sent_bytes - before.sent, 0)), 0), 4e18)::bigint
    from traffic_counter counter,
        lateral (
            select coalesce(max(earlier.received_bytes), 0) as received, coalesce(max(earlier.sent_bytes), 0) as sent
            from traffic_counter earlier
            where earlier.port_id = counter.port_id and earlier.compute_machine_id = counter.compute_machine_id
                and earlier.counted_since = counter.counted_since and earlier.month < counter.month) before
    where counter.port_id = of_port and counter.month = of_month;
end;
