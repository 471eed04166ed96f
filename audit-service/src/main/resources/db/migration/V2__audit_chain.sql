-- The audit as it is for good: a partition for each month, a chain of hashes for each tenant and one for the platform.
drop table audit_entry;

-- Entries in the order in which they were recorded (position), and each in the chain of its tenant (sequence).
create table audit_entry (
    position bigint not null,
    id uuid not null,
    chain_id uuid not null,
    sequence bigint not null,
    tenant_id uuid,
    user_id uuid,
    credential text,
    action text not null,
    resource_type text not null,
    resource_id text,
    event_type text not null,
    generation bigint not null,
    correlation_id text not null,
    details text not null check (details is json),
    ip_address text,
    user_agent text,
    status text not null check (status in ('SUCCESS', 'FAILURE', 'UNKNOWN')),
    created_at timestamptz not null,
    recorded_at timestamptz not null,
    previous_hash text not null,
    hash text not null,
    primary key (id, recorded_at)
) partition by range (recorded_at);

-- Lists walk from the newest to the oldest; each filter has an index that is in that order.
create index audit_entry_position on audit_entry (position);
create index audit_entry_chain on audit_entry (chain_id, sequence);
create index audit_entry_created on audit_entry (created_at);
create index audit_entry_tenant on audit_entry (tenant_id, created_at);
create index audit_entry_user on audit_entry (user_id, created_at);
create index audit_entry_credential on audit_entry (credential, created_at) where credential is not null;
create index audit_entry_action on audit_entry (action, created_at);
create index audit_entry_resource_type on audit_entry (resource_type, created_at);
create index audit_entry_resource on audit_entry (resource_id, created_at);
create index audit_entry_event_type on audit_entry (event_type, created_at);
create index audit_entry_correlation on audit_entry (correlation_id, created_at);
create index audit_entry_address on audit_entry (ip_address, created_at);
create index audit_entry_status on audit_entry (status, created_at);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy audit_entry_tenant on audit_entry using (sees(tenant_id));

-- What is written stays as it was written: the service may not change it, and whoever may stumbles first.
revoke update, delete, truncate on audit_entry from audit_service;
create function audit_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'an audit entry is never changed';
end
$$;
create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function audit_entry_stays();

-- What falls into no month: nothing, as long as the months are made ahead. The health of the service says so.
create table audit_entry_rest partition of audit_entry default;
revoke all on audit_entry_rest from audit_service;

-- Makes the partitions of this month and of those to come, and tells how many were missing.
create function audit_make_months(ahead integer) returns integer
    language plpgsql security definer
    set search_path = audit, pg_temp set timezone = 'UTC' set lock_timeout = '5s' as $$
declare
    made integer := 0;
    beginning timestamptz;
    name text;
begin
    perform pg_advisory_xact_lock(hashtext('audit_months'));
    for month in 0..ahead loop
        beginning := date_trunc('month', now()) + make_interval(months => month);
        name := 'audit_entry_' || to_char(beginning, 'YYYY_MM');
        if to_regclass(name) is null then
            execute format('create table %I partition of audit_entry for values from (%L) to (%L)',
                name, beginning, beginning + interval '1 month');
            execute format('revoke all on %I from audit_service', name);
            made := made + 1;
        end if;
    end loop;
    return made;
end
$$;

-- Where recording is: the last position given, and when. One row, changed by whoever holds the recording lock.
create table audit_recording (
    one boolean primary key default true check (one),
    position bigint not null,
    recorded_at timestamptz not null
);
insert into audit_recording (position, recorded_at) values (0, 'epoch');
revoke insert, delete, truncate on audit_recording from audit_service;

-- The end of each chain.
create table audit_chain (
    chain_id uuid primary key,
    tenant_id uuid,
    sequence bigint not null,
    hash text not null,
    updated_at timestamptz not null
);
alter table audit_chain enable row level security;
alter table audit_chain force row level security;
create policy audit_chain_tenant on audit_chain using (sees(tenant_id));
revoke delete, truncate on audit_chain from audit_service;

