-- What is believed of hops and tests; scores of paths are worked out from it when they are read.
create schema risk;

create table risk.hop (
    project_id bigint           not null,
    consumer   text             not null,
    provider   text             not null,
    log_odds   double precision not null, -- that the hop is broken now
    structure  double precision not null, -- log-odds its structure adds to every hazard
    worked     boolean          not null,
    evidence   double precision not null, -- decayed number of verdicts over it
    updated_at timestamptz      not null,
    moves      jsonb            not null, -- what moved it, at most 24
    primary key (project_id, consumer, provider)
) with (fillfactor = 70);

create table risk.service (
    project_id bigint           not null,
    service    text             not null,
    blamed     double precision not null,
    expected   double precision not null,
    rating     smallint, -- a person's likelihood rating 1..5
    tested     text             not null, -- PASSED once a version passed its unit tests
    change     text             not null, -- of the interface since the last deployment
    primary key (project_id, service)
);

create table risk.path_override (
    project_id bigint           not null,
    path_key   text             not null,
    likelihood double precision,
    impact     smallint,
    reason     text             not null,
    expires    date             not null,
    by_name    text             not null,
    primary key (project_id, path_key)
);

create table risk.path_point (
    project_id bigint           not null,
    path_key   text             not null,
    at         timestamptz      not null,
    id         bigint generated always as identity,
    score      double precision not null,
    likelihood double precision not null,
    impact     smallint         not null,
    confidence double precision not null,
    event      text             not null,
    primary key (project_id, path_key, at, id)
);

create table risk.pool (
    project_id  bigint             not null,
    environment text               not null,
    values_     double precision[] not null, -- 30 failed, 30 seen, failed and seen of the project
    primary key (project_id, environment)
);

create table risk.pool_run (
    project_id  bigint not null,
    environment text   not null,
    run_id      uuid   not null,
    primary key (project_id, environment, run_id)
);

-- What the estimator remembers of a test: before its last run and after it, so that a run that comes in parts counts once.
create table risk.test_track (
    project_id  bigint             not null,
    environment text               not null,
    test_key    text               not null,
    run_id      uuid               not null,
    verdict     double precision   not null,
    took_ms     double precision   not null,
    before      double precision[] not null,
    now         double precision[] not null,
    last_at     timestamptz        not null,
    primary key (project_id, environment, test_key)
) with (fillfactor = 70);

-- Tests that could not reach a service in a run; several at once are an outage and teach nothing about the product.
create table risk.unreached (
    project_id bigint not null,
    run_id     uuid   not null,
    service    text   not null,
    test_key   text   not null,
    primary key (project_id, run_id, service, test_key)
);
