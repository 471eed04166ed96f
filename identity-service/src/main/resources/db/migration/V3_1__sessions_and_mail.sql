-- Tokens issued before are refused; a second factor may be asked for.
alter table app_user add column tokens_not_before timestamptz;
alter table app_user add column totp_required boolean not null default false;

-- Keycloak keeps sessions; here is what people see of them. checked_at tells when Keycloak was last asked; null is soon.
create table session (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null references tenant,
    user_id uuid not null references app_user,
    ip_address text,
    user_agent text,
    created_at timestamptz not null,
    last_activity_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    checked_at timestamptz
);
create index session_of_user on session (user_id, id);
create index session_tenant on session (tenant_id, id);
create index session_open on session (checked_at) where ended_at is null;
alter table session enable row level security;
alter table session force row level security;
create policy session_tenant on session using (sees(tenant_id));

-- Attempts to log in. Those of unknown names belong to no tenant, and so are the platform's to see.
create table login (
    id uuid primary key,
    event_id text not null unique,
    tenant_id uuid references tenant,
    user_id uuid,
    username text,
    outcome text not null check (outcome in ('SUCCEEDED', 'FAILED')),
    reason text,
    ip_address text,
    at timestamptz not null
);
create index login_tenant on login (tenant_id, id);
create index login_user on login (user_id, id);
create index login_at on login (at);
alter table login enable row level security;
alter table login force row level security;
create policy login_tenant on login using (sees(tenant_id));

-- How far Keycloak's events have been read, in Keycloak's time: one row.
create table login_reading (
    id uuid primary key,
    read_until timestamptz not null,
    looked_at timestamptz not null
);
insert into login_reading values ('00000000-0000-7000-8000-000000000001', now(), now());

-- Mail that waits, and what became of it. The body holds secrets and is blanked when it is sent or given up.
create table mail (
    id uuid primary key,
    tenant_id uuid references tenant,
    recipient text not null,
    subject text not null,
    body text not null,
    state text not null check (state in ('QUEUED', 'SENT', 'FAILED')),
    attempts integer not null,
    deadline timestamptz not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    check (state = 'QUEUED' or body = '')
);
create index mail_queued on mail (id) where state = 'QUEUED';
alter table mail enable row level security;
alter table mail force row level security;
create policy mail_tenant on mail using (sees(tenant_id));

-- How often somebody unknown asked for something within an hour: the row that is checked is the row that is changed.
create table mail_wish (
    subject text not null,
    hour timestamptz not null,
    wishes integer not null,
    primary key (subject, hour)
);
create index mail_wish_hour on mail_wish (hour);

-- While claimed_until lies ahead, one call holds the token; should it die, the token can be used again after that.
create table password_reset (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null references tenant,
    user_id uuid not null references app_user,
    token_hash text not null unique,
    claimed_until timestamptz,
    expires_at timestamptz not null,
    used_at timestamptz,
    created_at timestamptz not null
);
create index password_reset_user on password_reset (user_id, id);
create index password_reset_tenant on password_reset (tenant_id, id);
alter table password_reset enable row level security;
alter table password_reset force row level security;
create policy password_reset_tenant on password_reset using (sees(tenant_id));

create table registration (
    id uuid primary key,
    tenant_id uuid references tenant,
    tenant_name text not null,
    username text not null,
    email text not null,
    first_name text,
    last_name text,
    token_hash text not null unique,
    claimed_until timestamptz,
    expires_at timestamptz not null,
    used_at timestamptz,
    user_id uuid,
    created_at timestamptz not null
);
alter table registration enable row level security;
alter table registration force row level security;
create policy registration_tenant on registration using (sees(tenant_id));

create table email_verification (
    id uuid primary key,
    tenant_id uuid not null references tenant,
    user_id uuid not null references app_user,
    email text not null,
    token_hash text not null unique,
    expires_at timestamptz not null,
    used_at timestamptz,
    created_at timestamptz not null
);
alter table email_verification enable row level security;
alter table email_verification force row level security;
create policy email_verification_tenant on email_verification using (sees(tenant_id));

create table invitation (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null references tenant,
    email text not null,
    roles text[] not null,
    status text not null check (status in ('PENDING', 'ACCEPTED', 'REVOKED')),
    token_hash text not null unique,
    claimed_until timestamptz,
    expires_at timestamptz not null,
    invited_by uuid,
    accepted_at timestamptz,
    user_id uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index invitation_tenant on invitation (tenant_id, id);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_tenant on invitation using (sees(tenant_id));
