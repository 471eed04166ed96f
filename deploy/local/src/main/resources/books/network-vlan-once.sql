-- No VLAN is there twice in a data centre.
select edge_data_center_id, vlan_id, count(*) from network.vpc
where deleted_at is null and vlan_id is not null and edge_data_center_id is not null
group by edge_data_center_id, vlan_id having count(*) > 1
