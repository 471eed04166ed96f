insert into permission (resource_type, action, description)
select 'TRANSFER', action, says || ': transfer'
from (values
    ('CREATE', 'Create'),
    ('READ', 'See'),
    ('UPDATE', 'Change'),
    ('DELETE', 'Delete'),
    ('MANAGE', 'Decide what its owner may not'),
    ('EXECUTE', 'Start, stop, run, retry or cancel')) done (action, says);
