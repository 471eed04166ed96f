-- What people call the thing, for invoices.
alter table meter add column name text;
create index meter_wallet_due on meter (wallet_id, due_at) where due_at is not null;

-- To whom a wallet's invoices are made out.
create table billing_details (
    wallet_id uuid primary key,
    tenant_id uuid not null unique,
    generation bigint not null default 1,
    name text,
    address text,
    country text check (country ~ '^[A-Z]{2}$'),
    tax_id text,
    email text,
    tenant_name text not null,
    tenant_generation bigint not null,
    admin_user_id uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    foreign key (wallet_id, tenant_id) references wallet (id, tenant_id)
);
alter table billing_details enable row level security;
alter table billing_details force row level security;
create policy billing_details_tenant on billing_details using (sees(tenant_id));

-- The last number that an issuer has given. It is taken in the transaction of its invoice: without the one there is not the other.
create table invoice_series (
    issuer text primary key,
    last_number bigint not null
);
revoke delete, truncate on invoice_series from billing_service;

-- An invoice never says anything else: only whether it is paid, and how much of it was given back, comes later.
create table invoice (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    wallet_id uuid not null,
    user_id uuid,
    type text not null check (type in ('USAGE', 'TOP_UP', 'CREDIT_NOTE')),
    series text not null references invoice_series,
    number bigint not null,
    invoice_number text not null constraint invoice_number unique,
    status text not null check (status in ('PENDING', 'PAID', 'FAILED', 'CANCELLED')),
    currency text not null,
    amount numeric(20, 6) not null check (amount >= 0),
    tax_name text not null,
    tax_rate numeric(20, 6) not null check (tax_rate >= 0),
    tax_amount numeric(20, 6) not null check (tax_amount >= 0 and tax_amount <= amount),
    fraction_before numeric(20, 6) not null,
    fraction_after numeric(20, 6) not null,
    credited_amount numeric(20, 6) not null default 0 constraint invoice_credited check (credited_amount >= 0 and credited_amount <= amount),
    billing_period_start timestamptz,
    billing_period_end timestamptz check ((billing_period_end is null) = (billing_period_start is null)),
    due_date date not null,
    line_items text not null,
    after_transaction_id uuid,
    last_transaction_id uuid,
    credited_invoice_id uuid references invoice,
    transaction_id uuid references ledger_transaction,
    reference text,
    issuer text not null,
    recipient text not null,
    reminders integer not null,
    due_at timestamptz,
    paid_at timestamptz check ((paid_at is null) = (status <> 'PAID')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz check (deleted_at is null),
    unique (series, number),
    foreign key (wallet_id, tenant_id) references wallet (id, tenant_id)
);
create index invoice_tenant on invoice (tenant_id, id);
create index invoice_wallet on invoice (wallet_id, id);
create index invoice_due on invoice (due_at) where due_at is not null;
create index invoice_credited_invoice on invoice (credited_invoice_id) where credited_invoice_id is not null;
create index invoice_transaction on invoice (transaction_id) where transaction_id is not null;
alter table invoice enable row level security;
alter table invoice force row level security;
create policy invoice_tenant on invoice using (sees(tenant_id));
revoke update, delete, truncate on invoice from billing_service;
grant update (generation, status, credited_amount, transaction_id, reference, reminders, due_at, paid_at, created_at, updated_at,
    created_by, updated_by, deleted_at)
    on invoice to billing_service;

-- How far a wallet's movements stand on invoices: all up to that transaction do, each on one.
create table invoicing (
    wallet_id uuid primary key,
    tenant_id uuid not null,
    period_start timestamptz not null,
    last_transaction_id uuid,
    fraction numeric(20, 6) not null,
    updated_at timestamptz not null,
    foreign key (wallet_id, tenant_id) references wallet (id, tenant_id)
);
create index invoicing_tenant on invoicing (tenant_id);
alter table invoicing enable row level security;
alter table invoicing force row level security;
create policy invoicing_tenant on invoicing using (sees(tenant_id));
