-- What operators may do with the reconcile tasks of all services.
insert into permission (resource_type, action, description)
select 'RECONCILE_TASK', action, says || ': reconcile task'
from (values
    ('CREATE', 'Create'),
    ('READ', 'See'),
    ('UPDATE', 'Change'),
    ('DELETE', 'Delete'),
    ('MANAGE', 'Decide what its owner may not'),
    ('EXECUTE', 'Start, stop, run, retry or cancel')) done (action, says);
