-- Mail that waits, and what became of it. The body holds secrets and is blanked when it is sent or given up.
-- Identity has had these tables since before they were a module's; there this changes nothing.
create table if not exists mail (
    id uuid primary key,
    tenant_id uuid,
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
create index if not exists mail_queued on mail (id) where state = 'QUEUED';
create index if not exists mail_created_at on mail (created_at);
alter table mail enable row level security;
alter table mail force row level security;
drop policy if exists mail_tenant on mail;
create policy mail_tenant on mail using (sees(tenant_id));

-- How often somebody unknown asked for something within an hour: the row that is checked is the row that is changed.
create table if not exists mail_wish (
    subject text not null,
    hour timestamptz not null,
    wishes integer not null,
    primary key (subject, hour)
);
create index if not exists mail_wish_hour on mail_wish (hour);
