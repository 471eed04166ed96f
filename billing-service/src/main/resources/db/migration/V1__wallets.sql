-- As callers see an amount: at least two places behind the point, and no zeros behind them.
create function money_text(amount numeric) returns text
    language sql immutable parallel safe
    return case when scale(trim_scale(amount)) < 2 then round(amount, 2) else trim_scale(amount) end::text;

-- What a tenant has paid in advance. Its balance and what is held of it follow its postings and holds by triggers, within their
-- statements: the service itself can write neither.
create table wallet (
    id uuid primary key,
    generation bigint not null default 1,
    tenant_id uuid not null unique,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    balance numeric(20, 6) not null default 0 constraint wallet_balance check (balance >= 0),
    held numeric(20, 6) not null default 0 constraint wallet_held check (held >= 0 and held <= balance),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (id, tenant_id)
);
alter table wallet enable row level security;
alter table wallet force row level security;
create policy wallet_tenant on wallet using (sees(tenant_id));
revoke insert, update, delete, truncate on wallet from billing_service;
grant insert (id, tenant_id, currency, created_at, updated_at) on wallet to billing_service;
-- Whoever may update no column may not lock the row.
grant update (updated_at) on wallet to billing_service;

-- One movement of money on a wallet. It is never changed: what was wrong is corrected by another.
create table ledger_transaction (
    id uuid primary key,
    tenant_id uuid not null,
    wallet_id uuid not null,
    type text not null check (type in ('DEPOSIT', 'CHARGE', 'REFUND', 'ADJUSTMENT')),
    amount numeric(20, 6) not null check (amount <> 0),
    currency text not null,
    balance_after numeric(20, 6) not null check (balance_after >= 0),
    description text,
    reference text,
    refunded_transaction_id uuid references ledger_transaction,
    hold_id uuid,
    idempotency_key text not null,
    created_at timestamptz not null,
    created_by uuid,
    constraint ledger_transaction_once unique (wallet_id, idempotency_key),
    foreign key (wallet_id, tenant_id) references wallet (id, tenant_id)
);
create index ledger_transaction_tenant on ledger_transaction (tenant_id, id);
create index ledger_transaction_wallet on ledger_transaction (wallet_id, id);
create index ledger_transaction_refunded on ledger_transaction (refunded_transaction_id)
    where refunded_transaction_id is not null;
alter table ledger_transaction enable row level security;
alter table ledger_transaction force row level security;
create policy ledger_transaction_tenant on ledger_transaction using (sees(tenant_id));
revoke update, delete, truncate on ledger_transaction from billing_service;

-- What a transaction adds to an account and takes from another. WALLET is what the platform owes the tenant; the others are the
-- platform's side of it, kept for each wallet, so that no two tenants ever wait for one row.
create table posting (
    transaction_id uuid not null references ledger_transaction,
    account text not null check (account in ('WALLET', 'FUNDS', 'REVENUE', 'ADJUSTMENTS')),
    tenant_id uuid not null,
    wallet_id uuid not null,
    amount numeric(20, 6) not null check (amount <> 0),
    primary key (transaction_id, account)
);
create index posting_wallet on posting (wallet_id, account);
create index posting_tenant on posting (tenant_id);
alter table posting enable row level security;
alter table posting force row level security;
create policy posting_tenant on posting using (sees(tenant_id));
revoke update, delete, truncate on posting from billing_service;

-- What is kept of a balance for something that will be charged.
create table hold (
    id uuid primary key,
    tenant_id uuid not null,
    wallet_id uuid not null,
    amount numeric(20, 6) not null check (amount > 0),
    status text not null check (status in ('OPEN', 'CAPTURED', 'VOIDED')),
    subject text not null,
    idempotency_key text not null,
    created_at timestamptz not null,
    ended_at timestamptz check ((ended_at is null) = (status = 'OPEN')),
    constraint hold_once unique (wallet_id, idempotency_key),
    foreign key (wallet_id, tenant_id) references wallet (id, tenant_id)
);
create index hold_tenant on hold (tenant_id);
create index hold_open on hold (wallet_id) where status = 'OPEN';
create index hold_ended on hold (ended_at);
alter table hold enable row level security;
alter table hold force row level security;
create policy hold_tenant on hold using (sees(tenant_id));
revoke update, truncate on hold from billing_service;
grant update (status, ended_at) on hold to billing_service;

