-- browsers a person has signed in from; rows unused for 180 days mean nothing
create table security.known_device (
    secret_hash  bytea       primary key,
    person_id    bigint      not null references security.person on delete cascade,
    last_used_at timestamptz not null
);
create index known_device_person_id on security.known_device (person_id, last_used_at);