-- Public halves of the keys that have signed digests: also of those that sign no more.
create table audit_key (
    key_id text primary key,
    public_key text not null,
    created_at timestamptz not null default now()
);
revoke update, delete, truncate on audit_key from audit_service;

-- Signed heads: whoever changes an entry and all behind it cannot change what was signed.
create table audit_digest (
    id uuid primary key,
    chain_id uuid not null,
    tenant_id uuid,
    sequence bigint not null,
    hash text not null,
    signed_at timestamptz not null,
    signature text not null,
    key_id text not null references audit_key,
    unique (chain_id, sequence)
);
alter table audit_digest enable row level security;
alter table audit_digest force row level security;
create policy audit_digest_tenant on audit_digest using (sees(tenant_id));
revoke update, delete, truncate on audit_digest from audit_service;

-- Months that lie in a file. Once dropped_at is set, only there.
create table audit_archive (
    id uuid primary key,
    month date not null unique,
    file text not null,
    entries bigint not null,
    sha256 text not null,
    first_position bigint,
    last_position bigint,
    archived_at timestamptz not null,
    dropped_at timestamptz
);
alter table audit_archive enable row level security;
alter table audit_archive force row level security;
create policy audit_archive_platform on audit_archive using (sees(null));
revoke delete, truncate on audit_archive from audit_service;

-- Where each chain goes on behind what was archived.
create table audit_archived_chain (
    month date not null references audit_archive (month),
    chain_id uuid not null,
    tenant_id uuid,
    sequence bigint not null,
    hash text not null,
    primary key (chain_id, month)
);
alter table audit_archived_chain enable row level security;
alter table audit_archived_chain force row level security;
create policy audit_archived_chain_tenant on audit_archived_chain using (sees(tenant_id));
revoke delete, truncate on audit_archived_chain from audit_service;

-- Drops a month that lies in a file with as many entries; refuses any other.
create function audit_drop_month(wanted date) returns bigint
    language plpgsql security definer
    set search_path = audit, pg_temp set timezone = 'UTC' set lock_timeout = '5s' as $$
declare
    name text := 'audit_entry_' || to_char(wanted, 'YYYY_MM');
    archived bigint;
    counted bigint;
begin
    if wanted is distinct from date_trunc('month', wanted)::date or wanted >= date_trunc('month', now())::date then
        raise exception '% is not the first day of a month that is over', wanted;
    end if;
    select entries into archived from audit_archive where month = wanted;
    if archived is null then
        raise exception 'the month % is in no archive', wanted;
    end if;
    if to_regclass(name) is not null then
        -- Recording waits, reading goes on.
        lock table only audit_entry in exclusive mode;
        execute format('select count(*) from %I', name) into counted;
        if counted <> archived then
            raise exception 'the month % has % entries, its archive %', wanted, counted, archived;
        end if;
        execute format('drop table %I', name);
    end if;
    update audit_archive set dropped_at = coalesce(dropped_at, now()) where month = wanted;
    return archived;
end
$$;

-- The months that have a partition of their own, and whether entries lie in none of them.
create function audit_months() returns table (month date)
    language sql stable security definer set search_path = audit, pg_catalog, pg_temp as $$
    select to_date(right(relname, 7), 'YYYY_MM')
    from pg_catalog.pg_inherits join pg_catalog.pg_class on pg_class.oid = inhrelid
    where inhparent = 'audit_entry'::regclass and relname ~ '^audit_entry_\d{4}_\d{2}$'
$$;
create function audit_rest() returns boolean
    language sql stable security definer set search_path = audit, pg_temp as $$
    select exists (select from audit_entry_rest)
$$;

revoke all on function audit_make_months, audit_drop_month, audit_months, audit_rest from public;
grant execute on function audit_make_months, audit_drop_month, audit_months, audit_rest to audit_service;

select audit_make_months(3);
