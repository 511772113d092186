package cn.chuyi.reporting.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.chuyi.kit.event.Json;
import cn.chuyi.kit.merkle.HashAlgorithm;
import cn.chuyi.kit.signing.SignedText;
import cn.chuyi.kit.signing.SigningKey;
import cn.chuyi.reporting.proof.Verification.Verified;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes a package is named by what they changed: without the key, and with it. */
class TamperingTest {
    private static final SigningKey KEY = Samples.key(1);
    private static final byte[] PACKAGE = Samples.county().zip(KEY, HashAlgorithm.SHA_256);
    private static final @Nullable String NO_KEY = null;
    private static final Verification TRUSTING_NOBODY = new Verification(NO_KEY);
    private static final Verification TRUSTING_US = new Verification(List.of(KEY.verifier()));

    @ParameterizedTest
    @EnumSource
    void an_untouched_package_holds(HashAlgorithm digest) {
        Verified verified = TRUSTING_US.verify(Samples.county().zip(KEY, digest));

        assertThat(verified.pinned()).isTrue();
        assertThat(verified.manifest().digest()).isEqualTo(digest.text());
        assertThat(verified.canonical()).startsWith("2025\t430181\tCOUNTY\t1\t");
    }

    @Test
    void a_provisional_result_is_proven_from_the_register_too() {
        var zip = Samples.provisional().zip(KEY, HashAlgorithm.SHA_256);

        assertThat(TRUSTING_US.verify(zip).canonical()).contains("\tK-D1\tCOLLECTED\t100.000000\t");
    }

    @Test
    void a_result_as_of_an_instant_has_no_event_that_was_recorded_later() {
        var last = Samples.county().events().stream()
                .map(line -> line.envelope().time())
                .max(Comparator.naturalOrder())
                .orElseThrow();

        assertThat(TRUSTING_US.verify(asOf(last)).manifest().asOf()).isEqualTo(last);
        assertThat(catchThrowableOfType(FlawException.class, () -> asOf(last.minusMillis(1)))
                        .flaw())
                .isEqualTo(Flaw.EVENTS);
    }

    private static byte[] asOf(Instant instant) {
        var county = Samples.county();
        return new UnitPackage(
                        county.programme(),
                        county.year(),
                        county.level(),
                        county.unit(),
                        county.edition(),
                        instant,
                        county.canonical(),
                        county.explanation(),
                        county.events())
                .zip(KEY, HashAlgorithm.SHA_256);
    }

    @Test
    void the_same_result_is_the_same_bytes() {
        assertThat(Samples.county().zip(KEY, HashAlgorithm.SHA_256)).isEqualTo(PACKAGE);
    }

    @Test
    void another_key_is_found_only_by_one_who_pins_the_right_one() {
        var foreign = Samples.county().zip(Samples.key(2), HashAlgorithm.SHA_256);

        assertThat(TRUSTING_NOBODY.verify(foreign).pinned()).isFalse();
        assertThat(flaw(TRUSTING_US, foreign)).isEqualTo(Flaw.SIGNATURE);
        assertThat(flaw(new Verification(KEY.verifier().thumbprint()), foreign)).isEqualTo(Flaw.SIGNATURE);
        assertThat(new Verification(Samples.key(2).verifier().thumbprint())
                        .verify(foreign)
                        .pinned())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {Names.CANONICAL, Names.EXPLANATION, Names.CATALOGUE, Names.EVENTS, Names.CHAIN})
    void a_file_that_is_flipped_cut_emptied_or_gone_is_named(String file) {
        for (UnaryOperator<byte[]> change :
                List.<UnaryOperator<byte[]>>of(TamperingTest::flipped, TamperingTest::cut, _ -> new byte[0])) {
            assertThat(found(TRUSTING_NOBODY, changed(file, change))).isEqualTo(Flaw.MANIFEST + " " + file);
        }
        assertThat(found(TRUSTING_NOBODY, changed(file, null))).isEqualTo(Flaw.MANIFEST + " " + file);
    }

