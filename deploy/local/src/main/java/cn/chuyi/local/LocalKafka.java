package cn.chuyi.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A real single-node Kafka on the loopback address, with the topics of {@code deploy/kafka/topics.yaml} and no other.
 * It runs in a JVM of its own from the jars in {@code deploy/local/target}, so the caller needs no Kafka class.
 */
public final class LocalKafka implements AutoCloseable {

    static final int NODE = 1;

    private static final int START_SECONDS = 90;

    private final Process process;
    private final int port;
    private final Duration patience;
    private final Runnable afterwards;

    private LocalKafka(Process process, int port, Duration patience, Runnable afterwards) {
        this.process = process;
        this.port = port;
        this.patience = patience;
        this.afterwards = afterwards;
    }

    /** An empty broker on free ports for tests; gone at once when closed or when this JVM ends, however it ends. */
    public static LocalKafka temporary() {
        var layout = Layout.here();
        var folder = Folders.temporary(layout, "kafka");
        var parent = "-D" + KafkaNode.PARENT + "=" + ProcessHandle.current().pid();
        return start(
                layout,
                new Node(folder, folder.resolve("kafka.log"), Ports.free(), Ports.free()),
                ClassArchive.NONE,
                options(Compiler.QUICK, List.of(parent)),
                process -> {},
                Duration.ZERO,
                () -> Folders.delete(folder));
    }

    /**
     * A broker whose records outlive it. Whoever opens it closes it.
     *
     * @param started hears of the process at once, long before the broker is ready
     */
    public static LocalKafka persistent(
            Layout layout, Node node, Compiler compiler, ClassArchive archive, Consumer<ProcessHandle> started) {
        return start(layout, node, archive, options(compiler, archive.options()), started, Stopping.PATIENCE, () -> {});
    }

    private static List<String> options(Compiler compiler, List<String> others) {
        return Stream.of(compiler.options(), others).flatMap(List::stream).toList();
    }

    /** The broker's archive of classes in a folder. */
    public static ClassArchive archive(Path folder, Layout layout) {
        return ClassArchive.in(folder, "kafka", layout.jar());
    }

    /**
     * Where one broker lives.
     *
     * @param folder its settings and records
     * @param log what it says
     * @param port for clients
     * @param controllerPort for itself
     */
    public record Node(Path folder, Path log, int port, int controllerPort) {}

    private static LocalKafka start(
            Layout layout,
            Node node,
            ClassArchive archive,
            List<String> options,
            Consumer<ProcessHandle> started,
            Duration patience,
            Runnable afterwards) {
        try {
            Files.createDirectories(node.folder());
            var settings = node.folder().resolve("server.properties");
            Files.writeString(settings, settings(node));
            var process = new ProcessBuilder(command(node, settings, classPath(layout, archive), layout, options))
                    .redirectError(ProcessBuilder.Redirect.appendTo(node.log().toFile()))
                    .start();
            started.accept(process.toHandle());
            var kafka = new LocalKafka(process, node.port(), patience, afterwards);
            kafka.awaitReady(node.log());
            return kafka;
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka did not start", e);
        }
    }

    private static List<String> command(
            Node node, Path settings, String classPath, Layout layout, List<String> options) {
        var command = new ArrayList<>(OwnSession.prefix());
        command.add(Launch.java());
        command.addAll(Launch.SMALL_JVM);
        command.addAll(List.of(
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-D" + KafkaNode.LISTENER + "=localhost:" + node.port()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, KafkaNode.class.getName()));
        command.addAll(List.of(settings.toString(), layout.topics().toString()));
        return command;
    }

    /** An archive of classes takes no folder. */
    private static String classPath(Layout layout, ClassArchive archive) {
        var own = archive.isPossible() ? archive.jar() : layout.target().resolve("classes");
        return own + File.pathSeparator + layout.target().resolve("lib") + "/*";
    }

    private static String settings(Node node) {
        return """
                process.roles=broker,controller
                node.id=%1$d
                controller.quorum.voters=%1$d@localhost:%3$d
                listeners=PLAINTEXT://localhost:%2$d,CONTROLLER://localhost:%3$d
                advertised.listeners=PLAINTEXT://localhost:%2$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%4$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=2097152
                """.formatted(
                        NODE, node.port(), node.controllerPort(), node.folder().resolve("data"));
    }

    private void awaitReady(Path log) {
        var ready = CompletableFuture.supplyAsync(this::saysReady, Thread::startVirtualThread)
                .completeOnTimeout(false, START_SECONDS, TimeUnit.SECONDS)
                .join();
        if (!ready) {
            process.destroyForcibly();
            var tail = Logs.tail(log);
            afterwards.run();
            throw new IllegalStateException("Kafka did not start. The end of " + log + ":\n" + tail);
        }
    }

    private boolean saysReady() {
        return process.inputReader().lines().anyMatch(KafkaNode.READY::equals);
    }

    /** Address for clients, {@code host:port}. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** The broker's process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        Stopping.gently(process.toHandle(), patience);
        afterwards.run();
    }
}
