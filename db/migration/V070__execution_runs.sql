create schema if not exists execution;

-- what happens at a time or must survive a crash; the layout is db-scheduler's
create table execution.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on execution.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on execution.scheduled_tasks (last_heartbeat);

create table execution.run_number (
    project_id bigint primary key,
    last       bigint not null
);

create table execution.run (
    id                uuid        primary key,
    project_id        bigint      not null,
    number            bigint      not null,
    month             date        not null,
    state             text        not null check (state in ('QUEUED', 'RUNNING', 'FINISHED', 'CANCELLED')),
    verdict           text,
    purpose           text        not null,
    branch            text        not null,
    change            text        not null,
    environment       text,
    evidence          boolean     not null,
    plan              text,
    plan_revision     integer,
    trigger           text        not null,
    note              text        not null,
    requested_by      jsonb       not null,
    requested_at      timestamptz not null,
    started_at        timestamptz,
    finished_at       timestamptz,
    expected_ms       bigint      not null default 0,
    workers           integer     not null,
    stop_on_failures  integer,
    stopping          text,
    versions          jsonb       not null,
    request           jsonb       not null,
    pinned            jsonb,
    selection         jsonb,
    rerun_of          uuid,
    schedule          text,
    fire_at           timestamptz,
    passed            integer     not null default 0,
    failed            integer     not null default 0,
    broken            integer     not null default 0,
    blocked           integer     not null default 0,
    skipped           integer     not null default 0,
    cancelled         integer     not null default 0,
    flaky             integer     not null default 0,
    total             integer     not null default 0,
    risk_covered      double precision,
    risk_left         double precision,
    gate              jsonb,
    last_event        bigint      not null default 0,
    unique (project_id, number),
    unique (project_id, schedule, fire_at)
);
create index run_open on execution.run (state) where finished_at is null;
create index run_project_environment_finished on execution.run (project_id, environment, branch, finished_at desc)
    where verdict = 'PASS';

create table execution.idempotency_key (
    project_id bigint      not null,
    key        text        not null,
    body_hash  text        not null,
    run_id     uuid        not null,
    created_at timestamptz not null,
    primary key (project_id, key)
);

-- what a run was told to carry out, stored once for each revision of a test
create table execution.pinned_test (
    project_id bigint  not null,
    test_key   text    not null,
    revision   integer not null,
    digest     text    not null,
    payload    text    not null,
    primary key (project_id, test_key, revision, digest)
);

create table execution.node (
    id           text        primary key,
    incarnation  uuid        not null,
    host         text        not null,
    started_at   timestamptz not null default clock_timestamp(),
    heartbeat_at timestamptz not null default clock_timestamp(),
    draining     boolean     not null default false
);

-- items live here only while their run is open; MANUAL ones until a person has spoken
create table execution.run_item (
    run_id       uuid    not null,
    seq          integer not null,
    project_id   bigint  not null,
    environment  text    not null,
    test_key     text    not null,
    test_name    text    not null,
    revision     integer not null,
    digest       text    not null,
    kind         text    not null,
    row_no       integer,
    row_label    text,
    paths        jsonb   not null,
    reason       text    not null,
    must_run     boolean not null,
    targets      text[]  not null,
    target_set   text    not null,
    crash_policy text    not null,
    state        text    not null check (state in ('READY', 'LEASED', 'MANUAL', 'DONE')),
    fence        integer not null default 0,
    crashes      integer not null default 0,
    lease_node   text,
    lease_inc    uuid,
    leased_at    timestamptz,
    primary key (run_id, seq)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index run_item_ready on execution.run_item (run_id, target_set, seq) where state = 'READY';
create index run_item_live on execution.run_item (lease_node) where state = 'LEASED';

create table execution.run_target (
    run_id     uuid not null,
    target_set text not null,
    primary key (run_id, target_set)
);

create table execution.target_cap (
    project_id  bigint  not null,
    environment text    not null,
    service     text    not null,
    cap         integer not null check (cap > 0),
    primary key (project_id, environment, service)
);

create table execution.late_result (
    run_id      uuid        not null,
    seq         integer     not null,
    fence       integer     not null,
    project_id  bigint      not null,
    node        text        not null,
    outcome     text        not null,
    arrived_at  timestamptz not null default clock_timestamp()
);
create index late_result_run on execution.late_result (run_id, seq);

create table execution.run_event (
    run_id     uuid        not null,
    seq        bigint      not null,
    project_id bigint      not null,
    kind       text        not null,
    item       integer,
    data       jsonb       not null,
    at         timestamptz not null,
    primary key (run_id, seq)
);
create index run_event_at on execution.run_event (at);

create table execution.trace_span (
    project_id bigint      not null,
    trace_id   text        not null,
    span_id    text        not null,
    parent_id  text,
    service    text        not null,
    peer       text,
    operation  text        not null,
    status     integer,
    error      boolean     not null,
    started_at timestamptz not null,
    took_us    bigint      not null,
    stored_at  timestamptz not null default clock_timestamp(),
    primary key (project_id, trace_id, span_id)
);
create index trace_span_stored_at on execution.trace_span (stored_at);
