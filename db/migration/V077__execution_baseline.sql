-- What the runs of an environment are compared with, where it is not the last run that passed its gate.
create table execution.baseline (
    project_id  bigint not null,
    environment text   not null,
    kind        text   not null, -- PINNED or PREVIOUS
    run_id      uuid,            -- the pinned run
    primary key (project_id, environment)
);