-- What was posted stays, for the owner of the schema too.
create function ledger_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was posted is never changed: correct it by another transaction';
end
$$;
create trigger ledger_transaction_stays before update or delete on ledger_transaction
    for each row execute function ledger_stays();
create trigger posting_stays before update or delete on posting
    for each row execute function ledger_stays();

-- Postings of a statement balance, say what their transaction says, and change the balances of their wallets.
create function posting_counts() returns trigger
    language plpgsql security definer set search_path = billing, pg_temp as $$
declare
    changed integer;
begin
    if exists (select from added group by transaction_id having sum(amount) <> 0) then
        raise exception 'the postings of a transaction do not sum to zero'
            using errcode = 'check_violation', constraint = 'posting_balanced';
    end if;
    if exists (
        select from added join ledger_transaction t on t.id = added.transaction_id
        where t.wallet_id <> added.wallet_id or t.tenant_id <> added.tenant_id
            or added.account = 'WALLET' and t.amount <> added.amount
    ) then
        raise exception 'a posting is not what its transaction says'
            using errcode = 'check_violation', constraint = 'posting_of_transaction';
    end if;
    update wallet set balance = balance + sum.amount, generation = generation + 1, updated_at = calendar_now()
    from (select wallet_id, sum(amount) as amount from added where account = 'WALLET' group by wallet_id) sum
    where id = sum.wallet_id;
    -- Row level security hides wallets from whoever is bound to no tenant.
    get diagnostics changed = row_count;
    if changed <> (select count(distinct wallet_id) from added where account = 'WALLET') then
        raise exception 'a wallet does not follow its postings'
            using errcode = 'check_violation', constraint = 'posting_counted';
    end if;
    return null;
end
$$;
create trigger posting_counts after insert on posting
    referencing new table as added for each statement execute function posting_counts();

-- No transaction commits without its posting on the wallet.
create function ledger_transaction_is_posted() returns trigger
    language plpgsql security definer set search_path = billing, pg_temp as $$
begin
    if not exists (select from posting where transaction_id = new.id and account = 'WALLET') then
        raise exception 'a transaction has no postings'
            using errcode = 'check_violation', constraint = 'ledger_transaction_posted';
    end if;
    return null;
end
$$;
create constraint trigger ledger_transaction_is_posted after insert on ledger_transaction
    deferrable initially deferred for each row execute function ledger_transaction_is_posted();

-- What is held of a wallet is what its open holds keep.
create function hold_counts() returns trigger
    language plpgsql security definer set search_path = billing, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        update wallet set held = held + sum.amount, generation = generation + 1, updated_at = calendar_now()
        from (select wallet_id, sum(amount) as amount from added where status = 'OPEN' group by wallet_id) sum
        where id = sum.wallet_id;
    elsif tg_op = 'DELETE' then
        update wallet set held = held - sum.amount, generation = generation + 1, updated_at = calendar_now()
        from (select wallet_id, sum(amount) as amount from removed where status = 'OPEN' group by wallet_id) sum
        where id = sum.wallet_id;
    else
        update wallet set held = held + sum.amount, generation = generation + 1, updated_at = calendar_now()
        from (
            select wallet_id, sum(amount) as amount
            from (select wallet_id, amount from added where status = 'OPEN'
                union all
                select wallet_id, -amount from removed where status = 'OPEN') changed
            group by wallet_id having sum(amount) <> 0
        ) sum
        where id = sum.wallet_id;
    end if;
    return null;
end
$$;
create trigger hold_added after insert on hold
    referencing new table as added for each statement execute function hold_counts();
create trigger hold_changed after update on hold
    referencing new table as added old table as removed for each statement execute function hold_counts();
create trigger hold_removed after delete on hold
    referencing old table as removed for each statement execute function hold_counts();
