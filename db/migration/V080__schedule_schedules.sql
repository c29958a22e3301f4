create schema if not exists schedule;

create table schedule.schedule (
    project_id   bigint      not null,
    key          text        not null,
    plan         text        not null,
    cron         text        not null,
    zone         text        not null,
    overlap      text        not null,
    missed       text        not null,
    enabled      boolean     not null,
    next_fire_at timestamptz,
    queued_at    timestamptz,
    last_run     uuid,
    last_note    text        not null default '',
    made_by      text        not null,
    version      bigint      not null,
    primary key (project_id, key)
);
create index schedule_next_fire_at on schedule.schedule (next_fire_at) where enabled;

-- one row for every fire time, whether it started a run or not
create table schedule.fire_time (
    project_id bigint      not null,
    key        text        not null,
    fire_at    timestamptz not null,
    run_id     uuid,
    reason     text        not null,
    settled_at timestamptz not null,
    primary key (project_id, key, fire_at)
);
