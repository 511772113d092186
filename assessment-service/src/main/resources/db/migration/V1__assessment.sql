-- Divisions as the registry says; a code holds from opened_on until the day before closed_on.
create table division (
    code      text primary key,
    level     text not null,
    parent    text,
    opened_on date not null,
    closed_on date
);

create table division_name (
    code         text not null,
    effective_on date not null,
    name         text not null,
    primary key (code, effective_on)
);

-- The latest collected value of each indicator; no value where the measure says that it does not apply.
create table measure (
    stream          text   not null,
    indicator       text   not null,
    measure         text   not null,
    collected_value text,
    stream_version  bigint not null,
    primary key (stream, indicator)
);

-- Where each case stands, for lists and counts.
create table supervised_case (
    id      text   primary key,
    cycle   text   not null,
    unit    text   not null,
    name    text   not null,
    level   text   not null,
    parent  text   not null,
    status  text   not null,
    due_on  date,
    returns int    not null,
    version bigint not null
);

create unique index supervised_case_unit on supervised_case (cycle, unit);
create index supervised_case_parent on supervised_case (cycle, parent);
create index supervised_case_status on supervised_case (cycle, status);

-- The bytes of evidence by their SHA-256; facts carry the digest only.
create table evidence_content (
    sha256  text  primary key,
    content bytea not null
);
