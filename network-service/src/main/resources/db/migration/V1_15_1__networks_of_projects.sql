-- Of its tenant's networks an instance joins only those of these groups' members; any of them where it is null.
alter table known_instance add column network_group_ids uuid[];
