package cn.chuyi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/** Real servers; without them no service can be tested. */
class ServersIT {

    @Test
    void a_database_belongs_to_the_role_of_its_name_and_is_made_once() throws Exception {
        try (var postgres = LocalPostgres.temporary()) {
            postgres.database("registry");
            postgres.database("registry");
            try (var connection = DriverManager.getConnection(postgres.jdbcUrl("registry"), "registry", "registry");
                    var rows = connection
                            .createStatement()
                            .executeQuery("select current_user, current_database(), version()")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("registry");
                assertThat(rows.getString(2)).isEqualTo("registry");
                assertThat(rows.getString(3)).startsWith("PostgreSQL 18");
            }
        }
    }

    @Test
    void kafka_is_ready_with_the_topics_of_the_file_and_no_other() throws Exception {
        var topics = Topics.read(Layout.here().topics());
        try (var kafka = LocalKafka.temporary();
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrderElementsOf(topics.topics());
            var described =
                    admin.describeTopics(topics.topics()).allTopicNames().get();
            assertThat(described.values()).allMatch(topic -> topic.partitions().size() == topics.partitions());
            var settings = topics.topics().stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            var config = admin.describeConfigs(settings).all().get();
            assertThat(config.values())
                    .hasSize(3)
                    .allMatch(topic -> "-1".equals(topic.get("retention.ms").value()));
        }
    }
}
