-- Of whose networks an instance may join any: of the members of the groups to which whoever made it was limited; null for all of its tenant.
alter table instance add column network_groups text[];
