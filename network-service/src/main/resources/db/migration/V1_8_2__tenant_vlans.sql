-- Which VLAN ids are taken everybody's allotments have to see, but not by which tenant: the rows are their tenant's, and a
-- function tells the ids alone.
alter table known_tenant_vlan enable row level security;
alter table known_tenant_vlan force row level security;
create policy known_tenant_vlan_tenant on known_tenant_vlan using (sees(tenant_id));

-- The ids that are some tenant's own, but for those of one tenant. The transaction sees no more after it than before.
create function vlans_of_tenants(except_tenant uuid) returns setof integer
    language plpgsql as $$
declare
    before text := coalesce(current_setting('skyholm.platform', true), '');
begin
    perform set_config('skyholm.platform', 'on', true);
    return query select own.vlan_id from known_tenant_vlan own
        where own.vlan_id is not null and own.tenant_id is distinct from except_tenant;
    perform set_config('skyholm.platform', before, true);
end
$$;
