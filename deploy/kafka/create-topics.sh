#!/bin/sh
# Creates the topics of topics.yaml (first argument) that are missing. The file is plain enough to be read line by line.
set -eu

file=$1
topics=${KAFKA_TOPICS:-/opt/kafka/bin/kafka-topics.sh}

section() {
    sed -n "/^$1:/,/^[a-z]/{/^  /p;}" "$file" | tr -d '"'
}

partitions=$(sed -n 's/^partitions: *//p' "$file")
set --
while read -r key value; do
    set -- "$@" --config "${key%:}=$value"
done <<END
$(section config)
END

section topics | sed 's/^ *- //' | while read -r name; do
    "$topics" --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" --create --if-not-exists --topic "$name" \
        --partitions "$partitions" --replication-factor "${REPLICATION_FACTOR:-1}" "$@" </dev/null
done
