-- paths whose own test fails now, so that no failing path looks safe, whoever is to blame
create table risk.own_failure (
    project_id  bigint           not null,
    environment text             not null,
    path_key    text             not null,
    likelihood  double precision not null, -- that the path is at fault by this alone
    evidence    text             not null,
    link        text             not null,
    primary key (project_id, environment, path_key)
);
