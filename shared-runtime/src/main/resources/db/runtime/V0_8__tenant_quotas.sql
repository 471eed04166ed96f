-- What identity has told of how many rows of each kind a tenant may have.
alter table known_tenant add column quota_config text check (quota_config is json);
