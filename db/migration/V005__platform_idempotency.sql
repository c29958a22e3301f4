create schema if not exists platform;

-- answers to requests that carry an Idempotency-Key; a row without status is still being worked on
create table platform.idempotency_key (
    project      text        not null,
    key          text        not null,
    request_hash bytea       not null,
    status       integer,
    content_type text,
    location     text,
    etag         text,
    body         bytea,
    created_at   timestamptz not null,
    primary key (project, key)
);
create index idempotency_key_created_at on platform.idempotency_key (created_at);
