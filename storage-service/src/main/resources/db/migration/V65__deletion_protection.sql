-- Whether deleting it is refused until its owner takes that away.
alter table disk add column deletion_protection boolean not null default false;
alter table image add column deletion_protection boolean not null default false;
