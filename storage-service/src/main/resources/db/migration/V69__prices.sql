-- As callers see an amount: at least two places behind the point, and no zeros behind them.
create function money_text(amount numeric) returns text
    language sql immutable parallel safe
    return case when scale(trim_scale(amount)) < 2 then round(amount, 2) else trim_scale(amount) end::text;

-- What storage costs, as billing has told it: its rate is that of so many GiB.
create table known_price (
    id uuid primary key,
    generation bigint not null,
    kind text not null,
    disk_type text,
    size_gb integer not null check (size_gb > 0),
    hourly_rate numeric(20, 6) not null,
    currency text not null,
    is_retired boolean not null
);
create index known_price_present on known_price (kind, disk_type) where not is_retired;
