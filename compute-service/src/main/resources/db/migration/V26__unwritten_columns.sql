-- Nothing has ever written it: what a caller keeps with an instance is the instance's own config.
alter table virtual_machine drop column config;
