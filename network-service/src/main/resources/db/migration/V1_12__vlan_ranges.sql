-- The VLAN ids from which networks are given theirs, as the operator set them for each data centre.
alter table known_data_center
    add column vlan_range_start integer,
    add column vlan_range_end integer;