    @Test
    void a_file_that_was_put_in_is_named() {
        var files = files();
        files.put("more.json", "{}".getBytes(UTF_8));

        assertThat(found(TRUSTING_NOBODY, Archive.write(files))).isEqualTo(Flaw.MANIFEST + " more.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {Names.MANIFEST, Names.SIGNATURE, Names.KEYS})
    void a_manifest_signature_or_key_that_was_changed_is_a_forged_signature(String file) {
        assertThat(flaw(TRUSTING_NOBODY, changed(file, TamperingTest::flipped))).isEqualTo(Flaw.SIGNATURE);
        assertThat(flaw(TRUSTING_NOBODY, changed(file, TamperingTest::cut))).isEqualTo(Flaw.SIGNATURE);
    }

    @Test
    void an_archive_that_is_cut_anywhere_is_no_package() {
        for (int length = 0; length < PACKAGE.length; length += 997) {
            assertThat(flaw(TRUSTING_NOBODY, Arrays.copyOf(PACKAGE, length)))
                    .as("first %d of %d bytes", length, PACKAGE.length)
                    .isEqualTo(Flaw.ARCHIVE);
        }
        assertThat(flaw(TRUSTING_NOBODY, Arrays.copyOf(PACKAGE, PACKAGE.length - 1)))
                .isEqualTo(Flaw.ARCHIVE);
        assertThat(flaw(TRUSTING_NOBODY, Arrays.copyOf(PACKAGE, PACKAGE.length + 1)))
                .isEqualTo(Flaw.ARCHIVE);
    }

    @Test
    void every_flipped_byte_is_found() {
        for (int i = 0; i < PACKAGE.length; i += 61) {
            var flipped = PACKAGE.clone();
            flipped[i] ^= 4;
            assertThat(isFoundOrHarmless(flipped)).as("byte %d", i).isTrue();
        }
    }

    /** A flipped byte of the ZIP's own times and the like changes nothing of what is in it. */
    private static boolean isFoundOrHarmless(byte[] zip) {
        var flaw = catchThrowableOfType(FlawException.class, () -> TRUSTING_US.verify(zip));
        return flaw != null || same(Archive.read(zip), files());
    }

    private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    @Test
    void an_event_that_the_holder_of_the_key_changed_does_not_fit_its_link() {
        var events = lines(Names.EVENTS);
        events.replaceAll(line -> line.replace("\\\"value\\\":\\\"30\\\"", "\\\"value\\\":\\\"31\\\""));
        assertThat(events).isNotEqualTo(lines(Names.EVENTS));

        assertThat(flaw(resigned(Names.EVENTS, events))).isEqualTo(Flaw.CHAIN);
    }

    @Test
    void events_that_the_holder_of_the_key_dropped_doubled_moved_or_added_are_found() {
        for (int i = 0; i < lines(Names.EVENTS).size(); i++) {
            var dropped = lines(Names.EVENTS);
            dropped.remove(i);
            assertThat(flaw(resigned(Names.EVENTS, dropped)))
                    .as("dropped %d", i)
                    .isIn(Flaw.CHAIN, Flaw.EVENTS);

            var doubled = lines(Names.EVENTS);
            doubled.add(i, doubled.get(i));
            assertThat(flaw(resigned(Names.EVENTS, doubled)))
                    .as("doubled %d", i)
                    .isEqualTo(Flaw.EVENTS);

            var moved = lines(Names.EVENTS);
            moved.add(moved.remove(i));
            if (i < moved.size() - 1) {
                assertThat(flaw(resigned(Names.EVENTS, moved)))
                        .as("moved %d", i)
                        .isEqualTo(Flaw.EVENTS);
            }
        }
        var foreign = lines(Names.EVENTS);
        foreign.add(foreign.getLast()
                .replaceFirst("\"offset\":\\d+", "\"offset\":999999")
                .replaceAll("\"ce_id\",\"value\":\\{\"text\":\"[^\"]*\"", "\"ce_id\",\"value\":{\"text\":\"other\""));
        assertThat(flaw(resigned(Names.EVENTS, foreign))).isEqualTo(Flaw.EVENTS);
    }

    @Test
    void links_that_the_holder_of_the_key_dropped_doubled_moved_or_changed_are_found() {
        for (int i = 0; i < lines(Names.CHAIN).size(); i++) {
            var dropped = lines(Names.CHAIN);
            dropped.remove(i);
            var doubled = lines(Names.CHAIN);
            doubled.add(i, doubled.get(i));
            var changed = lines(Names.CHAIN);
            changed.set(i, changed.get(i).replaceFirst("\"hash\":\"..", "\"hash\":\"zz"));
            var rooted = lines(Names.CHAIN);
            rooted.set(i, rooted.get(i).replaceFirst("\"previous\":\"..", "\"previous\":\"zz"));
            for (var lines : List.of(dropped, doubled, changed, rooted)) {
                assertThat(flaw(resigned(Names.CHAIN, lines))).as("link %d", i).isEqualTo(Flaw.CHAIN);
            }
        }
        var moved = lines(Names.CHAIN);
        moved.addFirst(moved.removeLast());
        assertThat(flaw(resigned(Names.CHAIN, moved))).isEqualTo(Flaw.CHAIN);
    }

    @Test
    void a_catalogue_or_text_that_the_holder_of_the_key_changed_is_not_what_the_events_make() {
        var catalogue =
                new String(files().get(Names.CATALOGUE), UTF_8).replaceFirst("\"weight\" : \"", "\"weight\" : \"1");
        var text = new String(files().get(Names.CANONICAL), UTF_8)
                .replaceFirst("\tK-A1\tVERIFIED\tB", "\tK-A1\tVERIFIED\tA");

        assertThat(flaw(resigned(Names.CATALOGUE, catalogue.getBytes(UTF_8)))).isEqualTo(Flaw.CATALOGUE);
        assertThat(flaw(resigned(Names.CANONICAL, text.getBytes(UTF_8)))).isEqualTo(Flaw.RESULT);
    }

    @Test
    void an_event_and_its_link_that_the_holder_of_the_key_changed_together_make_another_result() {
        var forged = new ArrayList<EventLine>();
        for (var event : Samples.county().events()) {
            var text = event.value().text();
            forged.add(new EventLine(
                    event.topic(),
                    event.partition(),
                    event.offset(),
                    event.key(),
                    event.headers(),
                    Bytes.of(String.valueOf(text)
                            .replace("\"indicator\":\"K-G1\",", "\"indicator\":\"K-G2\",")
                            .getBytes(UTF_8))));
        }
        var files = files();
        files.put(Names.EVENTS, Lines.write(forged));
        files.put(Names.CHAIN, Lines.write(Links.of(forged)));

        assertThat(flaw(resigned(files))).isIn(Flaw.CHAIN, Flaw.RESULT);
    }

    /** Most programs would show the score that is hidden in another file. */
    @Test
    void a_table_of_contents_that_leads_to_another_content_is_found() {
        var hidden = Archive.write(Map.of(Names.CANONICAL, "2025\t430181\tCOUNTY\t1\t100.00\n".getBytes(UTF_8)));
        var files = files();
        files.put("hidden.zip", hidden);
        var zip = ByteBuffer.wrap(resigned(files)).order(ByteOrder.LITTLE_ENDIAN);
        int inner = at(zip.array(), hidden, 0);
        int from = inner + directory(hidden, Names.CANONICAL);
        int to = directory(zip.array(), Names.CANONICAL);
        zip.put(to + 16, zip.array(), from + 16, 12).putInt(to + 42, inner);

        assertThat(flaw(zip.array())).isEqualTo(Flaw.ARCHIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 16, 20, 24, 30, 42})
    void a_table_of_contents_that_was_changed_anywhere_is_found(int field) {
        for (String name : Names.OF_UNIT) {
            var zip = PACKAGE.clone();
            zip[directory(zip, name) + field] ^= 1;
            assertThat(flaw(zip)).as("%s of %s", field, name).isEqualTo(Flaw.ARCHIVE);
        }
    }

    /** Where a file stands in the table of contents, which is the last place that names it. */
    private static int directory(byte[] zip, String name) {
        int last = -1;
        for (int at = at(zip, name.getBytes(UTF_8), 0); at >= 0; at = at(zip, name.getBytes(UTF_8), at + 1)) {
            last = at;
        }
        return last - 46;
    }

    private static int at(byte[] bytes, byte[] sought, int from) {
        for (int at = from; at <= bytes.length - sought.length; at++) {
            if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void an_archive_that_unpacks_to_more_than_any_package_is_not_unpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = Archive.to(bytes)) {
            zip.putNextEntry(new ZipEntry("more"));
            for (int i = 0; i <= Archive.MOST_BYTES >> 20; i++) {
                zip.write(new byte[1 << 20]);
            }
        }

        assertThat(flaw(TRUSTING_NOBODY, bytes.toByteArray())).isEqualTo(Flaw.ARCHIVE);
    }

    @Test
    void the_bytes_of_a_package_do_not_depend_on_the_time_zone() {
        var here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(Samples.county().zip(KEY, HashAlgorithm.SHA_256)).isEqualTo(PACKAGE);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"more.html", "../../up", "units/"})
    void a_file_that_is_none_of_a_package_is_found_though_it_is_signed(String name) {
        var files = files();
        files.put(name, new byte[0]);

        assertThat(flaw(resigned(files))).isEqualTo(Flaw.MANIFEST);
    }

    @Test
    void a_package_without_its_explanation_is_not_whole() {
        var files = files();
        files.remove(Names.EXPLANATION);

        assertThat(flaw(resigned(files))).isEqualTo(Flaw.MANIFEST);
    }

    @Test
    void an_explanation_of_another_result_is_found() {
        var cells = new String(files().get(Names.CANONICAL), UTF_8).split("[\t\n]");
        var right = """
                {"unit": "%s", "edition": 1, "total": "%s", "items": [{"indicator": "%s", "points": "%s"}]}""".formatted(cells[1], cells[4], cells[7], cells[11]);

        assertThat(TRUSTING_US.verify(resigned(Names.EXPLANATION, right.getBytes(UTF_8))))
                .isNotNull();
        for (var word : List.of(cells[1], cells[4], cells[7], cells[11])) {
            var lie = right.replace('"' + word + '"', "\"99.99\"").getBytes(UTF_8);
            assertThat(flaw(resigned(Names.EXPLANATION, lie))).isEqualTo(Flaw.RESULT);
        }
        assertThat(flaw(resigned(Names.EXPLANATION, "{".getBytes(UTF_8)))).isEqualTo(Flaw.RESULT);
    }

    /** Nothing but a flaw: no other exception, which would have no words for whoever verifies. */
    @ParameterizedTest
    @ValueSource(strings = {Names.MANIFEST, Names.KEYS, Names.EVENTS, Names.CHAIN, Names.EXPLANATION})
    void whatever_stands_in_the_place_of_a_value_there_are_words_for_it(String file) throws IOException {
        for (String value : List.of("null", "{}", "[null]", "\"x\"")) {
            var text = new String(files().get(file), UTF_8);
            var line = file.endsWith(".ndjson") ? text.lines().findFirst().orElseThrow() : text;
            for (String changed : withInPlaceOfEach(line, value)) {
                byte[] content = text.replace(line, changed).getBytes(UTF_8);
                byte[] zip = file.equals(Names.MANIFEST) ? signed(content) : resigned(file, content);
                assertThat(catchThrowable(() -> TRUSTING_NOBODY.verify(zip)))
                        .as(changed)
                        .satisfiesAnyOf(
                                flaw -> assertThat(flaw).isNull(),
                                flaw -> assertThat(flaw).isInstanceOf(FlawException.class));
            }
        }
    }

    /** A JSON text with another value in the place of each of its values, and of itself. */
    private static List<String> withInPlaceOfEach(String json, String value) throws IOException {
        var texts = new ArrayList<String>(List.of(value));
        var places = new ArrayDeque<>(List.of(JsonPointer.empty()));
        while (!places.isEmpty()) {
            var place = places.remove();
            JsonNode root = Json.mapper().readTree(json);
            switch (root.at(place)) {
                case ObjectNode object ->
                    object.fieldNames().forEachRemaining(name -> {
                        places.add(place.appendProperty(name));
                        var before = object.get(name);
                        object.set(name, parsed(value));
                        texts.add(root.toString());
                        object.set(name, before);
                    });
                case ArrayNode array
                when !array.isEmpty() -> {
                    places.add(place.appendIndex(0));
                    array.set(0, parsed(value));
                    texts.add(root.toString());
                }
                default -> {}
            }
        }
        return texts;
    }

    private static JsonNode parsed(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With this manifest, whatever it says. */
    private static byte[] signed(byte[] manifest) {
        var files = files();
        files.put(Names.MANIFEST, manifest);
        files.put(
                Names.SIGNATURE,
                SignedText.sign(KEY, Names.SIGNED_MANIFEST, manifest).getBytes(UTF_8));
        return Archive.write(files);
    }

    private static Flaw flaw(Verification verification, byte[] zip) {
        var flaw = catchThrowableOfType(FlawException.class, () -> verification.verify(zip));
        assertThat(flaw).isNotNull();
        return flaw.flaw();
    }

    private static Flaw flaw(byte[] zip) {
        return flaw(TRUSTING_US, zip);
    }

    private static String found(Verification verification, byte[] zip) {
        var flaw = catchThrowableOfType(FlawException.class, () -> verification.verify(zip));
        assertThat(flaw).isNotNull();
        return flaw.flaw() + " " + String.valueOf(flaw.getMessage()).split(" ")[0];
    }

    private static Map<String, byte[]> files() {
        return new LinkedHashMap<>(Archive.read(PACKAGE));
    }

    private static byte[] changed(String file, @Nullable UnaryOperator<byte[]> change) {
        var files = files();
        if (change == null) {
            files.remove(file);
        } else {
            files.put(file, change.apply(files.get(file)));
        }
        return Archive.write(files);
    }

    private static byte[] flipped(byte[] content) {
        var flipped = content.clone();
        flipped[content.length / 2] ^= 1;
        return flipped;
    }

    private static byte[] cut(byte[] content) {
        return Arrays.copyOf(content, content.length - content.length / 3);
    }

    private static List<String> lines(String file) {
        return new ArrayList<>(new String(files().get(file), UTF_8).lines().toList());
    }

    private static byte[] resigned(String file, List<String> lines) {
        return resigned(file, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    private static byte[] resigned(String file, byte[] content) {
        var files = files();
        files.put(file, content);
        return resigned(files);
    }

    /** As one would do who has the key: hashes and signature fit again. */
    private static byte[] resigned(Map<String, byte[]> files) {
        var old = TRUSTING_US.verify(PACKAGE).manifest();
        files.remove(Names.MANIFEST);
        files.remove(Names.SIGNATURE);
        var manifest = new Manifest(
                old.format(),
                old.programme(),
                old.year(),
                old.level(),
                old.unit(),
                old.edition(),
                old.asOf(),
                old.scope(),
                old.digest(),
                old.signature(),
                Manifest.entries(HashAlgorithm.SHA_256, files));
        return UnitPackage.sealed(KEY, manifest, files);
    }
}
