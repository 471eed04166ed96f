-- The public keys that users have in identity's catalogue; one that is deleted there opens no new instance.
create table known_ssh_key (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid not null,
    user_id uuid not null,
    public_key text
);
alter table known_ssh_key enable row level security;
alter table known_ssh_key force row level security;
create policy known_ssh_key_tenant on known_ssh_key using (sees(tenant_id));
