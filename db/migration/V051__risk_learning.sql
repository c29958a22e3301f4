-- The likelihood of paths learns: the numbers behind each belief and what each project taught.
alter table risk.hop add column state jsonb; -- null for what was believed before anything was learned

create table risk.lessons (
    project_id bigint primary key,
    state      jsonb not null -- weights of features and learned shares, with what they were learned from
);

create table risk.test_noise (
    project_id   bigint           not null,
    test_key     text             not null,
    runs         double precision not null,
    false_alarms double precision not null, -- passed on retry, or refuted by later passes
    primary key (project_id, test_key)
) with (fillfactor = 70);

create table risk.open_failure (
    project_id bigint not null,
    path_key   text   not null,
    state      jsonb  not null, -- the trail it went and how sure it is
    primary key (project_id, path_key)
);

-- What was predicted of each test before a run, beside what it showed; the last runs of a project are kept.
create table risk.forecast_run (
    project_id bigint      not null,
    run_id     uuid        not null,
    at         timestamptz not null,
    primary key (project_id, run_id)
);

create table risk.forecast (
    project_id  bigint           not null,
    run_id      uuid             not null,
    test_key    text             not null,
    by_path     double precision, -- null for a test without paths
    by_test     double precision not null,
    expected_ms double precision not null,
    failed      boolean          not null,
    primary key (project_id, run_id, test_key)
);
