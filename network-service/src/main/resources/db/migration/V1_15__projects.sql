-- Within a project its members' networks and addresses are seen and changed alone, and the ports of their instances. What is the platform's is
-- everybody's.
create policy vpc_project on vpc as restrictive
    using (not is_limited() or tenant_id is null or user_id in (select user_id from project_member));
create policy subnet_project on subnet as restrictive
    using (not is_limited() or tenant_id is null or exists (select from vpc where vpc.id = vpc_id and vpc.tenant_id is not null));
create policy ip_pool_project on ip_pool as restrictive
    using (not is_limited() or tenant_id is null or exists (select from subnet where subnet.id = subnet_id and subnet.tenant_id is not null));
create policy ip_address_project on ip_address as restrictive
    using (not is_limited() or tenant_id is null or user_id in (select user_id from project_member));
create policy known_instance_project on known_instance as restrictive
    using (not is_limited() or user_id in (select user_id from project_member));
create policy instance_network_project on instance_network as restrictive for select
    using (not is_limited() or exists (select from known_instance where known_instance.id = instance_network.id));
create policy port_project on port as restrictive for select
    using (not is_limited() or exists (select from known_instance where known_instance.id = instance_id));
create policy traffic_project on traffic as restrictive for select
    using (not is_limited() or exists (select from known_instance where known_instance.id = instance_id));
create policy traffic_counter_project on traffic_counter as restrictive for select
    using (not is_limited() or exists (select from port where port.id = port_id));
