-- What the relay sends next, written down before it is sent: the order in the hash chain survives a crash.
create table relay_batch (
    single    boolean primary key default true check (single),
    positions bigint[] not null
);

-- The hashes of complete subtrees over the hash chain, from 256 leaves up; made from the journal, and made again at will.
create table merkle_node (
    algorithm text  not null,
    level     int   not null,
    index     bigint not null,
    hash      bytea not null,
    primary key (algorithm, level, index)
);
