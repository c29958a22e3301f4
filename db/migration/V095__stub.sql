-- Stand-ins for services that are not ready, and what they answered.
create schema stub;

create table stub.stand_in (
    project_id  bigint      not null,
    environment text        not null,
    service     text        not null,
    token       text        not null unique, -- 128 random bits, part of its address
    since       timestamptz not null,
    made_by     text        not null,
    primary key (project_id, environment, service)
);
comment on table stub.stand_in is 'what Interlock stands in for; until somebody ends it';

create table stub.call (
    id          bigint generated always as identity primary key,
    project_id  bigint      not null,
    environment text        not null,
    service     text        not null,
    trace_id    text        not null, -- '' without a trace
    method      text        not null,
    path        text        not null,
    operation   text        not null, -- '' when the interface has none
    status      int         not null,
    at          timestamptz not null
);
create index call_project_environment on stub.call (project_id, environment, id desc);
create index call_trace on stub.call (project_id, trace_id) where trace_id <> '';
comment on table stub.call is 'the newest 10,000 answers of a project';
