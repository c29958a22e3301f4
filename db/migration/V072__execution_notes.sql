-- What a reader has to know to weigh a result: stand-ins that had a part in it, versions met while it was made.
alter table execution.item_result
    add column notes jsonb not null default '{"stubs": [], "versions": [], "repeated": false}';
