create table schedule.trigger (
    project_id      bigint  not null,
    key             text    not null,
    event           text    not null,
    services        text[]  not null,
    environment     text    not null,
    branch          text    not null,
    breaking_only   boolean not null,
    failed_only     boolean not null,
    plan            text,
    run_environment text,
    debounce_ms     bigint  not null,
    overlap         text    not null,
    enabled         boolean not null,
    last_run        uuid,
    made_by         text    not null,
    version         bigint  not null,
    primary key (project_id, key)
);

-- what a trigger heard and has not settled yet; written in the transaction of the news itself
create table schedule.heard (
    id          bigint generated always as identity primary key,
    project_id  bigint      not null,
    key         text        not null,
    heard_at    timestamptz not null,
    cause       text        not null,
    service     text        not null,
    version     text        not null,
    environment text        not null,
    branch      text        not null
);
create index heard_project_id_key on schedule.heard (project_id, key, id);

create table schedule.firing (
    id         bigint generated always as identity primary key,
    project_id bigint      not null,
    key        text        not null,
    fired_at   timestamptz not null,
    news       int         not null,
    cause      text        not null,
    run_id     uuid,
    reason     text        not null
);
create index firing_project_id_key on schedule.firing (project_id, key, id desc);
create index firing_project_id on schedule.firing (project_id, id desc);
create index firing_run_id on schedule.firing (run_id) where run_id is not null;

-- ids of webhooks taken; older ones than the tolerance cannot come again
create table schedule.hook_taken (
    project_id bigint      not null,
    key        text        not null,
    hook_id    text        not null,
    taken_at   timestamptz not null,
    primary key (project_id, key, hook_id)
);

-- which integrations were ready at the last look, and which environments to look at again
create table schedule.ready_integration (
    project_id  bigint not null,
    environment text   not null,
    consumer    text   not null,
    provider    text   not null,
    primary key (project_id, environment, consumer, provider)
);
create table schedule.ready_look (
    project_id  bigint not null,
    environment text   not null,
    primary key (project_id, environment)
);
