-- Query rows: what lists filter by, and the page of each thing. The journal is the truth; these follow it
-- in the same transaction.

create table programme (
    code     text   primary key,
    version  bigint not null,
    document jsonb  not null
);

create table division (
    code      text   primary key,
    level     text   not null,
    parent    text,
    successor text,
    opened_on date   not null,
    closed_on date,
    version   bigint not null,
    document  jsonb  not null
);

create index division_parent on division (parent);

create table institution (
    id              uuid   primary key,
    code            text,
    name            text   not null,
    kind            text   not null,
    located_in      text   not null,
    administered_by text,
    closed_on       date,
    version         bigint not null,
    document        jsonb  not null
);

create index institution_located_in on institution (located_in, id);
create index institution_administered_by on institution (administered_by, id);

-- A school code belongs to one institution for good, also after it got another.
create table school_code (
    code        text primary key,
    institution uuid not null
);

create table project (
    id         uuid   primary key,
    programme  text   not null,
    task       text   not null,
    kind       text   not null,
    located_in text   not null,
    status     text   not null,
    version    bigint not null,
    document   jsonb  not null
);

create index project_located_in on project (located_in, id);
create index project_task on project (programme, task, id);
