-- What traces show of services, integrations and paths.
create table catalog.observed_service (
    project_id bigint      not null,
    service    text        not null,
    kind       text        not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    primary key (project_id, service)
);

create table catalog.observed_day (
    project_id bigint           not null,
    consumer   text             not null,
    provider   text             not null,
    day        date             not null, -- by the clock of the spans, UTC
    calls      bigint           not null, -- as they came
    weight     double precision not null, -- what they stand for before sampling
    errors     double precision not null, -- weighted as well
    took_us    double precision not null, -- sum, weighted
    slots      bigint[]         not null, -- calls by duration, each slot longer by the square root of two
    first_seen timestamptz      not null,
    last_seen  timestamptz      not null,
    told_at    timestamptz      not null, -- when it came, whatever the clock of the spans said
    primary key (project_id, consumer, provider, day)
);
comment on table catalog.observed_day is 'kept for 30 days after it came';

create table catalog.observed_operation (
    project_id bigint      not null,
    consumer   text        not null,
    provider   text        not null,
    protocol   text        not null,
    operation  text        not null,
    calls      bigint      not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    told_at    timestamptz not null,
    primary key (project_id, consumer, provider, protocol, operation)
);

create table catalog.observed_path (
    project_id bigint      not null,
    digest     text        not null, -- of entry and hops
    entry      text        not null, -- operation of the first service
    hops       text        not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    primary key (project_id, digest)
);
comment on table catalog.observed_path is 'at most 2,000 of a project';

create table catalog.observed_path_day (
    project_id bigint           not null,
    digest     text             not null,
    day        date             not null,
    traces     bigint           not null,
    weight     double precision not null,
    told_at    timestamptz      not null,
    primary key (project_id, digest, day)
);
