-- The VLAN ids that networks of a data centre may be given. Without a range they are given none: which ids are free for tenants
-- the operator knows, who has a physical network there.
alter table edge_data_center
    add column vlan_range_start integer check (vlan_range_start between 1 and 4094),
    add column vlan_range_end integer check (vlan_range_end between vlan_range_start and 4094),
    add check ((vlan_range_start is null) = (vlan_range_end is null));
