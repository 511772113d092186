package cn.chuyi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker-compose.yml} is not started here, so that it agrees with what it starts is proved on paper. */
class ComposeTest {

    private static final Path ROOT = Layout.here().root();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

    private final JsonNode compose = read(ROOT.resolve("docker-compose.yml"));

    @ParameterizedTest
    @ValueSource(strings = {"registry-service", "assessment-service", "reporting-service"})
    void every_variable_set_for_a_service_is_one_that_it_reads(String service) throws IOException {
        var known = variables(service).keySet();

        assertThat(environment(service).keySet().stream().map(name -> name.replaceFirst("_FILE$", "")))
                .isSubsetOf(known)
                .contains("HTTP_PORT", "DB_URL", "DB_USER", "DB_PASSWORD", "KAFKA_BOOTSTRAP_SERVERS")
                .contains("OIDC_AUTH_SERVER_URL", "OIDC_AUDIENCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry-service", "assessment-service", "reporting-service"})
    void a_service_listens_and_stores_where_it_does_by_default(String service) throws IOException {
        var defaults = variables(service);
        var set = environment(service);

        assertThat(set.get("HTTP_PORT")).isEqualTo(defaults.get("HTTP_PORT"));
        assertThat(compose.at("/services/" + service + "/ports/0").asText())
                .endsWith(":" + set.get("HTTP_PORT") + ":" + set.get("HTTP_PORT"));
        assertThat(set.get("DB_USER")).isEqualTo(defaults.get("DB_USER"));
        assertThat(database(set)).isEqualTo(database(defaults));
        assertThat(set.get("OIDC_AUDIENCE")).isEqualTo(defaults.get("OIDC_AUDIENCE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry-service", "assessment-service", "reporting-service"})
    void the_image_is_the_one_that_the_build_makes(String service) throws IOException {
        var built = properties(service);
        var repository = built.getProperty(
                "quarkus.container-image.image",
                built.getProperty("quarkus.container-image.group") + "/"
                        + built.getProperty("quarkus.container-image.name"));

        assertThat(image(service))
                .isEqualTo("${CHUYI_REGISTRY:-}" + repository + ":${CHUYI_VERSION:-" + projectVersion() + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry-service", "assessment-service", "reporting-service"})
    void the_image_has_the_jvm_of_a_suite_that_runs_for_long(String service) throws IOException {
        var options = properties(service).getProperty("quarkus.jib.jvm-additional-arguments");

        assertThat(options.split(","))
                .startsWith(Launch.SMALL_JVM.toArray(String[]::new))
                .hasSize(Launch.SMALL_JVM.size() + Compiler.OPTIMISING.options().size())
                .endsWith(Compiler.OPTIMISING.options().toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry-service", "assessment-service", "reporting-service"})
    void a_service_starts_once_the_topics_are_there_and_uses_no_other(String service) throws IOException {
        var used = properties(service).entrySet().stream()
                .filter(entry -> entry.getKey().toString().matches("mp\\.messaging\\..*\\.topic"))
                .map(entry -> entry.getValue().toString());

        assertThat(used).isNotEmpty().isSubsetOf(topics().topics());
        assertThat(compose.at("/services/" + service + "/depends_on/topics/condition")
                        .asText())
                .isEqualTo("service_completed_successfully");
        assertThat(compose.at("/services/kafka/environment/KAFKA_AUTO_CREATE_TOPICS_ENABLE")
                        .asText())
                .isEqualTo("false");
    }

    @Test
    void the_job_creates_the_topics_of_the_file_with_its_settings(@TempDir Path folder) throws Exception {
        var recorder = Files.writeString(folder.resolve("kafka-topics.sh"), "#!/bin/sh\necho \"$@\"\n");
        assertThat(recorder.toFile().setExecutable(true)).isTrue();
        var job = new ProcessBuilder("/bin/sh", "deploy/kafka/create-topics.sh", "deploy/kafka/topics.yaml")
                .directory(ROOT.toFile())
                .redirectErrorStream(true);
        job.environment().putAll(Map.of("KAFKA_TOPICS", recorder.toString(), "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"));

        var said = new String(job.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines().map(line -> List.of(line.split(" "))))
                .allSatisfy(words -> assertThat(words)
                        .containsSubsequence("--partitions", "" + topics().partitions())
                        .containsAll(settings()))
                .extracting(words -> words.get(words.indexOf("--topic") + 1))
                .containsExactlyElementsOf(topics().topics());
    }

    private static List<String> settings() throws IOException {
        return topics().config().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    @Test
    void the_servers_are_of_the_versions_that_the_tests_run_on() throws IOException {
        var pom = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(image("kafka")).isEqualTo("apache/kafka:" + version(pom, "kafka"));
        assertThat(image("topics")).isEqualTo(image("kafka"));
        assertThat(image("keycloak")).isEqualTo("quay.io/keycloak/keycloak:" + version(pom, "keycloak"));
        assertThat(version(pom, "postgres")).startsWith(image("postgres").replace("postgres:", "") + ".");
    }

    @Test
    void secrets_are_files_that_the_script_makes_and_all_mounted_files_exist() throws IOException {
        var script = Files.readString(ROOT.resolve(Path.of("deploy", "secrets", "make")));

        compose.get("secrets").properties().forEach(secret -> {
            assertThat(secret.getValue().get("file").asText()).isEqualTo("./deploy/secrets/" + secret.getKey());
            assertThat(script).contains(secret.getKey());
        });
        compose.get("services")
                .forEach(service -> assertThat(list(service.path("secrets")))
                        .isSubsetOf(StreamSupport.stream(
                                        ((Iterable<String>) () ->
                                                        compose.get("secrets").fieldNames())
                                                .spliterator(),
                                        false)
                                .toList()));
        compose.get("services")
                .forEach(service -> assertThat(list(service.path("volumes"))
                                .filter(volume -> volume.startsWith("./"))
                                .map(volume -> ROOT.resolve(volume.substring(2, volume.indexOf(':')))))
                        .allMatch(Files::exists));
        assertThat(compose.toString()).doesNotContain("PASSWORD\":\"");
    }

    @Test
    void the_web_page_sends_people_to_the_address_that_keycloak_says_it_has() {
        assertThat(environment("reporting-service").get("WEB_OIDC_URL"))
                .isEqualTo(environment("keycloak").get("KC_HOSTNAME") + "/realms/chuyi");
    }

    @Test
    void whoever_others_wait_for_can_say_that_it_is_healthy() {
        compose.get("services")
                .forEach(service -> service.path("depends_on").properties().forEach(dependency -> {
                    var needed = compose.at("/services/" + dependency.getKey());
                    assertThat(needed.isMissingNode()).isFalse();
                    if ("service_healthy"
                            .equals(dependency.getValue().get("condition").asText())) {
                        assertThat(needed.has("healthcheck")).isTrue();
                    }
                }));
    }

    private static String projectVersion() throws IOException {
        var found = Pattern.compile("<version>([^<]+)<").matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String image(String service) {
        return compose.at("/services/" + service + "/image").asText();
    }

    private Map<String, String> environment(String service) {
        var environment = new HashMap<String, String>();
        compose.at("/services/" + service + "/environment")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        return environment;
    }

    /** Variables that a service reads, each with its default. */
    private static Map<String, String> variables(String service) throws IOException {
        var variables = new HashMap<String, String>();
        properties(service)
                .values()
                .forEach(value -> VARIABLE.matcher(value.toString())
                        .results()
                        .forEach(found -> variables.put(found.group(1), String.valueOf(found.group(2)))));
        return variables;
    }

    private static Properties properties(String service) throws IOException {
        var properties = new Properties();
        for (var file : List.of(
                "event-kit/src/main/resources/META-INF/microprofile-config.properties",
                service + "/src/main/resources/application.properties")) {
            try (var in = Files.newInputStream(ROOT.resolve(file))) {
                properties.load(in);
            }
        }
        return properties;
    }

    private static Topics topics() throws IOException {
        return Topics.read(Layout.here().topics());
    }

    private static String database(Map<String, String> variables) {
        var url = variables.getOrDefault("DB_URL", "");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static String version(String pom, String name) {
        var found = Pattern.compile("<" + name + "\\.version>([^<]+)<").matcher(pom);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Stream<String> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static JsonNode read(Path file) {
        try (var in = Files.newBufferedReader(file)) {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new ObjectMapper().valueToTree(document);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }
}
