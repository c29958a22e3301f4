create schema security;

create table security.project (
    id         bigint generated always as identity primary key,
    key        text        not null unique,
    name       text        not null,
    demo       boolean     not null,
    version    bigint      not null default 1,
    created_at timestamptz not null
);

create table security.person (
    id               bigint generated always as identity primary key,
    name             text        not null,
    email            text        not null,
    password_hash    text        not null,
    password_version integer     not null default 1,
    instance_admin   boolean     not null,
    active           boolean     not null default true,
    created_at       timestamptz not null
);
create unique index person_email on security.person (lower(email));

create table security.member (
    project_id bigint      not null references security.project on delete cascade,
    person_id  bigint      not null references security.person on delete cascade,
    role       text        not null check (role in ('VIEWER', 'TESTER', 'MANAGER', 'ADMIN')),
    since      timestamptz not null,
    primary key (project_id, person_id)
);
create index member_person_id on security.member (person_id);

create table security.invitation (
    id          bigint generated always as identity primary key,
    project_id  bigint      not null references security.project on delete cascade,
    role        text        not null check (role in ('VIEWER', 'TESTER', 'MANAGER', 'ADMIN')),
    secret_hash bytea       not null unique,
    invited_by  text        not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null
);
create index invitation_project_id on security.invitation (project_id);

create table security.setup_link (
    secret_hash bytea       primary key,
    expires_at  timestamptz not null
);

-- failures counted for an account or an address; rows older than a day mean nothing
create table security.sign_in_failure (
    subject      text        primary key,
    failures     integer     not null,
    last_at      timestamptz not null,
    next_allowed timestamptz not null
);

create table security.team (
    project_id bigint not null references security.project on delete cascade,
    key        text   not null,
    name       text   not null,
    version    bigint not null default 1,
    primary key (project_id, key)
);

create table security.team_channel (
    project_id bigint  not null,
    team_key   text    not null,
    position   integer not null,
    kind       text    not null check (kind in ('EMAIL', 'WEBHOOK', 'CHAT')),
    address    text    not null,
    primary key (project_id, team_key, position),
    foreign key (project_id, team_key) references security.team on delete cascade
);

create table security.team_member (
    project_id bigint not null,
    team_key   text   not null,
    person_id  bigint not null,
    primary key (project_id, team_key, person_id),
    foreign key (project_id, team_key) references security.team on delete cascade,
    foreign key (project_id, person_id) references security.member on delete cascade
);

-- project_id is null for a token of the whole installation, person_id for the one of the first start
create table security.token (
    id             bigint generated always as identity primary key,
    project_id     bigint references security.project on delete cascade,
    person_id      bigint references security.person on delete cascade,
    name           text        not null,
    key_id         text        not null unique,
    secret_hash    bytea       not null,
    scopes         text[]      not null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    revoked_at     timestamptz,
    last_used_at   timestamptz,
    last_used_from text
);
create index token_project_id on security.token (project_id, id);

create table security.data_key (
    project_id bigint      primary key references security.project on delete cascade,
    wrapped    bytea       not null,
    created_at timestamptz not null
);

create table security.secret (
    project_id bigint      not null references security.project on delete cascade,
    holder     text        not null,
    name       text        not null,
    version    bigint      not null,
    sealed     bytea       not null,
    set_at     timestamptz not null,
    set_by     text        not null,
    primary key (project_id, holder, name)
);

-- project_id is no foreign key: what was done in a project outlives it
create table security.audit_entry (
    id           bigint generated always as identity primary key,
    project_id   bigint,
    at           timestamptz not null,
    actor_kind   text        not null,
    actor_id     text        not null,
    actor_name   text        not null,
    action       text        not null,
    object       text        not null,
    state_before text,
    state_after  text,
    address      text        not null
);
create index audit_entry_project_id on security.audit_entry (project_id, id desc);

create function security.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only: % of security.audit_entry is refused', tg_op;
end
$$;
create trigger audit_entry_rows before update or delete on security.audit_entry
    for each row execute function security.refuse_change();
create trigger audit_entry_table before truncate on security.audit_entry
    for each statement execute function security.refuse_change();

-- the tables of Spring Session, which names its columns itself; times in milliseconds, the interval in seconds
create table security.session (
    primary_id            varchar(64) primary key,
    session_id            varchar(64) not null unique,
    creation_time         bigint      not null,
    last_access_time      bigint      not null,
    max_inactive_interval integer     not null,
    expiry_time           bigint      not null,
    principal_name        varchar(100)
);
create index session_expiry_time on security.session (expiry_time);
create index session_principal_name on security.session (principal_name);

create table security.session_attributes (
    session_primary_id varchar(64)  not null references security.session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
