create schema catalog;

create table catalog.service (
    id bigint generated always as identity primary key,
    project_id bigint not null,
    key text not null,
    name text not null,
    kind text not null,
    owner text not null,
    criticality int not null,
    description text not null,
    tags text not null,
    version bigint not null,
    constraint service_project_id_key unique (project_id, key)
);

create table catalog.interface_revision (
    id bigint generated always as identity primary key,
    project_id bigint not null,
    service text not null,
    name text not null,
    number int not null,
    openapi_version text not null,
    title text not null,
    imported_at timestamptz not null,
    imported_by text not null,
    operations int not null,
    further_operations int not null,
    digest text not null,
    document_bytes int not null,
    document bytea not null,
    constraint interface_revision_number unique (project_id, service, name, number)
);

create table catalog.interface_operation (
    project_id bigint not null,
    revision_id bigint not null,
    position int not null,
    method text not null,
    path text not null,
    operation_id text not null,
    summary text not null,
    deprecated boolean not null,
    signature text not null,
    primary key (project_id, revision_id, position)
);

create table catalog.service_version (
    id bigint generated always as identity primary key,
    project_id bigint not null,
    service text not null,
    version text not null,
    commit_id text not null,
    branch text not null,
    unit_tests text not null,
    reported_at timestamptz not null,
    constraint service_version_version unique (project_id, service, version)
);
create index service_version_reported_at on catalog.service_version (project_id, service, reported_at desc);

create table catalog.deployment (
    id bigint generated always as identity primary key,
    project_id bigint not null,
    service text not null,
    environment text not null,
    instance text not null,
    version text not null,
    share double precision not null,
    state text not null,
    at timestamptz not null
);
create index deployment_service_environment on catalog.deployment (project_id, service, environment, at desc);

create table catalog.deployed (
    project_id bigint not null,
    environment text not null,
    service text not null,
    instance text not null,
    version text not null,
    share double precision not null,
    since timestamptz not null,
    primary key (project_id, environment, service, instance, version)
);

create table catalog.integration (
    id bigint generated always as identity primary key,
    project_id bigint not null,
    consumer text not null,
    provider text not null,
    protocols text not null,
    description text not null,
    known text not null,
    version bigint not null,
    constraint integration_consumer_provider unique (project_id, consumer, provider)
);

create table catalog.integration_path (
    id bigint generated always as identity primary key,
    project_id bigint not null,
    key text not null,
    name text not null,
    hops text not null,
    likelihood_rating int,
    impact_rating int,
    requirements text not null,
    team text not null,
    origin text not null,
    version bigint not null,
    constraint integration_path_key unique (project_id, key)
);

create table catalog.path_service (
    project_id bigint not null,
    service text not null,
    path text not null,
    primary key (project_id, service, path)
);
create index path_service_path on catalog.path_service (project_id, path);

create table catalog.environment (
    id bigint generated always as identity primary key,
    project_id bigint not null,
    key text not null,
    name text not null,
    targets text not null,
    identities text not null,
    variables text not null,
    protected boolean not null,
    evidence boolean not null,
    openings text not null,
    version bigint not null,
    constraint environment_key unique (project_id, key)
);

create table catalog.target_check (
    project_id bigint not null,
    environment text not null,
    service text not null,
    reachable boolean not null,
    status int,
    sentence text not null,
    rule text,
    opening_cidr text,
    opening_ports text,
    took_ms bigint not null,
    at timestamptz not null,
    primary key (project_id, environment, service)
);

create table catalog.requirement (
    id bigint generated always as identity primary key,
    project_id bigint not null,
    reference text not null,
    url text not null,
    title text not null,
    constraint requirement_reference unique (project_id, reference)
);
