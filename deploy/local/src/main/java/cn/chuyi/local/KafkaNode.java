package cn.chuyi.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One broker and controller in a JVM of its own, started by {@link LocalKafka}. Formats its storage when that is new,
 * creates the topics that are missing, and only then says on standard output that it is ready.
 */
final class KafkaNode {

    static final String READY = "KAFKA READY";
    static final String LISTENER = "chuyi.local.bootstrap";
    static final String PARENT = "chuyi.local.parent";

    private static final String CLUSTER = "4L6g3nShT-eMCtK--X86sw";

    private KafkaNode() {}

    /** Arguments: the server's properties file, then the file of topics. */
    public static void main(String[] arguments) throws Exception {
        var settings = settings(Path.of(arguments[0]));
        format(Path.of(settings.getProperty("log.dirs")));
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
        stopWithParent();
        server.startup();
        createMissing(Topics.read(Path.of(arguments[1])), System.getProperty(LISTENER));
        System.out.println(READY);
        server.awaitShutdown();
    }

    private static Properties settings(Path file) throws IOException {
        var settings = new Properties();
        try (var in = Files.newInputStream(file)) {
            settings.load(in);
        }
        return settings;
    }

    private static void format(Path data) throws Exception {
        Files.createDirectories(data);
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setNodeId(LocalKafka.NODE)
                .setClusterId(CLUSTER)
                .addDirectory(data.toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(data.toString())
                .setIgnoreFormatted(true)
                .run();
    }

    /** A test run that is killed must not leave its broker behind. */
    private static void stopWithParent() {
        var parent = Long.getLong(PARENT);
        if (parent != null) {
            ProcessHandle.of(parent)
                    .ifPresentOrElse(handle -> handle.onExit().thenRun(() -> System.exit(0)), () -> System.exit(0));
        }
    }

    private static void createMissing(Topics topics, String bootstrap) throws ExecutionException, InterruptedException {
        Map<String, Object> connection = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (var admin = Admin.create(connection)) {
            var present = admin.listTopics().names().get();
            admin.createTopics(topics.without(present)).all().get();
            admin.listOffsets(topics.ends()).all().get(); // waits until each partition answers
        }
    }
}
