create schema if not exists notify;

create table notify.channel (
    project_id bigint  not null,
    key        text    not null,
    kind       text    not null,
    shown      text    not null,
    service    text    not null,
    team       text    not null,
    problems   boolean not null,
    runs       boolean not null,
    purpose    text    not null,
    branch     text    not null,
    enabled    boolean not null,
    version    bigint  not null,
    primary key (project_id, key)
);

-- what happened to a run; written in the transaction that made it happen, taken away when everybody is told
create table notify.news (
    id         bigint generated always as identity primary key,
    project_id bigint not null,
    run_id     uuid   not null,
    type       text   not null
);

-- messages; one of each receiver is on its way at a time
create table notify.delivery (
    id           bigint generated always as identity primary key,
    project_id   bigint      not null,
    receiver     text        not null,
    way          text        not null,
    address      text        not null,
    run_key      text        not null,
    message      jsonb       not null,
    made_at      timestamptz not null,
    due_at       timestamptz not null,
    leased_until timestamptz,
    state        text        not null,
    attempts     int         not null,
    status       int,
    reason       text        not null
);
create index delivery_due_at on notify.delivery (project_id, receiver, id) include (due_at, leased_until) where state = 'WAITING';
create index delivery_project_id on notify.delivery (project_id, id desc);

-- a problem is told to a receiver once a day
create table notify.told (
    project_id bigint not null,
    receiver   text   not null,
    problem_id bigint not null,
    day        date   not null,
    primary key (project_id, receiver, problem_id)
);

-- the one comment of a change, which is updated
create table notify.comment (
    project_id bigint not null,
    receiver   text   not null,
    change     text   not null,
    comment_id text   not null,
    primary key (project_id, receiver, change)
);
