-- The stretches of a subnet that were never given: whoever takes an address moves the next one of a stretch that nobody
-- holds. Rows are few, and pages have room, so that a moved one stays where it is.
create table address_lane (
    subnet_id uuid not null,
    family integer not null,
    lane integer not null,
    base inet not null,
    next bigint not null,
    last bigint not null,
    primary key (subnet_id, family, lane)
) with (fillfactor = 20);

-- Stretches that are kept from being given, by the address that stands for them.
create table address_range (
    address_id uuid primary key,
    subnet_id uuid not null,
    family integer not null,
    first bigint not null,
    last bigint not null
);
create index address_range_subnet on address_range (subnet_id, family);

-- Every address that was ever given, made when it is. A row in a tenant's subnet is always that tenant's; one in a subnet
-- of the platform is its holder's, and nobody's when it is available. Subnets are never removed, so no foreign key needs
-- to lock the subnet's row whenever an address is taken.
create table ip_address (
    id uuid primary key,
    generation bigint not null,
    tenant_id uuid,
    subnet_id uuid not null,
    family integer not null,
    ip_pool_id uuid,
    ip_address text not null,
    status text not null,
    kind text not null,
    is_public boolean not null,
    instance_id uuid,
    port_id uuid,
    port_generation bigint,
    mac_address text,
    user_id uuid,
    quota_holders uuid[] not null default '{}',
    allocated_at timestamptz,
    allocated_by uuid,
    lease_expires_at timestamptz,
    frozen_until timestamptz,
    is_range_start boolean not null,
    range_size integer not null,
    tags text not null default '[]' check (tags is json array),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint ip_address_once unique (subnet_id, ip_address)
) with (fillfactor = 80);
create index ip_address_tenant on ip_address (tenant_id, id);
create index ip_address_available on ip_address (subnet_id, family) where status = 'AVAILABLE';
create index ip_address_instance on ip_address (instance_id) where instance_id is not null;
create index ip_address_port on ip_address (port_id) where port_id is not null;
create index ip_address_frozen on ip_address (id) where status = 'FROZEN';
create index ip_address_lease on ip_address (lease_expires_at) where lease_expires_at is not null;
alter table ip_address enable row level security;
alter table ip_address force row level security;
create policy ip_address_tenant on ip_address using (sees(tenant_id));
create policy ip_address_free_seen on ip_address for select using (tenant_id is null and status = 'AVAILABLE');
create policy ip_address_free_taken on ip_address for update using (tenant_id is null and status = 'AVAILABLE')
    with check (sees(tenant_id));

-- Counts an address for all whom it counts for, or tells whose limit is reached. Rows are held in one order, so that two
-- who count at once never wait for each other.
create function count_address(of_tenant uuid, of_user uuid, out holders uuid[], out reached text)
    language plpgsql as $$
begin
    insert into quota_holder (id, level, tenant_id) values (of_tenant, 'TENANT', of_tenant) on conflict do nothing;
    if of_user is not null then
        insert into quota_holder (id, level, tenant_id) values (of_user, 'USER', of_tenant) on conflict do nothing;
    end if;
    holders := quota_holders_of(of_tenant, of_user);
    perform 1 from quota_holder where id = any(holders) order by id for update;
    select level into reached from quota_holder where id = any(holders) and held >= most order by level limit 1;
    if reached is null then
        update quota_holder set held = held + 1 where id = any(holders);
    end if;
end $$;

-- Gives an address that was named, or the next one that is free: one that was never given if there is one, else one that
-- was given back. It looks at a few rows, however large the subnet is. The outcome is GIVEN, FULL, TAKEN, FROZEN (it cools
-- down) or the level of the limit that is reached: TENANT, GROUP or USER.
create function claim_address(
    new_id uuid, of_tenant uuid, of_subnet uuid, of_family integer, wanted text, of_pool uuid, new_status text,
    new_kind text, public boolean, of_instance uuid, of_port uuid, mac text, of_user uuid, by_user uuid,
    lease timestamptz, new_tags text, out outcome text, out address_id uuid)
    language plpgsql as $$
declare
    stretch address_lane;
    place bigint;
    found_id uuid;
    found_status text;
    counted uuid[] := '{}';
    patient boolean := false;
