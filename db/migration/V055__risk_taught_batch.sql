-- Which items of which batch taught the estimator of tests, in order; with the results of history it gives the same numbers
-- again although runs overlap and outages excuse items.
create table risk.taught_batch (
    id          bigint generated always as identity primary key,
    project_id  bigint    not null,
    environment text      not null,
    run_id      uuid      not null,
    seqs        integer[] not null
);

create index taught_batch_project_id_environment on risk.taught_batch (project_id, environment, id);
