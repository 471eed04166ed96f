-- Whatever counts its changes has the same columns. Who changed a port or an address is known from now on. An address is
-- never deleted, since it is given again, and neither is what compute was told of an instance.
-- First, since it writes the table anew, and nobody is to wait for ports and addresses meanwhile. The values of old rows are
-- generated, since row level security hides rows from an update of the table's owner.
alter table instance_network
    add column created_at timestamptz not null generated always as (updated_at) stored,
    add column created_by uuid,
    add column updated_by uuid,
    add column deleted_at timestamptz;
alter table instance_network alter column created_at drop expression;

alter table port
    add column created_by uuid,
    add column updated_by uuid;

alter table ip_address
    add column created_by uuid,
    add column updated_by uuid,
    add column deleted_at timestamptz;

-- A tenant's deletion counts those that are left, again and again.
create index port_tenant_living on port (tenant_id) where deleted_at is null;

-- As before, and notes who asked for the address. The outcome is GIVEN, FULL, TAKEN, FROZEN (it cools down) or the level of
-- the limit that is reached: TENANT, GROUP or USER.
create or replace function claim_address(
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
        insert into ip_address (id, generation, tenant_id, subnet_id, family, ip_pool_id, ip_address, status, kind,
                is_public, instance_id, port_id, mac_address, user_id, quota_holders, allocated_at, allocated_by,
                lease_expires_at, is_range_start, range_size, tags, created_at, updated_at, created_by, updated_by)
            values (new_id, 1, of_tenant, of_subnet, of_family, of_pool, host(wanted::inet), new_status, new_kind,
                public, of_instance, of_port, mac, of_user, counted, calendar_now(), by_user,
                lease, false, 1, new_tags, calendar_now(), calendar_now(), by_user, by_user)
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
                    insert into ip_address (id, generation, tenant_id, subnet_id, family, ip_pool_id, ip_address, status, kind,
                            is_public, instance_id, port_id, mac_address, user_id, quota_holders, allocated_at, allocated_by,
                            lease_expires_at, is_range_start, range_size, tags, created_at, updated_at, created_by, updated_by)
                        values (new_id, 1, of_tenant, of_subnet, of_family, of_pool, host(stretch.base + place), new_status, new_kind,
                            public, of_instance, of_port, mac, of_user, counted, calendar_now(), by_user,
                            lease, false, 1, new_tags, calendar_now(), calendar_now(), by_user, by_user)
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
        user_id = of_user, quota_holders = counted, allocated_at = calendar_now(), allocated_by = by_user,
        lease_expires_at = lease, frozen_until = null, tags = new_tags, updated_at = calendar_now(),
        updated_by = by_user
        where id = found_id;
    outcome := 'GIVEN';
    address_id := found_id;
end $$;
