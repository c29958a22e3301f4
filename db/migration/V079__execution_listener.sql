-- where processes of Interlock listen, so that no test reaches one of them
create table execution.listener (
    id        text        primary key,
    addresses text[]      not null,
    ports     integer[]   not null,
    seen_at   timestamptz not null default clock_timestamp()
);
