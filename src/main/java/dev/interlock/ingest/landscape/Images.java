package dev.interlock.ingest.landscape;

import dev.interlock.catalog.ServiceKind;
import java.util.Locale;
import java.util.Set;

/** What a container image is, by the last part of its name. */
final class Images {
    private static final Set<String> DATABASES = Set.of(
            "postgres",
            "postgresql",
            "mysql",
            "mariadb",
            "mongo",
            "mongodb",
            "redis",
            "valkey",
            "memcached",
            "cassandra",
            "elasticsearch",
            "opensearch",
            "couchdb",
            "couchbase",
            "neo4j",
            "clickhouse",
            "cockroach",
            "influxdb",
            "etcd",
            "dynamodb-local",
            "mssql",
            "server",
            "oracle",
            "postgis",
            "timescaledb",
            "redis-stack",
            "minio");
    private static final Set<String> BROKERS = Set.of(
            "rabbitmq",
            "kafka",
            "cp-kafka",
            "activemq",
            "activemq-artemis",
            "artemis",
            "nats",
            "pulsar",
            "redpanda",
            "mosquitto",
            "nsqd",
            "solace-pubsub-standard",
            "zookeeper",
            "cp-zookeeper",
            "emqx",
            "kafka-native");

    private Images() {}

    /** INTERNAL unless the image is a well known database or broker. */
    static ServiceKind kind(String image) {
        var name = image.split("@", 2)[0];
        var last = name.substring(name.lastIndexOf('/') + 1).split(":", 2)[0].toLowerCase(Locale.ROOT);
        if (BROKERS.contains(last)) {
            return ServiceKind.BROKER;
        }
        var database = DATABASES.contains(last) && (!last.equals("server") || name.contains("mssql"));
        return database ? ServiceKind.DATABASE : ServiceKind.INTERNAL;
    }
}
