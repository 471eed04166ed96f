-- Whether the wallet could not hold the present hour of what runs.
alter table meter add column lacks_hold boolean not null default false;
create index meter_lacks_hold on meter (wallet_id) where lacks_hold;

-- What a tenant may do with the money that it has, as it was last told, and what its tenant wants to be kept to.
create table wallet_standing (
    wallet_id uuid primary key,
    tenant_id uuid not null unique,
    generation bigint not null default 1,
    stage text not null default 'ACTIVE' check (stage in ('ACTIVE', 'WARNED', 'RESTRICTED', 'SUSPENDED')),
    reasons text not null default '[]',
    stage_since timestamptz not null,
    available numeric(20, 6) not null default 0,
    hourly_cost numeric(20, 6) not null default 0,
    missing numeric(20, 6) not null default 0 check (missing >= 0),
    grace_ends_at timestamptz,
    resume_cost numeric(20, 6) not null default 0,
    spent numeric(20, 6) not null default 0,
    spent_month timestamptz not null,
    counted_transaction_id uuid,
    low_balance numeric(20, 6) check (low_balance > 0),
    warn_hours integer not null default 72 check (warn_hours >= 0),
    warn_at numeric(20, 6) check (warn_at > 0),
    refuse_at numeric(20, 6) check (refuse_at > 0),
    stop_at numeric(20, 6) check (stop_at > 0),
    due_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    foreign key (wallet_id, tenant_id) references wallet (id, tenant_id)
);
create index wallet_standing_due on wallet_standing (due_at) where due_at is not null;
alter table wallet_standing enable row level security;
alter table wallet_standing force row level security;
create policy wallet_standing_tenant on wallet_standing using (sees(tenant_id));