begin
    if public and of_tenant is not null then
        select c.holders, c.reached into counted, outcome from count_address(of_tenant, of_user) c;
        if outcome is not null then
            return;
        end if;
    end if;
    if wanted is not null then
        perform pg_advisory_xact_lock_shared(hashtextextended('the ranges of ' || of_subnet, 0));
        select wanted::inet - base into place from address_lane
            where subnet_id = of_subnet and family = of_family limit 1;
        -- A subnet without a stretch is being deleted.
        if place is null then
            outcome := 'FULL';
            return;
        end if;
        if exists (select from address_range r where r.subnet_id = of_subnet and r.family = of_family
                and place between r.first and r.last) then
            outcome := 'TAKEN';
            return;
        end if;
        insert into ip_address values (
            new_id, 1, of_tenant, of_subnet, of_family, of_pool, host(wanted::inet), new_status, new_kind, public,
            of_instance, of_port, null, mac, of_user, counted, now(), by_user, lease, null, false, 1, new_tags, now(), now())
            on conflict do nothing;
        if found then
            outcome := 'GIVEN';
            address_id := new_id;
            return;
        end if;
        select id, status into found_id, found_status from ip_address
            where subnet_id = of_subnet and ip_address = host(wanted::inet) for update;
        if found_status is distinct from 'AVAILABLE' then
            outcome := case when found_status = 'FROZEN' then 'FROZEN' else 'TAKEN' end;
            return;
        end if;
    else
        loop
            if patient then
                select * into stretch from address_lane
                    where subnet_id = of_subnet and family = of_family and next <= last
                    order by lane limit 1 for update;
            else
                select * into stretch from address_lane
                    where subnet_id = of_subnet and family = of_family and next <= last
                    order by lane limit 1 for update skip locked;
            end if;
            if stretch.lane is not null then
                place := stretch.next;
                while place <= stretch.last loop
                    insert into ip_address values (
                        new_id, 1, of_tenant, of_subnet, of_family, of_pool, host(stretch.base + place), new_status,
                        new_kind, public, of_instance, of_port, null, mac, of_user, counted, now(), by_user, lease, null,
                        false, 1, new_tags, now(), now())
                        on conflict do nothing;
                    exit when found;
                    place := place + 1;
                end loop;
                update address_lane set next = place + 1
                    where subnet_id = of_subnet and family = of_family and lane = stretch.lane;
                if place <= stretch.last then
                    outcome := 'GIVEN';
                    address_id := new_id;
                    return;
                end if;
                stretch := null;
                continue;
            end if;
            select id into found_id from ip_address
                where subnet_id = of_subnet and family = of_family and status = 'AVAILABLE'
                limit 1 for update skip locked;
            exit when found_id is not null;
            -- All stretches may be in others' hands: from now on whoever has one is waited for.
            if not exists (select from address_lane
                    where subnet_id = of_subnet and family = of_family and next <= last) then
                outcome := 'FULL';
                return;
            end if;
            patient := true;
        end loop;
    end if;
    update ip_address set
        generation = generation + 1, tenant_id = of_tenant, ip_pool_id = of_pool, status = new_status, kind = new_kind,
        is_public = public, instance_id = of_instance, port_id = of_port, port_generation = null, mac_address = mac,
        user_id = of_user, quota_holders = counted, allocated_at = now(), allocated_by = by_user,
        lease_expires_at = lease, frozen_until = null, tags = new_tags, updated_at = now()
        where id = found_id;
    outcome := 'GIVEN';
    address_id := found_id;
end $$;

-- Keeps a stretch from being given, or tells that somebody has an address of it. Stretches that were never given are cut
-- around it.
create function keep_range(of_address uuid, of_subnet uuid, of_family integer, from_place bigint, to_place bigint)
    returns boolean
    language plpgsql as $$
declare
    stretch address_lane;
    start inet;
    highest integer;
begin
    perform pg_advisory_xact_lock(hashtextextended('the ranges of ' || of_subnet, 0));
    perform 1 from address_lane where subnet_id = of_subnet and family = of_family order by lane for update;
    select base, max(lane) over () into start, highest from address_lane
        where subnet_id = of_subnet and family = of_family limit 1;
    if exists (select from address_range r where r.subnet_id = of_subnet and r.family = of_family
            and r.first <= to_place and r.last >= from_place) then
        return false;
    end if;
    -- What is being taken from the free list at this moment is waited for, and then counts as held.
    delete from ip_address a where a.subnet_id = of_subnet and a.family = of_family
        and a.status = 'AVAILABLE' and a.ip_address::inet - start between from_place and to_place;
    if exists (select from ip_address a where a.subnet_id = of_subnet and a.family = of_family
            and a.status <> 'AVAILABLE' and a.ip_address::inet - start between from_place and to_place) then
        return false;
    end if;
    for stretch in select * from address_lane l where l.subnet_id = of_subnet and l.family = of_family
            and l.next <= l.last and l.next <= to_place and l.last >= from_place loop
        if stretch.last > to_place then
            highest := highest + 1;
            insert into address_lane values
                (of_subnet, of_family, highest, start, greatest(stretch.next, to_place + 1), stretch.last);
        end if;
        update address_lane l set last = from_place - 1
            where l.subnet_id = of_subnet and l.family = of_family and l.lane = stretch.lane;
    end loop;
    insert into address_range values (of_address, of_subnet, of_family, from_place, to_place);
    return true;
end $$;

-- Lets a kept stretch be given again.
create function give_range(of_address uuid) returns void
    language plpgsql as $$
declare
    kept address_range;
begin
    delete from address_range where address_id = of_address returning * into kept;
    if kept.address_id is not null then
        insert into address_lane
            select kept.subnet_id, kept.family, max(lane) + 1, min(base), kept.first, kept.last
            from address_lane where subnet_id = kept.subnet_id and family = kept.family;
    end if;
end $$;
