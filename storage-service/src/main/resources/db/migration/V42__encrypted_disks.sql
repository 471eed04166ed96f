-- The key with which is encrypted what only a host may read, as its agent has told compute; null where it has told none.
create table known_host_key (
    id uuid primary key,
    generation bigint not null,
    agent_encryption_key text
);

-- Encrypted disks. Their keys are sealed for their row: the one that is to open a disk, and those of which one may open it until then.
alter table disk
    add column encrypted boolean not null default false,
    add column keys_sealed text,
    add column key_version integer not null default 0,
    add column shown_key_version bigint not null default 0,
    add column encryption_key_version integer,
    add column key_rotated_at timestamptz,
    add column sealed_for text;
drop index disk_unrested;
create index disk_unrested on disk (status) where status in ('CREATING', 'GROWING', 'RESTORING', 'ROTATING', 'DELETING');

-- A snapshot and a backup keep the key that opened their disk at their moment.
alter table disk_snapshot
    add column encrypted boolean not null default false,
    add column keys_sealed text;
alter table backup
    add column encrypted boolean not null default false,
    add column keys_sealed text;

-- One that is moved is opened by the keys of its row.
alter table moving_disk add column encrypted boolean not null default false;
alter table disk_copy
    add column encrypted boolean not null default false,
    add column key_version integer not null default 0,
    add column shown_key_version bigint not null default 0;
