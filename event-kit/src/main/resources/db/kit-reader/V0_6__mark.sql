-- Left by whatever changed last what a reader knows of a partition: how far it is, its streams, what is parked of them.
alter table cursor add mark uuid not null default gen_random_uuid();
