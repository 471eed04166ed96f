-- What the object store keeps for a tenant, or for the platform. The row goes when the bytes are proved gone.
create table stored_object (
    id uuid primary key,
    tenant_id uuid,
    size_bytes bigint not null,
    status text not null check (status in ('RECEIVING', 'STORED', 'REMOVING')),
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index stored_object_tenant on stored_object (tenant_id);
create index stored_object_removing on stored_object (id) where status = 'REMOVING';
alter table stored_object enable row level security;
alter table stored_object force row level security;
create policy stored_object_tenant on stored_object using (sees(tenant_id));

-- What the store said that it has, when it was asked last. Books compare it with the rows above.
create table observed_object (
    id uuid primary key,
    size_bytes bigint not null,
    sealed boolean not null,
    observed_at timestamptz not null
);

-- The pieces in which the bytes of a version come in. Whoever receives one holds the upload until held_until.
create table upload (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    image_id uuid not null,
    version_id uuid not null references image_version on delete cascade,
    status text not null,
    upload_length bigint not null,
    upload_offset bigint not null check (upload_offset between 0 and upload_length),
    metadata text,
    holder uuid,
    held_until timestamptz,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    ended_at timestamptz
);
create unique index upload_open on upload (version_id) where status = 'OPEN';
create index upload_version on upload (version_id, id);
create index upload_tenant on upload (tenant_id) where status = 'OPEN';
create index upload_ended_at on upload (ended_at) where ended_at is not null;
alter table upload enable row level security;
alter table upload force row level security;
create policy upload_tenant on upload using (sees(tenant_id));

create table upload_part (
    upload_id uuid not null references upload on delete cascade,
    part_offset bigint not null,
    size_bytes bigint not null,
    name text not null,
    primary key (upload_id, part_offset)
);
