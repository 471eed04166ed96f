-- What the guests of a subnet reach over another address of it than its router.
alter table subnet add column routes text not null default '[]' check (routes is json array);
