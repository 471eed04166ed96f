-- What billing says that a tenant may do with its wallet: whether more storage may be made.
create table known_wallet (
    tenant_id uuid primary key,
    generation bigint not null,
    stage text not null check (stage in ('ACTIVE', 'WARNED', 'RESTRICTED', 'SUSPENDED')),
    reasons text not null
);
alter table known_wallet enable row level security;
alter table known_wallet force row level security;
create policy known_wallet_tenant on known_wallet using (sees(tenant_id));
