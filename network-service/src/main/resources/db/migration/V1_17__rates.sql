-- How fast the ports of an instance may be is said by the plan that it was made by.
create table known_plan (
    id uuid primary key,
    generation bigint not null,
    network_out_mbps integer
);

alter table known_instance add column plan_id uuid;
create index known_instance_plan on known_instance (plan_id) where plan_id is not null;
