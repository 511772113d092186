package cn.chuyi.reporting.rebuild.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.event.JsonEventCodec;
import cn.chuyi.kit.event.UnreadableEventException;
import cn.chuyi.reporting.ledger.Codecs;
import cn.chuyi.reporting.ledger.FactBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quick or not, a payload means the same; when this fails, a rebuild may find other numbers than live folding. */
class QuickCodecTest {
    private static final List<JsonEventCodec<?>> CODECS = List.of(Codecs.REGISTRY, Codecs.ASSESSMENT);
    private static final Path ROOT = Path.of("..");
    private static final String REPORTED = "chuyi.assessment.indicator-reported.v1";
    private static final String CATALOGUE = "chuyi.assessment.catalogue-frozen.v1";
    private static final String WHOLE =
            "{\"programme\":\"P\",\"year\":2025,\"unit\":\"430181\",\"indicator\":\"K-A1\",\"value\":\"A\"";

    private static final Map<JsonEventCodec<?>, QuickCodec<?>> QUICK = new IdentityHashMap<>();

    private record Example(JsonEventCodec<?> codec, String type, String json) {}

    @Test
    void every_example_is_read_alike_and_all_types_but_the_catalogue_quickly() throws IOException {
        Set<String> slow = new TreeSet<>();
        for (var example : examples()) {
            var quick = quick(example.codec()).read(example.type(), bytes(example.json()));
            if (quick == null) {
                slow.add(example.type());
            } else {
                assertThat((Object) quick).isEqualTo(live(example));
            }
        }
        assertThat(slow).containsExactly(CATALOGUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_damaged_payload_is_never_read_quickly_as_something_else(long seed) throws IOException {
        var random = new Random(seed);
        int quickly = 0;
        for (var example : examples()) {
            if (example.type().equals(CATALOGUE)) {
                continue;
            }
            var codec = quick(example.codec());
            for (int i = 0; i < 60; i++) {
                var damaged = new Example(example.codec(), example.type(), damaged(example.json(), random));
                var quick = codec.read(damaged.type(), bytes(damaged.json()));
                if (quick != null) {
                    quickly++;
                    assertThat((Object) quick).as(damaged.json()).isEqualTo(live(damaged));
                }
            }
        }
        assertThat(quickly).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damaged_bytes_are_never_read_quickly_as_something_else(long seed) throws IOException {
        var random = new Random(seed);
        int quickly = 0;
        for (var example : examples()) {
            for (int i = 0; i < 60; i++) {
                var json = bytes(example.json());
                json[random.nextInt(json.length)] = (byte) random.nextInt(256);
                var quick = quick(example.codec()).read(example.type(), json);
                if (quick != null) {
                    quickly++;
                    var text = new String(json, UTF_8);
                    assertThat((Object) quick)
                            .as(text)
                            .isEqualTo(live(new Example(example.codec(), example.type(), text)));
                }
            }
        }
        assertThat(quickly).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c080", "c1bf", "eda080eDB080", "e08080", "f0808080", "f4908080", "ff", "e4b8"})
    void a_text_that_is_no_utf_8_is_left_to_the_live_codec(String hex) {
        var json = new ByteArrayOutputStream();
        json.writeBytes(bytes(WHOLE.replace("\"A\"", "\"")));
        json.writeBytes(HexFormat.of().parseHex(hex));
        json.writeBytes(bytes("\"}"));
        assertThat((Object) quick(Codecs.ASSESSMENT).read(REPORTED, json.toByteArray()))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WHOLE,
                WHOLE + "}}",
                WHOLE + ",\"other\":01}",
                WHOLE + ",\"other\":-}",
                WHOLE + ",\"other\":1.}",
                WHOLE + ",\"other\":.5}",
                WHOLE + ",\"other\":truth}",
                WHOLE + ",\"other\":\"\n\"}",
                WHOLE + ",\"other\":[1,]}",
                WHOLE + ",\"other\":{\"a\" 1}}",
                WHOLE + ",}",
                WHOLE + "} {}",
                WHOLE + ",\"value\":\"B\"}",
                WHOLE + ",\"other\":1,\"other\":2}",
                WHOLE + ",\"other\":{\"a\":1,\"a\":2}}",
                WHOLE + ",\"evidence\":[null]}",
                "{\"programme\":\"P\",\"year\":\"2025\",\"unit\":\"1\",\"indicator\":\"K\",\"value\":\"A\"}",
                "{\"programme\":\"P\",\"year\":2025,\"unit\":\"1\",\"indicator\":\"K\",\"value\":95.5}",
                "{\"programme\":\"P\",\"year\":2025,\"unit\":\"1\",\"indicator\":\"K\",\"value\":null}",
                "{\"programme\":\"P\",\"year\":2025,\"unit\":\"1\",\"indicator\":\"K\",\"value\":\"A\\u0000\"}",
                "{\"programme\":\"P\",\"year\":2025,\"unit\":\"1\",\"indicator\":\"K\",\"value\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\\u0000\"}",
                "{\"programme\":\"P\",\"unit\":\"1\",\"indicator\":\"K\",\"value\":\"A\"}",
                "{\"programme\":\"P\",\"year\":99999999999,\"unit\":\"1\",\"indicator\":\"K\",\"value\":\"A\"}",
                "[]",
                "null",
                ""
            })
    void what_is_not_exactly_as_it_should_be_is_left_to_the_live_codec(String json) {
        assertThat((Object) quick(Codecs.ASSESSMENT).read(REPORTED, bytes(json)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"other\":-0.5}",
                ", \"other\" : [ 1 , 2.50 , true , null , [ ] ] }\n",
                ",\"other\":{\"a\":{},\"b\":{\"a\":\"\u4f18\"}},\"another\":false}",
                ",\"evidence\":[],\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7,\"h\":8,\"i\":9,\"j\":10}"
            })
    void what_is_not_declared_is_passed_over(String rest) {
        var json = WHOLE + rest;
        assertThat((Object) quick(Codecs.ASSESSMENT).read(REPORTED, bytes(json)))
                .isNotNull()
                .isEqualTo(live(new Example(Codecs.ASSESSMENT, REPORTED, json)));
    }

    @Test
    void what_is_kept_of_a_payload_is_the_same_fact() throws IOException {
        for (var example : examples()) {
            var quick = quick(example.codec()).quickly(example.type());
            if (quick != null) {
                var kept = new Example(example.codec(), example.type(), kept(quick, example.json()));
                assertThat(live(kept)).as(kept.json()).isEqualTo(live(example));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1],\"b\":{\"unit\":2},",
                "{",
            })
    void what_is_not_declared_is_not_kept(String begin) {
        var quick = Objects.requireNonNull(quick(Codecs.ASSESSMENT).quickly(REPORTED));
        var rest = ",\"value\":\"A\",\"evidence\":[\"e\"]";
        var json = begin + "\"programme\":\"P\",\"c\":1 , \"d\":2,\"year\":2025 , \"unit\":\"430181\",\"e\":3,"
                + "\"indicator\":\"K-A1\"" + rest + ",\"f\":null}";
        assertThat(kept(quick, json))
                .isEqualTo(
                        "{\"programme\":\"P\",\"year\":2025 , \"unit\":\"430181\",\"indicator\":\"K-A1\"" + rest + "}");
    }

    private static String kept(QuickCodec.Quick<?> quick, String json) {
        var used = new Used();
        assertThat((Object) quick.read(Bytes.of(json), new Scan(), used)).isNotNull();
        var to = ByteBuffer.allocate(FactBytes.bound(used.length()));
        used.put(to, bytes(json));
        return new String(to.array(), to.position() - used.length(), used.length(), UTF_8);
    }

    private static QuickCodec<?> quick(JsonEventCodec<?> live) {
        return QUICK.computeIfAbsent(live, QuickCodec::new);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(UTF_8);
    }

    private static Object live(Example example) {
        try {
            return Objects.requireNonNull(example.codec().decode(example.type(), example.json()));
        } catch (UnreadableEventException e) {
            return e;
        }
    }

    /** A few characters lost, doubled or exchanged for others of the same text. */
    private static String damaged(String json, Random random) {
        var text = new StringBuilder(json);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, text.charAt(random.nextInt(text.length())));
                default -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
            }
        }
        return text.toString();
    }

    private static List<Example> examples() throws IOException {
        var examples = new ArrayList<Example>();
        for (var service : List.of("registry-service", "assessment-service")) {
            try (var files = Files.walk(ROOT.resolve(service).resolve("contract/examples"))) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    var type = Objects.requireNonNull(file.getParent())
                            .getFileName()
                            .toString();
                    for (var codec : CODECS) {
                        if (codec.knows(type)) {
                            examples.add(new Example(codec, type, Files.readString(file)));
                        }
                    }
                }
            }
        }
        assertThat(examples).hasSizeGreaterThan(40);
        return examples;
    }
}
