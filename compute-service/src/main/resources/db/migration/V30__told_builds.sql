-- Which of its disks an instance's host was told to make, of what, and what it was to do: a disk that cannot be made anew leaves the one
-- that is there. Of those that were told before nobody knows what of: they keep none.
alter table instance
    add column told_builds bigint not null default 0,
    add column told_power text,
    add column told_source text;
alter table instance alter column told_builds drop default;
