-- VLAN ids that are one tenant's own, as identity told them. No allotment passes over what it cannot see: everybody's
-- transactions see all of them, as they see which VLANs are taken.
create table known_tenant_vlan (
    tenant_id uuid primary key,
    generation bigint not null,
    vlan_id integer
);
create index known_tenant_vlan_id on known_tenant_vlan (vlan_id) where vlan_id is not null;
