-- Who receives a part of an upload has a lease of it; how often somebody has begun to send one is counted.
alter table upload rename column holder to lease_id;
alter table upload rename column held_until to leased_until;
alter table upload add column attempts integer not null default 0;

-- Parts are the object's, whoever brings them, until it is stored, and go with it.
create table object_part (
    object_id uuid not null references stored_object on delete cascade,
    part_offset bigint not null,
    size_bytes bigint not null,
    name text not null,
    primary key (object_id, part_offset)
);
select set_config('skyholm.platform', 'on', true);
insert into object_part select upload_id, part_offset, size_bytes, name from upload_part
where exists (select from stored_object o where o.id = upload_id and o.status = 'RECEIVING');
select set_config('skyholm.platform', '', true);
drop table upload_part;

-- How far the round over the store has come, and when the last one began that saw all of it.
create table object_inventory (
    id uuid primary key,
    last_seen_id uuid,
    began_at timestamptz,
    completed_began_at timestamptz
);
insert into object_inventory (id) values ('0197a3c0-0000-7000-8000-000000000001');
