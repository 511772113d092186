-- The last proposal to restate of each unit; without a payload when it was withdrawn.
create table proposed (
    stream  text   primary key,
    version bigint not null,
    payload text
);
