-- Whether each second of a plan is paid, or each hour that has been started.
alter table plan add column by_second boolean not null default false;
alter table plan_version add column by_second boolean not null default false;

-- What is metered: it has the id of what it meters. Which hours cost what is worked out from its states, and what was charged for
-- them is compared with that.
create table meter (
    id uuid primary key,
    tenant_id uuid not null,
    wallet_id uuid not null,
    resource_type text not null check (resource_type in ('INSTANCE')),
    generation bigint not null,
    plan_id uuid,
    rate_from timestamptz not null,
    last_billed_at timestamptz,
    held_hour timestamptz,
    held_amount numeric(20, 6) check ((held_amount is null) = (held_hour is null)),
    hold_id uuid,
    owes boolean not null default false,
    due_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    foreign key (wallet_id, tenant_id) references wallet (id, tenant_id)
);
create index meter_tenant on meter (tenant_id, id);
create index meter_plan on meter (plan_id);
create index meter_due on meter (due_at) where due_at is not null;
create index meter_owes on meter (wallet_id) where owes;
alter table meter enable row level security;
alter table meter force row level security;
create policy meter_tenant on meter using (sees(tenant_id));

-- What facts say, one row for each: in whatever order they come, they make the same picture.
create table meter_state (
    meter_id uuid not null references meter,
    tenant_id uuid not null,
    generation bigint not null,
    at timestamptz not null,
    plan_id uuid,
    primary key (meter_id, generation)
);
create index meter_state_tenant on meter_state (tenant_id);
alter table meter_state enable row level security;
alter table meter_state force row level security;
create policy meter_state_tenant on meter_state using (sees(tenant_id));
revoke update, delete, truncate on meter_state from billing_service;

-- What is charged for an hour, and what corrects it: each is posted once.
create table usage_charge (
    id uuid primary key,
    tenant_id uuid not null,
    wallet_id uuid not null,
    meter_id uuid not null references meter,
    hour timestamptz not null,
    part integer not null,
    amount numeric(20, 6) not null check (amount <> 0),
    plan_id uuid not null,
    plan_version integer not null,
    transaction_id uuid references ledger_transaction,
    created_at timestamptz not null,
    unique (meter_id, hour, part)
);
create index usage_charge_tenant on usage_charge (tenant_id, id);
create index usage_charge_meter on usage_charge (meter_id, id);
create index usage_charge_unpaid on usage_charge (meter_id) where transaction_id is null;
create unique index usage_charge_transaction on usage_charge (transaction_id) where transaction_id is not null;
alter table usage_charge enable row level security;
alter table usage_charge force row level security;
create policy usage_charge_tenant on usage_charge using (sees(tenant_id));
revoke update, delete, truncate on usage_charge from billing_service;
grant update (transaction_id) on usage_charge to billing_service;
