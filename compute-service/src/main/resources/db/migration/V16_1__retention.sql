-- Old rows are found by their age.
create index operation_ended_at on operation (ended_at) where ended_at is not null;
create index maintenance_notice_ended_at on maintenance_notice (ended_at) where ended_at is not null;
create index maintenance_window_ended_at on maintenance_window (ended_at) where ended_at is not null;
create index maintenance_notice_window on maintenance_notice (window_id);
