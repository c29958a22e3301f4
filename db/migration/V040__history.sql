-- Outcomes of every test, append-only; what is read often is kept beside them, written in the same transaction.
create schema history;

create table history.run (
    id          bigint generated always as identity primary key,
    project_id  bigint      not null,
    run_id      uuid        not null,
    number      bigint      not null,
    month       date        not null,
    purpose     text        not null,
    branch      text        not null,
    environment text        not null, -- '' for reports made elsewhere
    evidence    boolean     not null,
    plan        text,
    versions    jsonb       not null,
    started_at  timestamptz not null,
    unique (project_id, run_id)
);
comment on column history.run.id is 'short number that result rows carry in place of the uuid';

create table history.test (
    id         integer generated always as identity primary key,
    project_id bigint not null,
    test_key   text   not null,
    name       text   not null,
    unique (project_id, test_key)
);

-- Narrow on purpose: at most 160 bytes a row with its indexes. 0 stands for "none", since nulls cost a bitmap.
create table history.result (
    project_id  bigint      not null,
    run         bigint      not null,
    finished_at timestamptz not null,
    month       date        not null,
    seq         integer     not null,
    test        integer     not null,
    took_ms     integer     not null,
    problem     integer     not null,
    attempts    smallint    not null,
    outcome     "char"      not null,
    marks       "char"      not null, -- F flaky in the run, X against an earlier run, S stand-in, B F and S, Y X and S, - none
    primary key (month, run, seq)
) partition by range (month);
create index result_test_finished_at on history.result (test, finished_at desc);

create table history.test_state (
    project_id       bigint      not null,
    environment      text        not null,
    test             integer     not null,
    run              bigint      not null,
    outcome          "char"      not null, -- worst of the run, over data rows
    finished_at      timestamptz not null,
    passed_run       bigint,
    passed_at        timestamptz,
    strip            text        not null, -- one letter a run, newest first
    took_ms          integer     not null, -- of the run so far, data rows together
    passed_ms        integer[]   not null, -- of the last passing runs, newest first
    verdict          "char",               -- P or F: the last verdict and what it was found with
    verdict_revision integer     not null,
    verdict_versions text        not null,
    verdict_at       timestamptz,
    primary key (project_id, environment, test)
) with (fillfactor = 70);

create table history.hour_count (
    project_id  bigint      not null,
    hour        timestamptz not null,
    environment text        not null,
    passed      bigint      not null,
    failed      bigint      not null,
    broken      bigint      not null,
    blocked     bigint      not null,
    skipped     bigint      not null,
    cancelled   bigint      not null,
    flaky       bigint      not null,
    took_ms     bigint      not null,
    primary key (project_id, hour, environment)
) with (fillfactor = 70);

create table history.day_count (
    project_id  bigint not null,
    day         date   not null,
    environment text   not null,
    passed      bigint not null,
    failed      bigint not null,
    broken      bigint not null,
    blocked     bigint not null,
    skipped     bigint not null,
    cancelled   bigint not null,
    flaky       bigint not null,
    took_ms     bigint not null,
    primary key (project_id, day, environment)
) with (fillfactor = 70);

create table history.test_day (
    project_id    bigint      not null,
    test          integer     not null,
    day           date        not null,
    verdicts      integer     not null,
    flaky         integer     not null,
    flaky_took_ms bigint      not null,
    flaky_at      timestamptz,
    primary key (project_id, test, day)
) with (fillfactor = 70);
create index test_day_project_id_day on history.test_day (project_id, day) where flaky > 0;

create table history.path_test (
    project_id  bigint      not null,
    environment text        not null,
    path_key    text        not null,
    test        integer     not null,
    run         bigint      not null,
    verdict     "char"      not null, -- P or F, worst of the run
    at          timestamptz not null,
    passed_run  bigint,
    passed_at   timestamptz,
    stubbed     boolean     not null,
    primary key (project_id, environment, path_key, test)
) with (fillfactor = 70);

create table history.path_state (
    project_id  bigint      not null,
    environment text        not null,
    path_key    text        not null,
    run         bigint      not null,
    at          timestamptz not null,
    good_run    bigint,
    good_at     timestamptz,
    strip       text        not null,
    primary key (project_id, environment, path_key)
) with (fillfactor = 70);

create table history.service_change (
    project_id  bigint      not null,
    environment text        not null,
    service     text        not null,
    version     text        not null,
    changed_at  timestamptz not null,
    primary key (project_id, environment, service)
);

create table history.problem (
    id             integer generated always as identity primary key,
    project_id     bigint      not null,
    signature      text        not null,
    sentence       text        not null,
    cause          text        not null,
    blame_consumer text,
    blame_provider text,
    blame_known    text,
    blame_sentence text,
    classification text        not null,
    note           text        not null,
    link           text,
    open           boolean     not null,
    first_run      bigint      not null, -- where this bout began: first seen, or seen again after being closed
    last_run       bigint      not null,
    last_at        timestamptz not null,
    good_run       bigint,
    closed_run     bigint,
    version        bigint      not null,
    unique (project_id, signature)
);
create index problem_project_id_last_at on history.problem (project_id, last_at desc, id desc) where open;

create table history.problem_test (
    project_id  bigint  not null,
    problem     integer not null,
    test        integer not null,
    environment text    not null,
    branch      text    not null,
    run         bigint  not null,
    has_it      boolean not null,
    primary key (project_id, problem, test, environment, branch)
);
create index problem_test_project_id_test on history.problem_test (project_id, test) where has_it;

create table history.problem_run (
    project_id bigint  not null,
    run        bigint  not null,
    problem    integer not null,
    items      integer not null,
    fresh      boolean not null,
    primary key (project_id, run, problem)
);
create index problem_run_problem on history.problem_run (problem);

create table history.problem_path (
    project_id bigint  not null,
    problem    integer not null,
    path_key   text    not null,
    primary key (project_id, problem, path_key)
);

create table history.quarantine (
    project_id bigint not null,
    test_key   text   not null,
    owner      text   not null,
    reason     text   not null,
    until      date   not null,
    by_name    text   not null,
    primary key (project_id, test_key)
);
