-- Saved test plans; every save is a revision that runs point to.
create schema plan;

create table plan.plan (
    project_id bigint      not null,
    plan_key   text        not null,
    revision   integer     not null, -- the newest
    primary key (project_id, plan_key)
);

create table plan.plan_revision (
    project_id bigint      not null,
    plan_key   text        not null,
    revision   integer     not null,
    content    jsonb       not null,
    saved_at   timestamptz not null,
    saved_by   text        not null,
    primary key (project_id, plan_key, revision),
    foreign key (project_id, plan_key) references plan.plan on delete cascade
);
