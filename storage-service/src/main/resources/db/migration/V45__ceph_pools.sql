-- The key with which is encrypted what only a host may read, as its agent has told compute; null where it has told none.
create table known_host_key (
    id uuid primary key,
    generation bigint not null,
    agent_encryption_key text
);

-- Where a storage pool is in Ceph, and the key of its host, which is sealed for this row. It has the id of its storage pool.
create table ceph_pool (
    id uuid primary key references storage_pool,
    generation bigint not null,
    monitors text[] not null,
    rbd_pool text not null,
    rbd_namespace text not null,
    ceph_user text not null,
    sealed_key text,
    sealed_key_id text,
    sealed_for text,
    status text not null,
    status_reason text,
    wait_until timestamptz,
    is_stale boolean not null,
    compute_machine_id uuid,
    desired_generation bigint not null,
    desired_present boolean not null,
    seen_generation bigint not null,
    seen_state text,
    seen_settled boolean not null,
    seen_detail text,
    seen_at timestamptz,
    settled_generation bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    created_by uuid,
    updated_by uuid,
    deleted_at timestamptz
);
create index ceph_pool_machine on ceph_pool (compute_machine_id) where deleted_at is null;
create index ceph_pool_namespace on ceph_pool (rbd_pool, rbd_namespace) where deleted_at is null;
create index ceph_pool_deleted_at on ceph_pool (deleted_at) where deleted_at is not null;
-- What lets somebody at the disks of a host is nobody's business but the platform's.
alter table ceph_pool enable row level security;
alter table ceph_pool force row level security;
create policy ceph_pool_platform on ceph_pool using (current_setting('skyholm.platform', true) = 'on');
