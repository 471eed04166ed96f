-- By what operators know a task: two kinds of task may be about rows of the same id. There is no index for it, since each
-- would cost every step of every task, and only operators ask by it.
alter table reconcile_task add column task_id uuid not null default uuidv7();
