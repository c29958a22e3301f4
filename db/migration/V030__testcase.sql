-- Test cases with their immutable revisions, what they call and cover, and suites.
create schema testcase;

create table testcase.test_case (
    project_id   bigint      not null,
    key          text        not null,
    kind         text        not null,
    name         text        not null,
    state        text        not null,
    named_covers text[], -- paths a person named; null when they are worked out
    told_covers  text[]      not null, -- paths its document names
    tags         text[]      not null,
    owner        text        not null,
    team         text        not null,
    requirements text[]      not null,
    crash_policy text        not null,
    revision     integer     not null,
    to_fill_in   text        not null, -- JSON list of sentences
    findings     text        not null, -- JSON list
    changed_at   timestamptz not null,
    version      bigint      not null,
    primary key (project_id, key)
);
comment on table testcase.test_case is 'what is true of a test case now; its content stands in revision';

create table testcase.revision (
    project_id  bigint      not null,
    test_key    text        not null,
    number      integer     not null,
    workflow    text        not null, -- Arazzo document as written, '' for other kinds
    workflow_id text        not null,
    steps       text        not null, -- JSON list of manual steps
    rows        text        not null, -- JSON list of data rows
    made_at     timestamptz not null,
    made_by     text        not null,
    primary key (project_id, test_key, number)
);
comment on table testcase.revision is 'immutable content; kept as long as the test case, since runs pin it';

create table testcase.source (
    project_id bigint not null,
    test_key   text   not null,
    name       text   not null,
    service    text   not null, -- the bound service, or the key that would bind it
    bound      boolean not null,
    primary key (project_id, test_key, name)
);
create index source_service on testcase.source (project_id, service);

create table testcase.call (
    project_id bigint  not null,
    test_key   text    not null,
    seq        integer not null,
    service    text    not null,
    operation  text    not null, -- method and path, or the name the document gives when it is unknown
    primary key (project_id, test_key, seq)
);
create index call_service on testcase.call (project_id, service);

create table testcase.coverage (
    project_id bigint           not null,
    test_key   text             not null,
    path_key   text             not null,
    hops       integer[]        not null,
    share      double precision not null, -- 0..1
    primary key (project_id, test_key, path_key)
);
create index coverage_path on testcase.coverage (project_id, path_key);

create table testcase.suite (
    project_id bigint not null,
    key        text   not null,
    name       text   not null,
    tests      text[] not null,
    suites     text[] not null,
    query      text   not null,
    version    bigint not null,
    primary key (project_id, key)
);
