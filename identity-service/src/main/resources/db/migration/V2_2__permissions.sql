-- The catalogue of what can be allowed: each action on each type of resource, as the program knows them. A type that is
-- added there is added here by a migration of its own; a test compares the two.
create table permission (
    id uuid primary key default uuidv7(),
    resource_type text not null,
    action text not null,
    name text not null generated always as (resource_type || ':' || action) stored,
    description text not null,
    created_at timestamptz not null default now(),
    unique (resource_type, action)
);
insert into permission (resource_type, action, description)
select resource_type, action, says || ': ' || lower(replace(resource_type, '_', ' '))
from unnest(array[
        'TENANT', 'USER', 'USER_GROUP', 'ROLE', 'QUOTA', 'API_KEY', 'SSH_KEY', 'SESSION', 'THEME', 'EDGE_DC',
        'RESOURCE_POOL', 'SERVER', 'CLOUD_BOX', 'INSTANCE', 'INSTANCE_SET', 'TEMPLATE', 'CONTAINER', 'STACK_SCRIPT',
        'OPERATION', 'CREDENTIAL', 'PROVIDER', 'INVENTORY_ITEM', 'MANAGED_RESOURCE', 'TERRAFORM_STATE', 'NETWORK',
        'SECURITY_GROUP', 'PLACE', 'NETWORKING_CONFIG', 'STORAGE', 'IMAGE', 'PLAN', 'WALLET', 'USAGE', 'INVOICE',
        'TRANSACTION', 'COST_RECORD', 'TICKET', 'NOTIFICATION', 'WEBHOOK', 'AUDIT_ENTRY']) resource_type
    cross join (values
        ('CREATE', 'Create'),
        ('READ', 'See'),
        ('UPDATE', 'Change'),
        ('DELETE', 'Delete'),
        ('MANAGE', 'Decide what its owner may not'),
        ('EXECUTE', 'Start, stop, run, retry or cancel')) done (action, says);
