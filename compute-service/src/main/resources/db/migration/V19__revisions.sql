-- Every aggregate counts its changes in the same columns. Who changed these is the platform unless a column says otherwise.
alter table virtual_machine add column created_by uuid, add column updated_by uuid;
alter table maintenance_notice add column created_by uuid, add column updated_by uuid;
