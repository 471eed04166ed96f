-- What an hour of a plan costs: what the wallet does not carry is not created. Null until billing tells of the plan again.
alter table known_plan add column hourly_rate numeric(20, 6);

-- What billing says of a tenant's wallet: what can be spent, and whether more may be created or started.
create table known_wallet (
    tenant_id uuid primary key,
    generation bigint not null default 0,
    currency text not null,
    available numeric(20, 6),
    standing_generation bigint not null default 0,
    stage text not null default 'ACTIVE' check (stage in ('ACTIVE', 'WARNED', 'RESTRICTED', 'SUSPENDED')),
    reasons text not null default '[]',
    missing numeric(20, 6) not null default 0
);
alter table known_wallet enable row level security;
alter table known_wallet force row level security;
create policy known_wallet_tenant on known_wallet using (sees(tenant_id));

-- What was stopped for its tenant's wallet, in its order: it is started again when that is enough.
create table suspended_instance (
    instance_id uuid primary key,
    tenant_id uuid not null,
    number bigint generated always as identity,
    since timestamptz not null
);
create index suspended_instance_tenant on suspended_instance (tenant_id, number);
alter table suspended_instance enable row level security;
alter table suspended_instance force row level security;
create policy suspended_instance_tenant on suspended_instance using (sees(tenant_id));
